"""Two people answer alone: where they agree, where they differ, and what each difference does to the first place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from fcio.knowledge.shapes import DONT_KNOW
from fcio.model.answers import is_open
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, with_areas
from fcio.model.gates import gate_verdicts
from fcio.model.situation import HIDDEN, contributions, situation
from fcio.model.tables import Ints

OWNER, CONSULTANT = "owner", "consultant"
SEATS = (OWNER, CONSULTANT)


@dataclass(frozen=True)
class Difference:
    """One question the two seats do not answer alike, and what it does to the first place.

    ``points`` is how far the lead of the first place moves between the two answers, ``effect`` the same in
    hundredths of the most that any role can reach; ``owner_first`` and ``consultant_first`` are the roles that
    lead with either answer. ``gates`` names what only one of the two answers puts above the ranking. ``joint`` is
    the answer that counts now.
    """

    question: str
    owner: Any
    consultant: Any
    joint: Any
    points: int
    effect: float
    owner_first: str
    consultant_first: str
    gates: tuple[str, ...] = ()

    @property
    def turns(self) -> bool:
        """Whether the advice is another one with the other answer: another first place, or a gate above it."""
        return self.changes_first or bool(self.gates)

    @property
    def changes_first(self) -> bool:
        """Whether another role leads with the other answer."""
        return self.owner_first != self.consultant_first

    @property
    def both(self) -> bool:
        """Whether both gave a definite answer; else only one of the two did."""
        return not (is_open(self.owner) or is_open(self.consultant))

    @property
    def counts(self) -> str | None:
        """Whose answer counts now: a seat, *don't know*, or None while that is not settled."""
        if is_open(self.joint):
            return None if self.joint is None else DONT_KNOW
        return next((seat for seat in SEATS if getattr(self, seat) == self.joint), None)


def answers_of(assessment: Assessment, seat: str) -> Mapping[str, Any]:
    """What one seat answered alone.

    >>> from datetime import date
    >>> case = Assessment({"name": "Mill"}, date(2026, 1, 1), seats={"owner": {"answers": {"headcount": 9}}})
    >>> answers_of(case, "owner"), answers_of(case, "consultant")
    ({'headcount': 9}, {})
    """
    found: Mapping[str, Any] = assessment.seats.get(seat, {}).get("answers", {})
    return found


def agreed(assessment: Assessment) -> dict[str, Any]:
    """The definite answers that both seats gave alike, by question."""
    owner, consultant = (answers_of(assessment, seat) for seat in SEATS)
    return {q: a for q, a in owner.items() if not is_open(a) and consultant.get(q) == a}


def to_take_over(assessment: Assessment) -> dict[str, Any]:
    """Those of the agreed answers that the joint answers do not hold yet."""
    return {q: a for q, a in agreed(assessment).items() if assessment.answers.get(q) != a}


def own_view(assessment: Assessment, seat: str) -> Assessment:
    """The client as one seat sees it: its answers laid over the joint ones; its role fit is what it would get."""
    return replace(assessment, answers={**assessment.answers, **answers_of(assessment, seat)})


def settled(assessment: Assessment, choices: Mapping[str, str]) -> dict[str, Any]:
    """The joint answers after a choice per question: a seat whose answer counts, or *don't know*.

    A seat that left the question open counts as *don't know*. Equal answers are taken over with the choices.
    """
    answers = {**assessment.answers, **agreed(assessment)}
    for question, choice in choices.items():
        given = DONT_KNOW if choice == DONT_KNOW else answers_of(assessment, choice).get(question)
        answers[question] = DONT_KNOW if given is None else given
    return answers


@dataclass(frozen=True)
class _Outcome:
    """What one answer leads to: points of every role, [R], and the gates that are shut."""

    totals: Ints
    gates: frozenset[str]


def _outcome(model: FitModel, assessment: Assessment, question: str, answer: Any) -> _Outcome:
    """The outcome with one answer put in (None: left open), as in the role fit."""
    answers = {**assessment.answers, question: answer}
    model, assessment = with_areas(model, replace(assessment, answers=answers))
    t, s = model.tables, situation(model.tables, assessment.answers)
    totals = np.asarray(contributions(s, model.points(assessment)).sum(axis=0) + t.base)
    return _Outcome(totals, frozenset(verdict.gate.id for verdict in gate_verdicts(s) if verdict.on))


def _lead(totals: Ints, role: int) -> int:
    """Points of a role above the best other one."""
    return int(totals[role] - np.delete(totals, role).max())


def _disputed(model: FitModel, assessment: Assessment) -> list[str]:
    """Questions on the list now that one seat answered definitely and the other not alike, in file order."""
    t = model.tables
    owner, consultant = (answers_of(assessment, seat) for seat in SEATS)
    visible = situation(t, assessment.answers).visible
    return [
        q.id
        for q in t.knowledge.questions
        if owner.get(q.id) != consultant.get(q.id)
        and not (is_open(owner.get(q.id)) and is_open(consultant.get(q.id)))
        and (q.id not in t.index or visible[t.index[q.id]] != HIDDEN)
    ]


def _difference(model: FitModel, assessment: Assessment, rest: Assessment, question: str) -> Difference:
    by_seat = {seat: answers_of(assessment, seat).get(question) for seat in SEATS}
    owner, consultant = (_outcome(model, rest, question, by_seat[seat]) for seat in SEATS)
    first, other = int(owner.totals.argmax()), int(consultant.totals.argmax())
    moved = max(abs(_lead(owner.totals, role) - _lead(consultant.totals, role)) for role in (first, other))
    one_sided = owner.gates ^ consultant.gates
    return Difference(
        question=question,
        owner=by_seat[OWNER],
        consultant=by_seat[CONSULTANT],
        joint=assessment.answers.get(question),
        points=moved,
        effect=100 * moved / model.points(assessment).most,
        owner_first=model.tables.roles[first],
        consultant_first=model.tables.roles[other],
        gates=tuple(gate.id for gate in model.tables.knowledge.gates if gate.id in one_sided),
    )


def differences(model: FitModel, assessment: Assessment) -> tuple[Difference, ...]:
    """What the two seats answer differently, the strongest effect first, ties in the order of the questions.

    Where only one of the answers shuts a gate it comes before all that moves points: what stands above the ranking
    cannot be weighed against it.

    The effect of a question: all else stays as in the joint answers, completed by what both agree on; the
    question is answered once as the owner and once as the consultant does, and the lead of the first place is
    taken both times. Where another role leads with the other answer, the larger move of the two leads counts.
    The effect is the same when the seats change places. A question that is not on the list is left out.
    """
    rest = replace(assessment, answers={**assessment.answers, **agreed(assessment)})
    found = [_difference(model, assessment, rest, question) for question in _disputed(model, rest)]
    return tuple(sorted(found, key=lambda difference: (not difference.gates, -difference.points)))
