"""The plan as a whole: any answers give one, every line has its reason, and example clients get different ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.load import load
from fcio.model.answers import Refused
from fcio.model.plan.result import ANSWER, BY_HAND, FINDING, ROLE
from tests.model.plan.plans import compiled, demo_parts, demo_plan, line, plan_with
from tests.strategies import ROLES, answer_sets, real_examples

KNOWLEDGE = load()
NAMES = ("accountants", "dental_group", "food_maker", "joinery", "logistics", "veterinary_software")


def reasons(plan):
    yield from ((one.id, one.because) for one in (*plan.lines, *plan.clauses, *plan.safeguards))
    yield from ((one.conflict.id, one.because) for one in plan.interests)
    yield from ((one.id, one.would.because) for one in plan.duties)


@real_examples(25)
@given(answer_sets(KNOWLEDGE, completions=10**9), st.sampled_from([None, *ROLES]))
def test_any_answers_give_a_plan_in_which_everything_says_why(answers, role):
    plan = plan_with(answers, role)
    own = {ANSWER, FINDING, ROLE, BY_HAND}
    assert plan.lines
    assert not [one for one, because in reasons(plan) if not own & {reason.kind for reason in because}]
    assert not [one.id for one in plan.lines if "{" in one.title + one.text + one.deliverable]
    assert not [one.id for one in plan.clauses if "{" in one.text]
    assert len({one.id for one in plan.lines}) == len(plan.lines)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_client_gets_the_plan_of_the_role_that_leads(name):
    plan = demo_plan(name)
    assert plan.recommended
    assert plan.role == demo_parts(name)[1].leader.role


@pytest.mark.parametrize("name", NAMES)
def test_the_first_quarter_of_the_roadmap_is_in_the_plan(name):
    first = {one.initiative for one in demo_parts(name)[3].placed if one.quarter == 1}
    assert {one.id for one in demo_plan(name).lines if one.kind == "step" and not one.months} == first


def test_each_later_quarter_of_the_roadmap_is_one_line_of_its_months():
    plan, placed = demo_plan("dental_group"), demo_parts("dental_group")[3].placed
    later = line(plan, "roadmap_quarter_2")
    assert later.months == (4, 5, 6)
    assert later.cost == sum(one.cost for one in placed if one.quarter == 2)
    assert later.text.count(";") + 1 == len([one for one in placed if one.quarter == 2])


def test_a_small_shop_talks_over_coffee_and_a_larger_firm_meets():
    small, larger = demo_plan("joinery", "fractional_cio"), demo_plan("dental_group")
    assert line(small, "coffee") and not line(small, "leadership_meetings")
    assert line(larger, "leadership_meetings") and not line(larger, "coffee")
    assert "leaders" in line(larger, "leadership_meetings").attend
    assert line(small, "year_in_review") and not line(small, "annual_recap")
    assert line(small, "quarter_on_a_page") and not line(small, "quarterly_review")
    assert line(larger, "annual_recap") and line(larger, "quarterly_review")
    clauses = [{one.id for one in plan.clauses} for plan in (small, larger)]
    assert ["member_of_the_team" in found for found in clauses] == [False, True]
    assert ["beside_the_owner" in found for found in clauses] == [True, False]


def test_a_consultant_leaves_and_a_leader_stays():
    project, leader = demo_plan("food_maker"), demo_plan("dental_group")
    assert line(project, "hand_over_to_who_stays")
    assert not [month.leader for month in project.months[4:] if month.leader]
    assert all(month.leader for month in leader.months[1:])


def test_only_the_plan_with_a_vcio_carries_the_safeguards_of_one():
    guarded, other = demo_plan("accountants"), demo_plan("accountants", "fractional_cio")
    ours = {"open_talk_on_interests", "outside_look_soon"}
    assert ours <= {one.id for one in guarded.lines}
    assert not ours & {one.id for one in other.lines}
    assert {one.conflict for one in guarded.safeguards} >= {"sells_what_it_advises", "judges_own_operations"}
    assert "sells_what_it_advises" not in {one.conflict for one in other.safeguards}


def test_a_product_gets_a_look_at_servers_spares_and_tampering():
    found = {one.id for one in demo_plan("veterinary_software").lines}
    assert {"product_servers", "product_redundancy", "product_tampering"} <= found


def test_an_interim_is_named_so_and_not_employed():
    plan = demo_plan("logistics")
    clauses = {one.id: one.text for one in plan.clauses}
    assert "employment" not in clauses
    assert clauses["limited_time"]
    assert "interim CIO" in clauses["purpose"]
    assert plan.of_phase("before")[0].kind == "gate"


def test_not_yet_engages_nobody_and_says_when_to_look_again():
    plan = demo_plan("joinery")
    assert plan.role == "not_yet"
    assert not plan.clauses
    assert plan.triggers
    assert {month.verdict for month in plan.months} == {"nobody"}
    assert not [one.id for one in plan.lines if one.done_by == "leader" or "leader" in one.attend]


def test_groundwork_keeps_the_order_people_and_systems_then_business_then_plans():
    order = [one.id for one in demo_plan("dental_group").of_phase("groundwork")]
    wanted = ["know_the_people", "know_the_systems", "know_the_business", "know_the_rules", "know_the_plans"]
    assert [one for one in order if one in wanted] == wanted


def test_findings_put_the_dearest_risk_and_the_weakest_area_into_the_plan():
    risk, area = (line(demo_plan("dental_group"), key) for key in ("look_at_largest_risk", "weakest_area"))
    expected = demo_parts("dental_group")[4].now.expected
    dearest = max(expected, key=expected.get)
    assert compiled()[0].scenario(dearest).label in risk.title
    assert {because.kind for because in area.because} >= {FINDING}


def test_without_findings_their_lines_are_missing():
    found = {one.id for one in plan_with({"headcount": 30}, "fractional_cio").lines}
    assert not found & {"look_at_largest_risk", "weakest_area"}


def test_a_role_that_does_not_exist_is_refused():
    with pytest.raises(Refused, match=r"plan\.role: give one of"):
        plan_with({}, "wizard")


def test_the_role_chosen_in_the_case_is_planned_and_another_on_request_stands_before_it():
    part = {"role": "vcio"}
    assert plan_with({}, None, part).role == "vcio"
    assert plan_with({}, "cto", part).role == "cto"
