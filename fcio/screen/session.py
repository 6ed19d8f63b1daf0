"""The open client: the one place where answers are read and saved. Nothing else keeps them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document, assessment, checked_document, read_case, write_case
from fcio.model.answers import Refused, checked_answer
from fcio.model.assessment import Assessment
from fcio.model.fit import FitResult
from fcio.screen.resources import DEMOS, fit_of, forget_results, knowledge, store
from fcio.store import Changed, NotFound

CLIENT = "client"
SEEN = "seen_revision"
MESSAGE = "message"
ASKING = "asking"
SKIPPED = "skipped"
ACTOR = "actor"
DEMO_PREFIX = "demo_"


@dataclass(frozen=True)
class Open:
    """The client on screen: its latest revision and what follows from it."""

    id: str
    revision: int
    saved_at: datetime
    demo: bool
    document: Document
    assessment: Assessment
    result: FitResult

    @property
    def answers(self) -> dict[str, Any]:
        """Answers in canonical form."""
        return dict(self.document.get("answers", {}))


def today_assessment(document: Document) -> Assessment:
    """The document as the model reads it, on today's date where it names none."""
    return assessment(document, datetime.now(UTC).date())


def current() -> Open | None:
    """The open client as it is saved now, or None. An id in the address reopens it after a reload."""
    client_id = st.session_state.get(CLIENT) or st.query_params.get(CLIENT)
    if not client_id:
        return None
    try:
        kept = store().load(client_id)
        document = checked_document(knowledge(), kept.document)
    except NotFound:
        close()
        return None
    except Refused as refused:
        close()
        tell(f"This client was saved with other questions and cannot be opened: {refused}")
        return None
    st.session_state[CLIENT] = client_id
    st.query_params[CLIENT] = client_id
    st.session_state[SEEN] = kept.revision
    return Open(
        client_id, kept.revision, kept.saved_at, kept.demo, document, today_assessment(document), fit_of(document)
    )


def tell(sentence: str) -> None:
    """Keep one sentence to show at the top of the next run."""
    st.session_state[MESSAGE] = sentence


def told() -> str | None:
    """The sentence kept for this run, once."""
    sentence: str | None = st.session_state.pop(MESSAGE, None)
    return sentence


def actor() -> str:
    """Who is at the keyboard: ``owner`` or ``consultant``."""
    return str(st.session_state.get(ACTOR, "owner"))


def open_client(client_id: str) -> None:
    """Make a saved client the open one."""
    st.session_state[CLIENT] = client_id
    st.query_params[CLIENT] = client_id
    for key in (ASKING, SKIPPED, SEEN):
        st.session_state.pop(key, None)


def close() -> None:
    """No client is open any more."""
    st.session_state.pop(CLIENT, None)
    st.query_params.pop(CLIENT, None)


def plain_json(document: Document) -> Document:
    """The document as JSON has it: lists in place of tuples, as the store keeps it."""
    kept: Document = json.loads(write_case(document))
    return kept


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
    _add(store().new_id(), checked_document(knowledge(), {"fcio": 1, "client": {"name": name.strip()}}))


def import_case(content: bytes) -> None:
    """A new client from the content of a case file, opened; all of it or nothing."""
    _add(store().new_id(), read_case(knowledge(), content))


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
    if st.session_state.get(CLIENT) == client_id:
        close()


def change(edit: Callable[[Document], None]) -> bool:
    """Save the open client with one edit; False, with a sentence to show, when it was refused.

    An edit made in another window meanwhile is never overwritten: the reader is told and sees it.
    """
    client_id = st.session_state[CLIENT]
    kept = store().load(client_id)
    document = copy.deepcopy(kept.document)
    try:
        edit(document)
        checked = checked_document(knowledge(), document)
        store().save(
            client_id,
            plain_json(checked),
            expected_revision=st.session_state.get(SEEN, kept.revision),
            actor=actor(),
            knowledge_version=knowledge().version,
            client_name=checked["client"]["name"],
            demo=kept.demo,
        )
    except Refused as refused:
        tell(f"Not saved. {refused}")
        return False
    except Changed:
        tell("Another window changed this client meanwhile. You see its newest state; please answer once more.")
        _forget_widgets(client_id)
        return False
    return True


def _forget_widgets(client_id: str) -> None:
    for key in [key for key in st.session_state if str(key).startswith(f"{client_id}:")]:
        del st.session_state[key]


def save_answer(question_id: str, answer: Any) -> bool:
    """Save one answer (None takes it back)."""

    def edit(document: Document) -> None:
        answers = dict(document.get("answers", {}))
        answers.pop(question_id, None)
        if answer is not None:
            answers[question_id] = checked_answer(knowledge().question(question_id), answer)
        document["answers"] = answers

    return change(edit)


def save_part(part: str, key: str, value: str | None) -> bool:
    """Save one entry of ``marks`` or ``notes``; None or an empty text takes it back."""

    def edit(document: Document) -> None:
        entries = dict(document.get(part, {}))
        entries.pop(key, None)
        if value:
            entries[key] = value
        document[part] = entries

    return change(edit)
