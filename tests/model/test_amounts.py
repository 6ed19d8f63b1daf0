"""Amounts with a range and a receipt."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.amounts import ESTIMATE, OWN, Amount, Part, Product, known, summed


def a_part(low, typical, high):
    return Part("figure", "rate", "Rate", "usd", low, typical, high, "judgement")


spans = st.lists(st.floats(0, 1e6), min_size=3, max_size=3).map(sorted)
products = st.lists(spans, max_size=3).map(lambda parts: Product(tuple(a_part(*part) for part in parts)))


def test_an_amount_without_a_range_is_the_same_at_both_ends():
    assert known(7.0, OWN) == Amount(7.0, 7.0, 7.0, OWN)


def test_a_product_multiplies_each_end_on_its_own():
    product = Product((a_part(1, 2, 3), a_part(10, 20, 30)))
    assert [product.at(end) for end in ("low", "typical", "high")] == [10, 40, 90]


def test_a_product_of_nothing_is_one():
    """An amount that happens once a year is a term without parts."""
    assert summed([Product(())]) == Amount(1, 1, 1, ESTIMATE, (Product(()),))


def test_a_sum_of_nothing_is_nothing():
    assert summed([]) == Amount(0, 0, 0, ESTIMATE, ())


def test_a_multiple_keeps_receipt_and_origin():
    products = (Product((a_part(1, 2, 3),)),)
    assert summed(products, "intake").times(2) == Amount(2, 4, 6, "intake", products)


@given(st.lists(products, max_size=4))
def test_the_receipt_adds_up_to_the_amount_and_its_range_holds_it(terms):
    amount = summed(terms)
    for end in ("low", "typical", "high"):
        adds_up = math.fsum(math.prod(getattr(part, end) for part in term.parts) for term in amount.products)
        assert getattr(amount, end) == pytest.approx(adds_up)
    assert amount.low <= amount.typical * (1 + 1e-12)
    assert amount.typical <= amount.high * (1 + 1e-12)
