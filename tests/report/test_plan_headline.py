"""The head of a plan in words: what comes first, with which role, how much at first, and what to mind."""

from dataclasses import replace

import pytest

from fcio.report import plan_headline as head
from tests.model.plan.plans import demo_parts, demo_plan


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("dental_group", "First: say what you want to have, and by when"),
        ("logistics", "First: write on one page which decisions fall due in the next three months"),
        (
            "school_trust",
            "First: write down what the IT manager shall decide alone, and what stays with your technology",
        ),
    ],
)
def test_the_headline_is_the_first_thing_to_do(name, title):
    assert head.headline(demo_plan(name)).startswith(title)


def test_an_empty_plan_has_a_headline_too():
    assert head.headline(replace(demo_plan("joinery"), lines=())) == "Nothing is left in this plan"


def test_for_which_role_the_plan_is(real_knowledge):
    def said(plan, missing=0):
        return head.role_sentence(real_knowledge, plan, missing)

    assert said(demo_plan("dental_group")) == "This is the plan with a fractional CIO, as recommended."
    assert said(demo_plan("dental_group", "cto")) == "This is the plan with a CTO, as you asked."
    assert said(demo_plan("logistics")) == (
        "This is the plan with an interim CIO, then a full-time CIO, as recommended."
    )
    assert said(demo_plan("joinery")) == "Nobody is engaged; this is what you can do with your own people."
    one = said(demo_plan("dental_group"), 1)
    assert one == "A draft: one core question is still open, and so far a fractional CIO fits best."


def test_another_role_than_the_recommended_one_is_said(real_knowledge):
    def said(plan, best):
        return head.other_role_sentence(real_knowledge, plan, best)

    assert said(demo_plan("dental_group"), "fractional_cio") == ""
    assert said(demo_plan("dental_group", "not_yet"), "fractional_cio") == (
        "You chose the plan for going on without anybody. What we recommend is a fractional CIO."
    )
    assert said(demo_plan("joinery", "cto"), "not_yet") == (
        "You chose the plan with a CTO. What we recommend is to engage nobody yet."
    )


def test_the_leader_is_called_by_the_way_of_engagement(real_knowledge):
    def called(name, role=None):
        plan = demo_plan(name, role)
        return head.leader_name(real_knowledge, plan, demo_parts(name)[1].engagements[plan.role])

    assert called("logistics") == "your interim CIO"
    assert called("accountants") == "your vCIO"
    assert called("logistics", "not_yet") == "whoever you name"


def test_how_much_there_is_to_do_at_first():
    assert head.first_month_sentence(demo_plan("dental_group"), "your fractional CIO") == (
        "Nine things before the start and 11 things in the first month; that month takes about 44 hours of your "
        "fractional CIO and 2 hours of your own people."
    )
    alone = head.first_month_sentence(demo_plan("joinery"), "whoever you name")
    assert "of whoever you name" not in alone and "hours of your own people" in alone


def test_months_that_take_more_than_is_agreed():
    assert head.months_sentence(demo_plan("dental_group")) == "Month 1 takes more than the most it holds."
    assert head.months_sentence(demo_plan("joinery")) == ""
    assert head.months_sentence(demo_plan("accountants")) == "Months 1, 2, 3 and 12 take more than the most it holds."
    assert head.extra_sentence(demo_plan("dental_group")).endswith(
        "about four hours more than the engagement holds at most: agree on them, or move something."
    )
    assert head.extra_sentence(demo_plan("accountants")).endswith(
        "about 44 hours more than the engagement holds at most: agree on them, or spread the first three months over "
        "seven months."
    )
    assert head.extra_sentence(demo_plan("joinery")) == ""


def test_hours_that_are_bought_and_not_planned_are_told(real_knowledge):
    def said(name, role=None):
        return head.filled_sentence(real_knowledge, demo_plan(name, role))

    assert said("veterinary_software").startswith(
        "From month 4 on, the lines of this plan fill about 17 of the 35 to 104 hours a month."
    )
    assert "15 of the 160 hours a month" in said("accountants", "full_time_cio")
    assert said("dental_group") == said("joinery") == said("food_maker") == ""


def test_what_the_plan_takes_of_the_firms_own_people_is_told():
    found = demo_plan("food_maker")
    fullest = max(found.months[1:], key=lambda month: month.inside)
    sentence = head.inside_sentence(found)
    assert f"{fullest.inside:.0f} hours in month {fullest.month}" in sentence
    assert f"{sum(month.inside for month in found.months):,.0f} in the year" in sentence
    assert head.inside_sentence(replace(found, months=tuple(replace(m, inside=0.0) for m in found.months))) == ""
