"""The part of Summary about risk: the bad year at export, and the expected loss with each role, live."""

from __future__ import annotations

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.letter import LAST, Letter
from fcio.exchange.workbook.risk_places import outlook_name, outlooks
from fcio.report.risk_words import bad_year_sentence, level_sentence, tolerance_sentence

_HEADS = ("Risk in money, USD", "Average year, live", "", "Bad year, at export", "", "", "")


def write_risk_part(f: Frame, letter: Letter) -> None:
    """The section: one sentence, then average and bad year today and with each role."""
    if not f.has_risk:
        return
    page, result = letter.page, f.risk
    letter.section("Risk in money")
    letter.say(bad_year_sentence(result.now, result.bad_year), "bold")
    if result.tolerance.hurts is not None or result.tolerance.ends is not None:
        letter.say(tolerance_sentence(result))
    for column, head in enumerate(_HEADS):
        page.text(letter.row, column, head, "head_right" if column else "head")
    letter.row += 1
    for outlook in outlooks(f):
        page.text(letter.row, 0, outlook_name(f, outlook))
        page.formula(letter.row, 1, f"Expected_{outlook.id}", sum(outlook.expected.values()), "amount")
        page.number(letter.row, 3, min(outlook.loss.var(result.bad_year), outlook.loss.grid.top), "amount")
        for column in (2, *range(4, LAST + 1)):
            page.text(letter.row, column, "")
        letter.row += 1
    letter.say(f"{level_sentence(result.levels)} Before insurance on the left, after it on the right.", "note")
