"""Amounts of money as people write them in a spreadsheet: one number, or a sentence that says why not."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from fcio.exchange.grid import Cell
from fcio.model.answers import shown_value
from fcio.model.currency import CURRENCIES, DOLLAR

MOST_AMOUNT = 1e10
"""A guard against slips of the keyboard, not knowledge."""
LONGEST_AMOUNT = 40
CODES = re.compile(r"(?<![A-Z])(USD|GBP|EUR|CAD|AUD|CHF|JPY|INR|NZD|SEK|NOK|DKK|PLN|CNY|ZAR)(?![A-Z])")
SIGNED = (("US$", {"USD"}), ("CA$", {"CAD"}), ("C$", {"CAD"}), ("AU$", {"AUD"}), ("A$", {"AUD"}), ("NZ$", {"NZD"}))
SIGNS = {"$": {"USD", "CAD", "AUD"}, "£": {"GBP"}, "€": {"EUR"}, "¥": {"JPY"}, "₹": {"INR"}, "₽": {"RUB"}, "₩": {"KRW"}}
ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"}
GROUPED = re.compile(r"\d{1,3}(?:([ ,.'])\d{3})(?:\1\d{3})*$")
DIGITS_ONLY = re.compile(r"\d+$")


class Unreadable(ValueError):
    """Why a cell cannot be read, and the cure, in words that go on after its place."""


@dataclass(frozen=True)
class Read:
    """What was read, and where there was a choice, how: words that go on after the place of the cell."""

    value: Any
    how: str | None = None


def currencies_in(text: str) -> set[str] | None:
    """Currencies that a text may mean; None where it names none.

    >>> sorted(currencies_in("1,200 $")), currencies_in("GBP 40"), currencies_in("1,200")
    (['AUD', 'CAD', 'USD'], {'GBP'}, None)
    """
    said = unicodedata.normalize("NFKC", text).upper()
    code = CODES.search(said)
    if code is not None:
        return {code[1]}
    for sign, meant in (*SIGNED, *SIGNS.items()):
        if sign in said:
            return set(meant)
    return None


def refuse_currency(text: str, code: str) -> None:
    """Refuse a text that names another currency than the one that was chosen."""
    meant = currencies_in(text)
    if meant is None or code in meant:
        return
    known = [CURRENCIES[one].name for one in sorted(meant) if one in CURRENCIES]
    chosen = CURRENCIES[code].name
    if known:
        theirs = " or ".join(known)
        raise Unreadable(f"this is in {theirs}, but {chosen} were chosen; choose that currency or correct the amount")
    raise Unreadable(f"this is not in {chosen}; convert it, for only {_all_names()} can be read")


def _all_names() -> str:
    names = [one.name for one in CURRENCIES.values()]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def refuse_unvalued(cell: Cell) -> None:
    """Refuse a formula whose result is not stored, or stored as an error."""
    if cell.unvalued:
        raise Unreadable("this formula has no stored result; open the file in Excel, save it, and choose it again")
    if isinstance(cell.value, str) and cell.value.strip().upper() in ERRORS:
        raise Unreadable(f"this formula ends in {cell.value.strip()}; correct it or write the number")


def amount(cell: Cell, code: str = DOLLAR) -> Read:
    """An amount of money from 0 on, in the currency with this code; :class:`Unreadable` for anything else.

    A sign before exactly three last digits separates thousands, since money has no three decimals.

    >>> amount(Cell("1.234,56")).value, amount(Cell("1 234,56")).value, amount(Cell("$1,200")).value
    (1234.56, 1234.56, 1200.0)
    """
    refuse_unvalued(cell)
    value = cell.value
    if isinstance(value, bool):
        raise Unreadable("write an amount, not yes or no")
    if isinstance(value, (date, time, timedelta)):
        raise Unreadable("this is a date where an amount belongs; format the cell as a number and write the amount")
    if isinstance(value, (int, float)):
        refuse_currency(cell.format, code)
        if "%" in cell.format:
            raise Unreadable("this is a percentage where an amount belongs; write the amount")
        return Read(_within(float(value) if abs(value) < MOST_AMOUNT * 10 else math.inf * (1 if value > 0 else -1)))
    return _written(str(value), code)


def _within(number: float) -> float:
    if math.isnan(number):
        raise Unreadable("this is not a number; write an amount in digits, such as 1200")
    if number < 0:
        raise Unreadable("an amount cannot be below 0; write what is spent in a usual year, or leave the cell empty")
    if number > MOST_AMOUNT:
        raise Unreadable(f"this amount is far too large; give one from 0 to {MOST_AMOUNT:,.0f}")
    return number


def _written(text: str, code: str) -> Read:
    said = unicodedata.normalize("NFKC", text).replace("\u2212", "-").replace("\u2019", "'").strip()
    refuse_currency(said, code)
    bare = re.sub(r"[$£€]", "", CODES.sub("", re.sub(r"(?i)(US|CA|AU|C|A)\$", "", said.upper())))
    bare = " ".join(bare.split())
    negative = bare.startswith("-") or bare.endswith("-") or (bare.startswith("(") and bare.endswith(")"))
    digits = bare.strip("-+() ")
    number, how = (None, None) if len(digits) > LONGEST_AMOUNT else _number(digits)
    if number is None:
        raise Unreadable(f"{shown_value(text)} is not an amount; write it in digits, such as 1200 or 1,200.50")
    return Read(_within(-number if negative and number else number), how)


def _number(digits: str) -> tuple[float | None, str | None]:
    """The number that these digits with their separators mean, and how they were read where they could mean another."""
    if not digits.isascii() or not re.fullmatch(r"[0-9][0-9 ,.']*|[.,][0-9]+", digits):
        return None, None
    marks = [letter for letter in digits if letter in ",."]
    if len(set(marks)) == 2:
        return _parts(digits, marks[-1]), None
    if len(marks) > 1:
        return (float(re.sub(r"\D", "", digits)), None) if GROUPED.match(digits) else (None, None)
    if not marks:
        return _parts(digits, "."), None
    before, _, after = digits.partition(marks[0])
    if len(after) == 3 and GROUPED.match(digits) and int(before):
        whole = float(before + after)
        return whole, f"{digits} was read as {whole:.0f}, the sign taken for one that separates thousands"
    return _parts(digits, marks[0]), None


def _parts(digits: str, decimal: str) -> float | None:
    whole, mark, after = digits.partition(decimal)
    if mark and not after.isdecimal():
        return None
    if whole and not (DIGITS_ONLY.match(whole) or GROUPED.match(whole)):
        return None
    return float(f"{re.sub(r'[ ,.]', '', whole).replace(chr(39), '') or '0'}.{after or '0'}")
