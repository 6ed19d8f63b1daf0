"""Flips against brute force: all of them, only them, and each as large as it says."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.model.answers import checked_answer, state_of
from fcio.model.fit import FitModel, role_fit
from fcio.model.flips import NATURES, WeightFlip, flips, weight_flips
from fcio.model.points import points, weights_in_force
from fcio.model.robustness import mean_needs
from fcio.model.situation import contributions, situation
from fcio.model.tables import tables
from tests.reference import Reference, is_open, possible_answers
from tests.strategies import (
    a_client,
    a_knowledge,
    a_question,
    an_option,
    answer_sets,
    cases,
    each_its_own,
    one_of,
    real_examples,
)


def found_flips(knowledge, answers, wanted=None, shown=100_000):
    t = tables(knowledge)
    s, p = situation(t, answers), points(t, weights_in_force(t, wanted or {}))
    return flips(s, p, contributions(s, p).sum(axis=0) + t.base, shown)


def single_changes(slow, answers):
    """Every other answer of an answered question on the list; one tick more or less for many."""
    for question in slow.questions.values():
        given_answer = answers.get(question.id)
        if is_open(given_answer) or slow.certain(question, answers) is not True:
            continue
        now = state_of(question, given_answer)
        for answer, _ in possible_answers(question):
            state = state_of(question, answer)
            one_step = (state ^ now).bit_count() == 1 if question.kind == "many" else state != now
            if one_step:
                yield question, answer


def brute_force(slow, answers):
    """Singles that change the first place, and pairs that do although neither does alone."""

    def leader(changes):
        return slow.leader(slow.points({**answers, **{q.id: a for q, a in changes}}))

    def key(changes):
        return frozenset((q.id, state_of(q, a)) for q, a in changes)

    today = leader([])
    every = list(single_changes(slow, answers))
    singles = {key([c]): leader([c]) for c in every if leader([c]) != today}
    quiet = [c for c in every if key([c]) not in singles]
    pairs = {
        key(pair): leader(pair)
        for pair in combinations(quiet, 2)
        if pair[0][0].id != pair[1][0].id and leader(pair) != today
    }
    return singles, pairs


@settings(max_examples=60)
@given(cases())
def test_no_flip_is_missed_and_none_is_made_up(case):
    knowledge, answers, wanted = case
    slow = Reference(knowledge, wanted)
    singles, pairs = brute_force(slow, answers)
    got = {
        frozenset((c.question, state_of(slow.questions[c.question], c.answer)) for c in flip.changes): flip.becomes
        for flip in found_flips(knowledge, answers, wanted)
    }
    assert got == {**singles, **pairs}


@settings(max_examples=25)
@given(cases(with_gates=False))
def test_every_flip_flips(case):
    """Made through the front door: the new answers give the promised leader and the promised margin."""
    knowledge, answers, wanted = case
    model = FitModel.of(knowledge)
    for flip in role_fit(model, a_client(answers, preferences=wanted)).flips[:12]:
        changed = {**answers}
        for change in flip.changes:
            assert checked_answer(knowledge.question(change.question), change.answer) == change.answer
            changed[change.question] = change.answer
        first, second, *_ = role_fit(model, a_client(changed, preferences=wanted)).ranking
        assert (first.role, first.points - second.points) == (flip.becomes, flip.margin)


@real_examples(15)
@given(st.data())
def test_every_flip_of_the_real_knowledge_flips(real_knowledge, real_model, data):
    answers = data.draw(answer_sets(real_knowledge, completions=10**6))
    for flip in role_fit(real_model, a_client(answers)).flips[-3:]:
        changed = {**answers, **{change.question: change.answer for change in flip.changes}}
        first, second, *_ = role_fit(real_model, a_client(changed)).ranking
        assert (first.role, first.points - second.points) == (flip.becomes, flip.margin)


@given(cases())
def test_near_changes_come_before_far_ones(case):
    knowledge, answers, wanted = case
    got = found_flips(knowledge, answers, wanted)
    sizes = [len(flip.changes) for flip in got]
    assert sizes == sorted(sizes)
    for size in (1, 2):
        rows = [
            (sum(c.steps for c in flip.changes), sum(NATURES.index(c.nature) for c in flip.changes))
            for flip in got
            if len(flip.changes) == size
        ]
        assert rows == sorted(rows)
    few = found_flips(knowledge, answers, wanted, shown=2)
    assert few == tuple(f for f in got if len(f.changes) == 1) + tuple(f for f in got if len(f.changes) == 2)[:2]


def test_steps_count_places_on_an_ordered_question_and_one_elsewhere():
    options = [an_option("a", {"to_cto": 3}), an_option("b"), an_option("c", {"to_vcio": 3})]
    strengths = each_its_own()["strengths"]
    for kind, steps in (("scale", 2), ("one", 1)):
        (flip,) = (
            f
            for f in found_flips(a_knowledge([a_question("q", options, kind)], strengths), {"q": "a"})
            if f.becomes == "vcio"
        )
        assert [(c.question, c.answer, c.steps) for c in flip.changes] == [("q", "c", steps)]
        assert flip.margin == 3


@pytest.mark.parametrize(("leader", "rival", "flips_by_tie"), [("cto", "vcio", False), ("vcio", "cto", True)])
def test_a_change_that_only_ties_flips_towards_the_smaller_role_id(leader, rival, flips_by_tie):
    made = each_its_own(q={"now": {leader: 2}, "then": {leader: 2, rival: 2}})
    got = found_flips(a_knowledge(**made), {"q": "now"})
    assert [(f.becomes, f.margin) for f in got] == ([(rival, 0)] if flips_by_tie else [])


@pytest.mark.parametrize(("leader", "rival", "flips_by_tie"), [("cto", "vcio", False), ("vcio", "cto", True)])
def test_a_pair_that_only_ties_flips_towards_the_smaller_role_id(leader, rival, flips_by_tie):
    half = {"now": {leader: 1}, "then": {leader: 1, rival: 1}}
    got = found_flips(a_knowledge(**each_its_own(q1=half, q2=half)), {"q1": "now", "q2": "now"})
    assert [(len(f.changes), f.becomes, f.margin) for f in got] == ([(2, rival, 0)] if flips_by_tie else [])


def test_a_parent_takes_its_answered_follow_up_along():
    """The parent's other answer gives nothing itself; the follow-up's kept answer makes the flip."""
    strengths = {"cto": {"alpha": 1, "beta": 0}, "vcio": {"alpha": 0, "beta": 1}}
    known = a_question("k", [an_option("x", {"alpha": 2}), an_option("z", {"alpha": 3})])
    parent = a_question("p", [an_option("yes"), an_option("no")])
    child = a_question("c", [an_option("big", {"beta": 3}), an_option("small")], shown_when={"p": one_of("yes")})
    knowledge = a_knowledge([known, parent, child], strengths)
    got = found_flips(knowledge, {"k": "x", "p": "no", "c": "big"})
    assert [(f.becomes, f.margin, f.changes[0].question) for f in got] == [("vcio", 1, "p")]
    assert found_flips(knowledge, {"k": "x", "p": "no", "c": "small"}) == ()


# ---- weights


def points_at_share(knowledge, slow, answers, criterion, share):
    """Points of every role, as real numbers, with one criterion at this share and the others' ratios kept."""
    total = sum(slow.weight.values())
    rest = total - slow.weight[criterion]
    weight = {c: share * total if c == criterion else w * (1 - share) * total / rest for c, w in slow.weight.items()}
    need = {c: float(slow.mean_need(c, answers)) for c in weight}
    return {
        role.id: role.base + sum(weight[c] * need[c] * role.strengths[c].value for c in weight)
        for role in knowledge.roles
    }


