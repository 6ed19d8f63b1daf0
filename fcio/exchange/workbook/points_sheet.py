"""The helper sheet Points: what every answer gives each role, by one formula in whole numbers."""

from __future__ import annotations

from fcio.exchange.workbook.derived import told_name
from fcio.exchange.workbook.fit_sheet import ROW as FIT_ROW
from fcio.exchange.workbook.frame import FIT, POINTS, WEIGHTS, Frame
from fcio.exchange.workbook.layout import (
    ANSWER_TEXT,
    BIT,
    CAP,
    DIVISOR,
    EDGE,
    FIT_TOP,
    LIMIT,
    NO,
    POINTS_WEIGHT_ROW,
    QUESTION,
    TICK,
    WEIGHTS_TOP,
    YES,
)
from fcio.exchange.workbook.page import A3, Page, area, at
from fcio.exchange.workbook.places import STRENGTHS, WEIGHT
from fcio.exchange.workbook.rows import ALL, ANSWER, OPENED, TICKED, PointRow, followers
from fcio.model.answers import tickable

_PURPOSE = (
    "A helper sheet, open to look at and locked. One row for every answer: what it needs of each criterion (whole "
    "numbers over a divisor; an open answer holds the average of its answers) and the points this gives each role. "
    "The other sheets look their points up here, and the drop-down lists take their words from here."
)


def write_points(f: Frame) -> None:
    """Write the sheet."""
    x = f.layout
    last = x.count_column
    needs = [9.0] * len(f.live.s.tables.criteria)
    f.pages[POINTS].columns(
        6, 26, 44, 9, 8, 9, 6, 7, 6, *[9.0] * x.most_followers, *needs, *[10.0] * (2 * len(f.roles)), 8
    )
    page = f.head(POINTS, "Points (helper)", _PURPOSE, last)
    _criteria(f, page)
    _header(f, page)
    counted = {f.live.row_number(q) for q in range(len(x.blocks))}
    used = f"'{FIT}'!{area(FIT_TOP, FIT_ROW, x.fit_end - 1, FIT_ROW)}"
    for block in x.blocks:
        for place, row in enumerate(block.rows):
            at_row = block.first + place
            _row(f, page, at_row, row)
            counts = int(at_row - x.points_top + 1 in counted)
            page.formula(at_row, x.count_column, f"COUNTIF({used},{at(at_row, NO, 'c')})", counts, "quiet_number")
    _highest(f, page)
    page.sheet.freeze_panes(x.points_top, ANSWER_TEXT + 1)
    end = x.highest_row(len(x.blocks) - 1)
    page.printed(end, last, 0, f.footer, A3)
    page.sheet.repeat_rows(x.points_top - 1)


def _criteria(f: Frame, page: Page) -> None:
    """Weights and strengths across, taken from the Weights sheet."""
    t, top = f.live.s.tables, POINTS_WEIGHT_ROW
    page.text(top, ANSWER_TEXT, "Weight, from the sheet Weights", "bold")
    for r, role in enumerate(f.roles):
        page.text(top + 1 + r, ANSWER_TEXT, f"Strength of: {f.short(role)}", "bold")
    for c in range(len(t.criteria)):
        column, row = f.layout.need_column + c, WEIGHTS_TOP + c
        page.formula(top, column, f"{WEIGHTS}!{at(row, WEIGHT, 'rc')}", int(f.live.weight[c]))
        for r in range(len(f.roles)):
            source = f"{WEIGHTS}!{at(row, STRENGTHS + r, 'rc')}"
            page.formula(top + 1 + r, column, source, int(t.strength[c, r]))


def _header(f: Frame, page: Page) -> None:
    x, row = f.layout, f.layout.points_top - 1
    heads = [
        *("No.", "Question", "Answer", "Divisor", "From", "At most", "Tick", "Ticked", "Cap"),
        *(f"Opens follow-up {k + 1}" for k in range(x.most_followers)),
        *(f"Need: {criterion.name}" for criterion in f.knowledge.criteria),
        *(f"Points: {f.short(role)}" for role in f.roles),
        *(f"With follow-ups: {f.short(role)}" for role in f.roles),
        "Counts now",
    ]
    for column, head in enumerate(heads):
        page.text(row, column, head, "head")


