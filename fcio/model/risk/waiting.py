"""What it costs to wait a quarter before a role begins: the climb starts later, and everything else stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from fcio.model.engagement import MONTHS_PER_YEAR, Span
from fcio.model.loss.band import HIGH, LOW, RateRange, rate_draws
from fcio.model.risk.inputs import ScenarioInputs
from fcio.model.risk.result import Outlook, RiskResult
from fcio.model.tables import Floats

MONTHS_PER_QUARTER = 3


@dataclass(frozen=True)
class Waiting:
    """Cost of waiting a quarter (US dollars): expected loss not avoided, and leak not stopped; each with its range.

    A climb that starts a quarter later loses, over all time, exactly a quarter of the yearly difference.
    """

    role: str
    loss: Span
    leak: Span


def rate_range(row: ScenarioInputs, factor: float = 1.0) -> RateRange:
    """The range of a scenario's frequency with a multiplier of the areas at work."""
    return RateRange(row.frequency.low * factor, row.frequency.typical * factor, row.frequency.high * factor)


def drawn_rates(result: RiskResult, rng: np.random.Generator, draws: int) -> tuple[tuple[str, ...], Floats]:
    """Ids of the scenarios that can happen, and draws of their frequencies [draws, scenarios] before any area acts."""
    rows = [row for row in result.inputs.events if row.can_happen]
    return tuple(row.id for row in rows), rate_draws([rate_range(row) for row in rows], rng, draws)


def per_event(result: RiskResult, outlook: Outlook) -> dict[str, float]:
    """Expected loss of a year for each event a year of the default frequency (US dollars), by scenario."""
    found = {}
    for row in result.inputs.events:
        if row.can_happen:
            found[row.id] = outlook.expected[row.id] / row.frequency.typical
    return found


def saved_span(
    result: RiskResult, before: Mapping[str, float], after: Mapping[str, float], rates: tuple[tuple[str, ...], Floats]
) -> Span:
    """Expected loss avoided a year, typical and over the uncertain frequencies (5 % to 95 %), in US dollars."""
    ids, drawn = rates
    saved = np.array([before[scenario] - after[scenario] for scenario in ids])
    typical = sum(
        (before[row.id] - after[row.id]) * row.frequency.typical for row in result.inputs.events if row.can_happen
    )
    low, high = np.quantile(drawn @ saved, (LOW, HIGH)) if ids else (0.0, 0.0)
    return Span(min(float(low), typical), typical, max(float(high), typical))


def cost_of_waiting(result: RiskResult, rng: np.random.Generator, draws: int) -> tuple[Waiting, ...]:
    """What a quarter of waiting costs, by role."""
    rates = drawn_rates(result, rng, draws)
    before = per_event(result, result.now)
    share = MONTHS_PER_QUARTER / MONTHS_PER_YEAR
    found = []
    for role, after in result.roles.items():
        loss = saved_span(result, before, per_event(result, after), rates)
        ends = [
            sum(getattr(result.now.leaks[k], end) - getattr(after.leaks[k], end) for k in after.leaks)
            for end in ("low", "typical", "high")
        ]
        found.append(Waiting(role, _times(loss, share), _times(Span(*ends), share)))
    return tuple(found)


def _times(span: Span, factor: float) -> Span:
    return Span(span.low * factor, span.typical * factor, span.high * factor)
