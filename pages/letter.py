"""Letter to the owner: one page in their words, every paragraph theirs to change."""

import streamlit as st

from fcio.screen import letter_view, session, shell
from fcio.screen.chosen_role import role_choice
from fcio.screen.hiring_results import letter_of, usual_letter_of


def ways_on() -> None:
    with st.container(horizontal=True):
        if st.button("Take it home", type="primary"):
            st.switch_page("pages/handover.py")
        if st.button("Everything for hiring"):
            st.switch_page("pages/hiring.py")
        if st.button("Back to the role fit"):
            st.switch_page("pages/fit.py")


def render(client: session.Open) -> None:
    letter = letter_of(client)
    letter_view.head(letter)
    letter_view.page(letter)
    shell.fold(
        "Change a paragraph",
        "letter_change",
        lambda: letter_view.paragraphs(client, usual_letter_of(client)),
    )
    shell.fold("As text, to copy or to print", "letter_text", lambda: letter_view.as_text(client, letter))
    role_choice(client, "The role it is written for", "letter")
    ways_on()


shell.client_page(render)