def _row(f: Frame, page: Page, at_row: int, row: PointRow) -> None:
    question = f.live.s.tables.questions[row.question]
    page.number(at_row, NO, at_row - f.layout.points_top + 1, "quiet_number")
    page.text(at_row, QUESTION, question.label)
    page.text(at_row, ANSWER_TEXT, row.text)
    page.number(at_row, DIVISOR, row.divisor)
    banded = question.kind == "number" or question.derived is not None
    if banded and row.kind == ANSWER and row.option is not None:
        page.number(at_row, EDGE, row.option.at_least or 0, "any")
        if row.option is question.options[-1] and question.maximum is not None:
            page.number(at_row, LIMIT, question.maximum, "any")
    if row.bit is not None:
        page.number(at_row, BIT, row.bit)
        page.formula(at_row, TICK, _tick(f, at_row, row), row.tick)
    if row.kind == TICKED:
        page.number(at_row, CAP, question.cap)
    _opens(f, page, at_row, row)
    _needs(f, page, at_row, row)
    _points(f, page, at_row, row)


def _tick(f: Frame, at_row: int, row: PointRow) -> str:
    """1 where an option is ticked, or where this open answer was chosen."""
    question = f.live.s.tables.questions[row.question]
    if row.option is None:
        return f"IF({f.layout.answer_cell(question.id)}={at(at_row, ANSWER_TEXT, 'c')},1,0)"
    return f'IF({f.layout.tick_cell(question, row.option.id)}="{YES}",1,0)'


def _together(f: Frame, row: PointRow, column: int, limit: str) -> str:
    """The sum of a column over the ticked options, up to a limit."""
    block = f.layout.blocks[row.question]
    last = block.first + len(tickable(f.live.s.tables.questions[row.question])) - 1
    ticks = area(block.first, TICK, last, TICK)
    return f"MIN({limit},SUMPRODUCT({ticks},{area(block.first, column, last, column, 'r')}))"


def _opens(f: Frame, page: Page, at_row: int, row: PointRow) -> None:
    for place, flag in enumerate(row.opens):
        column = f.layout.opens_column + place
        if row.kind == TICKED:
            page.formula(at_row, column, _together(f, row, column, "1"), flag)
        else:
            page.number(at_row, column, flag)


def _needs(f: Frame, page: Page, at_row: int, row: PointRow) -> None:
    for c, need in enumerate(row.needs):
        column = f.layout.need_column + c
        if row.kind == TICKED:
            page.formula(at_row, column, _together(f, row, column, at(at_row, CAP, "c")), int(need))
        elif need:
            page.number(at_row, column, int(need))


def _points(f: Frame, page: Page, at_row: int, row: PointRow) -> None:
    """Need times weight times strength, over the divisor, rounded half up in whole numbers."""
    x, top, last = f.layout, POINTS_WEIGHT_ROW, f.layout.points_column - 1
    needs = area(at_row, x.need_column, at_row, last, "c")
    weights = area(top, x.need_column, top, last)
    divisor = at(at_row, DIVISOR, "c")
    for r, value in enumerate(f.live.row_points(row)):
        strengths = area(top + 1 + r, x.need_column, top + 1 + r, last)
        share = f"SUMPRODUCT({needs},{weights},{strengths})/{divisor}"
        page.formula(at_row, x.points_column + r, f"ROUND({share},0)", int(value))
    if row.opens and row.kind in (ANSWER, ALL):
        _reach(f, page, at_row, row)


def _reach(f: Frame, page: Page, at_row: int, row: PointRow) -> None:
    """Points of an answer with the most that the follow-ups it opens can add."""
    x, children = f.layout, followers(f.live.s.tables, row.question)
    for r, value in enumerate(f.live.reach(row)):
        parts = [at(at_row, x.points_column + r)]
        for place, child in enumerate(children):
            flag = at(at_row, x.opens_column + place, "c")
            parts.append(f"{flag}*{at(x.highest_row(child), x.points_column + r, 'r')}")
        page.formula(at_row, x.reach_column + r, "+".join(parts), int(value))


def _highest(f: Frame, page: Page) -> None:
    """The most every question can give; a follow-up counts with the question it follows."""
    x, t = f.layout, f.live.s.tables
    head = x.highest_row(0) - 1
    page.text(head, QUESTION, "The most each question can give", "head")
    page.text(head, ANSWER_TEXT, "A follow-up counts within the question it follows, so it is 0 here", "head")
    page.text(head, DIVISOR, "Counts", "head")
    for q, question in enumerate(t.questions):
        row, block = x.highest_row(q), x.blocks[q]
        page.text(row, QUESTION, question.label)
        if question.derived is None:
            page.number(row, DIVISOR, int(f.live.counts(q)))
        else:
            page.formula(row, DIVISOR, told_name(question), int(f.live.counts(q)))
        kinds = (ANSWER, OPENED, TICKED, ALL) if question.kind == "many" else (ANSWER,)
        shift = len(f.roles) if followers(t, q) else 0
        for r, value in enumerate(f.live.highest(q)):
            column = x.points_column + r
            rows = block.of(*kinds)
            span = area(rows[0], column + shift, rows[-1], column + shift, "r")
            page.formula(row, column, f"MAX({span})", int(value))
