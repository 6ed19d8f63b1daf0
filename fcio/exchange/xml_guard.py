"""What stands in the XML of a workbook, looked at before a reader of workbooks sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from fcio.exchange.stored_text import StoredText
from fcio.exchange.zip_guard import NO_MACROS, SAVE_AGAIN, SPENDING, Purpose
from fcio.model.answers import Refused

MOST_ROWS, MOST_COLUMNS = 5_000, 100
MOST_ELEMENTS, MOST_OTHER_ELEMENTS, MOST_DEPTH = 600_000, 40_000, 64
MOST_MERGED = 300
LONGEST_NUMBER, LONGEST_VALUE = 7, 300
LONGEST_TAG, MOST_ATTRIBUTES = 400_000, 200
"""Guards against hostile files, not knowledge."""
OF_CELLS = ("row", "c", "f", "v", "is", "t")
STRICT = "http://purl.oclc.org/ooxml/"
MACRO_TYPES = ("macroenabled", "vbaproject")
NUMBER = re.compile(r"[-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?")
CELL = re.compile(rf"([A-Z]{{1,3}})([0-9]{{1,{LONGEST_NUMBER}}})$")


@dataclass
class SheetFacts:
    """What a reader in read-only mode does not tell: formulas, those without a stored value, errors, merged ranges.

    Cells are (row, column), both from 1; a merged range is (first row, first column, last row, last column).
    ``texts`` holds those texts of cells that the reader would not give letter for letter.
    """

    unvalued: set[tuple[int, int]] = field(default_factory=set)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def cell_place(reference: str) -> tuple[int, int] | None:
    """Row and column of a cell reference, both from 1; None if it is not one.

    >>> cell_place("C7"), cell_place("XFD1048576"), cell_place("7C")
    ((7, 3), (1048576, 16384), None)
    """
    found = CELL.match(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]), column


def longest_tag(data: bytes) -> int:
    """The most letters from one < to the next, so that no tag is longer; a < inside a tag is no XML.

    >>> longest_tag(b'<a b="1"/>'), longest_tag('<a/>'.encode("utf-16"))
    (9, 3)
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return max(map(len, data.decode("utf-16", "replace").split("<")))
    if 0 in data[:2]:
        return max(map(len, data.decode("utf-16-be" if not data[0] else "utf-16-le", "replace").split("<")))
    return max(map(len, data.split(b"<")))


class Scan:
    """Goes through the XML parts of one workbook, counts their elements, and refuses what no honest one has."""

    def __init__(self, name: str, purpose: Purpose = SPENDING) -> None:
        self.name, self.purpose = name, purpose
        self.elements = 0
        self.sheets: dict[str, SheetFacts] = {}
        self.strings: dict[int, str] = {}
        """Shared texts that the reader would not give letter for letter, by their number."""

    def part(self, path: str, data: bytes) -> None:
        """Look at one part; what a worksheet holds is kept in ``sheets`` by its path."""
        reader = _Part(self)
        if longest_tag(data) > LONGEST_TAG:
            raise Refused(self.name, f"this file holds a tag or a text without end; {SAVE_AGAIN}")
        try:
            reader.parser.Parse(data, True)
        except expat.ExpatError as error:
            raise Refused(self.name, f"this file is damaged; {SAVE_AGAIN}") from error
        except (LookupError, ValueError) as error:
            if isinstance(error, Refused):
                raise
            raise Refused(self.name, f"this file is damaged; {SAVE_AGAIN}") from error
        if reader.is_sheet:
            self.sheets[path] = reader.facts
        self.strings |= reader.strings


