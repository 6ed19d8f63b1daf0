"""Locked assessments: what was found on one day, kept as it was, and the start of the next one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused
from fcio.model.area_result import AT_LEAST, FROM_INTAKE, AreaResult, AreasResult
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, role_fit
from fcio.model.roadmap_result import Roadmap

Snapshot = Mapping[str, Any]
ORIGIN = "origin"
TOLD = (FROM_INTAKE, AT_LEAST)
"""Origins of a level that the intake told."""


def _numbers(row: AreaResult) -> dict[str, float | int | None]:
    return {
        "level": row.level,
        "low": row.low,
        "high": row.high,
        "coverage": row.coverage,
        "target": row.target,
        "importance": row.importance,
        "gap": row.gap,
        "priority": row.priority,
    }


def _results(result: AreasResult) -> dict[str, dict[str, float | int | None]]:
    whole = result.overall
    rows = {row.area: _numbers(row) for row in result.areas if row.applies}
    overall = {"level": whole.level, "low": whole.low, "high": whole.high, "coverage": whole.coverage}
    return {**rows, "overall": overall}


def _levels(assessment: Assessment, result: AreasResult) -> tuple[dict[str, Any], dict[str, Any]]:
    """Levels with those the intake told, and the details, which say of each where it came from."""
    levels: dict[str, Any] = dict(assessment.areas)
    details: dict[str, Any] = {indicator: dict(entry) for indicator, entry in assessment.area_details.items()}
    for area in result.areas:
        for row in area.indicators:
            if row.origin in TOLD:
                levels[row.indicator] = row.level
                details[row.indicator] = {**details.get(row.indicator, {}), ORIGIN: row.origin}
    return levels, details


def _plain(answer: Any) -> Any:
    return list(answer) if isinstance(answer, tuple) else answer


def _unused(day: str, snapshots: Sequence[Snapshot]) -> str:
    taken, number, name = {entry["id"] for entry in snapshots}, 1, day
    while name in taken:
        number += 1
        name = f"{day}-{number}"
    return name


def locked(
    knowledge: Knowledge,
    assessment: Assessment,
    today: date,
    by: str,
    model: FitModel | None = None,
    roadmap: Roadmap | None = None,
) -> dict[str, Any]:
    """The assessment as an entry of ``snapshots``: levels, answers, results as numbers, promises, leading role.

    Levels that the intake told are written out and marked as such. ``model``: compiled knowledge, where it is at
    hand; ``roadmap``: what was placed in it is promised. The id is the day, with a number where it is taken.

    >>> from fcio.knowledge.load import load
    >>> client = Assessment({"name": "Example"}, date(2026, 11, 25), areas={"recap_meeting": 2})
    >>> entry = locked(load(), client, date(2026, 11, 25), "owner")
    >>> entry["id"], entry["areas"]["recap_meeting"], entry["results"]["recap"]["level"]
    ('2026-11-25', 2, 1.33)
    """
    compiled = model or FitModel.of(knowledge)
    result = area_results(knowledge, assessment, compiled.tables)
    fit = role_fit(compiled, assessment)
    levels, details = _levels(assessment, result)
    day = today.isoformat()
    entry: dict[str, Any] = {
        "id": _unused(day, assessment.snapshots),
        "locked_on": day,
        "by": by,
        "knowledge": knowledge.version,
        "areas": levels,
        "area_details": details,
        "answers": {key: _plain(value) for key, value in assessment.answers.items()},
        "results": _results(result),
        "promises": {row.initiative: row.quarter for row in roadmap.placed} if roadmap else {},
    }
    return entry if fit.missing_core else {**entry, "role": fit.leader.role}


def next_from(snapshot: Snapshot) -> dict[str, Any]:
    """Answers, levels and details with which the next assessment starts; what the intake told it tells anew."""
    details = {key: dict(entry) for key, entry in snapshot.get("area_details", {}).items()}
    told = {key for key, entry in details.items() if entry.pop(ORIGIN, None) in TOLD}
    return {
        "answers": dict(snapshot.get("answers", {})),
        "areas": {key: level for key, level in snapshot.get("areas", {}).items() if key not in told},
        "area_details": {key: entry for key, entry in details.items() if entry},
    }


def _text(snapshot: Snapshot) -> str:
    return json.dumps(snapshot, sort_keys=True)


def unchanged_snapshots(before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Nothing, when every locked assessment of ``before`` stands unchanged in ``after``; else :class:`Refused`.

    >>> unchanged_snapshots({"snapshots": [{"id": "2025-11-03", "role": "vcio"}]}, {"snapshots": []})
    Traceback (most recent call last):
        ...
    fcio.model.answers.Refused: snapshots.2025-11-03: a locked assessment stays as it is; start a new one instead.
    """
    kept = {entry["id"]: entry for entry in after.get("snapshots", ())}
    for entry in before.get("snapshots", ()):
        name = entry["id"]
        if name not in kept or _text(kept[name]) != _text(entry):
            raise Refused(f"snapshots.{name}", "a locked assessment stays as it is; start a new one instead")
