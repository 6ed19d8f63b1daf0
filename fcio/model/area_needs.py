"""The hand-over from the twelve areas: the need to govern technology, and the levels that a risk model reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.knowledge.schema import Question
from fcio.knowledge.whole import Knowledge
from fcio.model.area_levels import HUNDREDTHS
from fcio.model.area_result import ANSWERED, AreaResult, AreasResult
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.tables import Tables

DIGITS = 12
"""Decimals to which known and needed weight are compared: a sum of shares on the threshold counts as reached."""


@dataclass(frozen=True)
class AreaHandover:
    """What the areas hand over, and nothing else of them reaches the other models.

    ``governance`` is the answer by derived question, without an entry where too little is known. ``levels`` bound
    every completion of an area, in levels from 1 to 5; an area in which nothing applies is left out.
    """

    governance: Mapping[str, str]
    levels: Mapping[str, tuple[float, float]]


def _whole(amount: float | None) -> int:
    return round(HUNDREDTHS * (amount or 0))


def mean_gap(rows: tuple[AreaResult, ...]) -> float:
    """Mean distance to the target in levels, weighted by importance; an open indicator counts as its middle."""
    total = sum(row.importance for row in rows)
    gaps = sum(row.importance * (_whole(row.gap) + _whole(row.gap_certain)) for row in rows)
    return gaps / (2 * HUNDREDTHS * total)


def _answer(question: Question, result: AreasResult) -> str | None:
    """The option that the areas tell, or None where too little of them is known.

    What the intake alone tells about the areas is no reason to count it a second time.
    """
    if question.derived is None:
        return None
    rows = tuple(row for row in result.areas if row.area in question.derived.areas and row.applies)
    total = sum(row.importance for row in rows)
    looked_at = any(indicator.origin == ANSWERED for row in rows for indicator in row.indicators)
    known = sum(row.importance * row.coverage for row in rows)
    if not looked_at or round(known - question.derived.coverage * total, DIGITS) < 0:
        return None
    gap = mean_gap(rows)
    return [option.id for option in question.options if gap >= (option.at_least or 0)][-1]


def handover(knowledge: Knowledge, result: AreasResult) -> AreaHandover:
    """What the areas tell the other models.

    >>> from datetime import date
    >>> from fcio.knowledge.load import load
    >>> knowledge = load()
    >>> lowest = {indicator.id: 1 for area in knowledge.areas for indicator in area.indicators}
    >>> client = Assessment({"name": "Example"}, date(2026, 11, 25), areas=lowest)
    >>> told = handover(knowledge, area_results(knowledge, client))
    >>> dict(told.governance), told.levels["budget"]
    ({'governance_gap': 'large'}, (1.0, 1.0))
    """
    answers = ((question.id, _answer(question, result)) for question in knowledge.derived)
    levels = ((row.area, row.low, row.high) for row in result.areas)
    return AreaHandover(
        governance={question: answer for question, answer in answers if answer is not None},
        levels={area: (low, high) for area, low, high in levels if low is not None and high is not None},
    )


def derived_answers(t: Tables, assessment: Assessment) -> dict[str, str]:
    """Answers that follow from the areas; none where too little of them is known."""
    if not t.knowledge.derived or not assessment.areas:
        return {}
    return dict(handover(t.knowledge, area_results(t.knowledge, assessment, t)).governance)
