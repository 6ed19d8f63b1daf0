"""The smallest changes of one or two answers that put another role first, exactly.

Points add up over questions, so a change of two answers of different families moves the points by
the sum of the two single moves; parent and child are worked out together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from fcio.knowledge.schema import Question
from fcio.model.answers import answer_of
from fcio.model.points import Points
from fcio.model.situation import Situation, question_points
from fcio.model.tables import Bools, Floats, Ints, state_count

NATURES = ("choice", "event", "fact")


@dataclass(frozen=True)
class Change:
    """One answer changed: the question, its new answer, and how far that is."""

    question: str
    answer: Any
    nature: str
    steps: int


@dataclass(frozen=True)
class Flip:
    """A change of one or two answers after which ``becomes`` is first, ahead by ``margin`` points."""

    changes: tuple[Change, ...]
    becomes: str
    margin: int


@dataclass(frozen=True)
class WeightFlip:
    """The share of all weight at which a criterion would put another role first."""

    criterion: str
    share_now: float
    share_at_flip: float
    becomes: str


@dataclass(frozen=True)
class _Moves:
    """Every alternative answer: question and state [M], and the move of the points it makes [M, R]."""

    question: Ints
    state: Ints
    delta: Ints


def _alternatives(question: Question, state: int) -> list[int]:
    if question.kind == "many":
        return [state ^ (1 << bit) for bit in range(state_count(question).bit_length() - 1)]
    return [other for other in range(state_count(question)) if other != state]


def moved_points(s: Situation, p: Points, question: int, states: Ints) -> Ints:
    """Points of a question's family if its answer were each of these states, children included, [N, R]."""
    total = p.state[question, states].copy()
    for child in s.tables.children_of.get(question, ()):
        follows = p.open[child] if s.open[child] else p.state[child, s.state[child]]
        total += s.tables.shown_by[child, states][:, None] * follows
    return np.asarray(total)


def family_points(s: Situation, now: Ints, question: int) -> Ints:
    """Points a question and what follows it give now, from ``question_points``; shape [R]."""
    total = now[question].copy()
    for child in s.tables.children_of.get(question, ()):
        total += now[child]
    return np.asarray(total)


def _moves(s: Situation, p: Points) -> _Moves:
    now = question_points(s, p)
    found: list[tuple[int, int, Ints]] = []
    for q in map(int, np.flatnonzero(s.shown & ~s.open)):
        before = family_points(s, now, q)
        states = np.array(_alternatives(s.tables.questions[q], int(s.state[q])))
        delta = moved_points(s, p, q, states) - before
        found += zip([int(q)] * len(states), states, delta, strict=True)
    roles = len(s.tables.roles)
    return _Moves(
        np.array([q for q, _, _ in found], dtype=np.int64),
        np.array([state for _, state, _ in found], dtype=np.int64),
        np.array([delta for _, _, delta in found], dtype=np.int64).reshape(-1, roles),
    )


def _steps(s: Situation, question: int, state: int) -> int:
    ordered = s.tables.questions[question].kind in ("scale", "number")
    return abs(state - int(s.state[question])) if ordered else 1


def _nature(question: Question, state: int) -> str:
    """Whether an answer is chosen, happens, or is a fact."""
    if question.kind == "many":
        return question.nature
    return question.options[state].nature or question.nature


def _change(s: Situation, question: int, state: int) -> Change:
    q = s.tables.questions[question]
    answer = answer_of(q, state, near=s.answers.get(q.id) if q.kind == "number" else None)
    return Change(q.id, answer, _nature(q, state), _steps(s, question, state))


def _flip(s: Situation, moves: _Moves, totals: Ints, places: tuple[int, ...]) -> Flip:
    after = totals + moves.delta[list(places)].sum(axis=0)
    order = np.argsort(-after, kind="stable")
    changes = tuple(_change(s, int(moves.question[i]), int(moves.state[i])) for i in places)
    return Flip(changes, s.tables.roles[order[0]], int(after[order[0]] - after[order[1]]))


