"""Loss magnitude of one event: what the model asks of it, and the lognormal and gamma distributions.

Every severity is in money and at least 0. ``limited_moment(order, limit)`` is E[min(X, limit) ** order], from which
mean, moments and the cells of a grid follow; an infinite limit gives the plain moment.
"""

from __future__ import annotations

import math
from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Protocol

import numpy as np

from fcio.model.loss.special import gamma_cdf, normal_sf
from fcio.model.tables import Floats

_HALVINGS = 200


class Severity(Hashable, Protocol):
    """What the model asks of a loss magnitude."""

    def limited_moment(self, order: int, limit: Floats) -> Floats:
        """E[min(X, limit) ** order] for each limit."""
        ...

    def survival(self, x: Floats) -> Floats:
        """P(X > x) for each x."""
        ...

    def scaled(self, factor: float) -> Severity:
        """The same loss times ``factor``."""
        ...


@lru_cache(maxsize=1024)
def moment(severity: Severity, order: int) -> float:
    """E[X ** order], in money to that power; remembered."""
    return float(severity.limited_moment(order, np.array([math.inf]))[0])


def mean_of(severity: Severity) -> float:
    """E[X], in money."""
    return moment(severity, 1)


@lru_cache(maxsize=1024)
def quantile_of(severity: Severity, probability: float) -> float:
    """The smallest x with P(X <= x) >= ``probability``, by halving; infinity is never returned below 1."""
    left = 1 - probability
    high = max(mean_of(severity), 1.0)
    while float(severity.survival(np.array([high]))[0]) > left:
        high *= 2
    low = 0.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if float(severity.survival(np.array([middle]))[0]) > left:
            low = middle
        else:
            high = middle
        if high - low <= 1e-12 * high:
            break
    return high


def with_rest(part: Floats, limit: Floats, order: int, survival: Floats) -> Floats:
    """The part below the limit plus what is cut at it; nothing is cut at infinity."""
    cut = np.where(np.isfinite(limit), limit, 0.0) ** order
    return part + cut * survival


@dataclass(frozen=True)
class Lognormal:
    """Lognormal by its mean and the standard deviation of its logarithm (``sigma`` above 0)."""

    mean: float
    sigma: float

    def __post_init__(self) -> None:
        if not (0 < self.mean < math.inf and 0 < self.sigma < math.inf):
            raise ValueError(f"mean and sigma must be positive numbers, got {self.mean} and {self.sigma}")

    @cached_property
    def mu(self) -> float:
        """The mean of the logarithm."""
        return math.log(self.mean) - self.sigma**2 / 2

    def _standard(self, x: Floats) -> Floats:
        """The logarithm of each x in standard deviations from its mean."""
        with np.errstate(divide="ignore"):
            return (np.log(x) - self.mu) / self.sigma

    def limited_moment(self, order: int, limit: Floats) -> Floats:
        """E[min(X, limit) ** order] for each limit."""
        whole = math.exp(order * self.mu + (order * self.sigma) ** 2 / 2)
        at = self._standard(limit)
        return with_rest(whole * normal_sf(order * self.sigma - at), limit, order, normal_sf(at))

    def survival(self, x: Floats) -> Floats:
        """P(X > x) for each x."""
        return normal_sf(self._standard(x))

    def scaled(self, factor: float) -> Lognormal:
        """The same loss times ``factor``."""
        return replace(self, mean=self.mean * factor)


@dataclass(frozen=True)
class Gamma:
    """Gamma by its mean and shape; shape 1 is the exponential distribution."""

    mean: float
    shape: float = 1.0

    def __post_init__(self) -> None:
        if not (0 < self.mean < math.inf and 0 < self.shape < math.inf):
            raise ValueError(f"mean and shape must be positive numbers, got {self.mean} and {self.shape}")

    def limited_moment(self, order: int, limit: Floats) -> Floats:
        """E[min(X, limit) ** order] for each limit."""
        scale = self.mean / self.shape
        whole = scale**order * math.exp(math.lgamma(self.shape + order) - math.lgamma(self.shape))
        part = whole * gamma_cdf(self.shape + order, limit / scale)
        return with_rest(part, limit, order, self.survival(limit))

    def survival(self, x: Floats) -> Floats:
        """P(X > x) for each x."""
        return 1 - gamma_cdf(self.shape, np.asarray(x) * self.shape / self.mean)

    def scaled(self, factor: float) -> Gamma:
        """The same loss times ``factor``."""
        return replace(self, mean=self.mean * factor)
