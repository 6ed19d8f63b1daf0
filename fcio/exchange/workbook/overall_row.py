"""The row of all areas together, weighted by importance."""

from __future__ import annotations

from fcio.exchange.workbook.area_places import (
    A_APPLIES,
    A_COVERAGE,
    A_HIGH,
    A_HIGH_100,
    A_KNOWN_WEIGHT,
    A_LEVEL,
    A_LOW,
    A_LOW_100,
    A_NAME,
    A_STEP,
    A_WEIGHT,
    AREAS_TOP,
)
from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import NONE, Page, area, at


def write_overall(f: Frame, page: Page, row: int) -> None:
    """Level, band and coverage of everything that applies; again in whole hundredths."""
    overall, last = f.areas.overall, row - 1
    weights, applies, coverage, known = (
        area(AREAS_TOP, column, last, column) for column in (A_WEIGHT, A_APPLIES, A_COVERAGE, A_KNOWN_WEIGHT)
    )
    for column in range(A_STEP + 1):
        page.blank(row, column, "total")
    page.text(row, A_NAME, "All areas together, by importance", "bold")
    total = f"SUMPRODUCT({weights}*({applies}>0))"
    for column, whole, value in ((A_LOW, A_LOW_100, overall.low), (A_HIGH, A_HIGH_100, overall.high)):
        levels = area(AREAS_TOP, whole, last, whole)
        mean = f"ROUND(SUMPRODUCT({weights},{levels})/{total},0)/100"
        shown = NONE if value is None else value
        page.formula(row, column, f'IF(SUM({applies})=0,"{NONE}",{mean})', shown, "total_hundredth")
    level = NONE if overall.level is None else overall.level
    page.formula(row, A_LEVEL, f'IF(SUM({known})=0,"{NONE}",{at(row, A_LOW)})', level, "total_hundredth")
    share = f"IF(SUM({applies})=0,0,SUMPRODUCT({weights},{coverage})/{total})"
    page.formula(row, A_COVERAGE, share, overall.coverage, "total_share")
    for name, column in (
        ("Overall_level", A_LEVEL),
        ("Overall_lowest", A_LOW),
        ("Overall_highest", A_HIGH),
        ("Overall_coverage", A_COVERAGE),
    ):
        f.book.name(name, page.ref(at(row, column, "rc")))
