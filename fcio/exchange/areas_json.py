"""The twelve areas as plain JSON values, in the shape promised to other programs."""

from __future__ import annotations

from typing import Any

from fcio.knowledge.schema import Knowledge
from fcio.model.area_result import AreaResult, AreasResult
from fcio.model.areas import first_steps, strengths

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


def areas_json(knowledge: Knowledge, result: AreasResult) -> Json:
    """The areas in the promised shape; levels from 1 to 5 in whole hundredths, null where nothing is known."""
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
        "roadmap": [],
    }
