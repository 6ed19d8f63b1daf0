"""How far the model agrees with published decisions, and whether fitted numbers would agree better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from fcio.model.calibration import (
    Comparison,
    LeftOut,
    Problem,
    comparison,
    experts_left_out,
    fitted_left_out,
    log_loss,
)
from fcio.model.fit import FitModel
from fcio.model.robustness import mean_needs
from fcio.model.situation import HIDDEN, Situation, situation
from fcio.model.tables import Bools, Floats, Ints, Tables

SCALES = tuple(float(s) for s in np.geomspace(0.005, 0.2, 40))
RIDGES = tuple(float(r) for r in np.geomspace(0.03, 300, 9))
BINS = 5


@dataclass(frozen=True)
class Miss:
    """A case in which another role came first: the place of the one engaged, and the case's index."""

    case: int
    engaged: str
    first: str
    place: int


@dataclass(frozen=True)
class Agreement:
    """Agreement over some cases: counts, mean log-loss, and the misses, the worst first."""

    cases: int
    first: int
    first_two: int
    log_loss: float
    misses: tuple[Miss, ...]


@dataclass(frozen=True)
class Bin:
    """Cases whose leading role was given a chance in an interval, and how often it was the one engaged."""

    low: float
    high: float
    cases: int
    mean_chance: float
    share_right: float


def role_order(points: Floats) -> Ints:
    """Roles from most points to fewest, equal points by role id, [N, R]."""
    return np.argsort(-points, axis=1, kind="stable")


def agreement(t: Tables, points: Floats, chance: Floats, label: Ints, rows: Bools) -> Agreement:
    """Agreement on the chosen rows; ``points`` (or any rising function of them) decide the order."""
    order = role_order(points)
    place = (order == label[:, None]).argmax(axis=1) + 1
    picked = np.flatnonzero(rows)
    misses = [Miss(int(n), t.roles[label[n]], t.roles[order[n, 0]], int(place[n])) for n in picked if place[n] > 1]
    misses.sort(key=lambda miss: (-miss.place, miss.case))
    return Agreement(
        cases=len(picked),
        first=int((place[picked] == 1).sum()),
        first_two=int((place[picked] <= 2).sum()),
        log_loss=float(log_loss(chance, label)[picked].mean()),
        misses=tuple(misses),
    )


def confusion(t: Tables, points: Floats, label: Ints) -> Ints:
    """Counts of role engaged (rows) by role first (columns), [R, R]."""
    table = np.zeros((len(t.roles), len(t.roles)), dtype=np.int64)
    np.add.at(table, (label, role_order(points)[:, 0]), 1)
    return table


def reliability(chance: Floats, label: Ints) -> tuple[Bin, ...]:
    """Whether a chance of the first role means what it says, in equal intervals; empty ones are left out."""
    top, right = chance.max(axis=1), chance.argmax(axis=1) == label
    edges = np.linspace(0, 1, BINS + 1)
    found = []
    for low, high in pairwise(edges.tolist()):
        inside = (top > low) & (top <= high)
        if inside.any():
            mean, share = float(top[inside].mean()), float(right[inside].mean())
            found.append(Bin(low, high, int(inside.sum()), mean, share))
    return tuple(found)


def strength_slopes(t: Tables, situations: Sequence[Situation], weight: Ints) -> Floats:
    """Slope of the points by every strength of an engaged role, [N, R, C * (engaged roles)]."""
    roles = np.flatnonzero(~t.line)
    slope = np.zeros((len(situations), len(t.roles), len(t.criteria), len(roles)))
    for n, s in enumerate(situations):
        for place, r in enumerate(roles):
            slope[n, r, :, place] = mean_needs(s) * weight
    return slope.reshape(len(situations), len(t.roles), -1)


def need_slopes(t: Tables, situations: Sequence[Situation], weight: Ints) -> Floats:
    """Slope of the points by every need that a definite answer of some case expresses, [N, R, needs]."""
    seen: dict[tuple[int, int, int], list[int]] = {}
    for n, s in enumerate(situations):
        for q in np.flatnonzero((s.visible != HIDDEN) & ~s.open):
            for c in np.flatnonzero(t.need[q, s.state[q]]):
                seen.setdefault((int(q), int(s.state[q]), int(c)), []).append(n)
    slope = np.zeros((len(situations), len(t.roles), len(seen)))
    for place, ((_, _, criterion), cases) in enumerate(seen.items()):
        slope[cases, :, place] = weight[criterion] * t.strength[criterion]
    return slope


@dataclass(frozen=True)
class Calibration:
    """Experts against fitted numbers on the same cases, one page left out at a time."""

    experts: LeftOut
    fit: LeftOut | None
    comparison: Comparison | None


@dataclass(frozen=True)
class Labelled:
    """Cases as the calibration reads them: exact points [N, R], their situations, labels [N] and pages [N]."""

    situations: tuple[Situation, ...]
    points: Floats
    label: Ints
    page: Ints


def labelled(
    model: FitModel, answers: Sequence[Mapping[str, Any]], roles: Sequence[str], pages: Sequence[str]
) -> Labelled:
    """Cases with the role engaged and the page that tells it, scored by the experts' numbers."""
    t, p = model.tables, model.default_points
    situations = tuple(situation(t, given) for given in answers)
    points = np.array([mean_needs(s) * p.weight for s in situations]) @ t.strength + t.base
    label = np.array([t.roles.index(role) for role in roles], dtype=np.int64)
    page = np.unique(np.array(pages), return_inverse=True)[1]
    return Labelled(situations, points.astype(float), label, page)


def calibrate(model: FitModel, cases: Labelled, fit: bool = True) -> Calibration:
    """Chances by the experts' numbers and, if asked, by strengths and needs fitted with ridge toward theirs.

    Both with one page left out at a time.
    """
    t, weight = model.tables, model.default_points.weight
    slopes = [strength_slopes(t, cases.situations, weight), need_slopes(t, cases.situations, weight)]
    problem = Problem(cases.points, np.concatenate(slopes, axis=2), cases.label, cases.page)
    experts = experts_left_out(problem, SCALES)
    if not fit:
        return Calibration(experts, None, None)
    found = fitted_left_out(problem, experts.scale, RIDGES)
    gain = comparison(log_loss(experts.chance, cases.label), log_loss(found.chance, cases.label), cases.page)
    return Calibration(experts, found, gain)
