"""The plan against enumeration of every plan there is: worth, limits, order, and a bound that holds."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.model.roadmap_candidates import Candidate
from fcio.model.roadmap_improve import improved, keeps_limits
from fcio.model.roadmap_search import Limits, bound, exact, in_order, worth

DISCOUNT = 0.9
MANY = 1_000_000


@st.composite
def small_cases(draw):
    """Up to five candidates over up to three quarters, each needing some of those before it."""
    count, quarters = draw(st.integers(1, 5)), draw(st.integers(1, 3))
    amount = st.integers(0, 9)
    rows = []
    for place in range(count):
        earlier = [row.initiative for row in rows]
        needs = tuple(draw(st.lists(st.sampled_from(earlier), unique=True, max_size=2))) if earlier else ()
        values = [float(draw(amount)) for _ in range(3)]
        rows.append(Candidate(f"i{place}", *values, needs, None, {}))
    room = st.lists(st.integers(0, 15).map(float), min_size=quarters, max_size=quarters)
    return rows, Limits(tuple(draw(room)), tuple(draw(room)), DISCOUNT)


def every_plan(rows, limits):
    """Every plan that keeps the limits and the order; no cleverness."""
    by_id = {row.initiative: row for row in rows}
    for quarters in product([0, *limits.quarters], repeat=len(rows)):
        plan = {row.initiative: q for row, q in zip(rows, quarters, strict=True) if q}
        if allowed(by_id, plan, limits):
            yield plan


def allowed(by_id, plan, limits):
    for q in limits.quarters:
        here = [by_id[key] for key in plan if plan[key] == q]
        if sum(row.hours for row in here) > limits.hours[q - 1] or sum(row.cost for row in here) > limits.money[q - 1]:
            return False
    return all(need in plan and plan[need] <= plan[key] for key in plan for need in by_id[key].needs)


@settings(max_examples=200, deadline=None)
@given(small_cases())
def test_no_plan_there_is_is_worth_more(case):
    rows, limits = case
    by_id = {row.initiative: row for row in rows}
    plan, finished = exact(rows, limits, {}, MANY)
    most = max(worth(by_id, other, DISCOUNT) for other in every_plan(rows, limits))
    assert finished and allowed(by_id, plan, limits)
    assert worth(by_id, plan, DISCOUNT) == pytest.approx(most)
    assert bound(rows, list(limits.hours), list(limits.money), DISCOUNT) >= most - 1e-9


@settings(max_examples=200, deadline=None)
@given(small_cases())
def test_the_improved_plan_keeps_every_limit_and_is_worth_something_where_anything_fits(case):
    rows, limits = case
    by_id = {row.initiative: row for row in rows}
    plan = improved(rows, limits, {})
    assert allowed(by_id, plan, limits) and keeps_limits(by_id, plan, limits, {})
    most = max(worth(by_id, other, DISCOUNT) for other in every_plan(rows, limits))
    value = worth(by_id, plan, DISCOUNT)
    assert value <= most + 1e-9
    assert (value > 0) == (most > 0)


@given(small_cases())
def test_a_search_cut_short_says_so_and_still_keeps_the_limits(case):
    rows, limits = case
    by_id = {row.initiative: row for row in rows}
    plan, finished = exact(rows, limits, {}, 3)
    assert allowed(by_id, plan, limits)
    if finished:
        most = max(worth(by_id, other, DISCOUNT) for other in every_plan(rows, limits))
        assert worth(by_id, plan, DISCOUNT) == pytest.approx(most)


@given(small_cases())
def test_what_is_needed_comes_first_in_the_order_of_search(case):
    rows, _ = case
    order = [row.initiative for row in in_order(rows)]
    assert sorted(order) == sorted(row.initiative for row in rows)
    by_id = {row.initiative: row for row in rows}
    assert all(order.index(need) < order.index(key) for key in order for need in by_id[key].needs)
