"""The sheet Checks: what must hold, row by row, and one master line; and the app's values at export."""

from __future__ import annotations

from fcio.exchange.workbook.area_answers import ANSWERS_NOTE, AREA_ANSWERS, area_answers_changed
from fcio.exchange.workbook.area_places import COUNTED_CHANGES
from fcio.exchange.workbook.areas_sheet import area_changes, area_checks
from fcio.exchange.workbook.budget_checks import budget_changes, budget_checks
from fcio.exchange.workbook.budget_places import BUDGET_CHANGES
from fcio.exchange.workbook.candidate_checks import candidate_changes, candidate_checks
from fcio.exchange.workbook.candidate_places import CANDIDATE_CHANGES
from fcio.exchange.workbook.cash_flow_sheet import CashRows
from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.duty_checks import duty_changes, duty_checks
from fcio.exchange.workbook.duty_places import DUTY_CHANGES
from fcio.exchange.workbook.fit_checks import fit_checks
from fcio.exchange.workbook.fit_sheet import AT_EXPORT, CODE
from fcio.exchange.workbook.frame import ALL_PASS, CHECKS, FIT, LOOK, Frame
from fcio.exchange.workbook.interview_sheet import MINUTE_CHANGES, interview_checks, minute_changes
from fcio.exchange.workbook.layout import FIT_TOP
from fcio.exchange.workbook.page import Page, area, at
from fcio.exchange.workbook.plan_checks import hours_changes, hours_checks
from fcio.exchange.workbook.plan_places import HOUR_CHANGES
from fcio.exchange.workbook.preferences_sheet import preference_checks
from fcio.exchange.workbook.risk_checks import risk_changes, risk_checks
from fcio.exchange.workbook.risk_places import RISK_CHANGES
from fcio.exchange.workbook.roadmap_checks import plan_changes, plan_checks
from fcio.exchange.workbook.roadmap_places import PLAN_CHANGES
from fcio.exchange.workbook.robustness_sheet import robustness_checks

CHECK, VALUE, EXPECTED, TOLERANCE, RESULT, NOTE = range(6)
MASTER_ROW, CHANGES_ROW = 4, 5
OK, WRONG, CHANGED = "OK", "CHECK", "changed since export"
_BAND_NOTE = "A number within the same band does not count as a change"
_PURPOSE = (
    "Every row must say OK. A value that differs from the app's because you changed an answer or a weight says so and "
    "is no fault."
)


def write_checks(f: Frame, cash: CashRows | None) -> None:
    """Write the sheet."""
    f.pages[CHECKS].columns(58, 14, 14, 12, 22, 30)
    page = f.head(CHECKS, "Checks", _PURPOSE, NOTE)
    for column, head in enumerate(("Check", "Value", "Expected", "Tolerance", "Result", "Note")):
        page.text(3, column, head, "head_right" if column in (1, 2, 3) else "head_in" if column else "head")
    checks = [
        *fit_checks(f),
        *preference_checks(f),
        *robustness_checks(f),
        *area_checks(f),
        *plan_checks(f),
        *risk_checks(f),
        *budget_checks(f, cash),
        *candidate_checks(f),
        *hours_checks(f),
        *duty_checks(f),
        *interview_checks(f),
    ]
    top = _changes(f, page)
    for place, check in enumerate(checks):
        _row(page, top + place, check)
    end = top + len(checks) - 1
    results = area(MASTER_ROW + 1, RESULT, end, RESULT)
    fine = f'COUNTIF({results},"{OK}")+COUNTIF({results},"{CHANGED}")'
    page.text(MASTER_ROW, CHECK, "All of them", "bold")
    page.formula(MASTER_ROW, RESULT, f'IF({fine}=ROWS({results}),"{ALL_PASS}","{LOOK}")', ALL_PASS, "result")
    f.book.name("All_checks", page.ref(at(MASTER_ROW, RESULT, "rc")))
    wrong = f'AND({at(MASTER_ROW, RESULT, "c")}<>"{OK}",{at(MASTER_ROW, RESULT, "c")}<>"{ALL_PASS}")'
    page.conditional((MASTER_ROW, RESULT), (end, RESULT), wrong, "wrong")
    last = _at_export(f, page, end + 2)
    page.sheet.freeze_panes(MASTER_ROW, 1)
    page.printed(last, NOTE, 4, f.footer)


