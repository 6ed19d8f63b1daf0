"""Scrambled Sobol points: a few thousand draws that cover many uncertain figures evenly.

The digital sequence of Sobol (1967) with the direction numbers of Joe and Kuo (*SIAM Journal on Scientific
Computing* 30, 2008, set 6; copyright 2008 F. Y. Kuo and S. Joe, docs/direction-numbers-licence.txt), made random by
Matousek's linear scramble and a digital shift (*Journal of Complexity* 14, 1998). Each scramble keeps the even
cover and is uniform on its own, so a handful of them give an unbiased mean and an honest standard error.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fcio.model.tables import Floats

BITS = 32
MOST_POINTS = 2**20
JOE_KUO = (
    (0, (1,)),
    (1, (1, 3)),
    (1, (1, 3, 1)),
    (2, (1, 1, 1)),
    (1, (1, 1, 3, 3)),
    (4, (1, 3, 5, 13)),
    (2, (1, 1, 5, 5, 17)),
    (4, (1, 1, 5, 5, 5)),
    (7, (1, 1, 7, 11, 19)),
    (11, (1, 1, 5, 1, 1)),
    (13, (1, 1, 1, 3, 11)),
    (14, (1, 3, 5, 5, 31)),
    (1, (1, 3, 3, 9, 7, 49)),
    (13, (1, 1, 1, 15, 21, 21)),
    (16, (1, 3, 1, 13, 27, 49)),
    (19, (1, 1, 1, 15, 7, 5)),
    (22, (1, 3, 1, 15, 13, 25)),
    (25, (1, 1, 5, 5, 19, 61)),
    (1, (1, 3, 7, 11, 23, 15, 103)),
    (4, (1, 3, 7, 13, 13, 15, 69)),
    (7, (1, 1, 3, 13, 7, 35, 63)),
    (8, (1, 3, 5, 9, 1, 25, 53)),
    (14, (1, 3, 1, 13, 9, 35, 107)),
)
"""Of dimensions 2 on: the inner coefficients of the primitive polynomial as a number, and the first m."""
MOST_DIMENSIONS = 1 + len(JOE_KUO)

Words = NDArray[np.uint64]


@dataclass(frozen=True)
class Estimate:
    """A mean with its standard error, both in the unit of the values."""

    mean: float
    standard_error: float


def _m(coefficients: int, first: tuple[int, ...], count: int) -> list[int]:
    """The numbers m_1 to m_count by the recurrence of the polynomial (Joe and Kuo 2008, equation 2.2)."""
    degree, m = len(first), list(first)
    while len(m) < count:
        new = m[-degree] ^ (m[-degree] << degree)
        for k in range(1, degree):
            if coefficients >> (degree - 1 - k) & 1:
                new ^= m[-k] << k
        m.append(new)
    return m[:count]


def directions(dimensions: int, count: int) -> Words:
    """Direction numbers [D, count] as fractions of 2**32; the first dimension is van der Corput's."""
    rows = [[1] * count, *(_m(a, first, count) for a, first in JOE_KUO[: dimensions - 1])]
    return np.array([[m << (BITS - 1 - k) for k, m in enumerate(row)] for row in rows], dtype=np.uint64)


def _linear_scramble(v: Words, rng: np.random.Generator) -> Words:
    """Every direction number times a random lower triangular matrix of bits with ones on its diagonal."""
    places = np.arange(BITS - 1, -1, -1, dtype=np.uint64)
    bits = (v[:, None, :] >> places[:, None]) & np.uint64(1)
    lower = np.tril(rng.integers(0, 2, (len(v), BITS, BITS), dtype=np.uint64), k=-1) + np.eye(BITS, dtype=np.uint64)
    return np.asarray((((lower @ bits) & np.uint64(1)) << places[:, None]).sum(axis=1, dtype=np.uint64))


def _sequence(v: Words) -> Words:
    """All points [D, 2**count] of the directions [D, count], each the exclusive or of those its index names."""
    points = np.zeros((len(v), 1), dtype=np.uint64)
    for column in v.T:
        points = np.concatenate([points, points ^ column[:, None]], axis=1)
    return points


def sobol_points(dimensions: int, points: int, rng: np.random.Generator) -> Floats:
    """One scramble of the first ``points`` Sobol points, [N, D], every value above 0 and below 1.

    ``dimensions`` is 1 to 24 and ``points`` a power of two up to 2**20; a ValueError says so otherwise.

    >>> drawn = sobol_points(2, 8, np.random.default_rng(1))
    >>> np.sort((drawn * 8).astype(int), axis=0).T.tolist()
    [[0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3, 4, 5, 6, 7]]
    """
    if not 1 <= dimensions <= MOST_DIMENSIONS:
        raise ValueError(f"dimensions are 1 to {MOST_DIMENSIONS}, not {dimensions}")
    if not 1 <= points <= MOST_POINTS or points & (points - 1):
        raise ValueError(f"points are a power of two up to {MOST_POINTS}, not {points}")
    v = directions(dimensions, points.bit_length() - 1)
    shift = rng.integers(0, 2**BITS, (dimensions, 1), dtype=np.uint64)
    return np.asarray(((_sequence(_linear_scramble(v, rng)) ^ shift) + 0.5) / 2**BITS).T


def sobol_scrambles(dimensions: int, points: int, scrambles: int, rng: np.random.Generator) -> Floats:
    """Independent scrambles of the same points, [S, N, D]."""
    return np.stack([sobol_points(dimensions, points, rng) for _ in range(scrambles)])


def estimate(values: Floats) -> Estimate:
    """Mean of values [S, N] over all points of all scrambles, and its standard error from how far scrambles differ.

    A ValueError where there are fewer than two scrambles.
    """
    if values.ndim != 2 or len(values) < 2:
        raise ValueError("a standard error needs at least two scrambles")
    means = values.mean(axis=1)
    return Estimate(float(means.mean()), float(means.std(ddof=1) / np.sqrt(len(means))))
