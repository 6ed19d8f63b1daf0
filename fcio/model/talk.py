"""How the advice could still move if the talk went on: the stop rule of the coffee clock.

A completion here is one way the rest of the talk could go: every question not yet asked gets an answer or is left
open. What was asked and stayed open stays open, at the mean of its answers: asking the others does not answer it.
The share of questions expected to get an answer starts from a stated judgement and learns from this talk.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fcio.knowledge.figures import ClockSettings
from fcio.model.points import Points
from fcio.model.robustness import drawn_states
from fcio.model.situation import HIDDEN, MAYBE, Situation
from fcio.model.tables import Bools, Floats, Ints, Tables


@dataclass(frozen=True)
class TalkDraws:
    """N fixed ways a talk could go: the answer drawn, ``state[Q, N]``, and the luck of getting one, ``luck[Q, N]``."""

    state: Ints
    luck: Floats


def talk_draws(t: Tables, rng: np.random.Generator, n: int) -> TalkDraws:
    """The fixed draws, every question stratified over all of them."""
    luck = np.stack([(rng.permutation(n) + 0.5) / n for _ in t.questions])
    return TalkDraws(drawn_states(t, rng, n).astype(np.int64), luck)


def asked(s: Situation) -> Bools:
    """Questions that got an answer or were left open on purpose, shape [Q]."""
    return np.array([s.answers.get(question.id) is not None for question in s.tables.questions])


def answer_rate(s: Situation, clock: ClockSettings) -> float:
    """The expected share of further questions that get an answer (mean of a beta distribution)."""
    done = asked(s)
    answered = clock.answered + int((done & ~s.open).sum())
    return answered / (answered + clock.left_open + int((done & s.open).sum()))


def _drawn_points(s: Situation, p: Points, d: TalkDraws, q: int, answered: Bools) -> Ints:
    """Points of one question in every draw, [N, R], as if it were shown."""
    if not s.open[q]:
        return np.asarray(p.state[q, s.state[q]][None, :])
    if not answered.any():
        return np.asarray(p.open[q][None, :])
    return np.asarray(np.where(answered[:, None], p.state[q, d.state[q]], p.open[q]))


def talk_shares(s: Situation, p: Points, d: TalkDraws, clock: ClockSettings) -> Floats:
    """Share of the ways this talk could go on in which each role ends up first, [R].

    Standard error at most ``0.5 / sqrt(N)``: 0.016 with 1,024 draws, 0.007 near a share of 0.95.
    """
    t, rate = s.tables, answer_rate(s, clock)
    gets = (d.luck < rate) & ~asked(s)[:, None]
    total = np.zeros((d.luck.shape[1], len(t.roles))) + t.base
    for q in np.flatnonzero(s.visible != HIDDEN):
        points = _drawn_points(s, p, d, int(q), gets[q])
        if s.visible[q] == MAYBE:
            parent = int(t.parent[q])
            likelihood = t.likelihood[parent]
            chance = float(likelihood[t.shown_by[q]].sum() / likelihood.sum())
            shown = np.where(gets[parent], t.shown_by[q][d.state[parent]], chance)
            total = total + points * shown[:, None]
        else:
            total = total + points
    return np.bincount(np.round(total, 6).argmax(axis=1), minlength=len(t.roles)) / len(total)
