"""A talk rehearsed with a client whose answers are known: what the clock would have asked, and when it would stop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from fcio.knowledge.shapes import DONT_KNOW
from fcio.model.assessment import Assessment
from fcio.model.clock import NOTHING_LEFT, TIME_UP, ahead, stop_reason
from fcio.model.fit import FitModel, role_fit
from fcio.model.fit_result import FitResult


@dataclass(frozen=True)
class Rehearsal:
    """The scoring questions asked in order, the minutes they took, why the talk stopped, and the result then."""

    asked: tuple[str, ...]
    minutes: float
    stopped: str
    result: FitResult


def rehearse(model: FitModel, known: Assessment, minutes: float | None = None, certainty: bool = False) -> Rehearsal:
    """The talk with this client; what it cannot tell it answers with *don't know*.

    ``minutes`` None sets no limit, but stops where the clock would. With ``certainty`` only the certificate stops it.
    Questions answered in own words are left aside, since they score nothing.
    """
    knowledge, scoring = model.tables.knowledge, set(model.tables.index)
    given: dict[str, Any] = {}
    asked, used = list[str](), 0.0
    while True:
        result = role_fit(model, replace(known, answers=given))
        upcoming = tuple(q for q in ahead(knowledge, result, given) if q in scoring)
        left = None if certainty else (minutes if minutes is not None else float("inf")) - used
        reason = stop_reason(result, upcoming, left)
        if reason is None and minutes is not None and used + knowledge.question(upcoming[0]).minutes > minutes:
            reason = TIME_UP
        if reason is None and not upcoming:
            reason = NOTHING_LEFT
        if reason is not None:
            return Rehearsal(tuple(asked), used, reason, result)
        question = upcoming[0]
        given[question] = _answer(known.answers, question)
        asked.append(question)
        used += knowledge.question(question).minutes


def _answer(answers: Mapping[str, Any], question: str) -> Any:
    answer = answers.get(question)
    return DONT_KNOW if answer is None else answer
