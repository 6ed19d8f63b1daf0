"""A case file is opened: see what it holds, choose what it becomes, and only then store it."""

from __future__ import annotations

import streamlit as st

from fcio.exchange.case_file import Document, kept_document, read_case
from fcio.exchange.redacted import rightly_marked
from fcio.model.answers import Refused
from fcio.report.case_words import case_sentence, change_sentence, changed_parts
from fcio.screen import clients, session, shell
from fcio.screen.clients_view import side_by_side
from fcio.screen.resources import fit_of, knowledge, store
from fcio.screen.session import Open
from fcio.screen.shell import escaped
from fcio.store import ClientSummary, StoreError

NEW = "new"
ROUND, TAKEN = "import_round", "import_taken"


def import_file(client: Open | None) -> None:
    """The uploader with preview and choice; after the file was taken, the role fit of its client."""
    if sentence := st.session_state.pop(TAKEN, None):
        session.tell(sentence, done=True)
        st.switch_page("pages/fit.py")
    st.header("Open a case file")
    st.write("You see what the file holds first. Nothing is stored until you say so, and nothing saved is overwritten.")
    round_ = st.session_state.get(ROUND, 0)
    uploaded = st.file_uploader("Case file (.json)", type=["json"], max_upload_size=10, key=f"import_file:{round_}")
    if uploaded is None:
        return
    with shell.refusals():
        _preview(client, rightly_marked(knowledge(), read_case(knowledge(), uploaded.getvalue())), round_)
    st.button("Put the file away", on_click=_next_file, key="import_discard")


def _preview(client: Open | None, document: Document, round_: int) -> None:
    st.write(escaped(case_sentence(document, fit_of(document))))
    targets = {one.assessment_id: one for one in clients.revisable(client.id if client else None, document)}
    labels = {NEW: "A new client"} | {key: f"A new revision of {_shown(one)}" for key, one in targets.items()}
    chosen = st.radio(
        "What it becomes", list(labels), format_func=lambda key: escaped(labels[key]), key=f"import_as:{round_}"
    )
    if chosen in targets:
        _revision(targets[chosen], document)
        return
    same = document["client"]["name"]
    if any(one.name == same for one in targets.values()):
        st.caption(f"The list of clients then holds another one called {escaped(same)}.")
    st.button("Add as a new client", type="primary", on_click=_take, args=(document, None, None), key="import_new")


def _shown(one: ClientSummary) -> str:
    return f"{one.name}, now at revision {one.revision}, saved {one.saved_at.astimezone():%d %b %Y %H:%M}"


def _revision(one: ClientSummary, document: Document) -> None:
    """What the file would change in a saved client, and the button that saves it as the next revision."""
    kept = store().load(one.assessment_id)
    before = kept_document(knowledge(), kept.document)
    clients.refuse_lost_snapshots(kept, document)
    if not changed_parts(before, document):
        st.info("All of it is saved already; nothing would change.")
        return
    st.write(escaped(change_sentence(before, document)))
    side_by_side(before, document)
    st.button(
        f"Save as revision {kept.revision + 1} of {escaped(one.name)}",
        type="primary",
        on_click=_take,
        args=(document, one.assessment_id, kept.revision),
        key="import_revision",
    )


def _take(document: Document, client_id: str | None, expected: int | None) -> None:
    """Store what was shown: a client of its own, or the revision after the one it was compared with."""
    name = document["client"]["name"]
    try:
        if client_id is None:
            clients.add(document)
            sentence = f"{name} was added as a new client."
        else:
            number = clients.add_revision(client_id, document, expected)
            sentence = f"Saved as revision {number} of {name}."
    except (Refused, StoreError) as error:
        session.tell(f"Not saved. {error}")
        return
    st.session_state[TAKEN] = sentence
    _next_file()


def _next_file() -> None:
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
