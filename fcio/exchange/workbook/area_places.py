"""Where the areas and their indicators stand, so that both sheets and the checks find them."""

from __future__ import annotations

from collections.abc import Sequence

from fcio.exchange.workbook.frame import AREAS, INDICATORS
from fcio.exchange.workbook.page import area
from fcio.knowledge.areas import Area

INDICATORS_TOP, AREAS_TOP = 5, 5
CHOICES_ROW, CHOICES_COLUMN = 3, 2

I_AREA, I_TEXT, I_LEVEL, I_NOW, I_FROM, I_WORDS, I_MARK, I_NOTE, I_WHO, I_SINCE = range(10)
I_EVIDENCE, I_ITEMS, I_SOURCE, I_WEIGHT, I_TOLD, I_TOLD_MOST, I_COUNTS, I_KNOWN = range(10, 18)
I_LOW, I_HIGH, I_CODE, I_EXPORT, I_LEVELS = range(18, 23)
"""Columns of Indicators; the words of the five levels stand at the end."""

A_NAME, A_LEVEL, A_LOW, A_HIGH, A_COVERAGE, A_TARGET, A_TARGET_THEN, A_WEIGHT, A_WEIGHT_THEN = range(9)
A_GAP, A_CERTAIN, A_PRIORITY, A_SURE, A_PLACE, A_WHY, A_STEP, A_APPLIES, A_KNOWN_WEIGHT = range(9, 18)
A_LOW_100, A_HIGH_100, A_GAP_100, A_CERTAIN_100, A_LOOKED, A_MEMBER = range(18, 24)
"""Columns of Areas; the last ones are helpers in whole numbers, one more for every further derived question."""

COUNTED_CHANGES = "Area_changes"


def first_rows(areas: Sequence[Area]) -> dict[str, tuple[int, int]]:
    """First and last row of the indicators of every area on Indicators."""
    found, row = {}, INDICATORS_TOP
    for entry in areas:
        found[entry.id] = (row, row + len(entry.indicators) - 1)
        row += len(entry.indicators)
    return found


def indicator_span(areas: Sequence[Area], column: int) -> str:
    """A column of every indicator, from other sheets."""
    last = INDICATORS_TOP + sum(len(entry.indicators) for entry in areas) - 1
    return f"{INDICATORS}!{area(INDICATORS_TOP, column, last, column)}"


def area_span(areas: Sequence[Area], column: int) -> str:
    """A column of every area, from other sheets."""
    return f"{AREAS}!{area(AREAS_TOP, column, AREAS_TOP + len(areas) - 1, column)}"
