"""Then and now: lock the assessment, go on from a locked one, compare two, and see the trend."""

import streamlit as st

from fcio.screen import history_view, session, shell


def nothing_locked() -> None:
    st.title("Nothing is locked yet")
    st.write("Lock an assessment when it is done. A year later you see what moved, and which promises were kept.")


def render(client: session.Open) -> None:
    if client.assessment.snapshots:
        history_view.compare(client)
        if len(client.assessment.snapshots) == 1:
            history_view.what_next()
        shell.fold("Every area through time", "trend", lambda: history_view.through_time(client))
        st.header("Locked assessments")
        history_view.locked_list(client)
    else:
        nothing_locked()
    if not client.assessment.areas:
        st.write("There is nothing to lock before a question on the twelve areas is answered.")
    shell.fold("Lock this assessment", "lock", lambda: history_view.lock(client))
    if st.button("Back to the areas"):
        st.switch_page("pages/areas.py")


shell.client_page(render)
