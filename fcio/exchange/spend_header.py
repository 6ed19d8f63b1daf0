"""Headings of a client's table of spending: which column is what, in plain words and in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fcio.exchange.grid import Cell
from fcio.knowledge.budget import SheetWords

Column = Literal["category", "yearly", "monthly", "name", "renews_on", "uplift"]
LONGEST_HEADING = 60
NOT_A_LETTER = re.compile(r"[^a-z0-9%]+")


@dataclass(frozen=True)
class Header:
    """Where the columns of one table are, from 0, and what its headings say.

    ``contracts``: every row is a contract. ``twice``: columns of which two look alike, which cannot be told apart.
    """

    columns: Mapping[Column, int]
    headings: Mapping[Column, str]
    unused: tuple[str, ...]
    twice: tuple[tuple[str, str], ...]

    @property
    def contracts(self) -> bool:
        """Whether its rows are contracts, which have a name."""
        return "name" in self.columns

    @property
    def complete(self) -> bool:
        """Whether an amount and a category can be read from it."""
        return "category" in self.columns and bool({"yearly", "monthly"} & set(self.columns))


def plain_words(text: str) -> str:
    """A text in small letters without signs, as headings and categories are compared.

    >>> plain_words("Yearly cost (US$)"), plain_words("Price/month"), plain_words("IT  Provider & support")
    ('yearly cost us', 'price per month', 'it provider and support')
    """
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ").replace("/", " per ")
    return " ".join(NOT_A_LETTER.sub(" ", folded).split())


def holds(words: str, phrases: Sequence[str]) -> bool:
    """Whether one of the phrases stands in the words, as whole words.

    >>> holds("yearly cost us", ("cost",)), holds("costume", ("cost",))
    (True, False)
    """
    return any(f" {phrase} " in f" {words} " for phrase in phrases)


def column_of(words: SheetWords, heading: str) -> Column | None:
    """Which column a heading names; None for one that is of no use here.

    >>> from fcio.knowledge.load import load
    >>> known = load().budget.sheet_words
    >>> [column_of(known, one) for one in ("Annual cost", "Price increase", "Vendor", "Cost category", "Owner")]
    ['yearly', 'uplift', 'name', 'category', None]
    >>> [column_of(known, one) for one in ("Item", "Item cost", "Cost per month", "Price per seat")]
    ['category', 'yearly', 'monthly', None]
    """
    said = plain_words(heading)
    if not said or len(said) > LONGEST_HEADING:
        return None
    if holds(said, words.uplift):
        return "uplift"
    money = holds(said, words.amount)
    if holds(said, words.renews_on) and not money:
        return "renews_on"
    if holds(said, words.other_period):
        return None
    if holds(said, words.monthly):
        return "monthly"
    if holds(said, words.category) and not holds(said, words.yearly):
        return "category"
    if money or holds(said, words.yearly):
        return "yearly"
    if holds(said, words.name):
        return "name"
    return "category" if holds(said, words.item) else None


def header_of(words: SheetWords, row: Sequence[Cell], start: int = 0) -> Header:
    """What the headings of one row name; ``start`` is the column of its first cell, from 0.

    Of two columns that could be the same, one that says it with an earlier word wins: a contract over a vendor, a
    yearly amount over one that only speaks of money. Names without a category beside them are read as categories.
    """
    found: dict[Column, list[int]] = {}
    unused = []
    for place, cell in enumerate(row):
        column = column_of(words, cell.text)
        if column is not None:
            found.setdefault(column, []).append(place)
        elif cell.text:
            unused.append(cell.text)
    for column, places in found.items():
        ranks = [_rank(words, column, row[place].text) for place in places]
        found[column] = [place for place, rank in zip(places, ranks, strict=True) if rank == min(ranks)]
        unused += [row[place].text for place in places if place not in found[column]]
    if "category" not in found and "name" in found:
        found["category"] = found.pop("name")
    twice = tuple((row[p[0]].text, row[p[1]].text) for p in found.values() if len(p) > 1)
    return Header(
        columns={column: start + places[0] for column, places in found.items()},
        headings={column: row[places[0]].text for column, places in found.items()},
        unused=tuple(unused),
        twice=twice,
    )


def _rank(words: SheetWords, column: Column, heading: str) -> int:
    """How surely a heading names its column; the lower, the surer."""
    said = plain_words(heading)
    if column == "yearly":
        return 0 if holds(said, words.yearly) else 1
    phrases: tuple[str, ...] = (*words.category, *words.item) if column == "category" else getattr(words, column)
    return next((place for place, phrase in enumerate(phrases) if holds(said, (phrase,))), len(phrases))


def headers_of(words: SheetWords, row: Sequence[Cell]) -> tuple[Header, ...]:
    """The tables that begin in this row: one, several side by side with an empty column between, or none."""
    if not any(cell.text for cell in row):
        return ()
    whole = header_of(words, row)
    if whole.complete and not whole.twice:
        return (whole,)
    parts = [header_of(words, row[first:last], first) for first, last in _blocks(row)]
    complete = tuple(part for part in parts if part.complete)
    if complete:
        return complete
    return (whole,) if whole.complete else ()


def _blocks(row: Sequence[Cell]) -> list[tuple[int, int]]:
    """First and end of every run of cells that are not blank."""
    blocks, first = [], None
    for place in range(len(row) + 1):
        filled = place < len(row) and not row[place].blank
        if filled and first is None:
            first = place
        elif not filled and first is not None:
            blocks.append((first, place))
            first = None
    return blocks


READ_AS: dict[Column, str] = {
    "category": "category",
    "yearly": "amount a year",
    "monthly": "amount a month, taken times 12",
    "name": "contract",
    "renews_on": "day of renewal",
    "uplift": "price increase",
}


def columns_read(header: Header) -> str:
    """Which heading was read as what, and which columns were not used."""
    order = sorted(header.columns, key=lambda column: header.columns[column])
    read = ", ".join(f"{header.headings[one]!r} read as {READ_AS[one]}" for one in order)
    return f"{read}; not used: {', '.join(map(repr, header.unused))}" if header.unused else read


def listed(rows: Sequence[int], most: int = 5) -> str:
    """Row numbers in words, the first few of many.

    >>> listed([3]), listed([3, 5]), listed(range(1, 10))
    ('3', '3 and 5', '1, 2, 3, 4, 5 and 4 more')
    """
    shown, more = [str(row) for row in rows[:most]], len(rows) - most
    tail = f"{more} more" if more > 0 else (shown.pop() if len(shown) > 1 else "")
    return f"{', '.join(shown)} and {tail}" if tail else shown[0]
