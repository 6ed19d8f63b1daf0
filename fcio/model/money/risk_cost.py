"""Expected loss as a line of the budget: of a year as it stands, and under each role once it works in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from fcio.knowledge.whole import Knowledge
from fcio.model.assessment import Assessment
from fcio.model.engagement import Span
from fcio.model.money.levers import Lever, known_lever
from fcio.model.risk.result import RiskResult
from fcio.model.risk.risk import own_reach
from fcio.model.risk.waiting import drawn_rates, per_event, saved_span
from fcio.model.tables import Floats

LOSS_FACTOR = "loss_frequency"


@dataclass(frozen=True)
class RiskCost:
    """Expected loss of a year in US dollars, after insurance: ``now``, and by role once it works in full.

    ``saved`` is what falls away of it a year by role, with its range. ``climb`` is the mean of the months in which a
    role lifts the areas, by role. ``lever`` multiplies all losses alike: how far the uncertain frequencies may lie from
    the typical ones. ``leak`` and ``leaks`` are yearly overspend; that money is already in the lines of spending, so
    it is told and never added.
    """

    now: float
    roles: Mapping[str, float]
    saved: Mapping[str, Span]
    climb: Mapping[str, float]
    leak: float
    leaks: Mapping[str, float]
    lever: Lever

    def under(self, role: str) -> float:
        """Expected loss of a year under a role; that of today for a role that changes nothing."""
        return self.roles.get(role, self.now)


def risk_cost(knowledge: Knowledge, assessment: Assessment, risk: RiskResult) -> RiskCost:
    """The expected losses of one client."""
    assert knowledge.risk is not None
    reach = own_reach(knowledge, assessment.risk.get("reach", {}))
    climb = {
        role: fmean(one.months for area, one in areas.items() if area in risk.now.levels)
        for role, areas in reach.items()
        if set(areas) & set(risk.now.levels)
    }
    settings, before = knowledge.settings, per_event(risk, risk.now)
    rates = drawn_rates(risk, np.random.default_rng(settings.seed), settings.draws)
    return RiskCost(
        now=risk.now.loss.mean,
        roles={role: outlook.loss.mean for role, outlook in risk.roles.items()},
        saved={role: saved_span(risk, before, per_event(risk, outlook), rates) for role, outlook in risk.roles.items()},
        climb=climb,
        leak=risk.now.leak,
        leaks={role: outlook.leak for role, outlook in risk.roles.items()},
        lever=_loss_lever(risk, before, rates),
    )


def _loss_lever(risk: RiskResult, before: Mapping[str, float], rates: tuple[tuple[str, ...], Floats]) -> Lever:
    """The expected loss over its uncertain frequencies (5 % to 95 %) beside the typical one."""
    loss = saved_span(risk, before, dict.fromkeys(before, 0.0), rates)
    span = Span(loss.low / loss.typical, 1.0, loss.high / loss.typical) if loss.typical > 0 else Span(1.0, 1.0, 1.0)
    label = "How often losses happen, beside the usual frequency"
    return known_lever(
        LOSS_FACTOR, label, "factor", span, "model", "Follows from the ranges of the frequencies of risk."
    )
