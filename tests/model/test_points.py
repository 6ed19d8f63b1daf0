"""Points: need times strength times weight, in whole numbers, against the slow definition."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.answers import Refused, answer_of
from fcio.model.points import checked_weight, points, rounded_share, weights_in_force
from fcio.model.tables import state_count, tables
from tests.reference import Reference, half_up, possible_answers
from tests.strategies import ROLES, a_knowledge, a_question, an_option, cases, one_of


def by_role(t, row):
    return {role: int(value) for role, value in zip(t.roles, row, strict=True)}


@given(cases())
def test_every_answer_gives_the_points_of_the_definition(case):
    knowledge, _, wanted = case
    t, slow = tables(knowledge), Reference(knowledge, wanted)
    p = points(t, weights_in_force(t, wanted))
    for place, question in enumerate(t.questions):
        for state in range(state_count(question)):
            assert by_role(t, p.state[place, state]) == slow.gain(question, answer_of(question, state))


@given(cases())
def test_an_open_answer_gives_the_mean_rounded_half_up(case):
    knowledge, _, wanted = case
    t, slow = tables(knowledge), Reference(knowledge, wanted)
    p = points(t, weights_in_force(t, wanted))
    for place, question in enumerate(t.questions):
        assert by_role(t, p.open[place]) == {role: half_up(slow.mean(question, role)) for role in t.roles}
        if question.shown_when:
            chance = slow.chance_shown(question, {})
            expected = {role: half_up(chance * slow.mean(question, role)) for role in t.roles}
            assert by_role(t, p.maybe_open[place]) == expected


@given(cases(completions=100_000))
def test_the_most_points_are_those_of_the_best_case_of_all(case):
    knowledge, _, wanted = case
    t, slow = tables(knowledge), Reference(knowledge, wanted)
    most = max(
        slow.base[role]
        + sum(
            max(
                slow.gain(parent, answer)[role]
                + sum(
                    max(slow.gain(child, a)[role] for a, _ in possible_answers(child))
                    for child in slow.questions.values()
                    if parent.id in child.shown_when and slow.certain(child, {parent.id: answer})
                )
                for answer, _ in possible_answers(parent)
            )
            for parent in slow.questions.values()
            if not parent.shown_when
        )
        for role in slow.roles
    )
    assert points(t, weights_in_force(t, wanted)).most == most


def test_a_follow_up_that_two_answers_exclude_is_not_counted_with_them():
    """The most of a family is taken over parent and child together, not over each alone."""
    parent = a_question("p", [an_option("much", {"alpha": 3}), an_option("little", {"alpha": 1})])
    child = a_question("c", [an_option("x", {"alpha": 3}), an_option("y")], shown_when={"p": one_of("little")})
    t = tables(a_knowledge([parent, child], {role: {"alpha": 1} for role in ROLES}))
    assert points(t, t.weight).most == 4


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_a_share_is_rounded_half_up_without_a_float(numerator, denominator):
    assert rounded_share(np.array(numerator), np.array(denominator)) == half_up(Fraction(numerator, denominator))


@pytest.mark.parametrize("weight", [1, 2, 3, 4])
def test_weights_from_one_to_four_are_taken(weight):
    assert checked_weight("alpha", weight) == weight


@pytest.mark.parametrize("weight", [0, 5, -1, 2.0, 1.5, True, "2", None])
def test_any_other_weight_is_refused_by_name(weight):
    with pytest.raises(Refused) as refusal:
        checked_weight("alpha", weight)
    assert refusal.value.field == "preferences.alpha"
    assert "from 1 to 4" in refusal.value.cure


def test_preferred_weights_replace_the_defaults_and_unknown_criteria_are_refused():
    strengths = {role: {"alpha": 1, "beta": 1} for role in ROLES}
    question = a_question("q", [an_option("a"), an_option("b")])
    t = tables(a_knowledge([question], strengths, weights={"alpha": 2, "beta": 3}))
    assert weights_in_force(t, {}).tolist() == [2, 3]
    assert weights_in_force(t, {"beta": 1}).tolist() == [2, 1]
    with pytest.raises(Refused) as refusal:
        weights_in_force(t, {"gamma": 2})
    assert refusal.value.field == "preferences.gamma"
