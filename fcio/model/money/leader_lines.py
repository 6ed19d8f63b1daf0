"""What the leaders of a scenario cost and what they change, from the first day of each to the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from fcio.model.engagement import MONTHS_PER_YEAR
from fcio.model.money.case import BudgetCase
from fcio.model.money.leader import Leader
from fcio.model.money.levers import Values
from fcio.model.money.lines import (
    CHANGE,
    LEADERSHIP,
    OWN_TIME,
    CostLine,
    from_today,
    owner_line,
    risk_line,
    saving_lines,
)
from fcio.model.money.scenario import BudgetScenario
from fcio.model.money.timeline import SHORTEST, Timeline
from fcio.model.tables import Floats


@dataclass(frozen=True)
class Spell:
    """One leader from month ``start`` to ``end``; ``takes_over`` when the one before has left.

    ``first`` and ``last`` of the scenario; the post of a last leader on the payroll is filled to the end of the plan.
    """

    leader: Leader
    start: Floats
    end: Floats
    takes_over: Floats
    first: bool
    last: bool


def spells(case: BudgetCase, scenario: BudgetScenario, v: Values) -> tuple[Spell, ...]:
    """The leaders of a scenario in time; each next one begins a handover before the one before leaves."""
    found: list[Spell] = []
    handover = v[case.rules.plan.figures.handover]
    for number, leader in enumerate(scenario.leaders, 1):
        last = number == len(scenario.leaders)
        start = np.maximum(found[-1].end - handover, found[-1].start) if found else v[leader.start]
        takes_over = found[-1].end if found else start
        end = np.asarray(np.inf) if last and leader.replaced else start + leader.length(v)
        found.append(Spell(leader, start, end, takes_over, not number - 1, last))
    return tuple(found)


def scenario_lines(
    case: BudgetCase, scenario: BudgetScenario, v: Values, spending: Sequence[CostLine], line: Timeline
) -> tuple[CostLine, ...]:
    """Every line of a scenario beside ``spending``, which all scenarios share."""
    return tuple(_lines(case, scenario, v, spending, line))


def _lines(
    case: BudgetCase, scenario: BudgetScenario, v: Values, spending: Sequence[CostLine], line: Timeline
) -> Iterator[CostLine]:
    spans = spells(case, scenario, v)
    if scenario.one_off is not None:
        none = np.zeros(line.lengths.size)
        how = "As you gave it, paid today"
        yield _line("one_off", "One-off cost", CHANGE, from_today(v[scenario.one_off], none), (scenario.one_off,), how)
    for spell in spans:
        yield from _cost(case, spell, v, line)
    yield owner_line(case, v, effect_months(case, spans, v, line), line)
    if spans:
        yield from saving_lines(case, v, spending, saving_months(case, spans, v, line), line)
    loss = risk_line(case, v, loss_saved(case, spans, v, line), line)
    if loss is not None:
        yield loss


def _line(
    id_: str, label: str, category: str, yearly: Floats, uses: tuple[str | None, ...], how: str, paid: bool = True
) -> CostLine:
    named = tuple(one for one in uses if one is not None)
    return CostLine(id_, label, category, {"leadership": 1.0}, yearly, paid, named, how)


def _cost(case: BudgetCase, spell: Spell, v: Values, line: Timeline) -> Iterator[CostLine]:
    names, leader, start = case.rules.plan.figures, spell.leader, spell.start
    months = line.months(start, spell.end)
    when = (leader.start, *leader.months)
    word = "salary with the employer's cost" if leader.employed else "fee"
    yearly = from_today(0.0, months * _pay(case, leader, v, line))
    how = "Pay a month times the months; prices of today, which grow with pay from the second year on"
    uses = (*leader.levers, *when, names.pay_growth)
    yield _line(f"pay_{leader.id}", f"{leader.label}: {word}", LEADERSHIP, yearly, uses, how)
    yield from _changing(case, spell, v, line)
    if leader.employed:
        yearly = from_today(0.0, line.over(v[names.leader_tools] / MONTHS_PER_YEAR) * months)
        how = "Cost a year for the months in the post"
        yield _line(
            f"tools_{leader.id}",
            f"{leader.label}: tools",
            LEADERSHIP,
            yearly,
            (names.leader_tools, leader.start),
            how,
        )
    else:
        worth = v[names.steering_hours] * v[names.owner_hour_value]
        uses, how = (names.steering_hours, names.owner_hour_value, *when), "Hours a month times what an hour is worth"
        label = f"Your hours with the leader: {leader.label}"
        yield _line(
            f"steering_{leader.id}", label, OWN_TIME, from_today(0.0, line.over(worth) * months), uses, how, False
        )


def _pay(case: BudgetCase, leader: Leader, v: Values, line: Timeline) -> Floats:
    """Pay a month in each period; the agreed fee of a project does not grow."""
    growth = line.growth(v[case.rules.plan.figures.pay_growth], first_year=0)
    return np.asarray(line.over(leader.monthly_pay(v)) * (1.0 if leader.paid == "project" else growth))


def _changing(case: BudgetCase, spell: Spell, v: Values, line: Timeline) -> Iterator[CostLine]:
    names, leader = case.rules.plan.figures, spell.leader
    stays = spell.last and leader.replaced
    leaving = line.repeats(spell.start, leader.length(v)) if stays else line.holds(spell.end)
    coming = (0.0 if spell.first else line.holds(spell.start)) + (leaving if stays else 0.0)
    at_once = 1.0 if spell.first else 0.0

    def each(cost: Floats) -> Floats:
        return from_today(cost * at_once, line.over(cost) * (coming + np.zeros(line.lengths.size)))

    uses: tuple[str | None, ...]
    if leader.search_fee is not None:
        uses, how = (leader.price, leader.search_fee), "Share of the first year's salary, each time somebody is sought"
        fee = each(v[leader.price] * v[leader.search_fee])
        yield _line(f"search_{leader.id}", f"{leader.label}: search", CHANGE, fee, uses, how)
    if leader.notice is not None and spell.last:
        yearly = from_today(0.0, line.over(v[leader.notice]) * _pay(case, leader, v, line) * leaving)
        uses, how = (leader.notice, *leader.levers, *leader.months), "Months of pay when the leader leaves"
        yield _line(f"notice_{leader.id}", f"{leader.label}: notice", CHANGE, yearly, uses, how)
    uses, how = (names.transition_hours, names.inside_hour_cost), "Hours of your people times what an hour costs"
    hours = each(v[names.transition_hours] * v[names.inside_hour_cost])
    yield _line(f"transition_{leader.id}", f"{leader.label}: bringing in", OWN_TIME, hours, uses, how, paid=False)


def effect_months(case: BudgetCase, spans: Sequence[Spell], v: Values, line: Timeline) -> Floats:
    """Months of full effect in each period: part of it while getting going, and what is kept once nobody leads."""
    names = case.rules.plan.figures
    total = np.zeros(line.lengths.size)
    for spell in spans:
        begins = np.maximum(spell.start, spell.takes_over)
        ready = spell.start + v[spell.leader.ramp]
        going = line.months(begins, np.minimum(ready, spell.end))
        total = total + line.over(v[names.ramp_effect]) * going + line.months(np.maximum(ready, begins), spell.end)
    if spans:
        total = total + line.over(v[names.effect_kept]) * line.months(spans[-1].end, np.inf)
    return total


def saving_months(case: BudgetCase, spans: Sequence[Spell], v: Values, line: Timeline) -> Floats:
    """Months of full saving in each period, from when savings begin; afterwards the part that is kept."""
    names = case.rules.plan.figures
    begins, end = spans[0].start + v[names.saving_start], spans[-1].end
    kept = line.months(np.maximum(begins, end), np.inf)
    return np.asarray(line.months(begins, end) + line.over(v[names.effect_kept]) * kept)


def loss_saved(case: BudgetCase, spans: Sequence[Spell], v: Values, line: Timeline) -> Floats:
    """Expected loss that falls away in each period (US dollars): it climbs with the areas, and a part is kept."""
    total = np.zeros(line.lengths.size)
    if case.risk is None or not spans:
        return total
    for spell in spans:
        climb = case.risk.climb.get(spell.leader.role, 0.0)
        whole = (case.risk.now - case.risk.under(spell.leader.role)) / MONTHS_PER_YEAR
        begins = np.maximum(spell.start, spell.takes_over)
        total = total + whole * line.climbed(begins, spell.end, spans[0].start, climb)
    last = spans[-1]
    climb = max(case.risk.climb.get(last.leader.role, 0.0), SHORTEST)
    reached = np.clip((last.end - spans[0].start) / climb, 0.0, 1.0)
    kept = v[case.rules.plan.figures.effect_kept] * reached
    whole = (case.risk.now - case.risk.under(last.leader.role)) / MONTHS_PER_YEAR
    return np.asarray(total + whole * line.over(kept) * line.months(last.end, np.inf))
