"""Still to find out: what was guessed or not known, how much hangs on it, and who looks."""

import streamlit as st

from fcio.report.assumption_table import summary_sentence
from fcio.screen import assumptions_view as view
from fcio.screen import session, shell


def render(client: session.Open) -> None:
    found = view.jar(client)
    st.title("Still to find out")
    st.write(summary_sentence(found))
    if found:
        st.write("The weightiest comes first. Say who looks, and until when; it is saved at once.")
        view.listing(client, found)
        shell.fold("The list as one table", "assumption_table", lambda: view.as_table(client, found))
    else:
        st.write(
            "Mark an answer as guessed under \u201cEvidence and note\u201d, or answer \u201cDon\u2019t know\u201d, "
            "and it is collected here."
        )
    if st.button("Back to the role fit"):
        st.switch_page("pages/fit.py")


shell.client_page(render)
