"""Answers on which the sheets of the areas rest: what they set stays as it was at export, so a change is counted."""

from __future__ import annotations

from fcio.exchange.workbook.fit_sheet import AT_EXPORT, CODE
from fcio.exchange.workbook.frame import FIT, Frame
from fcio.exchange.workbook.page import at
from fcio.knowledge.consistency_areas import area_conditions

AREA_ANSWERS = "Area_answers_changed"
ANSWERS_NOTE = "Areas and Indicators keep what these answers set at export; the app sets them anew"


def area_answers_changed(f: Frame) -> str:
    """How many answers that set a target, an importance or a told level differ from the export."""
    asked = {name for _, _, condition in area_conditions(f.knowledge) for one in condition for name in one}
    rows = [f.layout.fit_row(f.live.s.tables.index[name]) for name in sorted(asked)]
    return "+".join(f"--('{FIT}'!{at(row, CODE, 'rc')}<>'{FIT}'!{at(row, AT_EXPORT, 'rc')})" for row in rows) or "0"
