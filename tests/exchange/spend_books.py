"""Small files with spending, made by code: honest ones from rows, hostile ones from parts of a zip file."""

import io
import zipfile
from datetime import date, datetime

import openpyxl

CONTENT_TYPES = "[Content_Types].xml"
HONEST_ROWS = [["Category", "Yearly"], ["Software", 1200]]


def book(sheets, merged=None, hidden=()):
    """An .xlsx file from rows of cells; a cell may be {date}, {value, format} or {formula}."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                put(sheet.cell(number, column), value)
        for span in (merged or {}).get(name, ()):
            sheet.merge_cells(span)
        if name in hidden:
            sheet.sheet_state = "hidden"
    made.active = len(made.worksheets) - 1
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def put(cell, value):
    if not isinstance(value, dict):
        cell.value = value
    elif "date" in value:
        day = value["date"]
        cell.value = day if isinstance(day, (date, datetime)) else date.fromisoformat(day)
    elif "formula" in value:
        cell.value = value["formula"]
    else:
        cell.value, cell.number_format = value["value"], value["format"]


HONEST = book({"Spending": HONEST_ROWS})


def parts():
    """The parts of an honest workbook by name."""
    with zipfile.ZipFile(io.BytesIO(HONEST)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(contents, packing=zipfile.ZIP_DEFLATED):
    """A zip file from pairs of name and content."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in contents:
            archive.writestr(name, content)
    return stream.getvalue()


def changed(more):
    """An honest workbook in which some parts are others."""
    return zipped((parts() | more).items())


SHEET = (
    '<?xml version="1.0"?>{head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)


def with_sheet(rows, head=""):
    """An honest workbook whose sheet holds this XML instead."""
    return changed({"xl/worksheets/sheet1.xml": SHEET.format(rows=rows, head=head).encode()})
