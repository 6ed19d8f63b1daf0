"""Preferred numbers: few, close, in order, and left alone the second time."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.exchange.preferred import SERIES, preferred

amounts = st.one_of(st.floats(0.001, 1e11), st.integers(1, 10**11))
LARGEST_MOVE = 1.16


@given(amounts)
def test_an_amount_moves_little_and_to_two_digits(amount):
    step = preferred(amount)
    assert 1 / LARGEST_MOVE < step / amount < LARGEST_MOVE
    assert float(f"{step:.1e}") == step
    assert preferred(step) == step


@given(amounts, amounts)
def test_the_larger_never_becomes_the_smaller(one, other):
    low, high = sorted((one, other))
    assert preferred(low) <= preferred(high)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 10**6), st.booleans())
def test_limits_hold_and_a_second_time_changes_nothing(one, other, third, whole):
    least, amount, most = sorted((one, other, third))
    step = preferred(amount, least, most, whole)
    assert least <= step <= most
    assert preferred(step, least, most, whole) == step


@pytest.mark.parametrize(
    ("amount", "least", "most", "whole", "step"),
    [
        (0, 0, inf, False, 0),
        (46, 25, 49, True, 40),
        (99, 50, 99, True, 80),
        (112, 110, 115, True, 110),
        (1.4, 0, inf, True, 1.0),
        (10**12, 0, 1e12, False, 10**12),
        (0.05, 0, 1, False, 0.05),
    ],
)
def test_examples(amount, least, most, whole, step):
    assert preferred(amount, least, most, whole) == step


def test_a_decade_has_ten_steps():
    assert {preferred(amount / 100) for amount in range(100, 1000)} == {*SERIES, 10.0}
