"""The parts of a case file about the twelve areas: levels, how they are known, and the roadmap."""

from __future__ import annotations

from typing import Any

from fcio.exchange.fields import (
    checked_amount,
    checked_choice,
    checked_list,
    checked_object,
)
from fcio.knowledge.shapes import DONT_KNOW
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused, checked_text, shown_key, shown_value
from fcio.model.risk.planned import BY_GAP, BY_LOSS, ORDER
from fcio.model.roadmap_choices import DECISIONS, at_odds
from fcio.model.snapshots import ORIGIN

DOES_NOT_APPLY = "does_not_apply"
LOWEST, HIGHEST = 1, 5
ROADMAP_KEYS = ("hours_per_quarter", "money_per_quarter", "pins", "dropped", "own", "done", ORDER)
MOST = 1e12
"""A guard against a mistyped amount, not knowledge."""


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
    knowledge: Knowledge,
    value: Any,
    marks: tuple[str, ...],
    seats: tuple[str, ...],
    field: str = "area_details",
    origins: tuple[str, ...] = (),
) -> dict[str, dict[str, str]]:
    """Mark, note and seat by indicator; ``origins``: where a level of a locked assessment may come from."""
    known, details = _indicators(knowledge), checked_object(value, field)
    for indicator, entry in details.items():
        where = f"{field}.{shown_key(indicator)}"
        if indicator not in known:
            raise Refused(where, "there is no such indicator; remove it or correct its id")
        parts = checked_object(entry, where, ("mark", "note", "by", *((ORIGIN,) if origins else ())))
        if "mark" in parts:
            checked_choice(parts["mark"], f"{where}.mark", marks)
        if "note" in parts:
            checked_text(parts["note"], f"{where}.note")
        if "by" in parts:
            checked_choice(parts["by"], f"{where}.by", seats)
        if ORIGIN in parts:
            checked_choice(parts[ORIGIN], f"{where}.{ORIGIN}", origins)
    return {indicator: dict(entry) for indicator, entry in details.items()}


def known_initiatives(knowledge: Knowledge, ids: Any, field: str) -> None:
    """Nothing, when every id is one of the initiatives; else :class:`Refused`."""
    known = {initiative.id for initiative in knowledge.initiatives}
    for place, initiative in enumerate(ids):
        if not isinstance(initiative, str):
            raise Refused(f"{field}.{place}", f"give the id of an initiative, got {shown_value(initiative)}")
        if initiative not in known:
            raise Refused(
                f"{field}.{shown_key(initiative)}", "there is no such initiative; remove it or correct its id"
            )


def checked_quarter(knowledge: Knowledge, value: Any, field: str) -> int:
    """A quarter of the roadmap."""
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
        known_initiatives(knowledge, parts["pins"], f"{field}.pins")
        for initiative, quarter in parts["pins"].items():
            checked_quarter(knowledge, quarter, f"{field}.pins.{initiative}")
    if ORDER in parts:
        checked_choice(parts[ORDER], f"{field}.{ORDER}", (BY_GAP, BY_LOSS))
    for key in ("dropped", "done"):
        if key in parts:
            parts[key] = checked_list(parts[key], f"{field}.{key}")
            known_initiatives(knowledge, parts[key], f"{field}.{key}")
    if "own" in parts:
        parts["own"] = checked_object(parts["own"], f"{field}.own")
        known_initiatives(knowledge, parts["own"], f"{field}.own")
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
