"""The transform of a year's loss: the sum of independent compound counts costs one exponential."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from fcio.model.loss.grid import KEPT, Grid, Rounding, Transform, severity_transform, weighted_transform
from fcio.model.loss.scenario import Child, LossModel, Scenario
from fcio.model.loss.severity import Severity


@lru_cache(maxsize=KEPT)
def _event_less_one(severity: Severity, children: tuple[Child, ...], grid: Grid, rounding: Rounding) -> Transform:
    event = severity_transform(severity, grid, rounding)
    for child in children:
        event = event * (1 - child.share + child.share * severity_transform(child.severity, grid, rounding))
    less = event - 1
    less.flags.writeable = False
    return less


def event_less_one(scenario: Scenario, grid: Grid, rounding: Rounding = "mean") -> Transform:
    """The tilted transform of one event with all it brings, less one; remembered and not to be written to."""
    return _event_less_one(scenario.severity, scenario.children, grid, rounding)


def event_transform(scenario: Scenario, grid: Grid, rounding: Rounding = "mean") -> Transform:
    """The tilted transform of one event with all it brings."""
    return event_less_one(scenario, grid, rounding) + 1


def weighted_event(scenario: Scenario, grid: Grid) -> Transform:
    """The tilted transform of loss times mass of one event with all it brings, by the product rule."""
    event = severity_transform(scenario.severity, grid)
    weighted = weighted_transform(scenario.severity, grid)
    for child in scenario.children:
        brings = 1 - child.share + child.share * severity_transform(child.severity, grid)
        weighted = weighted * brings + event * child.share * weighted_transform(child.severity, grid)
        event = event * brings
    return weighted


@dataclass(frozen=True)
class Exponents:
    """What the transform of the year is made of.

    ``fixed`` [m] is the logarithm of everything that the common shock leaves alone; ``shaken`` [m] the sum of
    rate times (event transform - 1) of what it moves; ``shape`` that of the gamma shock, or None without one.
    """

    fixed: Transform
    shaken: Transform
    shape: float | None

    def whole(self) -> Transform:
        """The transform of the year's loss."""
        if self.shape is None:
            return np.asarray(np.exp(self.fixed + self.shaken), dtype=complex)
        return np.asarray(np.exp(self.fixed - self.shape * np.log1p(-self.shaken / self.shape)), dtype=complex)

    def slope(self) -> Transform:
        """The derivative of the whole by ``shaken``."""
        if self.shape is None:
            return self.whole()
        return np.asarray(np.exp(self.fixed - (self.shape + 1) * np.log1p(-self.shaken / self.shape)), dtype=complex)


def shock_shape(model: LossModel) -> float | None:
    """The shape of the gamma shock, or None where nothing moves together."""
    together = any(model.moves_together(scenario) for scenario in model.scenarios)
    return model.shock_cv**-2 if together else None


def _compound(scenario: Scenario, less: Transform) -> Transform:
    """The log transform of one scenario's year, where ``less`` is its event transform - 1."""
    if not scenario.dispersion:
        return scenario.rate * less
    shape = scenario.dispersion**-2
    return np.asarray(-shape * np.log1p(-scenario.rate / shape * less), dtype=complex)


def exponents(model: LossModel, grid: Grid, rounding: Rounding = "mean") -> Exponents:
    """The parts of the transform of a year before insurance."""
    size = grid.points // 2 + 1
    fixed, shaken = np.zeros(size, dtype=complex), np.zeros(size, dtype=complex)
    for scenario in model.scenarios:
        part = shaken if model.moves_together(scenario) else fixed
        part += _compound(scenario, event_less_one(scenario, grid, rounding))
    return Exponents(fixed, shaken, shock_shape(model))


def rate_slope(model: LossModel, scenario: Scenario, parts: Exponents, grid: Grid) -> Transform:
    """The factor by which a small change of a scenario's log transform enters the whole."""
    if model.moves_together(scenario):
        return parts.slope()
    if not scenario.dispersion:
        return parts.whole()
    less = event_less_one(scenario, grid)
    return parts.whole() / (1 - scenario.rate * scenario.dispersion**2 * less)
