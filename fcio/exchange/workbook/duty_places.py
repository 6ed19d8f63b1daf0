"""Places and words of the responsibilities in the workbook, so that sheet and checks agree."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import area
from fcio.knowledge.plan_responsibilities import PARTS, Party
from fcio.model.plan.changes import NONE, TODAY, WOULD
from fcio.model.plan.result import DutyLine, Holders, Plan

DUTY, AREA, FIRST = range(3)
TOP = 5
SIDES = (TODAY, WOULD)
PART_WORDS = (*PARTS, NONE)
GAP_WORDS, DOUBLE_WORDS, ONE_WORDS = "nobody leads", "two or more lead", "one leads"
OPEN_WORDS = "an open answer decides"
DUTY_CHANGES = "Duty_changes"


@dataclass(frozen=True)
class Places:
    """Where the parts of each side stand, worked out once from the numbers of parties and duties."""

    parties: tuple[Party, ...]
    count: int

    @property
    def end(self) -> int:
        """The row after the last duty."""
        return TOP + self.count

    def first(self, side: str) -> int:
        """The column of the first party of a side."""
        return FIRST + SIDES.index(side) * (len(self.parties) + 1)

    def state(self, side: str) -> int:
        """The column that says how many lead."""
        return self.first(side) + len(self.parties)

    def why(self, side: str) -> int:
        """The column of the reasons of a side, after both sides."""
        return self.state(WOULD) + 1 + SIDES.index(side)

    @property
    def last(self) -> int:
        """The last column."""
        return self.why(WOULD)

    def across(self, row: int, side: str) -> str:
        """The parts of one duty."""
        return area(row, self.first(side), row, self.state(side) - 1)

    def export_row(self, row: int) -> int:
        """The row in which the parts of a duty at export stand."""
        return row + self.count + 5


def duty_places(f: Frame, plan: Plan) -> Places:
    """Where things stand for this plan."""
    assert f.knowledge.responsibilities is not None
    return Places(f.knowledge.responsibilities.parties, len(plan.duties))


def held(duty: DutyLine, side: str) -> Holders:
    """Who has a duty today, or would."""
    return duty.today if side == TODAY else duty.would
