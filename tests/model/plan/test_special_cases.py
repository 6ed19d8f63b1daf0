"""Plans of the less usual findings: an interim, a consultant and who follows, an executive who is in office already."""

import pytest

from tests.model.plan.plans import line, plan_with

INTERIM = {
    "vacancy": "vacant",
    "start_by": "in_weeks",
    "leadership_work": "full_time_months",
    "cover_needed": "decisions",
    "headcount": 420,
}
FRACTIONAL_FOLLOWS = {"name_who_sees_to_it", "engage_who_takes_over", "work_side_by_side", "hand_over_to_who_stays"}
INSIDE_FOLLOWS = {"name_who_takes_over", "hand_over_and_leave", "check_without_consultant"}


def ids(lines):
    return {one.id for one in lines}


@pytest.mark.parametrize(
    ("takeover", "wanted", "clause"),
    [
        ("named_insider", INSIDE_FOLLOWS, "handover_to_insider"),
        ("nobody", FRACTIONAL_FOLLOWS, "handover_to_who_stays"),
        ("not_settled", FRACTIONAL_FOLLOWS, "handover_to_who_stays"),
    ],
)
def test_path_plan_and_mandate_tell_one_story_of_who_takes_over_from_a_consultant(takeover, wanted, clause):
    plan = plan_with({"need_end": "project", "takeover": takeover}, "consultant")
    assert ids(plan.lines) & (FRACTIONAL_FOLLOWS | INSIDE_FOLLOWS) == wanted
    assert ids(plan.clauses) & {"handover_to_insider", "handover_to_who_stays"} == {clause}
    assert any("fractional CIO" in step for step in plan.path) == (wanted == FRACTIONAL_FOLLOWS)


def test_the_fractional_cio_is_there_before_the_consultant_has_left():
    plan = plan_with({"need_end": "project", "takeover": "nobody"}, "consultant")
    found, beside, over = (
        line(plan, one) for one in ("engage_who_takes_over", "work_side_by_side", "hand_over_to_who_stays")
    )
    assert found.last_day < beside.first_day <= over.first_day
    assert over.last_day <= beside.last_day


def test_bringing_the_system_in_is_told_as_a_separate_order():
    found = line(plan_with({"upcoming_decision": "core_system", "oversight": "nobody"}, "consultant"), "bring_it_in")
    assert found.title.startswith("A separate order")
    assert "not part of the agreed fee" in found.text


@pytest.mark.parametrize(
    ("more", "handover"),
    [({"vacancy_plan": "permanent_hire"}, "hand_to_the_permanent_leader"), ({}, "end_the_interim")],
)
def test_an_interim_has_no_hours_after_the_handover(more, handover):
    plan = plan_with({**INTERIM, **more}, "full_time_cio")
    assert plan.mode == "interim"
    assert line(plan, handover).months == (6,)
    assert all(month.leader for month in plan.months[1:7])
    assert not [month.month for month in plan.months[7:] if month.leader]
    assert {month.verdict for month in plan.months[7:]} == {"ended"}
    assert line(plan, "after_the_interim").done_by == "owner"
    assert bool(line(plan, "search_beside_the_interim")) == bool(more)
    assert {"interim_results"} == ids(plan.clauses) & {"interim_results", "report_and_roadmap"}


def test_a_line_kept_by_hand_stays_after_the_handover():
    assert line(plan_with(INTERIM, "full_time_cio"), "annual_recap") is None
    kept = plan_with(INTERIM, "full_time_cio", {"kept": ("annual_recap",)})
    assert line(kept, "annual_recap").months == (12,)


def test_an_interim_is_looked_for_within_the_two_weeks_there_are():
    before = plan_with(INTERIM, "full_time_cio").of_phase("before")
    assert "search_for_the_interim" in ids(before)
    assert min(one.first_day for one in before if one.first_day is not None) == -14


def test_an_executive_in_office_is_asked_and_nobody_is_named_anew():
    office = plan_with({"decides_now": "technology_executive"}, "not_yet")
    free = plan_with({"decides_now": "owner"}, "not_yet")
    theirs = {"what_the_executive_needs", "executive_shows_the_list", "executive_talks_to_a_peer", "executive_reports"}
    small = {"name_one_person", "keep_the_list", "try_backup_alone", "ask_a_friend", "monthly_hour"}
    assert ids(office.lines) & (theirs | small) == theirs
    assert ids(free.lines) & (theirs | small) == small
    assert "your technology executive" in office.path[0]
    assert "name one person" in free.path[0]


def test_a_few_hours_a_month_are_no_sign_to_end_the_work_by_the_hour():
    hours, days = (plan_with({"leadership_work": one}, "fractional_cio") for one in ("day_a_month", "days_a_month"))
    assert not [sign for sign in hours.triggers if "less than a day" in sign]
    assert [sign for sign in days.triggers if "less than a day" in sign]


@pytest.mark.parametrize("role", ["fractional_cio", "vcio", "cto", "consultant", "full_time_cio"])
def test_the_path_begins_with_the_interim_whatever_follows(role):
    decided, open_post = (
        plan_with({**INTERIM, "vacancy_plan": one}, role).path for one in ("permanent_hire", "undecided")
    )
    assert (
        decided[0]
        == open_post[0]
        == "Engage an interim CIO within weeks, with a mandate to steady the work and an end date."
    )
    assert any("whether the post must be full time" in step for step in open_post)
    assert not any("whether the post must be full time" in step for step in decided)
