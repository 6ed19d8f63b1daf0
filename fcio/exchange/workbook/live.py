"""The values behind every formula, from the model's own arrays: what the workbook must say when it is opened."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fcio.exchange.workbook.layout import Layout
from fcio.exchange.workbook.rows import (
    ABSENT,
    ALL,
    ANSWER,
    OPEN_TEXTS,
    OPENED,
    SCALED,
    TICKED,
    PointRow,
    followers,
)
from fcio.model.fit_result import FitResult
from fcio.model.points import rounded_share
from fcio.model.situation import HIDDEN, MAYBE, Situation
from fcio.model.tables import Ints
from fcio.report.words import OPEN_WORDS

STATUS_WORDS = ("hidden", "shown", "maybe")


@dataclass(frozen=True)
class Live:
    """Values at export: ``totals``, ``rank`` and the most each role can reach, shape [R]; rows by question."""

    s: Situation
    layout: Layout
    weight: Ints
    totals: Ints
    most_each: Ints
    rank: Ints

    @staticmethod
    def of(s: Situation, layout: Layout, result: FitResult) -> Live:
        """Everything worked out from the rows of the workbook, for its own formulas."""
        t = s.tables
        weight = np.array([result.weights[c] for c in t.criteria], dtype=np.int64)
        zero = np.zeros(len(t.roles), dtype=np.int64)
        draft = Live(s, layout, weight, zero, zero, zero)
        questions = range(len(t.questions))
        totals = t.base + np.sum([draft.question_points(q) for q in questions], axis=0)
        most = t.base + np.sum([draft.highest(q) for q in questions if draft.counts(q)], axis=0)
        rank = np.empty_like(totals)
        rank[np.argsort(-totals, kind="stable")] = np.arange(1, len(totals) + 1)
        return Live(s, layout, weight, totals, most, rank)

    def counts(self, q: int) -> bool:
        """Whether the most of a question counts by itself: not with another one, and not hidden."""
        return bool(self.s.tables.parent[q] < 0 and self.s.visible[q] != HIDDEN)

    @property
    def most(self) -> int:
        """The most points any role can reach."""
        return int(self.most_each.max())

    def fit(self, role: int) -> float:
        """Points of a role in hundredths of the most."""
        return 100 * int(self.totals[role]) / self.most if self.most else 0.0

    def placed(self, rank: int) -> int:
        """The column of the role with this rank, counted from 1."""
        return int(np.flatnonzero(self.rank == rank)[0]) + 1

    def row_points(self, row: PointRow) -> Ints:
        """Points a row of Points gives each role, shape [R]."""
        numerator = row.needs @ (self.weight[:, None] * self.s.tables.strength)
        return rounded_share(numerator, np.array(row.divisor))

    def reach(self, row: PointRow) -> Ints:
        """Points of a row with the most that the follow-ups it opens can add, shape [R]."""
        total = self.row_points(row)
        for flag, child in zip(row.opens, followers(self.s.tables, row.question), strict=True):
            total = total + flag * self.highest(child)
        return total

    def highest(self, q: int) -> Ints:
        """The most a question and its follow-ups can give each role, shape [R]."""
        rows = [row for row in self.layout.blocks[q].rows if row.kind in (ANSWER, ALL)]
        return np.asarray(np.max([self.reach(row) for row in rows], axis=0))

    def code(self, q: int) -> int:
        """The number that stands for an answer as given: its row, or the sum of the bits ticked; 0 if none."""
        block, state = self.layout.blocks[q], int(self.s.state[q])
        given = self.s.answers.get(self.s.tables.questions[q].id)
        if self.s.tables.questions[q].kind == "many":
            return sum(row.bit or 0 for row in block.rows if row.tick)
        if state >= 0:
            return self._number(block.of(ANSWER)[state])
        return 0 if given is None else self._number(self._word_row(q))

    def _number(self, sheet_row: int) -> int:
        return sheet_row - self.layout.points_top + 1

    def _word_row(self, q: int) -> int:

        given = self.s.answers.get(self.s.tables.questions[q].id)
        text = OPEN_TEXTS[2] if given is None else OPEN_WORDS[given]
        return self.layout.blocks[q].of(OPENED)[OPEN_TEXTS.index(text)]

    def row_number(self, q: int) -> int:
        """The number of the row of Points that counts for a question now."""
        block, state, visible = self.layout.blocks[q], int(self.s.state[q]), int(self.s.visible[q])
        if visible == HIDDEN:
            return self._number(self.layout.single(q, ABSENT))
        if state < 0:
            row = self._word_row(q)
        elif self.s.tables.questions[q].kind == "many":
            row = self.layout.none_row(q) if state == 0 else block.of(TICKED)[0]
        else:
            row = block.of(ANSWER)[state]
        shift = len(block.of(SCALED)) if visible == MAYBE else 0
        return self._number(row + shift)

    def counted(self, q: int) -> PointRow:
        """The row of Points that counts for a question now."""
        block = self.layout.blocks[q]
        return block.rows[self.row_number(q) - 1 + self.layout.points_top - block.first]

    def question_points(self, q: int) -> Ints:
        """Points a question gives each role now, shape [R]."""
        return self.row_points(self.counted(q))

    def status(self, q: int) -> str:
        """Hidden, shown or maybe."""
        return STATUS_WORDS[int(self.s.visible[q])]
