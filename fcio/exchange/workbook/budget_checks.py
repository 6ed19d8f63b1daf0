"""What the checks say about the budget: changes since export, the app's totals, and sums that must agree."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.exchange.workbook.budget_places import (
    BUDGET_CHANGES,
    FACTOR_ROW,
    TODAY,
    flows,
    over_years,
    total_name,
)
from fcio.exchange.workbook.cash_flow_sheet import CashRows, subject
from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.currency_part import RATE_NAME, conversion_of
from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.risk_places import RISK_CHANGES
from fcio.report.budget_words import short_label

CENT = 0.005


def budget_changes(f: Frame) -> str:
    """How many inputs of the budget differ from the export; expected losses follow the risk."""
    if not f.has_budget:
        return "0"
    # As texts, so that a typed 0 differs from an empty cell.
    own = 'SUMPRODUCT(--(Budget_levers&""<>Budget_levers_then&""))'
    return f"{own}+{RISK_CHANGES}" if f.has_risk else own


def budget_checks(f: Frame, rows: CashRows | None) -> Iterator[Check]:
    """Totals and present values are the app's; years add up to categories; NPV by function is NPV by factors."""
    if rows is None:
        return
    for flow in flows(f):
        key, name = flow.scenario.id, short_label(f.knowledge, flow.scenario)
        for what, said, value in (("TCO", "All costs", flow.tco), ("PV", "Present value", flow.npv)):
            text = f"{said} of {name} as the app has it"
            yield Check(text, total_name(what, key), float(value), float(value), CENT, BUDGET_CHANGES)
        categories = total_name("By_category", key)
        yield Check(f"{name}: years add up to categories", total_name("TCO", key), float(flow.tco), categories, CENT)
        cost, factors = (over_years(f, row, TODAY) for row in (rows.scenarios[key].cost, FACTOR_ROW))
        by_factors = f"-SUMPRODUCT({cost},{factors})"
        yield Check(
            f"{name}: present value by function is that by factors",
            total_name("PV", key),
            float(flow.npv),
            by_factors,
            CENT,
        )
    key = subject(f)
    total = float(f.budget.flows[key].tco)
    yield Check("Years on Scenarios add up to all years", "SUM(By_year)", total, total_name("TCO", key), CENT)
    yield Check("Inputs of the budget below 0", 'COUNTIF(Budget_levers,"<0")', 0, 0)
    yield Check("Inputs of the budget above what can be", "SUMPRODUCT(--(Budget_levers>Budget_most))", 0, 0)
    if conversion_of(f) is not None:
        rate = f"IF(ISNUMBER({RATE_NAME}),IF({RATE_NAME}>0,0,1),1)"
        yield Check("Rates of the currency that are no number above 0", rate, 0, 0)
    words = 'ROWS(Budget_levers)-COUNT(Budget_levers)-SUMPRODUCT(--(Budget_levers=""))'
    yield Check("Inputs of the budget that are no number", words, 0, 0)
