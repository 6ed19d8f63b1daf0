"""Numbers in words: two digits of money, a real minus, and no certainty that is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.engagement import Span
from fcio.report.numbers import MINUS, counted, in_hundred, money, money_span, percent, rounded, signed


@pytest.mark.parametrize(
    ("amount", "digits", "expected"),
    [
        (0, 2, 0),
        (0.4, 2, 0),
        (0.5, 2, 1),
        (7, 2, 7),
        (99, 2, 99),
        (99.5, 2, 100),
        (104, 2, 100),
        (105, 2, 110),
        (994, 2, 990),
        (995, 2, 1000),
        (1000, 2, 1000),
        (14_499, 2, 14_000),
        (14_500, 2, 15_000),
        (123_456, 3, 123_000),
        (1_000_000, 1, 1_000_000),
    ],
)
def test_amounts_keep_their_first_digits(amount, digits, expected):
    assert rounded(amount, digits) == expected


@given(st.floats(1, 1e12))
def test_rounding_moves_an_amount_by_a_twentieth_at_most_and_twice_as_once(amount):
    assert abs(rounded(amount) - amount) <= max(0.5, 0.05 * amount)
    assert rounded(rounded(amount)) == rounded(amount)


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_rounding_keeps_the_order(one, two):
    low, high = sorted((one, two))
    assert rounded(low) <= rounded(high)


def test_money_has_its_sign_and_its_thousands():
    assert money(1_234_567) == "$1,200,000"
    assert money_span(Span(3600, 4800, 8400)) == "$3,600 to $8,400"
    assert money_span(Span(5010, 5020, 5030)) == "$5,000"


@pytest.mark.parametrize(
    ("amount", "digits", "text"),
    [(9, 0, "+9"), (-5, 0, MINUS + "5"), (0, 0, "+0"), (-1234.56, 1, MINUS + "1,234.6"), (0.04, 1, "+0.0")],
)
def test_a_sign_is_always_written(amount, digits, text):
    assert signed(amount, digits) == text


def test_what_rounds_to_nothing_has_no_minus():
    assert signed(-0.04, 1) == signed(0.0, 1)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0\u00a0%"),
        (0.001, "under 1\u00a0%"),
        (0.01, "1\u00a0%"),
        (0.5, "50\u00a0%"),
        (0.99, "99\u00a0%"),
        (0.999, "over 99\u00a0%"),
        (1, "100\u00a0%"),
    ],
)
def test_a_share_in_percent(share, text):
    assert percent(share) == text


@given(st.floats(0, 1, exclude_min=True, exclude_max=True) | st.sampled_from([0.005, 0.995]))
def test_a_share_between_never_reads_as_none_or_all(share):
    assert percent(share) not in ("0\u00a0%", "100\u00a0%")
    assert in_hundred(share) not in ("0 of 100", "100 of 100")


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0 of 100"), (0.0001, "1 of 100"), (0.87, "87 of 100"), (1, "100 of 100")]
)
def test_a_share_as_so_many_of_a_hundred(share, text):
    assert in_hundred(share) == text


@pytest.mark.parametrize(
    ("number", "text"), [(0, "no days"), (1, "one day"), (10, "ten days"), (11, "11 days"), (1200, "1,200 days")]
)
def test_a_count_with_its_noun(number, text):
    assert counted(number, "day") == text
