"""The doubts of the role-fit page put together: how sure, what was only said, what is still to find out, weights."""

from __future__ import annotations

from copy import deepcopy

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.model.evidence import seen_only, witnessed
from fcio.report.evidence_words import seen_sentence, seen_table
from fcio.report.tables import weight_table
from fcio.screen import assumptions_view, fit_view
from fcio.screen.independence_view import other_conflicts
from fcio.screen.resources import fit_of, knowledge
from fcio.screen.session import Open, today_assessment


def how_sure(client: Open) -> None:
    """Robustness, then the guesses, then what the ranking is on what was seen alone."""
    fit_view.how_sure(client)
    assumptions_view.summary(client)
    if st.toggle("Only what was seen", key=f"{client.id}:seen_only", persist_state="session"):
        only_what_was_seen(client)


def _seen_document(document: Document) -> Document:
    kept = deepcopy(document)
    only = seen_only(today_assessment(document))
    kept["answers"], kept["areas"] = dict(only.answers), dict(only.areas)
    return kept


def only_what_was_seen(client: Open) -> None:
    """The ranking when every answer that was only said or guessed is left open."""
    k, seen = knowledge(), witnessed(client.assessment)
    counted = [question for question in seen if question in client.result.contributions]
    only = fit_of(_seen_document(client.document))
    st.write(seen_sentence(k, len(counted), client.result, only))
    if counted:
        st.table(seen_table(k, client.result, only), border="horizontal")


def weights(client: Open) -> None:
    """The weights in force, where they would turn the advice, and the way to set them by choosing."""
    if st.button("Say what matters more to you", key="to_preferences"):
        st.switch_page("pages/preferences.py")
    st.table(weight_table(knowledge(), client.result))


def conflicts(client: Open) -> None:
    """Conflicts of interest of every other choice."""
    other_conflicts(client)


def at_the_end(client: Open) -> None:
    """What else is worth a minute once the questions are done."""
    with st.container(horizontal=True):
        if st.button("Say what matters more to you", key="end_preferences"):
            st.switch_page("pages/preferences.py")
        if st.button("See what is still to find out", key="end_assumptions", disabled=not assumptions_view.jar(client)):
            st.switch_page("pages/assumptions.py")
