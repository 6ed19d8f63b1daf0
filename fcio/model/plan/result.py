"""The shape of a plan: what is done when, in how many hours, by whom, and why each line is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.knowledge.conflicts import Conflict
from fcio.knowledge.plan import Phase
from fcio.model.engagement import Span

ANSWER, FINDING, ROLE, RULE, BY_HAND = "answer", "finding", "role", "rule", "by_hand"
"""Where a reason comes from: an answer, a finding, the role of the plan, a rule that holds for all, the client."""

ACTIVITY, STEP, GATE, OWN = "activity", "step", "gate", "own"
"""What a line is: an activity of the role, a first step of the roadmap, a must of the advice, the client's own."""

FITS, TIGHT, OVER, NOBODY, ENDED = "fits", "tight", "over", "nobody", "ended"
"""Hours of a month against those of the engagement: within the typical, within the high, above; nobody is engaged, or
such an engagement has usually ended by then."""

ONE, DOUBLE, GAP, OPEN = "one", "double", "gap", "open"
"""How many lead a duty: one, several, nobody, or an open answer decides."""


@dataclass(frozen=True)
class Because:
    """Why something is in the plan; ``id`` is the question, area, scenario, role or rule it comes from."""

    kind: str
    id: str
    text: str


@dataclass(frozen=True)
class Line:
    """One thing that is done in a phase, on days (``first_day`` to ``last_day``) or again in ``months``.

    ``hours`` are those of ``done_by`` for each time, None where nobody said; ``cost`` is in US dollars. ``attend``
    names people. ``usual_text`` and ``usual_hours`` are ours, ``changed`` names what the client put in their place.
    """

    id: str
    kind: str
    phase: str
    title: str
    text: str
    usual_text: str
    deliverable: str
    first_day: int | None
    last_day: int | None
    months: tuple[int, ...]
    hours: Span | None
    usual_hours: Span | None
    done_by: str
    attend: tuple[str, ...]
    cost: float | None
    because: tuple[Because, ...]
    source: str
    note: str | None
    changed: tuple[str, ...]


@dataclass(frozen=True)
class MonthLoad:
    """One month of the first year; 0 is the time before the start.

    ``leader`` holds hours by line, ``total`` their sum; ``inside`` the typical hours of the firm's own people.
    ``available`` are the hours of the engagement in this month, None where nobody is engaged.
    """

    month: int
    leader: Mapping[str, float]
    total: Span
    inside: float
    available: Span | None
    verdict: str


@dataclass(frozen=True)
class ClauseLine:
    """One clause of the mandate, its blanks filled; ``amount`` in US dollars, ours in ``usual_amount``."""

    id: str
    part: str
    heading: str
    text: str
    usual_text: str
    amount: float | None
    usual_amount: float | None
    because: tuple[Because, ...]
    source: str
    note: str | None
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Holders:
    """Who has which part in a duty (leads, helps, told) by party, and whether one, several or nobody leads it."""

    parts: Mapping[str, str]
    state: str
    because: tuple[Because, ...]
    changed: bool

    @property
    def leading(self) -> tuple[str, ...]:
        """The parties that lead."""
        return tuple(party for party, part in self.parts.items() if part == "leads")


@dataclass(frozen=True)
class DutyLine:
    """One duty: who has it today, and who would with the role of the plan."""

    id: str
    group: str
    area: str | None
    duty: str
    today: Holders
    would: Holders


@dataclass(frozen=True)
class Interest:
    """One conflict of interest of the role, ``on`` or possible, with the answers that bring it."""

    conflict: Conflict
    on: bool
    because: tuple[Because, ...]


@dataclass(frozen=True)
class Safeguard:
    """Something that guards against a conflict of interest that is there."""

    id: str
    conflict: str
    text: str
    usual_text: str
    because: tuple[Because, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What to do next with one role, ``recommended`` or chosen; every part says why it is there.

    ``mode`` is how the role is engaged.
    ``path`` and ``triggers`` are the steps from leader to leader and what would change them; ``review_months`` says
    after how many months to look again. ``dropped`` names the lines the client took out.
    """

    role: str
    mode: str
    recommended: bool
    phases: tuple[Phase, ...]
    lines: tuple[Line, ...]
    months: tuple[MonthLoad, ...]
    clauses: tuple[ClauseLine, ...]
    duties: tuple[DutyLine, ...]
    interests: tuple[Interest, ...]
    safeguards: tuple[Safeguard, ...]
    path: tuple[str, ...]
    triggers: tuple[str, ...]
    review_months: int
    dropped: tuple[str, ...]

    def of_phase(self, phase: str) -> tuple[Line, ...]:
        """The lines of one phase, in order."""
        return tuple(line for line in self.lines if line.phase == phase)

    @property
    def extra_hours(self) -> float:
        """Hours of the first three months that the engagement does not hold even at its high end."""
        over = (month for month in self.months[1:4] if month.verdict == OVER and month.available is not None)
        return sum(month.total.typical - month.available.high for month in over if month.available)

    @property
    def start_hours(self) -> float:
        """The leader's hours of the first three months."""
        return sum(month.total.typical for month in self.months[1:4])

    @property
    def later_hours(self) -> float | None:
        """The leader's hours of a usual month after the first three, while the engagement lasts; None where none is."""
        later = [month for month in self.months[4:] if month.verdict not in (NOBODY, ENDED)]
        return sum(month.total.typical for month in later) / len(later) if later else None

    @property
    def gaps(self) -> tuple[DutyLine, ...]:
        """Duties that nobody leads today."""
        return tuple(duty for duty in self.duties if duty.today.state == GAP)

    @property
    def double_work(self) -> tuple[DutyLine, ...]:
        """Duties that several lead today."""
        return tuple(duty for duty in self.duties if duty.today.state == DOUBLE)

    @property
    def left_open(self) -> tuple[DutyLine, ...]:
        """Duties that nobody would lead with this role either."""
        return tuple(duty for duty in self.duties if duty.would.state == GAP)
