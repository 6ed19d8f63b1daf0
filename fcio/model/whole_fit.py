"""Fitting whole numbers: one step up or down at a time, each of which must help more than one page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fcio.model.calibration import LeftOut, Problem, best_scale, chances, log_loss
from fcio.model.numbers import Number
from fcio.model.tables import Floats

MOST_STEPS = 30


@dataclass(frozen=True)
class Step:
    """One number moved by one, and what it gains in log-loss without the page that gains most by it."""

    number: Number
    by: int
    gain: float


def _gains(problem: Problem, points: Floats, scale: float, candidates: Floats, by: int) -> Floats:
    """Per candidate the fall of the summed log-loss over all pages but the one that gains most, [K]."""
    label, cases = problem.label, np.arange(len(problem.label))
    now = log_loss(chances(points, scale), label)
    moved = scale * (points[None] + by * np.moveaxis(candidates, 2, 0))
    moved = moved - moved.max(axis=2, keepdims=True)
    loss = np.log(np.exp(moved).sum(axis=2)) - moved[:, cases, label]
    member = (problem.page[None] == np.unique(problem.page)[:, None]).astype(float)
    by_page = (now[None] - loss) @ member.T
    return np.asarray(by_page.sum(axis=1) - by_page.max(axis=1))


def whole_steps(
    problem: Problem, numbers: tuple[Number, ...], scales: tuple[float, ...], least_gain: float
) -> tuple[Step, ...]:
    """Forward steps of one whole unit, the most useful first, until none gains more than ``least_gain``.

    A number moves at most one from where the experts put it, inside its limits; the scale is chosen anew each time.
    """
    moved = np.zeros(len(numbers), dtype=np.int64)
    limits = [(max(-1, n.least - n.value), min(1, n.most - n.value)) for n in numbers]
    low, high = (np.array(side) for side in zip(*limits, strict=True))
    points, steps = problem.points.copy(), list[Step]()
    while len(steps) < MOST_STEPS:
        scale = best_scale(Problem(points, problem.slope, problem.label, problem.page), scales)
        best = (least_gain, -1, 0)
        for by in (1, -1):
            free = np.flatnonzero((moved + by <= high) & (moved + by >= low))
            gains = _gains(problem, points, scale, problem.slope[:, :, free], by)
            if len(free) and gains.max() > best[0]:
                best = (float(gains.max()), int(free[gains.argmax()]), by)
        gain, place, by = best
        if not by:
            break
        moved[place] += by
        points = points + by * problem.slope[:, :, place]
        steps.append(Step(numbers[place], by, gain))
    return tuple(steps)


def whole_left_out(
    problem: Problem, numbers: tuple[Number, ...], scales: tuple[float, ...], least_gain: float
) -> LeftOut:
    """Chances of every case by whole numbers stepped without its page."""
    chance, place = np.zeros_like(problem.points), {number: i for i, number in enumerate(numbers)}
    for page in np.unique(problem.page):
        rows = problem.page == page
        rest = problem.take(~rows)
        points = problem.points[rows]
        for step in whole_steps(rest, numbers, scales, least_gain):
            points = points + step.by * problem.slope[rows][:, :, place[step.number]]
        chance[rows] = chances(points, best_scale(rest, scales))
    return LeftOut(chance, best_scale(problem, scales), None)