class _Part:
    def __init__(self, scan: Scan) -> None:
        self.scan, self.facts = scan, SheetFacts()
        self.is_sheet, self.depth, self.elements, self.beside = False, 0, 0, 0
        self.stored, self.strings = StoredText(), dict[int, str]()
        self.string = 0
        self.most = MOST_OTHER_ELEMENTS
        self.row, self.last_row = 0, 0
        self.place: tuple[int, int] = (0, 0)
        self.formula = self.value = self.inside = False
        self.kind, self.text = "", ""
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._letters
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._doctype

    def _refuse(self, cure: str) -> None:
        raise Refused(self.scan.name, cure)

    def _doctype(self, *_: Any) -> None:
        self._refuse(f"this file holds a DOCTYPE, which no workbook needs; {SAVE_AGAIN}")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self.depth += 1
        self.elements += 1
        self.scan.elements += 1
        if len(attributes) > MOST_ATTRIBUTES:
            self._refuse(f"this file holds a tag or a text without end; {SAVE_AGAIN}")
        if self.elements > self.most or self.scan.elements > MOST_ELEMENTS:
            self._refuse_amount()
        if self.depth > MOST_DEPTH:
            self._refuse(f"this file is nested too deeply; {SAVE_AGAIN}")
        if self.depth == 1:
            self.is_sheet = name == "worksheet"
            self.most = MOST_ELEMENTS if name in ("worksheet", "sst") else MOST_OTHER_ELEMENTS
            if any(value.startswith(STRICT) for value in attributes.values()):
                self._refuse(f"this is a Strict Open XML workbook; {SAVE_AGAIN}")
        if any(mark in attributes.get("ContentType", "").casefold() for mark in MACRO_TYPES):
            self._refuse(f"this workbook holds macros; {NO_MACROS}")
        self.stored.start(name)
        if self.is_sheet:
            self._sheet_element(name, attributes)

    def _refuse_amount(self) -> None:
        self._refuse(f"this file holds far more than {self.scan.purpose.holds}; keep {self.scan.purpose.keep}")

    def _sheet_element(self, name: str, attributes: dict[str, str]) -> None:
        self.beside += name not in OF_CELLS
        if self.beside > MOST_OTHER_ELEMENTS:
            self._refuse_amount()
        if name == "row":
            given = attributes.get("r", "")
            self.row = int(given) if given.isdecimal() and len(given) <= LONGEST_NUMBER else self.last_row + 1
            if self.row <= self.last_row:
                self._refuse(f"this file holds a row twice; {SAVE_AGAIN}")
            self.last_row, self.place = self.row, (self.row, 0)
        elif name == "c":
            place = cell_place(attributes.get("r", "")) if "r" in attributes else (self.row, self.place[1] + 1)
            if place is None or place[0] != self.row or place[1] <= self.place[1]:
                self._refuse(f"this file holds a cell twice or out of its place; {SAVE_AGAIN}")
            self.place, self.formula, self.value = place or (0, 0), False, False
            self.kind, self.text = attributes.get("t", "n"), ""
        elif name == "f":
            self.formula = True
        elif name == "v":
            self.inside, self.value = True, self.value or self.kind == "str"
        elif name == "is":
            self.value = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _letters(self, letters: str) -> None:
        self.stored.letters(letters)
        if self.inside and len(self.text) <= LONGEST_VALUE:
            self.text += letters
            self.value = self.value or bool(letters.strip())

    def _end(self, tag: str) -> None:
        self.depth -= 1
        name = tag.rpartition(":")[2]
        self.inside = self.inside and name != "v"
        self._text_ended(name)
        if not self.is_sheet or name != "c":
            return
        given = self.text.strip()
        if self.kind == "n" and given and (len(given) > LONGEST_VALUE or not NUMBER.fullmatch(given)):
            self._refuse(f"a cell in row {self.place[0]:,} says that it holds a number and does not; {SAVE_AGAIN}")
        if self.formula:
            self.facts.formulas.add(self.place)
        if self.kind == "e":
            self.facts.errors.add(self.place)
        if self.formula and not self.value:
            self.facts.unvalued.add(self.place)
        if not (self.formula or self.value):
            return
        row, column = self.place
        if row > MOST_ROWS:
            self._refuse(f"a sheet has something in row {row:,}; keep to {MOST_ROWS:,} rows and delete the rows below")
        if column > MOST_COLUMNS:
            self._refuse(f"a sheet has something in column {column:,}; keep to {MOST_COLUMNS} columns")

    def _text_ended(self, name: str) -> None:
        """Keep a shared or a cell's own text where the reader would change it."""
        if not self.stored.end(name):
            return
        changed = self.stored.exact()
        if name == "si":
            if changed is not None:
                self.strings[self.string] = changed
            self.string += 1
        elif changed is not None:
            self.facts.texts[self.place] = changed

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = cell_place(first), cell_place(last or first)
        if start is None or end is None or len(self.facts.merged) >= MOST_MERGED:
            self._refuse(f"this file has merged cells that cannot be read; {SAVE_AGAIN}")
        else:
            self.facts.merged.append((*start, *end))
