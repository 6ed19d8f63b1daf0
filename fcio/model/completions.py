"""What every completion of the open answers could do: bands and the certificate, exactly.

Questions of different families (a question with its follow-ups) do not touch each other, so the
extreme of a sum is the sum of the extremes, taken over parent and child together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fcio.model.points import Points, over_valid
from fcio.model.situation import HIDDEN, Situation
from fcio.model.tables import Ints

_FAR = np.iinfo(np.int64).max // 4


@dataclass(frozen=True)
class Bands:
    """Least and most points each role can have over every completion, shape [R] each."""

    low: Ints
    high: Ints


def _least(s: Situation, value: Ints) -> Ints:
    """Per column the least sum of ``value[Q, S, K]`` over every completion, shape [K]."""
    t = s.tables
    reachable = t.valid.copy()
    answered = np.flatnonzero(~s.open)
    reachable[answered] = False
    reachable[answered, s.state[answered]] = True
    value = over_valid(value, reachable, _FAR)
    child_least = value.min(axis=1)
    for child, parent in t.children:
        if s.visible[child] != HIDDEN:
            value[parent] = value[parent] + t.shown_by[child][:, None] * child_least[child]
    total = value.min(axis=1)[t.parent < 0].sum(axis=0)
    return np.asarray(total)


def bands(s: Situation, p: Points, now: Ints) -> Bands:
    """The band of every role; ``now`` [R] is inside it even where the mean was rounded."""
    low = _least(s, p.state) + s.tables.base
    high = -_least(s, -p.state) + s.tables.base
    return Bands(np.minimum(low, now), np.maximum(high, now))


def worst_margins(s: Situation, p: Points, leader: int) -> Ints:
    """The least lead of ``leader`` over each role over every completion, shape [R]; 0 for itself."""
    difference = p.state[:, :, [leader]] - p.state
    base = s.tables.base
    return np.asarray(_least(s, difference) + base[leader] - base)


def leads_always(s: Situation, p: Points, leader: int) -> bool:
    """Whether no completion of the open answers puts another role first (points, then role id)."""
    margins = worst_margins(s, p, leader)
    later = np.arange(len(margins)) > leader
    beaten = (margins > 0) | ((margins == 0) & later)
    beaten[leader] = True
    return bool(beaten.all())
