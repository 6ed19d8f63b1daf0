"""Hours by month: spread over days, added up, and held against the engagement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.plan.months import shares
from tests.model.plan.plans import demo_plan, plan_with

MONTH = 30


@given(st.integers(-120, 360), st.integers(0, 200))
def test_the_shares_of_a_line_are_one_together(first, days):
    found = shares(first, first + days, MONTH)
    assert sum(found.values()) == pytest.approx(1)
    assert min(found) >= 0


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [(1, 30, {1: 1.0}), (31, 60, {2: 1.0}), (30, 31, {1: 0.5, 2: 0.5}), (-4, 5, {0: 0.5, 1: 0.5})],
)
def test_days_fall_into_their_month(first, last, wanted):
    assert shares(first, last, MONTH) == pytest.approx(wanted)


def test_the_hours_of_all_months_are_the_hours_of_all_lines():
    plan = demo_plan("dental_group")
    led = [one for one in plan.lines if one.done_by == "leader" and one.hours]
    wanted = sum(one.hours.typical * max(1, len(one.months)) for one in led)
    assert sum(month.total.typical for month in plan.months) == pytest.approx(wanted)
    for month in plan.months:
        assert sum(month.leader.values()) == pytest.approx(month.total.typical)


def test_a_start_that_the_engagement_cannot_hold_is_told():
    tight = plan_with({"headcount": 60, "leadership_work": "day_a_month"}, "fractional_cio")
    roomy = plan_with({"headcount": 12, "leadership_work": "days_a_week"}, "fractional_cio")
    assert tight.months[1].verdict == "over"
    assert tight.extra_hours > 0
    assert roomy.extra_hours == 0
    assert {month.verdict for month in roomy.months[1:]} == {"fits"}


def test_a_project_has_usually_ended_before_the_year_does():
    months = plan_with({}, "consultant").months
    assert months[1].verdict != "ended"
    assert months[12].verdict == "ended"


@pytest.mark.parametrize("work", ["hours_a_quarter", "day_a_month", "days_a_month"])
@pytest.mark.parametrize("role", ["fractional_cio", "vcio"])
@pytest.mark.parametrize("people", [4, 12, 30])
def test_once_the_start_is_over_a_plan_fits_into_what_is_bought(people, role, work):
    plan = plan_with({"headcount": people, "leadership_work": work}, role)
    assert plan.later_hours <= plan.months[5].available.high


def test_getting_to_know_the_firm_takes_as_long_with_few_hours():
    few = plan_with({"headcount": 60, "leadership_work": "day_a_month"}, "fractional_cio")
    many = plan_with({"headcount": 60, "leadership_work": "days_a_month"}, "fractional_cio")
    once = {one.id: one.hours for one in few.lines if not one.months and one.kind == "activity"}
    assert once == {one.id: one.hours for one in many.lines if one.id in once}
    assert few.later_hours < many.later_hours
