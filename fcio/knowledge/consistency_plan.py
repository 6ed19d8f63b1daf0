"""What must hold in the files of the plan: ids exist, days lie in their phase, texts have no unknown blank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import Formatter

from fcio.knowledge.plan import Activity, PlanLayout
from fcio.knowledge.plan_mandate import Clause
from fcio.knowledge.plan_responsibilities import LEADER, Duty, DutyGroup, DutyRule, Responsibilities
from fcio.knowledge.shapes import JUDGEMENT, Cited, Condition
from fcio.knowledge.whole import Knowledge

PLAN, ACTIVITIES, MANDATE = "plan.yaml", "activities.yaml", "mandate.yaml"
DUTIES, GLOSSARY = "responsibilities.yaml", "glossary.yaml"
IN_ACTIVITIES = ("leader", "leader_cap", "risk", "area", "first_step", "open_answers")
IN_CLAUSES = ("client", "leader", "leader_cap", "goal", "hours", "term", "notice", "review", "amount")
Fault = tuple[str, str, str]


def plan_cited(knowledge: Knowledge) -> Iterator[tuple[str, str, Cited]]:
    """Every entry of these files that names a source."""
    duties = knowledge.responsibilities.duties if knowledge.responsibilities else ()
    if knowledge.plan:
        yield PLAN, "lead", knowledge.plan.lead
    yield from ((ACTIVITIES, activity.id, activity) for activity in knowledge.activities)
    yield from ((MANDATE, clause.id, clause) for clause in knowledge.mandate)
    yield from ((DUTIES, duty.id, duty) for duty in duties)
    yield from ((GLOSSARY, term.id, term) for term in knowledge.glossary)


def plan_conditions(knowledge: Knowledge) -> Iterator[tuple[str, str, Condition]]:
    """Every condition on answers in these files: file, entry, condition; those left out are none."""
    found: list[tuple[str, str, Condition]] = []
    for activity in knowledge.activities:
        found += [(ACTIVITIES, activity.id, activity.when), (ACTIVITIES, activity.id, activity.unless)]
    for clause in knowledge.mandate:
        found += [(MANDATE, clause.id, clause.when), (MANDATE, clause.id, clause.unless)]
    if knowledge.plan:
        found += [(PLAN, person.id, person.when) for person in knowledge.plan.people]
    if knowledge.responsibilities:
        places: tuple[DutyGroup | Duty, ...] = (*knowledge.responsibilities.groups, *knowledge.responsibilities.duties)
        for place in places:
            rules = (*place.today, *place.would)
            found += [(DUTIES, place.id, condition) for rule in rules for condition in (rule.when, rule.unless)]
            found.append((DUTIES, place.id, place.when))
        found += [(DUTIES, duty.id, duty.nobody_when) for duty in knowledge.responsibilities.duties]
    yield from (one for one in found if one[2])


def plan_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Every inconsistency of these files; none where there is no plan."""
    yield from _glossary(knowledge)
    if knowledge.plan is None:
        return
    yield from _layout(knowledge, knowledge.plan)
    yield from _ids(knowledge)
    for activity in knowledge.activities:
        yield from ((ACTIVITIES, activity.id, cure) for cure in _activity(knowledge, knowledge.plan, activity))
    for clause in knowledge.mandate:
        yield from _unknown(MANDATE, clause.id, clause.roles, _roles(knowledge), "role")
        yield from _unknown(MANDATE, clause.id, _modes_of(clause), _modes(knowledge), "mode")
        yield from _blanks(MANDATE, clause.id, clause.text, IN_CLAUSES)
        if ("{amount}" in clause.text) != (clause.amount is not None):
            yield MANDATE, clause.id, "{amount} in the text and amount go together; give both or neither"
    if knowledge.responsibilities is not None:
        yield from _responsibilities(knowledge, knowledge.responsibilities)


def _roles(knowledge: Knowledge) -> set[str]:
    return {role.id for role in knowledge.roles}


def _modes(knowledge: Knowledge) -> set[str]:
    return {mode.id for mode in knowledge.engagement.modes}


def _modes_of(entry: Activity | Clause) -> tuple[str, ...]:
    return (*entry.modes, *entry.not_modes)


def _unknown(file: str, entry: str, named: Iterable[str], known: set[str], what: str) -> Iterator[Fault]:
    yield from ((file, entry, f"{one} is no {what}; correct it or add it") for one in sorted(set(named) - known))


def _blanks(file: str, entry: str, text: str, known: tuple[str, ...]) -> Iterator[Fault]:
    try:
        blanks = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        yield file, entry, "a brace in the text stands alone; close it or remove it"
        return
    for blank in sorted(blanks - set(known)):
        yield file, entry, f"{{{blank}}} is no blank that can be filled; the blanks are {', '.join(known)}"


def _layout(knowledge: Knowledge, layout: PlanLayout) -> Iterator[Fault]:
    asked = next((q for q in knowledge.questions if q.id == layout.size_question), None)
    bands = {option.id for option in asked.options} if asked else set()
    for table in ("hours_by_size", "decision_limit_usd", "second_offer_usd"):
        if set(getattr(layout, table)) != bands:
            yield PLAN, table, f"give one figure for each band of {layout.size_question}, and no other"
    if layout.usual_size not in bands:
        yield PLAN, "usual_size", f"{layout.usual_size} is no band of {layout.size_question}"
    for table in ("leader_names", "role_parties"):
        if set(getattr(layout, table)) != _roles(knowledge):
            yield PLAN, table, "name every role once, and no other"
    yield from _unknown(PLAN, "mode_names", layout.mode_names, _modes(knowledge), "mode")
    yield from _lead(knowledge, layout)
    monthly = {activity.id for activity in knowledge.activities if activity.months is not None}
    yield from _unknown(PLAN, "handovers", layout.handovers, monthly, "activity with months")
    phases = {phase.id for phase in layout.phases}
    yield from _unknown(PLAN, "first_steps_phases", layout.first_steps_phases, phases, "phase")
    for phase in layout.phases:
        if phase.first_day > phase.last_day:
            yield PLAN, phase.id, "first_day must not be after last_day"
    if knowledge.responsibilities is not None:
        parties = {party.id for party in knowledge.responsibilities.parties}
        yield from _unknown(PLAN, "role_parties", layout.role_parties.values(), parties, "party")


