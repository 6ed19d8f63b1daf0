"""The sheet Roadmap: what is done in which quarter, to move and re-cost, against the hours and money of a quarter."""

from __future__ import annotations

from fcio.exchange.workbook.answer_rules import amount_rule, choice_rule
from fcio.exchange.workbook.frame import ROADMAP, Frame, source_name
from fcio.exchange.workbook.page import A3, Page, at
from fcio.exchange.workbook.quarter_table import write_quarters
from fcio.exchange.workbook.roadmap_places import (
    HOURS_ROW,
    LIMIT,
    LIMIT_THEN,
    MONEY_ROW,
    P_AREA,
    P_COST,
    P_COST_THEN,
    P_EARLY,
    P_EFFECT,
    P_HOURS,
    P_HOURS_THEN,
    P_LIFTS,
    P_NEEDS,
    P_QUARTER,
    P_QUARTER_THEN,
    P_SOURCE,
    P_TITLE,
    P_WHY,
    PlanPlaces,
    PlanRow,
    plan_rows,
)

_PURPOSE = (
    "What closes the gaps, quarter by quarter. Move an initiative to another quarter, change its hours or its money, "
    "or what you can spend in a quarter; the sums follow. The app placed them at export; it does not place them anew "
    "here. Hours are yours and your people\u2019s; hours and money are typical figures unless you gave your own."
)
NO_INITIATIVES = "This version holds no initiatives."
_HEADS = {
    P_TITLE: "Initiative",
    P_AREA: "Area",
    P_QUARTER: "Quarter",
    P_HOURS: "Hours",
    P_COST: "Money",
    P_WHY: "Where it stands, at export",
    P_LIFTS: "What it lifts, to which level",
    P_NEEDS: "What comes first",
    P_EARLY: "Too early",
    P_EFFECT: "What it does to risk and budget",
    P_SOURCE: "Where it comes from",
    P_QUARTER_THEN: "Quarter at export",
    P_HOURS_THEN: "Hours at export",
    P_COST_THEN: "Money at export",
}


def write_roadmap(f: Frame) -> None:
    """Write the sheet."""
    rows = plan_rows(f)
    places = PlanPlaces(len(f.plan.quarters), len(rows))
    f.pages[ROADMAP].columns(46, 18, 11, 12, 13, 12, 12, 13, 10, 24, 38, 30, 44, 40)
    page = f.head(ROADMAP, "Roadmap", _PURPOSE, P_SOURCE)
    _limits(f, page)
    write_quarters(f, page, places)
    for column, head in _HEADS.items():
        style = "head_right" if P_QUARTER <= column <= P_EARLY else "head_in" if column > P_EARLY else "head"
        page.text(places.top - 1, column, head, style)
    row_of = {row.initiative.id: places.top + place for place, row in enumerate(rows)}
    for row in rows:
        _initiative(f, page, row_of, row)
    if rows:
        _inputs(page, places)
    else:
        page.text(places.top, P_TITLE, NO_INITIATIVES, "note")
    page.sheet.freeze_panes(MONEY_ROW + 1, 1)
    page.printed(places.last, P_SOURCE, MONEY_ROW + 1, f.footer, A3, heads=places.top - 1)


def _limits(f: Frame, page: Page) -> None:
    plan = f.plan
    for row, label, amount, name in (
        (HOURS_ROW, "Hours you can spend in a quarter", plan.hours_per_quarter, "Hours_per_quarter"),
        (
            MONEY_ROW,
            f"Money you can spend in a quarter, {f.assessment.currency}",
            plan.money_per_quarter,
            "Money_per_quarter",
        ),
    ):
        page.text(row, P_TITLE, label, "bold")
        page.text(row, P_AREA, "")
        page.number(row, LIMIT, amount, "input_amount")
        page.number(row, LIMIT_THEN, amount, "quiet_number")
        page.text(row, LIMIT_THEN + 1, "at export", "quiet")
        page.validation((row, LIMIT), (row, LIMIT), amount_rule(label))
        page.conditional((row, LIMIT), (row, LIMIT), f"{at(row, LIMIT)}<>{at(row, LIMIT_THEN)}", "changed")
        f.book.name(name, page.ref(at(row, LIMIT, "rc")))


