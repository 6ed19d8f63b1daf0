"""What every page shares: the guard, the grey line, and one clear sentence when something fails."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit as st

from fcio.knowledge.refusal import KnowledgeError
from fcio.model.answers import Refused
from fcio.report.words import coverage_line
from fcio.screen import session
from fcio.screen.session import Open
from fcio.store import StoreError

READY = "ready"
log = logging.getLogger("fcio.screen")


def mark_ready() -> None:
    """Note that app.py ran in this session; pages refuse to run without it."""
    st.session_state[READY] = True


def page(render: Callable[[Open | None], None]) -> None:
    """Run a page behind the guard, under the grey line of the open client if there is one.

    The guard: a deep link on a fresh server goes through app.py first. A failure is told in one sentence
    and stays on its own page.
    """
    if not st.session_state.get(READY):
        st.switch_page("app.py")
    try:
        client = session.current()
        sentence = session.told()
        if sentence:
            st.warning(sentence)
        if client is not None:
            grey_line(client)
        render(client)
    except (Refused, StoreError, KnowledgeError) as error:
        st.error(str(error))
    except Exception:
        log.exception("a page could not be drawn")
        st.error("This page could not be drawn. Your answers are saved; the other pages go on working.")


def client_page(render: Callable[[Open], None]) -> None:
    """A page about the open client; without one it says what to do first."""
    page(lambda client: no_client() if client is None else render(client))


def no_client() -> None:
    """The state *no client open*."""
    st.title("No client is open")
    st.write("Start an assessment, or open an example to see what the answer looks like.")
    if st.button("Go to the start", type="primary"):
        st.switch_page("pages/start.py")


def grey_line(client: Open) -> None:
    """Client, people, coverage and the time it was saved, in one quiet line."""
    parts = [client.assessment.name]
    people = client.answers.get("headcount")
    if isinstance(people, int | float):
        parts.append(f"{people:,} people")
    parts += [coverage_line(client.result), f"saved {client.saved_at.astimezone():%H:%M}"]
    if client.demo:
        parts.append("example")
    plain(" \u00b7 ".join(parts))


def plain(text: str) -> None:
    """Grey text with every Markdown character taken literally: clients' names are not markup."""
    st.caption(escaped(text))


def escaped(text: str) -> str:
    """Text with Markdown's own characters escaped.

    >>> escaped("*Mill* & [Co]")
    '\\\\*Mill\\\\* & \\\\[Co\\\\]'
    """
    return "".join("\\" + letter if letter in "\\`*_{}[]()#+-.!|<>$~:^=" else letter for letter in text)


def fold(label: str, key: str, draw: Callable[[], object]) -> None:
    """A part that is drawn only once it is unfolded, so that a folded one costs nothing."""
    part = st.expander(label, key=key, on_change="rerun")
    if part.open:
        with part:
            draw()
