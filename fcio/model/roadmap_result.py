"""The shape of a roadmap: what is done in which quarter, what it takes, and what was left out and why."""

from __future__ import annotations

from dataclasses import dataclass

NO_ROOM, NOTHING_TO_LIFT, DROPPED, WAITS, DONE = "no_room", "nothing_to_lift", "dropped", "waits", "done"
TOO_LARGE = "too_large"
"""Why an initiative is not placed: no hours or money left, no gap it closes, dropped by the user, a prerequisite is
missing, done already, or more than one quarter holds."""


@dataclass(frozen=True)
class Placed:
    """One initiative in one quarter (1 is the next one); ``lifts`` the level each of its indicators rises to."""

    initiative: str
    quarter: int
    hours: float
    cost: float
    value: float
    pinned: bool
    lifts: dict[str, int]


@dataclass(frozen=True)
class LeftOut:
    """One initiative that is not placed, and why."""

    initiative: str
    why: str


@dataclass(frozen=True)
class Quarter:
    """One quarter: its label (Q1 2027), and the hours and money placed in it."""

    number: int
    label: str
    hours: float
    cost: float


@dataclass(frozen=True)
class Roadmap:
    """Initiatives by quarter within the hours and money of a quarter, most value first.

    ``exact`` says that no other plan within these limits is worth more; else ``bound`` is what none can exceed.
    """

    placed: tuple[Placed, ...]
    left_out: tuple[LeftOut, ...]
    quarters: tuple[Quarter, ...]
    hours_per_quarter: float
    money_per_quarter: float
    value: float
    bound: float
    exact: bool
