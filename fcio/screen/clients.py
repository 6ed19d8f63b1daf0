"""Clients come and go: created, read from a case file, opened as an example, erased."""

from __future__ import annotations

import streamlit as st

from fcio.exchange.case_file import Document, checked_document, read_case
from fcio.model.answers import Refused
from fcio.model.snapshots import unchanged_snapshots
from fcio.screen.hiring_results import forget_hiring
from fcio.screen.resources import DEMOS, forget_results, knowledge, store
from fcio.screen.session import CLIENT, SEEN, actor, close, open_client, plain_json
from fcio.store import ClientSummary, NotFound, Revision

DEMO_PREFIX = "demo_"


def _add(client_id: str, document: Document, demo: bool = False) -> None:
    store().save(
        client_id,
        plain_json(document),
        expected_revision=None,
        actor=actor(),
        knowledge_version=knowledge().version,
        client_name=document["client"]["name"],
        demo=demo,
    )
    open_client(client_id)


def create(name: str) -> None:
    """A new client with this name, opened. Raises Refused for an empty or overlong name."""
    if not name.strip():
        raise Refused("Name of the firm", "type what the firm is called")
    _add(store().new_id(), checked_document(knowledge(), {"fcio": 1, "client": {"name": name.strip()}}))


def add(document: Document) -> None:
    """A new client with this checked document, opened; all of it or nothing."""
    _add(store().new_id(), document)


def revisable(open_id: str | None, document: Document) -> list[ClientSummary]:
    """The clients that a case file may become a revision of: the open one, then those with the name in the file."""
    name = _folded(document["client"]["name"])
    found = [one for one in store().clients() if one.assessment_id == open_id or _folded(one.name) == name]
    return sorted(found, key=lambda one: one.assessment_id != open_id)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def refuse_lost_snapshots(kept: Revision, document: Document) -> None:
    """Nothing, when a document holds every locked assessment of a saved client unchanged; else Refused."""
    try:
        unchanged_snapshots(kept.document, plain_json(document))
    except Refused as refused:
        cure = "this locked assessment is missing or different in the file and has to stay; add it as a new client"
        raise Refused(refused.field, cure) from refused


def add_revision(client_id: str, document: Document, expected: int | None) -> int:
    """The number of the revision that now holds a checked document, its client opened; all of it or nothing.

    Raises Changed when the latest revision is not the expected one, Refused when a locked assessment would be lost.
    """
    kept = store().load(client_id)
    refuse_lost_snapshots(kept, document)
    saved = store().save(
        client_id,
        plain_json(document),
        expected_revision=expected,
        actor=actor(),
        knowledge_version=knowledge().version,
        client_name=document["client"]["name"],
        demo=kept.demo,
    )
    open_client(client_id)
    st.session_state[SEEN] = expected
    return saved.revision


def demos() -> dict[str, Document]:
    """The example clients by file name, in order of their names."""
    return {path.stem: read_case(knowledge(), path.read_bytes()) for path in sorted(DEMOS.glob("*.json"))}


def open_demo(stem: str) -> None:
    """Open an example client; a copy is kept in the store so that it can be played with."""
    client_id = DEMO_PREFIX + stem
    try:
        store().load(client_id)
        open_client(client_id)
    except NotFound:
        _add(client_id, demos()[stem], demo=True)


def erase(client_id: str) -> None:
    """Remove a client with every byte and every remembered result."""
    store().erase(client_id)
    forget_results()
    forget_hiring()
    for key in [key for key in st.session_state if str(key).startswith(f"{client_id}:")]:
        del st.session_state[key]
    if st.session_state.get(CLIENT) == client_id:
        close()
