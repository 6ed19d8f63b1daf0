"""Numbers with their unit as a reader says them."""

from __future__ import annotations

BARE = ("log_sd", "cv", "levels", "count", "multiplier")
DOLLARS = "usd"
SHARE = "share"
CENTS_BELOW = 10
PERIODS = {"year": " a year", "month": " a month", "hour": " an hour"}


def quantity(number: float, unit: str) -> str:
    """A number with its unit; dollars from ten on to the dollar, the rest to four significant digits.

    >>> quantity(7360000, "usd_per_year"), quantity(0.77, "share").replace("\\u00a0", " "), quantity(0.19, "per_year")
    ('$7,360,000 a year', '77 %', '0.19 a year')
    >>> quantity(46, "people"), quantity(1.8, "log_sd"), quantity(2, "times")
    ('46 people', '1.8', '2 times')
    """
    return f"{_number(number, unit)}{_noun(number, unit)}{_period(unit)}"


def spread(low: float, typical: float, high: float, unit: str) -> str:
    """A number with its unit and the range it may lie in.

    >>> spread(0.07, 0.19, 1.6, "per_year"), spread(249000, 290000, 468000, "usd"), spread(2, 2, 2, "times")
    ('0.19 a year (0.07 to 1.6)', '$290,000 ($249,000 to $468,000)', '2 times')
    """
    if low == high:
        return quantity(typical, unit)
    return f"{quantity(typical, unit)} ({_number(low, unit)} to {_number(high, unit)})"


def _number(number: float, unit: str) -> str:
    if unit.startswith(DOLLARS):
        return f"${_short(number) if number < CENTS_BELOW else f'{number:,.0f}'}"
    if unit.startswith(SHARE):
        return f"{_short(100 * number)}\u00a0%"
    return _short(number)


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 1000 else f"{number:.4g}"


def _noun(number: float, unit: str) -> str:
    plural = unit.partition("_per_")[0]
    if unit in BARE or unit.startswith("per_") or plural in (DOLLARS, SHARE):
        return ""
    one = {"people": "person"}.get(plural, plural.removesuffix("s"))
    return f" {(one if number == 1 else plural).replace('_', ' ')}"


def _period(unit: str) -> str:
    what = unit.removeprefix("per_") if unit.startswith("per_") else unit.partition("_per_")[2]
    return PERIODS.get(what, f" per {what.replace('_', ' ')}") if what else ""
