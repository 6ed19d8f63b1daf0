"""The distribution of a year's loss: quantiles, tail means, and the chance of exceeding any amount."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from fcio.model.loss.grid import Grid, Rounding, Transform
from fcio.model.loss.insurance import retained
from fcio.model.loss.scenario import LossModel, moments
from fcio.model.loss.severity import Severity, quantile_of
from fcio.model.loss.transform import exponents
from fcio.model.tables import Floats

POINTS = 2**14
CURVE_POINTS = 200
_SHOWN = 0.001
"""The grid is laid so that the loss exceeded once in a thousand years lies well inside."""
_ROOM, _SPREADS = 1.6, 4.0


@dataclass(frozen=True)
class AnnualLoss:
    """A year's loss on a grid.

    ``mass`` [points] is the chance of each cell; ``mean``, ``sd`` (money) and ``skewness`` are closed forms, and None
    (sd and skewness) under a policy, where none exists. ``beyond`` is the chance of a loss beyond the grid.
    """

    grid: Grid
    mass: Floats
    mean: float
    sd: float | None
    skewness: float | None

    @cached_property
    def _reached(self) -> Floats:
        """P(loss up to the end of each cell) [points]."""
        return np.cumsum(self.mass)

    @property
    def beyond(self) -> float:
        """The chance of a loss beyond the grid."""
        return max(0.0, 1 - float(self._reached[-1]))

    @property
    def no_loss(self) -> float:
        """The chance of a year without a loss worth a cell."""
        return float(self.mass[0])

    def _cell(self, level: float) -> tuple[int, float]:
        """The cell in which the level is reached, and the share of its mass that lies below."""
        cell = int(np.searchsorted(self._reached, level))
        if cell >= self.grid.points:
            return self.grid.points - 1, 1.0
        before = float(self._reached[cell - 1]) if cell else 0.0
        mass = float(self.mass[cell])
        return cell, min(1.0, max(0.0, (level - before) / mass)) if mass > 0 else 1.0

    def _ends(self, cell: int) -> tuple[float, float]:
        """Where a cell begins and ends; the first holds the years without loss and is a point."""
        return ((cell - 0.5) * self.grid.step, (cell + 0.5) * self.grid.step) if cell else (0.0, 0.0)

    def var(self, level: float) -> float:
        """Value at risk: the loss not exceeded with this chance (0 to 1); infinite where it lies beyond the grid."""
        if level > self._reached[-1]:
            return math.inf
        cell, share = self._cell(level)
        start, end = self._ends(cell)
        return start + share * (end - start)

    def tail_weights(self, level: float) -> tuple[Floats, float]:
        """What of each cell's loss [points] lies in the worst 1 - ``level`` of years, as a share of it, and VaR.

        A cell's loss is its mass times its middle; the shares make parts of a tail add up to the whole.
        """
        cell, share = self._cell(level)
        weights = (np.arange(self.grid.points) > cell).astype(float)
        start, end = self._ends(cell)
        if cell:
            lower = (start + start + share * (end - start)) / 2
            weights[cell] = 1 - share * lower / self.grid.losses[cell]
        return weights, start + share * (end - start)

    def tvar(self, level: float) -> float:
        """Tail value at risk: the mean of the worst 1 - ``level`` of years, from the exact mean."""
        weights, _ = self.tail_weights(level)
        below = float(((1 - weights) * self.grid.losses) @ self.mass)
        return (self.mean - below) / (1 - level)

    def exceedance(self, losses: Iterable[float]) -> Floats:
        """P(loss > x) for each x; NaN beyond the grid."""
        x = np.asarray(list(losses), dtype=float)
        edges = (np.arange(self.grid.points) + 0.5) * self.grid.step
        reached = np.interp(x, np.concatenate(([0.0], edges)), np.concatenate(([self.mass[0]], self._reached)))
        # The cell of no loss is a point, so the first half cell is flat.
        reached = np.where(x <= edges[0], self.mass[0], reached)
        return np.where(x <= self.grid.top, np.clip(1 - reached, 0.0, 1.0), np.nan)

    def curve(self, points: int = CURVE_POINTS) -> tuple[Floats, Floats]:
        """Losses, evenly spaced on a log scale, and the chance of exceeding each; both [points]."""
        losses = np.geomspace(2 * self.grid.step, self.grid.top, points)
        return losses, self.exceedance(losses)


def _limited(severity: Severity, at: float) -> tuple[float, float]:
    limit = np.array([at])
    return float(severity.limited_moment(1, limit)[0]), float(severity.limited_moment(2, limit)[0])


def reach_of(model: LossModel) -> float:
    """A loss (money) well beyond the one exceeded once in a thousand years, by the rule of the single big loss."""
    worst = mean = square = 0.0
    shown = _SHOWN / max(1, sum(scenario.rate > 0 for scenario in model.scenarios))
    for scenario in model.scenarios:
        for share, severity in [(1.0, scenario.severity), *((c.share, c.severity) for c in scenario.children)]:
            rate = scenario.rate * share
            if not rate:
                continue
            big = quantile_of(severity, max(0.0, 1 - shown / rate)) if rate > shown else 0.0
            worst = max(worst, big)
            first, second = _limited(severity, max(big, quantile_of(severity, 0.99)))
            varied = scenario.dispersion or (model.shock_cv if scenario.shared else 0.0)
            mean += rate * first * (1 + _SPREADS * varied)
            square += rate * second
    return mean + max(worst, _SPREADS * math.sqrt(square))


def grid_for(models: Sequence[LossModel], points: int = POINTS, least: float = 0.0) -> Grid:
    """One grid for all models, so that their curves share an axis; it reaches ``least`` (money) in any case."""
    reach = _ROOM * max((reach_of(model) for model in models), default=0.0)
    step = max(reach, 1.05 * least, 1.0) / points
    power = 10 ** math.floor(math.log10(step))
    return Grid(power * math.ceil(step / power * 10) / 10, points)


def year_transform(model: LossModel, grid: Grid, rounding: Rounding = "mean") -> tuple[Transform, float]:
    """The transform of the year's loss after any insurance, and the expected payment of the insurer (money)."""
    if not model.insures:
        return exponents(model, grid, rounding).whole(), 0.0
    rest = LossModel(tuple(s for s in model.scenarios if not s.insured), model.shock_cv)
    parts = exponents(rest, grid, rounding)
    after = retained(model, grid, parts.fixed, parts.shaken, rounding)
    return after.transform, after.ceded_mean


