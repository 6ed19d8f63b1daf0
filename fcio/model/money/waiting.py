"""What a quarter of waiting costs: what a leader in full effect brings in a quarter, with its range.

Whoever starts a quarter later does everything a quarter later. Over the years that loses a quarter of the full yearly
effect, however long the way to it is. Pay that is not due in that quarter is told beside it and never taken off, nor is
overspend put on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from fcio.model.engagement import MONTHS_PER_YEAR, Span
from fcio.model.money.case import OWNER_HOURS, BudgetCase, spend_lever
from fcio.model.money.levers import Values, at_typical
from fcio.model.money.scenario import BudgetScenario
from fcio.model.risk.waiting import MONTHS_PER_QUARTER
from fcio.model.tables import Floats


@dataclass(frozen=True)
class WaitingCost:
    """A quarter of waiting in US dollars of today, by part; ``total`` adds up own hours, savings and loss.

    ``own_hours`` that go on, less those spent with the leader, and so below zero where somebody takes more time than
    is freed; ``savings`` put in by the client, typically none; ``loss`` that would not be expected any more. ``leak``
    is overspend that would stop, the same money as savings in software and so not in the total; ``pay`` is what a
    quarter of the leader costs.
    """

    scenario: str
    own_hours: Span
    savings: Span
    loss: Span
    leak: float
    total: Span
    pay: Span


def cost_of_waiting(case: BudgetCase, scenario: str, drawn: Values) -> WaitingCost | None:
    """The cost of waiting a quarter with a scenario's last leader, over ``drawn`` levers; None where nobody is engaged.

    The range of ``loss`` is that of the risk model for the same role, so that no page says another one.
    """
    one = case.scenario(scenario)
    if not one.leaders:
        return None
    typical = at_typical(case.levers)

    def span(part: Callable[[Values], Floats]) -> Span:
        return _span(case, part(drawn), float(part(typical)))

    return WaitingCost(
        scenario=scenario,
        own_hours=span(lambda v: _own_hours(case, one, v)),
        savings=span(lambda v: _savings(case, v)),
        loss=_loss_range(case, one),
        leak=_leak(case, one),
        total=span(lambda v: _own_hours(case, one, v) + _savings(case, v) + _loss(case, one, v)),
        pay=span(lambda v: MONTHS_PER_QUARTER * one.leaders[-1].monthly_pay(v)),
    )


def _span(case: BudgetCase, values: Floats, typical: float) -> Span:
    low, high = (float(end) for end in np.quantile(values, (case.rules.plan.low, case.rules.plan.high)))
    return Span(min(low, typical), typical, max(high, typical))


def _own_hours(case: BudgetCase, one: BudgetScenario, v: Values) -> Floats:
    names = case.rules.plan.figures
    relieved = v[OWNER_HOURS] * v[names.owner_relief]
    spent = np.zeros(()) if one.leaders[-1].employed else v[names.steering_hours]
    return np.asarray(MONTHS_PER_QUARTER * v[names.owner_hour_value] * (relieved - spent))


def _savings(case: BudgetCase, v: Values) -> Floats:
    share = MONTHS_PER_QUARTER / MONTHS_PER_YEAR
    total = sum((v[c.saving] * v[spend_lever(c.id)] for c in case.rules.categories), np.zeros(()))
    return np.asarray(share * total)


def _loss(case: BudgetCase, one: BudgetScenario, v: Values) -> Floats:
    if case.risk is None:
        return np.zeros(())
    saved = case.risk.now - case.risk.under(one.leaders[-1].role)
    return np.asarray(MONTHS_PER_QUARTER / MONTHS_PER_YEAR * saved * v[case.risk.lever.id])


def _loss_range(case: BudgetCase, one: BudgetScenario) -> Span:
    if case.risk is None:
        return Span(0.0, 0.0, 0.0)
    saved, share = case.risk.saved.get(one.leaders[-1].role), MONTHS_PER_QUARTER / MONTHS_PER_YEAR
    factor = share * case.levers[case.risk.lever.id].typical
    return Span(0.0, 0.0, 0.0) if saved is None else Span(*(factor * x for x in (saved.low, saved.typical, saved.high)))


def _leak(case: BudgetCase, one: BudgetScenario) -> float:
    if case.risk is None:
        return 0.0
    under = case.risk.leaks.get(one.leaders[-1].role, case.risk.leak)
    return MONTHS_PER_QUARTER / MONTHS_PER_YEAR * (case.risk.leak - under)
