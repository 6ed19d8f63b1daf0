"""Numbers with their unit as a reader says them."""

from __future__ import annotations

BARE = ("log_sd", "cv", "levels", "count", "multiplier")
DOLLARS = "usd"
SHARE = "share"


def quantity(number: float, unit: str) -> str:
    """A number with its unit; dollars to the dollar, everything else to four significant digits.

    >>> quantity(7360000, "usd_per_year"), quantity(0.77, "share").replace("\\u00a0", " "), quantity(0.19, "per_year")
    ('$7,360,000 a year', '77 %', '0.19 a year')
    >>> quantity(46, "people"), quantity(1.8, "log_sd"), quantity(2, "times")
    ('46 people', '1.8', '2 times')
    """
    head, _, per = unit.partition("_per_")
    if unit in BARE:
        return _short(number)
    if unit.startswith("per_"):
        return f"{_short(number)}{_per(unit.removeprefix('per_'))}"
    if head == DOLLARS:
        return f"${number:,.0f}{_per(per)}"
    if head == SHARE:
        return f"{_short(100 * number)}\u00a0%{_per(per)}"
    return f"{_short(number)} {head.replace('_', ' ')}{_per(per)}"


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 1000 else f"{number:.4g}"


def _per(what: str) -> str:
    if not what:
        return ""
    words = what.replace("_", " ")
    return {"year": " a year", "month": " a month", "hour": " an hour"}.get(what, f" per {words}")
