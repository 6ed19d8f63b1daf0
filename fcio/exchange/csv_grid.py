"""A CSV file as a grid: its encoding and delimiter found out, quoted line breaks kept."""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
from itertools import islice

from fcio.exchange.grid import Cell, Grid
from fcio.exchange.xml_guard import MOST_COLUMNS, MOST_ROWS
from fcio.exchange.zip_guard import OLD_MAGIC, ZIP_MAGIC, refuse_size
from fcio.model.answers import Refused

DELIMITERS = (",", ";", "\t")
SAMPLE = 20
"""Records from which the delimiter is told."""
AS_UTF8 = "save it again as CSV UTF-8"
ONE_COLUMN = "it has no columns to read; write what you pay for in one column and what it costs a year in the next"
HINT = "sep="
LONGEST_CELL = 20_000


def csv_grid(name: str, content: bytes) -> Grid:
    """The records of a .csv file; :class:`Refused` with one sentence where it is not one."""
    refuse_size(name, content)
    if content.startswith((ZIP_MAGIC, OLD_MAGIC)):
        raise Refused(name, "this is an Excel file, whatever its name says; give it a name that ends in .xlsx")
    text = _text(name, content)
    if not text.strip():
        raise Refused(name, "this file is empty; choose another one")
    hint, _, rest = text.partition("\n")
    if hint.strip().casefold().startswith(HINT) and len(hint.strip()) == len(HINT) + 1:
        records = [[], *_records(name, rest, hint.strip()[-1], MOST_ROWS)]
    else:
        records = _records(name, text, _delimiter(name, text), MOST_ROWS)
    if not any(len(record) > 1 for record in records):
        raise Refused(name, ONE_COLUMN)
    return Grid(f"File {name}", [[Cell(value) for value in record] for record in records])


def _text(name: str, content: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _decoded(name, content, (encoding,))
    if b"\0" in content:
        even, odd = content[::2].count(0), content[1::2].count(0)
        return _decoded(name, content, ("utf-16-be" if even > odd else "utf-16-le",))
    return _decoded(name, content, ("utf-8", "cp1252"))


def _decoded(name: str, content: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(letter < " " and letter not in "\t\r\n" for letter in text):
            return text
    raise Refused(name, f"this is no list in plain text, or its letters cannot be read; {AS_UTF8}")


def _delimiter(name: str, text: str) -> str:
    """The delimiter that gives the most columns to the most records."""
    score: dict[str, int] = {}
    for delimiter in DELIMITERS:
        sample = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        with contextlib.suppress(csv.Error):
            score[delimiter] = sum(len(record) > 1 for record in islice(sample, SAMPLE))
    return max(score, key=lambda one: (score[one], one == ";"), default=",")


def _records(name: str, text: str, delimiter: str, most: int) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    try:
        for record in reader:
            if len(records) == most:
                raise Refused(name, f"this file has more than {most:,} rows; keep those with your spending")
            if len(record) > MOST_COLUMNS:
                raise Refused(name, f"row {len(records) + 1} has {len(record):,} columns; keep to {MOST_COLUMNS}")
            if any(len(value) > LONGEST_CELL for value in record):
                raise Refused(name, f"row {len(records) + 1} holds a very long text; shorten it")
            records.append(record)
    except csv.Error as error:
        cure = (
            f"a quotation mark near line {reader.line_num:,} is not closed or stands inside a text; correct that line"
        )
        raise Refused(name, cure) from error
    return records
