"""Engagements: which mode, how many hours, what it costs, and whether the hour's price is plausible."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.figures import Mode, Parameter, Spread, WorkloadRule
from fcio.model.answers import Refused
from fcio.model.engagement import Span, engagements
from fcio.model.fit import role_fit
from fcio.model.gates import gate_verdicts
from fcio.model.parameters import Figures
from fcio.model.situation import situation
from fcio.model.tables import tables
from tests.strategies import (
    JUDGED,
    ROLES,
    TODAY,
    a_client,
    a_gate,
    a_knowledge,
    a_question,
    a_sequence,
    an_option,
    answer_sets,
    one_of,
    real_examples,
    some_rules,
)

FIGURES = {
    "rate": (100, 200, 300),
    "band": (1000, 2000, 5000),
    "hours": (10, 20, 40),
    "months": (3, 6, 12),
    "salary": (120_000, 180_000, 240_000),
    "load": (1.0, 1.25, 1.5),
    "search": (0.1, 0.2, 0.3),
    "project_fee": (5000, 12_000, 20_000),
    "interim": (15_000, 20_000, 25_000),
    "benchmark": (50, 100, 150),
}


def a_mode(mode_id, role, fee, rate, **more):
    return Mode(
        id=mode_id, label=mode_id, roles=(role,), fee=fee, rate=rate, duration_months="months", **JUDGED, **more
    )


MODES = (
    a_mode("interim", "fractional_cio", "monthly", "interim", gate="vacancy", hours_per_month="hours"),
    a_mode(
        "by_hour", "fractional_cio", "hourly", "rate", hours_per_month="hours", when=({"workload": one_of("little")},)
    ),
    a_mode("retainer", "fractional_cio", "hourly", "rate", hours_per_month="hours", fee_band="band"),
    a_mode("project", "consultant", "project", "project_fee", hours_per_month="hours"),
    a_mode("post", "full_time_cio", "salary", "salary", load="load", search_fee="search", open_ended=True),
    a_mode("plain_post", "cto", "salary", "salary"),
)


def rules_knowledge(modes=MODES):
    parameters = [
        Parameter(
            id=key,
            label=key,
            unit="usd",
            values={date(2026, 1, 1): Spread(low=low, typical=typical, high=high, grade="C", **JUDGED)},
        )
        for key, (low, typical, high) in FIGURES.items()
    ]
    workload = {
        "little": WorkloadRule(hours=(2, 12, 15), **JUDGED),
        "some": WorkloadRule(hours=(15, 30, 45), **JUDGED),
        "much": WorkloadRule(hours=(50, 60, 70), **JUDGED),
    }
    rules = some_rules(
        modes=modes,
        workload=workload,
        rate_check={mode.id: "benchmark" for mode in modes},
        sequences=(
            a_sequence(["fractional_cio"], id="behind_gate", gate="vacancy", review_months=3),
            a_sequence(
                ["consultant"], id="nobody", when=({"insider": one_of("no")},), steps=("a", "b"), review_months=12
            ),
            a_sequence(),
        ),
    )
    questions = [
        a_question("workload", [an_option(o, {"alpha": 1}) for o in ("little", "some", "much", "unknown_work")]),
        a_question("insider", [an_option("yes", {"beta": 1}), an_option("no")]),
        a_question("post", [an_option("vacant"), an_option("filled")]),
    ]
    return a_knowledge(
        questions,
        {role: {"alpha": 1, "beta": 1} for role in ROLES},
        gates=[a_gate("vacancy", ({"post": one_of("vacant")},), "mode")],
        parameters=parameters,
        engagement=rules,
    )


def engaged(answers=None, overrides=None, modes=MODES):
    knowledge = rules_knowledge(modes)
    s = situation(tables(knowledge), answers or {})
    return engagements(s, Figures(knowledge, TODAY, overrides or {}), gate_verdicts(s))


def test_hours_follow_the_workload_inside_what_the_mode_offers():
    e = engaged({"workload": "some"})["fractional_cio"]
    assert (e.mode, e.hours_per_month, e.hours_short) == ("retainer", Span(15, 30, 40), 0)
    assert e.days_per_month == Span(15 / 8, 30 / 8, 5)


def test_without_a_workload_the_usual_hours_stand():
    for answer in (None, "dont_know", "unknown_work"):
        assert engaged({"workload": answer})["fractional_cio"].hours_per_month == Span(10, 20, 40)


def test_hours_that_a_mode_cannot_cover_are_told():
    e = engaged({"workload": "much"})["fractional_cio"]
    assert (e.hours_per_month, e.hours_short) == (Span(40, 40, 40), 20)
    assert engaged({"workload": "much"})["consultant"].hours_short == 0


def test_an_hourly_fee_is_hours_times_rate_held_inside_the_usual_retainers():
    assert engaged({"workload": "some"})["fractional_cio"].fee_per_month == Span(3000, 5000, 5000)
    free = engaged({"workload": "little"})["fractional_cio"]
    assert (free.mode, free.fee_per_month) == ("by_hour", Span(1200, 2400, 3600))


def test_a_project_has_one_fee_and_none_a_month():
    e = engaged()["consultant"]
    assert (e.fee_per_month, e.fee_once) == (None, Span(5000, 12_000, 20_000))


def test_a_salary_carries_its_load_and_the_search_is_paid_once():
    e = engaged()["full_time_cio"]
    assert e.fee_per_month == Span(10_000, 18_750, 30_000)
    assert e.fee_once == Span(12_000, 36_000, 72_000)
    assert (e.hours_per_month, e.open_ended) == (Span(160, 160, 160), True)
    plain = engaged()["cto"]
    assert (plain.fee_per_month, plain.fee_once, plain.open_ended) == (Span(10_000, 15_000, 20_000), None, False)


def test_a_role_without_a_mode_costs_nothing():
    e = engaged()["not_yet"]
    assert (e.mode, e.fee_per_month, e.fee_once, e.rate_check, e.figures) == ("none", None, None, None, ())
    assert e.sequence


@pytest.mark.parametrize(("post", "mode"), [("vacant", "interim"), ("filled", "retainer"), (None, "retainer")])
def test_a_mode_behind_a_gate_needs_the_gate_shut_and_not_merely_in_doubt(post, mode):
    e = engaged({"post": post})["fractional_cio"]
    assert e.mode == mode
    assert e.review_months == (3 if mode == "interim" else 6)


def test_an_interim_month_has_its_own_price_and_hours():
    e = engaged({"post": "vacant", "workload": "little"})["fractional_cio"]
    assert (e.fee_per_month, e.hours_per_month) == (Span(15_000, 20_000, 25_000), Span(10, 20, 40))


@pytest.mark.parametrize(("insider", "review"), [("no", 12), ("yes", 6), (None, 6), ("dont_know", 6)])
def test_a_path_with_a_condition_is_taken_only_when_the_condition_is_certain(insider, review):
    assert engaged({"insider": insider})["consultant"].review_months == review


# ---- the implied hourly rate


@pytest.mark.parametrize(
    ("overrides", "implied", "inside"),
    [
        ({"rate": 100, "benchmark": {"low": 50, "typical": 100, "high": 150}}, 100, True),
        ({"rate": 50, "band": {"low": 0, "typical": 0, "high": 10**6}}, 50, True),
        ({"rate": 150, "band": {"low": 0, "typical": 0, "high": 10**6}}, 150, True),
        ({"rate": 49, "band": {"low": 0, "typical": 0, "high": 10**6}}, 49, False),
        ({"rate": 151, "band": {"low": 0, "typical": 0, "high": 10**6}}, 151, False),
        ({"rate": 100, "band": {"low": 4000, "typical": 4000, "high": 4000}}, 200, False),
    ],
)
def test_a_monthly_fee_says_whether_its_hour_lies_inside_the_benchmark(overrides, implied, inside):
    check = engaged(overrides=overrides)["fractional_cio"].rate_check
    assert (check.implied, check.inside, check.benchmark.id) == (implied, inside, "benchmark")


def test_a_project_is_checked_over_all_its_hours():
    check = engaged()["consultant"].rate_check
    assert (check.implied, check.inside) == (12_000 / (20 * 6), True)


def test_a_salary_is_checked_by_the_month():
    check = engaged()["full_time_cio"].rate_check
    assert check.implied == 18_750 / 160


@pytest.mark.parametrize("figure", ["hours", "months", "rate"])
def test_an_own_figure_of_nothing_is_refused_by_name_or_taken_but_never_a_crash(figure):
    """Nought hours or months have no hourly rate."""
    try:
        found = engaged(overrides={figure: 0})
    except Refused as refusal:
        assert refusal.field == f"overrides.{figure}"
    else:
        assert set(found) == set(ROLES)


def test_every_figure_used_is_named_once_with_its_source():
    by_role = engaged(overrides={"rate": 90})
    assert [f.id for f in by_role["fractional_cio"].figures] == ["rate", "band", "hours", "months", "benchmark"]
    assert by_role["fractional_cio"].figures[0].source == "client"
    assert [f.id for f in by_role["full_time_cio"].figures] == ["salary", "load", "search", "months", "benchmark"]


@real_examples(15)
@given(st.data())
def test_with_the_real_knowledge_every_engagement_is_whole(real_knowledge, real_model, data):
    answers = data.draw(answer_sets(real_knowledge, completions=10**6))
    result = role_fit(real_model, a_client(answers))
    assert set(result.engagements) == {role.id for role in real_knowledge.roles}
    for role, e in result.engagements.items():
        assert e.role == role
        assert e.sequence and e.triggers and e.review_months > 0
        for span in (e.hours_per_month, e.days_per_month, e.duration_months, e.fee_per_month, e.fee_once):
            assert span is None or 0 <= span.low <= span.typical <= span.high
        assert (e.mode == "none") == real_knowledge.role(role).is_line
        if e.rate_check is not None:
            check = e.rate_check
            assert check.inside == (check.benchmark.low <= check.implied <= check.benchmark.high)
            assert {f.id for f in e.figures} >= {check.benchmark.id}