def _initiative(f: Frame, page: Page, row_of: dict[str, int], row: PlanRow) -> None:
    initiative, at_row = row.initiative, row_of[row.initiative.id]
    titles = {entry.id: entry.title for entry in f.knowledge.initiatives}
    page.text(at_row, P_TITLE, f"{initiative.title}. {initiative.text}")
    page.text(at_row, P_AREA, f.knowledge.area(initiative.area).short, "quiet")
    for column, then, value, style in (
        (P_QUARTER, P_QUARTER_THEN, row.placed.quarter if row.placed else None, "input_weight"),
        (P_HOURS, P_HOURS_THEN, row.hours, "input_amount"),
        (P_COST, P_COST_THEN, row.cost, "input_amount"),
    ):
        if value is None:
            page.blank(at_row, column, style)
            page.blank(at_row, then, "quiet_number")
        else:
            page.number(at_row, column, value, style)
            page.number(at_row, then, value, "quiet_number")
    page.text(at_row, P_WHY, row.why, "quiet")
    page.text(at_row, P_LIFTS, _lifts(f, row), "quiet")
    page.text(at_row, P_NEEDS, "\n".join(titles[need] for need in initiative.needs), "quiet")
    _early(f, page, row_of, row)
    page.text(at_row, P_EFFECT, f"{initiative.risk}\n{initiative.budget}", "quiet")
    because = f". {initiative.note}" if initiative.note else ""
    page.text(at_row, P_SOURCE, f"{source_name(f.knowledge, initiative.source)}{because}", "quiet")
    for name, column in (("Quarter", P_QUARTER), ("Hours", P_HOURS), ("Cost", P_COST)):
        f.book.name(f"{name}_of_{initiative.id}", page.ref(at(at_row, column, "rc")))


def _lifts(f: Frame, row: PlanRow) -> str:
    """The indicators it lifts, to the level the app says, or to the one it aims at where it was left out."""
    labels = {i.id: i.label for i in f.knowledge.area(row.initiative.area).indicators}
    lifts = row.placed.lifts if row.placed else dict.fromkeys(row.initiative.indicators, row.initiative.to_level)
    return "\n".join(f"{labels[indicator]}: {level}" for indicator, level in lifts.items())


def _early(f: Frame, page: Page, row_of: dict[str, int], row: PlanRow) -> None:
    """1 where something that has to come first is planned later."""
    at_row, quarters = row_of[row.initiative.id], {p.initiative: p.quarter for p in f.plan.placed}
    mine, tests, early = at(at_row, P_QUARTER, "c"), [], 0
    for need in row.initiative.needs:
        if need in row_of:
            tests.append(f"({at(row_of[need], P_QUARTER, 'c')}>{mine})")
            early += int(row.placed is not None and quarters.get(need, 0) > row.placed.quarter)
    if tests:
        formula = f'IF({mine}="",0,MIN(1,{"+".join(tests)}))'
        page.formula(at_row, P_EARLY, formula, min(1, early), "quiet_number")
    else:
        page.number(at_row, P_EARLY, 0, "quiet_number")


def _inputs(page: Page, places: PlanPlaces) -> None:
    quarter = choice_rule("=Plan_quarters", "Quarter", "The number of the quarter, or empty: not planned.")
    rules = ((P_QUARTER, P_QUARTER_THEN, quarter), (P_HOURS, P_HOURS_THEN, amount_rule("Hours")))
    for column, then, rule in (*rules, (P_COST, P_COST_THEN, amount_rule("Money"))):
        first, last = (places.top, column), (places.last, column)
        page.validation(first, last, rule)
        changed = f"{at(places.top, column, 'c')}<>{at(places.top, then, 'c')}"
        page.conditional(first, last, changed, "changed")
    page.conditional((places.top, P_EARLY), (places.last, P_EARLY), f"{at(places.top, P_EARLY, 'c')}=1", "wrong")
