"""One cell of a returned questionnaire as a text, a number or a choice, or what stands there instead and the cure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time, timedelta

from fcio.exchange.grid import Cell
from fcio.exchange.questionnaire.found_rows import Place, plain_words
from fcio.model.answers import Refused, shown_value

NUMBER_TEXT = re.compile(r"([-+\u2212]?[0-9]{1,15})(?:[.,]([0-9]{1,15}))?")
"""The rule for a number stored as text: digits with at most one decimal sign, a point or a comma, blanks around it."""
TWO_MEANINGS = re.compile(r"[-+\u2212]?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""A sign before exactly three last digits may separate decimals or thousands."""


class CannotRead(Exception):
    """A cell that cannot be taken: where, and the cure in words that end a sentence."""

    def __init__(self, place: Place, cure: str) -> None:
        self.place, self.cure = place, cure
        super().__init__(cure)


def stands(cell: Cell) -> str:
    """What a reader sees in a cell, short and on one line.

    >>> stands(Cell(True)), stands(Cell(date(2026, 5, 3))), stands(Cell("forty"))
    ('TRUE', 'the date 3 May 2026', "'forty'")
    """
    value = cell.value
    if cell.formula or cell.unvalued:
        return "a formula"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        return f"the date {value.day} {value:%B %Y}"
    if isinstance(value, (time, timedelta)):
        return f"the time {value}"
    if cell.error:
        return f"the error {value}"
    return shown_value(value) if isinstance(value, str) else f"{value:,}" if value is not None else "nothing"


def the_one(places: list[Place]) -> Place | None:
    """The one filled cell of a row, or None; copies of the row may repeat it but not contradict it."""
    filled = [place for place in places if not place.cell.empty]
    if not filled:
        return None
    first = filled[0]
    for other in filled[1:]:
        if (other.cell.value, other.cell.formula) != (first.cell.value, first.cell.formula):
            raise CannotRead(other, f"another row for the same stands at {first.address}; keep one of the two")
    return first


def _refuse_odd(place: Place, cure: str) -> None:
    """Refuse what is neither text nor number."""
    cell = place.cell
    if cell.formula or cell.unvalued:
        raise CannotRead(place, f"type the answer itself in place of the formula: {cure}")
    if isinstance(cell.value, (date, time, timedelta)):
        raise CannotRead(place, f"the spreadsheet made a date or time of what was typed: {cure}")
    if cell.error or isinstance(cell.value, bool):
        raise CannotRead(place, cure)


def text_of(place: Place, remarks: list[str], cure: str = "type it again as text") -> str:
    """The text of a cell letter for letter; a number is taken for its digits, and a remark says so."""
    _refuse_odd(place, cure)
    value = place.cell.value
    if isinstance(value, str):
        return value
    remarks.append(
        f"Sheet {place.sheet}, {place.address}: the number {value} was taken as the text {str(value)!r}; zeros before "
        "it are gone if there were any."
    )
    return str(value)


def number_of(place: Place, cure: str, remarks: list[str]) -> float:
    """The number in a cell; from a text only by the rule for them, and then a remark says so."""
    _refuse_odd(place, cure)
    value = place.cell.value
    if isinstance(value, (int, float)):
        return value
    typed = " ".join(str(value).split())
    found = NUMBER_TEXT.fullmatch(typed)
    if found is None:
        raise CannotRead(place, cure)
    if TWO_MEANINGS.fullmatch(typed):
        raise CannotRead(place, f"this text can mean two numbers; type it without a sign for thousands: {cure}")
    whole, decimals = found[1].replace("\u2212", "-"), found[2]
    number = float(f"{whole}.{decimals}") if decimals and decimals.strip("0") else int(whole)
    remarks.append(f"Sheet {place.sheet}, {place.address}: the text {value!r} was read as the number {number}.")
    return number


def code_of(place: Place, codes: Mapping[str, str], cure: str) -> str:
    """The code of a choice, by its words or the code itself."""
    _refuse_odd(place, cure)
    words = plain_words(str(place.cell.value))
    if words in codes:
        return codes[words]
    if words in codes.values():
        return words
    raise CannotRead(place, cure)


def cure_of(refused: Refused) -> str:
    """The cure of a refusal without the value it was given, which is told apart."""
    return refused.cure.partition(", got ")[0]
