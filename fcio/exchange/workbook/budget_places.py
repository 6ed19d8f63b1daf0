"""Names and places of the budget in the workbook, so that inputs, cash flows, results and checks find each other."""

from __future__ import annotations

from fcio.exchange.workbook.frame import CASH_FLOW, Frame
from fcio.exchange.workbook.page import area
from fcio.model.money.cash_flow import CashFlow

NO_BUDGET = "This version holds no budget."
BUDGET_CHANGES = "Budget_changes"
NO_END = "No_end"
"""Months after which whoever stays to the end of the plan would leave: far beyond any plan."""
MONTHS_WITHOUT_END = 12_000
SHORTEST_NAME = "Shortest"
SMALLEST_NAME, SMALLEST = "Smallest", 0.005
"""US dollars; what differs by less is the same."""
LABEL, ONE, TODAY = 0, 1, 2
"""Columns of Cash flow: what, one number for all years, and year 0; the years follow."""
FIRST_YEAR = TODAY + 1
YEAR_ROW, STARTS_ROW, ENDS_ROW, FACTOR_ROW = 4, 5, 6, 7
SPENDING_TOP = 10


def lever_name(lever: str) -> str:
    """The name of the cell in which a lever stands as it is in force.

    >>> lever_name("pay_growth")
    'Lever_pay_growth'
    """
    return f"Lever_{lever}"


def total_name(what: str, scenario: str) -> str:
    """The name of a headline number of a scenario.

    >>> total_name("TCO", "stay")
    'TCO_stay'
    """
    return f"{what}_{scenario}"


def years(f: Frame) -> int:
    """How many years the plan holds."""
    return f.budget.case.horizon_years


def last_column(f: Frame) -> int:
    """The column of the last year on Cash flow."""
    return FIRST_YEAR + years(f) - 1


def over_years(f: Frame, row: int, first: int = FIRST_YEAR) -> str:
    """A row of Cash flow over all years, from any sheet."""
    return f"'{CASH_FLOW}'!{area(row, first, row, last_column(f))}"


def flows(f: Frame) -> tuple[CashFlow, ...]:
    """The cash flow of every scenario, in order."""
    return tuple(f.budget.flows.values())


def no_budget(f: Frame, name: str) -> None:
    """A sheet about the budget where the knowledge holds none."""
    f.pages[name].columns(60)
    page = f.head(name, name, NO_BUDGET, 0)
    page.sheet.freeze_panes(3, 0)
    page.printed(3, 0, 3, f.footer)
