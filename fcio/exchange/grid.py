"""A sheet of cells as they were stored, whatever kind of file they came from."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from fcio.exchange.xml_guard import MOST_COLUMNS, MOST_ROWS, Scan, SheetFacts
from fcio.exchange.zip_guard import SAVE_AGAIN, SPENDING, Purpose, unpacked
from fcio.model.answers import Refused

MOST_SHEETS = 50
XML_STARTS = (b"<", "<".encode("utf-16-le"), "<".encode("utf-16-be"))
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SIGN_IN_FORMAT = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
"""How a number format names a currency: ``[$€-407]`` is a euro sign as in German."""


@dataclass(frozen=True)
class Cell:
    """One cell: its stored value, its number format, whether it is a formula (without a stored value), or an error."""

    value: Any
    format: str = ""
    unvalued: bool = False
    formula: bool = False
    error: bool = False

    @property
    def text(self) -> str:
        """Its text without blanks around; empty for anything that is not text."""
        return " ".join(self.value.split()) if isinstance(self.value, str) else ""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.unvalued and (self.value is None or (isinstance(self.value, str) and not self.value.strip()))

    @property
    def empty(self) -> bool:
        """Whether it holds nothing at all, not even blanks."""
        return not self.formula and (self.value is None or self.value == "")


EMPTY = Cell(None)


@dataclass(frozen=True)
class Grid:
    """Rows of cells, the first row first. ``place`` is how a sentence names the whole: a sheet, or a file."""

    place: str
    rows: Sequence[Sequence[Cell]]
    merged: Sequence[tuple[int, int, int, int]] = ()
    epoch: datetime = field(default=datetime(1899, 12, 30))


@dataclass(frozen=True)
class Grids:
    """The sheets that are seen in Excel, and the names of those that are hidden and were not read."""

    seen: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()


def xlsx_grids(name: str, content: bytes, purpose: Purpose = SPENDING, *, whole: bool = False) -> Grids:
    """The sheets of an .xlsx file behind the guard; :class:`Refused` where it is not an honest one.

    ``whole`` reads hidden sheets too, and keeps cells that hold only blanks.
    """
    scan = Scan(name, purpose)
    for path, data in unpacked(name, content, purpose):
        if PurePosixPath(path.casefold()).suffix in (".xml", ".rels") or _looks_like_xml(data):
            scan.part(path, data)
    try:
        return _read(name, content, scan, purpose, whole)
    except Refused:
        raise
    except Exception as error:  # whatever a damaged workbook makes the reader raise
        raise Refused(name, f"this workbook cannot be read; {SAVE_AGAIN}") from error


def _looks_like_xml(data: bytes) -> bool:
    start = data[:64]
    for mark in MARKS:
        start = start.removeprefix(mark)
    return start.lstrip(b" \t\r\n\0").startswith(XML_STARTS)


def _read(name: str, content: bytes, scan: Scan, purpose: Purpose, whole: bool) -> Grids:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        if len(book.worksheets) > MOST_SHEETS:
            raise Refused(name, f"this workbook has {len(book.worksheets)} sheets; keep {purpose.keep}")
        left_out = [] if whole else [sheet for sheet in book.worksheets if sheet.sheet_state != "visible"]
        grids = []
        for sheet in book.worksheets:
            if sheet in left_out:
                continue
            sheet.reset_dimensions()
            path: str = sheet._worksheet_path  # type: ignore[attr-defined]
            _put_exact(sheet, scan.strings)
            found = scan.sheets.get(path, SheetFacts())
            grids.append(Grid(f"Sheet {sheet.title}", _rows(sheet, found, whole), found.merged, book.epoch))
        return Grids(tuple(grids), tuple(sheet.title for sheet in left_out))
    finally:
        book.close()


def _put_exact(sheet: Any, strings: dict[int, str]) -> None:
    """Put shared texts letter for letter in the place of what the reader made of them."""
    shared = sheet._shared_strings
    for number, text in strings.items():
        if number < len(shared):
            shared[number] = text


def _rows(sheet: Any, facts: SheetFacts, whole: bool) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), 1):
        cells = [_cell(cell, (number, column), facts) for column, cell in enumerate(row, 1)]
        while cells and (cells[-1].empty if whole else cells[-1].blank):
            cells.pop()
        rows.append(cells)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _cell(cell: Any, place: tuple[int, int], facts: SheetFacts) -> Cell:
    unvalued = place in facts.unvalued
    if cell.value is None and not unvalued:
        return EMPTY
    form = SIGN_IN_FORMAT.sub(r"\1", str(cell.number_format or ""))
    value = facts.texts.get(place, cell.value)
    return Cell(value, form, unvalued, place in facts.formulas, place in facts.errors)
