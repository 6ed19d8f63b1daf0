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


PROJECT_ONLY = {"map_how_you_work", "name_who_takes_over", "hand_over_and_leave", "check_without_consultant"}
ANSWER_ONLY = {"look_into_the_question", "write_the_answer", "name_who_acts_on_it", "check_the_answer"}
PROJECT_CLAUSES = {"project_results", "fixed_fee", "project_end", "handover_to_insider"}
ANSWER_CLAUSES = {"answer_results", "fee_for_an_answer", "answer_end", "handover_of_the_answer"}


@pytest.mark.parametrize(
    ("need_end", "lines", "clauses"),
    [("opinion", ANSWER_ONLY, ANSWER_CLAUSES), ("project", PROJECT_ONLY, PROJECT_CLAUSES)],
)
def test_one_answer_has_a_plan_and_a_mandate_of_its_own_and_fewer_hours(need_end, lines, clauses):
    plan = plan_with({"need_end": need_end, "gap_nature": "one_change", "first_month_work": "one_system"}, "consultant")
    assert ids(plan.lines) & (PROJECT_ONLY | ANSWER_ONLY) == lines
    assert ids(plan.clauses) & (PROJECT_CLAUSES | ANSWER_CLAUSES) == clauses
    hours = sum(one.hours.typical for one in plan.lines if one.done_by == "leader")
    assert hours < 30 if need_end == "opinion" else hours > 50


def test_whoever_is_there_for_months_discloses_nothing_once_a_year():
    for answers, role in (({"need_end": "project"}, "consultant"), (INTERIM, "full_time_cio")):
        found = [one.text for one in plan_with(answers, role).clauses if one.heading == "Openness about interests"]
        assert len(found) == 1
        assert "once a year" not in found[0]
    assert "once a year" in next(c.text for c in plan_with({}, "fractional_cio").clauses if c.id == "disclosure")


@pytest.mark.parametrize("role", ["fractional_cio", "cto", "full_time_cio"])
@pytest.mark.parametrize(
    ("authority", "clause"),
    [
        ({"authority": "advise"}, "people_without_budget"),
        ({}, "people_without_budget"),
        ({"authority": "within_budget"}, "results_and_people"),
        ({"authority": "own_results"}, "results_and_people"),
    ],
)
def test_only_whoever_may_spend_hires_and_answers_for_results(role, authority, clause):
    found = ids(plan_with({"staff_to_lead": "small_team", **authority}, role).clauses)
    assert found & {"people_without_budget", "results_and_people"} == {clause}


BRIDGES = {"bridge_the_gap", "bridge_until_back", "bridge_by_advice", "share_out_the_post"}
ENDS = {"limited_time", "until_the_holder_is_back", "until_it_is_shared_out"}


@pytest.mark.parametrize(
    ("answers", "bridge", "interim_end", "vcio_end"),
    [
        ({}, "bridge_the_gap", "limited_time", "limited_time"),
        ({"vacancy_plan": "permanent_hire"}, "bridge_the_gap", "limited_time", "limited_time"),
        ({"authority": "advise"}, "bridge_by_advice", "limited_time", "limited_time"),
        (
            {"vacancy_plan": "away_for_a_while"},
            "bridge_until_back",
            "until_the_holder_is_back",
            "until_the_holder_is_back",
        ),
        (
            {"vacancy_plan": "away_for_a_while", "authority": "advise"},
            "bridge_by_advice",
            "until_the_holder_is_back",
            "until_the_holder_is_back",
        ),
        ({"vacancy_plan": "not_refilled"}, "share_out_the_post", "until_it_is_shared_out", None),
        ({"vacancy_plan": "not_refilled", "authority": "advise"}, "share_out_the_post", "until_it_is_shared_out", None),
    ],
)
def test_a_bridge_and_its_end_fit_who_follows_in_the_post(answers, bridge, interim_end, vcio_end):
    interim = plan_with({**INTERIM, **answers}, "full_time_cio")
    vcio = plan_with({"vacancy": "vacant", **answers}, "vcio")
    assert [interim.mode, vcio.mode] == ["interim", "vcio_retainer"]
    assert ids(interim.lines) & BRIDGES == ids(vcio.lines) & BRIDGES == {bridge}
    assert ids(interim.clauses) & ENDS == {interim_end}
    assert ids(vcio.clauses) & ENDS == ({vcio_end} if vcio_end else set())


def test_a_holder_who_comes_back_is_handed_to_and_nobody_searches_or_looks_back_on_a_year():
    plan = plan_with(
        {"vacancy": "vacant", "vacancy_plan": "away_for_a_while", "need_end": "until_hire"}, "fractional_cio"
    )
    assert line(plan, "hand_back_to_the_holder").months == (6,)
    assert not ids(plan.lines) & {"hand_to_the_permanent_leader", "end_the_interim", "search_beside_the_interim"}
    texts = " ".join(clause.text for clause in plan.clauses)
    assert "recap of the year" not in texts
    assert "permanent leader" not in texts
    assert "3 to 6 months" in texts
    assert "After 6 months at the latest" in texts
    assert not [sign for sign in plan.triggers if "full-time post" in sign]


@pytest.mark.parametrize("role", ["fractional_cio", "vcio", "full_time_cio"])
@pytest.mark.parametrize("answers", [{}, {"vacancy": "vacant", "vacancy_plan": "permanent_hire"}, INTERIM])
def test_the_report_is_promised_for_the_day_on_which_the_plan_has_it(role, answers):
    plan = plan_with(answers, role)
    (promise,) = (clause.text for clause in plan.clauses if "report on the twelve areas" in clause.text)
    assert f"report on the twelve areas within about {line(plan, 'assessment_report').last_day} days" in promise


DOUBTS = [{"operations": "provider_unhappy"}, {"adviser_earns": "undisclosed"}, {"bill_trust": "cannot_judge"}]


@pytest.mark.parametrize(("answers", "looked"), [({}, "outside_look"), *((one, "outside_look_soon") for one in DOUBTS)])
def test_a_provider_in_doubt_is_looked_at_by_an_outsider_in_the_first_quarter(answers, looked):
    plan = plan_with({"spend_monthly": "from_2000", **answers}, "vcio")
    assert ids(plan.lines) & {"outside_look", "outside_look_soon"} == {looked}
    found = line(plan, looked)
    assert found.months == (11,) if looked == "outside_look" else found.last_day <= 90


EMPLOYED = {"headcount": 1400, "leadership_work": "full_time_years", "spend_monthly": "executive_salary"}


@pytest.mark.parametrize("role", ["full_time_cio", "cto"])
def test_an_employed_leader_gets_no_lines_meant_for_outsiders(role):
    plan = plan_with({**EMPLOYED, "on_site": "daily"}, role)
    assert plan.mode in ("full_time", "full_time_cto")
    assert "what_else_pays_them" in ids(plan.lines)
    assert not ids(plan.lines) & {"whom_do_they_work_for", "on_site_day", "pay_for_the_work"}
    assert ids(plan.clauses) & {"notice", "notice_employed", "other_clients"} == {"notice_employed"}
    assert "paid ahead" not in " ".join(clause.text for clause in plan.clauses)
