"""The hours of a plan by month, held against those of the engagement."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from fcio.model.engagement import NOTHING, Engagement, Span
from fcio.model.plan.result import ENDED, FITS, NOBODY, OVER, TIGHT, Line, MonthLoad

MONTHS = 12
BEFORE = 0


def shares(first_day: int, last_day: int, days_per_month: int) -> dict[int, float]:
    """The share (0 to 1) of the days of a line that falls into each month; 0 is all the time before the start.

    >>> shares(21, 40, 30)
    {1: 0.5, 2: 0.5}
    >>> shares(-30, -1, 30)
    {0: 1.0}
    """
    days = last_day - first_day + 1
    found: dict[int, float] = {}
    for day in range(first_day, last_day + 1):
        month = BEFORE if day < 1 else (day - 1) // days_per_month + 1
        found[month] = found.get(month, 0) + 1
    return {month: count / days for month, count in found.items()}


def _weights(line: Line, days_per_month: int) -> dict[int, float]:
    if line.months:
        return dict.fromkeys(line.months, 1.0)
    if line.first_day is None or line.last_day is None:
        return {}
    return shares(line.first_day, line.last_day, days_per_month)


def _ended(engagement: Engagement, month: int) -> bool:
    return not engagement.open_ended and month > ceil(engagement.duration_months.high)


def _available(engagement: Engagement, month: int, engaged: bool) -> Span | None:
    """The hours of the engagement in a month; none before its start and after its longest usual end."""
    if not engaged:
        return None
    return NOTHING if month == BEFORE or _ended(engagement, month) else engagement.hours_per_month


def _verdict(total: Span, available: Span | None, ended: bool) -> str:
    if available is None:
        return NOBODY
    if ended:
        return ENDED
    if total.typical > available.high:
        return OVER
    return TIGHT if total.typical > available.typical else FITS


def month_loads(
    lines: Iterable[Line], engagement: Engagement, engaged: bool, days_per_month: int
) -> tuple[MonthLoad, ...]:
    """The time before the start and twelve months: the leader's hours by line, and what the engagement holds."""
    weighed = [(line, line.hours, _weights(line, days_per_month)) for line in lines if line.hours is not None]
    found = []
    for month in range(MONTHS + 1):
        now = [(line, hours, weight[month]) for line, hours, weight in weighed if hours and month in weight]
        led = [(line, hours, w) for line, hours, w in now if line.done_by == "leader"]
        total = Span(*(sum(getattr(hours, end) * w for _, hours, w in led) for end in ("low", "typical", "high")))
        inside = sum(hours.typical * w for line, hours, w in now if line.done_by != "leader")
        available = _available(engagement, month, engaged)
        by_line = {line.id: hours.typical * w for line, hours, w in led}
        found.append(
            MonthLoad(month, by_line, total, inside, available, _verdict(total, available, _ended(engagement, month)))
        )
    return tuple(found)
