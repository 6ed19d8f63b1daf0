"""The answers of one client seen through the tables: which state, and is the question shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from fcio.knowledge.shapes import Condition, Test
from fcio.model.answers import OPEN, state_of
from fcio.model.points import Points
from fcio.model.tables import Bools, Ints, Tables

HIDDEN, SHOWN, MAYBE = 0, 1, 2


@dataclass(frozen=True)
class Situation:
    """``state[Q]`` (``OPEN`` where open) and ``visible[Q]``: hidden, shown, or maybe (its parent is open)."""

    tables: Tables
    answers: Mapping[str, Any]
    state: Ints
    visible: Ints

    @cached_property
    def open(self) -> Bools:
        """Questions without a definite answer, shape [Q]."""
        return np.asarray(self.state == OPEN)

    @cached_property
    def shown(self) -> Bools:
        """Questions that are on the list now, shape [Q]."""
        return np.asarray(self.visible == SHOWN)


def visibility(t: Tables, state: Ints) -> Ints:
    """Hidden, shown or maybe for every question, from the states of the parents; shape [Q]."""
    visible = np.full(len(state), SHOWN, dtype=np.int64)
    for child, parent in t.children:
        if state[parent] == OPEN:
            visible[child] = MAYBE
        else:
            visible[child] = SHOWN if t.shown_by[child, state[parent]] else HIDDEN
    return visible


def situation(t: Tables, answers: Mapping[str, Any]) -> Situation:
    """The situation of one client; ``answers`` in canonical form (see ``checked_answers``)."""
    state = np.array([state_of(question, answers.get(question.id)) for question in t.questions], dtype=np.int64)
    return Situation(t, answers, state, visibility(t, state))


def question_points(s: Situation, p: Points) -> Ints:
    """Points each question gives each role now, shape [Q, R]: 0 where hidden, the mean where open."""
    rows = np.arange(len(s.state))
    definite = np.maximum(s.state, 0)
    shown = np.where(s.open[:, None], p.open, p.state[rows, definite])
    maybe = np.where(s.open[:, None], p.maybe_open, p.maybe[rows, definite])
    return np.where((s.visible == SHOWN)[:, None], shown, np.where((s.visible == MAYBE)[:, None], maybe, 0))


def contributions(s: Situation, p: Points) -> Ints:
    """Points per *shown* question and role; what may follow an open question is counted with it, [Q, R]."""
    rows = question_points(s, p)
    for child, parent in s.tables.children:
        if s.visible[child] == MAYBE:
            rows[parent] += rows[child]
            rows[child] = 0
    return rows


def _test(s: Situation, question: int, test: Test) -> bool | None:
    if s.visible[question] == HIDDEN:
        return False
    mask, state = s.tables.mask(question, test), s.state[question]
    possible = bool(mask.any()) if state == OPEN else bool(mask[state])
    if not possible:
        return False
    certain = state != OPEN or bool(mask[s.tables.valid[question]].all())
    return True if certain and s.visible[question] == SHOWN else None


def alternative_holds(s: Situation, alternative: dict[str, Test]) -> bool | None:
    """Whether all tests of one alternative hold: True, False, or None when an open answer decides."""
    tests = [_test(s, s.tables.index[question], test) for question, test in alternative.items()]
    return False if False in tests else None if None in tests else True


def holds(s: Situation, condition: Condition) -> bool | None:
    """Whether a condition holds: True, False, or None when an open answer could still decide it.

    Kleene's three-valued logic, so None may be said where a closer look would know; never the reverse.
    An empty condition holds.
    """
    verdicts = [alternative_holds(s, alternative) for alternative in condition]
    if not condition or True in verdicts:
        return True
    return None if None in verdicts else False
