"""Fitting need and strength numbers to labelled cases with ridge toward the experts' (conditional logit).

The chance of a role is the softmax of its points times a scale. Points are linear in small changes of
the numbers, so the penalised likelihood is concave and Newton's method finds its one maximum
(McFadden 1974; ridge: Hoerl & Kennard 1970).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fcio.model.tables import Bools, Floats, Ints

STEPS = 60
ENOUGH = 1e-8
LEAST_CHANCE = 1e-12


@dataclass(frozen=True)
class Problem:
    """Labelled cases: ``points[N, R]`` under the experts' numbers, ``slope[N, R, P]`` of points by parameter,
    ``label[N]`` index of the role engaged, ``page[N]`` group that is left out together."""

    points: Floats
    slope: Floats
    label: Ints
    page: Ints

    def take(self, rows: Bools) -> Problem:
        """The problem restricted to some cases."""
        return Problem(self.points[rows], self.slope[rows], self.label[rows], self.page[rows])


@dataclass(frozen=True)
class LeftOut:
    """Chances [N, R] of every case by numbers that never saw its page, and what was chosen."""

    chance: Floats
    scale: float
    ridge: float | None


def chances(points: Floats, scale: float) -> Floats:
    """Softmax of points times scale, rows summing to 1.

    >>> chances(np.array([[1.0, 1.0]]), 2.0).tolist()
    [[0.5, 0.5]]
    """
    raised = np.exp(scale * (points - points.max(axis=1, keepdims=True)))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def log_loss(chance: Floats, label: Ints) -> Floats:
    """Minus the logarithm of the chance given to what was engaged, per case, [N]."""
    return np.asarray(-np.log(np.maximum(chance[np.arange(len(label)), label], LEAST_CHANCE)))


def fitted(problem: Problem, scale: float, ridge: float) -> Floats:
    """Changes [P] of the numbers that maximise the penalised likelihood, by Newton's method."""
    change = np.zeros(problem.slope.shape[2])
    actual = np.eye(problem.points.shape[1])[problem.label]
    for _ in range(STEPS):
        chance = chances(problem.points + problem.slope @ change, scale)
        slope = scale * np.einsum("nr,nrp->p", actual - chance, problem.slope) - ridge * change
        centred = problem.slope - np.einsum("nr,nrp->np", chance, problem.slope)[:, None, :]
        rooted = (np.sqrt(chance)[:, :, None] * centred).reshape(-1, len(change))
        curve = scale**2 * rooted.T @ rooted
        step = np.linalg.solve(curve + ridge * np.eye(len(change)), slope)
        change = change + step
        if np.abs(step).max() < ENOUGH:
            break
    return change


def best_scale(problem: Problem, scales: tuple[float, ...]) -> float:
    """The scale under which the experts' numbers explain the labels best."""
    return min(scales, key=lambda scale: float(log_loss(chances(problem.points, scale), problem.label).sum()))


def experts_left_out(problem: Problem, scales: tuple[float, ...]) -> LeftOut:
    """The experts' numbers with a scale chosen without the page of each case."""
    chance = np.zeros_like(problem.points)
    for page in np.unique(problem.page):
        rows = problem.page == page
        scale = best_scale(problem.take(~rows), scales)
        chance[rows] = chances(problem.points[rows], scale)
    return LeftOut(chance, best_scale(problem, scales), None)


def _held_out(problem: Problem, scale: float, ridge: float) -> Floats:
    chance = np.zeros_like(problem.points)
    for page in np.unique(problem.page):
        rows = problem.page == page
        change = fitted(problem.take(~rows), scale, ridge)
        chance[rows] = chances(problem.points[rows] + problem.slope[rows] @ change, scale)
    return chance


def best_ridge(problem: Problem, scale: float, ridges: tuple[float, ...]) -> float:
    """The ridge under which left-out pages are explained best."""
    return min(ridges, key=lambda ridge: float(log_loss(_held_out(problem, scale, ridge), problem.label).sum()))


def fitted_left_out(problem: Problem, scales: tuple[float, ...], ridges: tuple[float, ...]) -> LeftOut:
    """Fitted numbers, one page left out at a time; scale and ridge are chosen without that page too.

    ``ridge`` of the result is the one chosen most often.
    """
    chance, chosen = np.zeros_like(problem.points), list[float]()
    for page in np.unique(problem.page):
        rows = problem.page == page
        rest = problem.take(~rows)
        scale = best_scale(rest, scales)
        chosen.append(best_ridge(rest, scale, ridges))
        change = fitted(rest, scale, chosen[-1])
        chance[rows] = chances(problem.points[rows] + problem.slope[rows] @ change, scale)
    return LeftOut(chance, best_scale(problem, scales), max(sorted(set(chosen)), key=chosen.count))


@dataclass(frozen=True)
class Comparison:
    """Mean gain in log-loss of the fit over the experts, its standard error, and whether it is shipped."""

    gain: float
    standard_error: float

    @property
    def ship(self) -> bool:
        """Only a gain of more than one standard error is worth giving up the experts' numbers."""
        return self.gain > self.standard_error


def comparison(experts: Floats, fit: Floats, page: Ints) -> Comparison:
    """Paired difference of log-losses [N], averaged by page so that one page counts once in the error."""
    difference = experts - fit
    by_page = np.array([difference[page == p].sum() for p in np.unique(page)])
    n = len(by_page)
    error = float(by_page.std(ddof=1) * np.sqrt(n) / len(difference))
    return Comparison(float(difference.mean()), error)
