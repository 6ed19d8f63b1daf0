"""What the checks say about responsibilities: changes since export, and gaps counted as in the app."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.duty_places import DUTY_CHANGES, SIDES, held
from fcio.exchange.workbook.frame import Frame
from fcio.model.plan.changes import NONE, TODAY
from fcio.model.plan.result import DOUBLE, GAP


def duty_changes(f: Frame) -> str:
    """How many parts differ from the export; none and an empty cell are the same."""
    if f.next_steps is None or f.knowledge.responsibilities is None:
        return "0"
    each = (f'SUMPRODUCT((Parts_{s}<>Parts_{s}_then)-(Parts_{s}="{NONE}")*(Parts_{s}_then=""))' for s in SIDES)
    return "+".join(each)


def duty_checks(f: Frame) -> Iterator[Check]:
    """Gaps and double work on both sides are those of the app."""
    if f.next_steps is None or f.knowledge.responsibilities is None:
        return
    for side in SIDES:
        said = "today" if side == TODAY else "with this role"
        for name, label, state in (("Gaps", "nobody leads", GAP), ("Double", "two or more lead", DOUBLE)):
            total = sum(held(duty, side).state == state for duty in f.next_steps.duties)
            text = f"Duties that {label} {said}, as the app has it"
            yield Check(text, f"{name}_{side}", total, total, 0, DUTY_CHANGES)