def found_weight_flips(knowledge, answers, wanted):
    t = tables(knowledge)
    s, weight = situation(t, answers), weights_in_force(t, wanted)
    p = points(t, weight)
    leader = int((contributions(s, p).sum(axis=0) + t.base).argmax())
    return t.roles[leader], {flip.criterion: flip for flip in weight_flips(s, mean_needs(s), weight, leader)}


@given(cases())
def test_a_weight_flip_sits_at_the_tie(case):
    knowledge, answers, wanted = case
    slow = Reference(knowledge, wanted)
    leader, got = found_weight_flips(knowledge, answers, wanted)
    for criterion, flip in got.items():
        assert 0 <= flip.share_at_flip <= 1
        assert flip.share_now == pytest.approx(slow.weight[criterion] / sum(slow.weight.values()))
        there = points_at_share(knowledge, slow, answers, criterion, flip.share_at_flip)
        assert there[leader] == pytest.approx(there[flip.becomes], abs=1e-6)


@given(cases(completions=0))
def test_up_to_the_nearest_weight_flip_the_leader_leads_and_beyond_it_does_not(case):
    """Every answer given, so no rounding: walk along the share and look."""
    knowledge, answers, wanted = case
    slow = Reference(knowledge, wanted)
    leader, got = found_weight_flips(knowledge, answers, wanted)
    for criterion, weight in slow.weight.items():
        now = weight / sum(slow.weight.values())
        flip = got.get(criterion)
        reach = abs(flip.share_at_flip - now) if flip else 1
        for share in np.linspace(0, 1, 21):
            if abs(share - now) < reach:
                there = points_at_share(knowledge, slow, answers, criterion, share)
                assert there[leader] >= max(there.values()) - 1e-6
        if flip and reach > 1e-3:
            beyond = flip.share_at_flip + 1e-4 * np.sign(flip.share_at_flip - now)
            if 0 <= beyond <= 1:
                there = points_at_share(knowledge, slow, answers, criterion, beyond)
                assert there[flip.becomes] > there[leader]


def three_criteria(**strengths):
    """Two roles, and a client who needs each of three criteria once."""
    names = ("alpha", "beta", "gamma")
    by_role = {role: dict(zip(names, values, strict=True)) for role, values in strengths.items()}
    return a_knowledge([a_question("q", [an_option("a", dict.fromkeys(names, 1)), an_option("b")])], by_role)


def test_weight_flips_come_nearest_first():
    """The CTO leads by 3a - 2b + c.

    Moving a keeps b = c, so 3a = b, and a is a third of b: 1/7 of all. Moving b keeps a = c, so 4a = 2b, and b is
    half of all. Moving c keeps a = b, and a + c is never nothing.
    """
    leader, got = found_weight_flips(three_criteria(cto=(3, 0, 3), vcio=(0, 2, 2)), {"q": "a"}, {})
    assert leader == "cto"
    assert list(got.values()) == [
        WeightFlip("beta", pytest.approx(1 / 3), pytest.approx(1 / 2), "vcio"),
        WeightFlip("alpha", pytest.approx(1 / 3), pytest.approx(1 / 7), "vcio"),
    ]


def test_a_criterion_on_which_all_are_equal_turns_nothing():
    """With all weight on it everybody is level; nobody else leads, so there is nothing to report."""
    _, got = found_weight_flips(three_criteria(cto=(3, 0, 2), vcio=(0, 2, 2)), {"q": "a"}, {})
    assert "gamma" not in got


def test_a_criterion_without_need_turns_nothing():
    _, got = found_weight_flips(three_criteria(cto=(3, 0, 2), vcio=(0, 2, 2)), {"q": "b"}, {})
    assert got == {}
