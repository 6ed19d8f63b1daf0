"""How often each role leads: against exact shares where they are known."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings

from fcio.model.points import weights_in_force
from fcio.model.robustness import drawn_weights, draws, first_shares, mean_needs
from fcio.model.situation import situation
from fcio.model.tables import tables
from tests.reference import Reference, is_open, possible_answers
from tests.strategies import a_knowledge, a_question, an_option, cases, each_its_own, one_of

N = 2048
SURE = 0.045  # four standard errors of a share from 2,048 independent draws


def seen(knowledge, answers, wanted=None, n=N, seed=1, concentration=2.0):
    t = tables(knowledge)
    d = draws(t, np.random.default_rng(seed), n, concentration)
    return situation(t, answers), d, weights_in_force(t, wanted or {})


@settings(max_examples=25)
@given(cases(with_gates=False))
def test_share_of_completions_is_that_of_the_enumeration(case):
    knowledge, answers, wanted = case
    s, d, weight = seen(knowledge, answers, wanted)
    slow = Reference(knowledge, wanted)
    share = dict.fromkeys(slow.roles, 0.0)
    for complete in slow.completions(answers):
        share[slow.leader(slow.points(complete))] += float(chance_of(slow, answers, complete))
    got = first_shares(s, d, weight).completions
    assert got.sum() == pytest.approx(1)
    assert dict(zip(s.tables.roles, got.tolist(), strict=True)) == pytest.approx(share, abs=SURE)


def chance_of(slow, answers, complete):
    chance = 1
    for question in slow.questions.values():
        if is_open(answers.get(question.id)) and slow.certain(question, complete):
            chance *= dict(possible_answers(question))[complete[question.id]]
    return chance


@given(cases())
def test_mean_needs_are_the_expected_ones(case):
    knowledge, answers, wanted = case
    s, _, _ = seen(knowledge, answers, wanted, n=4)
    slow = Reference(knowledge, wanted)
    expected = [float(slow.mean_need(criterion.id, answers)) for criterion in knowledge.criteria]
    assert mean_needs(s).tolist() == pytest.approx(expected)


@given(cases(completions=0))
def test_with_every_answer_given_only_the_weights_are_uncertain(case):
    knowledge, answers, wanted = case
    s, d, weight = seen(knowledge, answers, wanted, n=128)
    slow, got = Reference(knowledge, wanted), first_shares(s, d, weight)
    assert got.completions[s.tables.roles.index(slow.leader(slow.points(answers)))] == 1
    assert got.jointly.tolist() == got.weightings.tolist()
    assert got.weightings.sum() == pytest.approx(1)


@given(cases())
def test_drawn_weights_are_positive_and_keep_the_sum(case):
    knowledge, answers, wanted = case
    _, d, weight = seen(knowledge, answers, wanted, n=64)
    drawn = drawn_weights(d, weight)
    assert (drawn > 0).all()
    assert drawn.sum(axis=1) == pytest.approx(weight.sum(), rel=1e-5)


def test_drawn_weights_have_the_mean_and_the_spread_they_are_said_to_have():
    """Dirichlet with parameter concentration times weight: mean w/W, variance w(W-w) / (W^2 (cW + 1))."""
    strengths = {
        "cto": dict.fromkeys(("alpha", "beta", "gamma"), 1),
        "vcio": dict.fromkeys(("alpha", "beta", "gamma"), 0),
    }
    knowledge = a_knowledge([a_question("q", [an_option("a"), an_option("b")])], strengths)
    _, d, weight = seen(knowledge, {}, {"alpha": 4, "beta": 1, "gamma": 2}, n=40_000)
    share = drawn_weights(d, weight) / weight.sum()
    assert share.mean(axis=0) == pytest.approx([4 / 7, 1 / 7, 2 / 7], abs=0.01)
    variance = [w * (7 - w) / (49 * (2 * 7 + 1)) for w in (4, 1, 2)]
    assert share.var(axis=0) == pytest.approx(variance, rel=0.05)


def test_a_heavier_weight_moves_every_draw_the_same_way():
    """Common draws: raising one weight lowers the share of every other criterion in every single draw."""
    strengths = {"cto": {"alpha": 1, "beta": 1}, "vcio": {"alpha": 0, "beta": 0}}
    knowledge = a_knowledge([a_question("q", [an_option("a"), an_option("b")])], strengths)
    _, d, before = seen(knowledge, {}, {"alpha": 2, "beta": 2}, n=500)
    after = before + np.array([1, 0])
    share = [drawn_weights(d, w) / w.sum() for w in (before, after)]
    assert (share[1][:, 0] > share[0][:, 0]).all()


def test_the_same_seed_gives_the_same_draws_and_another_seed_others():
    knowledge = a_knowledge(**each_its_own(q={"a": {"cto": 1}, "b": {"vcio": 1}, "c": {}}))
    one, two, three = (seen(knowledge, {}, seed=seed)[1] for seed in (1, 1, 2))
    for field in dataclasses.fields(one):
        assert np.array_equal(getattr(one, field.name), getattr(two, field.name))
        assert not np.array_equal(getattr(one, field.name), getattr(three, field.name))


def test_each_open_answer_is_stratified_over_the_draws():
    """A Latin hypercube: 600 draws of chances 1/6, 2/6 and 3/6 are 100, 200 and 300, whatever the seed."""
    options = [an_option("a", likelihood=1), an_option("b", likelihood=2), an_option("c", likelihood=3)]
    knowledge = a_knowledge([a_question("q", options)], {"cto": {"alpha": 1}, "vcio": {"alpha": 0}})
    for seed in range(3):
        _, d, _ = seen(knowledge, {}, n=600, seed=seed)
        assert np.bincount(d.state[0]).tolist() == [100, 200, 300]


def test_an_answered_follow_up_counts_as_often_as_its_parent_shows_it():
    parent = a_question("p", [an_option("yes", likelihood=1), an_option("no", likelihood=3)])
    child = a_question("c", [an_option("big", {"beta": 3}), an_option("small")], shown_when={"p": one_of("yes")})
    known = a_question("k", [an_option("x", {"alpha": 1}), an_option("y")])
    strengths = {"cto": {"alpha": 1, "beta": 0}, "vcio": {"alpha": 0, "beta": 1}}
    s, d, weight = seen(a_knowledge([parent, child, known], strengths), {"c": "big", "k": "x"}, n=400)
    assert first_shares(s, d, weight).completions.tolist() == [0.75, 0.25]
