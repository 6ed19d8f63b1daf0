"""Lines of cost: what one scenario costs, today and in each period. Costs are positive, savings negative.

Spending is that of the last twelve months; the first year has grown once. Prices of leaders are today's and grow with
pay from the second year on. All amounts are US dollars of their own year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from fcio.model.engagement import MONTHS_PER_YEAR
from fcio.model.money.case import OWNER_HOURS, BudgetCase, Contract, spend_lever
from fcio.model.money.levers import Values
from fcio.model.money.timeline import Timeline
from fcio.model.tables import Floats

Kind = Literal["run", "grow", "transform", "leadership", "saving", "risk"]
LEADERSHIP, CHANGE, OWN_TIME, RISK = "leadership", "change", "own_time", "risk"
"""Categories beside the lines of spending: pay of leaders, what changing costs, own hours, and expected loss."""


@dataclass(frozen=True)
class CostLine:
    """One line of a scenario; ``yearly`` [..., periods + 1] is today and then each year (or month), US dollars.

    ``parts`` are its shares by kind and add up to 1. ``paid``: money that leaves the firm; own hours and expected loss
    do not, or not surely. ``uses`` names the levers it follows from, and ``how`` says it in words.
    """

    id: str
    label: str
    category: str
    parts: Mapping[Kind, float]
    yearly: Floats
    paid: bool
    uses: tuple[str, ...]
    how: str

    @property
    def kind(self) -> Kind:
        """The kind of its largest part."""
        return max(self.parts, key=lambda kind: self.parts[kind])


def from_today(today: ArrayLike, periods: Floats) -> Floats:
    """An amount of today [...] before those of the periods [..., P], together [..., P + 1]."""
    first = np.asarray(today, dtype=float)
    shape = np.broadcast_shapes(first.shape, periods.shape[:-1])
    whole = np.empty((*shape, periods.shape[-1] + 1), order="F")
    whole[..., 0] = first
    whole[..., 1:] = periods
    return whole


def spend_lines(case: BudgetCase, v: Values, line: Timeline) -> tuple[CostLine, ...]:
    """Today's spending carried on, with contracts apart; the same in all scenarios."""
    return tuple(_spend(case, v, line))


def _spend(case: BudgetCase, v: Values, line: Timeline) -> Iterator[CostLine]:
    error = case.rules.plan.figures.spend_error
    for category in case.rules.categories:
        parts: dict[Kind, float] = {"run": category.run, "grow": category.grow, "transform": category.transform}
        inside = [one for one in case.contracts if one.category == category.id]
        amount = v[spend_lever(category.id)]
        rest = np.maximum(amount - sum(v[one.amount] for one in inside), 0.0) if inside else amount
        uses: tuple[str, ...] = (spend_lever(category.id), category.growth)
        if category.id in case.spend.estimated:
            rest, uses = rest * v[error], (*uses, error)
        months = line.growth(v[category.growth], first_year=1) * line.lengths / MONTHS_PER_YEAR
        how = "Spending of the last twelve months, which grows each year"
        yearly = from_today(0.0, line.over(rest) * months)
        yield CostLine(uses[0], category.label, category.id, parts, yearly, True, uses, how)
        for one in inside:
            yearly = from_today(0.0, _contract(one, v, line))
            how = "Yearly price, which rises at each renewal"
            yield CostLine(one.id, one.name, category.id, parts, yearly, True, (one.amount, one.uplift), how)


def _contract(one: Contract, v: Values, line: Timeline) -> Floats:
    """A price that steps up at each renewal, by period."""
    step, total = 1 + line.over(v[one.uplift]), np.zeros(1)
    for renewal in range(int(line.last // MONTHS_PER_YEAR) + 2):
        until = one.renews + MONTHS_PER_YEAR * renewal
        since = until - MONTHS_PER_YEAR if renewal else 0.0
        total = total + step**renewal * line.months(since, until)
    return np.asarray(line.over(v[one.amount]) / MONTHS_PER_YEAR * total)


def saving_lines(
    case: BudgetCase, v: Values, spending: Sequence[CostLine], months: Floats, line: Timeline
) -> Iterator[CostLine]:
    """What is saved in each line of spending; ``months`` [..., P] of full effect in each period."""
    start = case.rules.plan.figures.saving_start
    part = months / line.lengths
    for category in case.rules.categories:
        share = v[category.saving]
        own = [one for one in spending if one.category == category.id]
        uses = (category.saving, start, *(lever for one in own for lever in one.uses))
        yearly = np.zeros(line.lengths.size + 1)
        if np.any(share):
            spent = sum(one.yearly[..., 1:] for one in own)
            yearly = from_today(0.0, -line.over(share) * part * spent)
        label = f"Saved: {category.label}"
        how = "Share of the line, from when savings begin; the part that is kept once nobody leads"
        yield CostLine(f"saving_{category.id}", label, category.id, {"saving": 1.0}, yearly, True, uses, how)


def owner_line(case: BudgetCase, v: Values, effect: Floats, line: Timeline) -> CostLine:
    """The owner's own hours that remain, at their worth; ``effect`` [..., P] months of full effect in each period."""
    names = case.rules.plan.figures
    relieved = line.over(v[names.owner_relief]) * effect
    worth = v[OWNER_HOURS] * v[names.owner_hour_value]
    return CostLine(
        id="owner_time",
        label="Your own hours with technology",
        category=OWN_TIME,
        parts={"leadership": 1.0},
        yearly=from_today(0.0, line.over(worth) * (line.lengths - relieved)),
        paid=False,
        uses=(OWNER_HOURS, names.owner_hour_value, names.owner_relief, names.ramp_effect, names.effect_kept),
        how="Hours a month times what an hour is worth, less the share that falls away while somebody leads",
    )


def risk_line(case: BudgetCase, v: Values, saved: Floats, line: Timeline) -> CostLine | None:
    """Expected loss, less what is ``saved`` in each period (US dollars [..., P]); None where risk is not known."""
    if case.risk is None:
        return None
    factor = case.risk.lever.id
    loss = case.risk.now * line.lengths / MONTHS_PER_YEAR - saved
    return CostLine(
        id="expected_loss",
        label="Expected loss in an average year",
        category=RISK,
        parts={"risk": 1.0},
        yearly=from_today(0.0, line.over(v[factor]) * loss),
        paid=False,
        uses=(factor, case.rules.plan.figures.effect_kept),
        how="Mean loss from the risk model, after insurance, which falls as a leader lifts the areas",
    )
