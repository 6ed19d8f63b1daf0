"""Answers on which the sheets of the areas rest: what they set stays as it was at export, so a change is counted."""

from __future__ import annotations

from fcio.exchange.workbook.fit_sheet import AT_EXPORT, CODE, sets_column
from fcio.exchange.workbook.frame import FIT, Frame
from fcio.exchange.workbook.page import area

AREA_ANSWERS = "Area_answers_changed"
ANSWERS_NOTE = "Areas and Indicators keep what these answers set at export; the app sets them anew"


def area_answers_changed(f: Frame) -> str:
    """How many answers that set a target, an importance or a told level differ from the export."""
    first, last = f.layout.fit_row(0), f.layout.fit_end - 1
    sets, now, then = (f"'{FIT}'!{area(first, c, last, c)}" for c in (sets_column(f), CODE, AT_EXPORT))
    return f"SUMPRODUCT({sets}*({now}<>{then}))"
