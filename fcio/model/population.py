"""How often each role wins over a plausible population of small firms: the model's own bias, shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fcio.knowledge.figures import Archetype
from fcio.model.points import Points
from fcio.model.situation import HIDDEN, SHOWN
from fcio.model.tables import Floats, Ints, Tables

HEADCOUNT = "headcount"


@dataclass(frozen=True)
class WinRates:
    """Share of firms in which each role is first, over all and by kind of firm; roles in order of id."""

    roles: tuple[str, ...]
    firms: int
    overall: Floats
    by_archetype: dict[str, Floats]


def _chances(t: Tables, archetype: Archetype, question: int) -> Floats:
    q = t.questions[question]
    chance = t.likelihood[question].astype(float)
    leaning = archetype.answers.get(q.id)
    if leaning is not None and q.kind != "many":
        chance[: len(q.options)] = [leaning.get(option.id, 0) for option in q.options]
    return np.asarray(chance / chance.sum())


def population(t: Tables, rng: np.random.Generator, firms: int) -> tuple[Ints, Ints]:
    """Answer states [N, Q] of plausible firms, all questions answered, and each firm's archetype [N]."""
    kinds = t.knowledge.population
    share = np.array([kind.share for kind in kinds], dtype=float)
    kind = rng.choice(len(kinds), size=firms, p=share / share.sum())
    state = np.zeros((firms, len(t.questions)), dtype=np.int64)
    for k, archetype in enumerate(kinds):
        rows = np.flatnonzero(kind == k)
        for q in range(len(t.questions)):
            chance = _chances(t, archetype, q)
            state[rows, q] = rng.choice(len(chance), size=len(rows), p=chance)
        people = rng.integers(archetype.headcount[0], archetype.headcount[1], size=len(rows), endpoint=True)
        edges = np.array([band.at_least or 0 for band in t.questions[t.index[HEADCOUNT]].options])
        state[rows, t.index[HEADCOUNT]] = np.searchsorted(edges, people, side="right") - 1
    return state, kind


def total_points(t: Tables, p: Points, state: Ints) -> Ints:
    """Points of every role for fully answered cases: ``state[N, Q]`` to [N, R]."""
    rows = np.arange(len(t.questions))
    visible = np.full(state.shape, SHOWN)
    for child, parent in t.children:
        visible[:, child] = np.where(t.shown_by[child][state[:, parent]], SHOWN, HIDDEN)
    gained = p.state[rows[None, :], state] * (visible == SHOWN)[:, :, None]
    return np.asarray(gained.sum(axis=1) + t.base)


def win_rates(t: Tables, p: Points, rng: np.random.Generator, firms: int) -> WinRates:
    """Share of first places over the plausible population of ``data/population.yaml``."""
    state, kind = population(t, rng, firms)
    first = total_points(t, p, state).argmax(axis=1)

    def share(rows: Ints) -> Floats:
        return np.bincount(rows, minlength=len(t.roles)) / max(1, len(rows))

    by_kind = {a.id: share(first[kind == k]) for k, a in enumerate(t.knowledge.population)}
    return WinRates(t.roles, firms, share(first), by_kind)
