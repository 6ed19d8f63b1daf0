"""Days and percentages as people write them in a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from fcio.exchange.grid import Cell
from fcio.exchange.spend_amounts import Read, Unreadable, refuse_unvalued
from fcio.model.answers import shown_value

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIRST_YEAR, LAST_YEAR = 2000, 2100
FIRST_SERIAL, LAST_SERIAL = 36_526, 73_415
"""Guards against slips of the keyboard, not knowledge: Excel counts days, and these are the same years."""
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$")
NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})\.?$")
DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .-]+([a-z]{3,9})\.?,?[ .-]+(\d{4})$")
MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$")
SHORT_YEAR = re.compile(r"\d{1,2}[./ -]+(\d{1,2}|[a-z]{3,9})[./ -]+'?\d{2}$")
PERCENT = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?(%|per ?cent|pct)?$", re.IGNORECASE)
AS_DAY = "write it as year-month-day, such as 2027-03-31"


def day(cell: Cell, epoch: datetime) -> Read:
    """A day as YYYY-MM-DD: a date cell, Excel's number of days since ``epoch``, ISO, or day and month that are sure.

    >>> day(Cell("31.03.2027"), datetime(1899, 12, 30)).value, day(Cell("March 31, 2027"), datetime(1899, 12, 30)).value
    ('2027-03-31', '2027-03-31')
    """
    refuse_unvalued(cell)
    value = cell.value
    if isinstance(value, date):
        return Read(_checked(value.year, value.month, value.day, value))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if not FIRST_SERIAL <= value <= LAST_SERIAL:
            raise Unreadable(f"{shown_value(value)} is not a date; {AS_DAY}")
        found = (epoch + timedelta(days=int(value))).date().isoformat()
        return Read(found, f"{int(value)} was read as {found}, for Excel counts days")
    if not isinstance(value, str):
        raise Unreadable(f"this is not a date; {AS_DAY}")
    return Read(_written(value))


def _checked(year: int, month: int, number: int, said: object) -> str:
    try:
        found = date(year, month, number)
    except ValueError as error:
        raise Unreadable(f"there is no such day as {shown_value(str(said))}; {AS_DAY}") from error
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(f"the year {year} is too far away; correct it, or leave the cell empty")
    return found.isoformat()


def _written(text: str) -> str:
    said = " ".join(text.casefold().split())
    if found := ISO.match(said):
        return _checked(int(found[1]), int(found[2]), int(found[3]), text)
    if found := NUMBERS.match(said):
        return _numbers(int(found[1]), found[2], int(found[3]), int(found[4]), text)
    if (found := DAY_FIRST.match(said)) and found[2][:3] in MONTHS:
        return _checked(int(found[3]), MONTHS.index(found[2][:3]) + 1, int(found[1]), text)
    if (found := MONTH_FIRST.match(said)) and found[1][:3] in MONTHS:
        return _checked(int(found[3]), MONTHS.index(found[1][:3]) + 1, int(found[2]), text)
    if SHORT_YEAR.match(said):
        raise Unreadable(f"write the year of {shown_value(text)} with four digits, such as 2027-03-31")
    raise Unreadable(f"{shown_value(text)} is not a date; {AS_DAY}")


def _numbers(first: int, mark: str, second: int, year: int, said: str) -> str:
    """Day and month in numbers: with dots the day comes first, with other signs only what can be told apart is read."""
    if mark == "." or first > len(MONTHS) or first == second:
        return _checked(year, second, first, said)
    if second > len(MONTHS):
        return _checked(year, first, second, said)
    here, there = date(year, first, second).isoformat(), date(year, second, first).isoformat()
    raise Unreadable(f"{said.strip()} can be read as {here} or as {there}; write the one you mean in this form")


def shares(cells: Sequence[Cell], heading_says_percent: bool) -> tuple[list[Read | Unreadable], str | None]:
    """Price increases of one column as shares of 1, each or why not, and in words how its bare numbers were read.

    A sign says percent. Bare numbers are percent where all of them are above 1, or where the heading says so and
    they are; shares of 1 where all are below. Anything between could mean either and is refused.
    """
    found = [_percent(cell) for cell in cells]
    bare = [one.value for one in found if isinstance(one, Read) and one.how is not None and one.value > 0]
    above = [number for number in bare if number > 1]
    if not bare:
        return [_share(one) for one in found], None
    if len(above) == len(bare):
        return [_share(one, 100) for one in found], f"bare numbers were read as percent: {bare[0]:g} is {bare[0]:g} %"
    if not above and not heading_says_percent and 1 not in bare:
        return [_share(one) for one in found], f"bare numbers were read as shares: {bare[0]:g} is {100 * bare[0]:g} %"
    unsure = [
        Unreadable(f"{one.value:g} may mean {one.value:g} % or {100 * one.value:g} %; write it with the sign %")
        if isinstance(one, Read) and one.how is not None and 0 < one.value <= 1
        else _share(one, 100)
        for one in found
    ]
    return unsure, None


def _share(one: Read | Unreadable, bare_over: float = 1.0) -> Read | Unreadable:
    if isinstance(one, Unreadable):
        return one
    share = one.value / bare_over if one.how is not None else one.value
    if not 0 <= share <= 1:
        return Unreadable("a price increase goes from 0 % to 100 %; correct it")
    return Read(share)


def _percent(cell: Cell) -> Read | Unreadable:
    """A number with its sign as a share, or a bare one as it stands, then with ``how`` to mark it."""
    try:
        refuse_unvalued(cell)
    except Unreadable as error:
        return error
    value = cell.value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if not -1e6 < value < 1e6 or value < 0:
            return Unreadable("a price increase goes from 0 % to 100 %; correct it")
        return Read(float(value)) if "%" in cell.format else Read(float(value), "bare")
    if isinstance(value, str):
        said = value.strip()
        if said.startswith(("-", "\u2212")):
            return Unreadable("a price increase goes from 0 % to 100 %; correct it")
        if len(said) < 20 and (parts := PERCENT.match(said)):
            number = float(parts[1].replace(",", "."))
            return Read(number / 100) if parts[2] else Read(number, "bare")
    return Unreadable(f"{shown_value(value)} is not a percentage; write it such as 5 %")
