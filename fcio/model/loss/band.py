"""How sure the curve is: many curves, one for each draw of the uncertain frequencies."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from fcio.model.loss.annual import AnnualLoss, annual_loss
from fcio.model.loss.grid import Grid
from fcio.model.loss.scenario import LossModel
from fcio.model.tables import Floats

LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95
LEAST_PART = 0.01
"""A range whose low end is 0 is drawn down to this part of the typical rate, since a logarithm knows no 0."""


@dataclass(frozen=True)
class RateRange:
    """A frequency, events a year, with the ends of its 90 % range."""

    low: float
    typical: float
    high: float


@dataclass(frozen=True)
class Band:
    """Exceedance at the same losses over all draws: 5 %, 50 % and 95 % [points], and each draw's VaR and mean."""

    losses: Floats
    low: Floats
    middle: Floats
    high: Floats
    mean: tuple[float, float, float]
    var: tuple[float, float, float]


def rate_draws(ranges: Sequence[RateRange], rng: np.random.Generator, draws: int) -> Floats:
    """Rates [draws, ranges]: each side of the typical one a half lognormal that reaches its end at 5 % and 95 %.

    Stratified in every column (a Latin hypercube), so that a hundred draws cover the range evenly.
    """
    reach = NormalDist().inv_cdf(HIGH)
    columns = []
    for one in ranges:
        strata = (rng.permutation(draws) + rng.random(draws)) / draws
        z = np.array([NormalDist().inv_cdf(min(max(u, 1e-9), 1 - 1e-9)) for u in strata])
        if not one.typical:
            columns.append(np.zeros(draws))
            continue
        down = math.log(one.typical / max(one.low, LEAST_PART * one.typical)) / reach
        up = math.log(one.high / one.typical) / reach
        columns.append(one.typical * np.exp(np.where(z < 0, z * down, z * up)))
    return np.column_stack(columns) if columns else np.zeros((draws, 0))


def band(
    model: LossModel, grid: Grid, ranges: Mapping[str, RateRange], rng: np.random.Generator, draws: int, level: float
) -> Band:
    """The band over ``draws`` curves whose rates lie in ``ranges`` (by scenario id); ``level`` is that of VaR."""
    rates = rate_draws(list(ranges.values()), rng, draws)
    years = [annual_loss(model.with_rates(dict(zip(ranges, row, strict=True))), grid) for row in rates.tolist()]
    return _summary(years, level)


def _summary(years: Sequence[AnnualLoss], level: float) -> Band:
    losses = years[0].curve()[0]
    exceeded = np.array([year.exceedance(losses) for year in years])
    at = (LOW, MIDDLE, HIGH)
    low, middle, high = np.quantile(exceeded, at, axis=0)
    means = np.quantile([year.mean for year in years], at)
    values = np.quantile([year.var(level) for year in years], at, method="inverted_cdf")
    return Band(losses, low, middle, high, _three(means), _three(values))


def _three(values: Floats) -> tuple[float, float, float]:
    low, middle, high = (float(value) for value in values)
    return low, middle, high
