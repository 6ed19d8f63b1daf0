"""What to do next, in words: what the first month is for, and when, how long, with whom and why of each line."""

from __future__ import annotations

from collections.abc import Iterable

from fcio.knowledge.plan import PlanLayout
from fcio.knowledge.plan_words import Term
from fcio.knowledge.whole import Knowledge
from fcio.model.engagement import Engagement, Span
from fcio.model.plan.glossary import terms_in
from fcio.model.plan.result import GATE, OVER, OWN, Because, Line, Plan
from fcio.report.hiring_words import listed, source_name
from fcio.report.numbers import counted, money

LEADER, OWNER, INSIDE = "leader", "owner", "inside"
WHY_SHOWN = 3
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


def headline(knowledge: Knowledge, plan: Plan) -> str:
    """What the first month is for."""
    return f"The first month is for {layout(knowledge).first_month[plan.role]}"


def leader_name(knowledge: Knowledge, plan: Plan, engagement: Engagement) -> str:
    """What the leader is called in a sentence."""
    found, usual = layout(knowledge), layout(knowledge).leader_names[plan.role]
    return usual if knowledge.role(plan.role).is_line else found.mode_names.get(engagement.mode, usual)


def first_month_sentence(plan: Plan, leader: str) -> str:
    """How much there is to do in the first month, and how many hours that takes."""
    first = plan.months[1]
    lines = [line for line in plan.lines if line.first_day is not None and 1 <= line.first_day <= plan.phases[1].last_day]
    what = f"{counted(len(lines), 'thing').capitalize()} to do in it"
    hours = [f"{first.total.typical:.0f} hours of {leader}"] if first.total.typical else []
    hours += [f"{first.inside:.0f} hours of your own people"] if first.inside else []
    return f"{what}{f', about {listed(hours)}' if hours else ''}."


def extra_sentence(plan: Plan) -> str:
    """That the start takes more hours than the engagement holds; empty where it does not."""
    if not plan.extra_hours:
        return ""
    return (
        f"The start takes about {plan.extra_hours:.0f} hours more than the engagement holds: agree on them, or take "
        "longer for the groundwork."
    )


def _months_text(months: tuple[int, ...]) -> str:
    first, last = months[0], months[-1]
    if len(months) > 1 and months == tuple(range(first, last + 1)):
        return f"each month from {first} to {last}"
    return f"month {', '.join(map(str, months))}"


def when_text(line: Line) -> str:
    """When a line is done, in days before or after the start, or in months."""
    if line.months:
        return _months_text(line.months)
    if line.first_day is None:
        return "first of all" if line.kind == GATE else ""
    if line.first_day < 0:
        return f"{-line.first_day} to {-(line.last_day or 0)} days before"
    return f"day {line.first_day} to {line.last_day}"


def hours_text(hours: Span | None) -> str:
    """Hours with their spread; empty where nobody said.

    >>> hours_text(Span(1, 2, 4)), hours_text(Span(1, 1, 1)), hours_text(None)
    ('2 hours (1 to 4)', '1 hour', '')
    """
    if hours is None:
        return ""
    typical = f"{hours.typical:.3g} hour{'' if hours.typical == 1 else 's'}"
    return typical if hours.low == hours.high else f"{typical} ({hours.low:.3g} to {hours.high:.3g})"


def doer(line: Line, leader: str) -> str:
    """Whose hours they are."""
    return {LEADER: leader, OWNER: "you as the owner", INSIDE: "your own people"}[line.done_by]


def quiet_line(line: Line, leader: str) -> str:
    """When, how many hours, and whose."""
    hours = hours_text(line.hours)
    parts = [when_text(line), f"{hours} of {doer(line, leader)}" if hours else doer(line, leader)]
    parts += [f"costs about {money(line.cost)}"] if line.cost else []
    return ", ".join(filter(None, parts))


def table_sentence(knowledge: Knowledge, line: Line, leader: str) -> str:
    """Who sits at the table."""
    names = {person.id: person.name for person in layout(knowledge).people}
    return f"At the table: {listed([names[one].format(leader=leader) for one in line.attend])}." if line.attend else ""


def why_sentence(because: Iterable[Because]) -> str:
    """Why something is there, the first reasons first."""
    return f"Because: {'; '.join(list(dict.fromkeys(one.text for one in because))[:WHY_SHOWN])}."


def changed_sentence(changed: tuple[str, ...]) -> str:
    """What of a line the client changed; empty where it is ours."""
    return f"Your own {listed(list(changed))}." if changed else ""


def below_line(knowledge: Knowledge, line: Line, leader: str) -> str:
    """What comes out of a line, who is there, why it is there, and where it comes from."""
    result = f"What you have then: {line.deliverable[0].lower()}{line.deliverable[1:]}." if line.deliverable else ""
    parts = (result, table_sentence(knowledge, line, leader), why_sentence(line.because), changed_sentence(line.changed))
    return " ".join(filter(None, (*parts, origin(knowledge, line.source))))


def origin(knowledge: Knowledge, source: str) -> str:
    """Where a line comes from."""
    return "" if source == "client" else f"From: {source_name(knowledge, source)}."


def title_of(line: Line) -> str:
    """The short name of a line; a must and a line of the client's own have their text."""
    return line.text if line.kind in (GATE, OWN) else line.title


def phase_title(plan: Plan, phase: str) -> str:
    """A phase with how much is in it."""
    found = next(one for one in plan.phases if one.id == phase)
    return f"{found.title}: {counted(len(plan.of_phase(phase)), 'thing')} to do"


def months_sentence(plan: Plan) -> str:
    """Which months take more than the engagement holds."""
    over = [str(month.month) for month in plan.months if month.verdict == OVER and month.month]
    if not over:
        return ""
    return f"{'Month' if len(over) == 1 else 'Months'} {listed(over)} take{'s' if len(over) == 1 else ''} more than that."


def terms_used(knowledge: Knowledge, plan: Plan) -> tuple[Term, ...]:
    """The terms of the glossary that this plan uses."""
    texts = [f"{line.title} {line.text} {line.deliverable}" for line in plan.lines]
    texts += [clause.text for clause in plan.clauses]
    return terms_in(knowledge, "\n".join(texts))
