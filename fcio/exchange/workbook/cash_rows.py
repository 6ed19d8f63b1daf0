"""Rows of the sheet Cash flow while they are written: one number, or one formula repeated over all years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fcio.exchange.workbook.budget_places import ENDS_ROW, FIRST_YEAR, LABEL, ONE, STARTS_ROW, TODAY, YEAR_ROW
from fcio.exchange.workbook.page import Page, at


@dataclass(frozen=True)
class Year:
    """One year's column: addresses of its number, its first and its last month, and of any row in it."""

    column: int

    @property
    def number(self) -> str:
        """The year, counted from 1."""
        return at(YEAR_ROW, self.column, "r")

    @property
    def start(self) -> str:
        """The month in which it begins."""
        return at(STARTS_ROW, self.column, "r")

    @property
    def end(self) -> str:
        """The month in which it ends."""
        return at(ENDS_ROW, self.column, "r")

    def of(self, row: int) -> str:
        """The cell of a row in this year."""
        return at(row, self.column)

    def months(self, start: str, end: str) -> str:
        """Months of the year that lie between two months; none where the end comes first."""
        return f"MAX(MIN({end},{self.end})-MAX({start},{self.start}),0)"

    def months_from(self, start: str) -> str:
        """Months of the year from a month on."""
        return f"MAX({self.end}-MAX({start},{self.start}),0)"

    def holds(self, month: str) -> str:
        """1 where a month ends in this year; month 0 counts to the first."""
        return f"IF(AND({month}<={self.end},OR({month}>{self.start},{self.number}=1)),1,0)"

    def repeats(self, start: str, every: str) -> str:
        """How often something comes round in this year."""
        passed = (f"MAX(INT(({edge}-{start})/{every}),0)" for edge in (self.end, self.start))
        return "-".join(passed)


YearFormula = Callable[[Year], str]


class Rows:
    """A cursor on the sheet; every method writes the next row."""

    def __init__(self, page: Page, row: int, count: int) -> None:
        self.page, self.row, self.count = page, row, count

    def head(self, text: str, own: bool = False) -> None:
        """A line above a block."""
        if own:
            self.page.own(self.row, LABEL, text, "scenarios", "own_line")
        else:
            self.page.text(self.row, LABEL, text, "bold")
        self.row += 1

    def skip(self) -> None:
        """An empty row."""
        self.row += 1

    def number(self, label: str, value: float) -> str:
        """A number that follows from nothing; its fixed address."""
        return self._single(label, None, value)

    def single(self, label: str, formula: str, value: float) -> str:
        """One number for all years; its fixed address."""
        return self._single(label, formula, value)

    def _single(self, label: str, formula: str | None, value: float) -> str:
        self.page.own(self.row, LABEL, label, "scenarios", "own_line")
        if formula is None:
            self.page.number(self.row, ONE, value, "any")
        else:
            self.page.formula(self.row, ONE, formula, value, "any")
        self.row += 1
        return at(self.row - 1, ONE, "rc")

    def years(
        self,
        label: str,
        formula: YearFormula,
        values: ArrayLike,
        style: str = "amount_left",
        *,
        today: tuple[str, float] | None = None,
        paid: bool | None = None,
    ) -> int:
        """One formula over all years, perhaps with an amount of today; its row. ``paid``: money leaves the firm."""
        self.page.own(self.row, LABEL, label, "scenarios", "own_line")
        if paid is not None:
            self.page.number(self.row, ONE, int(paid), "quiet_number")
        else:
            self.page.blank(self.row, ONE, "text")
        if today is None:
            self.page.blank(self.row, TODAY, "text")
        else:
            self.page.formula(self.row, TODAY, *today, style)
        for place, value in enumerate(np.broadcast_to(np.asarray(values, dtype=float), (self.count,))):
            column = FIRST_YEAR + place
            self.page.formula(self.row, column, formula(Year(column)), float(value), style)
        self.row += 1
        return self.row - 1