def _fit_changes(f: Frame) -> str:
    end = f.layout.fit_end - 1
    now, export = (f"'{FIT}'!{area(FIT_TOP, column, end, column)}" for column in (CODE, AT_EXPORT))
    return f"SUMPRODUCT(--({now}<>{export}))+SUMPRODUCT(--(Weights_now<>Weights_at_export))"


def _changes(f: Frame, page: Page) -> int:
    """How many inputs differ from the export, in a way that can count; returns the row after them."""
    rows = (
        ("Scored answers and weights changed since export", "Changes", _fit_changes(f), _BAND_NOTE),
        ("Levels, targets and importances changed since export", COUNTED_CHANGES, area_changes(f), ""),
        ("Answers that set levels, targets or importances", AREA_ANSWERS, area_answers_changed(f), ANSWERS_NOTE),
        ("Quarters, hours, money and limits of the roadmap changed since export", PLAN_CHANGES, plan_changes(f), ""),
        ("Numbers of the risk, or levels of areas, changed since export", RISK_CHANGES, risk_changes(f), ""),
        ("Numbers of the budget, or of the risk in it, changed since export", BUDGET_CHANGES, budget_changes(f), ""),
        ("Weights and scores of candidates changed since export", CANDIDATE_CHANGES, candidate_changes(f), ""),
        ("Hours of the plan changed since export", HOUR_CHANGES, hours_changes(f), ""),
        ("Responsibilities changed since export", DUTY_CHANGES, duty_changes(f), ""),
        ("Minutes of the first conversation changed since export", MINUTE_CHANGES, minute_changes(f), ""),
    )
    for place, (text, name, formula, note) in enumerate(rows):
        row = CHANGES_ROW + place
        page.text(row, CHECK, text)
        page.formula(row, VALUE, formula, 0, "any")
        page.number(row, EXPECTED, 0, "any")
        page.number(row, TOLERANCE, 0, "any")
        value, expected = at(row, VALUE), at(row, EXPECTED)
        page.formula(row, RESULT, f'IF({value}={expected},"{OK}","{CHANGED}")', OK, "result")
        page.text(row, NOTE, note, "quiet")
        f.book.name(name, page.ref(at(row, VALUE, "rc")))
    row = CHANGES_ROW + len(rows)
    counts = area(CHANGES_ROW, VALUE, row - 1, VALUE)
    page.text(row, CHECK, "Lines of these with a change", "quiet")
    page.formula(row, VALUE, f'COUNTIF({counts},">0")', 0, "quiet_number")
    for column in range(EXPECTED, NOTE + 1):
        page.text(row, column, OK if column == RESULT else "", "result" if column == RESULT else "quiet")
    f.book.name("All_changes", page.ref(at(row, VALUE, "rc")))
    return 1 + CHANGES_ROW + len(rows)


def _row(page: Page, row: int, check: Check) -> None:
    page.text(row, CHECK, check.text)
    page.formula(row, VALUE, check.formula, check.value, "any")
    if isinstance(check.expected, str):
        page.formula(row, EXPECTED, check.expected, check.value, "any")
    else:
        page.number(row, EXPECTED, check.expected, "any")
    page.number(row, TOLERANCE, check.tolerance, "quiet")
    inside = f"ABS({at(row, VALUE)}-{at(row, EXPECTED)})<={at(row, TOLERANCE)}"
    wrong = f'IF({check.changes}>0,"{CHANGED}","{WRONG}")' if check.changes else f'"{WRONG}"'
    page.formula(row, RESULT, f'IF({inside},"{OK}",{wrong})', OK, "result")
    page.text(row, NOTE, "", "quiet")


def _at_export(f: Frame, page: Page, top: int) -> int:
    """What the app said at export, role by role in the order of the columns; returns the last row."""
    heads = ("The app at export", "Points", "Fit", "Lowest", "Highest", "Leads in this share of cases")
    for column, head in enumerate(heads):
        page.text(top, column, head, "head_right" if column else "head")
    for r, role in enumerate(f.roles):
        score = f.result.score(role)
        page.text(top + 1 + r, 0, f.short(role))
        page.number(top + 1 + r, 1, score.points)
        for column, value in ((2, score.fit), (3, score.low), (4, score.high)):
            page.number(top + 1 + r, column, value, "tenth")
        page.number(top + 1 + r, 5, score.first, "share")
    last = top + len(f.roles)
    for name, column in (("Role_names", 0), ("Low_at_export", 3), ("High_at_export", 4), ("First_at_export", 5)):
        f.book.name(name, page.ref(area(top + 1, column, last, column)))
    return last
