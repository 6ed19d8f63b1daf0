"""Balance: the number of questions must not be the weight of a criterion."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations

from fcio.knowledge.refusal import KnowledgeError
from fcio.knowledge.schema import Option, Question
from fcio.knowledge.shapes import Test
from fcio.knowledge.whole import Knowledge


def attainable(question: Question, criterion: str) -> int:
    """The greatest need one answer to this question can express."""
    needs = [option.need.get(criterion, 0) for option in question.options]
    return min(question.cap, sum(needs)) if question.kind == "many" else max(needs, default=0)


@dataclass(frozen=True)
class _Answer:
    """One possible answer: the options it means, the lower edge of its band, and the options' needs."""

    ids: frozenset[str]
    edge: float
    options: tuple[Option, ...]


def _answers(question: Question) -> list[_Answer]:
    if question.kind != "many":
        return [_Answer(frozenset({o.id}), o.at_least or 0.0, (o,)) for o in question.options]
    none = frozenset(o.id for o in question.options if o.none)
    ticks = [o for o in question.options if not o.none]
    sets = chain.from_iterable(combinations(ticks, size) for size in range(1, len(ticks) + 1))
    return [_Answer(none, 0.0, ()), *(_Answer(frozenset(o.id for o in some), 0.0, some) for some in sets)]


def _passes(answer: _Answer, test: Test) -> bool:
    if test.any_of is not None:
        return bool(answer.ids & set(test.any_of))
    low, high = test.at_least, test.below
    return (low is None or answer.edge >= low) and (high is None or answer.edge < high)


def _family(knowledge: Knowledge, parent: Question, criterion: str) -> int:
    follow = [q for q in knowledge.questions if parent.id in q.shown_when]
    best = 0
    for answer in _answers(parent):
        own = min(parent.cap, sum(o.need.get(criterion, 0) for o in answer.options))
        shown = (q for q in follow if _passes(answer, q.shown_when[parent.id]))
        best = max(best, own + sum(attainable(q, criterion) for q in shown))
    return best


def attainable_needs(knowledge: Knowledge) -> dict[str, int]:
    """Per criterion the greatest need over all answers, parents with their follow-ups."""
    top = [q for q in knowledge.questions if not q.shown_when]
    return {c.id: sum(_family(knowledge, q, c.id) for q in top) for c in knowledge.criteria}


def refuse_imbalance(knowledge: Knowledge) -> None:
    """Raise :class:`KnowledgeError` where a criterion lies more than the tolerance below the largest, unexplained.

    Holds for what is asked, and again with what follows from the areas.
    """
    for whole in (knowledge, knowledge.with_derived):
        _refuse(whole)


def _refuse(knowledge: Knowledge) -> None:
    needs = attainable_needs(knowledge)
    least = max(needs.values()) * (1 - knowledge.settings.attainable_tolerance)
    for criterion in knowledge.criteria:
        if needs[criterion.id] < least and not criterion.attainable_note:
            cure = (
                f"its answers can express a need of {needs[criterion.id]}, less than {least:.1f}; "
                "balance the questions or say why in attainable_note"
            )
            raise KnowledgeError("criteria.yaml", criterion.id, cure)
