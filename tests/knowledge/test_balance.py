"""Balance: how much need the answers can express, and the refusal where that would be the weight."""

import pytest
from hypothesis import given

from fcio.knowledge.balance import attainable, attainable_needs, refuse_imbalance
from fcio.knowledge.refusal import KnowledgeError
from tests.reference import Reference, possible_answers
from tests.strategies import a_knowledge, a_question, an_option, at_least, knowledges, one_of

STRENGTHS = {"cto": {"alpha": 1, "beta": 1}, "vcio": {"alpha": 1, "beta": 1}}


@given(knowledges())
def test_attainable_need_is_the_greatest_over_every_answer_of_a_family(knowledge):
    slow, got = Reference(knowledge), attainable_needs(knowledge)

    def greatest(question, criterion):
        return max(slow.need(question, answer, criterion) for answer, _ in possible_answers(question))

    def family(parent, criterion):
        follow = [q for q in slow.questions.values() if parent.id in q.shown_when]
        return max(
            slow.need(parent, answer, criterion)
            + sum(greatest(q, criterion) for q in follow if slow.certain(q, {parent.id: answer}))
            for answer, _ in possible_answers(parent)
        )

    parents = [q for q in slow.questions.values() if not q.shown_when]
    assert got == {c: sum(family(parent, c) for parent in parents) for c in slow.weight}


def test_a_follow_up_of_a_number_counts_in_the_bands_that_show_it():
    parent = a_question("p", [an_option("few", at_least=1.0), an_option("many", {"alpha": 1}, at_least=10.0)], "number")
    child = a_question("c", [an_option("x", {"alpha": 3}), an_option("y")], shown_when={"p": one_of("many")})
    by_edge = child.model_copy(update={"shown_when": {"p": at_least(10.0)}})
    for follow in (child, by_edge):
        assert attainable_needs(a_knowledge([parent, follow], STRENGTHS)) == {"alpha": 4, "beta": 0}


def test_ticks_of_a_parent_count_together_with_its_follow_up():
    ticks = [an_option("a", {"alpha": 1}), an_option("b", {"alpha": 1}), an_option("nothing", none=True)]
    child = a_question("c", [an_option("x", {"alpha": 3}), an_option("y")], shown_when={"p": one_of("a")})
    assert attainable_needs(a_knowledge([a_question("p", ticks, "many"), child], STRENGTHS))["alpha"] == 5


def test_a_follow_up_that_two_answers_exclude_is_not_counted_with_them():
    parent = a_question("p", [an_option("much", {"alpha": 3}), an_option("little", {"alpha": 1})])
    child = a_question("c", [an_option("x", {"alpha": 3}), an_option("y")], shown_when={"p": one_of("little")})
    assert attainable_needs(a_knowledge([parent, child], STRENGTHS)) == {"alpha": 4, "beta": 0}


def test_ticked_options_count_together_up_to_the_cap():
    options = [an_option("nothing", none=True), *(an_option(o, {"alpha": 1}) for o in ("a", "b", "c"))]
    assert [attainable(a_question("q", options, "many", cap=cap), "alpha") for cap in (1, 2, 3)] == [1, 2, 3]
    assert attainable(a_question("q", options, "many"), "beta") == 0


def balanced(alpha, beta, note=None):
    """Knowledge whose two criteria can reach these needs."""
    questions = [
        a_question(f"{c}{n}", [an_option("yes", {c: 1}), an_option("no")])
        for c, count in (("alpha", alpha), ("beta", beta))
        for n in range(count)
    ]
    knowledge = a_knowledge(questions, STRENGTHS)
    first, second = knowledge.criteria
    return knowledge.model_copy(update={"criteria": (first, second.model_copy(update={"attainable_note": note}))})


@pytest.mark.parametrize("knowledge", [balanced(10, 10), balanced(10, 8), balanced(10, 2, "few ask about it")])
def test_a_fifth_below_the_largest_or_a_stated_reason_is_fine(knowledge):
    refuse_imbalance(knowledge)


def test_more_than_a_fifth_below_the_largest_is_refused_without_a_reason():
    with pytest.raises(KnowledgeError, match="attainable_note") as refusal:
        refuse_imbalance(balanced(10, 7))
    assert (refusal.value.file, refusal.value.entry) == ("criteria.yaml", "beta")


def test_the_real_criteria_are_balanced_or_say_why_not(real_knowledge):
    refuse_imbalance(real_knowledge)
