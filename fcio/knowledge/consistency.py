"""What must hold between the files of ``data/``: every fault names file, entry and cure."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.knowledge.refusal import KnowledgeError
from fcio.knowledge.schema import (
    JUDGEMENT,
    OPEN_ANSWERS,
    Cited,
    Condition,
    Knowledge,
    Question,
    Spread,
    Test,
)

Fault = tuple[str, str, str]
"""File, entry, cure."""


def refuse_inconsistency(knowledge: Knowledge) -> None:
    """Raise :class:`KnowledgeError` for the first fault; return when there is none."""
    for fault in faults(knowledge):
        raise KnowledgeError(*fault)


def faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Every inconsistency between the files, in file order."""
    yield from _citations(knowledge)
    yield from _strengths(knowledge)
    yield from _criteria(knowledge)
    for question in knowledge.questions:
        yield from _question(knowledge, question)
    yield from _conditions(knowledge)
    yield from _parameters(knowledge)
    yield from _engagement(knowledge)
    yield from _population(knowledge)


def _cited(knowledge: Knowledge) -> Iterator[tuple[str, str, Cited]]:
    k = knowledge
    yield from (("criteria.yaml", c.id, c) for c in k.criteria)
    for role in k.roles:
        yield ("roles.yaml", role.id, role)
        yield from (("roles.yaml", f"{role.id}.strengths.{c}", cell) for c, cell in role.strengths.items())
    yield from (("questions.yaml", q.id, q) for q in k.questions)
    yield from (("gates.yaml", g.id, g) for g in k.gates)
    yield from (("complements.yaml", c.id, c) for c in k.complements)
    for p in k.parameters.values():
        yield from (("parameters/rates.yaml", f"{p.id} {day}", spread) for day, spread in p.values.items())
    rules = k.engagement
    yield from (("engagement.yaml", key, rule) for key, rule in rules.workload.items())
    yield from (("engagement.yaml", mode.id, mode) for mode in rules.modes)
    yield from (("engagement.yaml", step.id, step) for step in rules.sequences)
    yield from (("population.yaml", a.id, a) for a in k.population)


def _citations(knowledge: Knowledge) -> Iterator[Fault]:
    used = set()
    for file, entry, cited in _cited(knowledge):
        used.add(cited.source)
        if cited.source == JUDGEMENT and not cited.note:
            yield file, entry, "source is judgement; add a note that says who judges and why"
        elif cited.source not in (JUDGEMENT, *knowledge.sources):
            yield file, entry, f"source {cited.source} is not in sources.yaml; add it there or correct the id"
    for unused in sorted(set(knowledge.sources) - used):
        yield "sources.yaml", unused, "nobody cites this source; cite it or remove it"
    for source in knowledge.sources.values():
        if source.date is None and not source.date_note:
            yield "sources.yaml", source.id, "give a date, or a date_note that says it is undated"


def _strengths(knowledge: Knowledge) -> Iterator[Fault]:
    criteria = {criterion.id for criterion in knowledge.criteria}
    for role in knowledge.roles:
        for missing in sorted(criteria - set(role.strengths)):
            yield "roles.yaml", role.id, f"strength on {missing} is missing; add it with a source"
        for unknown in sorted(set(role.strengths) - criteria):
            yield "roles.yaml", role.id, f"{unknown} is no criterion; remove it or add it to criteria.yaml"
        if role.base and not role.is_line:
            yield "roles.yaml", role.id, "base is for the line (is_line) only; set it to 0"


def _criteria(knowledge: Knowledge) -> Iterator[Fault]:
    by_id = {criterion.id: criterion for criterion in knowledge.criteria}
    for criterion in knowledge.criteria:
        if criterion.opposite is not None:
            other = by_id.get(criterion.opposite)
            if other is None or other.opposite != criterion.id:
                yield "criteria.yaml", criterion.id, "its opposite must exist and name it back"


def _question(knowledge: Knowledge, q: Question) -> Iterator[Fault]:
    file = "questions.yaml"
    if q.section not in {section.id for section in knowledge.sections}:
        yield file, q.id, f"section {q.section} is not in sections.yaml"
    yield from ((file, q.id, cure) for cure in _kind_cures(q))
    yield from ((file, q.id, cure) for cure in _option_cures(knowledge, q))
    yield from ((file, q.id, cure) for cure in _parent_cures(knowledge, q))


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
        if None in edges or edges != sorted(edges, key=lambda edge: edge or 0) or edges[0] != q.minimum:
            yield "every band needs at_least, rising, the first equal to minimum"
        if q.minimum is None or q.maximum is None or q.minimum >= q.maximum or q.unit is None:
            yield "give minimum below maximum, and a unit"


