"""Where the points of every role come from: section of the interview, criterion, role."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, with_areas
from fcio.model.situation import question_points, situation
from fcio.model.tables import Ints


@dataclass(frozen=True)
class Flows:
    """Whole points by section, criterion and role, [S, C, R], and the points each role starts from, [R].

    Summed over sections and criteria, with the start, they are the points of the role fit.
    """

    sections: tuple[str, ...]
    criteria: tuple[str, ...]
    roles: tuple[str, ...]
    points: Ints
    base: Ints

    @property
    def totals(self) -> Ints:
        """Points of every role, [R]."""
        return np.asarray(self.points.sum(axis=(0, 1)) + self.base)

    @property
    def order(self) -> tuple[int, ...]:
        """Roles as indices, most points first, equal ones by id."""
        return tuple(int(role) for role in np.argsort(-self.totals, kind="stable"))


def apportioned(parts: Ints, whole: int) -> Ints:
    """A whole number shared out in proportion to ``parts``, by largest remainder; ties by order.

    Hamilton's method. Parts that are all 0 get nothing.

    >>> apportioned(np.array([1, 1, 1]), 10).tolist(), apportioned(np.array([3, 0, 1]), 4).tolist()
    ([4, 3, 3], [3, 0, 1])
    """
    total = int(parts.sum())
    if not total:
        return np.zeros_like(parts)
    shares = parts * whole // total
    left = whole - int(shares.sum())
    shares[np.argsort(-(parts * whole % total), kind="stable")[:left]] += 1
    return np.asarray(shares)


def point_flows(model: FitModel, assessment: Assessment) -> Flows:
    """Points of one client from section over criterion to role: need times strength times weight.

    An open answer counts as in the role fit, as the mean of its possible answers; what rounding leaves is
    shared out within its question, so that the sums are the points of :func:`fcio.model.fit.role_fit`.
    """
    model, assessment = with_areas(model, assessment)
    t, p = model.tables, model.points(assessment)
    s = situation(t, assessment.answers)
    given = question_points(s, p)
    sections = tuple(section.id for section in t.knowledge.sections)
    out = np.zeros((len(sections), len(t.criteria), len(t.roles)), dtype=np.int64)
    for q, question in enumerate(t.questions):
        need = t.likelihood[q] @ t.need[q] if s.open[q] else t.need[q, s.state[q]]
        parts = (need * p.weight)[:, None] * t.strength
        for role in np.flatnonzero(given[q]):
            out[sections.index(question.section), :, role] += apportioned(parts[:, role], int(given[q, role]))
    return Flows(sections, t.criteria, t.roles, out, t.base)
