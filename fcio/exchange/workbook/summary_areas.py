"""The part of Summary about the twelve areas: all together, and the most pressing ones, live."""

from __future__ import annotations

from fcio.exchange.workbook.area_places import A_GAP, A_LEVEL, A_NAME, A_PRIORITY, A_TARGET, area_span
from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.letter import LAST, Letter
from fcio.exchange.workbook.page import NONE, at
from fcio.model.area_result import AreaResult

_SHOWN = 3
_HEADS = ("Most pressing area", "Place", "Level", "Target", "Gap", "Priority", "")


def write_areas_part(f: Frame, letter: Letter) -> None:
    """The section, where the client gave the level of anything."""
    if not f.assessment.areas or not f.areas.areas:
        return
    page = letter.page
    letter.section("The twelve areas, live")
    for column, head in enumerate(_HEADS):
        page.text(letter.row, column, head, "head_right" if column else "head")
    letter.row += 1
    order: list[AreaResult | None] = [*f.areas.by_priority[:_SHOWN]]
    order += [None] * (_SHOWN - len(order))
    for place, result in enumerate(order):
        _pressing(f, letter, place + 1, result)
    overall = f.areas.overall
    page.text(letter.row, 0, "All areas, by importance", "bold")
    page.formula(letter.row, 2, "Overall_level", NONE if overall.level is None else overall.level, "total_hundredth")
    page.formula(letter.row, LAST, "Overall_coverage", overall.coverage, "share")
    page.text(letter.row, LAST - 1, "Answered", "bold")
    letter.row += 1
    letter.say(
        "Levels run from 1 to 5; what is open counts as 1. The place goes by what is certainly short, importance times "
        "gap, then by what may be. A low level is where to begin, not a verdict: the sheet Areas names a first step.",
        "note",
    )


def _pressing(f: Frame, letter: Letter, place: int, result: AreaResult | None) -> None:
    page, row = letter.page, letter.row
    page.number(row, 1, place)
    found = f"MATCH({at(row, 1, 'c')},Area_places,0)"
    cells = (
        (0, A_NAME, f.knowledge.area(result.area).name if result else NONE, "text"),
        (2, A_LEVEL, result.level if result else NONE, "hundredth"),
        (3, A_TARGET, result.target if result else NONE, "whole"),
        (4, A_GAP, result.gap if result else NONE, "hundredth"),
        (5, A_PRIORITY, result.priority if result else NONE, "total_hundredth"),
    )
    for column, source, value, style in cells:
        looked_up = f'IFERROR(INDEX({area_span(f.knowledge.areas, source)},{found}),"{NONE}")'
        page.formula(row, column, looked_up, NONE if value is None else value, style)
    letter.row += 1
