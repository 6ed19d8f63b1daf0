"""Answers: what is taken, what is refused and how, and the state each one means."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.answers import (
    LONGEST_TEXT,
    OPEN,
    Refused,
    answer_of,
    checked_answer,
    checked_answers,
    is_open,
    shown_value,
    state_of,
)
from fcio.model.tables import state_count
from tests.strategies import a_knowledge, a_question, an_option, answer_sets, definite_answers, knowledges

ONE = a_question("q", [an_option("low"), an_option("high")])
MANY = a_question("q", [an_option("nothing", none=True), an_option("a"), an_option("b"), an_option("c")], "many")
NUMBER = a_question(
    "q", [an_option(f"from_{n}", at_least=float(n)) for n in (1, 10, 25)], "number", minimum=1.0, maximum=100.0
)
RANGE = a_question("q", kind="range", unit="usd", minimum=0.0, maximum=50.0)
TEXT = a_question("q", kind="text")


@pytest.mark.parametrize(
    ("question", "answer", "canonical"),
    [
        (ONE, "low", "low"),
        (ONE, "dont_know", "dont_know"),
        (NUMBER, "rather_not_say", "rather_not_say"),
        (MANY, ["c", "a"], ("a", "c")),
        (MANY, ("b", "b"), ("b",)),
        (MANY, ["nothing"], ("nothing",)),
        (NUMBER, 1, 1),
        (NUMBER, 100, 100),
        (NUMBER, 9.5, 9.5),
        (RANGE, {"low": 0, "likely": 0, "high": 50}, {"low": 0, "likely": 0, "high": 50}),
        (TEXT, "", ""),
        (TEXT, "x" * LONGEST_TEXT, "x" * LONGEST_TEXT),
    ],
)
def test_an_allowed_answer_comes_back_in_canonical_form(question, answer, canonical):
    assert checked_answer(question, answer) == canonical


@pytest.mark.parametrize(
    ("question", "answer", "cure"),
    [
        (ONE, "middle", "the options are low, high"),
        (ONE, ["low"], "the options are low, high"),
        (ONE, 1, "the options are low, high"),
        (ONE, True, "the options are low, high"),
        (MANY, "a", "give a list of options"),
        (MANY, [1], "give a list of options"),
        (MANY, ["a", "z"], "'z' is not an option"),
        (MANY, ["a", "dont_know"], "'dont_know' is not an option"),
        (MANY, [], "tick at least one option"),
        (MANY, ["nothing", "a"], "nothing stands alone"),
        (NUMBER, 0, "from 1 to 100"),
        (NUMBER, 100.5, "from 1 to 100"),
        (NUMBER, -5, "from 1 to 100"),
        (NUMBER, True, "from 1 to 100"),
        (NUMBER, "12", "from 1 to 100"),
        (NUMBER, math.nan, "from 1 to 100"),
        (NUMBER, math.inf, "from 1 to 100"),
        (NUMBER, None, "from 1 to 100"),
        (RANGE, 5, "low, likely and high"),
        (RANGE, {"low": 1, "high": 2}, "low, likely and high"),
        (RANGE, {"low": 3, "likely": 2, "high": 4}, "must not fall"),
        (RANGE, {"low": 1, "likely": 5, "high": 4}, "must not fall"),
        (RANGE, {"low": -1, "likely": 2, "high": 4}, "from 0 to 50"),
        (TEXT, 5, "give a text"),
        (TEXT, "x" * (LONGEST_TEXT + 1), "under 20,000 characters"),
        (TEXT, "half a pair \ud800", "broken character"),
    ],
)
def test_a_refused_answer_names_its_question_and_the_cure(question, answer, cure):
    with pytest.raises(Refused) as refusal:
        checked_answer(question, answer)
    assert refusal.value.field.startswith("answers.q")
    assert cure in refusal.value.cure


def test_a_whole_number_too_large_for_a_float_is_refused_and_not_a_crash():
    with pytest.raises(Refused, match="from 1 to 100"):
        checked_answer(NUMBER, 10**400)


def test_an_unknown_question_is_refused_by_name_and_an_absent_answer_is_dropped():
    knowledge = a_knowledge([ONE], {"cto": {"alpha": 1}, "not_yet": {"alpha": 0}})
    assert checked_answers(knowledge, {"q": None}) == {}
    with pytest.raises(Refused) as refusal:
        checked_answers(knowledge, {"nonsense": "low"})
    assert refusal.value.field == "answers.nonsense"


@pytest.mark.parametrize("question", [ONE, MANY, NUMBER])
@pytest.mark.parametrize("answer", [None, "dont_know", "rather_not_say"])
def test_open_answers_have_the_open_state(question, answer):
    assert is_open(answer)
    assert state_of(question, answer) == OPEN


@pytest.mark.parametrize(("number", "band"), [(1, 0), (9, 0), (9.99, 0), (10, 1), (24, 1), (25, 2), (100, 2)])
def test_a_band_begins_at_its_own_edge(number, band):
    assert state_of(NUMBER, number) == band


@pytest.mark.parametrize(
    ("state", "near", "answer"), [(0, 60, 9), (1, 60, 24), (1, 3, 10), (2, 3, 25), (0, None, 1), (2, None, 25)]
)
def test_a_number_moves_to_the_nearest_end_of_another_band(state, near, answer):
    assert answer_of(NUMBER, state, near) == answer


def test_a_number_stays_inside_a_band_narrower_than_one():
    shares = [an_option(f"o{n}", at_least=edge) for n, edge in enumerate((0.0, 0.25, 0.5))]
    question = a_question("q", shares, "number", minimum=0.0, maximum=1.0, unit="share")
    for state in range(3):
        assert state_of(question, answer_of(question, state, near=0.9)) == state


@given(st.data())
def test_an_answer_and_its_state_are_two_names_of_one_thing(data):
    knowledge = data.draw(knowledges())
    question = data.draw(st.sampled_from([q for q in knowledge.questions if q.kind != "text"]))
    for state in range(state_count(question)):
        near = data.draw(st.integers(1, 1000)) if question.kind == "number" else None
        answer = answer_of(question, state, near)
        assert state_of(question, answer) == state
        assert checked_answer(question, answer) == answer
    given_answer = checked_answer(question, data.draw(definite_answers(question)))
    if question.kind != "number":
        assert answer_of(question, state_of(question, given_answer)) == given_answer


@given(st.data())
def test_checking_twice_changes_nothing(data):
    knowledge = data.draw(knowledges())
    answers = data.draw(answer_sets(knowledge))
    assert checked_answers(knowledge, answers) == answers


def test_a_long_value_is_cut_in_a_message():
    assert shown_value("short") == "'short'"
    assert len(shown_value("x" * 5000)) <= 60
