"""What every page shares: the guard, the grey line, and one clear sentence when something fails."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import streamlit as st

from fcio.knowledge.refusal import KnowledgeError
from fcio.model.answers import Refused
from fcio.report.words import coverage_line
from fcio.screen import seat_session, session
from fcio.screen.session import Open
from fcio.store import StoreError

READY = "ready"
WANTED = "wanted_page"
log = logging.getLogger("fcio.screen")


def mark_ready() -> None:
    """Note that app.py ran in this session; pages refuse to run without it."""
    st.session_state[READY] = True


def wanted_page() -> str | None:
    """The page that a deep link asked for before app.py had run in this session, once."""
    path: str | None = st.session_state.pop(WANTED, None)
    return path


def page(render: Callable[[Open | None], None], source: str | None = None) -> None:
    """Run a page behind the guard, under the grey line of the open client if there is one.

    The guard: a deep link on a fresh server goes through app.py first. A failure is told in one sentence
    and stays on its own page.
    """
    if not st.session_state.get(READY):
        st.session_state[WANTED] = f"pages/{Path(source or render.__code__.co_filename).name}"
        st.switch_page("app.py", query_params=st.query_params.to_dict())
    try:
        client = session.current()
        told = session.told()
        if told is not None:
            show = st.success if told[1] else st.warning
            show(escaped(told[0]))
        if client is not None:
            grey_line(client)
        if client is not None and seat_session.closes(Path(source or render.__code__.co_filename).name):
            closed(client)
        else:
            render(client)
    except (Refused, StoreError, KnowledgeError) as error:
        st.error(escaped(str(error)))
    except Exception:
        log.exception("a page could not be drawn")
        st.error("This page could not be drawn. Your answers are saved; the other pages go on working.")


def client_page(render: Callable[[Open], None]) -> None:
    """A page about the open client; without one it says what to do first."""
    source = render.__code__.co_filename
    page(lambda client: no_client() if client is None else render(client), source)


def no_client() -> None:
    """The state *no client open*."""
    st.title("No client is open")
    st.write("Start an assessment, or open an example to see what the answer looks like.")
    if st.button("Go to the start", type="primary"):
        st.switch_page("pages/start.py")


def closed(client: Open) -> None:
    """The state *somebody answers alone*: what both said stays closed until that seat is done."""
    st.title("This page is closed for a moment")
    name = seat_session.seat_name(client.document, seat_session.active() or "")
    st.write(f"Now {escaped(name)} answers alone. What the other said, and the joint result, open again after that.")
    with st.container(horizontal=True):
        if st.button("Go on with the questions", type="primary"):
            st.switch_page("pages/intake.py")
        if st.button("Done for now"):
            session.take_turn(None)
            st.switch_page("pages/seats.py")


def grey_line(client: Open) -> None:
    """Client, people, coverage and the time it was saved, in one quiet line."""
    parts = [client.assessment.name]
    people = client.answers.get("headcount")
    if isinstance(people, int | float):
        parts.append("1 person" if people == 1 else f"{people:,} people")
    parts += [coverage_line(client.result), f"saved {client.saved_at.astimezone():%H:%M}"]
    if client.demo:
        parts.append("example")
    if seat := seat_session.active():
        parts.append(f"answering as {seat_session.seat_name(client.document, seat)}")
    plain(" \u00b7 ".join(parts))


def plain(text: str) -> None:
    """Grey text with every Markdown character taken literally: clients' names are not markup."""
    st.caption(escaped(text))


JOINER = "\u2060"
MARKUP = frozenset("\\`*_{}[]()#+-.!|<>$~:^=&@/")
JOINED = frozenset(":@.&-/<")


def escaped(text: str) -> str:
    """Text in which nothing is Markdown, a link or a symbol: what clients write is shown as they wrote it.

    Streamlit makes links and symbols of plain text after it has resolved the escapes, so an invisible
    word joiner keeps their parts apart.

    >>> escaped("*Mill* [Co]")
    '\\\\*Mill\\\\* \\\\[Co\\\\]'
    """
    return "".join(
        ("\\" if letter in MARKUP else "") + letter + (JOINER if letter in JOINED else "") for letter in text
    )


def escaped_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with every text escaped, since cells of a table are Markdown too."""
    return frame.map(lambda cell: escaped(cell) if isinstance(cell, str) else cell)


@contextmanager
def refusals() -> Iterator[None]:
    """Show a refusal as one sentence where it happens and draw the rest of the page."""
    try:
        yield
    except (Refused, StoreError) as error:
        st.error(escaped(str(error)))


def fold(label: str, key: str, draw: Callable[[], object]) -> None:
    """A part that is drawn only once it is unfolded, so that a folded one costs nothing.

    To Streamlit a fold with another label is another fold, and closed; this one stays as it was.
    """
    seen = f"{key}:label"
    if st.session_state.get(seen, label) != label and key in st.session_state:
        st.session_state[key] = bool(st.session_state[key])
    st.session_state[seen] = label
    part = st.expander(label, key=key, on_change="rerun")
    if part.open:
        with part:
            draw()
