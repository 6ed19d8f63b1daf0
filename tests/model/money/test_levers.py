"""Levers: quantiles of PERT and triangular spreads stay inside their ends and have the mean of the closed form."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.money.levers import DISTRIBUTIONS, Lever, mean

CHANCES = (np.arange(4096) + 0.5) / 4096


@st.composite
def levers(draw):
    low, typical, high = sorted(draw(st.lists(st.integers(0, 1000), min_size=3, max_size=3)))
    return Lever("a", "A", "usd", float(low), float(typical), float(high + 1), "judgement")


@given(levers(), st.sampled_from(sorted(DISTRIBUTIONS)))
def test_draws_rise_lie_inside_and_have_the_mean_of_the_closed_form(lever, spread):
    values = DISTRIBUTIONS[spread](lever, CHANCES)
    assert (np.diff(values) >= 0).all()
    assert lever.low <= values[0] and values[-1] <= lever.high
    assert values.mean() == pytest.approx(mean(lever, spread), abs=1e-3 * (lever.high - lever.low))


def test_the_even_pert_is_symmetric_and_narrower_than_the_triangle():
    """PERT of 0, 6, 12 is 12 times a beta(3, 3): variance 144 * 9 / (36 * 7); the triangle has 144 / 24."""
    lever = Lever("a", "A", "usd", 0, 6, 12, "judgement")
    pert, triangle = (DISTRIBUTIONS[kind](lever, CHANCES) for kind in ("pert", "triangular"))
    assert np.median(pert) == pytest.approx(6, abs=0.01)
    assert pert.var() == pytest.approx(144 * 9 / (36 * 7), rel=0.005)
    assert triangle.var() == pytest.approx(6, rel=0.005)


def test_one_that_is_held_counts_with_its_typical_value():
    held = Lever("a", "A", "share", 0, 0, 0.15, "judgement", held=True)
    assert not held.drawn and held.spread
    assert mean(held, "pert") == 0
