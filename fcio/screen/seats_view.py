"""Two views on screen: who answers alone, in turn on one screen or by case file."""

from __future__ import annotations

from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document, read_case, write_case
from fcio.exchange.file_name import download_name
from fcio.model.answers import Refused
from fcio.model.seats import SEATS, answers_of
from fcio.report.numbers import counted
from fcio.report.seat_words import opened, own
from fcio.screen import interview, seat_session, session, shell
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped

EMPTY_PARTS = ("fcio", "as_of", "client")


def _key(client_id: str, part: str) -> str:
    return f"{client_id}:seats:{part}"


def names(client: Open) -> dict[str, str]:
    """What each of the two is called in a sentence, escaped."""
    return {seat: escaped(seat_session.seat_name(client.document, seat)) for seat in SEATS}


def _take_turn(client: Open, seat: str | None) -> None:
    interview.set_clock(client, None)
    session.take_turn(seat)


def turn(client: Open) -> None:
    """Whose turn it is, and the way out of it; nothing while nobody answers alone."""
    seat = seat_session.active()
    if seat is None:
        return
    name = names(client)[seat]
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.write(f"{opened(name)} answers alone. Nothing the other said is shown.")
        if st.button("Done for now", key="turn_done"):
            _take_turn(client, None)
            st.switch_page("pages/seats.py")


def people(client: Open) -> None:
    """Both seats side by side: the name, how much is answered, and the button that gives the turn."""
    for column, seat in zip(st.columns(2), SEATS, strict=True):
        with column, st.container(border=True, height="stretch"):
            key = _key(client.id, f"{seat}:name")
            st.session_state.setdefault(key, client.assessment.seats.get(seat, {}).get("name", ""))
            st.text_input(f"Name of the {seat}", key=key, on_change=_save_name, args=(seat, key), max_chars=200)
            given = len(answers_of(client.assessment, seat))
            st.write(f"{opened(counted(given, 'answer'))} so far." if given else "Nothing answered yet.")
            if st.button(f"Answer as {names(client)[seat]}", key=_key(client.id, f"{seat}:turn")):
                _take_turn(client, seat)
                st.switch_page("pages/intake.py")


def _save_name(seat: str, key: str) -> None:
    name = str(st.session_state.get(key, "")).strip()

    def edit(document: Document) -> None:
        person = document.setdefault("seats", {}).setdefault(seat, {})
        person.pop("name", None)
        person |= {"name": name} if name else {}

    session.change(edit)


def empty_case(document: Document) -> Document:
    """The same client without any answer or note, for the other to fill in."""
    client = {key: text for key, text in document["client"].items() if key != "note"}
    return {part: document[part] for part in EMPTY_PARTS if part in document} | {"client": client}


def files(client: Open) -> None:
    """A case file without answers for the other to fill in, and the filled one taken back as that seat's answers."""
    st.write("Send a case file without answers. The other opens it under Clients, answers, and sends theirs back.")
    st.download_button(
        "Download a case file to fill in",
        data=write_case(empty_case(client.document)),
        file_name=download_name(client.assessment.name, client.assessment.as_of, "json"),
        mime="application/json",
        on_click="ignore",
    )
    called = names(client)
    with st.form(_key(client.id, "file"), clear_on_submit=True, border=False):
        seat = st.radio(
            "Whose answers does the file hold?", SEATS[::-1], format_func=lambda s: opened(called[s]), horizontal=True
        )
        uploaded = st.file_uploader("Case file (.json)", type=["json"], max_upload_size=10)
        other_name = st.checkbox("Take it even if it names the firm differently")
        sent = st.form_submit_button("Take these answers")
    if sent and uploaded is not None:
        with shell.refusals():
            take_file(client, seat, uploaded.getvalue(), other_name)
            st.rerun()


def take_file(client: Open, seat: str, content: bytes, other_name: bool) -> None:
    """The answers of a case file become one seat's; Refused for another firm, for none, or for no case file."""
    document = read_case(knowledge(), content)
    about, here = (str(name).strip() for name in (document["client"]["name"], client.assessment.name))
    if about.casefold() != here.casefold() and not other_name:
        raise Refused("client.name", f"this file is about {about}, not {here}; choose another or tick that it is right")
    answers: dict[str, Any] = document.get("answers", {})
    if not answers:
        raise Refused("answers", "this file holds no answers; have it filled in first")

    def edit(kept: Document) -> None:
        kept.setdefault("seats", {}).setdefault(seat, {})["answers"] = answers

    if session.change(edit):
        whose = own(seat_session.seat_name(client.document, seat))
        session.tell(
            f"The file about {about} holds {counted(len(answers), 'answer')}; they are {whose} now.", done=True
        )
