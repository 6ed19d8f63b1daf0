"""The roadmap of real clients: order, limits, pins, drops and own figures, and what is said about the rest."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.roadmap import quarter_labels, roadmap
from fcio.model.roadmap_change import what_changed
from fcio.model.roadmap_result import DONE, DROPPED, NOTHING_TO_LIFT, TOO_LARGE, WAITS
from tests.strategies import real_examples

TODAY = date(2026, 11, 25)


def a_client(areas, **choices):
    return Assessment({"name": "Example"}, TODAY, areas=areas, roadmap=choices)


def planned(knowledge, client):
    return roadmap(knowledge, client, area_results(knowledge, client))


@pytest.fixture(scope="module")
def indicators(real_knowledge):
    return [indicator.id for area in real_knowledge.areas for indicator in area.indicators]


@pytest.fixture(scope="module")
def low(indicators):
    return dict.fromkeys(indicators, 1)


def quarters(plan):
    return {one.initiative: one.quarter for one in plan.placed}


@real_examples(12)
@given(st.data())
def test_limits_order_and_reasons_hold_whatever_the_levels(real_knowledge, indicators, data):
    level = st.sampled_from([1, 2, 3, 4, "dont_know", "does_not_apply"])
    areas = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(indicators, level)))
    hours, money = data.draw(st.integers(0, 200)), data.draw(st.integers(0, 20_000))
    client = a_client(areas, hours_per_quarter=hours, money_per_quarter=money)
    plan = planned(real_knowledge, client)
    placed, known = quarters(plan), {one.id: one for one in real_knowledge.initiatives}
    for quarter in plan.quarters:
        assert quarter.hours <= hours + 1e-6 and quarter.cost <= money + 1e-6
        assert quarter.hours == pytest.approx(sum(o.hours for o in plan.placed if o.quarter == quarter.number))
    for one in placed:
        for need in known[one].needs:
            satisfied = all(
                (isinstance(areas.get(i), int) and areas[i] >= known[need].to_level) or areas.get(i) == "does_not_apply"
                for i in known[need].indicators
            )
            assert satisfied or placed[need] <= placed[one]
    assert {*placed, *(one.initiative for one in plan.left_out)} == set(known)
    assert not {*placed} & {one.initiative for one in plan.left_out}
    assert plan.value == pytest.approx(sum(one.value for one in plan.placed))
    assert plan.bound >= plan.value - 1e-6
    assert planned(real_knowledge, client) == plan


def test_where_everything_is_in_order_nothing_is_planned(real_knowledge, indicators):
    plan = planned(real_knowledge, a_client(dict.fromkeys(indicators, 5)))
    assert plan.placed == () and plan.exact
    assert {one.why for one in plan.left_out} == {NOTHING_TO_LIFT}


def test_without_hours_nothing_is_planned_and_it_says_so(real_knowledge, low):
    plan = planned(real_knowledge, a_client(low, hours_per_quarter=0, money_per_quarter=0))
    assert plan.placed == ()
    assert {one.why for one in plan.left_out} <= {TOO_LARGE, WAITS, NOTHING_TO_LIFT}


def test_what_is_dropped_or_done_is_not_planned_and_what_needs_the_dropped_waits(real_knowledge, low):
    plan = planned(real_knowledge, a_client(low, dropped=["application_list"], done=["risk_list"]))
    why = {one.initiative: one.why for one in plan.left_out}
    assert (why["application_list"], why["risk_list"]) == (DROPPED, DONE)
    assert why["application_ratings"] == why["data_list"] == why["access_classes"] == WAITS


def test_a_pin_holds_even_where_it_breaks_the_limits(real_knowledge, low):
    plan = planned(real_knowledge, a_client(low, hours_per_quarter=10, pins={"core_protections": 3}))
    pinned = next(one for one in plan.placed if one.initiative == "core_protections")
    assert (pinned.quarter, pinned.pinned) == (3, True)
    assert plan.quarters[2].hours > 10
    assert all(quarter.hours <= 10 for quarter in plan.quarters if quarter.number != 3)


def test_what_a_pinned_step_needs_comes_with_it_and_nothing_stands_before_what_it_needs(real_knowledge, low):
    """Even with hardly any hours: a pin never stands alone in front of what has to come first."""
    known = {one.id: one for one in real_knowledge.initiatives}
    for step in (one.id for one in real_knowledge.initiatives if one.needs):
        placed = quarters(planned(real_knowledge, a_client(low, hours_per_quarter=5, pins={step: 2})))
        assert all(placed[need] <= placed[one] for one in placed for need in known[one].needs)
        assert step not in placed or placed[step] == 2


def test_a_step_pinned_before_what_it_needs_waits_and_says_so(real_knowledge, low):
    plan = planned(real_knowledge, a_client(low, pins={"technology_principles": 1, "technology_seat": 2}))
    assert quarters(plan)["technology_seat"] == 2
    assert {one.initiative: one.why for one in plan.left_out}["technology_principles"] == WAITS


def test_what_follows_a_step_marked_as_done_no_longer_waits(real_knowledge, low):
    """Marked as done, though the levels of the area were not answered anew."""
    areas = area_results(real_knowledge, a_client(low))
    high = replace(areas, areas=tuple(replace(area, target=4) for area in areas.areas))
    client = a_client(low, done=["technology_plan", "technology_seat"], hours_per_quarter=200)
    plan = roadmap(real_knowledge, client, high)
    assert "plan_with_measures" in quarters(plan)


def test_own_hours_and_cost_stand_in_place_of_ours_and_the_change_is_told(real_knowledge, low):
    before = planned(real_knowledge, a_client(low))
    one = before.placed[0].initiative
    after = planned(real_knowledge, a_client(low, own={one: {"hours": 59, "cost": 1}}))
    mine = [o for o in after.placed if o.initiative == one]
    assert not mine or (mine[0].hours, mine[0].cost) == (59, 1)
    change = what_changed(before, after)
    was, now = quarters(before), quarters(after)
    assert set(change.placed) == set(now) - set(was) and set(change.pushed_out) == set(was) - set(now)
    assert all(was[key] == a and now[key] == b and a != b for key, a, b in change.moved)
    assert change.value == pytest.approx(after.value - before.value)
    assert what_changed(before, before).placed == what_changed(before, before).moved == ()


def test_more_hours_never_make_the_plan_of_the_whole_year_worth_less(real_knowledge, low):
    """Not by the search alone, which may stop early, but by a wide margin here."""
    values = [planned(real_knowledge, a_client(low, hours_per_quarter=h)).value for h in (20, 60, 120)]
    assert values == sorted(values) and values[0] < values[-1]


@settings(max_examples=50)
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 12))
def test_quarters_follow_one_another_from_the_next_one(day, count):
    labels = quarter_labels(day, count)
    numbers = [int(year) * 4 + int(quarter[1]) for quarter, year in (label.split() for label in labels)]
    assert numbers == list(range(numbers[0], numbers[0] + count))
    assert numbers[0] == day.year * 4 + (day.month - 1) // 3 + 2
