"""Candidates: people and offers scored by the same sheet, who stands first, why, and what would turn it."""

import streamlit as st

from fcio.screen import candidate_edit, candidate_fields, candidate_offer, candidates_view, session, shell
from fcio.screen.hiring_results import hiring_of


def ways_on() -> None:
    with st.container(horizontal=True):
        if st.button("Back to hiring"):
            st.switch_page("pages/hiring.py")
        if st.button("Take it home"):
            st.switch_page("pages/handover.py")


def render(client: session.Open) -> None:
    found = hiring_of(client)
    candidates_view.head(found.comparison)
    candidates_view.picture(found.comparison)
    candidates_view.mind(found.comparison)
    candidates_view.closer(client, found.comparison)
    st.header("People and offers")
    candidate_fields.one(client, found)
    if client.assessment.candidates:
        shell.fold("Put in another one", "candidate_new", lambda: candidate_edit.add(client))
    else:
        candidate_edit.add(client)
    shell.fold(
        "What your provider looks after today", "candidate_provider", lambda: candidate_offer.provider_today(client)
    )
    ways_on()


shell.client_page(render)
