"""Taking a questionnaire over: what is new or changed, all of it or nothing, and nothing lost."""

import pytest

from fcio.exchange.case_file import checked_document
from fcio.exchange.questionnaire import merged, preview, shape
from fcio.exchange.questionnaire.taking_over import ANSWER, COMMENT, LEVEL
from fcio.exchange.questionnaire.verdict import sentences, verdict_json
from tests.exchange.questionnaire.filling import Filling, empty

CASE = {
    "fcio": 1,
    "client": {"name": "Mill"},
    "answers": {"headcount": 46, "plans": ["new_places", "cut_cost"], "industry": "health", "goal": "Calm"},
    "marks": {"headcount": "seen"},
    "notes": {"headcount": "2 more", "general": "met on site"},
    "areas": {"strategy_plan": 2},
    "area_details": {"strategy_plan": {"mark": "said", "note": "shown"}},
    "preferences": {"low_cost": 4},
}


@pytest.fixture(scope="module")
def case(real_knowledge):
    return checked_document(real_knowledge, CASE)


@pytest.fixture
def filling(real_knowledge, case):
    return Filling(empty(real_knowledge, document=case))


def states(found):
    return {(change.row, change.what): change.state for change in found.changes if change.state != "same"}


def test_new_and_changed_are_told_in_words_and_taken_over(real_knowledge, case, filling):
    filling.answer("headcount", 48).answer("growth", "About the same").comment("industry", "dental")
    filling.answer("areas.strategy_plan", 3).comment("areas.strategy_plan", "shown again")
    read = filling.read(real_knowledge)
    found = preview(real_knowledge, case, read)
    assert states(found) == {
        ("headcount", ANSWER): "changed",
        ("growth", ANSWER): "new",
        ("industry", COMMENT): "new",
        ("areas.strategy_plan", LEVEL): "changed",
        ("areas.strategy_plan", COMMENT): "changed",
    }
    told = {change.row: (change.now, change.then) for change in found.changes if change.what != COMMENT}
    assert told["headcount"] == ("46 people", "48 people")
    assert told["growth"] == ("Not answered", "About the same")
    assert told["areas.strategy_plan"] == ("Level 2", "Level 3")
    then = merged(real_knowledge, case, read)
    assert then["answers"] == {**case["answers"], "headcount": 48, "growth": "flat"}
    assert then["notes"] == {**case["notes"], "industry": "dental"}
    assert then["areas"] == {"strategy_plan": 3}
    assert then["area_details"] == {"strategy_plan": {"mark": "said", "note": "shown again"}}
    assert (then["marks"], then["preferences"]) == (case["marks"], case["preferences"])


def test_the_case_itself_is_not_touched(real_knowledge, case, filling):
    before = checked_document(real_knowledge, CASE)
    merged(real_knowledge, case, filling.answer("headcount", 48).comment("general", "x").read(real_knowledge))
    assert case == before


def emptied(filling):
    for row, heading in (("headcount", shape.ANSWER), ("headcount", shape.COMMENT), ("plans.new_places", shape.ANSWER)):
        filling.put(row, heading, None)
    filling.put("plans.cut_cost", shape.ANSWER, None)
    filling.put("areas.strategy_plan", shape.LEVEL, None).put("areas.strategy_plan", shape.COMMENT, None)
    return filling


def test_an_empty_cell_takes_nothing_back(real_knowledge, case, filling):
    read = emptied(filling).read(real_knowledge)
    assert merged(real_knowledge, case, read) == case
    assert not states(preview(real_knowledge, case, read))


def test_unless_that_is_asked_for(real_knowledge, case, filling):
    read = emptied(filling).read(real_knowledge)
    then = merged(real_knowledge, case, read, erase=True)
    assert then["answers"] == {"industry": "health", "goal": "Calm"}
    assert then["notes"] == {"general": "met on site"}
    assert (then["areas"], then["area_details"]) == ({}, {"strategy_plan": {"mark": "said"}})
    assert set(states(preview(real_knowledge, case, read, erase=True)).values()) == {"removed"}


def test_what_is_missing_or_cannot_be_read_stays_even_then(real_knowledge, case, filling):
    filling.answer("headcount", "many").put("headcount", shape.COMMENT, True)
    gone = {"industry", "plans.cut_cost", "areas.strategy_plan", "general"}
    for sheet in (shape.QUESTIONS, shape.AREAS):
        filling.reorder(sheet, lambda rows: [row for row in rows if row[0][0] not in gone])
    read = filling.read(real_knowledge)
    assert merged(real_knowledge, case, read, erase=True) == case
    assert len(preview(real_knowledge, case, read).missing) == len(gone)


def test_a_tick_whose_row_is_gone_stays(real_knowledge, case, filling):
    filling.put("plans.new_places", shape.ANSWER, None).answer("plans.grow_sales", "Yes")
    filling.reorder(shape.QUESTIONS, lambda rows: [row for row in rows if row[0][0] != "plans.cut_cost"])
    then = merged(real_knowledge, case, filling.read(real_knowledge))
    assert set(then["answers"]["plans"]) == {"grow_sales", "cut_cost"}


def test_an_unread_sheet_of_areas_leaves_the_areas_alone(real_knowledge, case):
    read = Filling(empty(real_knowledge, areas=False, document=case)).read(real_knowledge)
    assert not read.missing and merged(real_knowledge, case, read, erase=True) == case


def test_a_file_of_another_client_is_told(real_knowledge, case, filling):
    read = filling.read(real_knowledge)
    assert preview(real_knowledge, case, read).other_client == ""
    other = {**case, "client": {"name": "Harbour"}}
    assert preview(real_knowledge, other, read).other_client == "Mill"


def test_the_verdict_names_everything_that_was_done_and_left(real_knowledge, case, filling):
    read = filling.answer("headcount", 48).answer("industry", "Dentists").read(real_knowledge)
    found = preview(real_knowledge, case, read)
    told = verdict_json(read, found)
    assert told["verdict"] == "read_with_remarks" and told["answers"]["headcount"] == 48
    assert told["changed"] == [{"id": "headcount", "what": "answer"}]
    assert [one["id"] for one in told["unreadable"]] == ["industry"]
    lines = list(sentences(real_knowledge, read, found))
    assert "Changed answer, People: 48 people (before: 46 people)" in lines
    assert any("'Dentists' stands there" in line for line in lines)
