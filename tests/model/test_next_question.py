"""The next best question against enumeration: its value, its chance, and whether it is worth asking at all."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.model.completions import leads_always
from fcio.model.fit import FitModel, role_fit
from fcio.model.next_question import next_questions, value_of_information
from fcio.model.points import points, weights_in_force
from fcio.model.situation import contributions, holds, situation
from fcio.model.tables import tables
from tests.reference import Reference, is_open, possible_answers
from tests.strategies import (
    a_client,
    a_gate,
    a_knowledge,
    a_question,
    an_option,
    answer_sets,
    cases,
    each_its_own,
    one_of,
    real_examples,
)


def asked(knowledge, answers, wanted=None):
    """Next questions by id, in order, whatever the certificate says; undecided gates go in as in the role fit."""
    t = tables(knowledge)
    s, p = situation(t, answers), points(t, weights_in_force(t, wanted or {}))
    open_gates = tuple(gate.when for gate in knowledge.gates if holds(s, gate.when) is None)
    totals = contributions(s, p).sum(axis=0) + t.base
    return {n.question: n for n in next_questions(s, p, totals, open_gates)}


def askable(slow, answers):
    return [q for q in slow.questions.values() if is_open(answers.get(q.id)) and slow.certain(q, answers) is True]


def outcomes(slow, answers, questions):
    """Points and chance for every joint answer of these questions, the others as they are."""
    found = [({}, 1)]
    for question in questions:
        found = [({**a, question.id: x}, p * q) for a, p in found for x, q in possible_answers(question)]
    return [(slow.points({**answers, **a}), float(p)) for a, p in found]


def enumerated_value(rows):
    expected_best = sum(p * max(row.values()) for row, p in rows)
    best_expected = max(sum(p * row[role] for row, p in rows) for role in rows[0][0])
    return expected_best - best_expected


def lead_variance(rows, today):
    """The variance of the lead over every other role, added up."""
    total = 0.0
    for rival in rows[0][0]:
        leads = [(row[today] - row[rival], p) for row, p in rows]
        mean = sum(lead * p for lead, p in leads)
        total += sum(p * (lead - mean) ** 2 for lead, p in leads)
    return total


@settings(max_examples=60)
@given(cases(with_gates=False))
def test_value_and_chance_of_each_question_equal_enumeration(case):
    knowledge, answers, wanted = case
    slow, got = Reference(knowledge, wanted), asked(knowledge, answers, wanted)
    today = slow.leader(slow.points(answers))
    open_now = askable(slow, answers)
    assert set(got) <= {q.id for q in open_now}
    single = {q.id: outcomes(slow, answers, [q]) for q in open_now}
    value = {q: enumerated_value(rows) for q, rows in single.items()}
    least = {q: sum(p for row, p in rows if slow.leader(row) != today) for q, rows in single.items()}
    most = dict(least)
    if all(v < 1e-6 for v in value.values()):
        value = dict.fromkeys(value, 0.0)
        for a, b in combinations(open_now, 2):
            rows = outcomes(slow, answers, [a, b])
            change = sum(p for row, p in rows if slow.leader(row) != today)
            for q in (a.id, b.id):
                value[q] = max(value[q], enumerated_value(rows) / 2)
                most[q] = max(most[q], change)
    for question in single:
        if question in got:
            assert got[question].value_points == pytest.approx(value[question], abs=1e-6)
            assert least[question] - 1e-9 <= got[question].chance_of_change <= most[question] + 1e-9
            assert got[question].minutes == slow.questions[question].minutes
        else:
            assert value[question] == pytest.approx(0, abs=1e-6)
            assert least[question] == 0
    assert all(n.value_points >= 0 for n in got.values())
    waiting = [q for q in got if answers.get(q) is None]
    assert list(got)[: len(waiting)] == waiting  # what was asked and left open comes last
    for group in (waiting, [q for q in got if q not in waiting]):
        told = [lead_variance(single[q], today) / got[q].minutes for q in group]
        assert all(a >= b - 1e-6 for a, b in pairwise(told))


@given(
    st.lists(st.lists(st.integers(0, 50), min_size=3, max_size=3), min_size=1, max_size=5).flatmap(
        lambda rows: st.tuples(st.just(rows), st.lists(st.integers(1, 9), min_size=len(rows), max_size=len(rows)))
    )
)
def test_information_is_never_worth_less_than_nothing(rows_and_weights):
    rows, likely = rows_and_weights
    after, chance = np.array(rows, dtype=float), np.array(likely) / sum(likely)
    value = value_of_information(after, chance)
    assert value >= 0
    assert value == pytest.approx(
        enumerated_value([(dict(enumerate(r)), float(p)) for r, p in zip(rows, chance, strict=True)])
    )


@settings(max_examples=30)
@given(cases())
def test_when_settled_there_is_nothing_to_ask(case):
    knowledge, answers, wanted = case
    result = role_fit(FitModel.of(knowledge), a_client(answers, preferences=wanted))
    if result.settled:
        assert result.next_questions == ()


@settings(max_examples=60)
@given(cases(with_gates=False))
def test_while_the_leader_is_not_certain_there_is_something_to_ask(case):
    knowledge, answers, wanted = case
    t = tables(knowledge)
    s, p = situation(t, answers), points(t, weights_in_force(t, wanted))
    totals = contributions(s, p).sum(axis=0) + t.base
    if not leads_always(s, p, int(totals.argmax())):
        assert next_questions(s, p, totals)


def test_a_third_role_that_only_three_answers_together_can_lift_keeps_the_questions_alive():
    """Each open answer helps the third role alone; the lead of the first over the second stays as it is."""
    lift = {"much": {"vcio": 2}, "nothing": {}}
    first = {"cto": 3, "fractional_cio": 3}
    known = {"k1": {**first, "vcio": 3}, "k2": {**first, "vcio": 2}, "k3": first, "k4": {"cto": 1}}
    made = each_its_own(**{k: {"x": gain, "y": {}} for k, gain in known.items()}, a=lift, b=lift, c=lift)
    model, answers = FitModel.of(a_knowledge(**made)), dict.fromkeys(known, "x")
    result = role_fit(model, a_client(answers))
    assert [row.points for row in result.ranking[:3]] == [10, 9, 8]
    after = role_fit(model, a_client({**answers, "a": "much", "b": "much", "c": "much"}))
    assert (result.leader.role, after.leader.role, result.settled) == ("cto", "vcio", False)
    assert [n.question for n in result.next_questions] == ["a", "b", "c"]


def test_two_answers_that_only_together_change_the_leader_are_both_worth_asking():
    """One at a time nothing moves: the trap of asking by single values alone."""
    lift = {"much": {"vcio": 2}, "nothing": {}}
    knowledge = a_knowledge(**each_its_own(known={"x": {"cto": 3}, "y": {}}, a=lift, b=lift))
    got = asked(knowledge, {"known": "x"})
    # Both say "much" one time in four: then the vCIO has 4 against 3, which is worth a point.
    assert {q: (n.value_points, n.chance_of_change) for q, n in got.items()} == {"a": (0.125, 0.25), "b": (0.125, 0.25)}


def test_an_answer_that_only_ties_changes_the_leader_for_the_smaller_role_id():
    """Worth no points, since both then have two; and yet the advice changes in half of the cases."""
    knowledge = a_knowledge(**each_its_own(known={"x": {"vcio": 2}, "y": {}}, a={"yes": {"cto": 2}, "no": {}}))
    got = asked(knowledge, {"known": "x"})
    assert {q: (n.value_points, n.chance_of_change) for q, n in got.items()} == {"a": (0, 0.5)}


# ---- gates


def gated(*alternatives, likelihood=None):
    options = [an_option("bad", likelihood=likelihood), an_option("fine", likelihood=likelihood and 9 * likelihood)]
    known = a_question("known", [an_option("x", {"alpha": 3}), an_option("y")])
    questions = [known, a_question("a", options), a_question("b", options)]
    strengths = {"cto": {"alpha": 1, "beta": 0}, "vcio": {"alpha": 0, "beta": 0}}
    return a_knowledge(questions, strengths, gates=[a_gate("g", tuple(alternatives))])


def test_an_answer_that_only_a_gate_depends_on_counts_with_the_chance_to_shut_it():
    got = asked(gated({"a": one_of("bad")}, likelihood=5), {"known": "x"})
    assert {q: (n.value_points, n.chance_of_change) for q, n in got.items()} == {"a": (0, pytest.approx(0.1))}


def test_an_answer_whose_gate_is_ruled_out_already_is_not_worth_asking():
    """The first alternative needs b = bad, which it is not; only the second is still open."""
    knowledge = gated({"a": one_of("bad"), "b": one_of("bad")}, {"known": one_of("y")})
    assert asked(knowledge, {"b": "fine", "known": "dont_know"}).keys() == {"known"}


def test_a_gate_on_a_follow_up_makes_its_open_parent_worth_asking():
    known = a_question("known", [an_option("x", {"alpha": 3}), an_option("y")])
    parent = a_question("p", [an_option("yes"), an_option("no")])
    child = a_question("c", [an_option("bad"), an_option("fine")], shown_when={"p": one_of("yes")})
    strengths = {"cto": {"alpha": 1, "beta": 0}, "vcio": {"alpha": 0, "beta": 0}}
    knowledge = a_knowledge([known, parent, child], strengths, gates=[a_gate("g", ({"c": one_of("bad")},))])
    result = role_fit(FitModel.of(knowledge), a_client({"known": "x"}))
    assert not result.settled
    assert [n.question for n in result.next_questions] == ["p"]


@real_examples(15)
@given(st.data())
def test_with_the_real_knowledge_an_unsettled_result_says_what_to_ask(real_knowledge, real_model, data):
    answers = data.draw(answer_sets(real_knowledge, completions=10**9))
    result = role_fit(real_model, a_client(answers))
    assert result.settled == (result.next_questions == ())
