"""One indicator on screen: five described levels, two further answers, how it is known; saved as it is given."""

from __future__ import annotations

import streamlit as st

from fcio.exchange.case_file import MARKS, Document
from fcio.knowledge.areas import Indicator
from fcio.model.area_result import AT_LEAST, AreasResult, IndicatorResult
from fcio.report.area_words import FURTHER_MEANING, FURTHER_WORDS, framework_line, known_by
from fcio.screen import session
from fcio.screen.session import Open
from fcio.screen.shell import escaped

Level = int | str


def key_of(client: Open, indicator: Indicator, part: str = "") -> str:
    """The key of a widget: client and indicator, apart from the questions of the intake."""
    return f"{client.id}:area:{indicator.id}" + (f":{part}" if part else "")


def _start(key: str, value: object) -> str:
    if key not in st.session_state:
        st.session_state[key] = value
    return key


def save_level(indicator_id: str, level: Level) -> bool:
    """Save one level, *don't know* or *doesn't apply*, and who gave it."""

    def edit(document: Document) -> None:
        document["areas"] = {**document.get("areas", {}), indicator_id: level}
        details = dict(document.get("area_details", {}))
        details[indicator_id] = {**details.get(indicator_id, {}), "by": session.actor()}
        document["area_details"] = details

    return session.change(edit)


def save_detail(indicator_id: str, part: str, value: str | None) -> bool:
    """Save the mark or the note of one indicator; None or an empty text takes it back."""

    def edit(document: Document) -> None:
        details = dict(document.get("area_details", {}))
        mine = dict(details.get(indicator_id, {}))
        mine.pop(part, None)
        if value:
            mine |= {part: value, "by": session.actor()}
        details[indicator_id] = mine
        document["area_details"] = details

    return session.change(edit)


def ask_level(client: Open, indicator: Indicator, found: IndicatorResult) -> None:
    """The described levels; what the intake tells is chosen already and needs one tap to confirm.

    Where it tells only the least level, nothing is chosen yet.
    """
    told = found.level if found.known else None
    texts: dict[Level, str] = dict(enumerate(indicator.levels, start=1))
    texts.update(FURTHER_WORDS)
    given = client.assessment.areas.get(indicator.id)
    key = _start(key_of(client, indicator), told if given is None else given)
    st.radio(
        indicator.text,
        list(texts),
        format_func=lambda level: texts[level],
        key=key,
        on_change=_level_changed,
        args=(indicator.id, key),
        captions=[*(f"Level {level}" for level, _ in enumerate(indicator.levels, start=1)), *FURTHER_MEANING],
        label_visibility="collapsed",
        width="stretch",
    )
    if given is None and told is not None:
        st.write("Your intake says so; change it if it is wrong.")
        st.button("Yes, that is right", key=f"{key}:confirm", on_click=_confirm, args=(indicator.id, told))
    if given is None and found.origin == AT_LEAST:
        st.write(f"From your intake it is level {found.level} or higher; choose the one that fits.")


def _confirm(indicator_id: str, told: int) -> None:
    save_level(indicator_id, told)


def _level_changed(indicator_id: str, key: str) -> None:
    """Save what the radio holds; where that fails it shows what is saved."""
    level = st.session_state.get(key)
    if level is not None and not save_level(indicator_id, level):
        st.session_state.pop(key, None)


def _detail_changed(indicator_id: str, part: str, key: str) -> None:
    if key in st.session_state:
        save_detail(indicator_id, part, st.session_state[key])


def evidence(client: Open, indicator: Indicator) -> None:
    """What to ask to see, how the level is known, a note, and who said it; folded."""
    detail = client.assessment.area_details.get(indicator.id, {})
    with st.expander("What to ask to see, and a note"):
        st.markdown(escaped(indicator.evidence), help=framework_line(indicator.frameworks) or None)
        mark = _start(key_of(client, indicator, "mark"), detail.get("mark"))
        st.selectbox(
            "How is it known?",
            MARKS,
            index=None,
            placeholder="Not marked yet",
            format_func=str.capitalize,
            key=mark,
            on_change=_detail_changed,
            args=(indicator.id, "mark", mark),
        )
        note = _start(key_of(client, indicator, "note"), detail.get("note", ""))
        st.text_area("Note", key=note, on_change=_detail_changed, args=(indicator.id, "note", note))
        if indicator.id in client.assessment.areas:
            st.caption(escaped(known_by(detail)))


def cannot_stand(result: AreasResult, indicator: Indicator) -> None:
    """Contradictions that this very level takes part in, in words, with what to look at."""
    for entry in result.contradictions:
        if indicator.id in entry.when:
            st.warning(f"{escaped(entry.text)} {escaped(entry.cure)}")
