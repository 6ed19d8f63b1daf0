"""The twelve areas as plain JSON values, in the shape promised to other programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreaResult, AreasResult
from fcio.model.areas import first_steps, strengths
from fcio.model.roadmap_result import Roadmap

Json = dict[str, Any]


def _area(row: AreaResult) -> Json:
    return {
        "id": row.area,
        "applies": row.applies,
        "level": row.level,
        "low": row.low,
        "high": row.high,
        "coverage": row.coverage,
        "target": row.target,
        "importance": row.importance,
        "gap": row.gap,
        "gap_certain": row.gap_certain,
        "priority": row.priority,
        "priority_certain": row.priority_certain,
        "target_reasons": list(row.target_reasons),
        "importance_reasons": list(row.importance_reasons),
        "indicators": [{"id": i.indicator, "level": i.level, "origin": i.origin} for i in row.indicators],
    }


def _placed(plan: Roadmap | None) -> list[Json]:
    rows = plan.placed if plan else ()
    return [{"initiative": p.initiative, "quarter": p.quarter, "hours": p.hours, "cost": p.cost} for p in rows]


def areas_json(knowledge: Knowledge, result: AreasResult, plan: Roadmap | None = None) -> Json:
    """The areas in the promised shape; levels from 1 to 5 in whole hundredths, null where nothing is known.

    ``plan`` fills ``roadmap``, which is empty without one.
    """
    overall = result.overall
    return {
        "overall": {
            "low": overall.low,
            "high": overall.high,
            "level": overall.level,
            "coverage": overall.coverage,
        },
        "areas": [_area(row) for row in result.areas],
        "by_priority": [row.area for row in result.by_priority],
        "contradictions": [{"id": c.id, "text": c.text, "cure": c.cure} for c in result.contradictions],
        "strengths": [vars(strong) for strong in strengths(knowledge, result)],
        "first_steps": [
            {"area": row.area, "text": row.step.text, "minutes": row.step.minutes}
            for row in first_steps(knowledge, result)
        ],
        "roadmap": _placed(plan),
    }


def _band(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return "does not apply"
    return f"{low:.2f}" if low == high else f"{low:.2f} to {high:.2f}"


def area_lines(knowledge: Knowledge, result: AreasResult) -> Iterator[str]:
    """The areas for a reader of plain text: the whole, each area, what is done well, where to begin."""
    whole = result.overall
    if not whole.coverage:
        yield "The twelve areas: nothing is answered yet."
        return
    share = f"{int(100 * whole.coverage)} % of what applies is answered"
    yield f"The twelve areas together: {_band(whole.low, whole.high)} of 5; {share}."
    for row in result.areas:
        name = knowledge.area(row.area).name
        needed = f"target {row.target}" if row.applies else ""
        yield f"  {name:44} {_band(row.low, row.high):14}  {needed}".rstrip()
    labels = {i.id: i.label for area in knowledge.areas for i in area.indicators}
    for strong in strengths(knowledge, result)[:1]:
        yield f"Done well: {labels[strong.indicator]}."
    for step in first_steps(knowledge, result)[:1]:
        yield f"First step: {step.step.text}"
    for entry in result.contradictions:
        yield f"{entry.text} {entry.cure}"
