"""Words explained on screen: those that a text uses on a click beneath it, and all of them on their own page."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from fcio.knowledge.plan_words import Term
from fcio.model.plan.glossary import terms_in
from fcio.report.glossary_words import differing, terms_label
from fcio.report.plan_words import origin
from fcio.screen.resources import knowledge
from fcio.screen.shell import escaped, fold, plain


def words_in(text: str, key: str) -> None:
    """A quiet fold with the terms that a text uses; nothing where it uses none."""
    terms = terms_in(knowledge(), text)
    if terms:
        fold(terms_label(terms), key, lambda: _short(terms, key))


def _short(terms: Iterable[Term], key: str) -> None:
    for term in terms:
        st.markdown(f"**{escaped(term.term)}** ({escaped(term.spelled)}). {escaped(term.short)}")
        plain(term.differs)
    if st.button("All words at length", key=f"all_words:{key}"):
        st.switch_page("pages/words.py")


def every_word() -> None:
    """The whole glossary, with where the documents differ and where each term comes from."""
    k = knowledge()
    for term in k.glossary:
        st.header(escaped(term.term))
        st.markdown(f"*{escaped(term.spelled)}.* {escaped(term.short)}")
        st.write(escaped(term.text))
        st.markdown(f"**How it differs.** {escaped(term.differs)}")
        if said := differing(k, term):
            st.markdown(f"**Where the documents differ.** {escaped(said)}")
        plain(origin(k, term.source, term.note))
