"""Words of the plan in the workbook: who does it, who attends, and why."""

from __future__ import annotations

from collections.abc import Iterable

from fcio.exchange.workbook.frame import Frame
from fcio.model.plan.result import Because, Plan

LEADER = "leader"
_DOERS = {"owner": "Owner", "inside": "Own people"}


def worker(f: Frame, plan: Plan, who: str) -> str:
    """Who does a line, in a word or two."""
    return f.short(plan.role) if who == LEADER else _DOERS.get(who, who)


def workers(f: Frame, plan: Plan, people: Iterable[str]) -> str:
    """Who attends, as a list in words."""
    assert f.knowledge.plan is not None
    names = {person.id: person.name for person in f.knowledge.plan.people}
    found = [f.short(plan.role) if one == LEADER else names.get(one, one) for one in people]
    return ", ".join(name[0].upper() + name[1:] if place == 0 else name for place, name in enumerate(found))


def why(reasons: Iterable[Because]) -> str:
    """The reasons, one a line."""
    return "\n".join(one.text for one in reasons)
