"""The sheet Plan: what is done when, hours yours to change, and months against what the engagement holds."""

from __future__ import annotations

from fcio.exchange.workbook.answer_rules import span_rule
from fcio.exchange.workbook.frame import PLAN, Frame, source_name
from fcio.exchange.workbook.page import A3, Page, area, at
from fcio.exchange.workbook.plan_mandate_part import write_mandate
from fcio.exchange.workbook.plan_months import write_months
from fcio.exchange.workbook.plan_places import (
    ATTEND,
    BY,
    COST,
    HOURS,
    LINES_HEAD,
    LINES_TOP,
    NO_PLAN,
    NOW,
    SHARES,
    SOURCE,
    TEXT,
    THEN,
    TIMES,
    TITLE,
    WHEN,
    WHY,
    YEAR,
    Placed,
    Placement,
    placement,
)
from fcio.exchange.workbook.plan_words import why, worker, workers
from fcio.model.plan.months import BEFORE, MONTHS
from fcio.model.plan.result import GATE, OWN, Plan

MOST_HOURS = 744
_HEADS = {
    TITLE: "What",
    WHEN: "When",
    HOURS: "Hours each time, yours to change",
    THEN: "At export",
    NOW: "In force",
    TIMES: "Times",
    YEAR: "Hours in all",
    BY: "Done by",
    ATTEND: "Who attends",
    COST: "Cost, US dollars",
    TEXT: "How",
    WHY: "Because",
    SOURCE: "Source",
}
_PURPOSE = (
    "What to do next, phase by phase. Write your own hours into a yellow cell and the sums follow; empty it, and those "
    "at export count again. A plan to talk over, not a promise; the clauses below are not legal advice."
)


def write_plan(f: Frame) -> None:
    """Write the sheet."""
    plan = f.next_steps
    if plan is None:
        f.pages[PLAN].columns(60)
        page = f.head(PLAN, PLAN, NO_PLAN, 0)
        page.sheet.freeze_panes(3, 0)
        page.printed(3, 0, 3, f.footer)
        return
    f.pages[PLAN].columns(34, 20, 11, 11, 11, 9, 11, 14, 28, 11, 60, 50, 26, *[7] * (MONTHS + 1))
    page = f.head(PLAN, PLAN, _PURPOSE, SOURCE)
    places = placement(f, plan)
    write_months(f, page, plan, places)
    _lines(f, page, plan, places)
    end = write_mandate(f, page, plan, places.end + 1)
    page.sheet.freeze_panes(3, 1)
    page.printed(end, SOURCE, 3, f.footer, A3, heads=LINES_HEAD)


def _lines(f: Frame, page: Page, plan: Plan, places: Placement) -> None:
    for column, head in _HEADS.items():
        style = "head_right" if HOURS <= column <= YEAR or column == COST else "head_in" if column else "head"
        page.text(LINES_HEAD, column, head, style)
    for month in range(MONTHS + 1):
        page.text(LINES_HEAD, SHARES + month, f"Month {month}" if month else "Before", "head_right")
    for title, row, lines in places.phases:
        _phase(page, title, row, lines)
        for one in lines:
            _line(f, page, plan, one)
    f.book.name("Plan_hours", page.ref(places.column(HOURS)))
    f.book.name("Plan_hours_then", page.ref(places.column(THEN)))
    last = places.end - 1
    page.conditional((LINES_TOP, HOURS), (last, HOURS), f"{at(LINES_TOP, HOURS)}<>{at(LINES_TOP, THEN)}", "changed")


def _phase(page: Page, title: str, row: int, lines: tuple[Placed, ...]) -> None:
    for column in range(SOURCE + 1):
        page.text(row, column, "" if column else title, "section")
    total = sum(one.line.hours.typical * one.times for one in lines if one.line.hours)
    page.formula(row, YEAR, f"SUM({area(lines[0].row, YEAR, lines[-1].row, YEAR)})", total, "total_tenth")


def _line(f: Frame, page: Page, plan: Plan, one: Placed) -> None:
    line, row = one.line, one.row
    whole = line.kind in (GATE, OWN)
    page.own(row, TITLE, line.text if whole else line.title, f"plan.{line.id}", "own_line")
    page.text(row, WHEN, when(one), "quiet")
    _hours(page, one)
    page.text(row, BY, worker(f, plan, line.done_by), "quiet")
    page.own(row, ATTEND, workers(f, plan, line.attend), f"plan.{line.id}", "own_line")
    if line.cost:
        page.number(row, COST, line.cost, "amount")
    else:
        page.blank(row, COST, "text")
    page.own(row, TEXT, "" if whole else line.text, f"plan.{line.id}", "own_line")
    page.own(row, WHY, why(line.because), f"plan.{line.id}", "own_in")
    page.text(row, SOURCE, source_name(f.knowledge, line.source), "quiet")


def _hours(page: Page, one: Placed) -> None:
    row, hours = one.row, one.line.hours
    if not one.shares:
        for column in (HOURS, THEN, NOW, TIMES, YEAR):
            page.blank(row, column, "text")
        return
    for column, style in ((HOURS, "input_rate"), (THEN, "quiet_rate")):
        if hours is None:
            page.blank(row, column, style)
        else:
            page.number(row, column, hours.typical, style)
    page.validation((row, HOURS), (row, HOURS), span_rule("Hours each time", 0, MOST_HOURS))
    typed, then, value = at(row, HOURS, "c"), at(row, THEN, "c"), hours.typical if hours else 0.0
    page.formula(row, NOW, f'IF({typed}="",IF({then}="",0,{then}),{typed})', value, "tenth")
    across = area(row, SHARES, row, SHARES + MONTHS)
    page.formula(row, TIMES, f"SUM({across})", one.times, "any")
    page.formula(row, YEAR, f"{at(row, NOW)}*{at(row, TIMES)}", value * one.times, "tenth")
    for month in range(BEFORE, MONTHS + 1):
        page.number(row, SHARES + month, one.shares.get(month, 0.0), "quiet_rate")


def when(one: Placed) -> str:
    """The days or months of a line in words."""
    line = one.line
    if line.months:
        first, last = line.months[0], line.months[-1]
        if len(line.months) > 1 and line.months == tuple(range(first, last + 1)):
            return f"Each month, {first} to {last}"
        return f"Month {', '.join(map(str, line.months))}"
    if line.first_day is None:
        return "First of all" if line.kind == GATE else ""
    if line.first_day < 0:
        first, last = -line.first_day, -(line.last_day or 0)
        return f"{first} to {last} days before" if first != last else f"{first} day{'' if first == 1 else 's'} before"
    return f"Day {line.first_day} to {line.last_day}"
