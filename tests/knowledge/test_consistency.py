"""Consistency of made-up knowledge: the property tests of the model run on nothing that loading would refuse."""

from hypothesis import given

from fcio.knowledge.consistency import faults
from tests.strategies import knowledges


@given(knowledges())
def test_made_up_knowledge_is_sound(knowledge):
    assert list(faults(knowledge)) == []


def test_the_real_knowledge_has_no_fault_at_all(real_knowledge):
    assert list(faults(real_knowledge)) == []


def test_faults_are_told_one_by_one_and_all(real_knowledge):
    spoilt = [q.model_copy(update={"section": "attic"}) for q in real_knowledge.questions]
    found = list(faults(real_knowledge.model_copy(update={"questions": tuple(spoilt)})))
    assert [entry for _, entry, _ in found] == [question.id for question in real_knowledge.questions]
