"""The sheet Cash flow: today's spending carried on, then every scenario line by line, live from Budget inputs."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.exchange.workbook.budget_places import (
    ENDS_ROW,
    FACTOR_ROW,
    FIRST_YEAR,
    LABEL,
    ONE,
    SPENDING_TOP,
    STARTS_ROW,
    TODAY,
    YEAR_ROW,
    flows,
    last_column,
    lever_name,
    no_budget,
    years,
)
from fcio.exchange.workbook.cash_leaders import (
    LeaderCells,
    leader_lines,
    write_effect,
    write_leader,
    write_saving_months,
)
from fcio.exchange.workbook.cash_losses import write_loss_saved
from fcio.exchange.workbook.cash_rows import Rows, Year, YearFormula
from fcio.exchange.workbook.cash_spending import write_spending
from fcio.exchange.workbook.cash_sums import ScenarioRows, write_against, write_break_even, write_sums
from fcio.exchange.workbook.currency_part import write_own_cost
from fcio.exchange.workbook.frame import CASH_FLOW, Frame
from fcio.exchange.workbook.page import A3, Page, at
from fcio.model.engagement import MONTHS_PER_YEAR
from fcio.model.money.case import OWNER_HOURS, BudgetCase
from fcio.model.money.cash_flow import CashFlow
from fcio.model.money.leader_lines import effect_months, loss_saved, saving_months, spells
from fcio.model.money.levers import at_typical
from fcio.model.money.lines import CostLine
from fcio.model.money.scenario import STAY
from fcio.model.money.timeline import Timeline
from fcio.model.tables import Floats
from fcio.report.budget_words import short_label

_PURPOSE = (
    "Costs are positive, savings negative, in US dollars of their own year; year 0 is today. One formula a row. "
    "Months count from today. Everything follows Budget inputs."
)


@dataclass(frozen=True)
class CashRows:
    """Rows of Cash flow: spending by line of cost and by category, its sum, and those of every scenario."""

    spending: dict[str, int]
    spent: dict[str, int]
    total: int
    scenarios: dict[str, ScenarioRows]


def write_cash_flow(f: Frame) -> CashRows | None:
    """Write the sheet; where everything stands, or None where the knowledge holds no budget."""
    if not f.has_budget:
        no_budget(f, CASH_FLOW)
        return None
    f.pages[CASH_FLOW].columns(58, 12, 13, *[13] * years(f))
    page = f.head(CASH_FLOW, "Cash flow", _PURPOSE, max(last_column(f), 6))
    _calendar(f, page)
    rows = Rows(page, SPENDING_TOP - 1, years(f))
    rows.head("Today's spending carried on, the same in every scenario")
    spending, spent = write_spending(f, rows)
    total = rows.years(
        "All spending",
        lambda y: "+".join(y.of(row) for row in spent.values()),
        flows(f)[0].spent[1:],
        "total_amount",
        today=("0", 0.0),
    )
    scenarios: dict[str, ScenarioRows] = {}
    for flow in flows(f):
        placed = _scenario(f, rows, flow, spent, total)
        if flow.scenario.id != STAY:
            placed = write_against(f, rows, flow, placed, scenarios[STAY].cost)
        if placed.effect is not None and placed.savings is not None:
            placed = write_break_even(f, rows, flow, placed, total, _months(f, flow))
        scenarios[flow.scenario.id] = placed
    page.sheet.freeze_panes(FACTOR_ROW + 1, 1)
    page.printed(rows.row, max(last_column(f), 6), FACTOR_ROW + 1, f.footer, A3)
    return CashRows(spending, spent, total, scenarios)


def _months(f: Frame, flow: CashFlow) -> tuple[Floats, Floats]:
    """Months of full effect and of full saving in each year."""
    case, v = f.budget.case, at_typical(f.budget.case.levers)
    line, spans = Timeline.of_years(case.horizon_years), spells(case, flow.scenario, v)
    return effect_months(case, spans, v, line), saving_months(case, spans, v, line)


def _calendar(f: Frame, page: Page) -> None:
    """Years, their first and last months, and the factor that brings each back to today."""
    heads = ((YEAR_ROW, "Year"), (STARTS_ROW, "From month"), (ENDS_ROW, "To month"), (FACTOR_ROW, "Discount factor"))
    rate = float(flows(f)[0].rate)
    for row, label in heads:
        page.text(row, LABEL, label, "head" if row == YEAR_ROW else "quiet")
        page.text(row, ONE, "One number" if row == YEAR_ROW else "", "head_right" if row == YEAR_ROW else "quiet")
    page.number(YEAR_ROW, TODAY, 0, "head_right")
    page.number(FACTOR_ROW, TODAY, 1, "rate")
    for place in range(years(f)):
        column = FIRST_YEAR + place
        y, before = Year(column), at(YEAR_ROW, column - 1)
        page.formula(YEAR_ROW, column, f"{before}+1", place + 1, "head_right")
        page.formula(STARTS_ROW, column, f"12*({y.number}-1)", MONTHS_PER_YEAR * place, "quiet_number")
        page.formula(ENDS_ROW, column, f"12*{y.number}", MONTHS_PER_YEAR * (place + 1), "quiet_number")
        factor = f"1/(1+{lever_name(f.budget.case.rules.discount_rate)})^{y.number}"
        page.formula(FACTOR_ROW, column, factor, (1 + rate) ** -(place + 1), "rate")


def _scenario(f: Frame, rows: Rows, flow: CashFlow, spent: dict[str, int], total: int) -> ScenarioRows:
    case, v = f.budget.case, at_typical(f.budget.case.levers)
    line = Timeline.of_years(case.horizon_years)
    spans = spells(case, flow.scenario, v)
    rows.skip()
    rows.page.own(rows.row, LABEL, short_label(f.knowledge, flow.scenario), "scenarios", "section")
    for column in range(ONE, FIRST_YEAR + years(f)):
        rows.page.text(rows.row, column, "", "section")
    rows.row += 1
    cells: list[LeaderCells] = []
    for spell in spans:
        cells.append(write_leader(rows, case, spell, cells[-1] if cells else None, v, line))
    effect = savings = saved = None
    if cells:
        rows.head("What changes")
        effect = write_effect(rows, case, cells, v, line, effect_months(case, spans, v, line))
        savings = write_saving_months(rows, case, cells, v, saving_months(case, spans, v, line))
        if case.risk is not None:
            saved = write_loss_saved(rows, case, cells, line, loss_saved(case, spans, v, line))
    rows.head("Costs; 1 in the second column: money that leaves the firm")
    formulas: dict[str, tuple[str | None, YearFormula]] = {}
    for one in cells:
        formulas |= leader_lines(case, one)
    formulas |= _shared(case, flow, spent, effect, savings, saved)
    placed = {one.id: _line(rows, one, formulas[one.id]) for one in flow.own}
    sums = write_sums(rows, flow, placed, total, effect, savings)
    write_own_cost(f, rows, sums.cost, flow)
    return sums


def _shared(
    case: BudgetCase, flow: CashFlow, spent: dict[str, int], effect: int | None, savings: int | None, saved: int | None
) -> dict[str, tuple[str | None, YearFormula]]:
    """Formulas of the lines that every scenario may have."""
    names = case.rules.plan.figures
    worth = f"{lever_name(OWNER_HOURS)}*{lever_name(names.owner_hour_value)}"
    relief = lever_name(names.owner_relief)
    loss = lever_name(case.risk.lever.id) if case.risk is not None else ""

    def own_time(y: Year) -> str:
        return f"{worth}*12" if effect is None else f"{worth}*(12-{relief}*{y.of(effect)})"

    def expected(y: Year) -> str:
        return f"{loss}*Loss_now" if saved is None else f"{loss}*(Loss_now-{y.of(saved)})"

    found: dict[str, tuple[str | None, YearFormula]] = {
        "owner_time": (None, own_time),
        "expected_loss": (None, expected),
    }
    if flow.scenario.one_off is not None:
        found["one_off"] = (lever_name(flow.scenario.one_off), lambda y: "0")
    if savings is not None:
        for category in case.rules.categories:
            share, row = lever_name(category.saving), spent[category.id]
            found[f"saving_{category.id}"] = (
                None,
                lambda y, share=share, row=row: f"-{share}*{y.of(savings)}/12*{y.of(row)}",  # type: ignore[misc]
            )
    return found


def _line(rows: Rows, one: CostLine, formulas: tuple[str | None, YearFormula]) -> int:
    today, formula = formulas
    amount = (today or "0", float(one.yearly[0]))
    return rows.years(one.label, formula, one.yearly[1:], today=amount, paid=one.paid)


def subject(f: Frame) -> str:
    """The scenario that Scenarios shows year by year."""
    return f.budget.subject if f.budget.subject in f.budget.flows else STAY
