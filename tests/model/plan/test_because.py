"""Reasons: the answers that made a condition hold, in the words of the answer."""

from types import SimpleNamespace

import pytest

from fcio.model.plan.case import area_reason, finding
from tests.model.plan.plans import compiled, line, plan_with


@pytest.mark.parametrize(
    ("answers", "line_id", "reason"),
    [
        ({"headcount": 6}, "coffee", "You are fewer than ten people"),
        (
            {"owner_hours": "more_than_8"},
            "free_the_owner",
            "Technology takes your leaders more than eight hours a week",
        ),
        ({"audited_duties": ("financial_rules",)}, "follow_the_rules", "You must prove that you meet financial rules"),
        ({"headcount": 30}, "leadership_meetings", "You are 25 to 49 people"),
    ],
)
def test_a_line_tells_the_answer_that_put_it_there(answers, line_id, reason):
    because = line(plan_with(answers, "fractional_cio"), line_id).because
    assert (reason, "answer") in {(one.text, one.kind) for one in because}


def test_of_several_ticks_only_those_that_count_are_told():
    because = line(plan_with({"sensitive_data": ("staff", "health")}, "vcio"), "knows_the_trade").because
    assert [one.text for one in because if one.id == "sensitive_data"] == ["You hold health data"]


def test_where_no_answer_was_needed_the_role_is_the_reason():
    asked = line(plan_with({}, "cto"), "know_the_people").because
    assert asked[-1].text == "You asked for the plan with a CTO"


def test_an_area_keeps_the_capitals_of_its_abbreviation_within_a_sentence():
    knowledge, _ = compiled()
    unknown = SimpleNamespace(area="assets", level=None)
    short = SimpleNamespace(area="assets", level=1.0, gap=2.0, target=3)
    areas = SimpleNamespace(by_priority=[short])
    case = SimpleNamespace(knowledge=knowledge, areas=areas, layout=knowledge.plan)
    assert area_reason(case, unknown).text == "Nothing is known yet about IT asset management"
    assert finding(case, "weakest_area").blanks["area"] == "IT asset management"
