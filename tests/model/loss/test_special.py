"""Distribution functions against the standard library and identities."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.loss.special import beta_cdf, gamma_cdf, normal_sf


def test_the_normal_tail_is_that_of_the_standard_library():
    x = np.linspace(-12, 12, 4001)
    known = [math.erfc(value / math.sqrt(2)) / 2 for value in x]
    assert normal_sf(x) == pytest.approx(known, abs=1e-15, rel=1e-7)


@given(st.integers(1, 40), st.floats(0.01, 100))
def test_the_gamma_distribution_of_whole_shape_counts_poisson_events(shape, x):
    fewer = sum(math.exp(-x + k * math.log(x) - math.lgamma(k + 1)) for k in range(shape))
    assert float(gamma_cdf(shape, np.array([x]))[0]) == pytest.approx(1 - fewer, abs=1e-12)


@given(st.integers(1, 20), st.integers(1, 20), st.floats(0.001, 0.999))
def test_the_beta_distribution_of_whole_shapes_counts_binomial_successes(a, b, x):
    n = a + b - 1
    known = sum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
    assert float(beta_cdf(a, b, np.array([x]))[0]) == pytest.approx(known, abs=1e-12)


def test_ends_are_ends():
    ends = np.array([-1.0, 0.0, math.inf])
    assert gamma_cdf(2.0, ends).tolist() == [0, 0, 1]
    assert beta_cdf(2.0, 3.0, np.array([-1.0, 0.0, 1.0, 2.0])).tolist() == [0, 0, 1, 1]
