"""What must hold between the files of ``data/``: every fault names file, entry and cure."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.knowledge.consistency_areas import area_cited, area_conditions, area_faults
from fcio.knowledge.consistency_budget import budget_cited, budget_faults
from fcio.knowledge.consistency_choices import choice_conditions, choice_faults
from fcio.knowledge.consistency_hiring import hiring_cited, hiring_conditions, hiring_faults
from fcio.knowledge.consistency_plan import plan_cited, plan_conditions, plan_faults
from fcio.knowledge.consistency_risk import risk_cited, risk_conditions, risk_faults
from fcio.knowledge.figures import Spread
from fcio.knowledge.question_rules import question_cures, test_cures
from fcio.knowledge.refusal import KnowledgeError
from fcio.knowledge.shapes import JUDGEMENT, Cited, Condition
from fcio.knowledge.whole import Knowledge

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
    for question in knowledge.with_derived.questions:
        yield from (("questions.yaml", question.id, cure) for cure in question_cures(knowledge, question))
    yield from _conditions(knowledge)
    yield from _parameters(knowledge)
    yield from _engagement(knowledge)
    yield from _population(knowledge)
    yield from choice_faults(knowledge)
    yield from area_faults(knowledge)
    yield from risk_faults(knowledge)
    yield from budget_faults(knowledge)
    yield from plan_faults(knowledge)
    yield from hiring_faults(knowledge)


def _cited(knowledge: Knowledge) -> Iterator[tuple[str, str, Cited]]:
    k = knowledge
    yield from (("criteria.yaml", c.id, c) for c in k.criteria)
    for role in k.roles:
        yield ("roles.yaml", role.id, role)
        yield from (("roles.yaml", f"{role.id}.strengths.{c}", cell) for c, cell in role.strengths.items())
    yield from (("questions.yaml", q.id, q) for q in k.with_derived.questions)
    yield from (("gates.yaml", g.id, g) for g in k.gates)
    yield from (("complements.yaml", c.id, c) for c in k.complements)
    for p in k.parameters.values():
        yield from (("parameters/rates.yaml", f"{p.id} {day}", spread) for day, spread in p.values.items())
    rules = k.engagement
    yield from (("engagement.yaml", key, rule) for key, rule in rules.workload.items())
    yield from (("engagement.yaml", mode.id, mode) for mode in rules.modes)
    yield from (("engagement.yaml", step.id, step) for step in rules.sequences)
    yield from (("population.yaml", a.id, a) for a in k.population)
    yield from (("tradeoffs.yaml", pair.id, pair) for pair in k.tradeoffs)
    yield from (("conflicts.yaml", conflict.id, conflict) for conflict in k.conflicts)
    yield from area_cited(k)
    yield from risk_cited(k)
    yield from budget_cited(k)
    yield from plan_cited(k)
    yield from hiring_cited(k)


def _citations(knowledge: Knowledge) -> Iterator[Fault]:
    used = set()
    for file, entry, cited in _cited(knowledge):
        used.add(cited.source)
        if cited.source == JUDGEMENT and not cited.note:
            yield file, entry, "source is judgement; add a note that says who judges and why"
        elif cited.source not in (JUDGEMENT, *knowledge.sources):
            yield file, entry, f"source {cited.source} is not in sources.yaml; add it there or correct the id"
    for difference in knowledge.disagreements:
        for unknown in sorted(set(difference.sources) - set(knowledge.sources)):
            yield (
                "disagreements.yaml",
                difference.id,
                f"source {unknown} is not in sources.yaml; add it or correct the id",
            )
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


def _all_conditions(knowledge: Knowledge) -> Iterator[tuple[str, str, Condition]]:
    yield from (("gates.yaml", gate.id, gate.when) for gate in knowledge.gates)
    yield from (("complements.yaml", item.id, item.when) for item in knowledge.complements)
    yield from choice_conditions(knowledge)
    yield from area_conditions(knowledge)
    yield from risk_conditions(knowledge)
    yield from plan_conditions(knowledge)
    yield from hiring_conditions(knowledge)
    rules = knowledge.engagement
    yield from (("engagement.yaml", mode.id, mode.when) for mode in rules.modes)
    yield from (("engagement.yaml", step.id, step.when) for step in rules.sequences)


def _conditions(knowledge: Knowledge) -> Iterator[Fault]:
    by_id = {question.id: question for question in knowledge.questions}
    for file, entry, condition in _all_conditions(knowledge):
        if (not condition and file != "engagement.yaml") or any(not alternative for alternative in condition):
            yield file, entry, "when has an empty alternative; it would always hold"
        for question_id, test in ((q, t) for alternative in condition for q, t in alternative.items()):
            if question_id not in by_id:
                yield file, entry, f"{question_id} is no question"
                continue
            yield from ((file, entry, cure) for cure in test_cures(by_id[question_id], test))


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
    for role in knowledge.roles:
        if not any(role.id in rule.roles and not rule.when and not rule.gate for rule in rules.sequences):
            yield file, role.id, "add a last sequence without a condition for this role"
        always = any(role.id in mode.roles and not mode.when and not mode.gate for mode in rules.modes)
        if rules.modes and not role.is_line and not always:
            yield file, role.id, "add a last mode without a condition for this role"
    yield from _workload(knowledge)


def _workload(knowledge: Knowledge) -> Iterator[Fault]:
    file, rules = "engagement.yaml", knowledge.engagement
    asked = next((q for q in knowledge.questions if q.id == rules.workload_question), None)
    if asked is None and rules.workload:
        yield file, "workload_question", f"{rules.workload_question} is no question"
    options = {option.id for option in asked.options} if asked else set()
    for option, rule in rules.workload.items():
        if asked is not None and option not in options:
            yield file, option, f"{option} is no option of {rules.workload_question}"
        if list(rule.hours) != sorted(rule.hours):
            yield file, option, "hours: low, typical and high must not fall"
    spending = next((q for q in knowledge.questions if q.id == rules.spend_question), None)
    allowed = {option.id for option in spending.options} if spending else set()
    for unknown in sorted(set(rules.spend_ceiling) - allowed):
        yield file, "spend_ceiling", f"{unknown} is no option of {rules.spend_question}"
    for gate in knowledge.gates:
        if gate.mode is not None and gate.mode not in {mode.id for mode in rules.modes}:
            yield "gates.yaml", gate.id, f"{gate.mode} is no mode in engagement.yaml"


def _population(knowledge: Knowledge) -> Iterator[Fault]:
    by_id = {question.id: question for question in knowledge.questions}
    people = by_id.get("headcount")
    least = (people.minimum or 0) if people else 0
    for archetype in knowledge.population:
        low, high = archetype.headcount
        if not least <= low <= high:
            yield "population.yaml", archetype.id, f"headcount must rise from at least {least:g}"
        for question_id, leaning in archetype.answers.items():
            question = by_id.get(question_id)
            options = {o.id for o in question.options} if question else set()
            for unknown in sorted(set(leaning) - options):
                yield "population.yaml", archetype.id, f"{unknown} is no option of {question_id}"
            if question is not None and question.kind == "many":
                yield "population.yaml", archetype.id, f"{question_id} takes many answers; only likelihoods hold there"
            if not sum(leaning.values()):
                yield "population.yaml", archetype.id, f"{question_id} leans to nothing; give a share above 0"
