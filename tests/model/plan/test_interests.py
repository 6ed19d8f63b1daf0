"""Conflicts of interest in the plan: what is there first, the serious before the rest, with questions."""

import pytest

from fcio.knowledge.conflicts import SERIOUS
from tests.model.plan.plans import demo_plan, plan_with


def test_what_is_there_comes_first_and_then_the_most_serious():
    for role in ("vcio", "fractional_cio", "consultant", "cto"):
        found = demo_plan("dental_group", role).interests
        order = [(not one.on, SERIOUS.index(one.conflict.serious)) for one in found]
        assert order == sorted(order)


def test_a_conflict_that_an_open_answer_could_bring_has_no_safeguards_yet():
    plan = plan_with({}, "vcio")
    possible = {one.conflict.id for one in plan.interests if not one.on}
    assert "margins_undisclosed" in possible
    assert not possible & {one.conflict for one in plan.safeguards}


def test_a_safeguard_can_be_dropped_and_put_in_own_words():
    part = {"dropped": ("sells_what_it_advises_3",), "texts": {"sells_what_it_advises_1": "In writing, please."}}
    found = {one.id: one for one in plan_with({}, "vcio", part).safeguards}
    assert "sells_what_it_advises_3" not in found
    assert found["sells_what_it_advises_1"].text == "In writing, please."
    assert found["sells_what_it_advises_1"].changed == ("text",)


def test_the_answer_behind_a_conflict_is_told():
    interests = plan_with({"adviser_earns": "undisclosed"}, "vcio").interests
    found = next(one for one in interests if one.conflict.id == "margins_undisclosed")
    assert found.on
    assert [because.id for because in found.because] == ["adviser_earns"]


@pytest.mark.parametrize("role", ["fractional_cio", "vcio", "cto", "consultant", "full_time_cio"])
def test_every_engaged_role_has_an_interest_to_ask_about_and_to_guard_against(role):
    plan = plan_with({}, role)
    there = [one.conflict for one in plan.interests if one.on]
    assert there
    assert all(conflict.ask for conflict in there)
    assert {one.conflict for one in plan.safeguards} == {conflict.id for conflict in there}


def test_a_part_time_cto_is_no_leader_of_your_own():
    plan = plan_with({"software_sold": "one_product", "leadership_work": "days_a_week"}, "cto")
    assert plan.mode == "fractional_cto"
    assert not [one for one in plan.interests if "of your own" in one.conflict.headline]
