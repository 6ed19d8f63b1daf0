"""One answer at a time: is it open, is it allowed, and which state of its question does it mean."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from fcio.knowledge.schema import Option, Question
from fcio.knowledge.shapes import OPEN_ANSWERS
from fcio.knowledge.whole import Knowledge

LONGEST_TEXT = 20_000
"""Characters kept of one text; a guard against a pasted file, not knowledge."""

LONGEST_SHOWN = 60
"""Characters of a refused value that a message repeats."""

OPEN = -1
"""State of a question whose answer is open: unanswered, *don't know* or *rather not say*."""


class Refused(ValueError):
    """Input that cannot be taken: the field and, in one sentence, the cure.

    >>> str(Refused("answers.headcount", "give a number from 1 to 100000"))
    'answers.headcount: give a number from 1 to 100000.'
    """

    def __init__(self, field: str, cure: str) -> None:
        self.field, self.cure = field, cure
        super().__init__(f"{field}: {cure.rstrip('.')}.")


def shown_value(value: Any) -> str:
    """A short, safe rendering of a refused value for a message.

    >>> shown_value("x" * 100)[-6:]
    "xx...'"
    """
    if isinstance(value, int) and abs(value) >= 10**LONGEST_SHOWN:
        return "a number that is far too large"
    text = repr(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 4] + "..." + text[-1]


def shown_key(key: Any) -> str:
    """A short, safe rendering of a refused key, on one line.

    >>> shown_key("budget")
    'budget'
    """
    text = str(key)
    return text if text.isidentifier() and len(text) <= LONGEST_SHOWN else shown_value(text)


def is_open(answer: Any) -> bool:
    """True for an absent answer, *don't know* and *rather not say*.

    >>> is_open(None), is_open("dont_know"), is_open("weekly")
    (True, True, False)
    """
    return answer is None or (isinstance(answer, str) and answer in OPEN_ANSWERS)


def _checked_number(question: Question, answer: Any, field: str) -> int | float:
    low, high = question.minimum, question.maximum
    span = f"give a number from {low:g} to {high:g}, got {shown_value(answer)}"
    if isinstance(answer, bool) or not isinstance(answer, (int, float)):
        raise Refused(field, span)
    if answer != answer or not (low or 0) <= answer <= (high or math.inf):
        raise Refused(field, span)
    return answer


def _checked_many(question: Question, answer: Any, field: str) -> tuple[str, ...]:
    ids = [option.id for option in question.options]
    if not isinstance(answer, (list, tuple)) or not all(isinstance(item, str) for item in answer):
        raise Refused(field, f"give a list of options, got {shown_value(answer)}")
    unknown = [item for item in answer if item not in ids]
    if unknown:
        raise Refused(field, f"{shown_value(unknown[0])} is not an option; the options are {', '.join(ids)}")
    none = none_option(question).id
    if not answer or (none in answer and len(set(answer)) > 1):
        raise Refused(field, f"tick at least one option; {none} stands alone")
    return tuple(item for item in ids if item in answer)


def _checked_range(question: Question, answer: Any, field: str) -> dict[str, float]:
    if not isinstance(answer, Mapping) or set(answer) != {"low", "likely", "high"}:
        raise Refused(field, "give low, likely and high")
    numbers = {key: _checked_number(question, answer[key], f"{field}.{key}") for key in answer}
    if not numbers["low"] <= numbers["likely"] <= numbers["high"]:
        raise Refused(field, "low, likely and high must not fall")
    return numbers


def checked_text(value: Any, field: str, longest: int = LONGEST_TEXT) -> str:
    """A text no longer than ``longest`` that UTF-8 can hold, or :class:`Refused`."""
    if not isinstance(value, str):
        raise Refused(field, f"give a text, got {shown_value(value)}")
    if len(value) > longest:
        raise Refused(field, f"keep the text under {longest:,} characters, got {len(value):,}")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused(field, "remove the broken character (half of a pair)") from error
    return value


def checked_answer(question: Question, answer: Any, field: str = "answers") -> Any:
    """The answer in canonical form, or :class:`Refused` with the field and the cure.

    Canonical: an option id, a tuple of option ids in file order, a number, a range or a text.
    """
    field = f"{field}.{question.id}"
    if isinstance(answer, str) and answer in OPEN_ANSWERS:
        return answer
    if question.kind == "number":
        return _checked_number(question, answer, field)
    if question.kind == "many":
        return _checked_many(question, answer, field)
    if question.kind == "range":
        return _checked_range(question, answer, field)
    if question.kind == "text":
        return checked_text(answer, field)
    ids = [option.id for option in question.options]
    if not isinstance(answer, str) or answer not in ids:
        raise Refused(field, f"{shown_value(answer)} is not an option; the options are {', '.join(ids)}")
    return answer


def checked_answers(knowledge: Knowledge, answers: Mapping[str, Any], field: str = "answers") -> dict[str, Any]:
    """Every answer in canonical form; an unknown question is refused by name."""
    known = {question.id: question for question in knowledge.questions}
    derived = {question.id for question in knowledge.derived}
    for question_id in answers:
        if question_id in derived:
            raise Refused(
                f"{field}.{question_id}", "this follows from the twelve areas; remove it and give their levels"
            )
        if question_id not in known:
            raise Refused(f"{field}.{shown_key(question_id)}", "there is no such question; remove it or correct its id")
    return {key: checked_answer(known[key], value, field) for key, value in answers.items() if value is not None}


def none_option(question: Question) -> Option:
    """The exclusive option of a question of kind ``many``."""
    return next(option for option in question.options if option.none)


def tickable(question: Question) -> tuple[Option, ...]:
    """The options of a ``many`` question that can stand together, in file order."""
    return tuple(option for option in question.options if not option.none)


def state_of(question: Question, answer: Any) -> int:
    """Index of the state an answer means, or ``OPEN``.

    An option's place; for ``number`` the place of its band; for ``many`` a bit mask over
    :func:`tickable`, with 0 for the exclusive option.
    """
    if is_open(answer):
        return OPEN
    if question.kind == "many":
        return sum(1 << place for place, option in enumerate(tickable(question)) if option.id in answer)
    if question.kind == "number":
        bands = [place for place, band in enumerate(question.options) if answer >= (band.at_least or 0)]
        return max(bands, default=0)
    return next(place for place, option in enumerate(question.options) if option.id == answer)


def answer_of(question: Question, state: int, near: Any = None) -> Any:
    """An answer that means this state: the inverse of :func:`state_of`.

    For ``number`` the value of the band that lies closest to ``near``.
    """
    if question.kind == "many":
        ticked = tuple(o.id for place, o in enumerate(tickable(question)) if state >> place & 1)
        return ticked or (none_option(question).id,)
    if question.kind == "number":
        lower = question.options[state].at_least or 0
        above = question.options[state + 1].at_least if state + 1 < len(question.options) else None
        value = lower if near is None or near < lower or above is None else max(lower, above - 1)
        return int(value) if float(value).is_integer() else value
    return question.options[state].id
