"""The questions of an interview: general ones, two for each of the weakest areas, and what the answers ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fcio.knowledge.hiring import InterviewQuestion
from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreaResult, AreasResult
from fcio.model.hiring.because import AREA, OWN, Because, reason
from fcio.model.situation import Situation

OURS, CHANGED = "ours", "changed"
GENERAL, FROM_ANSWERS, BY_AREA = "general", "answer", "area"


@dataclass(frozen=True)
class Asked:
    """One question with what to listen for; ``origin`` says whether the client changed or added it.

    ``criterion`` is the line of the scorecard it informs, None for a question of the client's own without one.
    """

    id: str
    text: str
    good: str
    worrying: str
    criterion: str | None
    because: Because
    source: str
    origin: str = OURS


def weakest(areas: AreasResult, count: int) -> tuple[AreaResult, ...]:
    """The areas that are or may be furthest below their target, the most pressing first."""
    rows = areas.by_priority
    return tuple(row for row in rows if row.gap)[:count] or rows[:count]


def _picked(
    knowledge: Knowledge, s: Situation, areas: AreasResult, role: str, mode: str
) -> list[tuple[InterviewQuestion, Because]]:
    assert knowledge.hiring is not None
    count, asked = knowledge.hiring.questions, knowledge.hiring_questions
    fitting = [(q, why) for q in asked if q.topic != BY_AREA and (why := reason(s, q, role, mode)) is not None]
    by_area = [
        (q, Because(AREA, (row.area,))) for row in weakest(areas, len(areas.areas)) for q in asked if q.area == row.area
    ]
    first = 2 * count.areas
    found = [pair for pair in fitting if pair[0].must] + by_area[:first]
    answers = [pair for pair in fitting if pair[0].topic == FROM_ANSWERS and not pair[0].must]
    found += answers[: max(0, count.most - len(found))]
    general = [pair for pair in fitting if pair[0].topic == GENERAL and not pair[0].must]
    found += general[: max(0, count.usual - len(found))]
    found += by_area[first:][: max(0, count.least - len(found))]
    return found[: count.most]


def _asked(question: InterviewQuestion, why: Because, changed: Mapping[str, str]) -> Asked:
    q, text = question, changed.get(question.id)
    origin = OURS if text is None else CHANGED
    return Asked(q.id, text or q.text, q.good, q.worrying, q.criterion, why, q.source, origin)


def _own(number: int, given: Mapping[str, Any]) -> Asked:
    good, worrying = given.get("good", ""), given.get("worrying", "")
    return Asked(f"own_{number}", given["text"], good, worrying, given.get("criterion"), Because(OWN), "client", OWN)


def interview(
    knowledge: Knowledge, s: Situation, areas: AreasResult, role: str, mode: str, edits: Mapping[str, Any]
) -> tuple[Asked, ...]:
    """The questions for this role, mode and answers, ten to fourteen before the client's own edits.

    ``edits`` of the case: ``dropped`` ids, ``changed`` texts by id, and ``own`` questions, which come last.
    """
    dropped: Sequence[str] = edits.get("dropped", ())
    changed: Mapping[str, str] = edits.get("changed", {})
    ours = [_asked(q, why, changed) for q, why in _picked(knowledge, s, areas, role, mode) if q.id not in dropped]
    return (*ours, *(_own(number, one) for number, one in enumerate(edits.get("own", ()), 1)))