def annual_loss(model: LossModel, grid: Grid) -> AnnualLoss:
    """The distribution of a year's loss after any insurance."""
    transform, ceded = year_transform(model, grid)
    whole = moments(model)
    insured = model.insures
    return AnnualLoss(
        grid=grid,
        mass=np.maximum(grid.mass(transform), 0.0),
        mean=whole.mean - ceded,
        sd=None if insured else whole.sd,
        skewness=None if insured else whole.skewness,
    )


@dataclass(frozen=True)
class Bracket:
    """Rigorous lower and upper bounds of a value at risk (money); infinite where the upper lies beyond the grid."""

    level: float
    low: float
    high: float


def bounds(model: LossModel, grid: Grid, levels: Sequence[float]) -> tuple[Bracket, ...]:
    """Bounds of VaR at these levels: every loss moved to the next lower and the next higher cell.

    Rigorous but for the aliasing of the transform, a chance of about 1e-8.
    """
    down, up = (np.cumsum(np.maximum(grid.mass(year_transform(model, grid, way)[0]), 0.0)) for way in ("down", "up"))
    found = []
    for level in levels:
        low, high = (int(np.searchsorted(reached, level)) for reached in (down, up))
        top = high * grid.step if high < grid.points else math.inf
        found.append(Bracket(level, min(low, grid.points - 1) * grid.step, top))
    return tuple(found)
