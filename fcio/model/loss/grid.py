"""One grid of money for all scenarios of a firm, and the transform of a severity on it.

Cells keep the mean (local moments of order one), so that the error falls with the square of the step. The tilt of
Gruebel and Hermesmeier (1999) makes what lies beyond the grid harmless.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from fcio.model.loss.severity import Severity
from fcio.model.tables import Floats

Transform = NDArray[np.complex128]
Rounding = Literal["mean", "down", "up"]
TILT = 18.0
"""Aliasing falls by exp(-18) = 1.5e-8 while rounding grows to about 7e-9."""
KEPT = 192
"""Transforms remembered, about 130 kB each at 16,384 points."""


@dataclass(frozen=True)
class Grid:
    """``points`` cells, a power of two, at the multiples of ``step`` (money) from 0."""

    step: float
    points: int

    def __post_init__(self) -> None:
        if self.points < 2 or self.points & (self.points - 1) or not 0 < self.step < np.inf:
            raise ValueError(f"give a positive step and a power of two of points, got {self.step} and {self.points}")

    @property
    def top(self) -> float:
        """The largest loss on the grid."""
        return self.step * (self.points - 1)

    @cached_property
    def losses(self) -> Floats:
        """The losses [points] in the middle of the cells."""
        return self.step * np.arange(self.points, dtype=np.float64)

    @cached_property
    def _tilt(self) -> Floats:
        steps = np.arange(self.points, dtype=np.float64)
        return np.asarray(np.exp(-TILT / self.points * steps))

    def transform(self, cells: Floats) -> Transform:
        """The tilted transform [points / 2 + 1] of a mass on the cells."""
        return np.fft.rfft(cells * self._tilt)

    def mass(self, transform: Transform) -> Floats:
        """The mass [points] on the cells that has this tilted transform."""
        return np.fft.irfft(transform, self.points) / self._tilt

    def shift(self, loss: float) -> Transform:
        """The transform of a fixed loss, spread over two neighbouring cells so that its mean is kept."""
        cells = np.zeros(self.points)
        below = int(loss / self.step)
        share = loss / self.step - below
        for cell, part in ((below, 1 - share), (below + 1, share)):
            if cell < self.points:
                cells[cell] += part
        return self.transform(cells)


def cells_of(severity: Severity, grid: Grid, rounding: Rounding = "mean") -> Floats:
    """The mass [points] of one event's loss on the cells; what lies beyond the grid is left out.

    ``mean`` keeps the mean of every stretch between two cells; ``down`` and ``up`` move every loss to the next lower
    or higher cell, so that results bracket the truth.
    """
    edges = grid.step * np.arange(grid.points + 1, dtype=np.float64)
    if rounding == "mean":
        limited = severity.limited_moment(1, edges)
        slope = np.diff(limited) / grid.step
        return np.maximum(np.concatenate(([1.0], slope[:-1])) - slope, 0.0)
    left = severity.survival(edges)
    fallen = -np.diff(left)
    if rounding == "down":
        fallen[0] += 1 - left[0]
        return np.maximum(fallen, 0.0)
    return np.maximum(np.concatenate(([1 - left[0]], fallen[:-1])), 0.0)


@lru_cache(maxsize=KEPT)
def event_cells(severity: Severity, grid: Grid, rounding: Rounding = "mean") -> Floats:
    """:func:`cells_of`, remembered and not to be written to."""
    cells = cells_of(severity, grid, rounding)
    cells.flags.writeable = False
    return cells


@lru_cache(maxsize=KEPT)
def severity_transform(severity: Severity, grid: Grid, rounding: Rounding = "mean") -> Transform:
    """The tilted transform of one event's loss, remembered and not to be written to."""
    transform = grid.transform(cells_of(severity, grid, rounding))
    transform.flags.writeable = False
    return transform


@lru_cache(maxsize=KEPT)
def weighted_transform(severity: Severity, grid: Grid) -> Transform:
    """The tilted transform of loss times mass, remembered and not to be written to."""
    transform = grid.transform(cells_of(severity, grid) * grid.losses)
    transform.flags.writeable = False
    return transform
