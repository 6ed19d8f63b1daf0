"""The interview on screen: questions with good and worrying answers; changed, dropped, and the client's own."""

from __future__ import annotations

from collections.abc import Iterator
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


def _edits(client: Open) -> dict[str, Any]:
    kept = client.document.get("hiring", {}).get(QUESTIONS, {})
    return {
        "dropped": list(kept.get("dropped", ())),
        "changed": dict(kept.get("changed", {})),
        "own": [dict(one) for one in kept.get("own", ())],
    }


def _save(client: Open, edits: dict[str, Any]) -> bool:
    full = {key: part for key, part in edits.items() if part}

    def edit(entries: dict[str, Any]) -> None:
        entries[QUESTIONS] = full

    return save_hiring(edit)


def _one(client: Open, found: Hiring) -> None:
    shown = {asked.id: asked for asked in found.kit.questions}
    numbers = {name: place for place, name in enumerate(shown, 1)}
    texts = {question.id: question.text for question in knowledge().hiring_questions}
    dropped = _edits(client)["dropped"]
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
        st.button("Bring it back", key=f"{key}:back", on_click=_bring_back, args=(client, chosen))
    elif chosen == NEW or shown[chosen].because.kind == OWN:
        _own(client, chosen)
    else:
        _ours(client, shown[chosen])


def _ours(client: Open, asked: Asked) -> None:
    key = f"{client.id}:hiring:words:{asked.id}"
    st.session_state.setdefault(key, asked.text)
    st.text_area("In your words", key=key, on_change=_reworded, args=(client, asked.id, key))
    with st.container(horizontal=True):
        if asked.origin == CHANGED:
            st.button("Our words again", key=f"{key}:ours", on_click=_reset, args=(client, asked.id))
        st.button("Drop this question", key=f"{key}:drop", on_click=_drop, args=(client, asked.id))


def _reworded(client: Open, question: str, key: str) -> None:
    text = str(st.session_state.get(key, "")).strip()
    ours = next(one.text for one in knowledge().hiring_questions if one.id == question)
    if not text:
        session.tell("Not saved. Write a question, or drop it.")
        return
    edits = _edits(client)
    edits["changed"].pop(question, None)
    edits["changed"] |= {} if text == ours else {question: text}
    _save(client, edits)


def _reset(client: Open, question: str) -> None:
    edits = _edits(client)
    edits["changed"].pop(question, None)
    if _save(client, edits):
        forget_fields(client, "hiring:words")


def _drop(client: Open, question: str) -> None:
    edits = _edits(client)
    if _save(client, {**edits, "dropped": [*edits["dropped"], question]}):
        session.tell(
            "The question is dropped; it stays at the end of the list, from where you can bring it back.", True
        )


def _bring_back(client: Open, question: str) -> None:
    edits = _edits(client)
    _save(client, {**edits, "dropped": [one for one in edits["dropped"] if one != question]})


def _place(chosen: str) -> int | None:
    """The place of one of the client's own questions, from 0; None for a new one."""
    return None if chosen == NEW else int(chosen.rpartition("_")[2]) - 1


def _own(client: Open, chosen: str) -> None:
    own, place = _edits(client)["own"], _place(chosen)
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
    edits, place, key = _edits(client), _place(chosen), f"{client.id}:hiring:own:{chosen}"
    typed = {part: str(st.session_state.get(f"{key}:{part}") or "").strip() for part in OWN_FIELDS}
    if not typed["text"]:
        session.tell("Not saved. Write the question first; what you typed is still there.")
        return
    found = {part: text for part, text in typed.items() if text}
    if criterion := st.session_state.get(f"{key}:criterion"):
        found["criterion"] = criterion
    if place is None:
        edits["own"].append(found)
    else:
        edits["own"][place] = found
    if _save(client, edits):
        forget_fields(client, "hiring:own")
        session.tell("Your question stands at the end of the interview.", done=True)


def _take_away(client: Open, place: int) -> None:
    edits = _edits(client)
    del edits["own"][place]
    if _save(client, edits):
        forget_fields(client, "hiring:own")
