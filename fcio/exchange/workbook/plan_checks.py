"""What the checks say about the plan: changes since export, the app's hours by month, and sums that must agree."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.frame import PLAN, Frame
from fcio.exchange.workbook.page import at
from fcio.exchange.workbook.plan_places import (
    HOUR_CHANGES,
    LED,
    MONTH_TOP,
    OWN,
    YEAR,
    placement,
)

TOLERANCE = 1e-6
"""Hours; rounding noise of sums of shares of months."""


def hours_changes(f: Frame) -> str:
    """How many hours of the plan differ from the export."""
    return 'SUMPRODUCT(--(Plan_hours&""<>Plan_hours_then&""))' if f.next_steps else "0"


def hours_checks(f: Frame) -> Iterator[Check]:
    """Hours by month are the app's, and months come to the same as phases."""
    plan = f.next_steps
    if plan is None:
        return
    for place, load in enumerate(plan.months):
        month = f"month {load.month}" if load.month else "the time before the start"
        for column, said, value in ((LED, "leader", load.total.typical), (OWN, "firm's own people", load.inside)):
            cell = f"'{PLAN}'!{at(MONTH_TOP + place, column, 'rc')}"
            text = f"Hours of the {said} in {month} as the app has it"
            yield Check(text, cell, value, value, TOLERANCE, HOUR_CHANGES)
    phases = "+".join(f"'{PLAN}'!{at(row, YEAR, 'rc')}" for _, row, _ in placement(f, plan).phases)
    total = sum(load.total.typical + load.inside for load in plan.months)
    if phases:
        yield Check(
            "Hours of the months come to those of the phases", "SUM(Plan_led)+SUM(Plan_own)", total, phases, TOLERANCE
        )
    yield Check("Hours of the plan below 0", 'COUNTIF(Plan_hours,"<0")', 0, 0)
