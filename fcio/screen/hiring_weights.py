"""The weights of the scorecard: what they come from, and the client's own in their place."""

from __future__ import annotations

from typing import Any

import streamlit as st

from fcio.exchange.hiring_json import Hiring
from fcio.report.hiring_words import score_name, weight_reason
from fcio.report.kit_words import weight_table
from fcio.screen import session
from fcio.screen.hiring_edit import forget_fields, save_hiring
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells

WEIGHTS = "weights"


def scorecard(client: Open, found: Hiring) -> None:
    """What everybody is judged by, how much each counts and why, and fields to change that."""
    k, weights = knowledge(), found.kit.weights
    st.write(
        "The weights follow from what you need; nobody you see changes them. Set one of your own before you meet "
        "anybody, not after."
    )
    reasons = weight_reason(k, found.assessment, found.areas, found.kit)
    st.table(escaped_cells(weight_table(k, weights, reasons)).rename(index=escaped), border="horizontal")
    for start in range(0, len(weights), 2):
        for column, one in zip(st.columns(2), weights[start : start + 2], strict=False):
            with column:
                _weight(client, one.criterion, one.default)
    if client.assessment.hiring.get(WEIGHTS):
        st.button("Usual weights again", key=f"{client.id}:hiring:usual", on_click=_usual, args=(client,))


def _weight(client: Open, criterion: str, default: int) -> None:
    key = f"{client.id}:hiring:weight:{criterion}"
    st.session_state.setdefault(key, client.assessment.hiring.get(WEIGHTS, {}).get(criterion))
    st.number_input(
        escaped(score_name(knowledge(), criterion)),
        value=None,
        step=1,
        key=key,
        on_change=_changed,
        args=(client, criterion, key),
        placeholder=f"usually {default}",
    )


def _changed(client: Open, criterion: str, key: str) -> None:
    value = st.session_state.get(key)
    card = knowledge().scorecard
    assert card is not None
    if value is not None and not 0 <= value <= card.most_weight:
        name = score_name(knowledge(), criterion)
        session.tell(f"Not saved. Give \u201c{name}\u201d a weight from 0 to {card.most_weight}, got {value}.")
        return

    def edit(entries: dict[str, Any]) -> None:
        kept = {name: weight for name, weight in entries.get(WEIGHTS, {}).items() if name != criterion}
        entries[WEIGHTS] = kept if value is None else {**kept, criterion: value}

    save_hiring(edit)


def _usual(client: Open) -> None:
    def edit(entries: dict[str, Any]) -> None:
        entries.pop(WEIGHTS, None)

    if save_hiring(edit):
        forget_fields(client, "hiring:weight")
