"""Draws of all uncertain levers at once, evenly spread and the same on every run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from fcio.model.money.case import BudgetCase
from fcio.model.money.levers import DISTRIBUTIONS, Lever, Spread
from fcio.model.sobol import MOST_DIMENSIONS, sobol_points
from fcio.model.tables import Floats


@dataclass(frozen=True)
class Draws:
    """Chances [N] between 0 and 1 by lever, in ``scrambles`` independent parts of equal length."""

    chances: Mapping[str, Floats]
    scrambles: int

    @property
    def points(self) -> int:
        """How many draws there are in all."""
        return len(next(iter(self.chances.values()))) if self.chances else 0

    def values(self, levers: Mapping[str, Lever], spread: Spread) -> dict[str, Floats]:
        """Every lever: drawn values [N] where chance moves it, else its typical value."""
        quantile = DISTRIBUTIONS[spread]
        return {
            key: quantile(lever, self.chances[key])
            if lever.drawn and key in self.chances
            else np.asarray(lever.typical, dtype=float)
            for key, lever in levers.items()
        }

    def by_scramble(self, values: Floats) -> Floats:
        """Values [N] as [scrambles, N / scrambles]; a single number is the same in all draws."""
        return np.broadcast_to(values, (self.points,)).reshape(self.scrambles, -1)


def even_chances(names: Sequence[str], points: int, scrambles: int, rng: np.random.Generator) -> Draws:
    """Sobol points for any number of levers; ``points`` is a power of two in each of the ``scrambles``.

    Beyond the dimensions of the sequence the next levers take points of their own in a random order, a Latin
    supercube (Owen, *ACM Transactions on Modeling and Computer Simulation* 8, 1998).
    """
    blocks: list[list[Floats]] = []
    for _ in range(scrambles):
        groups = []
        for first in range(0, len(names), MOST_DIMENSIONS):
            drawn = sobol_points(min(MOST_DIMENSIONS, len(names) - first), points, rng)
            groups.append(drawn[rng.permutation(points)] if first else drawn)
        blocks.append([column for group in groups for column in group.T])
    return Draws({name: np.concatenate([block[i] for block in blocks]) for i, name in enumerate(names)}, scrambles)


def budget_draws(case: BudgetCase) -> Draws:
    """The draws of one client, from the seed in the knowledge; moving one lever leaves the draws of all others."""
    settings = case.rules.sobol
    names = [key for key, lever in case.levers.items() if lever.drawn or case.defaults[key].drawn]
    rng = np.random.default_rng(settings.seed)
    return even_chances(names, settings.points // settings.scrambles, settings.scrambles, rng)
