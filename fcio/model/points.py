"""Whole-number points of every answer for every role, under one set of weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from fcio.model.answers import Refused, shown_value
from fcio.model.tables import Bools, Ints, Tables

LIGHTEST, HEAVIEST = 1, 4


@dataclass(frozen=True)
class Points:
    """Points per question, state and role, all whole numbers.

    ``state[Q, S, R]``; ``open[Q, R]`` the rounded mean over the states; ``maybe[Q, S, R]`` and
    ``maybe_open[Q, R]`` the same for a follow-up question whose parent is open, scaled by the chance that
    it applies; ``most`` the most points any role can reach.
    """

    weight: Ints
    state: Ints
    open: Ints
    maybe: Ints
    maybe_open: Ints
    most: int


def checked_weight(criterion: str, value: object) -> int:
    """A preferred weight as a whole number from 1 to 4, or :class:`Refused`."""
    if isinstance(value, bool) or not isinstance(value, int) or not LIGHTEST <= value <= HEAVIEST:
        span = f"give a whole number from {LIGHTEST} to {HEAVIEST}, got {shown_value(value)}"
        raise Refused(f"preferences.{criterion}", span)
    return value


def weights_in_force(t: Tables, preferences: Mapping[str, int]) -> Ints:
    """Default weights with the preferred ones put in; whole numbers from 1 to 4, shape [C]."""
    for unknown in set(preferences) - set(t.criteria):
        raise Refused(f"preferences.{unknown}", f"there is no such criterion; they are {', '.join(t.criteria)}")
    wanted = [checked_weight(c, preferences.get(c, int(w))) for c, w in zip(t.criteria, t.weight, strict=True)]
    return np.array(wanted, dtype=np.int64)


def rounded_share(numerator: Ints, denominator: Ints) -> Ints:
    """Division rounded half up, in whole numbers only: the same in Python, SQL and a workbook.

    >>> rounded_share(np.array([1, 2, 3]), np.array([2, 4, 2])).tolist()
    [1, 1, 2]
    """
    return (2 * numerator + denominator) // (2 * denominator)


def chance_shown(t: Tables, child: int) -> tuple[int, int]:
    """Likelihood that an open parent shows this child, as numerator and denominator."""
    parent = t.parent[child]
    likelihood = t.likelihood[parent]
    return int(likelihood[t.shown_by[child]].sum()), int(likelihood.sum())


def points(t: Tables, weight: Ints) -> Points:
    """Points of every state: need times strength times weight, summed over the criteria.

    The weighted sum model (Fishburn 1967) on whole numbers. ``weight`` is [C], 1 to 4.
    """
    state = t.need @ (weight[:, None] * t.strength)
    numerator = np.einsum("qs,qsr->qr", t.likelihood, state)
    total = t.likelihood.sum(axis=1)[:, None]
    maybe, maybe_open = np.zeros_like(state), np.zeros_like(numerator)
    for child, _ in t.children:
        shown, of = chance_shown(t, child)
        maybe[child] = rounded_share(state[child] * shown, np.array(of))
        maybe_open[child] = rounded_share(numerator[child] * shown, total[child] * of)
    return Points(
        weight=weight,
        state=state,
        open=rounded_share(numerator, total),
        maybe=maybe,
        maybe_open=maybe_open,
        most=max(1, int((family_highest(t, state) + t.base).max())),
    )


def over_valid(values: Ints, valid: Bools, fill: int) -> Ints:
    """``values[Q, S, ...]`` with states that do not exist replaced by ``fill``."""
    shape = valid.shape + (1,) * (values.ndim - 2)
    return np.where(valid.reshape(shape), values, fill)


def family_highest(t: Tables, state: Ints) -> Ints:
    """Per role the most points over every completion of every question, parents with their children."""
    best = over_valid(state, t.valid, np.iinfo(np.int64).min // 4).copy()
    child_best = best.max(axis=1)
    for child, parent in t.children:
        best[parent] += t.shown_by[child][:, None] * child_best[child]
    top: Ints = best.max(axis=1)[t.parent < 0].sum(axis=0)
    return top
