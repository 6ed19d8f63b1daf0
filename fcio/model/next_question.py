"""Which open question is worth asking next: value of information, singles first, then pairs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from fcio.knowledge.shapes import Condition
from fcio.model.flips import family_points, moved_points
from fcio.model.points import Points
from fcio.model.situation import Situation, holds, question_points
from fcio.model.tables import Bools, Floats, Ints

_NOTHING = 1e-9


@dataclass(frozen=True)
class NextQuestion:
    """A question worth asking, with its value in points and the chance that it changes the advice."""

    question: str
    value_points: float
    chance_of_change: float
    minutes: float


@dataclass(frozen=True)
class _Outlook:
    """What one open question could do: chance [S], move of the points from today's [S, R]."""

    question: int
    chance: Floats
    move: Floats


def _outlook(s: Situation, p: Points, now: Ints, question: int) -> _Outlook:
    valid = np.flatnonzero(s.tables.valid[question])
    likelihood = s.tables.likelihood[question, valid]
    after = moved_points(s, p, question, valid)
    merged, place = np.unique(after, axis=0, return_inverse=True)
    chance = np.bincount(place.ravel(), weights=likelihood) / likelihood.sum()
    return _Outlook(question, chance, (merged - family_points(s, now, question)).astype(float))


def value_of_information(after: Floats, chance: Floats) -> float:
    """Expected gain of the best role's points by knowing the answer first (Howard 1966); never negative.

    ``after`` [S, R]: the points of every role for each answer; ``chance`` [S] sums to 1.

    >>> value_of_information(np.array([[10.0, 0.0], [0.0, 6.0]]), np.array([0.5, 0.5]))
    3.0
    """
    return max(0.0, float(chance @ after.max(axis=1) - (chance @ after).max()))


def _worth(now: Floats, leader: int, move: Floats, chance: Floats) -> tuple[float, float]:
    """Value of knowing an outlook, and the chance that it changes the first place."""
    after = now + move
    return value_of_information(after, chance), float(chance[after.argmax(axis=1) != leader].sum())


def _pair_worth(now: Floats, leader: int, a: _Outlook, b: _Outlook) -> tuple[float, float]:
    joint = (a.move[:, None, :] + b.move[None, :, :]).reshape(-1, len(now))
    return _worth(now, leader, joint, np.outer(a.chance, b.chance).ravel())


def _could_flip(now: Floats, outlooks: list[_Outlook], leader: int) -> list[tuple[int, int]]:
    """Pairs whose best moves together could lift a rival over the leader; the others are worth nothing."""
    swing = np.array([(o.move - o.move[:, [leader]]).max(axis=0) for o in outlooks])
    margin = now[leader] - now
    reach = swing[:, None, :] + swing[None, :, :] >= margin - _NOTHING
    reach[:, :, leader] = False
    able = reach.any(axis=2)
    return [(a, b) for a, b in combinations(range(len(outlooks)), 2) if able[a, b]]


def _gate_chance(s: Situation, question: int, conditions: tuple[Condition, ...]) -> float:
    """The greatest chance that the answer to this question is one that an undecided gate looks for."""
    t = s.tables
    chance = t.likelihood[question] / t.likelihood[question].sum()
    found = 0.0
    for condition in conditions:
        for alternative in condition:
            test = alternative.get(t.questions[question].id)
            if test is not None:
                found = max(found, float(chance[t.mask(question, test)].sum()))
    return found


def _pair_worths(now: Floats, outlooks: list[_Outlook], leader: int) -> Floats:
    """Per question the worth of its best pair, half the value each, [N, 2]."""
    worths = np.zeros((len(outlooks), 2))
    for a, b in _could_flip(now, outlooks, leader):
        value, change = _pair_worth(now, leader, outlooks[a], outlooks[b])
        for place in (a, b):
            worths[place] = max(tuple(worths[place]), (value / 2, change))
    return worths


def _spread_shares(outlooks: list[_Outlook], leader: int, rival: int) -> Floats:
    """Each question's share of the variance of the lead of the first over the second."""
    lead = [o.move[:, leader] - o.move[:, rival] for o in outlooks]
    variance = np.array([float(o.chance @ (d - o.chance @ d) ** 2) for o, d in zip(outlooks, lead, strict=True)])
    return variance / variance.sum() if variance.sum() > 0 else variance


def askable(s: Situation) -> Bools:
    """Open questions on the list now, shape [Q]."""
    return np.asarray(s.open & s.shown)


def next_questions(
    s: Situation, p: Points, totals: Ints, gates: tuple[Condition, ...] = ()
) -> tuple[NextQuestion, ...]:
    """Open questions that could still change the advice, most value per minute first.

    Value of information (Howard 1966) of single answers; where every single value is nothing, of pairs
    (half each), since asking one at a time stops too early; then by share of the variance of the
    lead. A question that could trip a gate counts with the chance that it does.
    """
    leader = int(totals.argmax())
    rows_now = question_points(s, p)
    outlooks = [_outlook(s, p, rows_now, int(q)) for q in np.flatnonzero(askable(s))]
    if not outlooks:
        return ()
    now = totals.astype(float)
    undecided = tuple(condition for condition in gates if holds(s, condition) is None)
    worths = np.array([_worth(now, leader, o.move, o.chance) for o in outlooks])
    if worths[:, 0].max() <= _NOTHING:
        worths = _pair_worths(now, outlooks, leader)
    rival = int(np.argsort(-totals, kind="stable")[1])
    spread = _spread_shares(outlooks, leader, rival)
    rows = []
    for place, o in enumerate(outlooks):
        question = s.tables.questions[o.question]
        value, change = float(worths[place, 0]), float(worths[place, 1])
        change = max(change, _gate_chance(s, o.question, undecided))
        worth = (value / question.minutes, change / question.minutes, spread[place] / question.minutes)
        if max(worth) > _NOTHING:
            rows.append((worth, NextQuestion(question.id, value, change, question.minutes)))
    rows.sort(key=lambda row: (*(-part for part in row[0]), row[1].question))
    return tuple(row for _, row in rows)
