"""Months and years of a plan: how much of a span of months falls into each period.

Month 0 is today. Starts and ends may be single numbers or arrays [N] of draws; results then have shape [N, periods].
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from fcio.model.engagement import MONTHS_PER_YEAR
from fcio.model.tables import Floats

SHORTEST = 1e-9
"""Months; a guard against division by zero."""


def over(values: ArrayLike, periods: int) -> Floats:
    """A number as [1], or draws [N] repeated for each period as [N, periods].

    In memory the draws of one period lie side by side, so that arithmetic runs along them and not along a few periods.
    """
    array = np.asarray(values, dtype=float)
    if array.ndim == 0:
        return array[None]
    return np.moveaxis(np.broadcast_to(array, (periods, *array.shape)).copy(), 0, -1)


@dataclass(frozen=True)
class Timeline:
    """Periods one after another; ``edges`` [periods + 1] are their limits in months from today."""

    edges: Floats

    @classmethod
    def of_years(cls, years: int) -> Timeline:
        """So many years.

        >>> Timeline.of_years(3).edges.tolist()
        [0.0, 12.0, 24.0, 36.0]
        """
        return cls(MONTHS_PER_YEAR * np.arange(years + 1, dtype=float))

    @classmethod
    def of_first_year(cls) -> Timeline:
        """The twelve months of the first year."""
        return cls(np.arange(MONTHS_PER_YEAR + 1, dtype=float))

    @cached_property
    def starts(self) -> Floats:
        """Month in which each period begins, [periods]."""
        return self.edges[:-1]

    @cached_property
    def ends(self) -> Floats:
        """Month in which each period ends, [periods]."""
        return self.edges[1:]

    @cached_property
    def lengths(self) -> Floats:
        """Months of each period, [periods]."""
        return np.diff(self.edges)

    @property
    def last(self) -> float:
        """Month in which the plan ends."""
        return float(self.edges[-1])

    def over(self, values: ArrayLike) -> Floats:
        """A number or draws [N] with a last axis for the periods."""
        return over(values, self.lengths.size)

    def months(self, start: ArrayLike, end: ArrayLike) -> Floats:
        """Months of each period that lie between ``start`` and ``end``; none where the end comes first.

        >>> Timeline.of_years(3).months(4, 13).tolist()
        [8.0, 1.0, 0.0]
        """
        first = np.maximum(self.over(start), self.starts)
        return np.asarray(np.maximum(np.minimum(self.over(end), self.ends) - first, 0.0))

    def holds(self, month: ArrayLike) -> Floats:
        """1 for the period in which a month ends, else 0; month 0 counts to the first period.

        >>> Timeline.of_years(3).holds(12).tolist(), Timeline.of_years(3).holds(12.5).tolist()
        ([1.0, 0.0, 0.0], [0.0, 1.0, 0.0])
        """
        at = np.maximum(self.over(month), SHORTEST)
        return np.asarray((self.starts < at) & (at <= self.ends), dtype=float)

    def repeats(self, start: ArrayLike, every: ArrayLike) -> Floats:
        """How often something that comes round ``every`` so many months after ``start`` falls into each period.

        >>> Timeline.of_years(5).repeats(4, 20).tolist()
        [0.0, 1.0, 0.0, 1.0, 0.0]
        """
        edges = self.edges.size
        cycle = np.maximum(over(every, edges), SHORTEST)
        passed = np.maximum(np.floor((self.edges - over(start, edges)) / cycle), 0.0)
        return np.asarray(np.diff(passed, axis=-1))

    def growth(self, rate: ArrayLike, first_year: int) -> Floats:
        """Growth by period: ``first_year`` steps in the first year, and one more in each later one.

        >>> Timeline.of_years(3).growth(0.1, first_year=1).round(3).tolist()
        [1.1, 1.21, 1.331]
        """
        years = np.ceil(self.ends / MONTHS_PER_YEAR).astype(int) - 1
        step = 1 + np.asarray(rate, dtype=float)
        factors = np.empty((years[-1] + 1, *step.shape))
        factors[0] = step if first_year else 1.0
        for year in range(1, len(factors)):
            factors[year] = factors[year - 1] * step
        return np.moveaxis(factors[years], 0, -1)

    def climbed(self, start: ArrayLike, end: ArrayLike, origin: ArrayLike, months: float) -> Floats:
        """Months of full effect in each period between ``start`` and ``end``, of an effect that climbs evenly.

        It begins at month ``origin`` and is whole after so many ``months``.

        >>> Timeline.of_years(2).climbed(0, 24, 0, 12).tolist()
        [6.0, 12.0]
        """
        first = np.maximum(self.over(start), self.starts)
        last = np.maximum(np.minimum(self.over(end), self.ends), first)
        return np.asarray(_climb(last - self.over(origin), months) - _climb(first - self.over(origin), months))


def _climb(passed: Floats, months: float) -> Floats:
    """The area under an even climb from 0 to 1 over ``months``, after so many months."""
    length = max(months, SHORTEST)
    inside = np.clip(passed, 0.0, length)
    return np.asarray(inside**2 / (2 * length) + np.maximum(passed - length, 0.0))
