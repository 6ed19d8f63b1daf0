"""The roadmap in words: what is placed and until when, who carries it, and a reason for all that is left out."""

import pytest

from fcio.knowledge.areas import Amounts, Initiative
from fcio.model.roadmap_reach import Reach
from fcio.model.roadmap_result import DONE, DROPPED, NO_ROOM, NOTHING_TO_LIFT, WAITS, LeftOut, Placed, Quarter, Roadmap
from fcio.report import roadmap_words as words
from fcio.report.area_decisions import to_postpone, to_take
from tests.report.area_clients import levels, result_of


def an_initiative(name, area="budget", indicator="budget_visible"):
    return Initiative(
        id=name,
        title=f"Do {name}",
        text="Text.",
        area=area,
        indicators=(indicator,),
        from_level=1,
        to_level=3,
        hours=Amounts(low=1, typical=2, high=3),
        cost_usd=Amounts(low=0, typical=1, high=2),
        roles=("fractional_cio", "vcio"),
        risk="Less risk.",
        budget="Less money.",
        source="judgement",
        note="Made up.",
    )


@pytest.fixture
def knowledge(real_knowledge):
    steps = tuple(an_initiative(name) for name in ("one", "two", "three", "four", "five", "six", "seven"))
    return real_knowledge.model_copy(update={"initiatives": steps})


@pytest.fixture
def plan():
    placed = (
        Placed("two", 2, 30, 4000, 2.0, False, {"budget_visible": 3}),
        Placed("one", 1, 40, 0, 5.0, True, {"budget_visible": 2}),
    )
    left = tuple(
        LeftOut(name, why)
        for name, why in zip(
            ("three", "four", "five", "six", "seven"), (NO_ROOM, NOTHING_TO_LIFT, DROPPED, WAITS, DONE), strict=True
        )
    )
    quarters = (Quarter(1, "Q1 2027", 40, 0), Quarter(2, "Q2 2027", 30, 4000))
    return Roadmap(placed, left, quarters, 60, 5000, 7.0, 7.5, False)


def test_where_the_steps_end_below_the_target_is_said(real_knowledge):
    text = words.beyond_reach(real_knowledge, (Reach("budget", 4, 3.0), Reach("cloud", 4, 3.33)))
    assert "Budget (3.0 of the 4 it needs) and Cloud (3.3 of the 4 it needs)" in text
    assert words.beyond_reach(real_knowledge, ()) == ""


def test_the_headline_says_how_much_until_when(plan):
    assert words.headline(plan) == "Two steps until Q2 2027"
    assert words.headline(Roadmap((), (), (), 60, 5000, 0, 0, True)) == "Nothing is planned yet"


def test_hours_and_money_add_up(plan):
    assert words.effort(plan) == "About 70 hours and $4,000 in all; Q1 2027 takes most, 40 of 60 hours."
    assert list(words.quarter_table(plan)["Money"]) == ["$0", "$4,000"]


def test_steps_stand_in_the_order_of_their_quarters(knowledge, plan):
    table = words.plan_table(knowledge, plan)
    assert list(table.index) == ["Do one", "Do two"]
    assert list(table["When"]) == ["Q1 2027, 40 h (pinned)", "Q2 2027, 30 h, $4,000"]
    assert (
        table["Could be led by"].iloc[0]
        == f"{knowledge.role('fractional_cio').short} and {knowledge.role('vcio').short}"
    )
    assert words.lifted(knowledge, plan.placed[0]) == "Spending in view to level 3"


def test_every_reason_for_leaving_out_has_words(knowledge, plan):
    table = words.left_out_table(knowledge, plan)
    assert len(set(table["Why not"])) == len(plan.left_out)


def test_it_says_whether_a_better_plan_exists(plan):
    assert "at least 93 %" in words.exactness(plan)
    assert words.exactness(Roadmap((), (), (), 60, 5000, 0, 0, True)).startswith("No other plan")


def test_decisions_come_from_the_roadmap_first(knowledge, plan):
    result = result_of(knowledge, levels(knowledge, 1))
    taken = to_take(knowledge, result, plan)
    assert taken[:2] == ["Do one in Q1 2027: about 40 hours.", "Do two in Q2 2027: about 30 hours and $4,000."]
    assert len(taken) == 3
    assert to_postpone(knowledge, result, plan) == ["Do three: it finds no room in these quarters."]
