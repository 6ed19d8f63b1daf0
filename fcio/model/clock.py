"""The coffee clock: which questions a talk of so many minutes asks, in which order, and when it stops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fcio.knowledge.whole import Knowledge
from fcio.model.fit_result import FitResult
from fcio.model.next_question import NextQuestion

SETTLED, CONFIDENT, TIME_UP, NOTHING_LEFT = "settled", "confident", "time_up", "nothing_left"


@dataclass(frozen=True)
class TalkPlan:
    """What the minutes left are for: questions in order, and what is left out, the most likely to matter first."""

    asks: tuple[str, ...]
    minutes: float
    left_out: tuple[NextQuestion, ...]


def ahead(knowledge: Knowledge, result: FitResult, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """Every question not yet asked, in the order of asking: own words, then the core, then what tells most per minute.

    Within the core, too, what tells most about the lead comes first. Questions that can change nothing are not asked.
    """
    opening = knowledge.sections[0].id
    words = [q.id for q in knowledge.questions if q.section == opening and answers.get(q.id) is None]
    told = [n.question for n in result.next_questions if answers.get(n.question) is None]
    core = sorted(result.missing_core, key=lambda q: told.index(q) if q in told else len(told))
    return tuple(dict.fromkeys([*words, *core, *told]))


def stop_reason(result: FitResult, upcoming: tuple[str, ...], minutes_left: float | None) -> str | None:
    """Why the talk stops now, or None: never before the core is asked unless the time is up.

    ``minutes_left`` None means that nobody watches the clock: then only certainty stops the talk.
    """
    if minutes_left is not None and minutes_left <= 0:
        return TIME_UP
    if result.missing_core:
        return None
    if result.settled:
        return SETTLED
    if minutes_left is not None and result.confident:
        return CONFIDENT
    return None if upcoming else NOTHING_LEFT


def talk_plan(knowledge: Knowledge, result: FitResult, answers: Mapping[str, Any], minutes_left: float) -> TalkPlan:
    """The questions ahead that fit into the minutes left, in order; the first is asked in any case.

    A question that takes too long gives its place to later ones that still fit.
    """
    asks, used = list[str](), 0.0
    for question_id in ahead(knowledge, result, answers):
        minutes = knowledge.question(question_id).minutes
        if not asks or used + minutes <= minutes_left:
            asks.append(question_id)
            used += minutes
    return TalkPlan(tuple(asks), used, left_out(result, answers, tuple(asks)))


def left_out(result: FitResult, answers: Mapping[str, Any], asks: tuple[str, ...] = ()) -> tuple[NextQuestion, ...]:
    """Questions that are not asked, with what they could matter: the most likely to change the advice first."""
    rest = [n for n in result.next_questions if n.question not in asks and answers.get(n.question) is None]
    return tuple(sorted(rest, key=lambda n: (-n.chance_of_change, -n.value_points, n.question)))
