"""Scores of one person or offer, 0 to 4 for each criterion; what is open counts as the middle and opens a band."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

from fcio.knowledge.scorecard import ScorecardRules
from fcio.model.area_result import AreasResult
from fcio.model.engagement import Span
from fcio.model.hiring.weights import CriterionWeight

LEAST, MOST = 0, 4
WITHOUT_WEAKEST = 2
GIVEN, FROM_AREAS, FROM_PRICE, OPEN = "given", "areas", "price", "open"
COVERS, PARTLY, NOT, UNKNOWN = "covers", "partly", "not", "unknown"
COVERED = {COVERS: 1.0, PARTLY: 0.5, NOT: 0.0}


@dataclass(frozen=True)
class Score:
    """One score: from ``low`` to ``high``, the same where it is known; ``origin`` says where it comes from.

    >>> Score("trust", 0, 4, OPEN).point, Score("trust", 3, 3, GIVEN).point
    (2, 3)
    """

    criterion: str
    low: int
    high: int
    origin: str

    @property
    def point(self) -> int:
        """The middle in whole points, rounded down, so that what is not said is never worth more than what is."""
        return (self.low + self.high) // 2


@dataclass(frozen=True)
class Total:
    """Points of one candidate under the weights: ``contributions`` by criterion add up to ``points``."""

    contributions: Mapping[str, int]
    points: int
    low: int
    high: int
    known_share: float


def area_weights(areas: AreasResult) -> dict[str, float]:
    """How much each area counts when coverage is judged: its priority, or its importance where nothing is short."""
    rows = [row for row in areas.areas if row.applies]
    priority = {row.area: row.priority or 0.0 for row in rows}
    return priority if any(priority.values()) else {row.area: float(row.importance) for row in rows}


def area_score(covers: Mapping[str, str], counts: Mapping[str, float]) -> tuple[int, int]:
    """The lowest and highest score 0 to 4 for covering areas; an unknown area could be covered or not.

    Without the area that counts most there are at most 2, as the anchors of the criterion say.

    >>> area_score({"data": "covers", "cloud": "not"}, {"data": 3.0, "cloud": 1.0})
    (3, 3)
    """
    whole = sum(counts.values()) or 1.0
    told = {area: COVERED.get(covers.get(area, UNKNOWN)) for area in counts}
    low = sum(counts[area] * (share or 0.0) for area, share in told.items()) / whole
    high = low + sum(counts[area] for area, share in told.items() if share is None) / whole
    least, most = floor(MOST * low + 0.5), floor(MOST * high + 0.5)
    weakest = [told[area] for area in counts if counts[area] == max(counts.values())]
    if not all(weakest):
        least = min(least, WITHOUT_WEAKEST)
    if 0 in weakest:
        most = min(most, WITHOUT_WEAKEST)
    return least, most


def price_score(paid: float, usual: Span, ceiling: float | None) -> int:
    """A price as a score, against the usual range and what can be spent; the anchors of the criterion say the same.

    >>> [price_score(paid, Span(10, 20, 30), 35) for paid in (9, 20, 30, 31, 36)]
    [4, 3, 2, 1, 0]
    """
    if paid < usual.low:
        return 4
    if paid <= usual.typical:
        return 3
    if paid <= usual.high:
        return 2
    return 1 if ceiling is None or paid <= ceiling else 0


def scores(
    card: ScorecardRules,
    candidate: Mapping[str, Any],
    areas: AreasResult,
    price: int | None,
) -> tuple[Score, ...]:
    """Scores of one candidate in the order of the scorecard; what was given stands above what can be worked out."""
    given, covers = candidate.get("scores", {}), candidate.get("covers", {})
    found = []
    for one in card.criteria:
        if one.id in given:
            found.append(Score(one.id, given[one.id], given[one.id], GIVEN))
        elif one.from_areas and any(told != UNKNOWN for told in covers.values()):
            found.append(Score(one.id, *area_score(covers, area_weights(areas)), FROM_AREAS))
        elif one.from_price and price is not None:
            found.append(Score(one.id, price, price, FROM_PRICE))
        else:
            found.append(Score(one.id, LEAST, MOST, OPEN))
    return tuple(found)


def total(found: Sequence[Score], weights: Sequence[CriterionWeight]) -> Total:
    """Points under these weights: weight times score, summed over the criteria.

    The weighted sum model (Fishburn 1967) on whole numbers, as in the role fit.
    """
    weight = {one.criterion: one.points for one in weights}
    contributions = {score.criterion: weight[score.criterion] * score.point for score in found}
    known = sum(weight[score.criterion] for score in found if score.low == score.high)
    return Total(
        contributions=contributions,
        points=sum(contributions.values()),
        low=sum(weight[score.criterion] * score.low for score in found),
        high=sum(weight[score.criterion] * score.high for score in found),
        known_share=known / sum(weight.values()),
    )
