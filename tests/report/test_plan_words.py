"""The lines of a plan in words: when, how long, with whom and why."""

from dataclasses import replace

import pytest

from fcio.model.engagement import Span
from fcio.model.plan.result import ANSWER, BY_HAND, FINDING, ROLE, RULE, Because
from fcio.report import plan_words as words
from tests.model.plan.plans import demo_plan, line, plan_with


@pytest.mark.parametrize(
    ("line_id", "when"),
    [
        ("first_talk", "25 to 10 days before the start"),
        ("know_the_people", "day 1 to 7"),
        ("drive_the_roadmap", "each month from 4 to 12"),
        ("strategic_planning", "months 6 and 12"),
        ("annual_recap", "month 12"),
    ],
)
def test_when_a_line_is_done(line_id, when):
    assert words.when_text(line(demo_plan("dental_group"), line_id)) == when


def test_a_single_day_before_the_start_is_told_as_one():
    plan = plan_with({"start_by": "in_days"}, "fractional_cio")
    assert words.when_text(line(plan, "tell_the_team")) == "one day before the start"


def test_a_must_is_first_of_all():
    assert words.when_text(demo_plan("machine_shop").lines[0]) == "first of all"


def test_hours_are_told_with_their_spread_and_whose_they_are():
    plan = demo_plan("dental_group")
    quiet = words.quiet_line(line(plan, "know_the_people"), "your fractional CIO")
    assert quiet == "day 1 to 7, 5 hours (3 to 8) of your fractional CIO"
    quiet = words.quiet_line(line(plan, "say_the_result"), "your fractional CIO")
    assert quiet == "30 to 25 days before the start, 1 hour (0.5 to 2) of your own time"
    open_hours = replace(line(plan, "say_the_result"), hours=None)
    assert words.quiet_line(open_hours, "x").endswith("before the start, you as the owner")
    dear = replace(line(plan, "say_the_result"), hours=Span(2, 2, 2), cost=1234)
    assert words.quiet_line(dear, "x").endswith("2 hours of your own time, about $1,200")


def test_who_sits_at_the_table_and_what_comes_out(real_knowledge):
    one = line(demo_plan("dental_group"), "provider_limits")
    assert words.table_sentence(real_knowledge, one, "x") == (
        "At the table: you as the owner and your managed service provider."
    )
    assert words.deliverable_sentence(one) == "What you have then: one page on who does what."
    assert words.deliverable_sentence(replace(one, deliverable="")) == ""


def test_each_reason_says_where_it_comes_from(real_knowledge):
    because = (
        Because(RULE, "x", "It is usual"),
        Because(ANSWER, "headcount", "You are 46"),
        Because(FINDING, "x", "It is short"),
        Because(ROLE, "cto", "A CTO fits"),
        Because(BY_HAND, "x", "You kept this line"),
        Because(RULE, "x", "It is usual"),
    )
    label = words.lowered(real_knowledge.question("headcount").label)
    assert words.reason_lines(real_knowledge, because) == (
        "Why it is usual: It is usual.",
        f"Your answer on {label}: You are 46.",
        "What we found: It is short.",
        "The role: A CTO fits.",
        "By your hand: You kept this line.",
    )


@pytest.mark.parametrize("name", ["accountants", "food_maker", "logistics", "veterinary_software"])
def test_every_line_and_clause_of_an_example_has_a_reason_and_an_origin(real_knowledge, name):
    plan = demo_plan(name)
    for one in (*plan.lines, *plan.clauses):
        assert words.reason_lines(real_knowledge, one.because)
        assert words.origin(real_knowledge, one.source, one.note).startswith(("From: ", "Our judgement"))
        assert "?." not in words.origin(real_knowledge, one.source, one.note)


def test_what_is_the_clients_own_names_no_origin(real_knowledge):
    plan = plan_with({"headcount": 5}, "fractional_cio", {"own": [{"place": "before", "text": "Ring  the bank"}]})
    own = line(plan, "own_1")
    assert words.title_of(own) == "Ring the bank"
    assert words.origin(real_knowledge, own.source, own.note) == ""
    assert words.changed_sentence(("text", "hours")) == "Yours: the text and hours."


def test_a_long_text_is_cut_between_words_in_a_label():
    plan = plan_with({}, "cto", {"own": [{"place": "before", "text": "seven " * 300}]})
    title = words.title_of(line(plan, "own_1"))
    assert title.endswith("seven \u2026") and len(title) <= words.LONGEST_TITLE + 2


def test_phases_say_how_much_is_in_them():
    assert words.phase_title(demo_plan("dental_group"), "days_90") == "Days 61 to 90: five things to do"
    assert words.phase_title(demo_plan("food_maker"), "groundwork") == "Groundwork: one thing to do"
