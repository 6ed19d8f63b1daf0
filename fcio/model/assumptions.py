"""What was guessed or is not known yet: how far each such answer could move the advice, and who finds it out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fcio.knowledge.shapes import DONT_KNOW
from fcio.model.answers import answer_of
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, with_areas
from fcio.model.flips import family_points, moved_points
from fcio.model.gates import gate_verdicts
from fcio.model.points import Points
from fcio.model.situation import Situation, contributions, question_points, situation
from fcio.model.tables import Ints

GUESSED = "guessed"


@dataclass(frozen=True)
class Assumption:
    """An answer that is not known or was guessed, and what finding it out could do.

    ``lead`` is today's lead of the first role over the next in points, ``low`` and ``high`` the least and most it
    could become (below nothing another role leads); ``moves`` the farthest from today, in fit units. ``becomes``
    lists other roles that could come first, ``gates`` the gates whose state could change.
    """

    question: str
    why: str
    lead: int
    low: int
    high: int
    moves: float
    becomes: tuple[str, ...]
    gates: tuple[str, ...]
    owner: str
    due: str

    @property
    def can_change(self) -> bool:
        """Whether the first place or a gate hangs on it."""
        return bool(self.becomes or self.gates)


def _lead(totals: Ints, leader: int) -> Ints:
    """Lead of one role over the best of the others, totals [N, R] to [N]."""
    return np.asarray(totals[:, leader] - np.delete(totals, leader, axis=1).max(axis=1))


def _other_states(s: Situation, question: int) -> Ints:
    """Every state the answer could turn out to be: all of them where open, else all but the one given."""
    states = np.flatnonzero(s.tables.valid[question])
    return states if s.open[question] else states[states != s.state[question]]


def _looks_at(s: Situation, question: int, asked: set[str]) -> bool:
    t = s.tables
    family = (question, *t.children_of.get(question, ()))
    return any(t.questions[place].id in asked for place in family)


def _gates_moved(s: Situation, question: int, states: Ints) -> tuple[str, ...]:
    """Gates that would be shut by some answers and not by others, today's included where there is one."""
    watching = [g for g in s.tables.knowledge.gates if _looks_at(s, question, {q for alt in g.when for q in alt})]
    if not watching:
        return ()
    asked = s.tables.questions[question]
    worlds = [situation(s.tables, {**s.answers, asked.id: answer_of(asked, int(state))}) for state in states]
    shut = [{v.gate.id for v in gate_verdicts(world) if v.on} for world in [*worlds, s]]
    return tuple(g.id for g in watching if len({g.id in on for on in shut}) > 1)


def _assumption(s: Situation, p: Points, totals: Ints, question: int, assessment: Assessment) -> Assumption:
    t, leader = s.tables, int(totals.argmax())
    states = _other_states(s, question)
    before = family_points(s, question_points(s, p), question)
    after = totals + moved_points(s, p, question, states) - before
    lead, now = _lead(after, leader), int(_lead(totals[None, :], leader)[0])
    name = t.questions[question].id
    promise = assessment.assumptions.get(name, {})
    return Assumption(
        question=name,
        why=DONT_KNOW if s.open[question] else GUESSED,
        lead=now,
        low=int(lead.min()),
        high=int(lead.max()),
        moves=float(100 * np.abs(lead - now).max() / p.most),
        becomes=tuple(t.roles[r] for r in np.unique(after.argmax(axis=1)) if r != leader),
        gates=_gates_moved(s, question, states),
        owner=promise.get("owner", ""),
        due=promise.get("due", ""),
    )


def _assumed(s: Situation, assessment: Assessment) -> list[int]:
    """Shown questions answered *don't know* or marked as guessed; what is kept back on purpose is no guess."""
    found = []
    for place in map(int, np.flatnonzero(s.shown)):
        question = s.tables.questions[place].id
        guessed = assessment.marks.get(question) == GUESSED and not s.open[place]
        if guessed or assessment.answers.get(question) == DONT_KNOW:
            found.append(place)
    return found


def assumptions(model: FitModel, assessment: Assessment) -> tuple[Assumption, ...]:
    """Everything guessed or not known among the shown questions: what can change the advice first, then by effect.

    Exact for one answer at a time, all others as they are (one-at-a-time sensitivity, Saltelli et al. 2008).

    >>> from datetime import date
    >>> from fcio.knowledge.load import load
    >>> case = Assessment({"name": "Mill"}, date(2026, 11, 25), answers={"mfa": "dont_know"})
    >>> [(a.question, a.gates) for a in assumptions(FitModel.of(load()), case)]
    [('mfa', ('operations_first',))]
    """
    model, assessment = with_areas(model, assessment)
    t, p = model.tables, model.points(assessment)
    s = situation(t, assessment.answers)
    totals = contributions(s, p).sum(axis=0) + t.base
    found = [_assumption(s, p, totals, place, assessment) for place in _assumed(s, assessment)]
    return tuple(sorted(found, key=lambda a: (not a.can_change, -a.moves)))
