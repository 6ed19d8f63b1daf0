"""Tables of the budget: scenarios side by side, years, months, chances, levers; each narrow enough for a phone."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.currency import Conversion, from_usd
from fcio.model.money.case import BudgetCase
from fcio.model.money.cash_flow import Against, CashFlow, cash_flows
from fcio.model.money.scenario import STAY
from fcio.model.money.uncertainty import Uncertainty
from fcio.model.money.waiting import WaitingCost
from fcio.model.money.what_if import SideBySide
from fcio.report.budget_amounts import common_unit, in_unit, share_text, signed_money, to_the_dollar
from fcio.report.budget_words import difference, short_label
from fcio.report.currency import to_the_unit
from fcio.report.numbers import in_hundred, plain

SCENARIO, CHEAPER = "Scenario", "costs less as it is"


def _rows(knowledge: Knowledge, flows: Sequence[CashFlow]) -> list[str]:
    return [short_label(knowledge, flow.scenario) for flow in flows]


def _frame(names: list[str], columns: dict[str, list[str]]) -> pd.DataFrame:
    return pd.DataFrame(columns, index=pd.Index(names, name=SCENARIO))


def is_staying(flow: CashFlow) -> bool:
    """Whether nobody is engaged and nothing is paid, so that there is no chance to tell."""
    return not flow.scenario.leaders and flow.scenario.one_off is None


def cost_table(
    knowledge: Knowledge,
    found: SideBySide,
    sure: Uncertainty,
    chosen: Sequence[str],
    conversion: Conversion | None = None,
) -> pd.DataFrame:
    """What each scenario costs over all years, how much more than staying, and in how many of 100 cases it is less."""
    unit = _unit(found, chosen, conversion)
    stay, *totals = (in_unit(from_usd(float(found.flows[key].tco), conversion), unit) for key in (STAY, *chosen))
    return _frame(
        _rows(knowledge, [found.flows[key] for key in chosen]),
        {
            "In all": [to_the_unit(total, conversion) for total in totals],
            "More than staying": [
                "" if key == STAY else to_the_unit(total - stay, conversion)
                for key, total in zip(chosen, totals, strict=True)
            ],
            "Costs less in": [
                "" if is_staying(found.flows[key]) else in_hundred(sure.cheaper(key, STAY)) for key in chosen
            ],
        },
    )


def _unit(found: SideBySide, chosen: Sequence[str], conversion: Conversion | None) -> int:
    """The unit in which totals and what they are more than staying add up on the page."""
    shown = [from_usd(float(found.flows[key].tco), conversion) for key in (STAY, *chosen)]
    more = [from_usd(difference(found.flows, key), conversion) for key in chosen if key != STAY]
    return common_unit(shown, more)


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
            "Even if own hours a month fall by": [_hours(found.against[key]) for key in others],
            "Or if saved of all": [_saving(found.against[key]) for key in others],
        },
    )


def _hours(found: Against) -> str:
    hours = found.break_even_hours
    if found.npv >= 0:
        return CHEAPER
    return "more than you spend" if hours is None else plain(hours, 2)


def _saving(found: Against) -> str:
    share = found.break_even_saving
    if found.npv >= 0:
        return CHEAPER
    return "not even all" if share is None else share_text(share)


def loss_table(
    knowledge: Knowledge, found: SideBySide, chosen: Sequence[str], conversion: Conversion | None = None
) -> pd.DataFrame:
    """Expected loss over all years, and the total with it."""
    flows = [found.flows[key] for key in chosen]
    unit = _unit(found, chosen, conversion)
    loss = [in_unit(from_usd(float(flow.loss.sum()), conversion), unit) for flow in flows]
    cost = [in_unit(from_usd(float(flow.tco), conversion), unit) for flow in flows]
    return _frame(
        _rows(knowledge, flows),
        {
            "Expected loss": [to_the_unit(one, conversion) for one in loss],
            "All with it": [to_the_unit(own + one, conversion) for own, one in zip(cost, loss, strict=True)],
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
    was, now = (
        {key: float(flow.tco) for key, flow in cash_flows(one, None, chosen).items()} for one in (before, after)
    )
    unit = common_unit([*was.values(), *now.values()], [now[key] - was[key] for key in chosen])
    return _frame(
        [short_label(knowledge, before.scenario(key)) for key in chosen],
        {
            "Was": [to_the_dollar(in_unit(was[key], unit)) for key in chosen],
            "Is": [to_the_dollar(in_unit(now[key], unit)) for key in chosen],
            "Change": [to_the_dollar(in_unit(now[key], unit) - in_unit(was[key], unit)) for key in chosen],
        },
    )
