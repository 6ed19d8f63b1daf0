"""What must hold for the hiring kit, the scorecard and the letter: every fault names file, entry and cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from fcio.knowledge.hiring import Agenda, HiringLine, HiringRules, InterviewQuestion, LetterLine, LetterRules
from fcio.knowledge.scorecard import ScorecardRules, WarningId
from fcio.knowledge.shapes import Cited, Condition
from fcio.knowledge.whole import Knowledge

Fault = tuple[str, str, str]
KIT, ASK, CARD, LETTER = "hiring.yaml", "hiring_questions.yaml", "scorecard.yaml", "letter.yaml"
PER_AREA = 2
NO_MODE = "none"


def _lines(knowledge: Knowledge) -> Iterator[tuple[str, HiringLine]]:
    """File and line of everything that is chosen by role and answers."""
    rules, letter = knowledge.hiring, knowledge.letter
    if rules is not None:
        parts = [line for part in rules.description for line in part.lines]
        groups = (
            rules.agenda.items,
            parts,
            rules.where,
            rules.references,
            rules.work_samples.tasks,
            rules.nobody.texts,
            rules.nobody.steps,
        )
        yield from ((KIT, line) for group in groups for line in group)
    yield from ((ASK, question) for question in knowledge.hiring_questions)
    if letter is not None:
        yield from ((LETTER, line) for line in letter.lines)


def hiring_cited(knowledge: Knowledge) -> Iterator[tuple[str, str, Cited]]:
    """File, entry and citation of everything about hiring that names a source."""
    yield from ((file, line.id, line) for file, line in _lines(knowledge))
    if knowledge.hiring is not None:
        rules = knowledge.hiring
        for part in ("questions", "agenda", "work_samples"):
            yield KIT, part, getattr(rules, part)
    if knowledge.scorecard is not None:
        card = knowledge.scorecard
        yield CARD, "scorecard", card
        yield from ((CARD, warning.id, warning) for warning in card.warnings)
        yield from ((CARD, criterion.id, criterion) for criterion in card.criteria)
    if knowledge.letter is not None:
        yield LETTER, "letter", knowledge.letter


def hiring_conditions(knowledge: Knowledge) -> Iterator[tuple[str, str, Condition]]:
    """File, entry and condition of every line and of every rise of a weight; those without one are none."""
    found = ((file, line.id, one) for file, line in _lines(knowledge) for one in (line.when, line.unless))
    yield from (one for one in found if one[2])
    if knowledge.scorecard is not None:
        yield from ((CARD, c.id, rise.when) for c in knowledge.scorecard.criteria for rise in c.rises)


def hiring_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Every inconsistency of the files about hiring but for sources and conditions."""
    roles = {role.id for role in knowledge.roles}
    modes = {mode.id for mode in knowledge.engagement.modes}
    lines = list(_lines(knowledge))
    for name, count in Counter(line.id for _, line in lines).items():
        if count > 1:
            yield next(file for file, line in lines if line.id == name), name, "this id stands twice; ids are unique"
    for file, line in lines:
        yield from ((file, line.id, f"{unknown} is no role") for unknown in sorted(set(line.roles) - roles))
        named = set((*line.modes, *line.not_modes))
        yield from ((file, line.id, f"{unknown} is no mode") for unknown in sorted(named - modes))
        if line.otherwise and (line.when or line.unless or line.roles or named):
            yield file, line.id, "otherwise stands alone; remove conditions, roles and modes"
    if knowledge.hiring is not None:
        yield from _kit_faults(knowledge, knowledge.hiring)
    for question in knowledge.hiring_questions:
        yield from ((ASK, question.id, cure) for cure in _question_cures(knowledge, question))
    if knowledge.scorecard is not None:
        yield from _card_faults(knowledge, knowledge.scorecard)
    if knowledge.letter is not None:
        yield from _letter_faults(knowledge, knowledge.letter)


def _longest(knowledge: Knowledge, agenda: Agenda) -> int:
    """The minutes that the items but the flexible one take together, for the role and mode that has most of them."""
    pairs = [(role, mode.id) for mode in knowledge.engagement.modes for role in mode.roles]
    return max(
        sum(item.minutes or 0 for item in agenda.items if (not item.roles or role in item.roles) and item.in_mode(mode))
        for role, mode in pairs
    )


