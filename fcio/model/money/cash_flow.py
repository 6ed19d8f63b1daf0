"""Cash flow of each scenario by year: total cost of ownership, present value, payback, break-even, first year by month.

Money out is negative in a cash flow and positive in a cost. Expected loss is never inside a cost unless a name says
``with_loss``. Year 0 is today and not discounted (see :mod:`fcio.model.finance`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from fcio.model import finance
from fcio.model.money.case import OWNER_HOURS, BudgetCase
from fcio.model.money.leader_lines import scenario_lines
from fcio.model.money.levers import Values, at_typical
from fcio.model.money.lines import RISK, CostLine, spend_lines
from fcio.model.money.scenario import STAY, BudgetScenario
from fcio.model.money.timeline import Timeline
from fcio.model.tables import Floats


@dataclass(frozen=True)
class CashFlow:
    """One scenario year by year; ``rate`` discounts it. Arrays have shape [..., years + 1], US dollars.

    ``spending`` are the lines that all scenarios share and ``spent`` their sum; ``own`` are those of this one.
    """

    scenario: BudgetScenario
    spending: tuple[CostLine, ...]
    spent: Floats
    own: tuple[CostLine, ...]
    rate: Floats

    @property
    def lines(self) -> tuple[CostLine, ...]:
        """All lines, those of spending first."""
        return (*self.spending, *self.own)

    @cached_property
    def cost(self) -> Floats:
        """Cost of each year with own hours and without expected loss."""
        return _sum([self.spent, *(line.yearly for line in self.own if line.category != RISK)])

    @cached_property
    def paid(self) -> Floats:
        """Money that leaves the firm in each year: the budget."""
        return _sum([self.spent, *(line.yearly for line in self.own if line.paid)])

    @cached_property
    def loss(self) -> Floats:
        """Expected loss of each year; zeros where risk is not known."""
        return _sum([np.zeros(self.cost.shape[-1]), *(one.yearly for one in self.lines if one.category == RISK)])

    @property
    def flow(self) -> Floats:
        """The cash flow without expected loss: what the cost of each year takes away."""
        return -self.cost

    @property
    def tco(self) -> Floats:
        """Total cost of ownership over all years, not discounted, with own hours and without expected loss."""
        return np.asarray(self.cost.sum(axis=-1))

    @property
    def npv(self) -> Floats:
        """Present value without expected loss; a cost is negative."""
        return finance.npv(self.rate, -self.cost)

    @property
    def npv_with_loss(self) -> Floats:
        """Present value with expected loss."""
        return finance.npv(self.rate, -self.cost - self.loss)

    def by_category(self) -> dict[str, Floats]:
        """Yearly amounts by category; they add up to cost and loss."""
        found: dict[str, Floats] = {}
        for line in self.lines:
            found[line.category] = found.get(line.category, np.zeros(1)) + line.yearly
        return found

    def by_kind(self) -> dict[str, Floats]:
        """Yearly amounts by kind; they add up to cost and loss."""
        found: dict[str, Floats] = {}
        for line in self.lines:
            for kind, share in line.parts.items():
                found[kind] = found.get(kind, np.zeros(1)) + share * line.yearly
        return found


@dataclass(frozen=True)
class Against:
    """A scenario beside staying as you are; years and amounts in today's US dollars, None where there is none.

    ``npv`` is better than staying where positive. ``payback`` counts years. ``break_even_hours`` of the owner would
    have to fall away each month, and ``break_even_saving`` is the share of all spending that would have to be saved,
    for the scenario to cost as much as staying; both leave expected loss out, as ``npv`` and ``payback`` do, and are
    None where all hours or all spending would not do.
    """

    scenario: str
    npv: float
    npv_with_loss: float
    payback: float | None
    payback_with_loss: float | None
    break_even_hours: float | None
    break_even_saving: float | None


def _sum(arrays: Iterable[Floats]) -> Floats:
    """The sum of series [P] and of draws [N, P]."""
    single, drawn = np.zeros(1), None
    for array in arrays:
        if array.ndim == 1:
            single = single + array
        elif drawn is None:
            drawn = array.copy(order="K")
        else:
            drawn += array
    return single if drawn is None else drawn + single


def cash_flows(
    case: BudgetCase, v: Values | None = None, only: Iterable[str] | None = None, line: Timeline | None = None
) -> dict[str, CashFlow]:
    """Cash flows by scenario, at typical values unless ``v`` gives others; ``only`` some of them, in other periods."""
    values = at_typical(case.levers) if v is None else v
    periods = line or Timeline.of_years(case.horizon_years)
    spending = spend_lines(case, values, periods)
    chosen = case.scenarios if only is None else [case.scenario(one) for one in only]
    spent, rate = _sum(line.yearly for line in spending), values[case.rules.discount_rate]
    return {
        one.id: CashFlow(one, spending, spent, scenario_lines(case, one, values, spending, periods), rate)
        for one in chosen
    }


def first_year(case: BudgetCase, scenario: str, v: Values | None = None) -> CashFlow:
    """The first year of a scenario month by month: arrays have shape [..., 13], of today and of twelve months.

    The months of each line add up to its first year. Present values are not meant here.
    """
    return cash_flows(case, v, [scenario], Timeline.of_first_year())[scenario]


def against_stay(case: BudgetCase, flows: Mapping[str, CashFlow], v: Values | None = None) -> dict[str, Against]:
    """Every other scenario of ``flows`` beside staying as you are, at single values of the levers."""
    values = at_typical(case.levers) if v is None else v
    others = [key for key in flows if key != STAY]
    even = break_even(case, others, values)
    found = {}
    for key in others:
        stay, one = flows[STAY], flows[key]
        gain, with_loss = stay.cost - one.cost, stay.cost - one.cost + (stay.loss - one.loss)
        npv, npv_with_loss = (float(finance.npv(one.rate, series)) for series in (gain, with_loss))
        paid_back = finance.payback(gain), finance.payback(with_loss)
        found[key] = Against(key, npv, npv_with_loss, *paid_back, *even[key])
    return found


def gain_over_stay(case: BudgetCase, scenarios: Iterable[str], v: Values) -> dict[str, Floats]:
    """Present value of scenarios less that of staying, without expected loss (US dollars)."""
    flows = cash_flows(case, v, dict.fromkeys((STAY, *scenarios)))
    return {key: np.asarray(flows[key].npv - flows[STAY].npv) for key in scenarios}


def break_even(case: BudgetCase, scenarios: Iterable[str], v: Values) -> dict[str, tuple[float | None, float | None]]:
    """Hours of the owner a month, and share of all spending, at which each scenario costs as much as staying.

    Exact, because the present value is linear in both: it is worked out at none and at one hour, at nothing and at all
    saved; nothing where a scenario costs no more anyway. None where not even all hours spent now would do, or not even
    all of the spending.
    """
    relief, savings = case.rules.plan.figures.owner_relief, [category.saving for category in case.rules.categories]
    hours = {relief: np.array([0.0, 1.0]), OWNER_HOURS: np.ones(2)}
    ends = {
        **{key: np.concatenate([hours[key], np.full(2, v[key])]) for key in hours},
        **{key: np.concatenate([np.full(2, v[key]), [0.0, 1.0]]) for key in savings},
    }
    found = {}
    for key, (none, hour, nothing, whole) in gain_over_stay(case, list(scenarios), {**v, **ends}).items():
        found[key] = (
            _needed(float(none), float(hour - none), float(v[OWNER_HOURS])),
            _needed(float(nothing), float(whole - nothing), 1.0),
        )
    return found


def _needed(gain: float, per_unit: float, most: float) -> float | None:
    """How many units bring a gain up to nothing; none where it is there already, None where ``most`` would not do."""
    if gain >= 0:
        return 0.0
    needed = finance.break_even(gain, per_unit)
    return needed if needed is not None and needed <= most else None
