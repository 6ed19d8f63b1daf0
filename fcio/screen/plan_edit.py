"""What the client changes about one line of the plan: its text, hours or amount; saved at once, back in one click."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.model.plan.changes import reset, taken_out
from fcio.model.plan.result import ClauseLine, Line
from fcio.report.plan_words import told_hours
from fcio.screen import session
from fcio.screen.session import Open

PLAN = "plan"
Part = dict[str, Any]


def key_of(client: Open, *parts: str) -> str:
    """The key of a widget of the plan."""
    return ":".join((client.id, PLAN, *parts))


def forget(client: Open, *parts: str) -> None:
    """Let the widgets under a key show what is saved."""
    prefix = key_of(client, *parts)
    for key in [key for key in st.session_state if str(key) == prefix or str(key).startswith(f"{prefix}:")]:
        del st.session_state[key]


def saved(edit: Callable[[Part], Mapping[str, Any]]) -> bool:
    """Save one change of the part ``plan``; False, with a sentence to show, where it is refused."""

    def on_document(document: Document) -> None:
        document[PLAN] = dict(edit(copy.deepcopy(document.get(PLAN, {}))))

    return session.change(on_document)


def _put(part: Part, field: str, line: str, value: Any) -> Part:
    """The part with a value of the client's own for one line; None takes it back."""
    values = {one: given for one, given in part.get(field, {}).items() if one != line}
    return {**part, field: values if value is None else {**values, line: value}}


def text_field(client: Open, line: str, text: str, usual: str) -> None:
    """The text of a line, to be changed; what was refused stays in the field."""
    key, seen = key_of(client, "text", line), key_of(client, "text", line, "saved")
    if st.session_state.setdefault(key, text) == st.session_state.get(seen):
        st.session_state[key] = text
    st.session_state[seen] = text

    def changed() -> None:
        typed = st.session_state.get(key, text)
        saved(lambda part: _put(part, "texts", line, None if typed.strip() == usual else typed))

    st.text_area("Text", key=key, on_change=changed, height=120, persist_state="session")
    if st.session_state[key].strip() != text.strip():
        st.caption("What stands in the field is not saved.")


def _number(client: Open, field: str, line: str, label: str, usual: str, own: float | None) -> None:
    key = key_of(client, field, line)
    st.session_state.setdefault(key, own)

    def changed() -> None:
        typed = st.session_state.get(key)
        if not saved(lambda part: _put(part, field, line, typed)):
            st.session_state.pop(key, None)

    st.number_input(label, value=None, key=key, on_change=changed, placeholder=usual, format="%.10g", width=260)


def hours_field(client: Open, line: Line) -> None:
    """Hours of the client's own for a line; empty means ours."""
    if line.usual_hours is not None:
        own = client.assessment.plan.get("hours", {}).get(line.id)
        usual = f"usually {told_hours(line.usual_hours.typical)}"
        _number(client, "hours", line.id, "Hours each time" if line.months else "Hours", usual, own)


def amount_field(client: Open, clause: ClauseLine) -> None:
    """The sum in a clause; empty means ours."""
    if clause.usual_amount is not None and "text" not in clause.changed:
        own = client.assessment.plan.get("amounts", {}).get(clause.id)
        _number(client, "amounts", clause.id, "Amount (US dollars)", f"usually {clause.usual_amount:,.0f}", own)


def line_buttons(client: Open, line: str, changed: bool) -> None:
    """Take a line out, or put ours back."""
    with st.container(horizontal=True):
        st.button("Take it out", key=key_of(client, "drop", line), on_click=_drop, args=(client, line))
        if changed:
            st.button(
                "Back to our text and numbers", key=key_of(client, "ours", line), on_click=_ours, args=(client, line)
            )


def _drop(client: Open, line: str) -> None:
    if saved(lambda part: taken_out(part, line)):
        session.tell("Taken out. You find it under \u201cLines taken out, and others you may put in\u201d.", done=True)


def _ours(client: Open, line: str) -> None:
    if saved(lambda part: reset(part, line)):
        for field in ("text", "hours", "amounts"):
            forget(client, field, line)
