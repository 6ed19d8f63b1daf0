"""A sheet of cells as they were stored, whatever kind of file they came from."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from fcio.exchange.xml_guard import MOST_COLUMNS, MOST_ROWS, Scan, SheetFacts
from fcio.exchange.zip_guard import SAVE_AGAIN, unpacked
from fcio.model.answers import Refused

MOST_SHEETS = 50
MACRO_TYPE = b"macroEnabled"
SIGN_IN_FORMAT = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
"""How a number format names a currency: ``[$€-407]`` is a euro sign as in German."""


@dataclass(frozen=True)
class Cell:
    """One cell: its stored value, its number format, and whether it is a formula without a stored value."""

    value: Any
    format: str = ""
    unvalued: bool = False

    @property
    def text(self) -> str:
        """Its text without blanks around; empty for anything that is not text."""
        return " ".join(self.value.split()) if isinstance(self.value, str) else ""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.unvalued and (self.value is None or (isinstance(self.value, str) and not self.value.strip()))


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
    """The sheets that are seen in Excel, and the names of those that are hidden."""

    seen: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()


def xlsx_grids(name: str, content: bytes) -> Grids:
    """The sheets of an .xlsx file behind the guard; :class:`Refused` where it is not an honest one."""
    scan = Scan(name)
    for path, data in unpacked(name, content):
        if path.casefold() == "[content_types].xml" and MACRO_TYPE in data:
            raise Refused(name, "this workbook holds macros; save it as a workbook without macros (.xlsx)")
        if PurePosixPath(path.casefold()).suffix in (".xml", ".rels"):
            scan.part(path, data)
    try:
        return _read(name, content, scan.sheets)
    except Refused:
        raise
    except Exception as error:  # whatever a damaged workbook makes the reader raise
        raise Refused(name, f"this workbook cannot be read; {SAVE_AGAIN}") from error


def _read(name: str, content: bytes, facts: dict[str, SheetFacts]) -> Grids:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        if len(book.worksheets) > MOST_SHEETS:
            raise Refused(name, f"this workbook has {len(book.worksheets)} sheets; keep those with your spending")
        hidden = tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible")
        seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        grids = []
        for sheet in seen:
            sheet.reset_dimensions()
            path: str = sheet._worksheet_path  # type: ignore[attr-defined]
            found = facts.get(path, SheetFacts())
            grids.append(Grid(f"Sheet {sheet.title}", _rows(sheet, found), found.merged, book.epoch))
        return Grids(tuple(grids), hidden)
    finally:
        book.close()


def _rows(sheet: Any, facts: SheetFacts) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), 1):
        cells = [_cell(cell, (number, column) in facts.unvalued) for column, cell in enumerate(row, 1)]
        while cells and cells[-1].blank:
            cells.pop()
        rows.append(cells)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _cell(cell: Any, unvalued: bool) -> Cell:
    if cell.value is None and not unvalued:
        return EMPTY
    return Cell(cell.value, SIGN_IN_FORMAT.sub(r"\1", str(cell.number_format or "")), unvalued)
