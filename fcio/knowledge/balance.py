"""Balance: the number of questions must not be the weight of a criterion."""

from __future__ import annotations

from fcio.knowledge.refusal import KnowledgeError
from fcio.knowledge.schema import Knowledge, Question


def attainable(question: Question, criterion: str) -> int:
    """The greatest need one answer to this question can express."""
    needs = [option.need.get(criterion, 0) for option in question.options]
    return min(question.cap, sum(needs)) if question.kind == "many" else max(needs, default=0)


def _family(knowledge: Knowledge, parent: Question, criterion: str) -> int:
    follow = [q for q in knowledge.questions if parent.id in q.shown_when]
    if not follow:
        return attainable(parent, criterion)
    best = 0
    for option in parent.options:
        shown = [q for q in follow if option.id in (q.shown_when[parent.id].any_of or ())]
        best = max(best, option.need.get(criterion, 0) + sum(attainable(q, criterion) for q in shown))
    return best


def attainable_needs(knowledge: Knowledge) -> dict[str, int]:
    """Per criterion the greatest need over all answers, parents with their follow-ups."""
    top = [q for q in knowledge.questions if not q.shown_when]
    return {c.id: sum(_family(knowledge, q, c.id) for q in top) for c in knowledge.criteria}


def refuse_imbalance(knowledge: Knowledge) -> None:
    """Raise :class:`KnowledgeError` where a criterion lies more than the tolerance below the largest, unexplained."""
    needs = attainable_needs(knowledge)
    least = max(needs.values()) * (1 - knowledge.settings.attainable_tolerance)
    for criterion in knowledge.criteria:
        if needs[criterion.id] < least and not criterion.attainable_note:
            cure = (
                f"its answers can express a need of {needs[criterion.id]}, less than {least:.1f}; "
                "balance the questions or say why in attainable_note"
            )
            raise KnowledgeError("criteria.yaml", criterion.id, cure)
