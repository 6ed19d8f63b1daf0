"""Places and names of the plan in the workbook, so that sheet, checks and summary agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import area
from fcio.model.plan.months import BEFORE, MONTHS, shares
from fcio.model.plan.result import Line, Plan

TITLE, WHEN, HOURS, THEN, NOW, TIMES, YEAR, BY, ATTEND, COST, TEXT, WHY, SOURCE, SHARES = range(14)
"""Columns of Plan; from ``SHARES`` on, the share of each line in the time before the start and in twelve months."""
LEADER_ROW, MONTH_HEAD = 4, 6
MONTH_TOP = MONTH_HEAD + 1
LINES_HEAD = MONTH_TOP + MONTHS + 5
LINES_TOP = LINES_HEAD + 1
LED, OWN, HELD, MOST_HELD, VERDICT = HOURS, THEN, NOW, TIMES, YEAR
"""Columns of the months: the leader's hours, those of the firm's own people, what the engagement holds, and how."""
HOUR_CHANGES = "Hour_changes"
LEADER_WORD = "Plan_leader"
NO_PLAN = "This version holds no plan."


@dataclass(frozen=True)
class Placed:
    """A line of the plan and its row; a phase's row stands above its lines."""

    line: Line
    row: int
    shares: Mapping[int, float]

    @property
    def times(self) -> float:
        """How often its hours come in the time before the start and the first year."""
        return sum(self.shares.values())


@dataclass(frozen=True)
class Placement:
    """Every phase that has lines, with its row, and every line with its own; ``end`` is the row after the last."""

    phases: tuple[tuple[str, int, tuple[Placed, ...]], ...]
    end: int

    @property
    def lines(self) -> tuple[Placed, ...]:
        """All lines, in order."""
        return tuple(one for _, _, lines in self.phases for one in lines)

    def column(self, column: int) -> str:
        """A column over all lines, phase rows among them."""
        return area(LINES_TOP, column, self.end - 1, column)


def _shares(f: Frame, line: Line) -> dict[int, float]:
    """The share of a line's hours in each month; nothing for a line without days."""
    assert f.knowledge.plan is not None
    if line.months:
        found = dict.fromkeys(line.months, 1.0)
    elif line.first_day is None or line.last_day is None:
        found = {}
    else:
        found = shares(line.first_day, line.last_day, f.knowledge.plan.days_per_month)
    return {month: share for month, share in found.items() if BEFORE <= month <= MONTHS}


def placement(f: Frame, plan: Plan) -> Placement:
    """Where every phase and line stands."""
    phases, row = [], LINES_TOP
    for phase in plan.phases:
        lines = plan.of_phase(phase.id)
        if not lines:
            continue
        placed = tuple(Placed(line, row + 1 + n, _shares(f, line)) for n, line in enumerate(lines))
        phases.append((phase.title, row, placed))
        row += 1 + len(lines)
    return Placement(tuple(phases), row)
