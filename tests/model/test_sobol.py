"""Sobol points: the published sequence, even cover whatever the scramble, and integrals whose value is known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.sobol import (
    BITS,
    JOE_KUO,
    MOST_DIMENSIONS,
    _sequence,
    directions,
    estimate,
    sobol_points,
    sobol_scrambles,
)

POINTS = 2**13
SEEDS = st.integers(0, 2**32 - 1)


def rng(seed=20261122):
    return np.random.default_rng(seed)


def test_the_first_points_are_the_published_ones():
    """Joe and Kuo's own first ten points in three dimensions, as a set: their order is that of the Gray code."""
    published = {
        (0, 0, 0),
        (0.5, 0.5, 0.5),
        (0.75, 0.25, 0.25),
        (0.25, 0.75, 0.75),
        (0.375, 0.375, 0.625),
        (0.875, 0.875, 0.125),
        (0.625, 0.125, 0.875),
        (0.125, 0.625, 0.375),
    }
    assert {tuple(point) for point in (_sequence(directions(3, 3)) / 2**BITS).T} == published


@pytest.mark.parametrize("row", JOE_KUO, ids=lambda row: f"a={row[0]}, m={row[1]}")
def test_direction_numbers_are_odd_and_small_and_their_polynomial_is_primitive(row):
    inner, first = row
    degree = len(first)
    assert all(m % 2 == 1 and m < 2**k for k, m in enumerate(first, 1))
    polynomial, power, order = (1 << degree) | (inner << 1) | 1, 2 % (1 << degree) if degree > 1 else 1, 1
    while power != 1:
        power <<= 1
        power ^= polynomial if power >> degree else 0
        order += 1
    assert order == 2**degree - 1


def test_no_polynomial_stands_twice():
    assert len({(inner, len(first)) for inner, first in JOE_KUO}) == len(JOE_KUO) == MOST_DIMENSIONS - 1


@given(SEEDS, st.integers(1, MOST_DIMENSIONS), st.integers(0, 10))
def test_every_dimension_is_stratified_whatever_the_scramble(seed, dimensions, power):
    """Exactly one point in each of the N equal slices of every dimension."""
    n = 2**power
    drawn = sobol_points(dimensions, n, rng(seed))
    assert drawn.shape == (n, dimensions) and drawn.min() > 0 and drawn.max() < 1
    assert (np.sort((drawn * n).astype(int), axis=0) == np.arange(n)[:, None]).all()


@given(SEEDS, st.integers(0, 8))
def test_the_first_two_dimensions_together_are_cut_evenly_as_well(seed, split):
    """A (0, 8, 2)-net: one point in each of 2**k by 2**(8-k) boxes, for every k."""
    drawn = sobol_points(2, 256, rng(seed))
    boxes = (drawn * [2**split, 2 ** (8 - split)]).astype(int)
    assert len({tuple(box) for box in boxes}) == 256


def test_all_dimensions_and_points_of_the_budget_are_stratified():
    drawn = sobol_points(MOST_DIMENSIONS, POINTS, rng())
    assert (np.sort((drawn * POINTS).astype(int), axis=0) == np.arange(POINTS)[:, None]).all()
    assert np.abs(np.corrcoef(drawn.T) - np.eye(MOST_DIMENSIONS)).max() < 0.03


def test_a_seed_gives_the_same_points_and_another_seed_others():
    assert (sobol_points(5, 64, rng(7)) == sobol_points(5, 64, rng(7))).all()
    assert (sobol_points(5, 64, rng(7)) != sobol_points(5, 64, rng(8))).all()
    first, second = sobol_scrambles(5, 64, 2, rng(7))
    assert (first != second).all()


def test_one_point_is_uniform_over_the_scrambles():
    """Its mean is one half and its variance a twelfth, within five standard errors."""
    point = np.array([sobol_points(3, 4, rng(seed))[2] for seed in range(4000)])
    assert point.mean(axis=0) == pytest.approx(np.full(3, 0.5), abs=5 * np.sqrt(1 / 12 / 4000))
    assert point.var(axis=0) == pytest.approx(np.full(3, 1 / 12), abs=5 * np.sqrt(1 / 180 / 4000))


def ishigami(u):
    """Ishigami and Homma (1990) with a = 7 and b = 0.1; its mean over the cube is a / 2."""
    x = np.pi * (2 * u - 1)
    return np.sin(x[..., 0]) + 7 * np.sin(x[..., 1]) ** 2 + 0.1 * x[..., 2] ** 4 * np.sin(x[..., 0])


KNOWN = {
    "a sum of squares": (24, lambda u: (u**2).sum(axis=-1), 8.0),
    "a product of lines": (10, lambda u: (1 + 0.5 * (u - 0.5)).prod(axis=-1), 1.0),
    "Ishigami's function": (3, ishigami, 3.5),
    "a corner": (4, lambda u: (u < 0.5).all(axis=-1).astype(float), 0.0625),
    "growth over years": (6, lambda u: np.exp(u / 2).prod(axis=-1), (2 * (np.exp(0.5) - 1)) ** 6),
}


@pytest.mark.parametrize("name", KNOWN)
def test_integrals_whose_value_is_known(name):
    """The mean of eight scrambles lies within five of its own standard errors, and these are below a thousandth."""
    dimensions, function, value = KNOWN[name]
    found = estimate(function(sobol_scrambles(dimensions, POINTS, 8, rng())))
    assert found.mean == pytest.approx(value, abs=max(5 * found.standard_error, 1e-12))
    assert found.standard_error < 1e-3 * value


def test_the_error_is_a_small_part_of_that_of_plain_random_draws():
    _, function, value = KNOWN["a product of lines"]
    even = function(sobol_scrambles(10, POINTS, 16, rng())).mean(axis=1)
    plain = function(rng().random((16, POINTS, 10))).mean(axis=1)
    assert 20 * np.sqrt(((even - value) ** 2).mean()) < np.sqrt(((plain - value) ** 2).mean())


def test_the_standard_error_is_about_the_error_made():
    """Over many estimates the errors are as large as the standard errors say, within a factor of one and a half."""
    dimensions, function, value = KNOWN["a product of lines"]
    found = [estimate(function(sobol_scrambles(dimensions, 64, 8, rng(seed)))) for seed in range(200)]
    made = np.sqrt(np.mean([(e.mean - value) ** 2 for e in found]))
    said = np.sqrt(np.mean([e.standard_error**2 for e in found]))
    assert made / 1.5 < said < made * 1.5


@pytest.mark.parametrize("dimensions", [0, MOST_DIMENSIONS + 1])
def test_more_dimensions_than_there_are_numbers_for_are_refused(dimensions):
    with pytest.raises(ValueError, match="dimensions are 1 to 24"):
        sobol_points(dimensions, 8, rng())


@pytest.mark.parametrize("points", [0, -2, 3, 1000, 2**21])
def test_a_number_of_points_that_cannot_be_even_is_refused(points):
    with pytest.raises(ValueError, match="power of two"):
        sobol_points(2, points, rng())


def test_one_scramble_has_no_standard_error():
    with pytest.raises(ValueError, match="two scrambles"):
        estimate(np.ones((1, 8)))
