"""Preferences: pairs of good things, and what choosing between them does to the advice."""

import streamlit as st

from fcio.screen import preferences_view as view
from fcio.screen import session, shell


def render(client: session.Open) -> None:
    st.title("What matters more to you")
    st.write(
        "Each pair holds two good things of which you can have one. Choose where you lean, leave out what you cannot "
        "tell. A choice shifts the weights, never the answers."
    )
    view.first_place(client)
    view.pairs(client)
    view.effect(client)
    shell.fold("Every weight, and what moved it", "moved_weights", lambda: view.weights(client))
    with st.container(horizontal=True):
        if st.button("Back to the role fit", type="primary"):
            st.switch_page("pages/fit.py")
        view.back_to_usual(client)


shell.client_page(render)
