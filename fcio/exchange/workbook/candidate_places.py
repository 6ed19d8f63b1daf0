"""Places and names of the comparison of candidates in the workbook, so that sheet, checks and summary agree."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import area
from fcio.model.hiring.candidates import CandidateResult, candidates
from fcio.model.hiring.scores import Score

NAME, WEIGHT, THEN, NOW, FIRST = range(5)
"""Columns of Candidates: criterion, weight, weight at export, weight in force; the people and offers follow."""
COLUMNS = 10
NAME_ROW = 5
TOP = NAME_ROW + 1
CANDIDATE_CHANGES = "Candidate_changes"
MOST_SCORE = "Most_score"
NO_HIRING = "This version holds no scorecard."


@dataclass(frozen=True)
class Rows:
    """Where things stand on Candidates, worked out once from the number of criteria."""

    count: int

    @property
    def end(self) -> int:
        """The row after the last criterion."""
        return TOP + self.count

    @property
    def results(self) -> int:
        """The first row of the results."""
        return self.end + 2

    def block(self, number: int) -> int:
        """The first row of a block behind the points, from 0."""
        return self.results + 30 + number * (self.count + 2)


AT_EXPORT, LOWEST, HIGHEST, COUNTS = range(4)
"""Blocks behind the points: scores at export, what an empty score can be, and what each score counts as."""


def rows_of(f: Frame) -> Rows:
    """Where things stand for this knowledge."""
    return Rows(len(f.comparison.weights))


def width(f: Frame) -> int:
    """How many columns stand ready for people and offers."""
    return max(COLUMNS, len(f.comparison.rows))


def last(f: Frame) -> int:
    """The last of these columns."""
    return FIRST + width(f) - 1


def down(top: int, count: int, column: int, fixed: str = "r") -> str:
    """A block of criteria in one column."""
    return area(top, column, top + count - 1, column, fixed)


def across(f: Frame, row: int) -> str:
    """A row over all people and offers."""
    return area(row, FIRST, row, last(f))


def weights_now(f: Frame) -> str:
    """The weights in force."""
    return down(TOP, rows_of(f).count, NOW, "rc")


def column_of(place: int) -> str:
    """The number above a column, which no client wrote.

    >>> column_of(0)
    'No. 1'
    """
    return f"No. {place + 1}"


def unscored(f: Frame) -> dict[str, tuple[Score, ...]]:
    """What the app counts for each person or offer where nobody gives a score, by name."""
    bare = tuple({**one, "scores": {}} for one in f.assessment.candidates)
    found = candidates(
        f.knowledge, replace(f.assessment, candidates=bare), f.result, f.areas, f.kit.role, f.live.s.tables
    )
    return {row.name: row.scores for row in found.rows}


def given(row: CandidateResult) -> list[int | None]:
    """The scores that somebody gave, in the order of the criteria; None where nobody did."""
    return [score.low if score.origin == "given" else None for score in row.scores]
