"""How sure the present values are: their distribution over all uncertain levers, and which scenario costs less."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from fcio.model.engagement import Span
from fcio.model.money.case import BudgetCase
from fcio.model.money.cash_flow import CashFlow, cash_flows
from fcio.model.money.draws import Draws
from fcio.model.money.levers import Values
from fcio.model.sobol import estimate
from fcio.model.tables import Floats


@dataclass(frozen=True)
class Outcome:
    """A present value in US dollars: at typical levers, its mean with standard error, and ``values`` [N] of all draws.

    ``range`` ends at the two quantiles of the plan and always holds the typical value.
    """

    range: Span
    mean: float
    standard_error: float
    values: Floats

    @property
    def typical(self) -> float:
        """At typical values of all levers."""
        return self.range.typical

    def quantiles(self, shares: Iterable[float]) -> list[float]:
        """The values below which these shares of the draws lie."""
        return [float(one) for one in np.quantile(self.values, list(shares))]


@dataclass(frozen=True)
class Uncertainty:
    """Present values by scenario over the same draws, without and with expected loss."""

    npv: Mapping[str, Outcome]
    npv_with_loss: Mapping[str, Outcome]

    def cheaper(self, one: str, other: str, with_loss: bool = False) -> float:
        """The share of draws in which ``one`` costs less than ``other``; where both cost the same it counts half."""
        outcomes = self.npv_with_loss if with_loss else self.npv
        a, b = outcomes[one].values, outcomes[other].values
        return float((a > b).mean() + (a == b).mean() / 2)


def uncertainty(
    case: BudgetCase, draws: Draws, typical: Mapping[str, CashFlow], values: Values | None = None
) -> Uncertainty:
    """The distribution of the present values of ``typical``, the cash flows at typical levers.

    ``values`` are the drawn values of the levers, where they have been worked out before.
    """
    drawn = draws.values(case.levers, case.rules.plan.spread) if values is None else values
    flows = cash_flows(case, drawn, typical)
    return Uncertainty(
        {key: _outcome(case, draws, flow.npv, float(typical[key].npv)) for key, flow in flows.items()},
        {
            key: _outcome(case, draws, flow.npv_with_loss, float(typical[key].npv_with_loss))
            for key, flow in flows.items()
        },
    )


def _outcome(case: BudgetCase, draws: Draws, values: Floats, typical: float) -> Outcome:
    if not draws.points or values.ndim == 0:
        return Outcome(Span(typical, typical, typical), typical, 0.0, np.full(max(draws.points, 1), typical))
    found = estimate(draws.by_scramble(values))
    low, high = np.quantile(values, (case.rules.plan.low, case.rules.plan.high))
    span = Span(min(float(low), typical), typical, max(float(high), typical))
    return Outcome(span, found.mean, found.standard_error, values)
