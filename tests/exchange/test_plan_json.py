"""The plan for other programs and as plain text: the promised shape, with what the client changed."""

import json

import pytest

from fcio.exchange.plan_json import plan_json, plan_lines
from tests.model.plan.plans import compiled, demo_plan, plan_with

PROMISED = {"role", "days", "months", "mandate", "responsibilities", "independence", "safeguards", "triggers"}


@pytest.mark.parametrize("name", ["accountants", "joinery", "food_maker"])
def test_the_plan_is_plain_json_with_the_promised_keys(name):
    found = json.loads(json.dumps(plan_json(demo_plan(name)), allow_nan=False))
    assert set(found) >= PROMISED
    assert all(line["because"] for line in found["days"])
    assert found["role"] == demo_plan(name).role


def test_what_was_changed_stands_beside_ours():
    part = {"texts": {"coffee": "Tea, please."}, "dropped": ("fact_finding",)}
    found = plan_json(plan_with({"headcount": 5}, "fractional_cio", part))
    coffee = next(line for line in found["days"] if line["id"] == "coffee")
    assert (coffee["text"], coffee["changed"]) == ("Tea, please.", ["text"])
    assert coffee["usual_text"] != coffee["text"]
    assert found["dropped"] == ["fact_finding"]


def test_the_text_tells_phases_hours_mandate_gaps_and_questions():
    text = "\n".join(plan_lines(compiled()[0], demo_plan("dental_group")))
    for said in (
        "What to do next with a fractional CIO.",
        "Groundwork:",
        "Nobody leads today",
        "Mandate, term:",
        "Ask: ",
    ):
        assert said in text
    assert "because: " in text
    assert "each month from 1 to 12" in text


def test_the_text_says_where_several_lead_and_where_the_start_takes_longer():
    answers = {"headcount": 60, "leadership_work": "day_a_month", "operations": "staff_and_provider"}
    text = "\n".join(plan_lines(compiled()[0], plan_with(answers, "fractional_cio")))
    assert "Several lead today:" in text
    assert "hours more than the engagement holds" in text


def test_the_text_says_what_ends_each_conflict_of_interest():
    plan = plan_with({}, "vcio")
    told = list(plan_lines(compiled()[0], plan))
    ends = [line.removeprefix("  What ends it: ") for line in told if line.startswith("  What ends it: ")]
    assert ends == [remedy for one in plan.interests for remedy in one.conflict.remedies]
    assert "independent of any provider" in " ".join(ends)


def test_a_role_that_was_asked_for_is_told():
    assert next(plan_lines(compiled()[0], plan_with({}, "cto"))) == "What to do next with a CTO, as you asked."


def test_a_plan_before_the_core_is_answered_is_a_draft_in_every_reason():
    early = plan_with({})
    lines = list(plan_lines(compiled()[0], early, 6))
    assert lines[1].startswith("A draft: six core questions are still open")
    reasons = {because.text for line in early.lines for because in line.because if because.kind == "role"}
    assert len(reasons) == 1 and reasons.pop().startswith("A draft: so far")
    settled = {because.text for line in demo_plan("dental_group").lines for because in line.because}
    assert not any(text.startswith("A draft") for text in settled)
