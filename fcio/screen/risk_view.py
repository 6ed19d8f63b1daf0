"""The open parts of the risk page: the choice of a role, the curve, the main scenarios, what waiting costs."""

from __future__ import annotations

import numpy as np
import streamlit as st

from fcio.model.loss.band import Band
from fcio.model.risk.result import Outlook, RiskResult
from fcio.model.risk.risk import outlook
from fcio.model.risk.waiting import cost_of_waiting
from fcio.report import risk_tables as tables
from fcio.report import risk_words as words
from fcio.report.numbers import money
from fcio.report.risk_chart import exceedance_chart, exceedance_text
from fcio.screen.resources import Risk, knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells, fold

NOBODY = ""
CHOSEN = "risk:chosen_role"
"""Outlives the widget, which is forgotten as soon as another page is looked at."""
FULLY = 0
MONTHS = (3, 6, 9, 12, 18, FULLY)
MAIN_SCENARIOS = 5


def _first_choice(client: Open, result: RiskResult) -> str:
    """The role chosen before; else the one that fits best, where it can be engaged; else the first of the file."""
    chosen = st.session_state.get(f"{client.id}:{CHOSEN}")
    if chosen is not None and chosen in (*result.roles, NOBODY):
        return str(chosen)
    leader = client.result.leader.role
    return leader if leader in result.roles else next(iter(result.roles))


def chosen(client: Open, risk: Risk) -> Outlook | None:
    """Let the reader choose who leads and since when; the outlook then, or None for nobody."""
    k, result = knowledge(), risk.result
    offered, role_key = [*result.roles, NOBODY], f"{client.id}:risk:role"
    left, right = st.columns([3, 2])

    def keep() -> None:
        st.session_state[f"{client.id}:{CHOSEN}"] = st.session_state[role_key]

    with left:
        role = st.selectbox(
            "If this person led technology",
            offered,
            index=offered.index(_first_choice(client, result)),
            format_func=lambda one: k.role(one).name if one else "Nobody, as things are",
            key=role_key,
            on_change=keep,
        )
    with right:
        month = st.selectbox(
            "How long they have been there",
            MONTHS,
            index=MONTHS.index(FULLY),
            format_func=lambda one: f"{one} months" if one else "fully at work",
            key=f"{client.id}:risk:month",
            disabled=role == NOBODY,
        )
    if role == NOBODY:
        return None
    if month == FULLY:
        return result.roles[role]
    return outlook(risk.case, role, risk.case.under(role, float(month)), result.grid)


def picture(result: RiskResult, after: Outlook | None, found: Band | None = None) -> None:
    """The curve of chances, with its numbers under a fold."""
    st.header("How likely a year is to cost more")
    st.plotly_chart(
        exceedance_chart(knowledge(), result, after, st.context.theme.type, found),
        alt=exceedance_text(knowledge(), result, after),
        config={"displayModeBar": False},
        key="exceedance_chart",
    )
    st.caption(
        "Read it from the left: one year in so many costs more than the amount below. The lower a line lies, the "
        "better; the dotted line across is the bad year."
    )
    fold("The numbers of the curve", "curve_numbers", lambda: _curve_numbers(result, after))


def _curve_numbers(result: RiskResult, after: Outlook | None) -> None:
    st.table(tables.curve_table(knowledge(), result, after), border="horizontal")
    st.caption(words.beyond_sentence(result))


def main_scenarios(result: RiskResult, after: Outlook | None) -> None:
    """The scenarios that cost most on average."""
    st.header("What it comes from")
    st.table(escaped_cells(tables.scenario_table(knowledge(), result, after, MAIN_SCENARIOS)), border="horizontal")
    leak = "".join(
        f" Beside it, {knowledge().scenario(key).label.lower()} takes about {money(amount.typical)} every year; "
        "it is no accident and stays outside the curve."
        for key, amount in result.now.leaks.items()
        if amount.typical >= 1
    )
    st.caption(escaped(f"The five that cost most on average.{leak}"))


def waiting(result: RiskResult, after: Outlook | None) -> None:
    """What a quarter of waiting costs with the chosen role."""
    if after is None:
        return
    settings = knowledge().settings
    found = cost_of_waiting(result, np.random.default_rng(settings.seed), settings.draws)
    one = next(row for row in found if row.role == after.id)
    st.write(escaped(words.waiting_sentence(knowledge(), one)))
