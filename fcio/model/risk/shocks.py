"""What may happen to the firm, applied to role, cost and risk at once; and what one would regret."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from fcio.knowledge.risk import Shock
from fcio.knowledge.whole import Knowledge
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.engagement import MONTHS_PER_YEAR, Engagement
from fcio.model.facts import FirmFacts
from fcio.model.fit import FitModel, role_fit
from fcio.model.fit_result import FitResult
from fcio.model.loss.annual import AnnualLoss, grid_for
from fcio.model.loss.scenario import LossModel, expected_by_scenario
from fcio.model.loss.transform import event_transform
from fcio.model.parameters import Figures
from fcio.model.risk.result import Outlook, RiskResult
from fcio.model.risk.risk import RiskCase, leaked, risk_case, risk_result

TODAY = "today"
MIDDLES = (1.5, 4.5, 7.5, 10.5)
"""Months in the middle of each quarter of a first year."""


@dataclass(frozen=True)
class Event:
    """What one event of a scenario costs (US dollars): its mean, the middle, and what one in twenty exceeds."""

    scenario: str
    mean: float
    middle: float
    one_in_twenty: float


@dataclass(frozen=True)
class Future:
    """The firm after a shock, or as it is; ``events`` are those that happen for certain in it.

    ``first_year`` by role, engaged or not: expected loss, leak and certain events (at some time) of the first year,
    while the role climbs; before insurance, in US dollars.
    """

    id: str
    shock: Shock | None
    fit: FitResult
    risk: RiskResult
    events: tuple[Event, ...]
    first_year: Mapping[str, float]


@dataclass(frozen=True)
class Regret:
    """One role in one future: fee, expected loss, leak and certain events of a year, and what is above the least.

    US dollars. ``regret`` is 0 for the role that costs least in that future.
    """

    role: str
    future: str
    fee: float
    loss: float
    regret: float


def shocked(knowledge: Knowledge, assessment: Assessment, shock: Shock) -> tuple[Assessment, dict[str, float]]:
    """The client after a shock: answers as it changes them, and multipliers of facts.

    A fact that an intake question tells is changed in its answer, so that the role fit sees it, too. One that is
    estimated from another that changes has moved with it already, and is multiplied by the rest only.
    """
    answers, times = dict(assessment.answers), {}
    for change in shock.changes:
        if change.question is not None:
            answers[change.question] = _answer(knowledge, change.question, change.answer or "")
        if change.fact is not None:
            factor = 1.0 if change.times is None else change.times
            asked = knowledge.fact(change.fact).question
            given = answers.get(asked) if asked else None
            if asked and isinstance(given, (int, float)) and change.fact not in assessment.facts:
                answers[asked] = _kept_in_range(knowledge, asked, given * factor)
            else:
                times[change.fact] = factor
    after = dataclasses.replace(assessment, answers=answers)
    return after, _counted_once(knowledge, assessment, after, times)


def _counted_once(
    knowledge: Knowledge, before: Assessment, after: Assessment, times: Mapping[str, float]
) -> dict[str, float]:
    """Multipliers that bring each fact to its wanted multiple of before, whatever it is estimated from."""
    figures = Figures(knowledge, before.as_of, before.overrides)
    start = FirmFacts(knowledge, before, figures)
    found = dict.fromkeys(times, 1.0)
    for _ in times:  # one pass for each step in a chain of estimates
        for fact, factor in times.items():
            reached = FirmFacts(knowledge, after, figures, found).fact(fact).typical
            if reached:
                found[fact] *= start.fact(fact).typical * factor / reached
    return found


def _answer(knowledge: Knowledge, question_id: str, option: str) -> str | tuple[str, ...]:
    return (option,) if knowledge.question(question_id).kind == "many" else option


def _kept_in_range(knowledge: Knowledge, question_id: str, value: float) -> float:
    question = knowledge.question(question_id)
    least, most = question.minimum or 0, question.maximum or float("inf")
    return float(round(min(max(value, least), most)))


def one_event(outlook: Outlook, scenario: str) -> Event | None:
    """What one event of a scenario costs with all it brings; None where it cannot happen.

    On a grid of its own, since a rare event costs more than most years.
    """
    found = next((s for s in outlook.model.scenarios if s.id == scenario), None)
    if found is None:
        return None
    once = dataclasses.replace(found, rate=1.0)
    grid = grid_for([LossModel((once,))], outlook.loss.grid.points)
    mass = np.maximum(grid.mass(event_transform(found, grid)), 0.0)
    loss = AnnualLoss(grid, mass, found.event_mean, None, None)
    return Event(scenario, found.event_mean, loss.var(0.5), loss.var(0.95))


def future(model: FitModel, assessment: Assessment, shock: Shock | None) -> Future:
    """Role, cost and risk after a shock, or as things are."""
    knowledge = model.tables.knowledge
    after, times = (assessment, {}) if shock is None else shocked(knowledge, assessment, shock)
    areas = area_results(knowledge, after, model.tables)
    risk = risk_result(knowledge, after, areas, model.tables, times)
    certain = () if shock is None else shock.certain
    events = tuple(event for event in (one_event(risk.now, scenario) for scenario in certain) if event)
    case = risk_case(knowledge, after, areas, model.tables, times)
    years = {role: _first_year(case, role, certain) for role in model.tables.roles}
    return Future(TODAY if shock is None else shock.id, shock, role_fit(model, after), risk, events, years)


def _first_year(case: RiskCase, role: str, certain: Sequence[str]) -> float:
    """Expected loss, leak and certain events over the first year of a role, by the middles of its quarters."""
    total = 0.0
    for month in MIDDLES:
        acting = case.acting(case.under(role, month))
        model = case.model(acting)
        total += sum(expected_by_scenario(model).values()) + sum(leaked(case, acting).values())
        total += sum(one.event_mean for one in model.scenarios if one.id in certain)
    return total / len(MIDDLES)


def futures(model: FitModel, assessment: Assessment) -> tuple[Future, ...]:
    """Today, and the firm after each shock."""
    return tuple(future(model, assessment, shock) for shock in (None, *model.tables.knowledge.shocks))


def yearly_fee(engagement: Engagement | None) -> float:
    """The typical cost of a role in its first year (US dollars); 0 for nobody."""
    if engagement is None:
        return 0.0
    once = engagement.fee_once.typical if engagement.fee_once else 0.0
    if engagement.fee_per_month is None:
        return once
    months = MONTHS_PER_YEAR if engagement.open_ended else min(MONTHS_PER_YEAR, engagement.duration_months.typical)
    return once + engagement.fee_per_month.typical * months


def regrets(model: FitModel, found: tuple[Future, ...]) -> tuple[Regret, ...]:
    """Every role in every future, over its first year and before insurance."""
    rows = []
    for one in found:
        costs = {role: (yearly_fee(one.fit.engagements.get(role)), one.first_year[role]) for role in model.tables.roles}
        least = min(fee + loss for fee, loss in costs.values())
        rows += [Regret(role, one.id, fee, loss, fee + loss - least) for role, (fee, loss) in costs.items()]
    return tuple(rows)
