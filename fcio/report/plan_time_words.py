"""When a line of the plan is done and how long it takes, in words."""

from __future__ import annotations

from fcio.model.engagement import Span
from fcio.model.plan.result import GATE, Line
from fcio.report.hiring_words import listed


def _months_text(months: tuple[int, ...]) -> str:
    first, last = months[0], months[-1]
    if len(months) > 1 and months == tuple(range(first, last + 1)):
        return f"each month from {first} to {last}"
    return f"month{'s' if len(months) > 1 else ''} {listed([str(month) for month in months])}"


def when_text(line: Line) -> str:
    """When a line is done, in days before or after the start, or in months."""
    if line.months:
        return _months_text(line.months)
    if line.first_day is None:
        return "first of all" if line.kind == GATE else ""
    if line.first_day < 0:
        return f"{-line.first_day} to {-(line.last_day or 0)} days before the start"
    return f"day {line.first_day} to {line.last_day}"


def told_hours(hours: float) -> str:
    """Hours as they are told, in halves.

    >>> told_hours(3.33), told_hours(4.0), told_hours(0.1)
    ('3.5', '4', '0.5')
    """
    halves = max(round(2 * hours) / 2, 0.5) if hours else 0.0
    return f"{halves:,.1f}".removesuffix(".0")


def hours_text(hours: Span | None) -> str:
    """Hours with their spread; empty where nobody said.

    >>> hours_text(Span(1, 2, 4)), hours_text(Span(1, 1, 1)), hours_text(None)
    ('2 hours (1 to 4)', '1 hour', '')
    """
    if hours is None:
        return ""
    low, typical, high = (told_hours(end) for end in (hours.low, hours.typical, hours.high))
    text = f"{typical} hour{'' if typical == '1' else 's'}"
    return text if low == high else f"{text} ({low} to {high})"
