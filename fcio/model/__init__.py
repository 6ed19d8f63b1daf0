"""Pure functions from answers and knowledge to results; no file, clock or random state of their own."""
