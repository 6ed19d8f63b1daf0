"""The sheet Budget inputs: every number the cash flows follow from, with default and source, yours to change."""

from __future__ import annotations

from fcio.exchange.workbook.answer_rules import span_rule
from fcio.exchange.workbook.budget_places import (
    MONTHS_WITHOUT_END,
    NO_END,
    SHORTEST_NAME,
    SMALLEST,
    SMALLEST_NAME,
    lever_name,
    no_budget,
)
from fcio.exchange.workbook.currency_part import write_rate
from fcio.exchange.workbook.frame import BUDGET_INPUTS, Frame, source_name
from fcio.exchange.workbook.page import A3, Page, area, at
from fcio.exchange.workbook.risk_places import outlooks
from fcio.model.amounts import ESTIMATE, INTAKE, OWN
from fcio.model.money.levers import Lever
from fcio.model.money.timeline import SHORTEST
from fcio.report.risk_receipt import MODEL

NAME, VALUE, THEN, NOW, LOW, HIGH, DEFAULT, UNIT, GRADE, SOURCE, NOTE, LIMIT = range(12)
GAPS = (UNIT, NOTE)
"""Columns that keep their distance from the one before."""
TOP = 5
MOST = 10**12
_HEADS = (
    "Number",
    "Yours to change",
    "At export",
    "In force",
    "Low",
    "High",
    "Default",
    "Unit",
    "Grade",
    "Source",
    "Why",
    "At most",
)
_PURPOSE = (
    "Every number that Cash flow follows from, in US dollars. Write your own into a yellow cell and everything follows "
    "at once; empty it, and what stood there at export counts again. The ranges are those of the app; its chances do "
    "not follow, the app works them out. Write percent with its sign, such as 3.4%."
)
_HORIZON = "Not live: the sheets hold so many years. Change it in the app and export again."
_UNITS = {"share": "percent", "share_per_year": "percent a year", "usd": "US dollars"}
_ORIGINS = {OWN: "The client", INTAKE: "The intake", ESTIMATE: "Our estimate", MODEL: "The risk model"}


def write_budget_inputs(f: Frame) -> None:
    """Write the sheet."""
    if not f.has_budget:
        no_budget(f, BUDGET_INPUTS)
        return
    f.pages[BUDGET_INPUTS].columns(40, 13, 10, 10, 10, 10, 10, 19, 7, 28, 58, 9)
    page = f.head(BUDGET_INPUTS, "Budget inputs", _PURPOSE, LIMIT)
    row = _levers(f, page)
    row = write_rate(f, page, row + 2, value=VALUE, then=THEN, now=NOW)
    row = _contracts(f, page, row + 2)
    row = _fixed(f, page, row + 2)
    row = _losses(f, page, row + 2)
    page.sheet.freeze_panes(TOP, 1)
    page.printed(row, LIMIT, TOP, f.footer, A3)


def is_share(unit: str) -> bool:
    """Whether a unit runs from 0 to 1."""
    return unit.startswith("share")


def _unit(unit: str) -> str:
    return _UNITS.get(unit) or unit.replace("usd", "US dollars").replace("_", " ")


def _styles(unit: str) -> tuple[str, str, str]:
    """How a number is shown where it is typed, where it is in force, and where it only stands for comparison."""
    if unit.startswith("usd"):
        return "input_amount", "amount", "quiet_number"
    if is_share(unit):
        return "input_percent", "percent", "quiet_percent"
    return "input_plain", "plain_number", "quiet_factor" if unit == "factor" else "quiet_plain"


def _levers(f: Frame, page: Page) -> int:
    case, top = f.budget.case, TOP
    for column, head in enumerate(_HEADS):
        right = VALUE <= column <= DEFAULT or column == LIMIT
        style = "head_right" if right else "head_gap" if column in GAPS else "head_in" if column else "head"
        page.text(top - 1, column, head, style)
    for place, lever in enumerate(case.levers.values()):
        _lever(f, page, top + place, lever, case.defaults.get(lever.id, lever))
    last = top + len(case.levers) - 1
    f.book.name("Budget_levers", page.ref(area(top, VALUE, last, VALUE)))
    f.book.name("Budget_most", page.ref(area(top, LIMIT, last, LIMIT)))
    f.book.name("Budget_levers_then", page.ref(area(top, THEN, last, THEN)))
    page.conditional((top, VALUE), (last, VALUE), f"{at(top, VALUE, 'c')}<>{at(top, THEN, 'c')}", "changed")
    return last


