"""What stands behind the points on Candidates: scores at export, ends of what is open, and the words of the scores."""

from __future__ import annotations

from fcio.exchange.workbook.candidate_places import (
    AT_EXPORT,
    COUNTS,
    FIRST,
    HIGHEST,
    LOWEST,
    NAME,
    TOP,
    WEIGHT,
    given,
    last,
    rows_of,
    unscored,
    width,
)
from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import Page, area, at
from fcio.model.hiring.scores import LEAST, MOST

_TITLES = {
    AT_EXPORT: "Scores at export",
    LOWEST: "An empty score is at least (by the app)",
    HIGHEST: "An empty score is at most (by the app)",
    COUNTS: "Each score counts as: the middle of what is open, rounded down",
}


def write_behind(f: Frame, page: Page) -> int:
    """Write the four blocks and the words of the scores; returns the last row."""
    assert f.knowledge.scorecard is not None
    r, names = rows_of(f), [f.knowledge.scorecard.criterion(w.criterion).name for w in f.comparison.weights]
    for block, title in _TITLES.items():
        page.text(r.block(block) - 1, NAME, title, "bold")
        for line, name in enumerate(names):
            page.text(r.block(block) + line, NAME, name, "quiet")
    bare = unscored(f)
    for place in range(width(f)):
        row = f.comparison.rows[place] if place < len(f.comparison.rows) else None
        scores = given(row) if row else [None] * r.count
        ends = [(one.low, one.high) for one in bare[row.name]] if row else [(LEAST, MOST)] * r.count
        for line, (score, (low, high)) in enumerate(zip(scores, ends, strict=True)):
            _cell(f, page, FIRST + place, line, score, low, high)
    export = r.block(AT_EXPORT)
    f.book.name("Candidate_scores_then", page.ref(area(export, FIRST, export + r.count - 1, last(f))))
    return _words(f, page, r.block(COUNTS + 1))


def _cell(f: Frame, page: Page, column: int, line: int, score: int | None, low: int, high: int) -> None:
    r = rows_of(f)
    then = r.block(AT_EXPORT) + line
    if score is None:
        page.blank(then, column, "quiet_number")
    else:
        page.number(then, column, score, "quiet_number")
    page.number(r.block(LOWEST) + line, column, low, "quiet_number")
    page.number(r.block(HIGHEST) + line, column, high, "quiet_number")
    typed, least, most = (at(row + line, column) for row in (TOP, r.block(LOWEST), r.block(HIGHEST)))
    counted = (low + high) // 2 if score is None else score
    middle = f"INT(AVERAGE({least},{most}))"
    page.formula(r.block(COUNTS) + line, column, f'IF({typed}="",{middle},{typed})', counted, "quiet_number")


def _words(f: Frame, page: Page, top: int) -> int:
    """What the scores 0 to 4 mean, criterion by criterion; returns the last row."""
    assert f.knowledge.scorecard is not None
    page.text(top - 1, NAME, "What the scores mean", "bold")
    for line, weight in enumerate(f.comparison.weights):
        one = f.knowledge.scorecard.criterion(weight.criterion)
        page.band(top + line, WEIGHT, last(f), "text")
        page.text(top + line, WEIGHT, "\n".join(f"{score}: {text}" for score, text in enumerate(one.anchors)))
        page.text(top + line, NAME, one.name, "bold")
    return top + len(f.comparison.weights)
