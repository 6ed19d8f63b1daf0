"""Writing down a page line by line: sections, sentences, label and text, with rows tall enough."""

from __future__ import annotations

from fcio.exchange.workbook.page import Page, lines

LAST = 6


class Letter:
    """A sheet with a cursor; texts run over joined cells from a first to the last column."""

    def __init__(self, page: Page, row: int) -> None:
        self.page, self.row = page, row

    def _joined(self, first: int, last: int, text: str, field: str, style: str) -> None:
        self.page.band(self.row, first, last, style)
        self.page.own(self.row, first, text, field, style)

    def gap(self) -> None:
        """Leave a row free."""
        self.page.height(self.row, 8)
        self.row += 1

    def section(self, title: str) -> None:
        """A heading across the page, with air above."""
        self.gap()
        for column in range(LAST + 1):
            self.page.text(self.row, column, "" if column else title, "section")
        self.page.height(self.row, 20)
        self.row += 1

    def say(self, text: str, style: str = "plain") -> None:
        """One sentence of ours across the page."""
        self._joined(0, LAST, text, "text", style)
        self.row += 1

    def pair(self, label: str, text: str, style: str = "plain") -> None:
        """A label and a text of ours beside it."""
        self.own_pair(label, text, "text", style)

    def own_pair(self, label: str, text: str, field: str, style: str = "own", tallest: float | None = None) -> None:
        """A label and a text of the client's beside it, letter for letter; ``tallest`` bounds what shows."""
        if tallest is not None and lines(text, sum(self.page.widths[1 : LAST + 1])) > tallest // 15:
            self.page.height(self.row, tallest)
        self._joined(1, LAST, text, field, style)
        self.page.text(self.row, 0, label, "bold")
        self.row += 1

    def live_pair(self, label: str, formula: str, value: str, style: str = "bold") -> None:
        """A label and a text that a formula gives beside it."""
        self.page.band(self.row, 1, LAST, style)
        self.page.formula(self.row, 1, formula, value, style)
        self.page.text(self.row, 0, label, "bold")
        self.row += 1

    def live(self, formula: str, value: str, style: str = "bold") -> None:
        """A sentence that a formula gives, across the page."""
        self.page.band(self.row, 0, LAST, style)
        self.page.formula(self.row, 0, formula, value, style)
        self.row += 1

    def amount(self, text: str, points: int) -> None:
        """A sentence with its points at the end of the line."""
        self._joined(0, LAST - 1, text, "text", "text")
        self.page.number(self.row, LAST, points, "signed")
        self.row += 1