def _lever(f: Frame, page: Page, row: int, lever: Lever, default: Lever) -> None:
    typed_in, shown, quiet = _styles(lever.unit)
    page.own(row, NAME, lever.label, f"levers.{lever.id}", "own_line")
    page.number(row, VALUE, lever.typical, typed_in)
    page.number(row, THEN, lever.typical, quiet)
    typed, then = at(row, VALUE, "c"), at(row, THEN, "c")
    page.formula(row, NOW, f'IF({typed}="",{then},{typed})', lever.typical, shown)
    for column, value in ((LOW, lever.low), (HIGH, lever.high), (DEFAULT, default.typical)):
        page.number(row, column, value, quiet)
    page.text(row, UNIT, _unit(lever.unit), "quiet_gap")
    page.text(row, GRADE, lever.grade or "", "quiet")
    page.text(row, SOURCE, _ORIGINS.get(lever.source) or source_name(f.knowledge, lever.source), "quiet")
    page.text(row, NOTE, lever.note or "", "quiet_gap")
    f.book.name(lever_name(lever.id), page.ref(at(row, NOW, "rc")))
    f.book.name(f"Own_{lever_name(lever.id).lower()}", page.ref(at(row, VALUE, "rc")))
    most = f.budget.case.most(lever.id)
    page.validation((row, VALUE), (row, VALUE), span_rule("Number", 0, most))
    page.number(row, LIMIT, most, "quiet_percent" if is_share(lever.unit) else "quiet_most")


def _contracts(f: Frame, page: Page, top: int) -> int:
    case = f.budget.case
    if not case.contracts:
        return top - 2
    page.text(top, NAME, "When contracts renew, in months from today; price and increase stand above", "bold")
    for place, one in enumerate(case.contracts, 1):
        page.own(top + place, NAME, one.name, f"contracts.{place}", "own_line")
        page.number(top + place, VALUE, one.renews, "tenth")
        page.text(top + place, THEN, "")
        page.band(top + place, NOW, UNIT, "quiet")
        page.text(top + place, NOW, case.rules.category(one.category).label, "quiet")
        f.book.name(f"Renews_{one.id}", page.ref(at(top + place, VALUE, "rc")))
    return top + len(case.contracts)


def _fixed(f: Frame, page: Page, top: int) -> int:
    """Numbers that are not for changing here: how many years, and what keeps formulas from failing; the last row."""
    horizon = f.budget.case.horizon_years
    fixed = (
        ("Years looked ahead", horizon, "", _HORIZON),
        ("No end", MONTHS_WITHOUT_END, NO_END, "Months after which whoever stays to the end would leave."),
        ("Shortest", SHORTEST, SHORTEST_NAME, "Months; keeps a division from failing where a length is 0."),
        ("Smallest", SMALLEST, SMALLEST_NAME, "US dollars; expected losses that differ by less are the same."),
    )
    page.text(top, NAME, "Fixed, not for changing here", "bold")
    for row, (label, value, name, said) in enumerate(fixed, top + 1):
        page.text(row, NAME, label)
        page.number(row, VALUE, value, "quiet_plain")
        page.band(row, THEN, UNIT, "quiet")
        page.text(row, THEN, said, "quiet")
        if name:
            f.book.name(name, page.ref(at(row, VALUE, "rc")))
    return top + len(fixed)


def _losses(f: Frame, page: Page, top: int) -> int:
    """Expected loss a year today and with each role, and the months until it has fallen so far; the last row."""
    risk = f.budget.case.risk
    if risk is None:
        return top - 2
    insured = f.has_risk and f.risk.now.model.insures
    said = "after insurance, as at export" if insured else "from Risk results, live"
    page.text(top, NAME, f"Expected loss a year, {said}", "bold")
    page.text(top, VALUE, "US dollars", "head_right")
    page.text(top, THEN, "Months", "head_right")
    page.text(top, NOW, "Falls away", "head_right")
    live = {outlook.id: f"Expected_{outlook.id}" for outlook in outlooks(f)} if f.has_risk and not insured else {}
    roles = sorted({leader.role for one in f.budget.case.scenarios for leader in one.leaders} - {""})
    for place, role in enumerate(["", *roles], 1):
        row, value = top + place, risk.under(role) if role else risk.now
        page.text(row, NAME, f.short(role) if role else "Today, or with nobody in particular")
        source = live.get(role or "now")
        if source is not None:
            page.formula(row, VALUE, source, value, "amount")
        else:
            page.number(row, VALUE, value, "amount")
        page.number(row, THEN, risk.climb.get(role, 0.0), "quiet_factor")
        less = f"Loss_now-{at(row, VALUE, 'c')}"
        saves = risk.now - value if abs(risk.now - value) >= SMALLEST else 0.0
        page.formula(row, NOW, f"IF(ABS({less})<{SMALLEST_NAME},0,{less})", saves, "amount_left")
        f.book.name(f"Saves_{role or 'now'}", page.ref(at(row, NOW, "rc")))
        f.book.name(f"Loss_{role or 'now'}", page.ref(at(row, VALUE, "rc")))
        f.book.name(f"Climb_{role or 'now'}", page.ref(at(row, THEN, "rc")))
    return top + 1 + len(roles)
