"""What must hold for preferences asked as pairs and for conflicts of interest."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.knowledge.shapes import Condition
from fcio.knowledge.whole import Knowledge


def choice_conditions(knowledge: Knowledge) -> Iterator[tuple[str, str, Condition]]:
    """Every condition on answers in pairs and conflicts: file, entry, condition; those left out are none."""
    yield from (("conflicts.yaml", conflict.id, conflict.when) for conflict in knowledge.conflicts if conflict.when)
    sides = [(pair.id, side) for pair in knowledge.tradeoffs for side in (pair.first, pair.second)]
    yield from (("tradeoffs.yaml", pair, side.against) for pair, side in sides if side.against)


def choice_faults(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Every fault of pairs and conflicts: file, entry, cure."""
    yield from _tradeoffs(knowledge)
    yield from _conflicts(knowledge)


def _tradeoffs(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    criteria = {criterion.id for criterion in knowledge.criteria}
    for pair in knowledge.tradeoffs:
        for side in (pair.first, pair.second):
            if side.criterion not in criteria:
                yield "tradeoffs.yaml", pair.id, f"{side.criterion} is no criterion; correct it or add it"
        if pair.first.criterion == pair.second.criterion:
            yield "tradeoffs.yaml", pair.id, "both sides stand for the same criterion; a choice would move nothing"


def _conflicts(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    roles = {role.id for role in knowledge.roles}
    for conflict in knowledge.conflicts:
        for unknown in sorted(set(conflict.roles) - roles):
            yield "conflicts.yaml", conflict.id, f"{unknown} is no role"
        for part in ("roles", "remedies", "safeguards"):
            if not getattr(conflict, part):
                yield "conflicts.yaml", conflict.id, f"{part} is empty; give at least one"
