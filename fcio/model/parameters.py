"""Dated figures: the value in force on a day, or the client's own in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from fcio.knowledge.figures import Parameter
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused, shown_key, shown_value
from fcio.model.area_levels import HIGHEST, LOWEST

OWN_FIGURE = "client"
LARGEST = 10**12
"""No figure here comes near it; a guard against slips of the keyboard, not knowledge."""
LIMITS = {
    "share": (0.0, 1.0),
    "per_year": (0.0, 1000.0),
    "levels": (float(LOWEST), float(HIGHEST)),
    "log_sd": (0.1, 4.0),
    "multiplier": (0.01, 100.0),
}
"""The least and the most that an own figure of a unit can be; a log standard deviation of 4 spans fourteen powers of
ten. Guards against slips of the keyboard, not knowledge."""
LONGEST_ID = 60
"""Letters of an unknown id that are compared with the known ones; no id is as long."""
SPREAD = ("low", "typical", "high")


@dataclass(frozen=True)
class Figure:
    """A low, typical and high value with where it comes from; ``source`` is ``client`` for their own."""

    id: str
    label: str
    unit: str
    low: float
    typical: float
    high: float
    dated: date | None
    source: str
    grade: str | None
    note: str | None


def in_force(parameter: Parameter, as_of: date) -> Figure:
    """The latest value dated on or before ``as_of``; the earliest where all are later."""
    past = [day for day in parameter.values if day <= as_of]
    day = max(past) if past else min(parameter.values)
    v = parameter.values[day]
    return Figure(
        parameter.id, parameter.label, parameter.unit, v.low, v.typical, v.high, day, v.source, v.grade, v.note
    )


def _own(parameter: Parameter, value: Any) -> Figure:
    parts = dict(value) if isinstance(value, Mapping) else {"low": value, "typical": value, "high": value}
    field = f"overrides.{parameter.id}"
    numbers = [n for n in parts.values() if isinstance(n, (int, float)) and not isinstance(n, bool)]
    rising = [parts.get(key) for key in SPREAD] == sorted(numbers)
    if set(parts) != set(SPREAD) or not rising or not all(0 <= n <= LARGEST for n in numbers):
        raise Refused(field, f"give a number, or low, typical and high in rising order, got {shown_value(value)}")
    least, most = LIMITS.get(parameter.unit, (0.0, LARGEST))
    if not all(least <= n <= most for n in numbers):
        raise Refused(field, f"give numbers from {least:g} to {most:g}, got {shown_value(value)}")
    low, typical, high = (float(n) for n in sorted(numbers))
    return Figure(parameter.id, parameter.label, parameter.unit, low, typical, high, None, OWN_FIGURE, None, None)


def nearest(parameter_id: str, knowledge: Knowledge) -> list[str]:
    """Ids of the figures that look most like an unknown one."""
    return get_close_matches(parameter_id[:LONGEST_ID], knowledge.parameters, n=5, cutoff=0)


class Figures:
    """All parameters as one client sees them on one day.

    Raises :class:`Refused` for an override of an unknown parameter or without a sensible number.
    """

    def __init__(self, knowledge: Knowledge, as_of: date, overrides: Mapping[str, Any]) -> None:
        for parameter_id in overrides:
            if parameter_id not in knowledge.parameters:
                cure = f"there is no such figure; the nearest are {', '.join(nearest(parameter_id, knowledge))}"
                raise Refused(f"overrides.{shown_key(parameter_id)}", cure)
        self._figures = {
            key: _own(parameter, overrides[key]) if key in overrides else in_force(parameter, as_of)
            for key, parameter in knowledge.parameters.items()
        }

    def __getitem__(self, parameter_id: str) -> Figure:
        """The figure with this id."""
        return self._figures[parameter_id]
