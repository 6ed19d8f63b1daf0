"""Which open question is worth asking next: what it tells about the lead per minute, and what that is worth."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from fcio.knowledge.shapes import Condition, Test
from fcio.model.answers import OPEN
from fcio.model.flips import family_points, moved_points
from fcio.model.points import Points, chance_shown
from fcio.model.situation import HIDDEN, MAYBE, Situation, alternative_holds, holds, question_points
from fcio.model.tables import Bools, Floats, Ints
from fcio.model.talk import asked

_NOTHING = 1e-9


@dataclass(frozen=True)
class NextQuestion:
    """A question worth asking, with its value in points and the chance that it changes the advice.

    ``chance_of_change`` is the greater one of two: that another role comes first, and ``chance_of_gate``, that
    something is put above the ranking.
    """

    question: str
    value_points: float
    chance_of_change: float
    minutes: float
    chance_of_gate: float = 0.0


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


def _pass_chance(s: Situation, question: int, test: Test) -> float:
    """The chance that a question is shown and its answer passes a test."""
    t, mask = s.tables, s.tables.mask(question, test)
    likelihood, state = t.likelihood[question], s.state[question]
    passes = float(likelihood[mask].sum() / likelihood.sum()) if state == OPEN else float(mask[state])
    if s.visible[question] == MAYBE:
        shown, of = chance_shown(t, question)
        passes *= shown / of
    return passes if s.visible[question] != HIDDEN else 0.0


def _gate_chance(s: Situation, question: int, undecided: tuple[dict[str, Test], ...]) -> float:
    """The greatest chance that a gate which looks at this answer, or at a follow-up of it, shuts."""
    t = s.tables
    chances = [0.0]
    for alternative in undecided:
        asked = [t.index[name] for name in alternative]
        if question in asked or any(t.parent[place] == question for place in asked):
            passing = (_pass_chance(s, t.index[name], test) for name, test in alternative.items())
            chances.append(float(np.prod(list(passing))))
    return max(chances)


def _pair_worths(now: Floats, outlooks: list[_Outlook], leader: int) -> Floats:
    """Per question the worth of its best pair, half the value each, [N, 2]."""
    worths = np.zeros((len(outlooks), 2))
    for a, b in _could_flip(now, outlooks, leader):
        value, change = _pair_worth(now, leader, outlooks[a], outlooks[b])
        for place in (a, b):
            worths[place] = max(tuple(worths[place]), (value / 2, change))
    return worths


def _information(outlooks: list[_Outlook], leader: int, rivals: Floats) -> Floats:
    """Each question's share of the variance of the lead, every rival weighted by its chance to end up first.

    The first-order sensitivity index of an additive model (Sobol 1993).
    """
    variance = np.zeros(len(outlooks))
    for place, o in enumerate(outlooks):
        lead = o.move[:, [leader]] - o.move
        variance[place] = float((o.chance @ (lead - o.chance @ lead) ** 2) @ rivals)
    return variance / variance.sum() if variance.sum() > 0 else variance


def _rivals(s: Situation, leader: int, chance: Floats | None) -> Floats:
    """Weights of the rivals: their chance to end up first; all alike where none has any."""
    weights = np.zeros(len(s.tables.roles)) if chance is None else chance.copy()
    weights[leader] = 0
    if not weights.any():
        weights = np.ones(len(weights))
    return weights


def askable(s: Situation) -> Bools:
    """Open questions on the list now, shape [Q]."""
    return np.asarray(s.open & s.shown)


def next_questions(
    s: Situation, p: Points, totals: Ints, gates: tuple[Condition, ...] = (), chance: Floats | None = None
) -> tuple[NextQuestion, ...]:
    """Open questions that could still change the advice, most information about the lead per minute first.

    Those not asked yet come before those that were left open. Each carries its value of information (Howard 1966): of
    its answer alone, or where every single value is nothing of its best pair (half each); and the chance that it
    changes the first place or shuts a gate. ``chance`` [R] says how likely each role ends up first.
    """
    leader = int(totals.argmax())
    rows_now = question_points(s, p)
    outlooks = [_outlook(s, p, rows_now, int(q)) for q in np.flatnonzero(askable(s))]
    if not outlooks:
        return ()
    now = totals.astype(float)
    undecided = tuple(
        alternative
        for condition in gates
        if holds(s, condition) is None
        for alternative in condition
        if alternative_holds(s, alternative) is None
    )
    worths = np.array([_worth(now, leader, o.move, o.chance) for o in outlooks])
    if worths[:, 0].max() <= _NOTHING:
        worths = np.maximum(worths, _pair_worths(now, outlooks, leader))
    information = _information(outlooks, leader, _rivals(s, leader, chance))
    spread = _information(outlooks, leader, _rivals(s, leader, None))  # whether it can matter at all
    before, rows = asked(s), []
    for place, o in enumerate(outlooks):
        question = s.tables.questions[o.question]
        value, change = float(worths[place, 0]), float(worths[place, 1])
        gate = _gate_chance(s, o.question, undecided)
        change = max(change, gate)
        worth = (information[place] / question.minutes, value / question.minutes, change / question.minutes)
        if max(spread[place], value, change) > _NOTHING:
            key = (bool(before[o.question]), *(-part for part in worth))
            rows.append((key, NextQuestion(question.id, value, change, question.minutes, gate)))
    rows.sort(key=lambda row: (*row[0], row[1].question))
    return tuple(row for _, row in rows)
