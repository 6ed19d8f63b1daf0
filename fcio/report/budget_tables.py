"""Tables of the budget: scenarios side by side, years, months, chances, levers; each narrow enough for a phone."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.currency import Conversion
from fcio.model.money.case import BudgetCase
from fcio.model.money.cash_flow import Against, CashFlow, cash_flows
from fcio.model.money.scenario import STAY
from fcio.model.money.uncertainty import Uncertainty
from fcio.model.money.waiting import WaitingCost
from fcio.model.money.what_if import SideBySide
from fcio.report.budget_words import LESS, TOTAL_DIGITS, difference, share_text, short_label, signed_money, total_money
from fcio.report.currency import in_currency
from fcio.report.numbers import in_hundred, plain

SCENARIO = "Scenario"


def _rows(knowledge: Knowledge, flows: Sequence[CashFlow]) -> list[str]:
    return [short_label(knowledge, flow.scenario) for flow in flows]


def _frame(names: list[str], columns: dict[str, list[str]]) -> pd.DataFrame:
    return pd.DataFrame(columns, index=pd.Index(names, name=SCENARIO))


def _total(amount: float, conversion: Conversion | None) -> str:
    return in_currency(amount, conversion, TOTAL_DIGITS)


def _signed(amount: float, conversion: Conversion | None) -> str:
    return f"{LESS if amount < 0 else ''}{in_currency(abs(amount), conversion)}"


def cost_table(
    knowledge: Knowledge,
    found: SideBySide,
    sure: Uncertainty,
    chosen: Sequence[str],
    conversion: Conversion | None = None,
) -> pd.DataFrame:
    """What each scenario costs over all years, how much more than staying, and in how many of 100 cases it is less."""
    flows = [found.flows[key] for key in chosen]
    more = [difference(found.flows, key) for key in chosen]
    return _frame(
        _rows(knowledge, flows),
        {
            "In all": [_total(float(flow.tco), conversion) for flow in flows],
            "More than staying": [
                "" if key == STAY else _signed(m, conversion) for key, m in zip(chosen, more, strict=True)
            ],
            "Costs less in": ["" if key == STAY else in_hundred(sure.cheaper(key, STAY)) for key in chosen],
        },
    )


def value_table(knowledge: Knowledge, found: SideBySide, sure: Uncertainty, chosen: Sequence[str]) -> pd.DataFrame:
    """Present value with its range."""
    outcomes = [sure.npv[key] for key in chosen]
    return _frame(
        _rows(knowledge, [found.flows[key] for key in chosen]),
        {
            "Present value": [signed_money(one.typical) for one in outcomes],
            "Low and high": [f"{signed_money(one.range.low)} to {signed_money(one.range.high)}" for one in outcomes],
        },
    )


def even_table(knowledge: Knowledge, found: SideBySide, chosen: Sequence[str]) -> pd.DataFrame:
    """When each scenario has paid for itself, and the own hours or the saving at which it costs no more."""
    others = [key for key in chosen if key != STAY]
    return _frame(
        _rows(knowledge, [found.flows[key] for key in others]),
        {
            "Paid back": [payback_text(found.against[key].payback) for key in others],
            "Even at own hours a month": [_hours(found.against[key]) for key in others],
            "Or saving": [_saving(found.against[key]) for key in others],
        },
    )


def _hours(found: Against) -> str:
    hours = found.break_even_hours
    return "no number does" if hours is None or not math.isfinite(hours) else plain(max(hours, 0.0), 2)


def _saving(found: Against) -> str:
    share = found.break_even_saving
    return "not even all" if share is None else share_text(max(share, 0.0))


def loss_table(
    knowledge: Knowledge, found: SideBySide, chosen: Sequence[str], conversion: Conversion | None = None
) -> pd.DataFrame:
    """Expected loss over all years, and the total with it."""
    flows = [found.flows[key] for key in chosen]
    loss = [float(flow.loss.sum()) for flow in flows]
    return _frame(
        _rows(knowledge, flows),
        {
            "Expected loss": [in_currency(one, conversion) for one in loss],
            "All with it": [_total(float(flow.tco) + one, conversion) for flow, one in zip(flows, loss, strict=True)],
        },
    )


def chance_table(knowledge: Knowledge, found: SideBySide, sure: Uncertainty, chosen: Sequence[str]) -> pd.DataFrame:
    """Every pair: in how many cases the one costs less than the other, and with expected loss where it is known."""
    names = {key: short_label(knowledge, found.flows[key].scenario) for key in chosen}
    pairs = [(one, other) for place, one in enumerate(chosen) for other in chosen[place + 1 :]]
    rows = [f"{names[one]} costs less than {names[other]}" for one, other in pairs]
    columns = {"Chance": False} if found.case.risk is None else {"Chance": False, "With expected loss": True}
    return pd.DataFrame(
        {
            column: [f"{in_hundred(sure.cheaper(one, other, with_loss))} cases" for one, other in pairs]
            for column, with_loss in columns.items()
        },
        index=pd.Index(rows, name="Which"),
    )


def payback_text(years: float | None) -> str:
    """A payback in years and months, or that there is none.

    >>> payback_text(None), payback_text(0.0), payback_text(1.25)
    ('not yet', 'at once', '1 year, 3 months')
    """
    if years is None or not math.isfinite(years):
        return "not yet"
    months = math.ceil(12 * years - 1e-9)
    if months <= 0:
        return "at once"
    parts = [(months // 12, "year"), (months % 12, "month")]
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in parts if count)


def waiting_table(waiting: WaitingCost) -> pd.DataFrame:
    """The parts of what a quarter of waiting costs, with their ranges; pay stands beside and is never taken off."""
    parts = {
        "Own hours that go on, less those with the leader": waiting.own_hours,
        "Savings that do not begin": waiting.savings,
        "Expected loss that stays": waiting.loss,
        "Together": waiting.total,
        "Pay that is not due yet, beside it": waiting.pay,
    }
    return pd.DataFrame(
        {
            "Usual": [signed_money(one.typical) for one in parts.values()],
            "Low and high": [f"{signed_money(one.low)} to {signed_money(one.high)}" for one in parts.values()],
        },
        index=pd.Index(list(parts), name="Part"),
    )


def moved_table(knowledge: Knowledge, before: BudgetCase, after: BudgetCase, chosen: Sequence[str]) -> pd.DataFrame:
    """What moved levers do to the cost of each scenario over all years."""
    was, now = cash_flows(before, None, chosen), cash_flows(after, None, chosen)
    return _frame(
        _rows(knowledge, [was[key] for key in chosen]),
        {
            "Was": [total_money(float(was[key].tco)) for key in chosen],
            "Is": [total_money(float(now[key].tco)) for key in chosen],
            "Change": [signed_money(float(now[key].tco - was[key].tco)) for key in chosen],
        },
    )
