"""The lines of a plan in words: when, how long, with whom and why of each line."""

from __future__ import annotations

from collections.abc import Iterable

from fcio.knowledge.plan import PlanLayout
from fcio.knowledge.shapes import JUDGEMENT
from fcio.knowledge.whole import Knowledge
from fcio.model.engagement import Span
from fcio.model.lowered import lowered
from fcio.model.plan.result import (
    ANSWER,
    BY_HAND,
    FINDING,
    GATE,
    OWN,
    ROLE,
    RULE,
    Because,
    ClauseLine,
    Line,
    Plan,
)
from fcio.report.hiring_words import listed, source_name
from fcio.report.numbers import counted, money

LEADER, OWNER, INSIDE = "leader", "owner", "inside"
LONGEST_TITLE = 90
OUR_JUDGEMENT = "Our judgement"
PART_TITLES = {
    "purpose": "What it is for",
    "decisions": "Who decides what",
    "deliverables": "What you receive",
    "exclusions": "What is not part of it",
    "term": "Time, fee and notice",
    "confidentiality": "What stays between you",
    "independence": "Whose interest is served",
    "handover": "How it ends",
}


def layout(knowledge: Knowledge) -> PlanLayout:
    """How a plan is laid out; ValueError where the knowledge has none."""
    if knowledge.plan is None:
        raise ValueError("this knowledge has no plan; load it from data/")
    return knowledge.plan


def _months_text(months: tuple[int, ...]) -> str:
    first, last = months[0], months[-1]
    if len(months) > 1 and months == tuple(range(first, last + 1)):
        return f"each month from {first} to {last}"
    return f"month{'s' if len(months) > 1 else ''} {listed([str(month) for month in months])}"


def when_text(line: Line) -> str:
    """When a line is done, in days before or after the start, or in months."""
    if line.months:
        return _months_text(line.months)
    if line.first_day is None:
        return "first of all" if line.kind == GATE else ""
    if line.first_day == line.last_day and line.first_day < 0:
        return f"{counted(-line.first_day, 'day')} before the start"
    if line.first_day < 0:
        return f"{-line.first_day} to {-(line.last_day or 0)} days before the start"
    return f"day {line.first_day} to {line.last_day}"


def told_hours(hours: float) -> str:
    """Hours as they are told, in halves.

    >>> told_hours(3.33), told_hours(4.0), told_hours(0.1)
    ('3.5', '4', '0.5')
    """
    halves = max(round(2 * hours) / 2, 0.5) if hours else 0.0
    return f"{halves:,.1f}".removesuffix(".0")


def hours_text(hours: Span | None) -> str:
    """Hours with their spread; empty where nobody said.

    >>> hours_text(Span(1, 2, 4)), hours_text(Span(1, 1, 1)), hours_text(None)
    ('2 hours (1 to 4)', '1 hour', '')
    """
    if hours is None:
        return ""
    low, typical, high = (told_hours(end) for end in (hours.low, hours.typical, hours.high))
    text = f"{typical} hour{'' if typical == '1' else 's'}"
    return text if low == high else f"{text} ({low} to {high})"


def quiet_line(line: Line, leader: str) -> str:
    """When, how many hours, and whose."""
    hours = hours_text(line.hours)
    doer = {LEADER: leader, OWNER: "your own time" if hours else "you as the owner", INSIDE: "your own people"}
    who = doer[line.done_by]
    parts = [when_text(line), f"{hours} of {who}" if hours else who]
    parts += [f"about {money(line.cost)}"] if line.cost else []
    return ", ".join(filter(None, parts))


def table_sentence(knowledge: Knowledge, line: Line, leader: str) -> str:
    """Who sits at the table."""
    names = {person.id: person.name for person in layout(knowledge).people}
    return f"At the table: {listed([names[one].format(leader=leader) for one in line.attend])}." if line.attend else ""


def changed_sentence(changed: tuple[str, ...]) -> str:
    """What of a line the client changed; empty where it is ours."""
    return f"Yours: the {listed(list(changed))}." if changed else ""


def origin(knowledge: Knowledge, source: str, note: str | None) -> str:
    """Where a line comes from, with what is judgement in it; empty for the client's own."""
    if source == "client":
        return ""
    if source == JUDGEMENT and note and note.startswith(OUR_JUDGEMENT):
        return note
    name = source_name(knowledge, source)
    return " ".join(filter(None, (f"From: {name}{'' if name[-1] in '.?!' else '.'}", note)))


def title_of(line: Line) -> str:
    """The short name of a line; a must and a line of the client's own have the beginning of their text."""
    if line.kind not in (GATE, OWN):
        return line.title
    first = " ".join(line.text.split())
    return first if len(first) <= LONGEST_TITLE else f"{first[:LONGEST_TITLE].rsplit(' ', 1)[0]} \u2026"


def phase_title(plan: Plan, phase: str) -> str:
    """A phase with how much is in it."""
    found = next(one for one in plan.phases if one.id == phase)
    return f"{found.title}: {counted(len(plan.of_phase(phase)), 'thing')} to do"


KIND_NAMES = {ROLE: "The role", FINDING: "What we found", RULE: "Why it is usual", BY_HAND: "By your hand"}


def reason_lines(knowledge: Knowledge, because: Iterable[Because]) -> tuple[str, ...]:
    """Each reason with where it comes from: an answer with its question, a finding, the role, a rule, the client."""
    labels = {question.id: question.label for question in knowledge.with_derived.questions}
    return tuple(
        f"{f'Your answer on {lowered(labels[one.id])}' if one.kind == ANSWER else KIND_NAMES[one.kind]}: {one.text}."
        for one in dict.fromkeys(because)
    )


def text_of(plan: Plan) -> str:
    """All texts of a plan in one, to look for words in."""
    texts = [f"{line.title} {line.text} {line.deliverable}" for line in plan.lines]
    return "\n".join([*texts, *(clause.text for clause in plan.clauses)])


def clause_title(clause: ClauseLine) -> str:
    """A clause by its heading and the beginning of its text, since headings may be alike."""
    first = " ".join(clause.text.split())[:LONGEST_TITLE].rsplit(" ", 1)[0]
    return f"{clause.heading}: {first} \u2026"


def deliverable_sentence(line: Line) -> str:
    """What there is once a line is done; empty where nothing is named."""
    return f"What you have then: {lowered(line.deliverable).rstrip('.')}." if line.deliverable else ""
