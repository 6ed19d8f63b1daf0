"""Below the list of clients: what moved between two revisions, and removing a client for good."""

from __future__ import annotations

import streamlit as st

from fcio.exchange.case_file import Document, kept_document
from fcio.report.tables import answer_changes, change_table
from fcio.screen import clients, session
from fcio.screen.resources import fit_of, knowledge, store
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells


def compare(client: Open) -> None:
    """Two revisions side by side: answers that changed, and how the fit of each role moved."""
    st.header("Compare two revisions")
    history = store().revisions(client.id)
    if len(history) < 2:
        st.write(f"There is only one revision of {escaped(client.assessment.name)} so far.")
        return
    labels = {r.revision: f"{r.revision}, {r.saved_at.astimezone():%d %b %Y %H:%M}, {r.actor}" for r in history}
    before = st.selectbox(
        "From revision", list(labels), format_func=lambda number: labels[number], key=f"{client.id}:before"
    )
    after = st.selectbox(
        "To revision",
        list(labels),
        index=len(labels) - 1,
        format_func=lambda number: labels[number],
        key=f"{client.id}:after",
    )
    old, new = (kept_document(knowledge(), store().load(client.id, r).document) for r in (before, after))
    side_by_side(old, new)


def side_by_side(old: Document, new: Document) -> None:
    """How the fit of each role moved from one checked document to another, and the answers that differ."""
    st.write("Both are scored with today\u2019s knowledge and prices, so that only your answers make the difference.")
    st.table(change_table(knowledge(), fit_of(old), fit_of(new)), border="horizontal")
    moved = answer_changes(knowledge(), old.get("answers", {}), new.get("answers", {}))
    if moved.empty:
        st.write("No answer differs between them.")
    else:
        st.table(escaped_cells(moved), border="horizontal")


def remove(client: Open) -> None:
    """Remove the open client with all revisions, after a second confirmation."""
    st.header("Remove this client")
    st.write(
        f"Removes every revision of {escaped(client.assessment.name)} from this computer, byte for byte. "
        "It cannot be undone; download the case file first."
    )
    sure = st.checkbox("Yes, remove this client", key=f"{client.id}:sure")
    if st.button("Remove for good", disabled=not sure):
        clients.erase(client.id)
        session.tell("The client was removed.", done=True)
        st.rerun()
