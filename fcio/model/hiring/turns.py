"""What would put another candidate first: the smallest change of one score or of one weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fcio.model.hiring.scores import GIVEN, LEAST, MOST, Score, total
from fcio.model.hiring.weights import CriterionWeight


@dataclass(frozen=True)
class Turn:
    """One change after which ``becomes`` is first: ``now`` to ``to`` on a criterion.

    ``candidate`` is whose score changes, None for a weight. ``now`` is None for a score that is open. ``steps``: how
    far the change is, for an open score from the middle.
    """

    criterion: str
    candidate: str | None
    now: int | None
    to: int
    steps: int
    becomes: str


Sheet = tuple[str, tuple[Score, ...]]
"""A name with its scores."""


def order_key(name: str, points: int, low: int) -> tuple[int, int, str, str]:
    """The written order: points, then what is certain, then the name."""
    return -points, -low, name.casefold(), name


def first(sheets: Sequence[Sheet], weights: Sequence[CriterionWeight]) -> str:
    """The name that stands first."""
    totals = [(name, total(scores, weights)) for name, scores in sheets]
    return min(totals, key=lambda pair: order_key(pair[0], pair[1].points, pair[1].low))[0]


def score_turns(sheets: Sequence[Sheet], weights: Sequence[CriterionWeight]) -> tuple[Turn, ...]:
    """For each candidate and criterion the nearest other score that changes the first place, the smallest first.

    Exact: every score from 0 to 4 is tried.
    """
    leader, found = first(sheets, weights), []
    for place, (name, scores) in enumerate(sheets):
        for at, score in enumerate(scores):
            known = score.low == score.high
            tries = sorted(range(LEAST, MOST + 1), key=lambda to, score=score: (abs(to - score.point), to))  # type: ignore[misc]
            for to in tries:
                if known and to == score.point:
                    continue
                changed = (*scores[:at], Score(score.criterion, to, to, GIVEN), *scores[at + 1 :])
                becomes = first([*sheets[:place], (name, changed), *sheets[place + 1 :]], weights)
                if becomes != leader:
                    now, steps = score.point if known else None, abs(to - score.point)
                    found.append(Turn(score.criterion, name, now, to, steps, becomes))
                    break
    return tuple(sorted(found, key=lambda turn: turn.steps))


def weight_turns(sheets: Sequence[Sheet], weights: Sequence[CriterionWeight], most: int) -> tuple[Turn, ...]:
    """For each criterion the nearest weight from 0 to ``most`` that changes the first place, the smallest first."""
    leader, found = first(sheets, weights), []
    for place, weight in enumerate(weights):
        for to in sorted(range(most + 1), key=lambda to, weight=weight: (abs(to - weight.points), to)):  # type: ignore[misc]
            changed = [*weights[:place], replace(weight, points=to), *weights[place + 1 :]]
            if not any(one.points for one in changed):
                continue
            becomes = first(sheets, changed)
            if becomes != leader:
                found.append(Turn(weight.criterion, None, weight.points, to, abs(to - weight.points), becomes))
                break
    return tuple(sorted(found, key=lambda turn: turn.steps))
