"""Lines of a plan: hours by size, who attends, what was kept, dropped, changed or added by hand."""

import pytest

from fcio.knowledge.areas import Amounts
from fcio.model.engagement import Span
from fcio.model.plan.lines import scaled
from tests.model.plan.plans import line, plan_with

LEADER = "fractional_cio"


def test_hours_are_told_in_halves_and_never_vanish():
    assert scaled(Amounts(low=0.5, typical=1.0, high=3.0), 0.3) == Span(0.5, 0.5, 1.0)
    assert scaled(Amounts(low=0.0, typical=1.0, high=2.0), 1) == Span(0.0, 1.0, 2.0)


def test_a_larger_firm_takes_longer():
    hours = [line(plan_with({"headcount": n}, LEADER), "know_the_systems").hours.typical for n in (5, 30, 150, 2000)]
    assert hours == sorted(hours)
    assert hours[0] < hours[-1]


@pytest.mark.parametrize(("people", "hours"), [(5, 8), (30, 9.5), (60, 12), (150, 16), (2000, 16)])
def test_the_days_on_site_grow_with_the_firm_but_stay_within_one_and_two(people, hours):
    assert line(plan_with({"headcount": people}, LEADER), "fact_finding").hours == Span(8, hours, 16)


def test_what_a_must_asks_for_is_not_asked_for_twice():
    shaky, sound = ({"backup_restored": one} for one in ("never_or_unknown", "within_a_year"))
    assert line(plan_with(shaky, "not_yet"), "operations_first_2")
    assert line(plan_with(shaky, "not_yet"), "try_backup_alone") is None
    assert line(plan_with(sound, "not_yet"), "try_backup_alone")


@pytest.mark.parametrize(("start", "most"), [("in_days", 5), ("in_weeks", 14), ("this_quarter", 30), (None, 30)])
def test_what_comes_before_the_start_fits_into_the_time_there_is(start, most):
    plan = plan_with({} if start is None else {"start_by": start}, LEADER)
    days = [(one.first_day, one.last_day) for one in plan.of_phase("before") if one.first_day is not None]
    assert min(first for first, _ in days) == -most
    assert all(first <= last <= -1 for first, last in days)


def test_an_employed_leader_is_searched_for_as_long_as_it_takes():
    plan = plan_with({"start_by": "in_weeks"}, "full_time_cio")
    assert line(plan, "search_for_the_leader").first_day == -120
    assert line(plan, "say_the_result").first_day == -30


def test_whoever_the_answers_rule_out_does_not_attend():
    alone = line(plan_with({"operations": "nobody_fixed"}, LEADER), "know_the_people").attend
    provided = line(plan_with({"operations": "provider_works"}, LEADER), "know_the_people").attend
    unknown = line(plan_with({}, LEADER), "know_the_people").attend
    assert "provider" not in alone
    assert "provider" in provided
    assert "provider" in unknown


def test_a_dropped_line_is_gone_and_told():
    plan = plan_with({}, LEADER, {"dropped": ("fact_finding",)})
    assert line(plan, "fact_finding") is None
    assert plan.dropped == ("fact_finding",)


def test_a_kept_line_stays_when_the_answers_no_longer_ask_for_it():
    answers = {"headcount": 60}
    assert line(plan_with(answers, LEADER), "coffee") is None
    kept = line(plan_with(answers, LEADER, {"kept": ("coffee",)}), "coffee")
    assert kept.because[-1].text == "You kept this line"


def test_own_text_and_hours_come_in_place_of_ours_and_ours_is_told():
    part = {"texts": {"know_the_people": "Walk round."}, "hours": {"know_the_people": 3.0}}
    usual, own = (line(plan_with({}, LEADER, p), "know_the_people") for p in ({}, part))
    assert (own.text, own.hours, own.changed) == ("Walk round.", Span(3.0, 3.0, 3.0), ("text", "hours"))
    assert (own.usual_text, own.usual_hours) == (usual.text, usual.hours)
    assert usual.changed == ()


def test_an_own_line_counts_with_its_hours_in_its_phase():
    part = {"own": ({"place": "days_60", "text": "Meet the bank.", "hours": 6.0, "done_by": "leader"},)}
    plan = plan_with({}, LEADER, part)
    assert line(plan, "own_1").text == "Meet the bank."
    assert "own_1" in {one.id for one in plan.of_phase("days_60")}
    assert plan.months[2].leader["own_1"] == pytest.approx(6.0)


def test_a_must_of_the_advice_comes_first_and_can_be_dropped():
    answers = {"incident_now": "yes"}
    first = plan_with(answers, LEADER).lines[0]
    assert (first.id, first.kind) == ("live_incident_1", "gate")
    assert plan_with(answers, LEADER, {"dropped": ("live_incident_1",)}).lines[0].id == "live_incident_2"
