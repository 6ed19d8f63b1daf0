"""Hours of a plan by month, kind and activity: table and picture hold the same numbers."""

import pytest

from fcio.report import plan_tables as tables
from fcio.report.plan_chart import hours_chart, hours_chart_text
from tests.model.plan.plans import demo_plan, plan_with

NAMES = ["accountants", "dental_group", "food_maker", "logistics", "veterinary_software"]


@pytest.mark.parametrize("name", NAMES)
def test_the_kinds_of_a_month_add_up_to_its_hours(name):
    plan = demo_plan(name)
    kinds = tables.hours_by_kind(plan)
    for month, hours in enumerate(zip(*kinds.values(), strict=True), 1):
        assert sum(hours) == pytest.approx(plan.months[month].total.typical)


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_shows_the_hours_of_the_table(name):
    plan = demo_plan(name)
    bars = [trace for trace in hours_chart(plan, "light").data if trace.type == "bar"]
    for month in plan.months[1:]:
        drawn = sum(bar.y[month.month - 1] for bar in bars)
        assert f"{drawn:.0f}" == tables.month_table(plan).loc[str(month.month), tables.HOURS]


def test_the_band_of_the_picture_is_what_is_agreed_and_ends_with_the_engagement():
    agreed = hours_chart(demo_plan("dental_group"), "dark").layout.shapes
    assert [(one.y0, one.y1) for one in agreed] == [(16, 40)] * 12
    assert len(hours_chart(demo_plan("food_maker"), "light").layout.shapes) == 6


def test_the_months_of_an_example():
    table = tables.month_table(demo_plan("dental_group"))
    assert list(table[tables.HOURS][:3]) == ["44", "33", "22"]
    assert set(table[tables.HOLDS]) == {"16 to 40"}


def test_a_project_ends_and_nobody_engaged_holds_nothing():
    assert list(tables.month_table(demo_plan("food_maker"))[tables.HOLDS][5:7]) == ["30 to 80", "ended"]
    assert set(tables.month_table(demo_plan("joinery"))[tables.HOLDS]) == {"nobody"}
    assert any(float(hours) > 0 for hours in tables.inside_table(demo_plan("joinery"))[tables.HOURS])


def test_the_activities_of_a_month_stand_with_the_largest_first_and_add_up():
    plan = demo_plan("dental_group")
    hours = [float(one) for one in tables.activity_table(plan, 1)[tables.HOURS]]
    assert hours == sorted(hours, reverse=True)
    assert sum(hours) == pytest.approx(plan.months[1].total.typical, abs=0.05 * len(hours))
    assert tables.activity_table(plan, 1).index[0] == "Find the facts on site"


def test_hours_of_the_clients_own_count():
    part = {"own": [{"place": "days_30", "text": "Ring the bank", "hours": 6, "done_by": "leader"}]}
    plan = plan_with({}, "fractional_cio", part)
    assert tables.activity_table(plan, 1).loc["Ring the bank", tables.HOURS] == "6.0"


def test_the_picture_in_words_names_every_month_and_what_is_agreed():
    text = hours_chart_text(demo_plan("dental_group"))
    assert text.startswith("Hours by month: month 1 44; month 2 33;")
    assert text.endswith("The engagement holds 16 to 40 hours a month.")
