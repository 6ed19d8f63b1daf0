"""Hiring somebody: the kit for it, people and offers compared, and a letter to the owner."""
