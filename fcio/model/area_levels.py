"""The level of every indicator, as answered or as the intake tells it, and the whole-number mean of an area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fcio.knowledge.areas import Area, Indicator, Prefill
from fcio.knowledge.shapes import DONT_KNOW
from fcio.model.area_result import ANSWERED, AT_LEAST, DOES_NOT_APPLY, FROM_INTAKE, OPEN, IndicatorResult
from fcio.model.situation import Situation, holds

LOWEST, HIGHEST = 1, 5
"""The ends of the scale on which every indicator is described."""

HUNDREDTHS = 100


def told(s: Situation, indicator: Indicator) -> Prefill | None:
    """What the intake tells for certain; the first entry that holds decides, None where none does."""
    return next((prefill for prefill in indicator.prefill if holds(s, prefill.when) is True), None)


def indicator_result(s: Situation, indicator: Indicator, given: Mapping[str, int | str]) -> IndicatorResult:
    """One indicator: what was answered, even *don't know*, stands above what the intake tells."""
    answer = given.get(indicator.id)
    if answer == DOES_NOT_APPLY:
        return IndicatorResult(indicator.id, None, DOES_NOT_APPLY)
    if answer == DONT_KNOW:
        return IndicatorResult(indicator.id, None, OPEN)
    if isinstance(answer, int):
        return IndicatorResult(indicator.id, answer, ANSWERED)
    found = told(s, indicator)
    if found is None:
        return IndicatorResult(indicator.id, None, OPEN)
    return IndicatorResult(indicator.id, found.level, AT_LEAST if found.floor else FROM_INTAKE)


def weighted_mean(rows: Iterable[tuple[int, int]]) -> int:
    """Weighted mean of whole numbers (weight, value), rounded half up in whole numbers.

    The same in Python and SQL; at least one weight is above 0.

    >>> weighted_mean([(2, 300), (1, 100)]), weighted_mean([(1, 100), (1, 101)])
    (233, 101)
    """
    listed = tuple(rows)
    total = sum(weight for weight, _ in listed)
    return (2 * sum(weight * value for weight, value in listed) + total) // (2 * total)


@dataclass(frozen=True)
class Span:
    """Least and greatest level of an area over every completion of what is open, in hundredths.

    ``known`` and ``weight`` are the answered weight and the weight of all that applies.
    """

    low: int
    high: int
    known: int
    weight: int


def area_span(area: Area, rows: tuple[IndicatorResult, ...]) -> Span | None:
    """The span of an area: what is open counts as the lowest and as the highest level; None where nothing applies.

    What is known only as *at least* counts as that level and as the highest one.
    """
    pairs = zip(area.indicators, rows, strict=True)
    applying = [(indicator.weight, row) for indicator, row in pairs if row.origin != DOES_NOT_APPLY]
    if not applying:
        return None
    low = weighted_mean((w, HUNDREDTHS * (row.level or LOWEST)) for w, row in applying)
    high = weighted_mean((w, HUNDREDTHS * ((row.level if row.known else None) or HIGHEST)) for w, row in applying)
    known = sum(w for w, row in applying if row.known)
    return Span(low, high, known, sum(w for w, _ in applying))
