"""The assumption jar on screen: each guess with what it could change, who finds out, and until when."""

from __future__ import annotations

from datetime import date

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.knowledge.shapes import DONT_KNOW
from fcio.model.assumptions import Assumption, assumptions
from fcio.report.assumption_table import effect_sentence, given, short_table, summary_sentence
from fcio.screen import interview, session
from fcio.screen.resources import knowledge, model
from fcio.screen.shell import escaped, escaped_cells

PARTS = ("owner", "due")


def _key(client_id: str, question: str, part: str) -> str:
    return f"{client_id}:assumption:{question}:{part}"


def jar(client: session.Open) -> tuple[Assumption, ...]:
    """Everything guessed or not known of the open client."""
    return assumptions(model(), client.assessment)


def summary(client: session.Open) -> None:
    """One sentence on the guesses, and the way to their list; for other pages."""
    found = jar(client)
    st.write(summary_sentence(found))
    if found and st.button("See what is still to find out", key="to_assumptions"):
        st.switch_page("pages/assumptions.py")


def listing(client: session.Open, found: tuple[Assumption, ...]) -> None:
    """A card per guess: what it could change, who and until when, and a way to answer it now."""
    for a in found:
        with st.container(border=True):
            _card(client, a)


def _card(client: session.Open, a: Assumption) -> None:
    k = knowledge()
    question = k.question(a.question)
    st.markdown(f"**{escaped(question.text)}**")
    st.write(escaped(f"{given(k, a, client.assessment)}. {effect_sentence(k, a)}"))
    st.caption(escaped(f"How to find out: {question.how_know}"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _who(client, a)
        _until(client, a)
        label = "Answer it now" if a.why == DONT_KNOW else "Look at it again"
        if st.button(label, key=f"answer:{a.question}"):
            interview.go_to(a.question)
            st.switch_page("pages/intake.py")


def _who(client: session.Open, a: Assumption) -> None:
    key = _key(client.id, a.question, "owner")
    st.session_state.setdefault(key, a.owner)
    st.text_input("Who finds out", key=key, on_change=_save, args=(client.id, a.question), max_chars=200, width=200)


def _until(client: session.Open, a: Assumption) -> None:
    key = _key(client.id, a.question, "due")
    st.session_state.setdefault(key, date.fromisoformat(a.due) if a.due else None)
    st.date_input("Until when", key=key, value=None, on_change=_save, args=(client.id, a.question), width=160)


def _save(client_id: str, question: str) -> None:
    owner, due = (st.session_state.get(_key(client_id, question, part)) for part in PARTS)
    entry = {"owner": (owner or "").strip(), "due": due.isoformat() if due else ""}

    def edit(document: Document) -> None:
        kept = {key: value for key, value in document.get("assumptions", {}).items() if key != question}
        filled = {part: value for part, value in entry.items() if value}
        document["assumptions"] = kept | ({question: filled} if filled else {})

    if not session.change(edit):
        for part in PARTS:
            st.session_state.pop(_key(client_id, question, part), None)


def as_table(client: session.Open, found: tuple[Assumption, ...]) -> None:
    """The list in short, narrow enough for a phone; the summary holds every column."""
    st.table(escaped_cells(short_table(knowledge(), found)), border="horizontal")
