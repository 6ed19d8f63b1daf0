"""On the hand-over page: a copy that may be shown to people who must not learn whose it is."""

from __future__ import annotations

import streamlit as st

from fcio.exchange.case_file import write_case
from fcio.exchange.file_name import redacted_name
from fcio.exchange.redacted import redacted
from fcio.report.redaction_words import redaction_words
from fcio.screen import session
from fcio.screen.resources import knowledge, workbook_of
from fcio.screen.session import Open


def redacted_copies(client: Open) -> None:
    """What is changed in the copy, and the copy in every format."""
    copy = redacted(knowledge(), client.document)
    as_of = session.today_assessment(copy).as_of
    st.write("A redacted copy can be shown to people who must not learn whose it is. Each file says that it is one.")
    st.markdown("\n".join(f"- {sentence}" for sentence in redaction_words()[1:]))
    st.download_button(
        "Download a redacted summary",
        data=lambda: workbook_of(copy),
        file_name=redacted_name(as_of, "xlsx"),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
    )
    st.download_button(
        "Download a redacted case file",
        data=lambda: write_case(copy),
        file_name=redacted_name(as_of, "json"),
        mime="application/json",
        on_click="ignore",
    )
