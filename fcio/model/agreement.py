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
from fcio.model.numbers import movable
from fcio.model.robustness import mean_needs
from fcio.model.situation import Situation, situation
from fcio.model.tables import Bools, Floats, Ints, Tables
from fcio.model.whole_fit import Step, whole_left_out, whole_steps

SCALES = tuple(float(s) for s in np.geomspace(0.005, 0.2, 40))
RIDGES = (0.03, 0.1, 0.3, 1.0, 3.0)
LEAST_GAIN = 0.1
"""Nats that a whole step must gain in all, the page that gains most left aside, to be taken."""
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


@dataclass(frozen=True)
class Fit:
    """Fitted numbers, one page left out at a time, and what they gain over the experts'."""

    left_out: LeftOut
    comparison: Comparison


@dataclass(frozen=True)
class Calibration:
    """The experts' numbers, numbers fitted with ridge, and whole numbers stepped away from the experts'.

    ``steps`` are those that all cases together would take.
    """

    experts: LeftOut
    ridge: Fit | None = None
    whole: Fit | None = None
    steps: tuple[Step, ...] = ()


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
    """Chances by the experts' numbers and, if asked, by fitted ones; all with one page left out at a time."""
    t = model.tables
    found = movable(t, cases.situations, model.default_points.weight)
    problem = Problem(cases.points, found.slope, cases.label, cases.page)
    experts = experts_left_out(problem, SCALES)
    if not fit:
        return Calibration(experts)

    def compared(left_out: LeftOut) -> Fit:
        before, after = (log_loss(chance, cases.label) for chance in (experts.chance, left_out.chance))
        return Fit(left_out, comparison(before, after, cases.page))

    return Calibration(
        experts,
        compared(fitted_left_out(problem, SCALES, RIDGES)),
        compared(whole_left_out(problem, found.numbers, SCALES, LEAST_GAIN)),
        whole_steps(problem, found.numbers, SCALES, LEAST_GAIN),
    )
