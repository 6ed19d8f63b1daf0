"""Hiring: everything for the talks with those who could do it, with the reason of each line on request."""

import streamlit as st

from fcio.screen import hiring_questions, hiring_view, hiring_weights, session, shell
from fcio.screen.hiring_results import hiring_of


def ways_on() -> None:
    with st.container(horizontal=True):
        if st.button("Compare people and offers", type="primary"):
            st.switch_page("pages/candidates.py")
        if st.button("Letter to the owner"):
            st.switch_page("pages/letter.py")
        if st.button("Back to the role fit"):
            st.switch_page("pages/fit.py")


def render(client: session.Open) -> None:
    found = hiring_of(client)
    hiring_view.head(client, found)
    why = hiring_view.reasons_shown(client)
    hiring_view.parts(found, why)
    if not found.kit.nobody:
        shell.fold(
            "Questions for the interview",
            "hiring_questions",
            lambda: hiring_questions.interview(client, found, why),
        )
    hiring_view.later_parts(found, why)
    shell.fold("The scorecard and its weights", "hiring_weights", lambda: hiring_weights.scorecard(client, found))
    shell.fold("All of it as text, to copy or to print", "hiring_text", lambda: hiring_view.as_text(client))
    ways_on()


shell.client_page(render)
