"""The conflicts of interest of a role, the most serious first, and what guards against those that are there."""

from __future__ import annotations

from fcio.knowledge.conflicts import SERIOUS
from fcio.model.plan.because import reasons
from fcio.model.plan.case import PlanCase
from fcio.model.plan.changes import safeguard_id
from fcio.model.plan.lines import role_of
from fcio.model.plan.result import FINDING, Because, Interest, Safeguard


def interests(case: PlanCase) -> tuple[Interest, ...]:
    """Every conflict the role brings or could bring: those that are there first, then by how serious they are."""
    found = []
    for verdict in case.fit.conflicts.get(case.role, ()):
        answers = reasons(case.s, verdict.conflict.when)
        found.append(Interest(verdict.conflict, verdict.on, answers or (role_of(case),)))
    return tuple(sorted(found, key=lambda one: (not one.on, SERIOUS.index(one.conflict.serious))))


def safeguards(case: PlanCase) -> tuple[Safeguard, ...]:
    """What guards against the conflicts that are there, in their order, without what the client dropped."""
    found = []
    for interest in interests(case):
        conflict = interest.conflict
        for number, text in enumerate(conflict.safeguards, 1):
            line = safeguard_id(conflict.id, number)
            if interest.on and line not in case.changes.dropped:
                own = case.changes.texts.get(line, text)
                because = (Because(FINDING, conflict.id, conflict.headline), *interest.because)
                changed = ("text",) if line in case.changes.texts else ()
                found.append(Safeguard(line, conflict.id, own, text, because, changed))
    return tuple(found)
