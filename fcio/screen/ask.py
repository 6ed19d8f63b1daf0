"""One question on screen: a widget per kind, and every answer saved as it is given."""

from __future__ import annotations

from typing import Any

import streamlit as st

from fcio.knowledge.schema import Question
from fcio.knowledge.shapes import DONT_KNOW, OPEN_ANSWERS, RATHER_NOT_SAY
from fcio.model.answers import LONGEST_TEXT, is_open, none_option
from fcio.report.words import OPEN_WORDS
from fcio.screen import session

GIVEN = ""
"""Neither of the two open answers."""


def widget_key(client_id: str, question: Question, part: str = "") -> str:
    """The key of a widget: client and question, so that no client sees another's answers."""
    return f"{client_id}:{question.id}" + (f":{part}" if part else "")


def ask(client_id: str, question: Question, answer: Any) -> None:
    """Draw the widget of a question with its saved answer."""
    draw = {"many": _many, "number": _number, "text": _text, "range": _range}.get(question.kind, _one)
    draw(client_id, question, answer)


def _start(key: str, value: Any) -> str:
    """Give a widget its saved value unless it already has one."""
    if key not in st.session_state:
        st.session_state[key] = value
    return key


def _one(client_id: str, question: Question, answer: Any) -> None:
    texts = {option.id: option.text for option in question.options} | OPEN_WORDS
    key = _start(widget_key(client_id, question), answer)
    st.radio(
        question.text,
        list(texts),
        format_func=lambda option: texts[option],
        key=key,
        on_change=_save,
        args=(question, key),
        label_visibility="collapsed",
    )


def _save(question: Question, key: str) -> None:
    """Save what a widget holds; a click that comes after the widget was reset says nothing."""
    if key in st.session_state:
        value = st.session_state[key]
        session.save_answer(question.id, None if value == "" else value)


def _many(client_id: str, question: Question, answer: Any) -> None:
    ticked = set() if answer is None else {answer} if is_open(answer) else set(answer)
    texts = {option.id: option.text for option in question.options} | OPEN_WORDS
    for option, text in texts.items():
        key = _start(widget_key(client_id, question, option), option in ticked)
        st.checkbox(text, key=key, on_change=_ticked, args=(client_id, question, option))


def _ticked(client_id: str, question: Question, option: str) -> None:
    """Keep exclusive answers exclusive, then save what is ticked."""
    alone = {none_option(question).id, *OPEN_ANSWERS}
    every = [*(o.id for o in question.options), *OPEN_ANSWERS]
    keys = {other: widget_key(client_id, question, other) for other in every}
    if st.session_state.get(keys[option]):
        for other in every:
            if other != option and (option in alone or other in alone):
                st.session_state[keys[other]] = False
    ticked = [other for other in every if st.session_state.get(keys[other])]
    open_answer = next((other for other in ticked if other in OPEN_ANSWERS), None)
    session.save_answer(question.id, open_answer or tuple(ticked) or None)


def _number(client_id: str, question: Question, answer: Any) -> None:
    key = _start(widget_key(client_id, question), None if is_open(answer) else answer)
    whole = float(question.minimum or 0).is_integer()
    st.number_input(
        f"Number of {question.unit}",
        min_value=int(question.minimum or 0) if whole else question.minimum,
        max_value=int(question.maximum or 0) if whole else question.maximum,
        value=None,
        step=1 if whole else None,
        key=key,
        on_change=_save,
        args=(question, key),
        placeholder="Type a number",
        width=220,
    )
    _open_buttons(client_id, question, answer)


def _open_buttons(client_id: str, question: Question, answer: Any) -> None:
    key = _start(widget_key(client_id, question, "open"), answer if answer in OPEN_ANSWERS else GIVEN)

    def save_open() -> None:
        if st.session_state.get(key) in OPEN_ANSWERS:
            st.session_state.pop(widget_key(client_id, question), None)
        _save(question, key)

    if answer is not None and not is_open(answer):
        st.session_state[key] = GIVEN
    st.radio(
        "Or",
        [GIVEN, DONT_KNOW, RATHER_NOT_SAY],
        format_func=lambda option: OPEN_WORDS.get(option, "I can say"),
        horizontal=True,
        key=key,
        on_change=save_open,
    )


def _text(client_id: str, question: Question, answer: Any) -> None:
    key = _start(widget_key(client_id, question), "" if is_open(answer) else answer)
    st.text_area(
        question.text,
        key=key,
        on_change=_save,
        args=(question, key),
        label_visibility="collapsed",
        placeholder="In your own words; a sentence is enough",
        max_chars=LONGEST_TEXT,
        height=140,
    )


def _range(client_id: str, question: Question, answer: Any) -> None:
    saved = {} if is_open(answer) else answer
    keys = {part: _start(widget_key(client_id, question, part), saved.get(part)) for part in ("low", "likely", "high")}

    def save_range() -> None:
        parts = {part: st.session_state.get(key) for part, key in keys.items()}
        if None not in parts.values():
            session.save_answer(question.id, parts)

    for part, key in keys.items():
        st.number_input(f"{part.capitalize()} ({question.unit})", key=key, value=None, on_change=save_range, width=220)
    _open_buttons(client_id, question, answer)
