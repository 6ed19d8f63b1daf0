"""A workbook file that checks itself while it is written: no text is cut, no refused cell goes unnoticed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter.worksheet import Worksheet

from fcio.exchange.workbook.exact_strings import ExactWorkbook
from fcio.exchange.workbook.page import Page
from fcio.exchange.workbook.styles import Styles

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def _moment(written: date) -> datetime:
    """A date or a time as the naive UTC time that document properties hold."""
    if not isinstance(written, datetime):
        return datetime.combine(written, time())
    return written if written.tzinfo is None else written.astimezone(UTC).replace(tzinfo=None)


class _ClassicSheet(Worksheet):  # type: ignore[misc]
    """Takes formulas as they stand: a search for newer functions, of which there are none, took a third of the time."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class _ExactSheet(_ClassicSheet):
    """Keeps every digit of a number, for what has to come back as it was given."""

    def _xml_number_element(self, number: float, attributes: list[tuple[str, str]]) -> None:
        said = " ".join(f'{key}="{value}"' for key, value in attributes)
        self.fh.write(f"<c {said}><v>{number!r}</v></c>")


class Book:
    """One workbook in memory; ``bytes()`` closes it. ``exact`` keeps every digit of its numbers."""

    def __init__(
        self,
        written: date,
        subject: str,
        title: str = "Technology leadership: which leader fits",
        *,
        exact: bool = False,
    ) -> None:
        self._buffer = BytesIO()
        self._file: Any = ExactWorkbook(self._buffer, _OPTIONS)
        self.styles = Styles(self._file)
        self._file.set_calc_mode("auto")
        self._sheet = _ExactSheet if exact else _ClassicSheet
        self._file.set_properties({"title": title, "subject": subject, "created": _moment(written)})

    def page(self, name: str, tab: str | None = None) -> Page:
        """A new sheet with this name."""
        sheet = self._file.add_worksheet(name, self._sheet)
        if tab:
            sheet.set_tab_color(tab)
        return Page(sheet, self.styles)

    def name(self, name: str, reference: str) -> None:
        """Give a cell or range a name, for drivers and headline outputs."""
        if self._file.define_name(name, f"={reference}"):
            raise ValueError(f"the name {name} was refused")

    def bar_chart(self) -> Any:
        """An empty native chart with lying bars."""
        return self._file.add_chart({"type": "bar"})

    def column_chart(self) -> Any:
        """An empty native chart with standing columns."""
        return self._file.add_chart({"type": "column"})

    def stacked_chart(self) -> Any:
        """An empty native chart with stacked columns."""
        return self._file.add_chart({"type": "column", "subtype": "stacked"})

    def line_chart(self) -> Any:
        """An empty native chart with lines, to combine with another."""
        return self._file.add_chart({"type": "line"})

    def curve_chart(self) -> Any:
        """An empty native chart with curves over two axes of numbers."""
        return self._file.add_chart({"type": "scatter", "subtype": "straight"})

    def bytes(self) -> bytes:
        """The finished file."""
        self._file.close()
        return self._buffer.getvalue()
