"""One table of spending or contracts, row by row: what can be taken, what cannot and why, and how it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter

from fcio.exchange.grid import EMPTY, Cell, Grid
from fcio.exchange.people_parts import LONGEST_NAME
from fcio.exchange.spend_amounts import Read, Unreadable, amount, refuse_currency, refuse_unvalued
from fcio.exchange.spend_categories import Categories
from fcio.exchange.spend_dates import day, shares
from fcio.exchange.spend_header import Column, Header, columns_read, holds, listed, plain_words
from fcio.knowledge.budget import SheetWords
from fcio.model.engagement import MONTHS_PER_YEAR

AMOUNTS: tuple[Column, ...] = ("yearly", "monthly")
TOLERANCE = 0.01
"""Share by which twelve months and a year may differ by rounding."""


@dataclass
class Found:
    """What a file holds so far. ``spend`` are (line, amount, place); amounts in the currency of the file."""

    spend: list[tuple[str, float, str]] = field(default_factory=list)
    contracts: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Table:
    """One table of a grid under its headings; ``header_row`` and ``rows`` are numbers as Excel shows them, from 1."""

    def __init__(self, grid: Grid, header: Header, header_row: int, rows: range, code: str) -> None:
        self.grid, self.header, self.header_row, self.rows, self.code = grid, header, header_row, rows, code

    def read(self, words: SheetWords, categories: Categories, found: Found) -> None:
        """Add what this table holds to ``found``."""
        faults = len(found.faults)
        self._check_headings(found)
        found.notes.append(f"{self.grid.place}, row {self.header_row}: {columns_read(self.header)}.")
        taken, empty, total = [], [], 0.0
        for row in self.rows:
            if all(self._cell(row, column).blank for column in self.header.columns):
                continue
            if all(self._cell(row, one).blank for one in AMOUNTS):
                empty.append(row)
                continue
            if self._is_total(words, categories, row):
                self._tell_total(row, total if len(found.faults) == faults else None, found)
                continue
            yearly = self._yearly(row, found)
            line = self._line(row, categories, found)
            name = self._name(row, found) if self.header.contracts else None
            if yearly is not None and line is not None:
                total += yearly
                taken.append((row, line, yearly, name))
        if empty:
            found.notes.append(f"{self.grid.place}: rows without an amount were left out: {listed(empty)}.")
        self._keep(taken, words, found)

    def _keep(self, taken: list[tuple[int, str, float, str | None]], words: SheetWords, found: Found) -> None:
        if not self.header.contracts:
            found.spend += [(line, yearly, f"{self.grid.place}, row {row}") for row, line, yearly, _ in taken]
            return
        uplifts = self._uplifts([row for row, *_ in taken], words, found)
        for (row, line, yearly, name), uplift in zip(taken, uplifts, strict=True):
            contract: dict[str, Any] = {"name": name, "category": line, "yearly": yearly}
            renews = self._cell(row, "renews_on")
            if not renews.blank:
                contract["renews_on"] = self._value(row, "renews_on", lambda cell: day(cell, self.grid.epoch), found)
            if uplift is not None:
                contract["uplift"] = uplift
            if name is not None:
                found.contracts.append(contract)

    def _cell(self, row: int, column: Column) -> Cell:
        place = self.header.columns.get(column)
        cells = self.grid.rows[row - 1]
        if place is None:
            return EMPTY
        cell = cells[place] if place < len(cells) else EMPTY
        if cell.blank and column in ("category", "name"):
            return self._merged_above(row, place)
        return cell

    def _merged_above(self, row: int, place: int) -> Cell:
        for first, left, last, _ in self.grid.merged:
            if left == place + 1 and self.header_row < first < row <= last and place < len(self.grid.rows[first - 1]):
                return self.grid.rows[first - 1][place]
        return EMPTY

    def place(self, row: int, column: Column) -> str:
        """How a sentence names a cell of this table."""
        return f"{self.grid.place}, row {row}, column {get_column_letter(self.header.columns[column] + 1)}"

    def _value(self, row: int, column: Column, reader: Any, found: Found) -> Any:
        """What a reader makes of a cell; None with a fault where it cannot."""
        try:
            read: Read = reader(self._cell(row, column))
        except Unreadable as error:
            found.faults.append(f"{self.place(row, column)}: {error}.")
            return None
        if read.how is not None:
            found.notes.append(f"{self.place(row, column)}: {read.how}.")
        return read.value

    def _yearly(self, row: int, found: Found) -> float | None:
        filled = [one for one in AMOUNTS if not self._cell(row, one).blank]
        given = {one: self._value(row, one, lambda cell: amount(cell, self.code), found) for one in filled}
        if None in given.values():
            return None
        year, month = given.get("yearly"), given.get("monthly")
        if month is None:
            return float(given["yearly"])
        twelve = float(month) * MONTHS_PER_YEAR
        if year is not None and abs(twelve - year) > TOLERANCE * max(year, twelve):
            cure = f"{year:,.2f} a year and {month:,.2f} a month do not fit together; keep one of the two"
            found.faults.append(f"{self.place(row, 'yearly')}: {cure}.")
            return None
        return twelve if year is None else float(year)

    def _text(self, row: int, column: Column) -> Read:
        cell = self._cell(row, column)
        refuse_unvalued(cell)
        return Read(cell.text or ("" if cell.blank else str(cell.value)))

    def _line(self, row: int, categories: Categories, found: Found) -> str | None:
        def reader(_: Cell) -> Read:
            text = self._text(row, "category").value
            if not text:
                raise Unreadable("this amount has no category; write one beside it")
            line = categories.find(text)
            if line is not None:
                return Read(line)
            line = categories.guess(text)
            if line is None:
                raise categories.unknown(text)
            return Read(line, f"{text!r} was read as {categories.label(line)}")

        line: str | None = self._value(row, "category", reader, found)
        return line

    def _name(self, row: int, found: Found) -> str | None:
        def reader(_: Cell) -> Read:
            text = self._text(row, "name").value
            if not text or len(text) > LONGEST_NAME:
                raise Unreadable(f"give this contract a name of 1 to {LONGEST_NAME} letters")
            return Read(text)

        name: str | None = self._value(row, "name", reader, found)
        return name

    def _uplifts(self, rows: list[int], words: SheetWords, found: Found) -> list[float | None]:
        if "uplift" not in self.header.columns:
            return [None] * len(rows)
        filled = [row for row in rows if not self._cell(row, "uplift").blank]
        heading = self.header.headings["uplift"]
        says = "%" in heading or holds(plain_words(heading), words.percent)
        read, how = shares([self._cell(row, "uplift") for row in filled], says)
        if how is not None:
            found.notes.append(f"{self.grid.place}, column {heading!r}: {how}.")
        by_row: dict[int, float | None] = {}
        for row, one in zip(filled, read, strict=True):
            if isinstance(one, Unreadable):
                found.faults.append(f"{self.place(row, 'uplift')}: {one}.")
            by_row[row] = None if isinstance(one, Unreadable) else one.value
        return [by_row.get(row) for row in rows]

    def _is_total(self, words: SheetWords, categories: Categories, row: int) -> bool:
        texts = [self._cell(row, one).text for one in ("name", "category")]
        if any(text and categories.find(text) for text in texts[1:]):
            return False
        return any(holds(plain_words(text), words.total) for text in texts if text)

    def _tell_total(self, row: int, above: float | None, found: Found) -> None:
        told = Found()
        said = self._yearly(row, told)
        note = f"{self.grid.place}, row {row}: this is a total and was left out"
        if said is not None and above is not None and abs(said - above) > TOLERANCE * max(said, above):
            note += f"; it says {said:,.0f} a year, and the rows above add up to {above:,.0f}"
        found.notes.append(f"{note}.")

    def _check_headings(self, found: Found) -> None:
        for one, two in self.header.twice:
            cure = f"the columns {one!r} and {two!r} look alike; keep one, or name the other by what it is"
            found.faults.append(f"{self.grid.place}, row {self.header_row}: {cure}.")
        for column in AMOUNTS:
            if column in self.header.columns:
                try:
                    refuse_currency(self.header.headings[column], self.code)
                except Unreadable as error:
                    found.faults.append(f"{self.place(self.header_row, column)}: {error}.")
        for first, left, last, right in self.grid.merged:
            places = {place + 1: column for column, place in self.header.columns.items()}
            inside = [places[one] for one in range(left, right + 1) if one in places]
            amounts = [one for one in inside if one not in ("category", "name")]
            if last > first >= self.rows.start and first < self.rows.stop and amounts:
                cure = "these cells are merged over several rows; unmerge them and write each row's own"
                found.faults.append(f"{self.place(first, amounts[0])}: {cure}.")
