"""Where everything stands on the sheet Roadmap, and its rows: what is planned, then what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.exchange.workbook.frame import ROADMAP, Frame
from fcio.exchange.workbook.page import area
from fcio.knowledge.areas import Initiative
from fcio.model.roadmap_result import DONE, DROPPED, NO_ROOM, NOTHING_TO_LIFT, TOO_LARGE, WAITS, Placed

P_TITLE, P_AREA, P_QUARTER, P_HOURS, P_COST, P_QUARTER_THEN, P_HOURS_THEN, P_COST_THEN, P_EARLY = range(9)
P_WHY, P_LIFTS, P_NEEDS, P_EFFECT, P_SOURCE = range(9, 14)
Q_LABEL, Q_NUMBER, Q_HOURS, Q_HOURS_MAY, Q_HOURS_LEFT, Q_COST, Q_COST_MAY, Q_COST_LEFT, Q_FITS, Q_COUNT = range(10)
HOURS_ROW, MONEY_ROW, LIMIT, LIMIT_THEN = 3, 4, 2, 3
QUARTERS_TOP = 7
PLAN_CHANGES = "Plan_changes"
NOT_PLANNED = "Not planned"
WHY_WORDS = {
    NO_ROOM: "Left out: no hours or money left",
    NOTHING_TO_LIFT: "Left out: there is no gap it closes",
    DROPPED: "Dropped by you",
    WAITS: "Left out: something it needs is missing",
    DONE: "Done already",
    TOO_LARGE: "Left out: more than one quarter has",
}


@dataclass(frozen=True)
class PlanRow:
    """One initiative: placed in a quarter, or left out with the reason; ``hours`` and ``cost`` as counted."""

    initiative: Initiative
    placed: Placed | None
    why: str
    hours: float
    cost: float


def plan_rows(f: Frame) -> tuple[PlanRow, ...]:
    """Every initiative once, by quarter, then what was left out."""
    known = {initiative.id: initiative for initiative in f.knowledge.initiatives}
    own = f.assessment.roadmap.get("own", {})
    rows = [
        PlanRow(known[p.initiative], p, "Quarter chosen by you" if p.pinned else "Placed by the app", p.hours, p.cost)
        for p in sorted(f.plan.placed, key=lambda placed: placed.quarter)
    ]
    reasons = {left.initiative: WHY_WORDS.get(left.why, left.why) for left in f.plan.left_out}
    placed = {row.initiative.id for row in rows}
    for key in [*reasons, *(key for key in known if key not in reasons)]:
        if key in placed:
            continue
        initiative, mine = known[key], own.get(key, {})
        hours, cost = mine.get("hours", initiative.hours.typical), mine.get("cost", initiative.cost_usd.typical)
        rows.append(PlanRow(initiative, None, reasons.get(key, NOT_PLANNED), hours, cost))
    return tuple(rows)


@dataclass(frozen=True)
class PlanPlaces:
    """Rows for so many quarters and initiatives."""

    quarters: int
    initiatives: int

    @property
    def total(self) -> int:
        """The row of the sums over all quarters."""
        return QUARTERS_TOP + self.quarters

    @property
    def top(self) -> int:
        """The first initiative, below the picture."""
        return self.total + 18

    @property
    def last(self) -> int:
        """The last initiative."""
        return self.top + max(1, self.initiatives) - 1

    def initiatives_in(self, column: int) -> str:
        """A column of all initiatives, from any sheet."""
        return f"{ROADMAP}!{area(self.top, column, self.last, column)}"

    def quarters_in(self, column: int) -> str:
        """A column of all quarters, from any sheet."""
        return f"{ROADMAP}!{area(QUARTERS_TOP, column, self.total - 1, column)}"
