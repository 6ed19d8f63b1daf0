"""The open client: the one place where answers are read and saved. Nothing else keeps them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document, assessment, kept_document, write_case
from fcio.exchange.redacted import rightly_marked
from fcio.model.answers import Refused, checked_answer
from fcio.model.assessment import Assessment
from fcio.model.fit_result import FitResult
from fcio.model.snapshots import unchanged_snapshots
from fcio.report.refused_words import refused_sentence
from fcio.screen import seat_session
from fcio.screen.resources import fit_of, knowledge, store
from fcio.store import Changed, NotFound, StoreError

CLIENT = "client"
SEEN = "seen_revision"
MESSAGE = "message"
ASKING = "asking"
SKIPPED = "skipped"
ASKED = "asked"
PROMPTS = "prompts"
EXPORTED = "exported_revisions"
OWN = "own_revisions"


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
    return assessment(document, date.today())


def current() -> Open | None:
    """The open client as it is saved now, or None. An id in the address reopens it after a reload."""
    client_id = st.session_state.get(CLIENT) or st.query_params.get(CLIENT)
    if not client_id:
        return None
    try:
        kept = store().load(client_id)
        document = seat_session.seen(kept_document(knowledge(), kept.document))
    except NotFound:
        close()
        return None
    except Refused as refused:
        close()
        tell(f"This client was saved with other questions and cannot be opened: {refused}")
        return None
    st.session_state[CLIENT] = client_id
    st.query_params[CLIENT] = client_id
    if st.session_state.get(SEEN, kept.revision) < kept.revision:
        _forget_widgets(client_id)
    st.session_state[SEEN] = max(st.session_state.get(SEEN, 0), kept.revision)
    return Open(
        client_id, kept.revision, kept.saved_at, kept.demo, document, today_assessment(document), fit_of(document)
    )


def tell(sentence: str, done: bool = False) -> None:
    """Keep one sentence to show at the top of the next run: something ``done``, or something to mind."""
    st.session_state[MESSAGE] = (sentence, done)


def told() -> tuple[str, bool] | None:
    """The sentence kept for this run, once, and whether it tells of something done."""
    kept: tuple[str, bool] | None = st.session_state.pop(MESSAGE, None)
    return kept


def actor() -> str:
    """Who is at the keyboard: the seat in turn, the consultant while the prompts are on, else the owner."""
    return seat_session.active() or ("consultant" if st.session_state.get(PROMPTS) else "owner")


def open_client(client_id: str) -> None:
    """Make a saved client the open one."""
    seat_session.end()
    st.session_state[CLIENT] = client_id
    st.query_params[CLIENT] = client_id
    for key in (ASKING, SKIPPED, ASKED, SEEN):
        st.session_state.pop(key, None)


def take_turn(seat: str | None) -> None:
    """Let one seat answer alone, or end that (None); nothing of the one before stays on screen."""
    seat_session.begin(seat) if seat else seat_session.end()
    _forget_widgets(st.session_state[CLIENT])
    for key in (ASKING, SKIPPED, ASKED):
        st.session_state.pop(key, None)


def close() -> None:
    """No client is open any more."""
    st.session_state.pop(CLIENT, None)
    st.query_params.pop(CLIENT, None)


def plain_json(document: Document) -> Document:
    """The document as JSON has it: lists in place of tuples, as the store keeps it."""
    kept: Document = json.loads(write_case(document))
    return kept


def change(edit: Callable[[Document], None]) -> bool:
    """Save the open client with one edit; False, with a sentence to show, when it was refused.

    An edit made in another window meanwhile is never overwritten: the reader is told and sees it. Quick
    clicks of one window may overtake each other; against its own last save an edit is tried again.
    """
    client_id = st.session_state[CLIENT]
    try:
        try:
            saved = _edited(client_id, edit, st.session_state.get(SEEN))
        except Changed:
            own = st.session_state.get(OWN, {}).get(client_id)
            if own is None or store().load(client_id).revision != own:
                raise
            saved = _edited(client_id, edit, own)
    except Changed:
        tell("Another window changed this client meanwhile. You see its newest state; please answer once more.")
        _forget_widgets(client_id)
        return False
    except (Refused, StoreError) as error:
        said = refused_sentence(knowledge(), error) if isinstance(error, Refused) else error
        tell(f"Not saved. {said}")
        return False
    st.session_state[SEEN] = saved
    st.session_state.setdefault(OWN, {})[client_id] = saved
    return True


def _edited(client_id: str, edit: Callable[[Document], None], expected: int | None) -> int:
    """The revision that holds the edit; Changed where the latest one is not the expected."""
    kept = store().load(client_id)
    document = copy.deepcopy(kept_document(knowledge(), kept.document))
    edit(document)
    checked = rightly_marked(knowledge(), document)
    unchanged_snapshots(kept.document, plain_json(checked))
    saved = store().save(
        client_id,
        plain_json(checked),
        expected_revision=kept.revision if expected is None else expected,
        actor=actor(),
        knowledge_version=knowledge().version,
        client_name=checked["client"]["name"],
        demo=kept.demo,
    )
    return saved.revision


def _forget_widgets(prefix: str) -> None:
    for key in [key for key in st.session_state if str(key) == prefix or str(key).startswith(f"{prefix}:")]:
        del st.session_state[key]


def mark_exported(client: Open) -> None:
    """Note which revision of a client was taken home."""
    st.session_state.setdefault(EXPORTED, {})[client.id] = client.revision


def changed_since_export(client: Open) -> bool:
    """Whether the client was changed after it was last taken home in this session."""
    exported = st.session_state.get(EXPORTED, {}).get(client.id)
    return exported is not None and exported != client.revision


def save_answer(question_id: str, answer: Any) -> bool:
    """Save one answer (None takes it back); where that fails, the widget shows what is saved, a text stays."""
    question = knowledge().question(question_id)

    def edit(document: Document) -> None:
        home = seat_session.holder(document)
        answers = dict(home.get("answers", {}))
        answers.pop(question_id, None)
        if answer is not None:
            answers[question_id] = checked_answer(question, answer)
        home["answers"] = answers

    saved = change(edit)
    if not saved and question.kind != "text":
        _forget_widgets(f"{st.session_state.get(CLIENT)}:{question_id}")
    return saved


def save_part(part: str, key: str, value: str | None) -> bool:
    """Save one entry of ``marks`` or ``notes``; None or an empty text takes it back."""

    def edit(document: Document) -> None:
        entries = dict(document.get(part, {}))
        entries.pop(key, None)
        if value:
            entries[key] = value
        document[part] = entries

    return change(edit)
