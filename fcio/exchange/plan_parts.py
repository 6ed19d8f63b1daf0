"""The part of a case file about the plan: role, lines dropped, kept, added or changed, and who does what by hand."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Any

from fcio.exchange.fields import checked_choice, checked_list, checked_object
from fcio.exchange.risk_parts import MOST_MONEY, checked_span
from fcio.knowledge.plan_mandate import MANDATE_PARTS
from fcio.knowledge.plan_responsibilities import PARTS
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused, checked_text, shown_key, shown_value
from fcio.model.plan.changes import LATER_QUARTERS, NONE, TODAY, WOULD, line_ids, quarter_id

PLAN_KEYS = ("role", "dropped", "kept", "texts", "hours", "amounts", "own", "responsibilities")
OWN_KEYS = ("place", "text", "hours", "done_by")
DONE_BY = ("leader", "owner", "inside")
MOST_OWN, LONGEST_LINE, MOST_HOURS = 50, 2000, 2000.0
"""Guards against a pasted file and slips of the keyboard, not knowledge."""


def _text(value: Any, field: str) -> str:
    text = checked_text(value, field, LONGEST_LINE)
    if not text.strip():
        raise Refused(field, "give a text, or drop the line")
    return text


def _hours(value: Any, field: str) -> float:
    return checked_span(value, field, 0, MOST_HOURS)


def _money(value: Any, field: str) -> float:
    return checked_span(value, field, 0, MOST_MONEY)


def _known(line: Any, field: str, known: Set[str], what: str) -> str:
    if not isinstance(line, str):
        raise Refused(field, f"give the id of a line, got {shown_value(line)}")
    if line not in known:
        raise Refused(f"{field}.{shown_key(line)}", f"there is no such {what}; remove it or correct its id")
    return line


def _lines(value: Any, field: str, known: Set[str]) -> tuple[str, ...]:
    given = [_known(line, field, known, "line") for line in checked_list(value, field)]
    for line in given:
        if given.count(line) > 1:
            raise Refused(f"{field}.{line}", "this line stands twice in the list; keep it once")
    return tuple(given)


def _by_line(value: Any, field: str, known: Set[str], what: str, read: Callable[[Any, str], Any]) -> dict[str, Any]:
    given = checked_object(value, field)
    return {_known(line, field, known, what): read(part, f"{field}.{line}") for line, part in given.items()}


def _own(knowledge: Knowledge, value: Any, field: str) -> dict[str, Any]:
    given = checked_object(value, field, OWN_KEYS)
    for key in ("place", "text"):
        if key not in given:
            raise Refused(f"{field}.{key}", "give place and text")
    phases = tuple(phase.id for phase in knowledge.plan.phases) if knowledge.plan else ()
    readers: dict[str, Callable[[Any, str], Any]] = {
        "place": lambda place, at: checked_choice(place, at, (*phases, *MANDATE_PARTS)),
        "text": _text,
        "hours": _hours,
        "done_by": lambda who, at: checked_choice(who, at, DONE_BY),
    }
    return {key: readers[key](given[key], f"{field}.{key}") for key in OWN_KEYS if key in given}


def _own_lines(knowledge: Knowledge, value: Any) -> tuple[dict[str, Any], ...]:
    given = checked_list(value, "plan.own")
    if len(given) > MOST_OWN:
        raise Refused("plan.own", f"keep to {MOST_OWN} lines of your own, got {len(given)}")
    return tuple(_own(knowledge, one, f"plan.own.{number}") for number, one in enumerate(given, 1))


def _responsibilities(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    found = knowledge.responsibilities
    duties = frozenset(duty.id for duty in found.duties) if found else frozenset()
    parties = tuple(party.id for party in found.parties) if found else ()

    def parts(given: Any, field: str) -> dict[str, str]:
        by_party = checked_object(given, field, parties)
        return {party: checked_choice(part, f"{field}.{party}", (*PARTS, NONE)) for party, part in by_party.items()}

    given = checked_object(value, "plan.responsibilities", (TODAY, WOULD))
    read = {
        side: _by_line(part, f"plan.responsibilities.{side}", duties, "duty", parts) for side, part in given.items()
    }
    kept = {side: {duty: one for duty, one in by_duty.items() if one} for side, by_duty in read.items()}
    return {side: by_duty for side, by_duty in kept.items() if by_duty}


def plan_part(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    """The part ``plan`` in canonical form; what is empty is left out."""
    given = checked_object(value, "plan", PLAN_KEYS)
    known = line_ids(knowledge)
    timed = {entry.id for entry in knowledge.activities} | {entry.id for entry in knowledge.initiatives}
    timed |= {quarter_id(number) for number in LATER_QUARTERS}
    priced = frozenset(clause.id for clause in knowledge.mandate if clause.amount)
    roles = tuple(role.id for role in knowledge.roles)
    readers: dict[str, Callable[[Any], Any]] = {
        "role": lambda part: checked_choice(part, "plan.role", roles),
        "dropped": lambda part: _lines(part, "plan.dropped", known),
        "kept": lambda part: _lines(part, "plan.kept", known),
        "texts": lambda part: _by_line(part, "plan.texts", known, "line", _text),
        "hours": lambda part: _by_line(part, "plan.hours", timed, "line with hours", _hours),
        "amounts": lambda part: _by_line(part, "plan.amounts", priced, "clause with an amount", _money),
        "own": lambda part: _own_lines(knowledge, part),
        "responsibilities": lambda part: _responsibilities(knowledge, part),
    }
    found = {key: readers[key](given[key]) for key in PLAN_KEYS if key in given}
    for line in found.get("kept", ()):
        if line in found.get("dropped", ()):
            raise Refused(f"plan.kept.{line}", "this line cannot be dropped and kept at once; keep one of the two")
    return {key: part for key, part in found.items() if part}
