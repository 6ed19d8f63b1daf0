"""Where everything stands: the rows of every question on every sheet, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.exchange.workbook.page import area, at
from fcio.exchange.workbook.rows import ABSENT, ALL, ANSWER, OPENED, TICKED, PointRow, followers, point_rows
from fcio.knowledge.schema import Question
from fcio.model.answers import none_option
from fcio.model.situation import Situation

ANSWERS_TOP, FIT_TOP, WEIGHTS_TOP = 4, 19, 5
POINTS_WEIGHT_ROW = 4
ANSWER_COLUMN = 2
YES = "Yes"
RANGE_PARTS = ("low", "likely", "high")
PART_TEXTS = {"low": "Lowest", "likely": "Most likely", "high": "Highest"}
NO, QUESTION, ANSWER_TEXT, DIVISOR, EDGE, LIMIT, BIT, TICK, CAP = range(9)
"""Columns of the Points sheet up to the first follow-up."""


@dataclass(frozen=True)
class Block:
    """The rows of one scoring question on the Points sheet."""

    first: int
    rows: tuple[PointRow, ...]

    def of(self, *kinds: str) -> list[int]:
        """Sheet rows of these kinds, in order."""
        return [self.first + place for place, row in enumerate(self.rows) if row.kind in kinds]

    def span(self, column: int, *kinds: str) -> str:
        """The address of a column of the rows of these kinds, which stand together."""
        rows = self.of(*kinds)
        return area(rows[0], column, rows[-1], column)

    @property
    def words(self) -> list[int]:
        """Rows of the two open answers that can be chosen."""
        return self.of(OPENED)[:2]


def _sub_rows(question: Question) -> tuple[str, ...]:
    if question.kind == "many":
        return tuple(option.id for option in question.options)
    return RANGE_PARTS if question.kind == "range" else ()


def points_top(s: Situation) -> int:
    """The first row of the table on Points: below the weight, the strengths of each role and the header."""
    return POINTS_WEIGHT_ROW + 2 + len(s.tables.roles)


@dataclass(frozen=True)
class Layout:
    """Rows by question: on Answers (with sub-rows by option or part), on Points and on Role fit."""

    s: Situation
    answer_row: Mapping[str, int]
    sub_row: Mapping[tuple[str, str], int]
    answers_end: int
    blocks: tuple[Block, ...]
    most_followers: int

    @staticmethod
    def of(s: Situation) -> Layout:
        """The layout for one client; only values differ between clients, never places."""
        row, answer_row, sub_row = ANSWERS_TOP, dict[str, int](), dict[tuple[str, str], int]()
        for question in s.tables.knowledge.questions:
            answer_row[question.id] = row
            for place, sub in enumerate(_sub_rows(question)):
                sub_row[question.id, sub] = row + 1 + place
            row += 1 + len(_sub_rows(question))
        first, blocks = points_top(s), []
        for q in range(len(s.tables.questions)):
            blocks.append(Block(first, tuple(point_rows(s, q))))
            first += len(blocks[-1].rows)
        most = max(len(followers(s.tables, q)) for q in range(len(s.tables.questions)))
        return Layout(s, answer_row, sub_row, row, tuple(blocks), most)

    @property
    def opens_column(self) -> int:
        """First of the columns that say which follow-up an answer opens."""
        return CAP + 1

    @property
    def need_column(self) -> int:
        """First criterion on Points."""
        return self.opens_column + self.most_followers

    @property
    def points_column(self) -> int:
        """First role on Points."""
        return self.need_column + len(self.s.tables.criteria)

    @property
    def reach_column(self) -> int:
        """First role of the points with what may follow, on Points."""
        return self.points_column + len(self.s.tables.roles)

    @property
    def count_column(self) -> int:
        """Which rows of Points count now, on Points."""
        return self.reach_column + len(self.s.tables.roles)

    @property
    def points_top(self) -> int:
        """The first row of the table on Points."""
        return self.blocks[0].first

    @property
    def points_end(self) -> int:
        """The row after the last row of the table on Points."""
        return self.blocks[-1].first + len(self.blocks[-1].rows)

    def highest_row(self, q: int) -> int:
        """The row on Points with the most a question can give."""
        return self.points_end + 3 + q

    def fit_row(self, q: int) -> int:
        """The row of a question on Role fit."""
        return FIT_TOP + q

    @property
    def fit_end(self) -> int:
        """The row after the last question on Role fit."""
        return FIT_TOP + len(self.s.tables.questions)

    def answer_cell(self, question_id: str) -> str:
        """The address of an answer, from other sheets."""
        return f"Answers!{at(self.answer_row[question_id], ANSWER_COLUMN, 'rc')}"

    def tick_cell(self, question: Question, option_id: str) -> str:
        """The address of a tick, from other sheets."""
        return f"Answers!{at(self.sub_row[question.id, option_id], ANSWER_COLUMN, 'rc')}"

    def ticks(self, question: Question) -> str:
        """The address of all ticks of a question, from other sheets."""
        ids = [option.id for option in question.options]
        first, last = (self.sub_row[question.id, i] for i in (ids[0], ids[-1]))
        return f"Answers!{area(first, ANSWER_COLUMN, last, ANSWER_COLUMN)}"

    def choices(self, q: int) -> str:
        """The drop-down list of a question, from other sheets."""
        block = self.blocks[q]
        options = [] if self.s.tables.questions[q].kind in ("many", "number") else block.of(ANSWER)
        rows = options + block.words
        return f"Points!{area(rows[0], ANSWER_TEXT, rows[-1], ANSWER_TEXT)}"

    def none_row(self, q: int) -> int:
        """The row on Points of the exclusive option of a ``many`` question."""
        none = none_option(self.s.tables.questions[q])
        block = self.blocks[q]
        return next(block.first + i for i, row in enumerate(block.rows) if row.option is none)

    def single(self, q: int, kind: str) -> int:
        """The one row of a kind on Points: ticked together, everything ticked, not asked."""
        if kind not in (TICKED, ALL, ABSENT):
            raise KeyError(kind)
        return self.blocks[q].of(kind)[0]
