"""Two locked assessments side by side: what moved, why the yardstick moved, and which promises were kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fcio.knowledge.areas import AreaRule
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import checked_answers
from fcio.model.area_result import AT_LEAST, AreasResult
from fcio.model.situation import holds, situation
from fcio.model.snapshots import ORIGIN, Snapshot
from fcio.model.tables import Tables, tables

KEPT, PARTLY, NOT_KEPT, NOT_DUE = "kept", "partly", "not_kept", "not_due"
MONTHS_IN_QUARTER, QUARTERS_IN_YEAR = 3, 4


@dataclass(frozen=True)
class Band:
    """Level, low and high of an area at one time, as in ``AreaResult``."""

    level: float | None
    low: float
    high: float


@dataclass(frozen=True)
class IndicatorMove:
    """One indicator that is known both times and moved."""

    indicator: str
    before: int
    after: int


@dataclass(frozen=True)
class AreaMove:
    """One area then and now; None where it did not apply.

    ``certain`` is 1 where the bands lie apart upward, -1 downward, 0 where open indicators could explain it.
    ``because_new`` and ``because_gone`` are reasons for target and importance that came and went.
    """

    area: str
    before: Band | None
    after: Band | None
    certain: int
    up: tuple[IndicatorMove, ...]
    down: tuple[IndicatorMove, ...]
    target: tuple[int | None, int | None]
    importance: tuple[int | None, int | None]
    because_new: tuple[str, ...]
    because_gone: tuple[str, ...]


@dataclass(frozen=True)
class Promise:
    """One promised initiative: kept, partly, not_kept, or not_due yet; ``reached`` of ``indicators``."""

    initiative: str
    quarter: int
    outcome: str
    reached: tuple[str, ...]
    indicators: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """Everything that moved between two locked assessments; ``same_knowledge`` says whether the yardstick is one."""

    overall: tuple[Band | None, Band | None]
    areas: tuple[AreaMove, ...]
    promises: tuple[Promise, ...]
    role: tuple[str | None, str | None]
    same_knowledge: bool


@dataclass(frozen=True)
class TrendPoint:
    """An area, or all together, on one day."""

    on: date
    band: Band


def _band(results: Mapping[str, Any], name: str) -> Band | None:
    row = results.get(name) or {}
    if row.get("low") is None or row.get("high") is None:
        return None
    return Band(row.get("level"), row["low"], row["high"])


def _certain(before: Band | None, after: Band | None) -> int:
    if before is None or after is None:
        return 0
    return int(after.low > before.high) - int(after.high < before.low)


def _levels(snapshot: Snapshot) -> dict[str, int]:
    return {key: level for key, level in snapshot.get("areas", {}).items() if isinstance(level, int)}


def _known(snapshot: Snapshot) -> dict[str, int]:
    """Levels that were known for sure; one that was told as *at least* may have been higher."""
    details = snapshot.get("area_details", {})
    return {key: level for key, level in _levels(snapshot).items() if details.get(key, {}).get(ORIGIN) != AT_LEAST}


def _rules_in_force(t: Tables, snapshot: Snapshot) -> tuple[AreaRule, ...]:
    s = situation(t, checked_answers(t.knowledge, snapshot.get("answers", {})))
    return tuple(rule for rule in t.knowledge.area_rules if holds(s, rule.when) is True)


def _only(first: Iterable[AreaRule], second: Iterable[AreaRule], area: str) -> tuple[str, ...]:
    others = {rule.id for rule in second}
    return tuple(r.because for r in first if r.id not in others and (not r.areas or area in r.areas))


def _area_moves(t: Tables, before: Snapshot, after: Snapshot) -> tuple[AreaMove, ...]:
    then, now = before.get("results", {}), after.get("results", {})
    old, new = _known(before), _known(after)
    old_rules, new_rules = _rules_in_force(t, before), _rules_in_force(t, after)
    rows = []
    for area in t.knowledge.areas:
        both = [i.id for i in area.indicators if i.id in old and i.id in new]
        moves = [IndicatorMove(i, old[i], new[i]) for i in both]
        first, second = _band(then, area.id), _band(now, area.id)
        pair = (then.get(area.id, {}), now.get(area.id, {}))
        rows.append(
            AreaMove(
                area=area.id,
                before=first,
                after=second,
                certain=_certain(first, second),
                up=tuple(move for move in moves if move.after > move.before),
                down=tuple(move for move in moves if move.after < move.before),
                target=(pair[0].get("target"), pair[1].get("target")),
                importance=(pair[0].get("importance"), pair[1].get("importance")),
                because_new=_only(new_rules, old_rules, area.id),
                because_gone=_only(old_rules, new_rules, area.id),
            )
        )
    return tuple(rows)


def _quarter(day: str) -> int:
    on = date.fromisoformat(day)
    return on.year * QUARTERS_IN_YEAR + (on.month - 1) // MONTHS_IN_QUARTER


def _promises(knowledge: Knowledge, before: Snapshot, after: Snapshot) -> tuple[Promise, ...]:
    old, new = _levels(before), _levels(after)
    passed = _quarter(after["locked_on"]) - _quarter(before["locked_on"])
    by_id = {initiative.id: initiative for initiative in knowledge.initiatives}
    found = []
    for name, quarter in before.get("promises", {}).items():
        if name not in by_id:
            continue
        initiative = by_id[name]
        levels = {i: new.get(i, 0) for i in initiative.indicators}
        reached = tuple(i for i, level in levels.items() if level >= initiative.to_level)
        risen = any(level > old.get(i, initiative.to_level - 1) for i, level in levels.items())
        outcome = KEPT if len(reached) == len(levels) else PARTLY if risen else NOT_KEPT
        if outcome != KEPT and passed <= quarter:
            outcome = NOT_DUE
        found.append(Promise(name, quarter, outcome, reached, initiative.indicators))
    return tuple(sorted(found, key=lambda promise: promise.quarter))


def comparison(knowledge: Knowledge, before: Snapshot, after: Snapshot, t: Tables | None = None) -> Comparison:
    """What moved from one locked assessment to a later one; for today's state give ``locked(...)`` of it.

    A promise is kept when all indicators of its initiative reached its level, partly when some rose, and not due
    while its quarter (1 follows the day it was made) has not passed. ``t``: the tables, where they are at hand.
    """
    t = t or tables(knowledge)
    then, now = before.get("results", {}), after.get("results", {})
    return Comparison(
        overall=(_band(then, "overall"), _band(now, "overall")),
        areas=_area_moves(t, before, after),
        promises=_promises(knowledge, before, after),
        role=(before.get("role"), after.get("role")),
        same_knowledge=before.get("knowledge") == after.get("knowledge"),
    )


def trend(
    knowledge: Knowledge, snapshots: Sequence[Snapshot], current: AreasResult, today: date
) -> dict[str, tuple[TrendPoint, ...]]:
    """The band of every area and of ``overall`` through the locked assessments, oldest first, to ``today``."""
    whole = current.overall
    last = {row.area: (row.level, row.low, row.high) for row in current.areas} | {
        "overall": (whole.level, whole.low, whole.high)
    }
    found = {}
    for name in (*(area.id for area in knowledge.areas), "overall"):
        bands = [(date.fromisoformat(s["locked_on"]), _band(s.get("results", {}), name)) for s in snapshots]
        level, low, high = last[name]
        bands.append((today, None if low is None or high is None else Band(level, low, high)))
        found[name] = tuple(TrendPoint(on, band) for on, band in bands if band is not None)
    return found
