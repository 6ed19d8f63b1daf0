"""What the levels of the areas do to a scenario: multipliers of its frequency and its loss."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fcio.knowledge.risk import AreaEffect, RiskSettings
from fcio.model.area_levels import HIGHEST, LOWEST
from fcio.model.parameters import Figures
from fcio.model.risk.levels import Levels


@dataclass(frozen=True)
class Multiplier:
    """Multipliers of one scenario against a firm at the reference level in every area."""

    frequency: float = 1.0
    severity: float = 1.0


@dataclass(frozen=True)
class Limits:
    """The reference level, and the ends within which the product over all areas is kept."""

    reference: float
    frequency: tuple[float, float]
    severity: tuple[float, float]

    @staticmethod
    def of(settings: RiskSettings, figures: Figures) -> Limits:
        """The limits as figures, or the client's own in their place."""
        frequency = (figures[settings.least_frequency].typical, figures[settings.most_frequency].typical)
        severity = (figures[settings.least_severity].typical, figures[settings.most_severity].typical)
        return Limits(figures[settings.reference_level].typical, frequency, severity)


def effect_at(best: float, level: float, reference: float) -> float:
    """The multiplier at a level, where ``best`` (0 to 1) is the one at level 5 and the reference level has 1.

    Below the reference the same strength works the other way round, in full at level 1.

    >>> effect_at(0.5, 5, 2.5), effect_at(0.5, 2.5, 2.5), effect_at(0.5, 1, 2.5)
    (0.5, 1.0, 2.0)
    """
    if level == reference:
        return 1.0
    if level > reference:
        return float(best ** ((level - reference) / (HIGHEST - reference)))
    return float(best ** -((reference - level) / (reference - LOWEST)))


def _kept(value: float, ends: tuple[float, float]) -> float:
    return min(max(value, ends[0]), ends[1])


def multipliers(effects: Iterable[AreaEffect], levels: Levels, limits: Limits) -> Mapping[str, Multiplier]:
    """Multipliers by scenario: the product over its areas, kept within the limits; areas without a level do nothing."""
    products: dict[str, tuple[float, float]] = {}
    for effect in effects:
        frequency, severity = products.get(effect.scenario, (1.0, 1.0))
        if effect.area in levels:
            level = levels[effect.area]
            frequency *= effect_at(effect.frequency, level, limits.reference)
            severity *= effect_at(effect.severity, level, limits.reference)
        products[effect.scenario] = (frequency, severity)
    return {
        scenario: Multiplier(_kept(frequency, limits.frequency), _kept(severity, limits.severity))
        for scenario, (frequency, severity) in products.items()
    }
