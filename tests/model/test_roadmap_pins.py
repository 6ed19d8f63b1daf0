"""Pins: kept where they can stand, with what they need at or before them; left out where they cannot."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.model.roadmap_candidates import Candidate
from fcio.model.roadmap_pins import fixed_by_pins
from fcio.model.roadmap_search import Limits, bound, exact, worth

DISCOUNT = 0.9


@st.composite
def pinned_cases(draw):
    """Up to five candidates over three quarters, some pinned, each needing some of those before it."""
    rows = {}
    for place in range(draw(st.integers(1, 5))):
        needs = tuple(draw(st.lists(st.sampled_from(list(rows)), unique=True, max_size=2))) if rows else ()
        value, hours, cost = (float(draw(st.integers(0, 9))) for _ in range(3))
        key = f"i{place}"
        rows[key] = Candidate(key, value, hours, cost, needs, draw(st.sampled_from([None, None, 1, 2, 3])), {})
    return rows


def all_before(rows, key):
    direct = set(rows[key].needs)
    return direct.union(*(all_before(rows, need) for need in direct))


@settings(max_examples=300)
@given(pinned_cases())
def test_a_pin_stands_unless_what_it_needs_is_pinned_later(rows):
    fixed = fixed_by_pins(rows)
    pinned = {key for key, row in rows.items() if row.pin is not None}
    clash = {key for key in pinned if any((rows[need].pin or 0) > rows[key].pin for need in all_before(rows, key))}
    waits = {key for key in pinned if key in clash or all_before(rows, key) & clash}
    assert {key: fixed[key] for key in pinned & set(fixed)} == {key: rows[key].pin for key in pinned - waits}
    assert all(need in fixed and fixed[need] <= fixed[key] for key in fixed for need in rows[key].needs)
    assert set(fixed) <= pinned.union(*(all_before(rows, key) for key in pinned))


@settings(max_examples=150, deadline=None)
@given(pinned_cases(), st.lists(st.integers(0, 15).map(float), min_size=6, max_size=6))
def test_around_the_pins_no_plan_there_is_is_worth_more(rows, room):
    fixed, limits = fixed_by_pins(rows), Limits(tuple(room[:3]), tuple(room[3:]), DISCOUNT)
    free = [row for key, row in rows.items() if row.pin is None and key not in fixed]
    plan, finished = exact(free, limits, fixed, 1_000_000)
    plans = [other for other in every_choice(free) if allowed(rows, other, limits, fixed)]
    most = max(worth(rows, other, DISCOUNT) for other in plans)
    assert finished and plan in plans
    assert worth(rows, plan, DISCOUNT) == pytest.approx(most)
    assert bound(free, list(limits.hours), list(limits.money), DISCOUNT) >= most - 1e-9


def every_choice(free):
    for quarters in product(range(4), repeat=len(free)):
        yield {row.initiative: q for row, q in zip(free, quarters, strict=True) if q}


def allowed(rows, plan, limits, fixed):
    for q in limits.quarters:
        here = [rows[key] for key in plan if plan[key] == q]
        if sum(row.hours for row in here) > limits.hours[q - 1] or sum(row.cost for row in here) > limits.money[q - 1]:
            return False
    both = {**plan, **fixed}
    return all(need in both and both[need] <= plan[key] for key in plan for need in rows[key].needs)
