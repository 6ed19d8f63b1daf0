"""Knowledge as arrays: every state with its needs and its likelihood, every follow-up with its parent."""

from fractions import Fraction

import pytest
from hypothesis import given

from fcio.model.answers import answer_of
from fcio.model.tables import state_count, state_mask, tables
from tests.reference import passes, possible_answers
from tests.strategies import ROLES, a_knowledge, a_question, an_option, knowledges, one_of

STRENGTHS = {role: {"alpha": 1, "beta": 2} for role in ROLES}


@given(knowledges())
def test_each_state_has_the_likelihood_of_its_answer(knowledge):
    t = tables(knowledge)
    for place, question in enumerate(t.questions):
        known = dict(possible_answers(question))
        assert t.valid[place].sum() == state_count(question) == len(known)
        total = int(t.likelihood[place].sum())
        for state in range(len(t.valid[place])):
            if t.valid[place, state]:
                answer = answer_of(question, state)
                assert Fraction(int(t.likelihood[place, state]), total) == known[answer]
            else:
                assert t.likelihood[place, state] == 0
                assert not t.need[place, state].any()


@given(knowledges())
def test_a_follow_up_knows_which_states_of_its_parent_show_it(knowledge):
    t = tables(knowledge)
    for place, question in enumerate(t.questions):
        for parent_id, test in question.shown_when.items():
            parent = t.questions[t.parent[place]]
            assert parent.id == parent_id
            for state in range(state_count(parent)):
                assert t.shown_by[place, state] == passes(parent, test, answer_of(parent, state))
    assert {child for child, _ in t.children} == {n for n, q in enumerate(t.questions) if q.shown_when}


@given(knowledges())
def test_order_of_roles_and_criteria_is_the_written_one(knowledge):
    t = tables(knowledge)
    assert list(t.roles) == sorted(t.roles)
    for r, role in enumerate(knowledge.roles):
        assert t.base[r] == role.base
        assert t.line[r] == role.is_line
        for c, criterion in enumerate(knowledge.criteria):
            assert t.strength[c, r] == role.strengths[criterion.id].value
            assert t.weight[c] == criterion.weight


def test_needs_of_ticked_options_add_up_to_the_cap_and_not_beyond():
    options = [
        an_option("nothing", none=True),
        an_option("a", {"alpha": 1}),
        an_option("b", {"alpha": 1, "beta": 3}),
        an_option("c", {"alpha": 2}),
    ]
    t = tables(a_knowledge([a_question("q", options, "many", cap=2)], STRENGTHS))
    by_answer = {answer_of(t.questions[0], s): t.need[0, s].tolist() for s in range(8)}
    assert by_answer[("nothing",)] == [0, 0]
    assert by_answer[("a",)] == [1, 0]
    assert by_answer[("a", "b")] == [2, 2]
    assert by_answer[("b", "c")] == [2, 2]
    assert by_answer[("c",)] == [2, 0]


def test_options_of_a_many_question_are_ticked_independently():
    options = [an_option("a", likelihood=10), an_option("b"), an_option("nothing", none=True)]
    t = tables(a_knowledge([a_question("q", options, "many")], STRENGTHS))
    by_answer = {answer_of(t.questions[0], s): t.likelihood[0, s] / t.likelihood[0].sum() for s in range(4)}
    assert by_answer == pytest.approx({("nothing",): 0.45, ("a",): 0.05, ("b",): 0.45, ("a", "b"): 0.05})


def test_an_option_that_is_always_ticked_leaves_no_chance_to_the_others():
    options = [an_option("a", likelihood=100), an_option("b", likelihood=25), an_option("nothing", none=True)]
    t = tables(a_knowledge([a_question("q", options, "many")], STRENGTHS))
    assert t.likelihood[0].tolist() == [0, 3, 0, 1]


def test_a_test_on_a_many_question_asks_for_any_of_the_ticks_or_for_none():
    question = a_question("q", [an_option("a"), an_option("b"), an_option("nothing", none=True)], "many")
    assert state_mask(question, one_of("a")) == [False, True, False, True]
    assert state_mask(question, one_of("nothing")) == [True, False, False, False]
    assert state_mask(question, one_of("nothing", "b")) == [True, False, True, True]


def test_texts_and_ranges_are_not_in_the_tables():
    scoring = a_question("q", [an_option("a"), an_option("b")])
    others = [a_question("t", kind="text"), a_question("r", kind="range", unit="usd", minimum=0.0, maximum=1.0)]
    assert [q.id for q in tables(a_knowledge([*others, scoring], STRENGTHS)).questions] == ["q"]


def test_an_option_without_a_likelihood_is_ticked_as_often_as_the_settings_say():
    options = [an_option("nothing", none=True), an_option("a", {"alpha": 1})]
    knowledge = a_knowledge([a_question("q", options, kind="many")], STRENGTHS)
    rarely = knowledge.settings.model_copy(update={"tick_percent": 20})
    t = tables(knowledge.model_copy(update={"settings": rarely}))
    assert t.likelihood[0, :2].tolist() == [4, 1]
