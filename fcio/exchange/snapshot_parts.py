"""The locked assessments of a case file: what was answered and found on one day, each number within its range."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fcio.exchange.area_parts import HIGHEST, LOWEST, area_details, area_levels, checked_quarter, known_initiatives
from fcio.exchange.fields import checked_amount, checked_choice, checked_day, checked_list, checked_object
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused, checked_answers, checked_text, shown_value
from fcio.model.points import HEAVIEST, LIGHTEST
from fcio.model.snapshots import TOLD

KEYS = ("id", "locked_on", "by", "knowledge", "areas", "area_details", "answers", "results", "promises", "role")
OVERALL = "overall"
BAND = ("level", "low", "high", "coverage")
WIDEST = HIGHEST - LOWEST
RANGES: dict[str, tuple[int, int]] = {
    "level": (LOWEST, HIGHEST),
    "low": (LOWEST, HIGHEST),
    "high": (LOWEST, HIGHEST),
    "coverage": (0, 1),
    "target": (LOWEST, HIGHEST),
    "importance": (LIGHTEST, HEAVIEST),
    "gap": (0, WIDEST),
    "priority": (0, HEAVIEST * WIDEST),
}
WHOLE = ("target", "importance")
LONGEST = 200


def _result(value: Any, field: str, keys: tuple[str, ...]) -> None:
    """The numbers of one area, or of all together."""
    numbers = {key: number for key, number in checked_object(value, field, keys).items() if number is not None}
    for key, number in numbers.items():
        least, most = RANGES[key]
        checked_amount(number, f"{field}.{key}", most, least)
        if key in WHOLE and not isinstance(number, int):
            raise Refused(f"{field}.{key}", f"give a whole number, got {shown_value(number)}")
    low, high = numbers.get("low", LOWEST), numbers.get("high", HIGHEST)
    if not low <= high:
        raise Refused(f"{field}.high", "the high end of a level cannot lie below its low end; correct one of the two")
    if not low <= numbers.get("level", low) <= high:
        raise Refused(f"{field}.level", "a level lies between its low and its high end; correct one of the three")


def _results(knowledge: Knowledge, value: Any, field: str) -> dict[str, Any]:
    results = checked_object(value, field, (*(area.id for area in knowledge.areas), OVERALL))
    for area, entry in results.items():
        _result(entry, f"{field}.{area}", BAND if area == OVERALL else tuple(RANGES))
    return results


def _promises(knowledge: Knowledge, value: Any, field: str) -> dict[str, Any]:
    promises = checked_object(value, field)
    known_initiatives(knowledge, promises, field)
    for initiative, quarter in promises.items():
        checked_quarter(knowledge, quarter, f"{field}.{initiative}")
    return promises


def _snapshot(
    knowledge: Knowledge, value: Any, marks: tuple[str, ...], seats: tuple[str, ...], field: str
) -> dict[str, Any]:
    parts = checked_object(value, field, KEYS)
    for key in ("id", "locked_on"):
        if key not in parts:
            raise Refused(f"{field}.{key}", "a locked assessment has an id and the day it was locked")
    readers: dict[str, Callable[[Any, str], Any]] = {
        "id": lambda text, at: checked_text(text, at, LONGEST),
        "locked_on": checked_day,
        "by": lambda seat, at: checked_choice(seat, at, seats),
        "knowledge": lambda text, at: checked_text(text, at, LONGEST),
        "areas": lambda levels, at: area_levels(knowledge, levels, at),
        "area_details": lambda details, at: area_details(knowledge, details, marks, seats, at, TOLD),
        "answers": lambda answers, at: checked_answers(knowledge, checked_object(answers, at), at),
        "results": lambda results, at: _results(knowledge, results, at),
        "promises": lambda promises, at: _promises(knowledge, promises, at),
        "role": lambda role, at: checked_choice(role, at, tuple(one.id for one in knowledge.roles)),
    }
    return {key: readers[key](part, f"{field}.{key}") for key, part in parts.items()}


def snapshots(
    knowledge: Knowledge, value: Any, marks: tuple[str, ...], seats: tuple[str, ...], field: str = "snapshots"
) -> list[dict[str, Any]]:
    """The locked assessments, oldest first; two never share an id."""
    listed = checked_list(value, field)
    found = [_snapshot(knowledge, entry, marks, seats, f"{field}.{place}") for place, entry in enumerate(listed)]
    ids = [entry["id"] for entry in found]
    for place, name in enumerate(ids):
        if name in ids[:place]:
            raise Refused(f"{field}.{place}.id", "two locked assessments have the same id; give each its own")
    days = [entry["locked_on"] for entry in found]
    if days != sorted(days):
        raise Refused(field, "put the locked assessments in the order of their days")
    return found
