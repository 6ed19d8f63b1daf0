"""People and offers compared on screen: who stands first and how firmly, why, what would turn it, what it costs."""

from __future__ import annotations

import streamlit as st

from fcio.model.hiring.candidates import CandidateResult, Comparison
from fcio.report import candidate_tables as tables
from fcio.report.candidate_chart import candidate_chart, candidate_chart_text
from fcio.report.hiring_words import offer_lines, turn_sentence, warning_lines
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells, fold

TURNS_SHOWN = 4


def head(comparison: Comparison) -> None:
    """The finding, and how firm it is."""
    st.title(escaped(tables.candidates_title(comparison)))
    if comparison.rows:
        st.write(escaped(tables.below_title(comparison)))
    else:
        st.write(
            "Put in up to ten people you talk to, or offers you have. Score each after the talk, before the next one; "
            "what you leave open counts as the middle and shows as a band."
        )


def picture(comparison: Comparison) -> None:
    """Points with their bands, and the same in a table."""
    if not comparison.rows:
        return
    st.plotly_chart(
        candidate_chart(comparison, st.context.theme.type),
        alt=candidate_chart_text(comparison),
        config={"displayModeBar": False},
        key="candidate_chart",
    )
    st.caption(
        "Diamond: weight times score, added up, of 100 that can be reached. Bar: the lowest and highest it could "
        "still become with what is open."
    )
    frame = tables.points_table(comparison)
    st.table(escaped_cells(frame).rename(index=escaped), border="horizontal")


def mind(comparison: Comparison) -> None:
    """Warnings beside the points; they are none of them."""
    told = {row.name: list(warning_lines(knowledge(), row)) for row in comparison.rows}
    if any(told.values()):
        st.header("To mind beside the points")
    for name, texts in told.items():
        if texts:
            lines = "\n".join(f"- {escaped(text)}" for text in texts)
            st.markdown(f"**{escaped(name)}**\n\n{lines}")


def closer(client: Open, comparison: Comparison) -> None:
    """What makes the difference, what would turn it, and prices, each under its fold."""
    if not comparison.rows:
        return
    if len(comparison.rows) > 1:
        fold("What makes the difference", "candidates_why", lambda: difference(client, comparison))
        fold("What would turn it", "candidates_turns", lambda: turns(comparison))
    fold("Prices, areas covered, and what you pay already", "candidates_offers", lambda: offers(comparison))


def difference(client: Open, comparison: Comparison) -> None:
    """Two of them side by side, criterion by criterion."""
    names, pair = [row.name for row in comparison.rows], []
    for place, (column, label) in enumerate(zip(st.columns(2), ("This one", "Beside this one"), strict=True)):
        key = f"{client.id}:candidates:beside:{place}"
        if st.session_state.get(key) not in names:
            st.session_state[key] = names[place]
        with column:
            pair.append(st.selectbox(label, names, key=key))
    if pair[0] == pair[1]:
        st.write("Choose two different ones.")
        return
    frame = tables.difference_table(knowledge(), comparison, *pair)
    st.table(escaped_cells(frame).rename(index=escaped), border="horizontal")
    st.caption("Points: weight times the difference of the scores; plus speaks for the first.")


def turns(comparison: Comparison) -> None:
    """The smallest change of one score, and of one weight, that puts another one first."""
    k = knowledge()
    for said, found in (("One score", comparison.score_turns), ("One weight", comparison.weight_turns)):
        if found:
            lines = "\n".join(f"- {escaped(turn_sentence(k, turn))}" for turn in found[:TURNS_SHOWN])
            st.markdown(f"**{said}**\n\n{lines}")
        else:
            st.write(f"**{said}:** none, however far it moved, would put another one first.")


def _said(row: CandidateResult) -> str:
    lines = "\n".join(f"- {escaped(text)}" for text in offer_lines(knowledge(), row.offer))
    return f"**{escaped(row.name)}**\n\n{lines}" if lines else ""


def offers(comparison: Comparison) -> None:
    """Prices beside what they cover, what is paid for already, and what stays open."""
    priced = [row for row in comparison.rows if row.offer.price.month is not None or tables.areas_covered(row)]
    if priced:
        st.table(escaped_cells(tables.price_table(priced)).rename(index=escaped), border="horizontal")
        st.caption("In US dollars a month. An area covered in part counts half; a person is one of yours.")
    told = [text for text in map(_said, comparison.rows) if text]
    for text in told:
        st.markdown(text)
    if not told and not priced:
        st.write("No price and no area has been put in yet.")
