"""What one question must be in itself and beside its parent; every cure is a clause in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.knowledge.schema import Option, Question
from fcio.knowledge.shapes import OPEN_ANSWERS, Test
from fcio.knowledge.whole import Knowledge


def question_cures(knowledge: Knowledge, q: Question) -> Iterator[str]:
    """Everything that is wrong with a question."""
    if q.section not in {section.id for section in knowledge.sections}:
        yield f"section {q.section} is not in sections.yaml"
    yield from _kind_cures(q)
    yield from _option_cures(knowledge, q)
    yield from _parent_cures(knowledge, q)
    yield from _derived_cures(knowledge, q)


def _kind_cures(q: Question) -> Iterator[str]:
    ids = [option.id for option in q.options]
    if len(set(ids)) < len(ids):
        yield "an option id stands twice; make the ids unique"
    if q.kind in ("text", "range"):
        if q.options:
            yield f"a {q.kind} question has no options"
        return
    if len(q.options) < 2:
        yield "give at least two options"
    if q.kind == "many" and (sum(o.none for o in q.options) != 1 or len(q.options) > 7):
        yield "a many question has at most six options and exactly one with none: true"
    if q.kind != "many" and any(option.none for option in q.options):
        yield "none: true belongs to many questions only"
    if q.kind == "number":
        edges = [option.at_least for option in q.options]
        known = [edge for edge in edges if edge is not None]
        if len(known) < len(edges) or known != sorted(set(known)) or known[0] != q.minimum:
            yield "every band needs at_least, rising, the first equal to minimum"
        if q.minimum is None or q.maximum is None or q.minimum >= q.maximum or q.unit is None:
            yield "give minimum below maximum, and a unit"


def _option_cures(knowledge: Knowledge, q: Question) -> Iterator[str]:
    opposite = {c.id: c.opposite for c in knowledge.criteria}
    carried: set[str] = set()
    for option in q.options:
        if option.id in OPEN_ANSWERS:
            yield f"option {option.id} is offered everywhere by the app; remove it"
        if option.need and option.none:
            yield f"option {option.id} stands for nothing ticked; it carries no need"
        if option.need and not option.says:
            yield f"option {option.id} has needs; add says, the reason in words"
        for criterion in option.need:
            if criterion not in opposite:
                yield f"option {option.id} needs {criterion}, which is no criterion"
            elif opposite[criterion] in option.need:
                yield f"option {option.id} counts one fact for two opposites; keep one of them"
        carried |= set(option.need)
    if not q.opposites_note and any(opposite.get(c) in carried for c in carried):
        yield "its options carry opposite criteria; say why in opposites_note"
    if any(option.likelihood for option in q.options) and not q.likelihood_note:
        yield "likelihoods are judgement; say whose in likelihood_note"


def _parent_cures(knowledge: Knowledge, q: Question) -> Iterator[str]:
    if len(q.shown_when) > 1:
        yield "shown_when names one parent question only"
    for parent_id, test in q.shown_when.items():
        parent = next((other for other in knowledge.questions if other.id == parent_id), None)
        if parent is None:
            yield f"shown_when names {parent_id}, which is no question"
            continue
        if parent.shown_when:
            yield f"its parent {parent_id} is itself conditional; one level only"
        if q.kind == "many" or parent.kind in ("text", "range"):
            yield "a follow-up cannot be of kind many, nor follow a text or a range"
        yield from test_cures(parent, test)


def _derived_cures(knowledge: Knowledge, q: Question) -> Iterator[str]:
    if q.derived is None:
        return
    for unknown in sorted(set(q.derived.areas) - {area.id for area in knowledge.areas}):
        yield f"{unknown} is no area; correct it or add it to areas.yaml"
    edges = [option.at_least for option in q.options]
    known = [edge for edge in edges if edge is not None]
    if q.kind != "scale" or len(known) < len(edges) or known != sorted(set(known)) or known[:1] != [0]:
        yield "a derived question is a scale; every option needs at_least, rising from 0, in levels short of target"
    if q.options and q.options[0].need:
        yield "the first option of a derived question means no gap; it carries no need"
    if q.core or q.shown_when:
        yield "a derived question is never asked; remove core and shown_when"


def test_cures(question: Question, test: Test) -> Iterator[str]:
    """Everything that is wrong with a test of this question's answer."""
    ids = {option.id for option in question.options}
    if test.any_of is None and test.at_least is None and test.below is None:
        yield f"the test of {question.id} is empty; give any_of, at_least or below"
    for unknown in sorted(set(test.any_of or ()) - ids):
        yield f"{unknown} is no option of {question.id}; its options are {', '.join(sorted(ids))}"
    edges = {option.at_least for option in question.options}
    for edge in (test.at_least, test.below):
        if edge is not None and (question.kind != "number" or edge not in edges):
            yield f"{edge:g} must be the lower edge of a band of {question.id}"
    passing = {option.id for option in question.options if _passes(option, test)}
    if ids and passing == ids:
        yield f"every option of {question.id} passes; the condition is never false"
    if not passing:
        yield f"no option of {question.id} passes; the condition never holds"


def _passes(option: Option, test: Test) -> bool:
    if test.any_of is not None:
        return option.id in test.any_of
    edge = option.at_least or 0.0
    return (test.at_least is None or edge >= test.at_least) and (test.below is None or edge < test.below)
