"""The part of the method page about the budget: how it is worked out, and what is weak about it."""

from __future__ import annotations

import streamlit as st

from fcio.report.budget_method import how_it_works, weaknesses
from fcio.screen.resources import knowledge
from fcio.screen.shell import escaped


def words() -> None:
    """The calculation in words and the honest list of weaknesses."""
    for line in how_it_works(knowledge()):
        st.markdown(f"- {escaped(line)}")
    st.subheader("What is weak about it")
    for line in weaknesses(knowledge()):
        st.markdown(f"- {escaped(line)}")
