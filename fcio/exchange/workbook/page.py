"""One sheet while it is written: text, numbers, formulas with their values, and how it prints."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from math import ceil
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from fcio.exchange.workbook.styles import PLAIN_SIZE, Styles, size_of
from fcio.model.answers import Refused

LONGEST_CELL = 32_767
"""Characters a cell can hold, counted as the file format counts them (UTF-16)."""

A4, A3 = 9, 8

NONE = "\u2013"
"""What a formula shows where there is no number; an empty text would look like a value that was never stored."""

_LETTERS_PER_UNIT = 1.1
"""Letters of common text to a unit of column width, which is the width of a figure 0."""

_TALLEST_ROW = 405.0

_SHARED = re.compile("_x[0-9A-Fa-f]{4}(?=_x[0-9A-Fa-f]{4}_)")
"""An escape whose last underline begins another one."""


def at(row: int, column: int, fixed: str = "") -> str:
    """The address of a cell; ``fixed`` holds ``r`` and ``c`` for a fixed row or column.

    >>> at(4, 1), at(4, 1, "rc")
    ('B5', '$B$5')
    """
    return f"{'$' if 'c' in fixed else ''}{xl_col_to_name(column)}{'$' if 'r' in fixed else ''}{row + 1}"


def area(first_row: int, first_column: int, last_row: int, last_column: int, fixed: str = "rc") -> str:
    """The address of a range.

    >>> area(4, 1, 9, 1)
    '$B$5:$B$10'
    """
    return f"{at(first_row, first_column, fixed)}:{at(last_row, last_column, fixed)}"


def printable(text: str, longest: int = 60) -> str:
    """Client text made fit for a page footer: no control characters, no codes, not too long.

    >>> printable("Salt & Oak" + chr(0x202e))
    'Salt && Oak'
    """
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    return " ".join(kept.split())[:longest].strip().replace("&", "&&")


def _cell_text(text: str, field: str) -> str:
    try:
        units = len(text.encode("utf-16-le")) // 2
    except UnicodeEncodeError as error:
        raise Refused(field, "remove the broken character (half of a pair)") from error
    if units > LONGEST_CELL:
        raise Refused(field, f"a cell holds {LONGEST_CELL:,} characters, got {units:,}; shorten the text")
    return text


def _pieces(text: str) -> list[str]:
    """A text in the pieces that the writer keeps letter for letter; nearly always one.

    A text in the writer's own mark-up is taken for it unless it comes in runs; in runs, of two escapes that share an
    underline, the writer keeps only the first from being read as a character.

    >>> _pieces("_x0041_x0042_"), _pieces("<r>x</r>")
    (['_x0041_x0042_'], ['<', 'r', '>x</r>'])
    """
    if not (text.startswith("<r>") and text.endswith("</r>")):
        return [text]
    ends = [0, 1, 2, *(found.end() for found in _SHARED.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(ends)]


def lines(text: str, width: float) -> int:
    """How many lines a text takes in so many characters of width, at a cautious estimate.

    >>> lines("one\\ntwo", 40)
    2
    """
    return sum(max(1, ceil(len(part) / max(1.0, width * _LETTERS_PER_UNIT))) for part in text.split("\n"))


class Page:
    """A worksheet; every method raises when the cell was not taken as given."""

    def __init__(self, sheet: Any, styles: Styles) -> None:
        self.sheet, self.styles = sheet, styles
        self.name: str = sheet.get_name()
        self.widths: list[float] = []
        self._last: dict[tuple[int, int], int] = {}
        self._tall: dict[int, float] = {}
        self._fixed: set[int] = set()
        self.formulas = 0

    def ref(self, address: str) -> str:
        """An address on this sheet, as other sheets write it."""
        return f"'{self.name}'!{address}"

    def columns(self, *widths: float) -> None:
        """Set the widths of the columns from the left."""
        self.widths = list(widths)
        for place, width in enumerate(widths):
            self._taken(self.sheet.set_column(place, place, width))

    def text(self, row: int, column: int, text: str, style: str = "text") -> None:
        """Write a text of ours."""
        self.own(row, column, text, self.name, style)

    def own(self, row: int, column: int, text: str, field: str, style: str = "own") -> None:
        """Write a text letter for letter, as text whatever it starts with; too long is :class:`Refused`."""
        form, text = self.styles[style], _cell_text(text, field)
        self.room(row, column, text, style)
        pieces = _pieces(text)
        if len(pieces) > 1:
            self._taken(self.sheet.write_rich_string(row, column, *pieces, form))
        elif text:
            self._taken(self.sheet.write_string(row, column, text, form))
        else:
            self._taken(self.sheet.write_blank(row, column, None, form))

    def number(self, row: int, column: int, value: float, style: str = "whole") -> None:
        """Write a number."""
        self._taken(self.sheet.write_number(row, column, value, self.styles[style]))

    def blank(self, row: int, column: int, style: str) -> None:
        """Write an empty cell with a look."""
        self._taken(self.sheet.write_blank(row, column, None, self.styles[style]))

    def formula(self, row: int, column: int, formula: str, value: float | str, style: str = "whole") -> None:
        """Write a formula together with the value the model computed."""
        self._taken(self.sheet.write_formula(row, column, f"={formula}", self.styles[style], value))
        self.formulas += 1

    def link(self, row: int, column: int, sheet: str, style: str = "link") -> None:
        """Write the name of another sheet that leads there."""
        self._taken(self.sheet.write_url(row, column, f"internal:'{sheet}'!A1", self.styles[style], sheet))

    def band(self, row: int, first: int, last: int, style: str) -> None:
        """Give a row of cells one look and join them; write into the first one afterwards."""
        self._last[row, first] = last
        if last > first:
            self._taken(self.sheet.merge_range(row, first, row, last, "", self.styles[style]))

    def height(self, row: int, points: float) -> None:
        """Fix the height of a row, whatever its text."""
        self._fixed.add(row)
        self._tall[row] = points

    def room(self, row: int, column: int, text: str, style: str) -> None:
        """Make the row tall enough for a text; no spreadsheet does it for joined cells, and not all for others."""
        if row in self._fixed or column >= len(self.widths):
            return
        size = size_of(style)
        width = sum(self.widths[column : self._last.get((row, column), column) + 1]) * PLAIN_SIZE / size
        tall = lines(text, width) * size * 1.36 + 1.5
        self._tall[row] = min(_TALLEST_ROW, max(tall, self._tall.get(row, 0.0)))

    def validation(self, first: tuple[int, int], last: tuple[int, int], rule: dict[str, Any]) -> None:
        """Let cells take only what a rule allows."""
        self._taken(self.sheet.data_validation(*first, *last, rule))

    def conditional(self, first: tuple[int, int], last: tuple[int, int], formula: str, style: str) -> None:
        """Change the look of cells for which a formula is true."""
        rule = {"type": "formula", "criteria": f"={formula}", "format": self.styles[style]}
        self._taken(self.sheet.conditional_format(*first, *last, rule))

    def printed(
        self,
        last_row: int,
        last_column: int,
        header_rows: int,
        footer: str,
        paper: int = A4,
        upright: bool = False,
        heads: int | None = None,
    ) -> None:
        """Landscape unless upright, one page wide, header rows repeated, page numbers; locked without a password.

        ``heads`` is the row with the headings of a long table further down, to be repeated in place of the first rows.
        """
        sheet = self.sheet
        for row, points in self._tall.items():
            self._taken(sheet.set_row(row, round(points)))
        (sheet.set_portrait if upright else sheet.set_landscape)()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.5, 0.5, 0.7, 0.7)
        sheet.print_area(0, 0, last_row, last_column)
        sheet.repeat_rows(*((0, max(0, header_rows - 1)) if heads is None else (heads, heads)))
        self._taken(sheet.set_header(f"&L{self.name}"))
        self._taken(sheet.set_footer(f"&L{footer}&CConfidential&RPage &P of &N"))
        sheet.hide_gridlines(2)
        sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})

    @staticmethod
    def _taken(answer: int | None) -> None:
        if isinstance(answer, int) and answer < 0:
            raise ValueError(f"a cell was refused by the writer (code {answer})")