def _lead(knowledge: Knowledge, layout: PlanLayout) -> Iterator[Fault]:
    lead = layout.lead
    asked = next((q for q in knowledge.questions if q.id == lead.question), None)
    if asked is None:
        yield PLAN, "lead", f"{lead.question} is no question; correct it or add it"
    else:
        yield from _unknown(PLAN, "lead", lead.days, {option.id for option in asked.options}, f"option of {asked.id}")
    yield from _unknown(PLAN, "lead", lead.not_modes, _modes(knowledge), "mode")


def _ids(knowledge: Knowledge) -> Iterator[Fault]:
    """A client's changes name a line by its id alone, so no id may stand in two files."""
    seen = {initiative.id: "initiatives.yaml" for initiative in knowledge.initiatives}
    named = [(ACTIVITIES, activity.id) for activity in knowledge.activities]
    for file, entry in [*named, *((MANDATE, clause.id) for clause in knowledge.mandate)]:
        if entry in seen:
            yield file, entry, f"{seen[entry]} has this id as well; give it another one"
        seen[entry] = file


def _activity(knowledge: Knowledge, layout: PlanLayout, activity: Activity) -> Iterator[str]:
    phases = {phase.id: phase for phase in layout.phases}
    people = {person.id for person in layout.people}
    yield from (cure for _, _, cure in _unknown("", "", activity.roles, _roles(knowledge), "role"))
    yield from (cure for _, _, cure in _unknown("", "", _modes_of(activity), _modes(knowledge), "mode"))
    yield from (cure for _, _, cure in _unknown("", "", activity.not_gates, {g.id for g in knowledge.gates}, "must"))
    yield from (cure for _, _, cure in _unknown("", "", activity.attend, people, "person of plan.yaml"))
    for text in (activity.title, activity.text, activity.deliverable):
        yield from (cure for _, _, cure in _blanks("", "", text, IN_ACTIVITIES))
    if activity.hours_source not in (JUDGEMENT, *knowledge.sources):
        yield f"hours_source {activity.hours_source} is not in sources.yaml; add it or correct the id"
    if not activity.hours.low <= activity.hours.typical <= activity.hours.high:
        yield "hours: low, typical and high must not fall"
    if (activity.days is None) == (activity.months is None):
        yield "give days or months, one of the two"
    if activity.months is not None and activity.months.first > activity.months.last:
        yield "months: first must not be after last"
    if activity.phase not in phases:
        yield f"{activity.phase} is no phase of plan.yaml; correct it or add it"
    elif activity.days is not None:
        phase, days = phases[activity.phase], activity.days
        if not phase.first_day <= days.first <= days.last <= phase.last_day:
            yield f"days must rise and lie in the phase {phase.id}, {phase.first_day} to {phase.last_day}"


def _responsibilities(knowledge: Knowledge, found: Responsibilities) -> Iterator[Fault]:
    groups = {group.id for group in found.groups}
    areas = {area.id for area in knowledge.areas}
    indicators = {indicator.id for area in knowledge.areas for indicator in area.indicators}
    for group in found.groups:
        yield from _rules(knowledge, found, group.id, (*group.today, *group.would))
    for duty in found.duties:
        yield from _unknown(DUTIES, duty.id, [duty.group], groups, "group")
        yield from _unknown(DUTIES, duty.id, [duty.area] if duty.area else [], areas, "area")
        yield from _unknown(DUTIES, duty.id, [duty.indicator] if duty.indicator else [], indicators, "indicator")
        yield from _rules(knowledge, found, duty.id, (*duty.today, *duty.would))
    kinds = (
        ("group", [group.id for group in found.groups]),
        ("party", [party.id for party in found.parties]),
        ("duty", [duty.id for duty in found.duties]),
    )
    ids = [f"{kind} {one}" for kind, named in kinds for one in named]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        yield DUTIES, twice, "this id stands twice; ids are unique"


def _rules(knowledge: Knowledge, found: Responsibilities, entry: str, rules: tuple[DutyRule, ...]) -> Iterator[Fault]:
    parties = {LEADER, *(party.id for party in found.parties)}
    for rule in rules:
        yield from _unknown(DUTIES, entry, [rule.party], parties, "party")
        yield from _unknown(DUTIES, entry, rule.roles, _roles(knowledge), "role")


def _glossary(knowledge: Knowledge) -> Iterator[Fault]:
    differences = {difference.id for difference in knowledge.disagreements}
    said: dict[str, str] = {}
    for term in knowledge.glossary:
        yield from _unknown(GLOSSARY, term.id, [term.role] if term.role else [], _roles(knowledge), "role")
        if term.disagreement is not None and term.disagreement not in differences:
            yield GLOSSARY, term.id, f"{term.disagreement} is not in disagreements.yaml; correct it or add it"
        for word in term.also:
            other = said.setdefault(word.lower(), term.id)
            if other != term.id:
                yield GLOSSARY, term.id, f"{word} is recognised as {other} already; keep it with one of them"
