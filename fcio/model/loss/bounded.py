"""Loss magnitudes with an end: PERT, losses that were seen, and any severity under a cap."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from fcio.model.loss.severity import Severity
from fcio.model.loss.special import beta_cdf
from fcio.model.tables import Floats


@dataclass(frozen=True)
class Pert:
    """The modified PERT of Vose: a beta between ``low`` and ``high`` about ``mode``; ``weight`` 4 is the usual one."""

    low: float
    mode: float
    high: float
    weight: float = 4.0

    def __post_init__(self) -> None:
        if not (0 <= self.low <= self.mode <= self.high < math.inf and self.low < self.high and self.weight > 0):
            raise ValueError(f"low, mode and high must rise from 0, got {self.low}, {self.mode}, {self.high}")

    @cached_property
    def shapes(self) -> tuple[float, float]:
        """The two shapes of the beta distribution."""
        width = self.high - self.low
        return 1 + self.weight * (self.mode - self.low) / width, 1 + self.weight * (self.high - self.mode) / width

    def _unit_moment(self, order: int, at: Floats) -> Floats:
        """E[min(B, at) ** order] of the beta variable."""
        a, b = self.shapes
        whole = math.exp(math.lgamma(a + order) - math.lgamma(a) + math.lgamma(a + b) - math.lgamma(a + b + order))
        return whole * beta_cdf(a + order, b, at) + at**order * (1 - beta_cdf(a, b, at))

    def limited_moment(self, order: int, limit: Floats) -> Floats:
        """E[min(X, limit) ** order] for each limit."""
        width = self.high - self.low
        at = np.clip((limit - self.low) / width, 0.0, 1.0)
        terms = (math.comb(order, k) * self.low ** (order - k) * width**k for k in range(order + 1))
        above = sum(c * self._unit_moment(k, at) if k else np.full_like(at, c) for k, c in enumerate(terms))
        return np.where(limit < self.low, np.minimum(limit, self.low) ** order, above)

    def survival(self, x: Floats) -> Floats:
        """P(X > x) for each x."""
        return 1 - beta_cdf(*self.shapes, (np.asarray(x) - self.low) / (self.high - self.low))

    def scaled(self, factor: float) -> Pert:
        """The same loss times ``factor``."""
        return replace(self, low=self.low * factor, mode=self.mode * factor, high=self.high * factor)


@dataclass(frozen=True)
class Empirical:
    """Losses that were seen, each equally likely."""

    losses: tuple[float, ...]

    def __post_init__(self) -> None:
        if not self.losses or not all(0 <= loss < math.inf for loss in self.losses):
            raise ValueError("give at least one loss, each a number from 0")

    def limited_moment(self, order: int, limit: Floats) -> Floats:
        """E[min(X, limit) ** order] for each limit."""
        limit = np.asarray(limit, dtype=float)
        cut = np.zeros_like(limit)
        for loss in self.losses:
            cut += np.minimum(loss, limit) ** order
        return cut / len(self.losses)

    def survival(self, x: Floats) -> Floats:
        """P(X > x) for each x."""
        ordered = np.sort(self.losses)
        return 1 - np.searchsorted(ordered, x, side="right") / len(ordered)

    def scaled(self, factor: float) -> Empirical:
        """The same losses times ``factor``."""
        return Empirical(tuple(loss * factor for loss in self.losses))


@dataclass(frozen=True)
class Capped:
    """A loss of one event that stops at ``cap``."""

    severity: Severity
    cap: float

    def __post_init__(self) -> None:
        if not 0 < self.cap < math.inf:
            raise ValueError(f"the cap must be a positive number, got {self.cap}")

    def limited_moment(self, order: int, limit: Floats) -> Floats:
        """E[min(X, limit) ** order] for each limit."""
        return self.severity.limited_moment(order, np.minimum(limit, self.cap))

    def survival(self, x: Floats) -> Floats:
        """P(X > x) for each x."""
        return np.where(np.asarray(x) < self.cap, self.severity.survival(x), 0.0)

    def scaled(self, factor: float) -> Capped:
        """The same loss times ``factor``, with the cap as it was."""
        return replace(self, severity=self.severity.scaled(factor))
