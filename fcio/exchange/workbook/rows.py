"""The rows of the Points sheet as data: what every answer needs, in whole numbers over a divisor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from fcio.knowledge.schema import Option, Question
from fcio.knowledge.shapes import DONT_KNOW, RATHER_NOT_SAY
from fcio.model.answers import OPEN, none_option, tickable
from fcio.model.points import chance_shown
from fcio.model.situation import MAYBE, Situation
from fcio.model.tables import Ints, Tables
from fcio.report.words import OPEN_WORDS

OPEN_TEXTS = (OPEN_WORDS[DONT_KNOW], OPEN_WORDS[RATHER_NOT_SAY], "Not answered")
"""The three ways an answer stays open; the first two can be chosen."""

ANSWER, OPENED, TICKED, ALL, SCALED, ABSENT = "answer", "open", "ticked", "all", "scaled", "absent"


@dataclass(frozen=True)
class PointRow:
    """One row: ``needs`` [C] over ``divisor``; ``opens`` says per follow-up hidden, shown or maybe (0, 1, 2).

    ``bit`` tells ticked options apart; ``tick`` is 1 where it is ticked; ``edge`` the lower edge of a band.
    """

    question: int
    kind: str
    text: str
    needs: Ints
    divisor: int = 1
    opens: tuple[int, ...] = ()
    bit: int | None = None
    tick: int = 0
    option: Option | None = None


def followers(t: Tables, question: int) -> tuple[int, ...]:
    """The follow-up questions of a question, in file order."""
    return tuple(child for child, parent in t.children if parent == question)


def distinct_texts(question: Question) -> tuple[str, ...]:
    """The text of every option, made different where two would look the same in a drop-down list."""
    seen: list[str] = [text.casefold() for text in OPEN_TEXTS]
    texts = []
    for option in question.options:
        text = option.text
        while text.casefold() in seen:
            text += " (also)"
        seen.append(text.casefold())
        texts.append(text)
    return tuple(texts)


def _open_rows(t: Tables, q: int, ticked: str | None, first_bit: int) -> Iterator[PointRow]:
    needs, divisor = t.likelihood[q] @ t.need[q], int(t.likelihood[q].sum())
    opens = tuple(MAYBE for _ in followers(t, q))
    for place, text in enumerate(OPEN_TEXTS):
        bit = 1 << (first_bit + place) if first_bit and place < 2 else None
        yield PointRow(q, OPENED, text, needs, divisor, opens, bit, int(text == ticked))


def _shown(t: Tables, q: int, state: int) -> tuple[int, ...]:
    return tuple(int(t.shown_by[child, state]) for child in followers(t, q))


def _many_rows(s: Situation, q: int) -> Iterator[PointRow]:
    t, question, state = s.tables, s.tables.questions[q], int(s.state[q])
    texts = dict(zip((o.id for o in question.options), distinct_texts(question), strict=True))
    ticks = tickable(question)
    options = [(option, 1 << place) for place, option in enumerate(ticks)]
    for option, bit in options:
        tick = int(state != OPEN and bool(state & bit))
        yield PointRow(q, ANSWER, texts[option.id], t.need[q, bit], 1, _shown(t, q, bit), bit, tick, option)
    none, all_ticked = none_option(question), (1 << len(ticks)) - 1
    nothing = t.need[q, 0]
    yield PointRow(q, ANSWER, texts[none.id], nothing, 1, _shown(t, q, 0), 1 << len(ticks), int(state == 0), none)
    given = OPEN_WORDS.get(s.answers.get(question.id, "")) if state == OPEN else None
    yield from _open_rows(t, q, given, len(ticks) + 1)
    now = max(state, 0)
    opens = _shown(t, q, now) if now else tuple(0 for _ in followers(t, q))
    yield PointRow(q, TICKED, "What is ticked, together", t.need[q, now], 1, opens)
    yield PointRow(q, ALL, "Everything ticked", t.need[q, all_ticked], 1, _shown(t, q, all_ticked))


def _single_rows(t: Tables, q: int) -> Iterator[PointRow]:
    question = t.questions[q]
    texts = distinct_texts(question)
    for place, option in enumerate(question.options):
        yield PointRow(q, ANSWER, texts[place], t.need[q, place], 1, _shown(t, q, place), option=option)
    yield from _open_rows(t, q, None, 0)


def _derived_rows(t: Tables, q: int) -> Iterator[PointRow]:
    """Answers that follow from the areas, and none while too little of these is known; nobody can leave one open."""
    for place, option in enumerate(t.questions[q].options):
        yield PointRow(q, ANSWER, option.text, t.need[q, place], option=option)
    yield PointRow(q, ABSENT, "Too little known of the areas", np.zeros_like(t.need[q, 0]))


def _follow_up_rows(t: Tables, q: int, base: list[PointRow]) -> Iterator[PointRow]:
    chance, of = chance_shown(t, q)
    for row in base:
        text = f"{row.text} (if it is asked)"
        yield PointRow(q, SCALED, text, row.needs * chance, row.divisor * of)
    yield PointRow(q, ABSENT, "Not asked", np.zeros_like(base[0].needs))


def point_rows(s: Situation, q: int) -> list[PointRow]:
    """Every row of one question: its answers, the open ones, and what its kind adds."""
    t = s.tables
    if t.questions[q].derived is not None:
        return list(_derived_rows(t, q))
    rows = list(_many_rows(s, q) if t.questions[q].kind == "many" else _single_rows(t, q))
    if t.parent[q] >= 0:
        rows = [*rows, *_follow_up_rows(t, q, rows)]
    return rows
