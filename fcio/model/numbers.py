"""The numbers that a calibration may move: strengths of engaged roles and needs that some case expresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fcio.knowledge.schema import Option
from fcio.knowledge.shapes import JUDGEMENT
from fcio.model.answers import tickable
from fcio.model.robustness import mean_needs
from fcio.model.situation import HIDDEN, Situation
from fcio.model.tables import Floats, Ints, Tables

MOST_STRENGTH, LEAST_NEED, MOST_NEED = 4, 1, 3


@dataclass(frozen=True)
class Number:
    """One number: a role's strength, or the need of a question's option; ``least`` to ``most`` if it stays whole.

    A strength that cites a document has ``least`` equal to ``most``: what a document says is not fitted away.
    """

    criterion: str
    role: str | None
    question: str | None
    option: str | None
    value: int
    least: int
    most: int


@dataclass(frozen=True)
class Movable:
    """Numbers [P] and the slope [N, R, P] of every case's points by each of them."""

    numbers: tuple[Number, ...]
    slope: Floats


def _strengths(t: Tables, situations: Sequence[Situation], weight: Ints) -> list[tuple[Number, Floats]]:
    needs = np.array([mean_needs(s) * weight for s in situations])
    found = []
    for c, criterion in enumerate(t.criteria):
        for r in np.flatnonzero(~t.line):
            cell = t.knowledge.role(t.roles[r]).strengths[criterion]
            free = cell.source == JUDGEMENT
            least, most = (0, MOST_STRENGTH) if free else (cell.value, cell.value)
            slope = np.zeros((len(situations), len(t.roles)))
            slope[:, r] = needs[:, c]
            found.append((Number(criterion, t.roles[r], None, None, cell.value, least, most), slope))
    return found


def given_options(s: Situation, q: int) -> tuple[Option, ...]:
    """The options that a definite answer names."""
    question, state = s.tables.questions[q], int(s.state[q])
    if question.kind == "many":
        return tuple(option for place, option in enumerate(tickable(question)) if state >> place & 1)
    return (question.options[state],)


def _needs(t: Tables, situations: Sequence[Situation], weight: Ints) -> list[tuple[Number, Floats]]:
    cases: dict[Number, list[int]] = {}
    for n, s in enumerate(situations):
        for q in np.flatnonzero((s.visible != HIDDEN) & ~s.open):
            for option in given_options(s, int(q)):
                for criterion, need in option.need.items():
                    number = Number(criterion, None, t.questions[q].id, option.id, need, LEAST_NEED, MOST_NEED)
                    cases.setdefault(number, []).append(n)
    found = []
    for number, rows in cases.items():
        c, slope = t.criteria.index(number.criterion), np.zeros((len(situations), len(t.roles)))
        slope[rows] = weight[c] * t.strength[c]
        found.append((number, slope))
    return found


def movable(t: Tables, situations: Sequence[Situation], weight: Ints) -> Movable:
    """Every strength of an engaged role and every need that a definite answer of some case expresses."""
    found = [*_strengths(t, situations, weight), *_needs(t, situations, weight)]
    return Movable(tuple(number for number, _ in found), np.stack([slope for _, slope in found], axis=2))
