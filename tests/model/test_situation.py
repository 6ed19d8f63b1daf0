"""One client through the tables: what is shown, what counts, and what holds for certain."""

import pytest
from hypothesis import given

from fcio.model.points import points, weights_in_force
from fcio.model.situation import HIDDEN, MAYBE, SHOWN, contributions, holds, question_points, situation
from fcio.model.tables import tables
from tests.reference import Reference
from tests.strategies import ROLES, a_knowledge, a_question, an_option, cases, one_of

STRENGTHS = {role: {"alpha": 1} for role in ROLES}


def seen(knowledge, answers, wanted=None):
    t = tables(knowledge)
    return situation(t, answers), points(t, weights_in_force(t, wanted or {}))


@given(cases())
def test_every_question_counts_what_the_definition_says(case):
    knowledge, answers, wanted = case
    s, p = seen(knowledge, answers, wanted)
    slow, now = Reference(knowledge, wanted), question_points(s, p)
    names = {True: SHOWN, False: HIDDEN, None: MAYBE}
    for place, question in enumerate(s.tables.questions):
        assert s.visible[place] == names[slow.certain(question, answers)]
        got = {role: int(v) for role, v in zip(s.tables.roles, now[place], strict=True)}
        assert got == slow.gain_now(question, answers)


@given(cases())
def test_contributions_of_shown_questions_and_the_base_add_up_to_the_points(case):
    knowledge, answers, wanted = case
    s, p = seen(knowledge, answers, wanted)
    rows, slow = contributions(s, p), Reference(knowledge, wanted)
    assert not rows[~s.shown].any()
    total = rows.sum(axis=0) + s.tables.base
    assert {role: int(v) for role, v in zip(s.tables.roles, total, strict=True)} == slow.points(answers)


@given(cases())
def test_a_condition_is_never_called_true_or_false_against_a_completion(case):
    knowledge, answers, _ = case
    s, _ = seen(knowledge, answers)
    slow = Reference(knowledge)
    for gate in knowledge.gates:
        verdict = holds(s, gate.when)
        outcomes = {slow.holds(gate.when, complete) for complete in slow.completions(answers)}
        if verdict is not None:
            assert outcomes == {verdict}
        if all(len(alternative) == 1 for alternative in gate.when) and len(gate.when) == 1 and len(outcomes) > 1:
            assert verdict is None


def family():
    parent = a_question("p", [an_option("yes", {"alpha": 1}), an_option("no")])
    child = a_question("c", [an_option("big", {"alpha": 3}), an_option("small")], shown_when={"p": one_of("yes")})
    return a_knowledge([child, parent], STRENGTHS)


@pytest.mark.parametrize(
    ("answers", "points_now"),
    [
        ({"p": "yes", "c": "big"}, 4),
        ({"p": "no", "c": "big"}, 0),  # hidden: scores nothing
        ({"p": "yes", "c": "big", "other": 1}, 4),  # and comes back with the answer it had
        ({"p": "yes"}, 1 + 2),  # 1.5 rounded up
        ({"c": "big"}, 1 + 2),  # half a point rounded up, and half of 3
        ({}, 1 + 1),  # half a point rounded up, and half of 1.5, which is 0.75
        ({"p": "dont_know", "c": "rather_not_say"}, 1 + 1),
    ],
)
def test_parent_and_follow_up_by_hand(answers, points_now):
    s, p = seen(family(), answers)
    assert contributions(s, p).sum(axis=0).tolist() == [points_now] * len(ROLES)


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"p": "yes", "c": "big"}, True),
        ({"p": "no", "c": "big"}, False),
        ({"c": "big"}, None),
        ({"p": "yes"}, None),
        ({"p": "yes", "c": "small"}, False),
        ({"c": "small"}, False),
    ],
)
def test_a_condition_on_a_follow_up_waits_for_its_parent(answers, verdict):
    s, _ = seen(family(), answers)
    assert holds(s, ({"c": one_of("big")},)) is verdict


def test_an_empty_condition_holds():
    assert holds(seen(family(), {})[0], ()) is True


def test_an_alternative_needs_all_its_tests_and_a_condition_one_of_its_alternatives():
    s, _ = seen(family(), {"p": "yes", "c": "small"})
    assert holds(s, ({"p": one_of("yes"), "c": one_of("big")},)) is False
    assert holds(s, ({"p": one_of("yes"), "c": one_of("big")}, {"p": one_of("yes")})) is True
