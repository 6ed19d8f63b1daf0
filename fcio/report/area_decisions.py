"""What the report asks the owner to decide: what to do now and what to leave for later."""

from __future__ import annotations

from collections.abc import Callable

from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.areas import first_steps
from fcio.model.roadmap_result import NO_ROOM, Placed, Roadmap
from fcio.report.numbers import money

DECISIONS, POSTPONED = 3, 2


def _title(knowledge: Knowledge, initiative_id: str) -> str:
    return next(one.title for one in knowledge.initiatives if one.id == initiative_id).rstrip(".")


def _quarter(plan: Roadmap, number: int) -> str:
    return next(quarter.label for quarter in plan.quarters if quarter.number == number)


def to_take(knowledge: Knowledge, result: AreasResult, plan: Roadmap | None) -> list[str]:
    """Three decisions: what the roadmap does first, then the first steps of the most pressing areas."""
    rows = sorted(plan.placed, key=lambda one: (one.quarter, -one.value)) if plan else []
    taken = [_take(knowledge, plan, one) for one in rows[:DECISIONS]] if plan else []
    for area_step in first_steps(knowledge, result):
        if len(taken) >= DECISIONS:
            break
        step = area_step.step
        taken.append(f"{knowledge.area(area_step.area).name}, {step.minutes} minutes: {step.text}")
    return taken


def _take(knowledge: Knowledge, plan: Roadmap, one: Placed) -> str:
    cost = f" and {money(one.cost)}" if one.cost else ""
    return f"{_title(knowledge, one.initiative)} in {_quarter(plan, one.quarter)}: about {one.hours:.0f} hours{cost}."


def to_postpone(knowledge: Knowledge, result: AreasResult, plan: Roadmap | None) -> list[str]:
    """Two things to leave for later: what finds no room, what the roadmap does last, or the least pressing areas."""
    later: list[str] = []
    if plan:
        left = [one.initiative for one in plan.left_out if one.why == NO_ROOM]
        later += [f"{_title(knowledge, one)}: it finds no room in these quarters." for one in left]
        taken = sorted(plan.placed, key=lambda one: (one.quarter, -one.value))[DECISIONS:]
        later += [
            f"{_title(knowledge, one.initiative)}: {_quarter(plan, one.quarter)} is early enough."
            for one in taken[::-1]
        ]
    if not later:
        rows = [row for row in result.by_priority if row.gap][DECISIONS:]
        text: Callable[[str], str] = lambda area: f"{knowledge.area(area).name}: other areas press more."  # noqa: E731
        later = [text(row.area) for row in rows[::-1]]
    return later[:POSTPONED]
