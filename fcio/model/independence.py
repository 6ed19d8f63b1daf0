"""The independence check: who earns from what a role would advise, and what guards against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fcio.knowledge.conflicts import Conflict
from fcio.model.situation import Situation, holds


@dataclass(frozen=True)
class ConflictVerdict:
    """A conflict of interest that is there (``on``) or that an open answer could still bring about."""

    conflict: Conflict
    on: bool


def _declared(role: str, consultant: Mapping[str, Any]) -> bool | None:
    """Whether the consultant who takes part sells this role; None where an interest is declared but no role."""
    if consultant.get("sells"):
        return bool(consultant["sells"] == role)
    return None if str(consultant.get("interest", "")).strip() else False


def conflicts(s: Situation, role: str, consultant: Mapping[str, Any] | None = None) -> tuple[ConflictVerdict, ...]:
    """Every conflict of interest that a role brings or could still bring, in the written order.

    Three-valued like the gates: left out where the answers rule it out. ``consultant`` is the seat of the consultant
    (``sells``, ``interest``); what they sell is a conflict of the advice itself.

    >>> from fcio.knowledge.load import load
    >>> from fcio.model.situation import situation
    >>> from fcio.model.tables import tables
    >>> s = situation(tables(load()), {"operations": "own_staff", "upcoming_decision": "none_ahead"})
    >>> [(v.conflict.id, v.on) for v in conflicts(s, "vcio")][1:]
    [('loyal_to_the_provider', True), ('margins_undisclosed', False)]
    """
    found = []
    for conflict in s.tables.knowledge.conflicts:
        if role not in conflict.roles:
            continue
        there = _declared(role, consultant or {}) if conflict.declared else True
        verdict = min(there, holds(s, conflict.when), key=(False, None, True).index)
        if verdict is not False:
            found.append(ConflictVerdict(conflict, bool(verdict)))
    return tuple(found)


def all_conflicts(s: Situation, consultant: Mapping[str, Any]) -> dict[str, tuple[ConflictVerdict, ...]]:
    """The conflicts of every role that can be engaged."""
    roles = (role for role in s.tables.knowledge.roles if not role.is_line)
    return {role.id: conflicts(s, role.id, consultant) for role in roles}