def _ordered(s: Situation, moves: _Moves, places: Ints) -> Ints:
    """Rows of ``places[N, 1 or 2]`` from the nearest change to the farthest: steps, then kind, then file order."""
    steps = np.array([_steps(s, q, state) for q, state in zip(moves.question, moves.state, strict=True)])
    natures = [_nature(s.tables.questions[q], state) for q, state in zip(moves.question, moves.state, strict=True)]
    kinds = np.array([NATURES.index(nature) for nature in natures])
    if not len(places):
        return places
    keys = (*places.T[::-1], kinds[places].sum(axis=1), steps[places].sum(axis=1))
    return np.asarray(places[np.lexsort(keys)])


def _possible_pairs(s: Situation, moves: _Moves) -> Bools:
    """Which two moves can be made together: different questions, and the child stays shown; upper triangle."""
    t, question = s.tables, moves.question
    allowed = np.triu(question[:, None] != question[None, :], 1)
    for child, parent in t.children:
        hides = ~t.shown_by[child][moves.state]
        together = (question[:, None] == parent) & hides[:, None] & (question[None, :] == child)
        allowed &= ~(together | together.T)
    return np.asarray(allowed)


def _flipping_pairs(s: Situation, moves: _Moves, totals: Ints, quiet: Bools, leader: int) -> Ints:
    """Pairs of moves that change the first place although neither does alone, [N, 2]."""
    flips = np.zeros((len(quiet), len(quiet)), dtype=bool)
    for rival in range(len(totals)):
        if rival != leader:
            gain = moves.delta[:, rival] - moves.delta[:, leader]
            needed = totals[leader] - totals[rival] + (0 if rival < leader else 1)
            flips |= gain[:, None] + gain[None, :] >= needed
    return np.argwhere(flips & _possible_pairs(s, moves) & quiet[:, None] & quiet[None, :])


def _nearest_per_role(places: Ints, becomes: Ints, count: int) -> Ints:
    """The first ``count`` rows for each role that comes first, in the order of ``places``."""
    kept = [row for role in np.unique(becomes) for row in np.flatnonzero(becomes == role)[:count]]
    return np.asarray(places[sorted(kept)])


def flips(s: Situation, p: Points, totals: Ints, pairs_per_role: int) -> tuple[Flip, ...]:
    """Every single change that flips the first place, then the nearest minimal pairs for each new first role.

    Exact: deltas add in an additive model. ``totals`` are the points now, shape [R]. In a pair neither
    change flips alone.
    """
    leader = int(totals.argmax())
    moves = _moves(s, p)
    if not len(moves.question):
        return ()
    single = (totals + moves.delta).argmax(axis=1) != leader
    ones = _ordered(s, moves, np.flatnonzero(single)[:, None])
    twos = _ordered(s, moves, _flipping_pairs(s, moves, totals, ~single, leader))
    twos = _nearest_per_role(twos, (totals + moves.delta[twos].sum(axis=1)).argmax(axis=1), pairs_per_role)
    return tuple(_flip(s, moves, totals, tuple(int(i) for i in row)) for row in [*ones, *twos])


def weight_flips(s: Situation, needs: Floats, weight: Ints, leader: int) -> tuple[WeightFlip, ...]:
    """For each criterion the nearest share of all weight at which another role leads, if there is one.

    The other weights keep their ratios; the total stays. The margin is linear in the share, so the
    flip lies at its root (engines of multi-attribute sensitivity: Triantaphyllou & Sanchez 1997).
    ``needs`` are the client's needs per criterion, open answers at their mean, shape [C]. Nothing is said
    where the rounding of those means alone decides the first place.
    """
    t, total = s.tables, float(weight.sum())
    if int(((needs * weight) @ t.strength + t.base).argmax()) != leader:
        return ()
    found = []
    for c, criterion in enumerate(t.criteria):
        share, best = weight[c] / total, None
        for rival in range(len(t.roles)):
            d = needs * (t.strength[:, leader] - t.strength[:, rival])
            rest = (weight @ d - weight[c] * d[c]) / max(total - weight[c], 1)
            base = (t.base[leader] - t.base[rival]) / total
            if rival == leader or rest == d[c]:
                continue
            at = float((rest + base) / (rest - d[c]))
            if 0 < at < 1 and (best is None or abs(at - share) < abs(best.share_at_flip - share)):
                best = WeightFlip(criterion, float(share), at, t.roles[rival])
        if best is not None:
            found.append(best)
    return tuple(sorted(found, key=lambda flip: abs(flip.share_at_flip - flip.share_now)))
