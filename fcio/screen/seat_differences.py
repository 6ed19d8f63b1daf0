"""Two views compared on screen: what each would get, what both agree on, and one card per difference."""

from __future__ import annotations

from functools import partial

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.knowledge.shapes import DONT_KNOW
from fcio.model.answers import is_open
from fcio.model.seats import SEATS, Difference, answers_of, differences, own_view, settled, to_take_over
from fcio.report.numbers import counted
from fcio.report.seat_words import counts_words, effect_words, opened, own, results_sentence, standing
from fcio.report.words import answer_text
from fcio.screen import seat_session, session, shell
from fcio.screen.resources import fit_of, knowledge, model
from fcio.screen.seats_view import names
from fcio.screen.session import Open
from fcio.screen.shell import escaped, plain

CARDS_SHOWN = 8


def _key(client_id: str, part: str) -> str:
    return f"{client_id}:differences:{part}"


def compared(client: Open) -> None:
    """What is to be seen once both have answered, after it was asked for."""
    waiting = [name for seat, name in names(client).items() if not answers_of(client.assessment, seat)]
    shown = _key(client.id, "shown")
    if waiting:
        begun = "neither of you has begun" if len(waiting) == len(SEATS) else f"{waiting[0]} has not begun"
        st.write(f"Shown here once both have answered; {begun}.")
    elif st.session_state.get(shown):
        _results(client)
        _agreements(client)
        _differences(client)
    else:
        st.write("Both have answered. Look at this together.")
        st.button("Show the differences", type="primary", on_click=st.session_state.update, args=({shown: True},))


def _results(client: Open) -> None:
    views = {seat: dict(own_view(client.assessment, seat).answers) for seat in SEATS}
    found = {seat: fit_of({**client.document, "answers": answers}) for seat, answers in views.items()}
    st.write(results_sentence(knowledge(), found, names(client)))


def _agreements(client: Open) -> None:
    agreed = to_take_over(client.assessment)
    if agreed:
        label = f"Take over the {counted(len(agreed), 'answer')} you agree on"
        st.button(label, type="primary", on_click=_settle, args=(client, {}))


def _settle(client: Open, choices: dict[str, str]) -> None:
    """Save what counts into the joint answers; without a choice the answers both agree on."""
    answers = settled(client.assessment, choices)
    changed = {q: a for q, a in answers.items() if q in choices or not choices}

    def edit(document: Document) -> None:
        document["answers"] = {**document.get("answers", {}), **changed}

    session.change(edit)


def _differences(client: Open) -> None:
    found = differences(model(), client.assessment)
    both = [difference for difference in found if difference.both]
    alone = [difference for difference in found if not difference.both]
    st.write(standing(both))
    _cards(client, both[:CARDS_SHOWN])
    for label, key, rest in (
        (f"{opened(counted(len(both[CARDS_SHOWN:]), 'more difference'))}", "more", both[CARDS_SHOWN:]),
        (f"Only one of you answered: {counted(len(alone), 'question')}", "alone", alone),
    ):
        if rest:
            shell.fold(label, _key(client.id, key), partial(_cards, client, rest))


def _cards(client: Open, found: list[Difference]) -> None:
    for difference in found:
        _card(client, difference)


def _card(client: Open, difference: Difference) -> None:
    question, called = knowledge().question(difference.question), names(client)
    with st.container(border=True):
        st.markdown(f"**{escaped(question.text)}**")
        for column, seat in zip(st.columns(2), SEATS, strict=True):
            with column:
                plain(opened(seat_session.seat_name(client.document, seat)))
                st.write(escaped(answer_text(question, getattr(difference, seat))))
        st.write(effect_words(knowledge(), difference, called))
        given = [seat for seat in SEATS if not is_open(getattr(difference, seat))]
        labels = {seat: f"{opened(own(called[seat]))} answer counts" for seat in given} | {DONT_KNOW: "We do not know"}
        with st.container(horizontal=True, vertical_alignment="center"):
            for choice, label in labels.items():
                st.button(
                    label,
                    key=_key(client.id, f"{question.id}:{choice}"),
                    type="primary" if difference.counts == choice else "secondary",
                    on_click=_settle,
                    args=(client, {question.id: choice}),
                )
        plain(
            counts_words(
                knowledge(), difference, {seat: seat_session.seat_name(client.document, seat) for seat in SEATS}
            )
        )
