"""Whose turn it is: while one seat answers alone, the open client holds its answers and nobody else's."""

from __future__ import annotations

from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.model.seats import SEATS

SEAT = "seat"
OWN_PARTS = ("fcio", "as_of", "client", "currency", "overrides")
"""What a seat sees beside its own answers: nothing that the other could have said."""

OPEN_PAGES = ("intake.py", "seats.py", "start.py", "method.py", "words.py")
"""Pages that show nothing but the open client as the seat in turn may see it."""


def active() -> str | None:
    """The seat that answers alone now, or None while the joint answers are open; it survives a reload."""
    seat = st.session_state.get(SEAT) or st.query_params.get(SEAT)
    if seat not in SEATS:
        return None
    st.session_state[SEAT] = st.query_params[SEAT] = seat
    return str(seat)


def begin(seat: str) -> None:
    """From now on one seat answers alone."""
    st.session_state[SEAT] = st.query_params[SEAT] = seat


def end() -> None:
    """The joint answers are open again."""
    st.session_state.pop(SEAT, None)
    st.query_params.pop(SEAT, None)


def closes(page_file: str) -> bool:
    """Whether a page stays closed while a seat answers alone; ``page_file`` is its file name."""
    return active() is not None and page_file not in OPEN_PAGES


def seen(document: Document) -> Document:
    """The document as the seat in turn may see it; the whole of it while nobody answers alone."""
    seat = active()
    if seat is None:
        return document
    own = {part: document[part] for part in OWN_PARTS if part in document}
    person = document.get("seats", {}).get(seat, {})
    named = {key: value for key, value in person.items() if key == "name"}
    return {**own, "seats": {seat: named}, "answers": person.get("answers", {})}


def holder(document: Document) -> dict[str, Any]:
    """The part of a document whose ``answers`` are being given: the document itself, or the seat in turn."""
    seat = active()
    if seat is None:
        return document
    person: dict[str, Any] = document.setdefault("seats", {}).setdefault(seat, {})
    return person


def seat_name(document: Document, seat: str) -> str:
    """The name of who sits there, else what the seat is called."""
    name = str(document.get("seats", {}).get(seat, {}).get("name", "")).strip()
    return name or f"the {seat}"
