"""Columns and rows that one sheet must know of another, so that neither has to import the other."""

from __future__ import annotations

from fcio.exchange.workbook.page import at

CRITERION, WEIGHT, OWN, AT_EXPORT, USUAL, STRENGTHS = range(6)
"""Columns of Weights up to the first role."""

PAIRS_TOP, TRADED = 4, 3
"""The first pair on Preferences, and the column of the weight after the choices."""


def criteria_top(pairs: int) -> int:
    """The first row of the table of criteria on Preferences, below the pairs."""
    return PAIRS_TOP + max(1, pairs) + 2


def traded_cell(pairs: int, c: int) -> str:
    """The address of a criterion's weight after the choices, from other sheets."""
    return f"Preferences!{at(criteria_top(pairs) + c, TRADED, 'rc')}"
