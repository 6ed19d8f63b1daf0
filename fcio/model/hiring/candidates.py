"""People and offers compared: points with their band, the order with ties, warnings, and what would turn it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fcio.knowledge.scorecard import ScorecardRules
from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.fit_result import FitResult
from fcio.model.hiring.interview import weakest
from fcio.model.hiring.kit import role_hired
from fcio.model.hiring.offers import Offer, offer, usual_price
from fcio.model.hiring.scores import MOST, Score, Total, price_score, scores, total
from fcio.model.hiring.turns import Turn, order_key, score_turns, weight_turns
from fcio.model.hiring.weights import CriterionWeight, weights
from fcio.model.situation import situation
from fcio.model.tables import Tables, tables

HALF, DISTRUST = 0.5, 1
PERSON, OFFER = "person", "offer"


@dataclass(frozen=True)
class CandidateResult:
    """One person or offer; ``share``, ``low`` and ``high`` in hundredths of the most that can be reached.

    ``warnings`` are ids of the scorecard's warnings: they stand beside the points and are none of them.
    """

    name: str
    kind: str
    role: str
    scores: tuple[Score, ...]
    total: Total
    share: float
    low: float
    high: float
    offer: Offer
    warnings: tuple[str, ...]
    notes: str


@dataclass(frozen=True)
class Comparison:
    """All candidates, best first: by points, then by what is certain, then by name.

    ``level``: groups of names with the same points, which only that order sets apart. ``score_turns`` and
    ``weight_turns``: what would put another one first, the smallest change first.
    """

    rows: tuple[CandidateResult, ...]
    weights: tuple[CriterionWeight, ...]
    most_points: int
    level: tuple[tuple[str, ...], ...]
    score_turns: tuple[Turn, ...]
    weight_turns: tuple[Turn, ...]


def spend_ceiling(knowledge: Knowledge, assessment: Assessment) -> float | None:
    """The most that can be spent a month by the answer about money, in US dollars; None where it has no end."""
    rules = knowledge.engagement
    return rules.spend_ceiling.get(assessment.answers.get(rules.spend_question, ""))


def _warnings(
    candidate: Mapping[str, Any],
    brought: Offer,
    given: Total,
    ceiling: float | None,
    pressing: Sequence[str],
    other_role: bool,
) -> tuple[str, ...]:
    month, trust = brought.price.month, candidate.get("scores", {}).get("trust")
    found = {
        "sells": bool(candidate.get("sells")),
        "under_provider": bool(candidate.get("provider")),
        "over_ceiling": month is not None and ceiling is not None and month > ceiling,
        "leaves_open": any(area in brought.leaves_open for area in pressing),
        "other_role": other_role,
        "no_trust": trust is not None and trust <= DISTRUST,
        "too_little_known": given.known_share < HALF,
    }
    return tuple(warning for warning, on in found.items() if on)


def _levels(rows: Sequence[CandidateResult]) -> tuple[tuple[str, ...], ...]:
    groups: dict[int, list[str]] = {}
    for row in rows:
        groups.setdefault(row.total.points, []).append(row.name)
    return tuple(tuple(names) for names in groups.values() if len(names) > 1)


@dataclass(frozen=True)
class _Case:
    """What all candidates are held against."""

    card: ScorecardRules
    assessment: Assessment
    fit: FitResult
    areas: AreasResult
    role: str
    ceiling: float | None
    pressing: tuple[str, ...]
    weights: tuple[CriterionWeight, ...]


def _row(case: _Case, one: Mapping[str, Any]) -> CandidateResult:
    role = one.get("role", case.role)
    usual = case.fit.engagements[role]
    brought = offer(one, case.assessment, case.areas, usual)
    paid = usual_price(brought.price, usual)
    ceiling = None if usual.fee_per_month is None else case.ceiling
    found = scores(case.card, one, case.areas, None if paid is None else price_score(*paid, ceiling))
    points, most = total(found, case.weights), most_points(case.weights)
    return CandidateResult(
        name=one["name"],
        kind=one["kind"],
        role=role,
        scores=found,
        total=points,
        share=100 * points.points / most,
        low=100 * points.low / most,
        high=100 * points.high / most,
        offer=brought,
        warnings=_warnings(one, brought, points, case.ceiling, case.pressing, role != case.role),
        notes=one.get("notes", ""),
    )


def most_points(found: Sequence[CriterionWeight]) -> int:
    """The most points that anybody can reach under these weights."""
    return MOST * sum(one.points for one in found)


def _compared(case: _Case) -> Comparison:
    rows = [_row(case, one) for one in case.assessment.candidates]
    rows.sort(key=lambda row: order_key(row.name, row.total.points, row.total.low))
    sheets = [(row.name, row.scores) for row in rows]
    several = len(rows) > 1
    return Comparison(
        rows=tuple(rows),
        weights=case.weights,
        most_points=most_points(case.weights),
        level=_levels(rows),
        score_turns=score_turns(sheets, case.weights) if several else (),
        weight_turns=weight_turns(sheets, case.weights, case.card.most_weight) if several else (),
    )


def candidates(
    knowledge: Knowledge,
    assessment: Assessment,
    fit: FitResult,
    areas: AreasResult,
    role: str | None = None,
    t: Tables | None = None,
) -> Comparison:
    """The people and offers of a case compared; ``role`` is the one hired for, as in :func:`hiring_kit`.

    Raises :class:`fcio.model.answers.Refused` where no criterion has any weight.
    """
    card, rules = knowledge.scorecard, knowledge.hiring
    if card is None or rules is None:
        raise ValueError("this knowledge has no scorecard; load it from data/")
    role = role_hired(assessment, fit, role)
    s, own = situation(t or tables(knowledge), assessment.answers), assessment.hiring.get("weights", {})
    pressing = tuple(row.area for row in weakest(areas, rules.questions.areas) if row.gap)
    ceiling = spend_ceiling(knowledge, assessment)
    found = weights(card, s, fit, areas, role, own)
    return _compared(_Case(card, assessment, fit, areas, role, ceiling, pressing, found))
