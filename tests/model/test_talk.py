"""How the advice could move if the talk went on: against enumeration, and what was left open stays open."""

import numpy as np
import pytest
from hypothesis import given, settings

from fcio.knowledge.figures import ClockSettings
from fcio.model.points import points, weights_in_force
from fcio.model.situation import contributions, situation
from fcio.model.tables import tables
from fcio.model.talk import answer_rate, asked, talk_draws, talk_shares
from tests.model.test_robustness import chance_of
from tests.reference import Reference
from tests.strategies import a_knowledge, cases, each_its_own

N = 2048
SURE = 0.045
ALWAYS = ClockSettings(talks=(10,), draws=N, answered=10**9, left_open=1, note="made up")
NEVER = ClockSettings(talks=(10,), draws=N, answered=1, left_open=10**9, note="made up")


def shares(knowledge, answers, clock, wanted=None):
    t = tables(knowledge)
    s, p = situation(t, answers), points(t, weights_in_force(t, wanted or {}))
    got = talk_shares(s, p, talk_draws(t, np.random.default_rng(3), N), clock)
    return s, p, dict(zip(t.roles, got.tolist(), strict=True))


@settings(max_examples=25)
@given(cases(with_gates=False))
def test_where_every_question_gets_its_answer_the_shares_are_those_of_the_enumeration(case):
    knowledge, answers, wanted = case
    answers = {q: answer for q, answer in answers.items() if answer not in ("dont_know", "rather_not_say")}
    slow = Reference(knowledge, wanted)
    exact = dict.fromkeys(slow.roles, 0.0)
    for complete in slow.completions(answers):
        exact[slow.leader(slow.points(complete))] += float(chance_of(slow, answers, complete))
    _, _, got = shares(knowledge, answers, ALWAYS, wanted)
    assert sum(got.values()) == pytest.approx(1)
    assert got == pytest.approx(exact, abs=SURE)


@settings(max_examples=25)
@given(cases(with_gates=False))
def test_where_no_question_gets_an_answer_the_first_place_of_today_stays(case):
    knowledge, answers, wanted = case
    s, p, got = shares(knowledge, answers, NEVER, wanted)
    totals = contributions(s, p).sum(axis=0) + s.tables.base
    close = [role for role, total in zip(s.tables.roles, totals, strict=True) if total >= totals.max() - 2]
    assert sum(got[role] for role in close) == 1  # means are rounded per question, so near ties may turn


def test_what_was_asked_and_left_open_is_not_answered_by_going_on():
    made = each_its_own(a={"x": {"cto": 3}, "y": {"vcio": 2}}, b={"x": {"cto": 1}, "y": {}})
    knowledge = a_knowledge(**made)
    _, _, open_still = shares(knowledge, {}, ALWAYS)
    _, _, left_open = shares(knowledge, {"a": "dont_know"}, ALWAYS)
    assert open_still["vcio"] == pytest.approx(0.5, abs=SURE)
    assert left_open == pytest.approx({**dict.fromkeys(left_open, 0.0), "cto": 1.0})


def test_the_talk_so_far_says_how_many_answers_to_expect(real_model):
    clock = ClockSettings(talks=(10,), draws=64, answered=4, left_open=1, note="made up")
    answers = {"headcount": 40, "gap_nature": "dont_know", "operations": "rather_not_say"}
    s = situation(real_model.tables, answers)
    assert asked(s).sum() == 3
    assert answer_rate(s, clock) == pytest.approx(5 / 8)
    assert answer_rate(situation(real_model.tables, {}), clock) == pytest.approx(4 / 5)
