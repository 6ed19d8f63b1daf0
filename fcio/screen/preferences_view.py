"""Preferences on screen: pairs of good things, what they do to the ranking, and which weights they moved."""

from __future__ import annotations

from copy import deepcopy

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.knowledge.preferences import TradeOff
from fcio.model.situation import situation
from fcio.model.tradeoffs import EQUAL, FIRST, SECOND, against_answers, contradictions
from fcio.report.preference_words import effect_sentence, effect_table, moved_weights, preference_sentences
from fcio.screen import session
from fcio.screen.resources import fit_of, knowledge, model
from fcio.screen.shell import escaped, plain

SAME = "Both the same to me"
PAIRS_A_ROW = 2
LAST = "last"


def _key(client_id: str, part: str) -> str:
    return f"{client_id}:tradeoff:{part}"


def pairs(client: session.Open) -> None:
    """Every pair as two choices and one for *both the same*, saved at once; two pairs a row where it is wide."""
    every = knowledge().tradeoffs
    for place in range(0, len(every), PAIRS_A_ROW):
        for column, pair in zip(st.columns(PAIRS_A_ROW), every[place : place + PAIRS_A_ROW], strict=False):
            with column, st.container(border=True, height="stretch"):
                _pair(client, pair)


def _pair(client: session.Open, pair: TradeOff) -> None:
    texts = {FIRST: pair.first.text, SECOND: pair.second.text, EQUAL: SAME}
    key = _key(client.id, pair.id)
    if key not in st.session_state:
        st.session_state[key] = client.assessment.tradeoffs.get(pair.id)
    st.radio(
        f"**{pair.text}**",
        list(texts),
        format_func=lambda side: texts[side],
        key=key,
        on_change=_save,
        args=(client.id, pair),
    )
    if st.session_state.get(_key(client.id, LAST)) == pair.id and not client.result.missing_core:
        plain(effect_sentence(knowledge(), fit_of(usual(client.document)), client.result))


def _save(client_id: str, pair: TradeOff) -> None:
    side = st.session_state.get(_key(client_id, pair.id))

    def edit(document: Document) -> None:
        choices = {key: value for key, value in document.get("tradeoffs", {}).items() if key != pair.id}
        document["tradeoffs"] = choices | ({pair.id: side} if side else {})

    if session.change(edit):
        st.session_state[_key(client_id, LAST)] = pair.id
    else:
        st.session_state.pop(_key(client_id, pair.id), None)


def usual(document: Document) -> Document:
    """The document without any preference."""
    plain = deepcopy(document)
    plain.pop("tradeoffs", None)
    plain.pop("preferences", None)
    return plain


def first_place(client: session.Open) -> None:
    """Who leads with the usual weights and who with the client's, in one sentence above the pairs."""
    if client.result.missing_core:
        st.write("What they change shows here once the core questions are answered. Your choices are kept until then.")
    else:
        sentence = effect_sentence(knowledge(), fit_of(usual(client.document)), client.result)
        st.markdown(f"**{escaped(sentence)}**")


def effect(client: session.Open) -> None:
    """What the choices did to every fit, and what among them does not go together."""
    if not client.result.missing_core:
        st.header("Fit before and after your choices")
        table = effect_table(knowledge(), fit_of(usual(client.document)), client.result)
        st.table(table, border="horizontal")
        st.caption(
            "Fit counts against the most that each set of weights can reach, so look at the order before the numbers."
        )
    _apart(client)


def _apart(client: session.Open) -> None:
    k, choices = knowledge(), client.assessment.tradeoffs
    against = against_answers(situation(model().tables, client.assessment.answers), choices)
    sentences = list(preference_sentences(k, client.assessment, contradictions(k, choices), against))
    if sentences:
        st.header("Where your choices pull apart")
        st.markdown("\n".join(f"- {escaped(sentence)}" for sentence in sentences))


def weights(client: session.Open) -> None:
    """Usual weight and weight in force of every criterion, with what moved it."""
    st.table(moved_weights(knowledge(), client.assessment), border="horizontal")
    st.caption(
        "Weights run from 1 to 4. Each choice moves the two criteria that it is about by one, never past the ends."
    )


def back_to_usual(client: session.Open) -> None:
    """The way back: every choice and every weight given outright is taken away."""
    moved = bool(client.assessment.tradeoffs or client.assessment.preferences)
    st.button("Back to the usual weights", on_click=_forget, args=(client.id,), disabled=not moved)


def _forget(client_id: str) -> None:
    def edit(document: Document) -> None:
        document.pop("tradeoffs", None)
        document.pop("preferences", None)

    if session.change(edit):
        for pair in knowledge().tradeoffs:
            st.session_state.pop(_key(client_id, pair.id), None)
        session.tell("The usual weights are back.", done=True)
