"""The roadmap: what closes the gaps, in which quarter, within the hours and the money there are."""

import streamlit as st

from fcio.report import roadmap_words as words
from fcio.screen import roadmap_edit, roadmap_view, session, shell
from fcio.screen.resources import roadmap_of


def ways_on() -> None:
    """Where the roadmap leads: back to the areas, to locking and comparing, and to what is taken home."""
    with st.container(horizontal=True):
        if st.button("Back to the areas"):
            st.switch_page("pages/areas.py")
        if st.button("Then and now"):
            st.switch_page("pages/area_history.py")
        if st.button("Take it home"):
            st.switch_page("pages/handover.py")


def render(client: session.Open) -> None:
    plan = roadmap_of(client.assessment)
    st.title(words.headline(plan))
    if plan.placed:
        st.write(shell.escaped(words.effort(plan)))
    elif not client.assessment.areas:
        st.write("The roadmap follows from the twelve areas: go through the short pass first, about 20 minutes.")
    roadmap_edit.limits(client)
    roadmap_edit.order(client)
    if plan.placed:
        roadmap_view.picture(plan)
    if client.assessment.areas:
        roadmap_view.beyond_reach(client)
    shell.fold("Move, drop or finish a step", "one_step", lambda: roadmap_edit.one_step(client))
    shell.fold("What was left out, and why", "left_out", lambda: roadmap_view.left_out(plan))
    ways_on()


shell.client_page(render)
