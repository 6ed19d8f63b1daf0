"""The weights of the scorecard, from the case: what is needed, what is short, and who may be torn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor

from fcio.knowledge.scorecard import ScorecardRules, ScoreCriterion
from fcio.model.answers import Refused
from fcio.model.area_result import AreasResult
from fcio.model.fit_result import FitResult
from fcio.model.hiring.because import ALWAYS, ANSWER, AREA, CONFLICT, NEED, Because, held
from fcio.model.situation import Situation


@dataclass(frozen=True)
class WeightReason:
    """Points of weight before scaling, and what they come from."""

    points: float
    because: Because


@dataclass(frozen=True)
class CriterionWeight:
    """The weight of a criterion in whole points; ``default`` is what follows from the case."""

    criterion: str
    points: int
    default: int
    reasons: tuple[WeightReason, ...]


def whole_points(raw: Sequence[float], total: int) -> list[int]:
    """Shares in whole points that come to the total exactly: the largest remainder method (Hamilton).

    Equal remainders go to the one that stands first.

    >>> whole_points([1, 1, 1], 100)
    [34, 33, 33]
    """
    whole = sum(raw)
    exact = [value / whole * total for value in raw]
    found = [floor(value) for value in exact]
    order = sorted(range(len(raw)), key=lambda i: (-round(exact[i] - found[i], 9), i))
    for place in order[: total - sum(found)]:
        found[place] += 1
    return found


def need_shares(card: ScorecardRules, fit: FitResult) -> dict[str, dict[str, float]]:
    """By criterion of the scorecard and of the role fit, its share of the client's weighted need; 0 to 1 in all.

    A need that several criteria follow is split among them in equal parts.
    """
    followers = {c: sum(c in one.follows for one in card.criteria) for c in fit.needs}
    need = {c: fit.needs[c] * fit.weights[c] for c, count in followers.items() if count}
    total = sum(need.values()) or 1.0
    return {one.id: {c: need.get(c, 0.0) / total / followers[c] for c in one.follows} for one in card.criteria}


def _reasons(
    card: ScorecardRules,
    one: ScoreCriterion,
    shares: Mapping[str, float],
    s: Situation,
    weak: tuple[str, ...],
    torn: tuple[str, ...],
) -> tuple[WeightReason, ...]:
    found = [WeightReason(one.base, Because(ALWAYS))]
    found += [WeightReason(card.case_points * share, Because(NEED, (c,))) for c, share in shares.items()]
    found.append(WeightReason(one.per_weak_area * len(weak), Because(AREA, weak)))
    found.append(WeightReason(one.per_conflict * len(torn), Because(CONFLICT, torn)))
    for rise in one.rises:
        answers = held(s, rise.when)
        if answers:
            found.append(WeightReason(rise.points, Because(ANSWER, answers)))
    return tuple(reason for reason in found if reason.points > 0)


def weights(
    card: ScorecardRules,
    s: Situation,
    fit: FitResult,
    areas: AreasResult,
    role: str,
    own: Mapping[str, int],
) -> tuple[CriterionWeight, ...]:
    """Weights of all criteria in the order of the file; ``own`` are the client's by criterion, 0 to 100.

    Raises :class:`Refused` where nothing has any weight.
    """
    weak = tuple(row.area for row in areas.by_priority if row.gap_certain)
    torn = tuple(verdict.conflict.id for verdict in fit.conflicts.get(role, ()) if verdict.on)
    shares = need_shares(card, fit)
    reasons = [_reasons(card, one, shares[one.id], s, weak, torn) for one in card.criteria]
    default = whole_points([sum(reason.points for reason in part) for part in reasons], card.total_points)
    found = tuple(
        CriterionWeight(one.id, own.get(one.id, points), points, part)
        for one, points, part in zip(card.criteria, default, reasons, strict=True)
    )
    if not any(weight.points for weight in found):
        raise Refused("hiring.weights", "every weight is 0; give at least one criterion some weight")
    return found
