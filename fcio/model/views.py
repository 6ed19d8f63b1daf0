"""Other ways to look at the same need: how far weights may move, whose view favours whom, another method."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fcio.model.tables import Floats, Ints, Tables


@dataclass(frozen=True)
class Radius:
    """How far every weight may move at once, as a share of itself, before a rival can take the first place."""

    rival: str
    share: float


@dataclass(frozen=True)
class CentralWeights:
    """The typical weights of those for whom a role is first; ``acceptability`` is their share of all views."""

    role: str
    acceptability: float
    weights: dict[str, float]


@dataclass(frozen=True)
class SecondOpinion:
    """The ranking of the engaged roles by another method, with its closeness 0 to 1, best first."""

    ranking: tuple[tuple[str, float], ...]

    @property
    def first(self) -> str:
        """The role this method puts first."""
        return self.ranking[0][0]


def robustness_radii(t: Tables, needs: Floats, weight: Ints, leader: int) -> tuple[Radius, ...]:
    """Per rival the least share by which all weights must move, each its own way, to close the lead.

    Exact for an additive model: the lead over the sum of what each weight can take from it.
    ``needs`` [C] with open answers at their mean. A rival that no weights could lift is left out.
    """
    found = []
    for rival, role in enumerate(t.roles):
        if rival == leader:
            continue
        each = weight * needs * (t.strength[:, leader] - t.strength[:, rival])
        lead = each.sum() + t.base[leader] - t.base[rival]
        if np.abs(each).sum() > 0:
            found.append(Radius(role, float(max(0.0, lead) / np.abs(each).sum())))
    return tuple(sorted(found, key=lambda radius: (radius.share, radius.rival)))


def uniform_weights(rng: np.random.Generator, n: int, criteria: int) -> Floats:
    """Weights drawn evenly from all that are possible, each row summing to 1, [N, C] (SMAA without preferences)."""
    drawn = rng.standard_exponential((n, criteria))
    return np.asarray(drawn / drawn.sum(axis=1, keepdims=True))


def central_weights(t: Tables, needs: Floats, weight: Ints, views: Floats) -> tuple[CentralWeights, ...]:
    """For each role the mean of the views [N, C] under which it is first (Lahdelma & Salminen 2001).

    Views are shares; they are put on the total of the weights in force, so that *not yet* keeps its line.
    """
    scaled = views * weight.sum()
    first = ((scaled * needs) @ t.strength + t.base).argmax(axis=1)
    found = []
    for place, role in enumerate(t.roles):
        mine = scaled[first == place]
        if len(mine):
            centre = {c: float(w) for c, w in zip(t.criteria, mine.mean(axis=0), strict=True)}
            found.append(CentralWeights(role, len(mine) / len(views), centre))
    return tuple(found)


def second_opinion(t: Tables, needs: Floats, weight: Ints) -> SecondOpinion:
    """The engaged roles by closeness to the ideal (TOPSIS, Hwang & Yoon 1981) on the same matrix.

    Strengths are divided by the length of their column, weighted by need times weight, and every role is
    placed between the best and the worst that occurs. *Not yet* is a line and takes no part.
    """
    roles = np.flatnonzero(~t.line)
    matrix = t.strength[:, roles].T.astype(float)
    length = np.linalg.norm(matrix, axis=0)
    scaled = matrix / np.where(length > 0, length, 1.0) * (needs * weight)
    to_best = np.linalg.norm(scaled - scaled.max(axis=0), axis=1)
    to_worst = np.linalg.norm(scaled - scaled.min(axis=0), axis=1)
    whole = to_best + to_worst
    closeness = np.where(whole > 0, to_worst / np.where(whole > 0, whole, 1.0), 0.0)
    order = np.lexsort((roles, -np.round(closeness, 12)))
    return SecondOpinion(tuple((t.roles[roles[i]], float(closeness[i])) for i in order))
