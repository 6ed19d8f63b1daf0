"""The table of texts of a workbook, written so that every text comes back letter for letter.

The writer's own leaves the second of two escapes that share an underline (``_x0041_x0042_``) to be read as a
character, and escapes a text in runs twice.
"""

from __future__ import annotations

import re

import xlsxwriter
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings

_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


class _ExactStrings(SharedStrings):  # type: ignore[misc]
    @staticmethod
    def _escape_control_characters(data: str) -> str:
        if data.startswith("<r>") and data.endswith("</r>"):
            return data  # runs, which were escaped one by one
        return _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", _LOOKS_ESCAPED.sub("_x005F_", data))


class _ExactPackager(Packager):  # type: ignore[misc]
    def _write_shared_strings_file(self) -> None:
        if not self.workbook.str_table.count:
            return
        strings = _ExactStrings()
        strings.string_table = self.workbook.str_table
        strings._set_xml_writer(self._filename("xl/sharedStrings.xml"))
        strings._assemble_xml_file()


class ExactWorkbook(xlsxwriter.Workbook):  # type: ignore[misc]
    """A workbook of the writer that keeps its texts."""

    def _get_packager(self) -> Packager:
        return _ExactPackager()
