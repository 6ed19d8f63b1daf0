"""The shape of fact-finding on site: half days with whom to ask, and what the weeks after are for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from fcio.knowledge.shapes import Cited, Id, Shape, Text

FILE = "fact_finding.yaml"


class Count(Shape):
    """The fewest and the most of something that is counted."""

    fewest: Annotated[int, Field(ge=1)]
    most: Annotated[int, Field(ge=1)]


class HalfDay(Cited):
    """One block of talks: whom to ask, and the areas it settles."""

    id: Id
    title: Text
    ask: tuple[Text, ...]
    areas: tuple[Id, ...]


class Analysis(Cited):
    """One week after the visit."""

    id: Id
    week: Annotated[int, Field(ge=1)]
    title: Text


class FactFinding(Shape):
    """Days on site and weeks after; minutes to find out what is open and to see the proof of what was said."""

    days: Count
    weeks: Count
    working_minutes: Annotated[int, Field(gt=0)]
    open_minutes: Annotated[int, Field(gt=0)]
    proof_minutes: Annotated[int, Field(gt=0)]
    why: Text
    half_days: tuple[HalfDay, ...]
    analysis: tuple[Analysis, ...]


def fact_finding_cited(plan: FactFinding) -> Iterator[tuple[str, str, Cited]]:
    """File, entry and citation of every block and every week."""
    yield from ((FILE, block.id, block) for block in plan.half_days)
    yield from ((FILE, week.id, week) for week in plan.analysis)


def fact_finding_faults(plan: FactFinding, areas: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Every area stands in exactly one block, and counts run upward."""
    named = Counter(area for block in plan.half_days for area in block.areas)
    for area in areas:
        if named[area] != 1:
            yield FILE, area, f"this area stands in {named[area]} half days; put it in exactly one"
    for unknown in sorted(set(named) - set(areas)):
        yield FILE, unknown, "this is no area; correct it or add it to areas.yaml"
    for key in ("days", "weeks"):
        count: Count = getattr(plan, key)
        if count.fewest > count.most:
            yield FILE, key, "fewest is above most; turn them round"
