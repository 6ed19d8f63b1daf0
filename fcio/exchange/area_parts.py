"""The parts of a case file about the twelve areas: levels, how they are known, the roadmap, locked assessments."""

from __future__ import annotations

from typing import Any

from fcio.exchange.fields import (
    checked_amount,
    checked_choice,
    checked_day,
    checked_list,
    checked_object,
)
from fcio.knowledge.shapes import DONT_KNOW
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused, checked_answers, checked_text, shown_key, shown_value
from fcio.model.roadmap_choices import DECISIONS, at_odds

DOES_NOT_APPLY = "does_not_apply"
LOWEST, HIGHEST = 1, 5
ROADMAP_KEYS = ("hours_per_quarter", "money_per_quarter", "pins", "dropped", "own", "done")
SNAPSHOT_KEYS = (
    "id",
    "locked_on",
    "by",
    "knowledge",
    "areas",
    "area_details",
    "answers",
    "results",
    "promises",
    "role",
)
RESULT_KEYS = ("level", "low", "high", "coverage", "target", "importance", "gap", "priority")
MOST = 1e12
"""A guard against a mistyped amount, not knowledge."""
LONGEST_LIST = 200


def _indicators(knowledge: Knowledge) -> set[str]:
    return {indicator.id for area in knowledge.areas for indicator in area.indicators}


def area_levels(knowledge: Knowledge, value: Any, field: str = "areas") -> dict[str, int | str]:
    """Level 1 to 5, *don't know* or *doesn't apply* by indicator."""
    known, levels = _indicators(knowledge), checked_object(value, field)
    for indicator, level in levels.items():
        where = f"{field}.{shown_key(indicator)}"
        if indicator not in known:
            raise Refused(where, "there is no such indicator; remove it or correct its id")
        if level in (DONT_KNOW, DOES_NOT_APPLY) and isinstance(level, str):
            continue
        if isinstance(level, bool) or not isinstance(level, int) or not LOWEST <= level <= HIGHEST:
            span = f"give a level from {LOWEST} to {HIGHEST}, {DONT_KNOW} or {DOES_NOT_APPLY}"
            raise Refused(where, f"{span}, got {shown_value(level)}")
    return levels


def area_details(
    knowledge: Knowledge, value: Any, marks: tuple[str, ...], seats: tuple[str, ...], field: str = "area_details"
) -> dict[str, dict[str, str]]:
    """Mark, note and seat by indicator."""
    known, details = _indicators(knowledge), checked_object(value, field)
    for indicator, entry in details.items():
        where = f"{field}.{shown_key(indicator)}"
        if indicator not in known:
            raise Refused(where, "there is no such indicator; remove it or correct its id")
        parts = checked_object(entry, where, ("mark", "note", "by"))
        if "mark" in parts:
            checked_choice(parts["mark"], f"{where}.mark", marks)
        if "note" in parts:
            checked_text(parts["note"], f"{where}.note")
        if "by" in parts:
            checked_choice(parts["by"], f"{where}.by", seats)
    return {indicator: dict(entry) for indicator, entry in details.items()}


def _known_initiatives(knowledge: Knowledge, ids: Any, field: str) -> None:
    known = {initiative.id for initiative in knowledge.initiatives}
    for place, initiative in enumerate(ids):
        if not isinstance(initiative, str):
            raise Refused(f"{field}.{place}", f"give the id of an initiative, got {shown_value(initiative)}")
        if initiative not in known:
            raise Refused(
                f"{field}.{shown_key(initiative)}", "there is no such initiative; remove it or correct its id"
            )


def _quarter(knowledge: Knowledge, value: Any, field: str) -> int:
    last = knowledge.settings.roadmap.quarters
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= last:
        raise Refused(field, f"give a quarter from 1 to {last}, got {shown_value(value)}")
    return value


