"""Who does what, in words: who leads each duty today and who would, what nobody does and what is done twice."""

from __future__ import annotations

from fcio.knowledge.plan_responsibilities import Duty, Responsibilities
from fcio.knowledge.whole import Knowledge
from fcio.model.plan.result import DOUBLE, GAP, ONE, OPEN, DutyLine, Holders, Plan
from fcio.report.hiring_words import listed
from fcio.report.plan_words import origin

GROUPS = {
    GAP: "Nobody leads it today",
    DOUBLE: "More than one leads it today",
    OPEN: "An open answer decides who leads it",
    ONE: "One party leads it today",
}
"""By state of today, what is missing first."""
PART_NAMES = {"leads": "Leads", "helps": "Helps", "told": "Is told"}
LEADS, HELPS, TOLD = PART_NAMES


def parties(knowledge: Knowledge) -> Responsibilities:
    """Parties, groups and duties; ValueError where the knowledge has none."""
    if knowledge.responsibilities is None:
        raise ValueError("this knowledge has no responsibilities; load it from data/")
    return knowledge.responsibilities


def leading_text(knowledge: Knowledge, holders: Holders) -> str:
    """Who leads, in a word or two."""
    if holders.state == GAP:
        return "nobody"
    if holders.state == OPEN:
        return "open"
    return listed([parties(knowledge).party(one).short for one in holders.leading])


def duties_by_state(plan: Plan) -> dict[str, tuple[DutyLine, ...]]:
    """The duties by their state of today, gaps and double work first; states without any are left out."""
    found = {state: tuple(duty for duty in plan.duties if duty.today.state == state) for state in GROUPS}
    return {state: duties for state, duties in found.items() if duties}


def duty_title(knowledge: Knowledge, duty: DutyLine) -> str:
    """A duty with who leads it today and who would."""
    today, then = leading_text(knowledge, duty.today), leading_text(knowledge, duty.would)
    return f"{duty.duty}. Today: {today}. Then: {then}"


def share_text(knowledge: Knowledge, holders: Holders) -> str:
    """Who leads, who helps and who is told, in one sentence; says so where nobody has any part."""
    names = {party.id: party.name for party in parties(knowledge).parties}
    by_part = {part: [names[p] for p, given in holders.parts.items() if given == part] for part in PART_NAMES}
    parts = [f"{PART_NAMES[part]}: {listed(found)}" for part, found in by_part.items() if found]
    if parts:
        return f"{'. '.join(parts)}."
    return "Not known yet; an open answer decides." if holders.state == OPEN else "Nobody has any part in it."


def duties_sentence(plan: Plan) -> str:
    """How many duties nobody leads today, how many are led twice, and what stays open with the role."""
    gaps, double, whole, left = len(plan.gaps), len(plan.double_work), len(plan.duties), len(plan.left_open)
    twice = f"{double} {'is' if double == 1 else 'are'} led by more than one" if double else ""
    if gaps:
        text = f"Today nobody leads {gaps} of the {whole} duties{f', and {twice}' if twice else ''}."
    elif double:
        text = f"Of the {whole} duties, {twice} today."
    else:
        text = f"Of the {whole} duties, none is known to be without a leader today."
    return f"{text} With this plan, {left} would still be led by nobody." if left else text


def group_title(state: str, duties: tuple[DutyLine, ...]) -> str:
    """A group of duties with how many are in it."""
    return f"{GROUPS[state]}: {len(duties)} {'duty' if len(duties) == 1 else 'duties'}"


def duty_origin(knowledge: Knowledge, duty: Duty) -> str:
    """Where a duty comes from."""
    return origin(knowledge, duty.source, duty.note)
