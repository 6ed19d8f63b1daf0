"""The shape of a result over the twelve areas: bands, targets, gaps, and what cannot stand together."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.knowledge.areas import Contradiction

ANSWERED, FROM_INTAKE, AT_LEAST, OPEN, DOES_NOT_APPLY = "answered", "intake", "at_least", "open", "does_not_apply"


@dataclass(frozen=True)
class IndicatorResult:
    """One indicator: its level (None where open or not applying), and where it comes from (``origin``).

    With the origin ``AT_LEAST`` the intake tells a level below which it cannot be; how high it is stays open.
    """

    indicator: str
    level: int | None
    origin: str

    @property
    def known(self) -> bool:
        """Whether the level is this very one."""
        return self.level is not None and self.origin != AT_LEAST


@dataclass(frozen=True)
class AreaResult:
    """One area. Levels run from 1 to 5, in whole hundredths; a gap is in levels; priority is importance times gap.

    ``low`` and ``high`` bound every completion of what is open. ``level`` is what is certain, the same as ``low``, so
    that nothing unanswered flatters it; None where nothing is known or nothing applies. ``gap`` is target less
    ``level``, ``gap_certain`` target less ``high``; neither is below 0. ``coverage`` is the answered share of the
    weight of what applies. An area in which nothing applies has ``applies`` False and no numbers.
    """

    area: str
    applies: bool
    level: float | None
    low: float | None
    high: float | None
    coverage: float
    target: int
    importance: int
    gap: float | None
    gap_certain: float | None
    priority: float | None
    priority_certain: float | None
    target_reasons: tuple[str, ...]
    importance_reasons: tuple[str, ...]
    indicators: tuple[IndicatorResult, ...]


@dataclass(frozen=True)
class Overall:
    """All areas that apply together, weighted by importance; as in :class:`AreaResult`."""

    level: float | None
    low: float | None
    high: float | None
    coverage: float


@dataclass(frozen=True)
class AreasResult:
    """The twelve areas in the order of the file, and the contradictions among their levels."""

    overall: Overall
    areas: tuple[AreaResult, ...]
    contradictions: tuple[Contradiction, ...]

    def area(self, area_id: str) -> AreaResult:
        """The result of one area."""
        return next(row for row in self.areas if row.area == area_id)

    @property
    def by_priority(self) -> tuple[AreaResult, ...]:
        """Areas that apply: what is certainly short first, then what may be, then in the order of the file."""
        rows = [row for row in self.areas if row.applies]
        return tuple(sorted(rows, key=lambda row: (-(row.priority_certain or 0), -(row.priority or 0))))
