"""Hand-over: every file to take home, a redacted copy, the consultant's own view and interest."""

import streamlit as st

from fcio.report.words import headline
from fcio.screen import session, shell
from fcio.screen.adviser_view import adviser
from fcio.screen.assumptions_view import summary
from fcio.screen.downloads_view import downloads, in_numbers
from fcio.screen.questionnaire_view import questionnaire
from fcio.screen.redacted_view import redacted_copies
from fcio.screen.resources import knowledge


def ways_on() -> None:
    with st.container(horizontal=True):
        if st.button("Letter to the owner", key="to_letter"):
            st.switch_page("pages/letter.py")
        if st.button("Everything for hiring", key="to_hiring"):
            st.switch_page("pages/hiring.py")


def render(client: session.Open) -> None:
    st.title("Take it home")
    st.write(f"The finding today: {headline(knowledge(), client.result)}.")
    if session.changed_since_export(client):
        st.info("Answers were changed since the last download. Take a new summary home.")
    in_numbers(client)
    downloads(client)
    shell.fold("A copy to show to others", "redacted_copy", lambda: redacted_copies(client))
    shell.fold("Questionnaire to fill in without the app", "questionnaire_fold", lambda: questionnaire(client))
    summary(client)
    adviser(client)
    ways_on()


shell.client_page(render)
