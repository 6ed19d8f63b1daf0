"""The sheet Candidates: scores and weights yours to change; points, band, rank and distance follow."""

from __future__ import annotations

from fcio.exchange.workbook.answer_rules import text_rule, whole_rule
from fcio.exchange.workbook.candidate_blocks import write_behind
from fcio.exchange.workbook.candidate_chart import write_candidate_chart
from fcio.exchange.workbook.candidate_places import (
    FIRST,
    NAME,
    NAME_ROW,
    NO_HIRING,
    NOW,
    THEN,
    TOP,
    WEIGHT,
    column_of,
    given,
    last,
    rows_of,
    width,
)
from fcio.exchange.workbook.candidate_results import write_results
from fcio.exchange.workbook.frame import CANDIDATES, Frame
from fcio.exchange.workbook.page import A3, Page, area, at
from fcio.knowledge.scorecard import ScorecardRules
from fcio.model.hiring.scores import MOST

LONGEST_NAME = 120
_PURPOSE = (
    "People and offers side by side. Give each a score from 0 to 4 once you have met them and everything follows; what "
    "is empty counts as the middle and opens the band from low to high. Empty columns are yours to fill in."
)


def write_candidates(f: Frame) -> None:
    """Write the sheet."""
    if f.hiring_parts is None:
        f.pages[CANDIDATES].columns(60)
        page = f.head(CANDIDATES, CANDIDATES, NO_HIRING, 0)
        page.sheet.freeze_panes(3, 0)
        page.printed(3, 0, 3, f.footer)
        return
    f.pages[CANDIDATES].columns(38, 9, 9, 9, *[17] * width(f))
    page = f.head(CANDIDATES, CANDIDATES, _PURPOSE, last(f))
    _heads(f, page)
    _weights(f, page)
    _scores(f, page)
    row = write_results(f, page)
    write_candidate_chart(f, page, row + 1)
    end = write_behind(f, page)
    page.sheet.freeze_panes(TOP, 1)
    page.printed(end, last(f), TOP, f.footer, A3)


def card_of(f: Frame) -> ScorecardRules:
    """The scorecard; the sheet is only written where there is one."""
    assert f.knowledge.scorecard is not None
    return f.knowledge.scorecard


def _heads(f: Frame, page: Page) -> None:
    for column, head in ((NAME, "Criterion"), (WEIGHT, "Weight"), (THEN, "At export"), (NOW, "In force")):
        page.text(NAME_ROW - 1, column, "", "head")
        page.text(NAME_ROW, column, head, "head_right" if column else "head")
    rows = f.comparison.rows
    for place in range(width(f)):
        column = FIRST + place
        page.text(NAME_ROW - 1, column, column_of(place), "head_right")
        if place < len(rows):
            page.own(NAME_ROW, column, rows[place].name, f"candidates.{place + 1}", "input_own")
        else:
            page.blank(NAME_ROW, column, "input_own")
    page.validation((NAME_ROW, FIRST), (NAME_ROW, last(f)), text_rule("Who is compared", LONGEST_NAME))
    f.book.name("Candidate_names", page.ref(area(NAME_ROW, FIRST, NAME_ROW, last(f))))


def _weights(f: Frame, page: Page) -> None:
    card, end = card_of(f), rows_of(f).end - 1
    for place, weight in enumerate(f.comparison.weights):
        row = TOP + place
        page.text(row, NAME, card.criterion(weight.criterion).name)
        page.number(row, WEIGHT, weight.points, "input_weight")
        page.number(row, THEN, weight.points, "quiet_number")
        typed, then = at(row, WEIGHT, "c"), at(row, THEN, "c")
        page.formula(row, NOW, f'IF({typed}="",{then},{typed})', weight.points)
        f.book.name(f"Score_weight_{weight.criterion}", page.ref(at(row, WEIGHT, "rc")))
    rule = whole_rule("Weight", card.most_weight, "as at export")
    page.validation((TOP, WEIGHT), (end, WEIGHT), rule)
    page.conditional((TOP, WEIGHT), (end, WEIGHT), f"{at(TOP, WEIGHT, 'c')}<>{at(TOP, THEN, 'c')}", "changed")
    f.book.name("Score_weights", page.ref(area(TOP, WEIGHT, end, WEIGHT)))
    f.book.name("Score_weights_then", page.ref(area(TOP, THEN, end, THEN)))
    page.text(rows_of(f).end, NAME, "All weights", "bold")
    page.formula(
        rows_of(f).end, NOW, f"SUM({area(TOP, NOW, end, NOW)})", sum(w.points for w in f.comparison.weights), "total"
    )


def _scores(f: Frame, page: Page) -> None:
    rows, end = f.comparison.rows, rows_of(f).end - 1
    for place in range(width(f)):
        scores = given(rows[place]) if place < len(rows) else [None] * rows_of(f).count
        for line, score in enumerate(scores):
            if score is None:
                page.blank(TOP + line, FIRST + place, "input_weight")
            else:
                page.number(TOP + line, FIRST + place, score, "input_weight")
    rule = whole_rule("Score", MOST, "not known yet, or worked out by the app")
    page.validation((TOP, FIRST), (end, last(f)), rule)
    f.book.name("Candidate_scores", page.ref(area(TOP, FIRST, end, last(f))))
