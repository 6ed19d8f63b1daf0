"""How far all initiatives together could lift an area, and where that stays below its target."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.knowledge.whole import Knowledge
from fcio.model.area_levels import HUNDREDTHS, LOWEST, weighted_mean
from fcio.model.area_result import DOES_NOT_APPLY, AreaResult, AreasResult


@dataclass(frozen=True)
class Reach:
    """One area that stays short: its target, and the level that is certain once every initiative is done."""

    area: str
    target: int
    highest: float


def _highest(knowledge: Knowledge, row: AreaResult) -> int:
    """In hundredths; each indicator at its level, or where the initiatives that lift it end."""
    ends: dict[str, int] = {}
    for one in knowledge.initiatives:
        for indicator in one.indicators:
            ends[indicator] = max(ends.get(indicator, LOWEST), one.to_level)
    pairs = zip(knowledge.area(row.area).indicators, row.indicators, strict=True)
    return weighted_mean(
        (indicator.weight, HUNDREDTHS * max(found.level or LOWEST, ends.get(indicator.id, LOWEST)))
        for indicator, found in pairs
        if found.origin != DOES_NOT_APPLY
    )


def out_of_reach(knowledge: Knowledge, areas: AreasResult) -> tuple[Reach, ...]:
    """Areas that apply and stay below their target even with every initiative done, in the order of the file."""
    found = [(row, _highest(knowledge, row)) for row in areas.areas if row.applies]
    return tuple(
        Reach(row.area, row.target, highest / HUNDREDTHS) for row, highest in found if highest < HUNDREDTHS * row.target
    )