def _kit_faults(knowledge: Knowledge, rules: HiringRules) -> Iterator[Fault]:
    agenda = rules.agenda
    timed = {item.id: item.minutes for item in agenda.items}
    if agenda.flexible not in timed:
        yield KIT, "agenda", f"flexible names {agenda.flexible}, which is no item"
    for name, minutes in timed.items():
        if (minutes is None) != (name == agenda.flexible):
            yield KIT, name, "every item but the flexible one has minutes"
    if _longest(knowledge, agenda) > agenda.minutes - agenda.least:
        yield KIT, "agenda", "all items together leave the flexible one less than its least; shorten some"
    count = rules.questions
    if not count.least <= count.usual <= count.most:
        yield KIT, "questions", "least, usual and most must not fall"
    engaged = [role.id for role in knowledge.roles if not role.is_line]
    for role in engaged:
        if not any(not task.roles or role in task.roles for task in rules.work_samples.tasks):
            yield KIT, "work_samples", f"there is no task for {role}; add one"
    for task in rules.work_samples.tasks:
        if task.hours > rules.work_samples.free_hours:
            yield KIT, task.id, "this takes longer than the free hours; shorten it"
    if knowledge.areas:
        asked = Counter(question.area for question in knowledge.hiring_questions)
        for area in knowledge.areas:
            if asked[area.id] != PER_AREA:
                yield ASK, area.id, f"this area has {asked[area.id]} questions; give it {PER_AREA}"


def _question_cures(knowledge: Knowledge, question: InterviewQuestion) -> Iterator[str]:
    if (question.topic == "area") != (question.area is not None):
        yield "an area is named by questions of topic area, and by no other"
    if question.area is not None and question.area not in {area.id for area in knowledge.areas}:
        yield f"{question.area} is no area"
    if question.topic == "answer" and not (question.when or question.roles or question.modes):
        yield "say for which answers, roles or modes it is asked"
    card = knowledge.scorecard
    if card is not None and question.criterion not in {criterion.id for criterion in card.criteria}:
        yield f"{question.criterion} is no criterion of the scorecard"


def _card_faults(knowledge: Knowledge, card: ScorecardRules) -> Iterator[Fault]:
    known = {criterion.id for criterion in knowledge.criteria}
    for criterion in card.criteria:
        for unknown in sorted(set(criterion.follows) - known):
            yield CARD, criterion.id, f"{unknown} is no criterion of the role fit"
    names = [criterion.id for criterion in card.criteria]
    for twice in sorted({name for name in names if names.count(name) > 1}):
        yield CARD, twice, "this id stands twice; ids are unique"
    if not any(criterion.base for criterion in card.criteria):
        yield CARD, "criteria", "every base is 0; give at least one criterion some weight"
    warned = Counter(warning.id for warning in card.warnings)
    for missing in get_args(WarningId):
        if warned[missing] != 1:
            yield CARD, missing, "every warning stands once; add it or remove the second"


def _letter_faults(knowledge: Knowledge, letter: LetterRules) -> Iterator[Fault]:
    texts = {question.id for question in knowledge.questions if question.kind == "text"}
    for part in ("goal_question", "fear_question"):
        if getattr(letter, part) not in texts:
            yield LETTER, part, f"{getattr(letter, part)} is no question of kind text"
    for role in knowledge.roles:
        for part, wanted in (
            ("decisions", letter.decide_now),
            ("postpone", letter.wait),
            ("too_early_decisions", letter.decide_now),
            ("too_early_postpone", letter.wait),
        ):
            for mode in [one.id for one in knowledge.engagement.modes if role.id in one.roles] or [NO_MODE]:
                if _always(getattr(letter, part), role.id, mode) < wanted:
                    who = f"{role.id} ({mode})"
                    yield LETTER, part, f"there are fewer than {wanted} that always hold for {who}; add one"


def _always(lines: tuple[LetterLine, ...], role: str, mode: str) -> int:
    """How many lines stand whatever the answers; one with ``unless`` where another one has its condition."""
    fitting = [x for x in lines if (not x.roles or role in x.roles) and x.in_mode(mode) and not x.over_ceiling]
    stand_ins = [x.when for x in fitting if not x.unless]
    return sum(not line.when and (not line.unless or line.unless in stand_ins) for line in fitting)
