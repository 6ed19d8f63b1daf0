"""The twelve areas of one client: level as a band, target, importance, gap and priority, and contradictions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fcio.knowledge.areas import Area, AreaRule, Contradiction, FirstStep, LevelTest
from fcio.knowledge.whole import Knowledge
from fcio.model.area_levels import HIGHEST, HUNDREDTHS, LOWEST, Span, area_span, indicator_result, weighted_mean
from fcio.model.area_result import AT_LEAST, AreaResult, AreasResult, Overall
from fcio.model.assessment import Assessment
from fcio.model.points import HEAVIEST, LIGHTEST
from fcio.model.situation import Situation, holds, situation
from fcio.model.tables import Tables, tables


@dataclass(frozen=True)
class Strong:
    """Something done well: an indicator at or above what its area needs."""

    area: str
    indicator: str
    level: int


@dataclass(frozen=True)
class AreaStep:
    """What to do first about one area that is short of its target."""

    area: str
    step: FirstStep


def _clamped(value: int, least: int, most: int) -> int:
    return min(most, max(least, value))


def _numbers(span: Span | None, target: int, importance: int) -> dict[str, float | None]:
    """Level, gap and priority, worked out in hundredths."""
    names = ("level", "low", "high", "gap", "gap_certain", "priority", "priority_certain")
    if span is None:
        return dict.fromkeys(names)
    level = span.low if span.known else None
    gap = max(0, HUNDREDTHS * target - span.low)
    certain = max(0, HUNDREDTHS * target - span.high)
    found = (level, span.low, span.high, gap, certain, importance * gap, importance * certain)
    pairs = zip(names, found, strict=True)
    return {name: None if value is None else value / HUNDREDTHS for name, value in pairs}


def _area(
    s: Situation, area: Area, assessment: Assessment, rules: Iterable[AreaRule]
) -> tuple[AreaResult, Span | None]:
    rows = tuple(indicator_result(s, indicator, assessment.areas) for indicator in area.indicators)
    mine = [rule for rule in rules if not rule.areas or area.id in rule.areas]
    usual = s.tables.knowledge.settings.areas.target
    target = _clamped(usual + sum(rule.target for rule in mine), LOWEST, HIGHEST)
    importance = _clamped(area.importance + sum(rule.importance for rule in mine), LIGHTEST, HEAVIEST)
    span = area_span(area, rows)
    result = AreaResult(
        area=area.id,
        applies=span is not None,
        coverage=span.known / span.weight if span else 0.0,
        target=target,
        importance=importance,
        target_reasons=tuple(rule.because for rule in mine if rule.target),
        importance_reasons=tuple(rule.because for rule in mine if rule.importance),
        indicators=rows,
        **_numbers(span, target, importance),
    )
    return result, span


def _overall(rows: list[tuple[AreaResult, Span]]) -> Overall:
    if not rows:
        return Overall(None, None, None, 0.0)
    low = weighted_mean((row.importance, span.low) for row, span in rows) / HUNDREDTHS
    high = weighted_mean((row.importance, span.high) for row, span in rows) / HUNDREDTHS
    total = sum(row.importance for row, _ in rows)
    coverage = sum(row.importance * row.coverage for row, _ in rows) / total
    known = any(span.known for _, span in rows)
    return Overall(low if known else None, low, high, coverage)


def _passes(level: int | None, test: LevelTest, floor: bool) -> bool:
    if level is None or (floor and test.below is not None):
        return False
    return (test.at_least is None or level >= test.at_least) and (test.below is None or level < test.below)


def contradictions(
    knowledge: Knowledge, levels: dict[str, int | None], floors: frozenset[str] = frozenset()
) -> tuple[Contradiction, ...]:
    """What cannot stand together among the known levels, in the order of the file.

    ``floors``: indicators that may stand higher than their level.
    """
    return tuple(
        entry
        for entry in knowledge.contradictions
        if entry.when and all(_passes(levels.get(i), test, i in floors) for i, test in entry.when.items())
    )


def area_results(knowledge: Knowledge, assessment: Assessment, t: Tables | None = None) -> AreasResult:
    """The twelve areas of one client, in the order of the file; levels in whole hundredths from 1 to 5.

    The weighted mean of the indicators; what is open counts as 1 in ``low`` and as 5 in ``high``. The overall level
    weighs the areas by importance. Rules and prefilled levels count only where the answers make them certain; a level
    that is told as *at least* counts as that in ``low`` and as 5 in ``high``.
    ``t``: the tables of this knowledge, where they are at hand.

    >>> from datetime import date
    >>> from fcio.knowledge.load import load
    >>> client = Assessment({"name": "Example"}, date(2026, 11, 25), areas={"strategy_plan": 3})
    >>> strategy = area_results(load(), client).area("strategy")
    >>> strategy.level, strategy.low, strategy.high, round(strategy.coverage, 2)
    (1.67, 1.67, 4.33, 0.33)
    """
    s = situation(t or tables(knowledge), assessment.answers)
    rules = [rule for rule in knowledge.area_rules if holds(s, rule.when) is True]
    rows = [_area(s, area, assessment, rules) for area in knowledge.areas]
    areas = tuple(result for result, _ in rows)
    indicators = [row for result in areas for row in result.indicators]
    levels = {row.indicator: row.level for row in indicators}
    floors = frozenset(row.indicator for row in indicators if row.origin == AT_LEAST)
    overall = _overall([(result, span) for result, span in rows if span is not None])
    return AreasResult(overall, areas, contradictions(knowledge, levels, floors))


def strengths(knowledge: Knowledge, result: AreasResult) -> tuple[Strong, ...]:
    """Indicators at or above both the target of their area and the usual one, best first, then in file order."""
    usual = knowledge.settings.areas.target
    found = [
        Strong(area.area, row.indicator, row.level)
        for area in result.areas
        for row in area.indicators
        if row.level is not None and row.level >= max(usual, area.target)
    ]
    return tuple(sorted(found, key=lambda strong: -strong.level))


def first_steps(knowledge: Knowledge, result: AreasResult) -> tuple[AreaStep, ...]:
    """The first step of every area that is or may be short of its target, the most pressing first."""
    return tuple(AreaStep(row.area, knowledge.area(row.area).first_step) for row in result.by_priority if row.gap)
