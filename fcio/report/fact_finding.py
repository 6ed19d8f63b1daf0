"""The plan for finding the facts: who is asked what in which half day, made from what is still unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.knowledge.areas import Indicator
from fcio.knowledge.fact_finding import FactFinding, HalfDay
from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import DOES_NOT_APPLY, OPEN, AreasResult
from fcio.report.numbers import counted

PROVEN = ("seen", "tested")
HALVES = ("morning", "afternoon")


@dataclass(frozen=True)
class Talk:
    """One block of talks: what to find out, what to see proven, and which documents to ask for."""

    title: str
    ask: tuple[str, ...]
    find_out: tuple[str, ...]
    prove: tuple[str, ...]
    documents: tuple[str, ...]
    minutes: int


@dataclass(frozen=True)
class HalfDayPlan:
    """One half day on site with its talks, in order."""

    day: int
    half: str
    talks: tuple[Talk, ...]


@dataclass(frozen=True)
class FactFindingPlan:
    """Days on site by half day, and the weeks after. ``fits`` says whether the talks fit into those days."""

    days: int
    half_days: tuple[HalfDayPlan, ...]
    weeks: tuple[tuple[int, str], ...]
    fewest_weeks: int
    minutes: int
    fits: bool


def fact_finding(
    knowledge: Knowledge, result: AreasResult, details: Mapping[str, Mapping[str, str]]
) -> FactFindingPlan:
    """What to ask and see on site: open indicators to find out, levels that were only guessed or said to prove.

    What was seen or tested, and what does not apply, is left alone. ``details``: mark by indicator, as in
    ``Assessment.area_details``. One day or two, by the minutes that the talks take.
    """
    rules = knowledge.fact_finding
    if rules is None:
        return FactFindingPlan(0, (), (), 0, 0, True)
    talks = [talk for talk in (_talk(knowledge, rules, block, result, details) for block in rules.half_days) if talk]
    minutes = sum(talk.minutes for talk in talks)
    needed = -(-minutes // rules.working_minutes)
    days = min(rules.days.most, max(rules.days.fewest, needed))
    weeks = tuple((week.week, week.title) for week in rules.analysis)
    return FactFindingPlan(
        days, _shared_out(talks, days), weeks, rules.weeks.fewest, minutes, needed <= rules.days.most
    )


def _talk(
    knowledge: Knowledge,
    rules: FactFinding,
    block: HalfDay,
    result: AreasResult,
    details: Mapping[str, Mapping[str, str]],
) -> Talk | None:
    find_out: list[Indicator] = []
    prove: list[Indicator] = []
    for area in (knowledge.area(name) for name in block.areas):
        for indicator, row in zip(area.indicators, result.area(area.id).indicators, strict=True):
            if row.origin == OPEN:
                find_out.append(indicator)
            elif row.origin != DOES_NOT_APPLY and details.get(indicator.id, {}).get("mark") not in PROVEN:
                prove.append(indicator)
    if not find_out and not prove:
        return None
    return Talk(
        title=block.title,
        ask=block.ask,
        find_out=tuple(indicator.text for indicator in find_out),
        prove=tuple(indicator.label for indicator in prove),
        documents=tuple(dict.fromkeys(indicator.evidence for indicator in [*find_out, *prove])),
        minutes=rules.open_minutes * len(find_out) + rules.proof_minutes * len(prove),
    )


def _shared_out(talks: list[Talk], days: int) -> tuple[HalfDayPlan, ...]:
    """The talks in order over the half days, as evenly as whole talks allow."""
    places = len(HALVES) * days
    size, longer = divmod(len(talks), places)
    plans, start = [], 0
    for place in range(places):
        end = start + size + (place < longer)
        if end > start:
            plans.append(HalfDayPlan(place // len(HALVES) + 1, HALVES[place % len(HALVES)], tuple(talks[start:end])))
        start = end
    return tuple(plans)


def summary(plan: FactFindingPlan) -> str:
    """How long it takes, in one sentence or two."""
    if not plan.half_days:
        return "Nothing is left to find out on site: every level was seen or tested."
    weeks = f"{plan.fewest_weeks} to {len(plan.weeks)} weeks"
    hours = counted(max(1, round(plan.minutes / 60)), "hour")
    text = f"About {hours} of talks on {counted(plan.days, 'day')} on site, then {weeks} of analysis."
    return (
        text if plan.fits else text + " It is more than fits: go through the questions first, so that fewer are open."
    )


def fact_finding_text(plan: FactFindingPlan, name: str, on: str) -> str:
    """The plan as Markdown to take along; ``name`` is the client's, ``on`` the day it was made."""
    lines = [f"# Finding the facts: {name}", "", f"Made on {on}. {summary(plan)}"]
    for half in plan.half_days:
        lines += ["", f"## Day {half.day}, {half.half}"]
        for talk in half.talks:
            lines += [
                "",
                f"### {talk.title}",
                "",
                f"Ask: {'; '.join(talk.ask)}.",
                f"Takes about {talk.minutes} minutes.",
            ]
            lines += _part("Find out", talk.find_out) + _part("See the proof of", talk.prove)
            lines += _part("Documents", talk.documents)
    if plan.half_days:
        lines += ["", "## The weeks after", *(f"- Week {week}: {title}." for week, title in plan.weeks)]
    return "\n".join(lines) + "\n"


def _part(title: str, items: tuple[str, ...]) -> list[str]:
    return ["", f"{title}:", *(f"- [ ] {item}" for item in items)] if items else []
