"""Levers: the uncertain numbers that all scenarios share, so that moving one moves it in all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np

from fcio.model.engagement import Span
from fcio.model.parameters import LARGEST, OWN_FIGURE, Figure
from fcio.model.tables import Floats

Spread = Literal["pert", "triangular"]
Values = Mapping[str, Floats]
"""A value for each lever: a single number, or an array [N] of draws."""

WEIGHT_OF_TYPICAL = 4
"""Of the PERT distribution (Malcolm, Roseboom, Clark and Fazar 1959): the mean is (low + 4 typical + high) / 6."""
CELLS = 1024
MOST_RATE, MOST_MONTHS, MOST_HOURS = 0.4, 120.0, 744.0
MOST_BY_UNIT = {
    "share": 1.0,
    "share_per_year": 1.0,
    "factor": 10.0,
    "months": MOST_MONTHS,
    "hours_per_month": MOST_HOURS,
}
"""The most that a lever of a unit can be, and the most that the discount rate can; the least is 0 throughout. Guards
against slips of the keyboard, not knowledge: no month has more than 744 hours."""


def most_of(unit: str) -> float:
    """The most that a lever of this unit can be.

    >>> most_of("share"), most_of("usd_per_year") == LARGEST
    (1.0, True)
    """
    return MOST_BY_UNIT.get(unit, float(LARGEST))


@dataclass(frozen=True)
class Lever:
    """One number with its range, unit and source; ``held`` ones are not drawn by chance."""

    id: str
    label: str
    unit: str
    low: float
    typical: float
    high: float
    source: str
    grade: str | None = None
    note: str | None = None
    held: bool = False
    dated: date | None = None

    @property
    def drawn(self) -> bool:
        """Whether chance moves it."""
        return self.low < self.high and not self.held

    @property
    def spread(self) -> bool:
        """Whether it has a range at all."""
        return self.low < self.high

    def fixed(self, value: float) -> Lever:
        """The same at one value of the client's own."""
        return replace(self, low=value, typical=value, high=value, source=OWN_FIGURE, grade=None, note=None, dated=None)


def of_figure(figure: Figure, held: bool = False) -> Lever:
    """A figure as a lever; the client's own range is drawn even where ours would be held."""
    held = held and figure.source != OWN_FIGURE
    ends = (figure.low, figure.typical, figure.high)
    origin = (figure.source, figure.grade, figure.note)
    return Lever(figure.id, figure.label, figure.unit, *ends, *origin, held, figure.dated)


def known_lever(id_: str, label: str, unit: str, value: float | Span, source: str, note: str | None = None) -> Lever:
    """A lever that is no figure: a number the client gave, or a range that follows from an answer."""
    span = value if isinstance(value, Span) else Span(value, value, value)
    return Lever(id_, label, unit, span.low, span.typical, span.high, source, None, note)


def by_id(levers: Iterable[Lever]) -> dict[str, Lever]:
    """Levers by id, in order."""
    return {lever.id: lever for lever in levers}


def at_typical(levers: Mapping[str, Lever]) -> dict[str, Floats]:
    """Every lever at its typical value."""
    return {key: np.asarray(lever.typical, dtype=float) for key, lever in levers.items()}


def triangular(lever: Lever, chance: Floats) -> Floats:
    """The value below which a share ``chance`` of a triangular distribution lies."""
    low, mode, high = lever.low, lever.typical, lever.high
    turn = (mode - low) / (high - low)
    rising = low + np.sqrt(chance * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - chance) * (high - low) * (high - mode))
    return np.where(chance < turn, rising, falling)


def pert(lever: Lever, chance: Floats) -> Floats:
    """The value below which a share ``chance`` of a PERT distribution lies, from its tabulated distribution."""
    width = lever.high - lever.low
    mode = (lever.typical - lever.low) / width
    x = np.linspace(0.0, 1.0, CELLS + 1)
    middles = (x[1:] + x[:-1]) / 2
    density = middles ** (WEIGHT_OF_TYPICAL * mode) * (1 - middles) ** (WEIGHT_OF_TYPICAL * (1 - mode))
    below = np.concatenate([[0.0], np.cumsum(density)])
    return lever.low + width * np.interp(chance, below / below[-1], x)


DISTRIBUTIONS: Mapping[Spread, Callable[[Lever, Floats], Floats]] = {"pert": pert, "triangular": triangular}


def mean(lever: Lever, spread: Spread) -> float:
    """The mean of a lever in closed form; the typical value of one that is held."""
    if not lever.drawn:
        return lever.typical
    if spread == "triangular":
        return (lever.low + lever.typical + lever.high) / 3
    return (lever.low + WEIGHT_OF_TYPICAL * lever.typical + lever.high) / (WEIGHT_OF_TYPICAL + 2)
