"""Names of the cells on Areas that answer a question nobody is asked."""

from __future__ import annotations

from fcio.knowledge.schema import Question


def told_name(question: Question) -> str:
    """1 where enough of the areas is known, else 0."""
    return f"Told_{question.id}"


def gap_name(question: Question) -> str:
    """How far the areas are from their targets, in levels."""
    return f"Mean_gap_{question.id}"