def roadmap_choices(knowledge: Knowledge, value: Any, field: str = "roadmap") -> dict[str, Any]:
    """Hours and money of a quarter, and what was pinned (by quarter), dropped, done, or re-costed.

    No step is two of pinned, dropped and done.
    """
    parts = checked_object(value, field, ROADMAP_KEYS)
    for key in ("hours_per_quarter", "money_per_quarter"):
        if key in parts:
            checked_amount(parts[key], f"{field}.{key}", MOST)
    if "pins" in parts:
        parts["pins"] = checked_object(parts["pins"], f"{field}.pins")
        _known_initiatives(knowledge, parts["pins"], f"{field}.pins")
        for initiative, quarter in parts["pins"].items():
            _quarter(knowledge, quarter, f"{field}.pins.{initiative}")
    for key in ("dropped", "done"):
        if key in parts:
            parts[key] = checked_list(parts[key], f"{field}.{key}")
            _known_initiatives(knowledge, parts[key], f"{field}.{key}")
    if "own" in parts:
        parts["own"] = checked_object(parts["own"], f"{field}.own")
        _known_initiatives(knowledge, parts["own"], f"{field}.own")
        for initiative, amounts in parts["own"].items():
            for key, amount in checked_object(amounts, f"{field}.own.{initiative}", ("hours", "cost")).items():
                checked_amount(amount, f"{field}.own.{initiative}.{key}", MOST)
    _decided_once(parts, field)
    return parts


def _decided_once(parts: dict[str, Any], field: str) -> None:
    found = at_odds(parts)
    if found is None:
        return
    step, first, second = found
    if first == second:
        raise Refused(f"{field}.{second}.{step}", "this step stands twice in the list; keep it once")
    words = f"{DECISIONS[first]} and {DECISIONS[second]}"
    raise Refused(f"{field}.{second}.{step}", f"this step cannot be {words} at once; keep one of the two")


def _results(knowledge: Knowledge, value: Any, field: str) -> dict[str, Any]:
    names = (*(area.id for area in knowledge.areas), "overall")
    results = checked_object(value, field, names)
    for area, entry in results.items():
        for key, number in checked_object(entry, f"{field}.{area}", RESULT_KEYS).items():
            if number is not None:
                checked_amount(number, f"{field}.{area}.{key}", MOST)
    return results


def _snapshot(knowledge: Knowledge, value: Any, field: str) -> dict[str, Any]:
    parts = checked_object(value, field, SNAPSHOT_KEYS)
    for key in ("id", "locked_on"):
        if key not in parts:
            raise Refused(f"{field}.{key}", "a locked assessment has an id and the day it was locked")
    for key in ("id", "by", "knowledge", "role"):
        if key in parts:
            checked_text(parts[key], f"{field}.{key}", LONGEST_LIST)
    checked_day(parts["locked_on"], f"{field}.locked_on")
    if "areas" in parts:
        parts["areas"] = area_levels(knowledge, parts["areas"], f"{field}.areas")
    if "area_details" in parts:
        checked_object(parts["area_details"], f"{field}.area_details")
    if "answers" in parts:
        answers = checked_object(parts["answers"], f"{field}.answers")
        parts["answers"] = checked_answers(knowledge, answers, f"{field}.answers")
    if "results" in parts:
        parts["results"] = _results(knowledge, parts["results"], f"{field}.results")
    if "promises" in parts:
        parts["promises"] = checked_object(parts["promises"], f"{field}.promises")
        _known_initiatives(knowledge, parts["promises"], f"{field}.promises")
        for initiative, quarter in parts["promises"].items():
            _quarter(knowledge, quarter, f"{field}.promises.{initiative}")
    return parts


def snapshots(knowledge: Knowledge, value: Any, field: str = "snapshots") -> list[dict[str, Any]]:
    """The locked assessments, oldest first; two never share an id."""
    found = [_snapshot(knowledge, entry, f"{field}.{place}") for place, entry in enumerate(checked_list(value, field))]
    ids = [entry["id"] for entry in found]
    for place, name in enumerate(ids):
        if name in ids[:place]:
            raise Refused(f"{field}.{place}.id", "two locked assessments have the same id; give each its own")
    days = [entry["locked_on"] for entry in found]
    if days != sorted(days):
        raise Refused(field, "put the locked assessments in the order of their days")
    return found
