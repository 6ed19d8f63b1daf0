"""Gates: which are shut, which could still be, and in which order they speak."""

import pytest
from hypothesis import given

from fcio.model.gates import complements, gate_verdicts, open_gates
from fcio.model.situation import situation
from fcio.model.tables import tables
from tests.reference import Reference
from tests.strategies import ROLES, a_gate, a_knowledge, a_question, an_option, cases, one_of

STRENGTHS = {role: {"alpha": 1} for role in ROLES}


def verdicts(knowledge, answers):
    return {v.gate.id: v.on for v in gate_verdicts(situation(tables(knowledge), answers))}


@given(cases())
def test_a_gate_that_some_completion_shuts_is_listed_and_one_that_all_shut_or_none_is_never_doubted_wrongly(case):
    knowledge, answers, _ = case
    slow, listed = Reference(knowledge), verdicts(knowledge, answers)
    for gate in knowledge.gates:
        outcomes = {slow.holds(gate.when, complete) for complete in slow.completions(answers)}
        if True in outcomes:
            assert gate.id in listed
        if listed.get(gate.id):
            assert outcomes == {True}


@given(cases(completions=0))
def test_with_every_answer_given_no_gate_stays_in_doubt(case):
    knowledge, answers, _ = case
    slow = Reference(knowledge)
    assert verdicts(knowledge, answers) == {g.id: True for g in knowledge.gates if slow.holds(g.when, answers)}


@pytest.fixture
def two_gates():
    question = a_question("q", [an_option("bad"), an_option("worse"), an_option("fine")])
    gates = [a_gate("later", ({"q": one_of("bad", "worse")},)), a_gate("alone", ({"q": one_of("worse")},))]
    return a_knowledge([question], STRENGTHS, gates=gates)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("worse", [("later", True), ("alone", True)]),
        ("bad", [("later", True)]),
        ("fine", []),
        (None, [("later", False), ("alone", False)]),
        ("dont_know", [("later", False), ("alone", False)]),
    ],
)
def test_gates_keep_the_written_order(two_gates, answer, expected):
    found = gate_verdicts(situation(tables(two_gates), {"q": answer}))
    assert [(v.gate.id, v.on) for v in found] == expected


def test_with_the_real_knowledge_a_gate_in_doubt_is_never_shut(real_knowledge):
    """Nothing answered: no gate may claim to hold, and none may be ruled out."""
    assert verdicts(real_knowledge, {}) == {gate.id: False for gate in real_knowledge.gates}


def test_a_complement_is_named_only_when_it_is_certain(real_knowledge):
    assert complements(situation(tables(real_knowledge), {})) == ()
    for complement in real_knowledge.complements:
        question_id, test = next(iter(complement.when[0].items()))
        if len(complement.when[0]) == 1 and test.any_of and not real_knowledge.question(question_id).shown_when:
            given_answer = test.any_of[0]
            found = complements(situation(tables(real_knowledge), {question_id: given_answer}))
            assert complement in found


@given(cases())
def test_order_of_the_alternatives_does_not_matter(case):
    knowledge, answers, _ = case
    turned = [gate.model_copy(update={"when": gate.when[::-1]}) for gate in knowledge.gates]
    again = knowledge.model_copy(update={"gates": tuple(turned)})
    assert verdicts(again, answers) == verdicts(knowledge, answers)


def opened(knowledge, answers):
    return {one.gate.id: one.questions for one in open_gates(situation(tables(knowledge), answers))}


class TestAnOpenGate:
    questions = tuple(a_question(name, [an_option("bad"), an_option("fine")]) for name in ("q", "r"))
    gates = (
        a_gate("first", ({"q": one_of("bad"), "r": one_of("bad")},)),
        a_gate("second", ({"r": one_of("bad")},)),
    )
    knowledge = a_knowledge(list(questions), STRENGTHS, gates=list(gates))

    def test_names_what_to_ask_first(self):
        assert opened(self.knowledge, {}) == {"first": ("q",), "second": ("r",)}
        assert opened(self.knowledge, {"q": "bad"}) == {"first": ("r",), "second": ("r",)}

    def test_is_none_once_an_answer_rules_it_out_or_it_was_asked_and_left_open(self):
        assert opened(self.knowledge, {"q": "fine"}) == {"second": ("r",)}
        assert opened(self.knowledge, {"q": "dont_know"}) == {"second": ("r",)}
        assert opened(self.knowledge, {"q": "fine", "r": "dont_know"}) == {}

    def test_stands_above_the_first_that_is_shut(self):
        assert opened(self.knowledge, {"r": "bad"}) == {"first": ("q",)}
        assert opened(self.knowledge, {"q": "bad", "r": "bad"}) == {}


@given(cases())
def test_where_no_gate_is_open_further_answers_shut_none_above_the_one_that_speaks(case):
    knowledge, answers, _ = case
    if opened(knowledge, answers):
        return
    slow = Reference(knowledge)
    spoken = [gate_id for gate_id, on in verdicts(knowledge, answers).items() if on][:1]
    order = [gate.id for gate in knowledge.gates]
    above = order[: order.index(spoken[0])] if spoken else order
    asked = {name: answer for name, answer in answers.items() if answer is not None}
    for complete in slow.completions(answers):
        if all(complete.get(name) == answer for name, answer in asked.items()):
            assert not [g.id for g in knowledge.gates if g.id in above and slow.holds(g.when, complete)]
