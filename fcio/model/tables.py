"""Knowledge compiled into dense arrays: one row per question, one column per state its answer can take."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, reduce
from math import gcd

import numpy as np
from numpy.typing import NDArray

from fcio.knowledge.balance import attainable_needs
from fcio.knowledge.schema import Question
from fcio.knowledge.shapes import Test
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import tickable

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]

SCORING = ("one", "scale", "many", "number")


@dataclass(frozen=True)
class Tables:
    """Dense arrays over Q scoring questions, S states, C criteria and R roles (ordered by id).

    ``need[Q, S, C]`` 0 to 3; ``valid[Q, S]``; ``likelihood[Q, S]`` whole numbers, 0 where not valid;
    ``parent[Q]`` index or -1; ``shown_by[Q, S]`` over the *parent's* states; ``strength[C, R]`` 0 to 4;
    ``weight[C]`` default weights; ``base[R]``; ``line[R]`` marks *not yet*; ``attainable[C]`` the greatest need.
    """

    knowledge: Knowledge
    questions: tuple[Question, ...]
    index: dict[str, int]
    roles: tuple[str, ...]
    criteria: tuple[str, ...]
    need: Ints
    valid: Bools
    likelihood: Ints
    parent: Ints
    shown_by: Bools
    strength: Ints
    weight: Ints
    base: Ints
    line: Bools
    attainable: Ints

    @cached_property
    def children(self) -> tuple[tuple[int, int], ...]:
        """Pairs (child, parent) of question indices."""
        return tuple((child, int(p)) for child, p in enumerate(self.parent) if p >= 0)

    @cached_property
    def children_of(self) -> dict[int, tuple[int, ...]]:
        """Follow-up questions by parent, as indices."""
        parents = {parent for _, parent in self.children}
        return {parent: tuple(c for c, p in self.children if p == parent) for parent in parents}

    @cached_property
    def _masks(self) -> dict[tuple[int, Test], Bools]:
        return {}

    def mask(self, question: int, test: Test) -> Bools:
        """Which states of a question pass a test, shape [S]; worked out once."""
        known = self._masks.get((question, test))
        if known is None:
            known = np.zeros(self.valid.shape[1], dtype=bool)
            known[: state_count(self.questions[question])] = state_mask(self.questions[question], test)
            self._masks[question, test] = known
        return known


def state_count(question: Question) -> int:
    """How many states the answer can take: options, bands, or subsets of what can be ticked."""
    return 1 << len(tickable(question)) if question.kind == "many" else len(question.options)


def state_mask(question: Question, test: Test) -> list[bool]:
    """For each state whether it passes the test; number bands by their lower edge."""
    if question.kind == "many":
        wanted = test.any_of or ()
        bits = sum(1 << place for place, option in enumerate(tickable(question)) if option.id in wanted)
        none = any(option.none and option.id in wanted for option in question.options)
        return [bool(state & bits) or (none and state == 0) for state in range(state_count(question))]
    if test.any_of is not None:
        return [option.id in test.any_of for option in question.options]
    edges = [option.at_least or 0.0 for option in question.options]
    low = -np.inf if test.at_least is None else test.at_least
    high = np.inf if test.below is None else test.below
    return [low <= edge < high for edge in edges]


def _needs(question: Question, criteria: tuple[str, ...]) -> Ints:
    rows = [[o.need.get(c, 0) for c in criteria] for o in question.options if not o.none]
    options = np.array(rows, dtype=np.int64).reshape(-1, len(criteria))
    if question.kind != "many":
        return options
    states = np.arange(state_count(question))
    ticked = (states[:, None] >> np.arange(len(options)) & 1).astype(np.int64)
    return np.asarray(np.minimum(ticked @ options, question.cap))


def _likelihoods(question: Question, tick_percent: int) -> Ints:
    if question.kind != "many":
        return np.array([option.likelihood or 1 for option in question.options], dtype=np.int64)
    percent = [tick_percent if option.likelihood is None else option.likelihood for option in tickable(question)]
    weights = [
        reduce(lambda product, k: product * k, [p if state >> i & 1 else 100 - p for i, p in enumerate(percent)], 1)
        for state in range(state_count(question))
    ]
    common = reduce(gcd, weights)
    return np.array([weight // common for weight in weights], dtype=np.int64)


def _padded(rows: list[NDArray[np.int64]], states: int) -> Ints:
    out = np.zeros((len(rows), states, *rows[0].shape[1:]), dtype=np.int64)
    for place, row in enumerate(rows):
        out[place, : len(row)] = row
    return out


def tables(knowledge: Knowledge) -> Tables:
    """Compile the scoring questions of ``knowledge``; deterministic, no randomness."""
    questions = tuple(q for q in knowledge.questions if q.kind in SCORING)
    index = {question.id: place for place, question in enumerate(questions)}
    criteria = tuple(criterion.id for criterion in knowledge.criteria)
    states = max(state_count(question) for question in questions)
    parent = np.full(len(questions), -1, dtype=np.int64)
    shown_by = np.zeros((len(questions), states), dtype=bool)
    for place, question in enumerate(questions):
        for parent_id, test in question.shown_when.items():
            parent[place] = index[parent_id]
            mask = state_mask(questions[index[parent_id]], test)
            shown_by[place, : len(mask)] = mask
    counts = np.array([state_count(question) for question in questions])
    return Tables(
        knowledge=knowledge,
        questions=questions,
        index=index,
        roles=tuple(role.id for role in knowledge.roles),
        criteria=criteria,
        need=_padded([_needs(question, criteria) for question in questions], states),
        valid=np.arange(states) < counts[:, None],
        likelihood=_padded([_likelihoods(question, knowledge.settings.tick_percent) for question in questions], states),
        parent=parent,
        shown_by=shown_by,
        strength=np.array([[role.strengths[c].value for role in knowledge.roles] for c in criteria]),
        weight=np.array([criterion.weight for criterion in knowledge.criteria], dtype=np.int64),
        base=np.array([role.base for role in knowledge.roles], dtype=np.int64),
        line=np.array([role.is_line for role in knowledge.roles]),
        attainable=np.array(list(attainable_needs(knowledge).values()), dtype=np.int64),
    )
