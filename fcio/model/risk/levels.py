"""How well technology is led today, area by area, as risk needs it: what is known, and a rough default for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.knowledge.risk import LevelRule, Reach
from fcio.knowledge.whole import Knowledge
from fcio.model.area_levels import HIGHEST, LOWEST
from fcio.model.area_result import AreasResult
from fcio.model.parameters import Figures
from fcio.model.situation import Situation, holds

Levels = Mapping[str, float]
"""Level 1 to 5 by area."""


@dataclass(frozen=True)
class RiskLevel:
    """The level of one area, 1 to 5, and the share of it (0 to 1) that rests on answers."""

    area: str
    level: float
    coverage: float


@dataclass(frozen=True)
class RiskLevels:
    """Levels of the areas, the rough default, and the rules that moved it; ``looked_at`` if any area was answered."""

    areas: tuple[RiskLevel, ...]
    default: float
    rules: tuple[LevelRule, ...]

    @property
    def looked_at(self) -> bool:
        """Whether anything is known about the areas."""
        return any(area.coverage for area in self.areas)

    @property
    def by_area(self) -> dict[str, float]:
        """Level by area."""
        return {area.area: area.level for area in self.areas}


def _clamped(level: float) -> float:
    return min(float(HIGHEST), max(float(LOWEST), level))


def risk_levels(knowledge: Knowledge, s: Situation, areas: AreasResult, figures: Figures) -> RiskLevels:
    """The level of every area that applies; what is open counts as the rough default for such a firm.

    Their lowest level counts what is open as 1, so the default comes in for the share that is open, up to the highest.
    """
    assert knowledge.risk is not None
    rules = tuple(rule for rule in knowledge.level_rules if holds(s, rule.when) is True)
    reference = figures[knowledge.risk.reference_level].typical
    default = _clamped(reference + sum(rule.add for rule in rules))
    found = []
    for row in areas.areas:
        if row.applies and row.low is not None:
            level = row.low + (1 - row.coverage) * (default - LOWEST)
            most = float(HIGHEST) if row.high is None else row.high
            found.append(RiskLevel(row.area, _clamped(min(level, most)), row.coverage))
    return RiskLevels(tuple(found), default, rules)


def lifted(levels: Levels, reach: Mapping[str, Reach], month: float | None = None) -> dict[str, float]:
    """Levels once a role works: up by its reach, never above what it can hold, never below what is there.

    ``month`` counts from its first day, with a straight climb; None is when all of it holds.
    """
    found = dict(levels)
    for area, level in levels.items():
        if area in reach:
            one = reach[area]
            reached = max(level, min(level + one.levels, one.up_to))
            share = 1.0 if month is None or month >= one.months else month / one.months
            found[area] = level + share * (reached - level)
    return found
