"""Expected loss on the sheet Cash flow: what falls away while each leader's work climbs, and what of it is kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fcio.exchange.workbook.budget_places import MONTHS_WITHOUT_END, SHORTEST_NAME, lever_name
from fcio.exchange.workbook.cash_leaders import LeaderCells
from fcio.exchange.workbook.cash_rows import Rows, Year
from fcio.model.money.case import BudgetCase
from fcio.model.money.timeline import SHORTEST, Timeline
from fcio.model.tables import Floats


def write_loss_saved(rows: Rows, case: BudgetCase, cells: Sequence[LeaderCells], line: Timeline, total: Floats) -> int:
    """Expected loss that falls away in each year, while it climbs with the areas and as far as it is kept; its row."""
    origin, parts = cells[0], [_climbing(rows, case, one, cells[0], line) for one in cells]
    tail, (role, length, _, _) = cells[-1], parts[-1]
    months = min(float(tail.spell.end), MONTHS_WITHOUT_END) - float(origin.spell.start)
    value = float(np.clip(months / _climb_months(case, tail), 0, 1))
    part = f"MAX(0,MIN(({tail.end}-{origin.start})/{length},1))"
    reached = rows.single("Part reached when nobody leads any more", part, value)
    kept = lever_name(case.rules.plan.figures.effect_kept)

    def formula(y: Year) -> str:
        found = [f"Saves_{who}/12*({y.of(until)}-{y.of(since)})" for who, _, since, until in parts]
        return "+".join([*found, f"Saves_{role}/12*{kept}*{reached}*{y.months_from(tail.end)}"])

    return rows.years("Expected loss that falls away", formula, total)


def _climb_months(case: BudgetCase, one: LeaderCells) -> float:
    assert case.risk is not None
    return max(case.risk.climb.get(one.spell.leader.role, 0.0), SHORTEST)


def _climbing(
    rows: Rows, case: BudgetCase, one: LeaderCells, origin: LeaderCells, line: Timeline
) -> tuple[str, str, int, int]:
    """The role, the address of the months of its climb, and rows of months in full since the first day, both ends."""
    role = one.spell.leader.role or "now"
    climb = _climb_months(case, one)
    length = rows.single("Months until losses have fallen", f"MAX(Climb_{role},{SHORTEST_NAME})", climb)
    first = np.maximum(float(max(one.spell.start, one.spell.takes_over)), line.starts)
    last = np.maximum(np.minimum(float(one.spell.end), line.ends), first)
    start = float(origin.spell.start)
    since = rows.years(
        "Months since the first day, at the beginning",
        lambda y: f"MAX({one.begins},{y.start})-{origin.start}",
        first - start,
        "any",
    )
    until = rows.years(
        "Months since the first day, at the end",
        lambda y: f"MAX(MIN({one.end},{y.end}),MAX({one.begins},{y.start}))-{origin.start}",
        last - start,
        "any",
    )
    begun = _climb(rows, "beginning", since, length, first - start, climb)
    return role, length, begun, _climb(rows, "end", until, length, last - start, climb)


def _climb(rows: Rows, said: str, months: int, length: str, values: Floats, climb: float) -> int:
    """The row of the months in full since the first day: the area under an even climb to 1 after so many months."""
    within = np.clip(values, 0, climb)

    def formula(y: Year) -> str:
        held = f"MIN(MAX({y.of(months)},0),{length})"
        return f"{held}*AVERAGE(0,{held})/{length}+MAX({y.of(months)}-{length},0)"

    full = within * within / 2 / climb + np.maximum(values - climb, 0)
    return rows.years(f"As months in full, at the {said}", formula, full, "any")
