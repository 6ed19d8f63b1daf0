"""Tables of the people and offers: points, what makes the difference, prices; each narrow enough for a phone."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.hiring.candidates import CandidateResult, Comparison
from fcio.model.hiring.scores import COVERED, COVERS, FROM_AREAS, FROM_PRICE, OPEN, PARTLY, Score
from fcio.report.candidate_chart import ahead
from fcio.report.hiring_words import UNSCORED, listed, order_sentence, score_name, unscored
from fcio.report.numbers import money, money_asked, signed

NAME, CRITERION = "Name", "Criterion"
NOT_SAID = "not said"
ORIGINS = {FROM_AREAS: " (by its areas)", FROM_PRICE: " (by its price)"}


def candidates_title(comparison: Comparison) -> str:
    """The finding in a few words."""
    if unscored(comparison):
        return UNSCORED
    rows, first = comparison.rows, ahead(comparison)
    if not rows:
        return "Whom to compare?"
    if len(rows) == 1:
        return f"{rows[0].name}, and who else?"
    if len(first) == 1:
        return f"{rows[0].name} stands first"
    level = [row.name for row in rows if row.name in first]
    return f"{listed(level)} are level" if len(level) < len(rows) or len(rows) == 2 else "All are level"


def below_title(comparison: Comparison) -> str:
    """The finding in full, without what the title says already."""
    sentence, title = order_sentence(comparison), candidates_title(comparison)
    rest = sentence.removeprefix(title).lstrip(",; ")
    return f"{rest[0].upper()}{rest[1:]}"


def _span(low: float, high: float, digits: int) -> str:
    ends = [f"{end:.{digits}f}" for end in (low, high)]
    return "" if ends[0] == ends[1] else f" ({ends[0]} to {ends[1]})"


def points_table(comparison: Comparison) -> pd.DataFrame:
    """One row per person or offer, best first: whole points with their band, and the share of what can be reached."""
    rows = [
        {
            NAME: row.name,
            f"Points of {comparison.most_points}": f"{row.total.points}{_span(row.total.low, row.total.high, 0)}",
            "Of 100": f"{row.share:.1f}",
        }
        for row in comparison.rows
    ]
    return pd.DataFrame(rows).set_index(NAME)


def score_text(score: Score) -> str:
    """A score with where it comes from.

    >>> score_text(Score("trust", 3, 3, "given")), score_text(Score("trust", 0, 4, "open"))
    ('3', 'open')
    >>> score_text(Score("area_coverage", 1, 3, "areas"))
    '1 to 3 (by its areas)'
    """
    if score.origin == OPEN:
        return "open"
    said = f"{score.low}" if score.low == score.high else f"{score.low} to {score.high}"
    return said + ORIGINS.get(score.origin, "")


def score_table(knowledge: Knowledge, row: CandidateResult) -> pd.DataFrame:
    """One row per criterion: the score of one candidate and the points it brings."""
    rows = [
        {
            CRITERION: score_name(knowledge, score.criterion),
            "Score": score_text(score),
            "Points": str(row.total.contributions[score.criterion]),
        }
        for score in row.scores
    ]
    return pd.DataFrame(rows).set_index(CRITERION)


def difference_table(knowledge: Knowledge, comparison: Comparison, name: str, other: str) -> pd.DataFrame:
    """One row per criterion that sets two candidates apart, the weightiest first; the last row is their sum."""
    one, two = (next(row for row in comparison.rows if row.name == wanted) for wanted in (name, other))
    gaps = {c: points - two.total.contributions[c] for c, points in one.total.contributions.items()}
    order = sorted((c for c, gap in gaps.items() if gap), key=lambda c: -abs(gaps[c]))
    scores = {row.name: {score.criterion: score_text(score) for score in row.scores} for row in (one, two)}
    rows = [
        {
            CRITERION: score_name(knowledge, c),
            "Scores": f"{scores[name][c]} and {scores[other][c]}",
            "Points": signed(gaps[c]),
        }
        for c in order
    ]
    rows.append({CRITERION: "Together", "Scores": "", "Points": signed(one.total.points - two.total.points)})
    return pd.DataFrame(rows).set_index(CRITERION)


def areas_covered(row: CandidateResult) -> float:
    """How many areas a candidate covers; one in part counts half."""
    return COVERED[COVERS] * len(row.offer.covers) + COVERED[PARTLY] * len(row.offer.partly)


def price_table(rows: Sequence[CandidateResult]) -> pd.DataFrame:
    """One row per candidate: the price of a month, of an area covered, and for a person of the firm."""

    def sum_or_open(row: CandidateResult, amount: float | None) -> str:
        told = money if row.offer.price.hours_assumed else money_asked
        return NOT_SAID if amount is None else told(amount)

    found = [
        {
            NAME: row.name,
            "A month": sum_or_open(row, row.offer.price.month),
            "An area": sum_or_open(row, row.offer.per_area),
            "A person": sum_or_open(row, row.offer.per_head),
        }
        for row in rows
    ]
    return pd.DataFrame(found).set_index(NAME)
