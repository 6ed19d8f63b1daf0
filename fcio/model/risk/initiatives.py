"""What a step of the roadmap does to risk: loss avoided a year, and for each dollar it takes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from fcio.knowledge.areas import Initiative
from fcio.knowledge.whole import Knowledge
from fcio.model.area_levels import HIGHEST
from fcio.model.area_result import DOES_NOT_APPLY, AreasResult
from fcio.model.assessment import Assessment
from fcio.model.engagement import Span
from fcio.model.loss.scenario import expected_by_scenario
from fcio.model.parameters import Figures
from fcio.model.risk.inputs import PLAIN
from fcio.model.risk.result import RiskResult
from fcio.model.risk.risk import RiskCase, risk_case
from fcio.model.risk.waiting import drawn_rates, per_event, saved_span
from fcio.model.roadmap_candidates import candidates
from fcio.model.tables import Tables


@dataclass(frozen=True)
class Worth:
    """One step: loss and leak avoided a year, what it takes once (hours at their price, and money), and the ratio.

    Money in US dollars. ``per_dollar`` is avoided a year for each dollar spent once; its low end sets the least
    avoided against the most it may cost. None where the step takes nothing.
    """

    initiative: str
    avoided: Span
    leak: float
    cost: Span
    per_dollar: Span | None


def lifted_level(knowledge: Knowledge, areas: AreasResult, case: RiskCase, one: Initiative) -> float | None:
    """The level of the area once the step is done; None where the area does not apply."""
    row = areas.area(one.area)
    level = case.levels.by_area.get(one.area)
    if level is None:
        return None
    weights = {i.id: i.weight for i in knowledge.area(one.area).indicators}
    applying = [i for i in row.indicators if i.origin != DOES_NOT_APPLY]
    total = sum(weights[i.indicator] for i in applying)
    gained = 0.0
    for indicator in applying:
        if indicator.indicator in one.indicators:
            start = case.levels.default if indicator.level is None else float(indicator.level)
            gained += weights[indicator.indicator] * max(0.0, one.to_level - start)
    return min(float(HIGHEST), level + gained / total)


def _cost(one: Initiative, own: Mapping[str, float], hour: Span) -> Span:
    hours = [own.get("hours", value) for value in (one.hours.low, one.hours.typical, one.hours.high)]
    money = [own.get("cost", value) for value in (one.cost_usd.low, one.cost_usd.typical, one.cost_usd.high)]
    prices = (hour.low, hour.typical, hour.high)
    low, typical, high = (h * p + m for h, p, m in zip(hours, prices, money, strict=True))
    return Span(low, typical, high)


def _ratio(avoided: Span, cost: Span) -> Span | None:
    if cost.typical <= 0:
        return None
    most = avoided.high / cost.low if cost.low > 0 else math.inf
    return Span(avoided.low / cost.high, avoided.typical / cost.typical, most)


def worths(
    knowledge: Knowledge,
    assessment: Assessment,
    areas: AreasResult,
    result: RiskResult,
    rng: np.random.Generator,
    draws: int,
    t: Tables | None = None,
) -> tuple[Worth, ...]:
    """Every step that could be placed on the roadmap, the most loss avoided per dollar first."""
    assert knowledge.risk is not None
    case = risk_case(knowledge, assessment, areas, t)
    figures = Figures(knowledge, assessment.as_of, assessment.overrides)
    price = figures[knowledge.risk.hour_cost]
    hour = Span(price.low, price.typical, price.high)
    rates, before = drawn_rates(result, rng, draws), per_event(result, result.now)
    by_id = {one.id: one for one in knowledge.initiatives}
    found = []
    for row in candidates(knowledge, assessment, areas).rows:
        one = by_id[row.initiative]
        level = lifted_level(knowledge, areas, case, one)
        if level is None:
            continue
        acting = case.acting({**case.levels.by_area, one.area: level})
        after = _per_event(case, expected_by_scenario(case.model(acting)))
        avoided = saved_span(result, before, after, rates)
        leak = result.now.leak - sum(
            leak.mean.typical * acting.get(leak.id, PLAIN).frequency * acting.get(leak.id, PLAIN).severity
            for leak in case.inputs.leaks
        )
        cost = _cost(one, assessment.roadmap.get("own", {}).get(one.id, {}), hour)
        found.append(Worth(one.id, avoided, leak, cost, _ratio(avoided, cost)))
    return by_ratio(found)


def by_ratio(rows: Iterable[Worth]) -> tuple[Worth, ...]:
    """What takes nothing first, then the most loss avoided per dollar, then the most avoided."""
    return tuple(sorted(rows, key=_first))


def _first(row: Worth) -> tuple[float, float]:
    ratio = math.inf if row.per_dollar is None else row.per_dollar.typical
    return -ratio, -row.avoided.typical


def _per_event(case: RiskCase, expected: Mapping[str, float]) -> dict[str, float]:
    return {row.id: expected[row.id] / row.frequency.typical for row in case.inputs.events if row.can_happen}
