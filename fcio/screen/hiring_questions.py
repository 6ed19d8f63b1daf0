"""The interview on screen: questions with good and worrying answers; changed, dropped, and the client's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import streamlit as st

from fcio.exchange.hiring_json import Hiring
from fcio.exchange.hiring_parts import MOST_OWN_QUESTIONS
from fcio.model.hiring.because import OWN
from fcio.model.hiring.interview import CHANGED, Asked
from fcio.report.kit_words import informs, why_text
from fcio.screen import session
from fcio.screen.hiring_edit import forget_fields, save_hiring
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped

QUESTIONS = "questions"
NEW = "new"
OWN_FIELDS = {
    "text": ("Your question", "such as: What would you ask our people first?"),
    "good": ("What a good answer sounds like", "if you like"),
    "worrying": ("What a worrying answer sounds like", "if you like"),
}


def interview(client: Open, found: Hiring, why: bool) -> None:
    """The list to read out, then one question at a time to change."""
    st.markdown("\n".join(_items(found, why)))
    st.markdown("**Make them yours**")
    _one(client, found)


def _items(found: Hiring, why: bool) -> Iterator[str]:
    k = knowledge()
    for number, asked in enumerate(found.kit.questions, 1):
        yield f"{number}. **{escaped(asked.text)}**"
        for said, text in (("Good", asked.good), ("Worrying", asked.worrying)):
            if text:
                yield f"    - {said}: {escaped(text)}"
        if why:
            text = why_text(k, found.assessment.answers, found.areas, asked.because, asked.source)
            yield f"    - *Why:* {escaped(f'{text} {informs(k, asked)}'.strip())}"


Edits = dict[str, Any]
"""What the client did to the questions: ``dropped`` ids, ``changed`` texts by id, and ``own`` questions."""


def _edits(entries: Mapping[str, Any]) -> Edits:
    kept = entries.get(QUESTIONS, {})
    return {
        "dropped": list(kept.get("dropped", ())),
        "changed": dict(kept.get("changed", {})),
        "own": [dict(one) for one in kept.get("own", ())],
    }


def _save(change: Callable[[Edits], object]) -> bool:
    def edit(entries: dict[str, Any]) -> None:
        edits = _edits(entries)
        change(edits)
        entries[QUESTIONS] = {key: part for key, part in edits.items() if part}

    return save_hiring(edit)


def _one(client: Open, found: Hiring) -> None:
    shown = {asked.id: asked for asked in found.kit.questions}
    numbers = {name: place for place, name in enumerate(shown, 1)}
    texts = {question.id: question.text for question in knowledge().hiring_questions}
    dropped = _edits(client.assessment.hiring)["dropped"]
    options = [NEW, *shown, *dropped]
    key = f"{client.id}:hiring:question"
    if st.session_state.get(key) not in options:
        st.session_state[key] = NEW

    def label(one: str) -> str:
        if one == NEW:
            return "Add a question of your own"
        return f"{numbers[one]}. {shown[one].text}" if one in shown else f"Dropped: {texts[one]}"

    chosen = st.selectbox("Which question?", options, format_func=label, key=key)
    if chosen in dropped:
        st.button("Bring it back", key=f"{key}:back", on_click=_bring_back, args=(chosen,))
    elif chosen == NEW or shown[chosen].because.kind == OWN:
        _own(client, chosen)
    else:
        _ours(client, shown[chosen])


def _ours(client: Open, asked: Asked) -> None:
    key = f"{client.id}:hiring:words:{asked.id}"
    st.session_state.setdefault(key, asked.text)
    st.text_area("In your words", key=key, on_change=_reworded, args=(asked.id, key))
    with st.container(horizontal=True):
        if asked.origin == CHANGED:
            st.button("Our words again", key=f"{key}:ours", on_click=_reset, args=(client, asked.id))
        st.button("Drop this question", key=f"{key}:drop", on_click=_drop, args=(asked.id,))


def _reworded(question: str, key: str) -> None:
    text = str(st.session_state.get(key, "")).strip()
    ours = next(one.text for one in knowledge().hiring_questions if one.id == question)
    if not text:
        session.tell("Not saved. Write a question, or drop it.")
        return

    def change(edits: Edits) -> None:
        edits["changed"].pop(question, None)
        edits["changed"] |= {} if text == ours else {question: text}

    _save(change)


def _reset(client: Open, question: str) -> None:
    if _save(lambda edits: edits["changed"].pop(question, None)):
        forget_fields(client, "hiring:words")


def _drop(question: str) -> None:
    if _save(lambda edits: edits["dropped"].append(question)):
        session.tell("The question is dropped; you can bring it back from the end of the list.", done=True)


def _bring_back(question: str) -> None:
    _save(lambda edits: edits["dropped"].remove(question))


def _place(chosen: str) -> int | None:
    """The place of one of the client's own questions, from 0; None for a new one."""
    return None if chosen == NEW else int(chosen.rpartition("_")[2]) - 1


def _own(client: Open, chosen: str) -> None:
    own, place = _edits(client.assessment.hiring)["own"], _place(chosen)
    if place is None and len(own) >= MOST_OWN_QUESTIONS:
        st.write(f"You have {MOST_OWN_QUESTIONS} questions of your own, as many as there is room for.")
        return
    now = {} if place is None else own[place]
    key = f"{client.id}:hiring:own:{chosen}"
    for part, (label, empty) in OWN_FIELDS.items():
        st.session_state.setdefault(f"{key}:{part}", now.get(part, ""))
        st.text_area(label, key=f"{key}:{part}", placeholder=empty, height=80)
    _criterion(key, now)
    with st.container(horizontal=True):
        said = "Add this question" if place is None else "Save this question"
        st.button(said, key=f"{key}:save", type="primary", on_click=_store, args=(client, chosen))
        if place is not None:
            st.button("Take it away", key=f"{key}:delete", on_click=_take_away, args=(client, place))


def _criterion(key: str, now: dict[str, Any]) -> None:
    card = knowledge().scorecard
    assert card is not None
    names = {one.id: one.name for one in card.criteria}
    st.session_state.setdefault(f"{key}:criterion", now.get("criterion"))
    st.selectbox(
        "Where to note the answer",
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=f"{key}:criterion",
        placeholder="no line of the scorecard",
    )


def _store(client: Open, chosen: str) -> None:
    place, key = _place(chosen), f"{client.id}:hiring:own:{chosen}"
    typed = {part: str(st.session_state.get(f"{key}:{part}") or "").strip() for part in OWN_FIELDS}
    if not typed["text"]:
        session.tell("Not saved. Write the question first; what you typed is still there.")
        return
    found = {part: text for part, text in typed.items() if text}
    if criterion := st.session_state.get(f"{key}:criterion"):
        found["criterion"] = criterion

    def change(edits: Edits) -> None:
        edits["own"][slice(place, place + 1) if place is not None else slice(len(edits["own"]), None)] = [found]

    if _save(change):
        forget_fields(client, "hiring:own")
        session.tell("Your question stands at the end of the interview.", done=True)


def _take_away(client: Open, place: int) -> None:
    if _save(lambda edits: edits["own"].pop(place)):
        forget_fields(client, "hiring:own")
