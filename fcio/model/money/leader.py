"""Who leads for a time and how they are paid: a mode of engagement with the levers that price it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from fcio.knowledge.budget_plan import PlanFigures
from fcio.knowledge.figures import Mode
from fcio.knowledge.whole import Knowledge
from fcio.model.assessment import Assessment
from fcio.model.engagement import MONTHS_PER_YEAR, Span
from fcio.model.money.levers import Lever, Values, known_lever
from fcio.model.parameters import Figures
from fcio.model.tables import Floats

Paid = Literal["hourly", "monthly", "salary", "project"]
Limits = tuple[float, float]
WORKLOAD = "leadership_hours"
SHORTEST = 1e-9


@dataclass(frozen=True)
class Leader:
    """One leader of a scenario; every name is the id of a lever, None where nothing of the kind is paid.

    ``price`` is US dollars an hour, a month, a year or for the whole project, as ``paid`` says. ``hours`` a month and
    the monthly fee stay inside their limits. The ``months`` of a leader on the payroll say when a search comes round
    again, unless the leader ``leaves`` for good; everybody else stops after them. ``months`` is a sum of levers; none
    means until the plan ends.
    """

    id: str
    role: str
    label: str
    paid: Paid
    price: str
    hours: str | None
    hours_limits: Limits | None
    fee_limits: Limits | None
    load: str | None
    search_fee: str | None
    months: tuple[str, ...]
    start: str
    ramp: str
    notice: str | None
    leaves: bool = False

    @property
    def replaced(self) -> bool:
        """Whether somebody else follows in the same post when this leader goes."""
        return self.employed and not self.leaves

    @property
    def employed(self) -> bool:
        """Whether this leader is on the firm's payroll."""
        return self.paid == "salary"

    @property
    def levers(self) -> tuple[str, ...]:
        """Levers that the pay follows from."""
        return tuple(one for one in (self.price, self.hours, self.load) if one is not None)

    def length(self, v: Values) -> Floats:
        """Months from the first day to the last; endless where none are named."""
        return sum((v[one] for one in self.months), np.zeros(())) if self.months else np.asarray(np.inf)

    def monthly_hours(self, v: Values) -> Floats:
        """Hours a month."""
        hours = v[self.hours] if self.hours else np.zeros(())
        return np.clip(hours, *self.hours_limits) if self.hours_limits else hours

    def monthly_pay(self, v: Values) -> Floats:
        """US dollars a month, with the employer's load; a project's fee spread over its months."""
        price = v[self.price]
        if self.paid == "salary":
            return np.asarray(price * (v[self.load] if self.load else 1.0) / MONTHS_PER_YEAR)
        if self.paid == "project":
            return np.asarray(price / np.maximum(self.length(v), SHORTEST))
        pay = price * self.monthly_hours(v) if self.paid == "hourly" else price
        return np.clip(pay, *self.fee_limits) if self.fee_limits else np.asarray(pay)


def leader_of_mode(
    knowledge: Knowledge, figures: Figures, mode: Mode, role: str, workload: bool, months: tuple[str, ...] = ()
) -> Leader:
    """The leader that a mode of engagement describes; with ``workload`` its hours follow the answer about the work."""
    assert knowledge.budget is not None
    names: PlanFigures = knowledge.budget.plan.figures
    employed, follows = mode.fee == "salary", workload and mode.fee == "hourly" and mode.hours_per_month is not None
    notice = None if mode.fee == "project" else names.employee_notice if employed else names.outside_notice
    return Leader(
        id=mode.id,
        role=role,
        label=mode.label,
        paid=mode.fee,
        price=mode.rate,
        hours=WORKLOAD if follows else mode.hours_per_month,
        hours_limits=_limits(figures, mode.hours_per_month) if follows else None,
        fee_limits=_limits(figures, mode.fee_band),
        load=mode.load,
        search_fee=mode.search_fee,
        months=months or (mode.duration_months,),
        start=names.employee_start if employed else names.outside_start,
        ramp=names.employee_ramp if employed else names.outside_ramp,
        notice=notice,
    )


def _limits(figures: Figures, figure: str | None) -> Limits | None:
    return (figures[figure].low, figures[figure].high) if figure else None


def workload_lever(knowledge: Knowledge, assessment: Assessment) -> Lever | None:
    """Hours of leadership a month as the intake tells them; None where it does not."""
    rules = knowledge.engagement
    rule = rules.workload.get(assessment.answers.get(rules.workload_question, ""))
    if rule is None:
        return None
    label = "Hours of leadership a month, as you told them"
    return known_lever(WORKLOAD, label, "hours_per_month", Span(*rule.hours), rule.source, rule.note)


def budget_figures(knowledge: Knowledge) -> frozenset[str]:
    """Ids of all figures that may play a part in a budget, whatever the client needs."""
    assert knowledge.budget is not None
    rules, engagement = knowledge.budget, knowledge.engagement
    found = {rules.discount_rate, *rules.plan.figures.model_dump().values(), *engagement.rate_check.values()}
    found |= {figure for category in rules.categories for figure in (category.growth, category.saving)}
    found |= {figure for path in rules.plan.paths for stage in path.stages for figure in stage.months}
    for mode in engagement.modes:
        named = (mode.rate, mode.fee_band, mode.hours_per_month, mode.load, mode.search_fee, mode.duration_months)
        found |= {figure for figure in named if figure is not None}
    return frozenset(found)


def modes_by_id(knowledge: Knowledge) -> Mapping[str, Mode]:
    """Modes of engagement by id."""
    return {mode.id: mode for mode in knowledge.engagement.modes}


OWN_UNITS = {
    "fee": ("fee a month", "usd_per_month"),
    "rate": ("price of an hour", "usd_per_hour"),
    "hours": ("hours a month", "hours_per_month"),
    "months": ("months", "months"),
    "start": ("months until the start", "months"),
    "one_off": ("one-off cost", "usd"),
}
"""What an own scenario may say in numbers, by its key in a case file: words and unit."""


def own_levers(id_: str, given: Mapping[str, Any], source: str) -> dict[str, Lever]:
    """The numbers of an own scenario as levers, by their key."""
    return {
        key: known_lever(f"{id_}_{key}", f"{given['name']}: {words}", unit, float(given[key]), source)
        for key, (words, unit) in OWN_UNITS.items()
        if key in given
    }
