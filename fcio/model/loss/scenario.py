"""Scenarios of loss and what they form together: counts, severities, what one event brings with it, and insurance."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from fcio.model.loss.severity import Severity, moment


@dataclass(frozen=True)
class Child:
    """A further loss that ``share`` (0 to 1) of the parent's events bring with them."""

    id: str
    share: float
    severity: Severity

    def __post_init__(self) -> None:
        if not 0 <= self.share <= 1:
            raise ValueError(f"{self.id}: the share must lie from 0 to 1, got {self.share}")


@dataclass(frozen=True)
class Scenario:
    """Loss events of one kind: ``rate`` a year, a severity, and the children that come with an event.

    Counts are Poisson; with ``dispersion`` (coefficient of variation of the rate) negative binomial. ``shared``
    scenarios move together by the yearly shock of the model; ``insured`` ones fall under its policy.
    """

    id: str
    rate: float
    severity: Severity
    dispersion: float = 0.0
    shared: bool = False
    insured: bool = False
    children: tuple[Child, ...] = ()

    def __post_init__(self) -> None:
        if not (0 <= self.rate < math.inf and 0 <= self.dispersion < math.inf):
            raise ValueError(f"{self.id}: rate and dispersion must be numbers from 0")
        if self.dispersion and (self.shared or self.insured):
            raise ValueError(f"{self.id}: a rate with a dispersion of its own can be neither shared nor insured")

    @property
    def event_mean(self) -> float:
        """E of one event with all it brings, in money."""
        return _event_cumulants(self.severity, self.children)[0]

    @property
    def event_moments(self) -> tuple[float, float, float]:
        """E X, E X^2 and E X^3 of one event with its children."""
        mean, variance, third = _event_cumulants(self.severity, self.children)
        return mean, variance + mean**2, third + 3 * mean * variance + mean**3


@lru_cache(maxsize=1024)
def _event_cumulants(severity: Severity, children: tuple[Child, ...]) -> tuple[float, float, float]:
    """The first three cumulants of one event with its children, in money, squared and cubed."""
    parts = [_cumulants_of(*(moment(severity, k) for k in (1, 2, 3)))]
    for child in children:
        parts.append(_cumulants_of(*(child.share * moment(child.severity, k) for k in (1, 2, 3))))
    first, second, third = (sum(part[k] for part in parts) for k in range(3))
    return first, second, third


def _cumulants_of(first: float, second: float, third: float) -> tuple[float, float, float]:
    return first, second - first**2, third - 3 * first * second + 2 * first**3


@dataclass(frozen=True)
class Policy:
    """Insurance of a year: it pays what exceeds the deductible of each event, up to ``annual_limit`` in all."""

    deductible: float
    annual_limit: float

    def __post_init__(self) -> None:
        if not (0 <= self.deductible < math.inf and 0 < self.annual_limit < math.inf):
            raise ValueError("the deductible must be a number from 0 and the annual limit one above 0")


@dataclass(frozen=True)
class LossModel:
    """Independent scenarios, a common gamma shock with coefficient of variation ``shock_cv``, and perhaps a policy."""

    scenarios: tuple[Scenario, ...]
    shock_cv: float = 0.0
    policy: Policy | None = None

    def __post_init__(self) -> None:
        ids = [scenario.id for scenario in self.scenarios]
        if len(set(ids)) < len(ids):
            raise ValueError("two scenarios have the same id")
        if not 0 <= self.shock_cv < math.inf:
            raise ValueError(f"the shock must have a coefficient of variation from 0, got {self.shock_cv}")
        insured = {scenario.shared for scenario in self.scenarios if scenario.insured}
        if self.policy and self.shock_cv and insured == {True, False}:
            raise ValueError("with a common shock, insured scenarios must all take part in it or none")

    @property
    def insures(self) -> bool:
        """Whether the policy covers any event at all."""
        return self.policy is not None and any(s.insured and s.rate for s in self.scenarios)

    def moves_together(self, scenario: Scenario) -> bool:
        """Whether the common shock moves this scenario."""
        return bool(self.shock_cv) and scenario.shared

    def uninsured(self) -> LossModel:
        """The same without its policy."""
        return replace(self, policy=None)

    def with_rates(self, rates: Mapping[str, float]) -> LossModel:
        """The same with these rates, by scenario id."""
        scenarios = tuple(replace(s, rate=rates.get(s.id, s.rate)) for s in self.scenarios)
        return replace(self, scenarios=scenarios)


@dataclass(frozen=True)
class Moments:
    """Mean (money), standard deviation (money) and skewness of a year's loss before insurance, in closed form."""

    mean: float
    sd: float
    skewness: float


def moments(model: LossModel) -> Moments:
    """Closed-form moments; the shock and the dispersions enter by the cumulants of the mixed counts.

    With a gamma mixing variable of mean 1 and variance v, and a, b, c the rate-weighted first three event moments, the
    cumulants are a, b + v a^2 and c + 3 v a b + 2 v^2 a^3.
    """
    groups: dict[str, tuple[float, list[float]]] = {}
    for scenario in model.scenarios:
        shared = model.moves_together(scenario)
        key = "shock" if shared else f"own {scenario.id}"
        variance = (model.shock_cv if shared else scenario.dispersion) ** 2
        _, sums = groups.setdefault(key, (variance, [0.0, 0.0, 0.0]))
        for k, value in enumerate(scenario.event_moments):
            sums[k] += scenario.rate * value
    first = second = third = 0.0
    for variance, (a, b, c) in groups.values():
        first += a
        second += b + variance * a**2
        third += c + 3 * variance * a * b + 2 * variance**2 * a**3
    return Moments(first, math.sqrt(second), third / second**1.5 if second else 0.0)


def expected_by_scenario(model: LossModel) -> dict[str, float]:
    """Expected loss a year by scenario, with all an event brings, before insurance; in money."""
    return {scenario.id: scenario.rate * scenario.event_mean for scenario in model.scenarios}


def no_event_chance(model: LossModel) -> float:
    """The chance of a year without any event, in closed form."""
    together = sum(s.rate for s in model.scenarios if model.moves_together(s))
    chance = (1 + model.shock_cv**2 * together) ** -(model.shock_cv**-2) if together else 1.0
    for scenario in model.scenarios:
        if model.moves_together(scenario):
            continue
        if scenario.dispersion:
            chance *= (1 + scenario.dispersion**2 * scenario.rate) ** -(scenario.dispersion**-2)
        else:
            chance *= math.exp(-scenario.rate)
    return chance
