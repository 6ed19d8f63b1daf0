"""What acts on risk, to change: effects of areas on scenarios, reach of roles, and the figures behind both."""

from __future__ import annotations

from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.model.parameters import Figures
from fcio.report.risk_figures import risk_figures
from fcio.report.risk_receipt import origin_text
from fcio.report.unit_words import quantity, spread
from fcio.screen import session
from fcio.screen.resources import knowledge
from fcio.screen.risk_edit import RISK, number, reset
from fcio.screen.session import Open
from fcio.screen.shell import escaped

OVERRIDES = "overrides"


def effects(client: Open) -> None:
    """Multipliers of one area at level 5, by scenario."""
    k = knowledge()
    area = st.selectbox(
        "Which area?",
        list(dict.fromkeys(effect.area for effect in k.area_effects)),
        format_func=lambda one: k.area(one).name,
        key=f"{client.id}:risk:effect_area",
    )
    st.write("1 is no effect; 0.5 at level 5 means half. Below the usual level the same strength works the other way.")
    for effect in (one for one in k.area_effects if one.area == area):
        label = k.scenario(effect.scenario).label
        for of, value, what in (
            ("frequency", effect.frequency, "how often"),
            ("severity", effect.severity, "how dear"),
        ):
            path = ("effects", area, effect.scenario, of)
            number(client, RISK, path, f"{label}, {what}", usual=f"default {value:g}", step=0.05)
        st.caption(escaped(origin_text(k, effect.source, effect.note)))
    reset(client, RISK, ("effects", area), "This area back to the defaults")


def reach(client: Open) -> None:
    """How far one role lifts one area, to which level at most, and in how many months."""
    k = knowledge()
    roles = list(dict.fromkeys(one.role for one in k.reach))
    role = st.selectbox(
        "Which role?", roles, format_func=lambda one: k.role(one).name, key=f"{client.id}:risk:reach_role"
    )
    rows = {one.area: one for one in k.reach if one.role == role}
    area = st.selectbox(
        "Which area does it lift?",
        list(rows),
        format_func=lambda one: k.area(one).name,
        key=f"{client.id}:risk:reach_area",
    )
    one = rows[area]
    for field, label, value in (
        ("levels", "Lifts it by at most so many levels", one.levels),
        ("up_to", "Never above level", one.up_to),
        ("months", "Takes so many months", one.months),
    ):
        number(client, RISK, ("reach", role, area, field), label, usual=f"default {value:g}", step=0.5)
    st.caption(escaped(origin_text(k, one.source, one.note)))
    reset(client, RISK, ("reach", role, area), "Back to the default")


def figures(client: Open) -> None:
    """One figure at a time: the default in force with its range, grade, source and reason, and the client's own."""
    k, a = knowledge(), client.assessment
    used = risk_figures(k)
    chosen = st.selectbox(
        "Which figure?",
        used,
        format_func=lambda one: k.parameters[one].label,
        key=f"{client.id}:risk:figure",
    )
    usual = Figures(k, a.as_of, {})[chosen]
    key = f"{client.id}:overrides:{chosen}"
    mine = a.overrides.get(chosen)
    typical = mine.get("typical") if isinstance(mine, dict) else mine
    st.session_state.setdefault(key, typical)

    def changed() -> None:
        value = st.session_state.get(key)
        if not session.change(lambda document: _override(document, chosen, value)):
            st.session_state.pop(key, None)

    st.number_input(
        k.parameters[chosen].label,
        min_value=0.0,
        value=None,
        key=key,
        on_change=changed,
        placeholder=f"default {quantity(usual.typical, usual.unit)}",
        format="%.10g",
    )
    st.caption(
        escaped(
            f"Default {spread(usual.low, usual.typical, usual.high, usual.unit)}. Grade {usual.grade}, {usual.dated}. "
            f"{origin_text(k, usual.source, usual.note)}"
        )
    )

    def back() -> None:
        session.change(lambda document: _override(document, chosen, None))
        st.session_state.pop(key, None)

    st.button("This figure back to the default", on_click=back, disabled=mine is None)


def _override(document: Document, figure: str, value: Any) -> None:
    overrides = dict(document.get(OVERRIDES, {}))
    overrides.pop(figure, None)
    if value is not None:
        overrides[figure] = value
    document[OVERRIDES] = overrides
