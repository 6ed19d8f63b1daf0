"""On the hand-over page: a copy that may be shown to people who must not learn whose it is."""

from __future__ import annotations

import streamlit as st

from fcio.exchange.redacted import redacted
from fcio.report.redaction_words import redaction_words
from fcio.screen import session
from fcio.screen.downloads_view import redacted_downloads
from fcio.screen.resources import knowledge
from fcio.screen.session import Open


def redacted_copies(client: Open) -> None:
    """What is changed in the copy, and the copy in every format."""
    copy = redacted(knowledge(), client.document)
    as_of = session.today_assessment(copy).as_of
    st.write("A redacted copy can be shown to people who must not learn whose it is. Each file says that it is one.")
    st.markdown("\n".join(f"- {sentence}" for sentence in redaction_words()[1:]))
    redacted_downloads(copy, as_of)
