"""People and offers come and go: put in, copied, taken away and brought back; each change saved at once."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.exchange.hiring_parts import MOST_CANDIDATES
from fcio.model.hiring.candidates import OFFER, PERSON
from fcio.screen import session
from fcio.screen.hiring_edit import forget_fields
from fcio.screen.session import Open
from fcio.screen.shell import escaped

CANDIDATES = "candidates"
KINDS = {PERSON: "A person", OFFER: "An offer"}
Rows = list[dict[str, Any]]


def save_candidates(change: Callable[[Rows], object]) -> bool:
    """Save one change of the list; False, with a sentence to show, when it was refused."""

    def on_document(document: Document) -> None:
        rows = [copy.deepcopy(dict(one)) for one in document.get(CANDIDATES, ())]
        change(rows)
        document[CANDIDATES] = rows

    return session.change(on_document)


def which_key(client: Open) -> str:
    """Where the place of the one that is looked at is kept."""
    return f"{client.id}:{CANDIDATES}:which"


def _removed_key(client: Open) -> str:
    return f"{client.id}:{CANDIDATES}:removed"


def full(client: Open) -> bool:
    """Whether there is room for no more."""
    return len(client.assessment.candidates) >= MOST_CANDIDATES


def free_name(name: str, taken: set[str]) -> str:
    """A name for a copy that nobody has.

    >>> free_name("Ann", {"Ann"}), free_name("Ann", {"Ann", "Ann (copy)"})
    ('Ann (copy)', 'Ann (copy 2)')
    """
    found, number = f"{name} (copy)", 2
    while found in taken:
        found, number = f"{name} (copy {number})", number + 1
    return found


def add(client: Open) -> None:
    """The fields for a new one, or a sentence that there is room for no more."""
    if full(client):
        st.write(f"{MOST_CANDIDATES} people and offers are as many as there is room for. Take one away first.")
        return
    name, kind = (f"{client.id}:{CANDIDATES}:new:{part}" for part in ("name", "kind"))
    with st.form(f"{client.id}:{CANDIDATES}:new", border=False):
        st.text_input("Name of the person or the offer", key=name)
        st.radio("What is it?", list(KINDS), format_func=KINDS.__getitem__, key=kind, horizontal=True)
        st.form_submit_button("Put in", on_click=_add, args=(client, name, kind), type="primary")


def _add(client: Open, name_key: str, kind_key: str) -> None:
    name, kind = str(st.session_state.get(name_key) or "").strip(), st.session_state.get(kind_key, PERSON)
    if save_candidates(lambda rows: rows.append({"name": name, "kind": kind})):
        st.session_state[name_key] = ""
        _look_at_last(client)
        st.session_state["candidate_scores"] = True
        session.tell(f"{name} is put in. Score what you know; the rest may stay open.", done=True)


def handling(client: Open, place: int) -> None:
    """Copy the one that is looked at, or take it away."""
    with st.container(horizontal=True):
        key = f"{client.id}:{CANDIDATES}"
        st.button("Copy", key=f"{key}:copy", on_click=_copy, args=(client, place), disabled=full(client))
        st.button("Take away", key=f"{key}:remove", on_click=_remove, args=(client, place))


def _copy(client: Open, place: int) -> None:
    def change(rows: Rows) -> None:
        name = free_name(rows[place]["name"], {row["name"] for row in rows})
        rows.append({**copy.deepcopy(rows[place]), "name": name})

    if save_candidates(change):
        _look_at_last(client)


def _look_at_last(client: Open) -> None:
    now = session.current()
    if now is not None:
        st.session_state[which_key(client)] = len(now.assessment.candidates) - 1
    st.session_state.pop(_removed_key(client), None)


def _remove(client: Open, place: int) -> None:
    taken: Rows = []

    def change(rows: Rows) -> None:
        taken[:] = [rows.pop(place)]

    if save_candidates(change):
        forget_fields(client, "candidate:", f"{CANDIDATES}:which")
        st.session_state[_removed_key(client)] = (place, taken[0])


def undo(client: Open) -> None:
    """Bring back the one that was taken away last."""
    kept = st.session_state.get(_removed_key(client))
    if kept is None:
        return
    name = escaped(str(kept[1]["name"]))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.write(f"{name} is taken away.")
        st.button("Undo", key=f"{client.id}:{CANDIDATES}:undo", on_click=_bring_back, args=(client,))


def _bring_back(client: Open) -> None:
    place, row = st.session_state[_removed_key(client)]
    if save_candidates(lambda rows: rows.insert(place, row)):
        forget_fields(client, "candidate:", f"{CANDIDATES}:removed")
        st.session_state[which_key(client)] = place
