"""The formulas of one area, in whole hundredths, so that the workbook and the app never differ by a last digit."""

from __future__ import annotations

from fcio.exchange.workbook.area_places import (
    A_APPLIES,
    A_CERTAIN,
    A_CERTAIN_100,
    A_COVERAGE,
    A_GAP,
    A_GAP_100,
    A_HIGH,
    A_HIGH_100,
    A_KNOWN_WEIGHT,
    A_LEVEL,
    A_LOW,
    A_LOW_100,
    A_PLACE,
    A_PRIORITY,
    A_SURE,
    A_TARGET,
    A_WEIGHT,
    AREAS_TOP,
    I_COUNTS,
    I_HIGH,
    I_KNOWN,
    I_LOW,
    first_rows,
)
from fcio.exchange.workbook.frame import INDICATORS, Frame
from fcio.exchange.workbook.page import NONE, Page, area, at
from fcio.knowledge.areas import Area
from fcio.model.area_levels import HUNDREDTHS
from fcio.model.area_result import DOES_NOT_APPLY, AreaResult


def area_formulas(f: Frame, page: Page, row: int, entry: Area, result: AreaResult, place: int | None) -> None:
    """Band, gap, priority and place of one area, with the values the app gives."""
    _helpers(f, page, row, entry, result)
    _shown(f, page, row, result)
    _place(f, page, row, place)


def _whole(value: float | None) -> int:
    """A number of the result in hundredths."""
    return 0 if value is None else round(HUNDREDTHS * value)


def _helpers(f: Frame, page: Page, row: int, entry: Area, result: AreaResult) -> None:
    first, last = first_rows(f.knowledge.areas)[entry.id]
    spans = {c: f"{INDICATORS}!{area(first, c, last, c)}" for c in (I_COUNTS, I_KNOWN, I_LOW, I_HIGH)}
    pairs = tuple(zip(entry.indicators, result.indicators, strict=True))
    weight = sum(indicator.weight for indicator, found in pairs if found.origin != DOES_NOT_APPLY)
    known = sum(indicator.weight for indicator, found in pairs if found.known)
    page.formula(row, A_APPLIES, f"SUM({spans[I_COUNTS]})", weight, "quiet_number")
    page.formula(row, A_KNOWN_WEIGHT, f"SUM({spans[I_KNOWN]})", known, "quiet_number")
    applies, target = at(row, A_APPLIES, "c"), at(row, A_TARGET, "c")
    for column, levels, value in ((A_LOW_100, I_LOW, result.low), (A_HIGH_100, I_HIGH, result.high)):
        total = f"SUMPRODUCT({spans[I_COUNTS]},{spans[levels]})"
        mean = f"IF({applies}=0,0,ROUND(100*{total}/{applies},0))"
        page.formula(row, column, mean, _whole(value), "quiet_number")
    for column, level, value in ((A_GAP_100, A_LOW_100, result.gap), (A_CERTAIN_100, A_HIGH_100, result.gap_certain)):
        short = f"IF({applies}=0,0,MAX(0,100*{target}-{at(row, level, 'c')}))"
        page.formula(row, column, short, _whole(value), "quiet_number")


def _shown(f: Frame, page: Page, row: int, result: AreaResult) -> None:
    """What a reader looks at: empty where nothing applies, and no level where nothing is known."""
    applies, weight = at(row, A_APPLIES, "c"), at(row, A_WEIGHT, "c")
    known = at(row, A_KNOWN_WEIGHT, "c")
    low, high, gap, certain = (at(row, c, "c") for c in (A_LOW_100, A_HIGH_100, A_GAP_100, A_CERTAIN_100))
    cells = (
        (A_LOW, f"{low}/100", result.low, "hundredth", "Lowest"),
        (A_HIGH, f"{high}/100", result.high, "hundredth", "Highest"),
        (A_GAP, f"{gap}/100", result.gap, "hundredth", "Gap"),
        (A_CERTAIN, f"{certain}/100", result.gap_certain, "hundredth", "Gap_certain"),
        (A_PRIORITY, f"{weight}*{gap}/100", result.priority, "total_hundredth", "Priority"),
        (A_SURE, f"{weight}*{certain}/100", result.priority_certain, "hundredth", "Priority_certain"),
    )
    for column, formula, value, style, name in cells:
        shown = NONE if value is None else value
        page.formula(row, column, f'IF({applies}=0,"{NONE}",{formula})', shown, style)
        f.book.name(f"{name}_{result.area}", page.ref(at(row, column, "rc")))
    level = NONE if result.level is None else result.level
    page.formula(row, A_LEVEL, f'IF({known}=0,"{NONE}",{low}/100)', level, "total_hundredth")
    page.formula(row, A_COVERAGE, f"IF({applies}=0,0,{known}/{applies})", result.coverage, "share")
    f.book.name(f"Level_of_{result.area}", page.ref(at(row, A_LEVEL, "rc")))


def _place(f: Frame, page: Page, row: int, place: int | None) -> None:
    """What is certainly short comes first, then what may be, then the order of the sheet."""
    last = AREAS_TOP + len(f.areas.areas) - 1
    applies, weights, gaps, sure = (
        area(AREAS_TOP, column, last, column) for column in (A_APPLIES, A_WEIGHT, A_GAP_100, A_CERTAIN_100)
    )
    mine, mine_sure = (f"{at(row, A_WEIGHT, 'c')}*{at(row, column, 'c')}" for column in (A_GAP_100, A_CERTAIN_100))
    above = f"({weights}*{sure}>{mine_sure})+({weights}*{sure}={mine_sure})*({weights}*{gaps}>{mine})"
    ahead = f"SUMPRODUCT(({applies}>0)*({above}))"
    until = [f"{at(AREAS_TOP, c, 'rc')}:{at(row, c, 'c')}" for c in (A_APPLIES, A_WEIGHT, A_GAP_100, A_CERTAIN_100)]
    equal = f"({until[1]}*{until[3]}={mine_sure})*({until[1]}*{until[2]}={mine})*({until[0]}>0)"
    formula = f'IF({at(row, A_APPLIES, "c")}=0,"{NONE}",{ahead}+SUMPRODUCT({equal}))'
    page.formula(row, A_PLACE, formula, place or NONE, "total")
