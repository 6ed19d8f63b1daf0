"""What the user pinned to a quarter, and what has to come first for it.

What a pinned step needs, and is pinned nowhere itself, comes into the same quarter with it. A step pinned before
something that it needs is pinned has to wait: it is left out, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping

from fcio.model.roadmap_candidates import Candidate
from fcio.model.roadmap_search import Plan


def fixed_by_pins(rows: Mapping[str, Candidate]) -> Plan:
    """The quarter of every pinned candidate that can stand there, and of what comes with it.

    >>> lists = Candidate("lists", 2.0, 5.0, 0.0, (), None, {})
    >>> fixed_by_pins({"lists": lists, "plan": Candidate("plan", 4.0, 9.0, 0.0, ("lists",), 2, {})})
    {'plan': 2, 'lists': 2}
    """
    plan: Plan = {}
    before = {key: _before(rows, key) for key, row in rows.items() if row.pin is not None}
    waiting = _waiting(rows, before)
    for key in sorted(before, key=lambda one: (rows[one].pin or 0, one)):
        if key not in waiting:
            quarter = rows[key].pin or 0
            plan[key] = quarter
            for need in before[key]:
                plan.setdefault(need, rows[need].pin or quarter)
    return plan


def _before(rows: Mapping[str, Candidate], key: str) -> tuple[str, ...]:
    """Everything a candidate needs, directly or not."""
    found: dict[str, None] = {}
    queue = list(rows[key].needs)
    while queue:
        need = queue.pop(0)
        if need not in found:
            found[need] = None
            queue += rows[need].needs
    return tuple(found)


def _waiting(rows: Mapping[str, Candidate], before: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Pinned candidates that need something pinned later, or something that itself has to wait."""
    waiting: set[str] = set()
    while True:
        more = {
            key
            for key, needs in before.items()
            if key not in waiting
            and any(need in waiting or (rows[need].pin or 0) > (rows[key].pin or 0) for need in needs)
        }
        if not more:
            return waiting
        waiting |= more