def _option_cures(knowledge: Knowledge, q: Question) -> Iterator[str]:
    opposite = {c.id: c.opposite for c in knowledge.criteria}
    carried: set[str] = set()
    for option in q.options:
        if option.id in OPEN_ANSWERS:
            yield f"option {option.id} is offered everywhere by the app; remove it"
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
        yield from _test_cures(parent, test)


def _test_cures(question: Question, test: Test) -> Iterator[str]:
    ids = {option.id for option in question.options}
    if test.any_of is None and test.at_least is None and test.below is None:
        yield f"the test of {question.id} is empty; give any_of, at_least or below"
    for unknown in sorted(set(test.any_of or ()) - ids):
        yield f"{unknown} is no option of {question.id}; its options are {', '.join(sorted(ids))}"
    edges = {option.at_least for option in question.options}
    for edge in (test.at_least, test.below):
        if edge is not None and (question.kind != "number" or edge not in edges):
            yield f"{edge:g} must be the lower edge of a band of {question.id}"
    if test.any_of is not None and set(test.any_of) == ids:
        yield f"every option of {question.id} passes; the condition is never false"


def _all_conditions(knowledge: Knowledge) -> Iterator[tuple[str, str, Condition]]:
    yield from (("gates.yaml", gate.id, gate.when) for gate in knowledge.gates)
    yield from (("complements.yaml", item.id, item.when) for item in knowledge.complements)
    rules = knowledge.engagement
    yield from (("engagement.yaml", mode.id, mode.when) for mode in rules.modes)
    yield from (("engagement.yaml", step.id, step.when) for step in rules.sequences)


def _conditions(knowledge: Knowledge) -> Iterator[Fault]:
    by_id = {question.id: question for question in knowledge.questions}
    for file, entry, condition in _all_conditions(knowledge):
        if not condition and file != "engagement.yaml":
            yield file, entry, "when is empty; it would always hold"
        for question_id, test in ((q, t) for alternative in condition for q, t in alternative.items()):
            if question_id not in by_id:
                yield file, entry, f"{question_id} is no question"
                continue
            yield from ((file, entry, cure) for cure in _test_cures(by_id[question_id], test))


def _parameters(knowledge: Knowledge) -> Iterator[Fault]:
    file = "parameters/rates.yaml"
    for p in knowledge.parameters.values():
        if not p.values:
            yield file, p.id, "give at least one dated value"
        for day, spread in p.values.items():
            if not _rising(spread):
                yield file, f"{p.id} {day}", "low, typical and high must not fall"
            if spread.grade is None:
                yield file, f"{p.id} {day}", "give the grade A, B or C of what it rests on"


def _rising(spread: Spread) -> bool:
    return spread.low <= spread.typical <= spread.high


def _engagement(knowledge: Knowledge) -> Iterator[Fault]:
    file, rules = "engagement.yaml", knowledge.engagement
    roles = {role.id for role in knowledge.roles}
    for mode in rules.modes:
        ids = (mode.rate, mode.fee_band, mode.hours_per_month, mode.load, mode.search_fee, mode.duration_months)
        for parameter in [*(i for i in ids if i), rules.rate_check.get(mode.id, "")]:
            if parameter not in knowledge.parameters:
                yield file, mode.id, f"{parameter or 'its rate_check'} is no parameter in parameters/rates.yaml"
        if mode.gate is not None and mode.gate not in {gate.id for gate in knowledge.gates}:
            yield file, mode.id, f"{mode.gate} is no gate"
    named = [(mode.id, mode.roles) for mode in rules.modes] + [(step.id, step.roles) for step in rules.sequences]
    for entry, engaged in named:
        for unknown in sorted(set(engaged) - roles):
            yield file, entry, f"{unknown} is no role"
    for role in sorted(roles):
        if not any(role in rule.roles and not rule.when for rule in rules.sequences):
            yield file, role, "add a last sequence without a condition for this role"


def _population(knowledge: Knowledge) -> Iterator[Fault]:
    by_id = {question.id: question for question in knowledge.questions}
    for archetype in knowledge.population:
        for question_id, leaning in archetype.answers.items():
            options = {o.id for o in by_id[question_id].options} if question_id in by_id else set()
            for unknown in sorted(set(leaning) - options):
                yield "population.yaml", archetype.id, f"{unknown} is no option of {question_id}"
