"""Words: what both sides should mean by CIO, CTO, vCIO and the others."""

import streamlit as st

from fcio.screen import session, shell, words_view


def render(_: session.Open | None) -> None:
    st.title("The same words for both sides")
    st.write(
        "The titles are used in different ways, even in the documents behind this app. Go through them with whoever "
        "you may engage, and write down where you mean something else."
    )
    words_view.every_word()
    if st.button("How the advice is worked out"):
        st.switch_page("pages/method.py")


shell.page(render)
