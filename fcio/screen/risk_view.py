"""The parts of the risk page: the choice of a role, the curve, the tables, and what lies a click deeper."""

from __future__ import annotations

import numpy as np
import streamlit as st

from fcio.model.loss.annual import annual_loss
from fcio.model.loss.attribution import gradient
from fcio.model.loss.band import Band, band
from fcio.model.risk.initiatives import worths
from fcio.model.risk.result import Outlook, RiskResult
from fcio.model.risk.risk import outlook
from fcio.model.risk.shocks import regrets
from fcio.model.risk.waiting import cost_of_waiting, rate_range
from fcio.report import risk_tables as tables
from fcio.report import risk_words as words
from fcio.report.numbers import money
from fcio.report.risk_chart import exceedance_chart, exceedance_text, tornado_chart, tornado_text
from fcio.report.shock_tables import regret_table, shock_table
from fcio.screen.resources import Risk, areas_of, futures_of, knowledge, model
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells, fold

NOBODY = ""
CHOSEN = "risk:chosen_role"
"""Outlives the widget, which is forgotten as soon as another page is looked at."""
FULLY = 0
MONTHS = (3, 6, 9, 12, 18, FULLY)
MAIN_SCENARIOS, STEPS_SHOWN = 5, 12


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
        month = st.select_slider(
            "How long they have been there",
            MONTHS,
            value=FULLY,
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


def all_scenarios(result: RiskResult, after: Outlook | None) -> None:
    """All scenarios, with the family of sources behind each."""
    k = knowledge()
    st.table(escaped_cells(tables.scenario_table(k, result, after)), border="horizontal")
    st.table(escaped_cells(tables.event_table(k, result)), border="horizontal")
    st.caption("Before insurance. The worst years are the worst one in twenty.")
    for scenario in k.scenarios:
        st.markdown(f"**{escaped(scenario.label)}.** {escaped(scenario.text)}")
        st.caption(escaped(f"{scenario.family}."))


def waiting(result: RiskResult, after: Outlook | None) -> None:
    """What a quarter of waiting costs with the chosen role."""
    if after is None:
        return
    settings = knowledge().settings
    found = cost_of_waiting(result, np.random.default_rng(settings.seed), settings.draws)
    one = next(row for row in found if row.role == after.id)
    st.write(escaped(words.waiting_sentence(knowledge(), one)))


def roles(result: RiskResult) -> None:
    """Average and bad year under every role."""
    frame = tables.role_table(knowledge(), result)
    st.table(escaped_cells(frame.drop(columns=tables.OVERSPEND)), border="horizontal")
    st.caption(escaped(words.overspend_sentence(knowledge(), result)))
    st.caption(
        "Roles act here only through the twelve areas: which they lift, how far and how fast is our judgement, since "
        "no study measures losses by who leads technology. You can change it under your own numbers."
    )


def shocks(client: Open) -> None:
    """Role, cost and risk after each shock."""
    k, found = knowledge(), futures_of(client.assessment)
    frame = escaped_cells(shock_table(k, found))
    for columns in (frame.columns[:1], frame.columns[1:]):
        st.table(frame[columns], border="horizontal")
    for one in found:
        if one.shock is not None:
            events = " ".join(words.event_sentence(k, event) for event in one.events)
            st.caption(escaped(f"{one.shock.label}. {one.shock.text} {events}".rstrip()))


def regret(client: Open) -> None:
    """What each choice would cost above the cheapest, whatever comes."""
    k, found = knowledge(), futures_of(client.assessment)
    st.table(escaped_cells(regret_table(k, found, regrets(model(), found))), border="horizontal")
    st.caption(
        "Fee, expected loss and overspend of a year, above the cheapest choice in each future. What better direction "
        "earns is not in it, so it speaks for cheap choices: read it beside the role fit, not in its place."
    )


def steps(client: Open, result: RiskResult) -> None:
    """Steps of the roadmap by loss avoided per dollar."""
    settings, k = knowledge().settings, knowledge()
    rng = np.random.default_rng(settings.seed)
    areas = areas_of(client.assessment)
    found = worths(k, client.assessment, areas, result, rng, settings.draws, model().tables)
    if not found:
        st.write("Nothing on the roadmap closes a gap yet. Answer the twelve areas first.")
        return
    st.table(escaped_cells(tables.worth_table(k, found[:STEPS_SHOWN])), border="horizontal")
    left = len(found) - STEPS_SHOWN
    st.caption(
        "Loss avoided each year for a dollar spent once, hours counted at what an hour costs you. The range follows "
        "from how uncertain frequency, effort and price are. Each step alone; together they save less than the sum."
        + (f" {left} further steps avoid less for a dollar." if left > 0 else "")
    )


def tornado(result: RiskResult) -> None:
    """What a tenth more of each number would add to the worst years."""
    bare = result.now.model.uninsured()
    loss = annual_loss(bare, result.grid) if result.now.model.insures else result.now.loss
    slopes = gradient(bare, loss, result.bad_year)
    st.plotly_chart(
        tornado_chart(knowledge(), slopes, st.context.theme.type),
        alt=tornado_text(knowledge(), slopes),
        config={"displayModeBar": False},
        key="risk_tornado_chart",
    )
    st.caption(
        "If it happened a tenth more often, or one event cost a tenth more, this is added to the mean of the worst "
        "years. Look first at the numbers on top: they deserve your own."
    )


def sureness(result: RiskResult) -> None:
    """How exact the arithmetic is, and how wide the band of uncertain frequencies."""
    k = knowledge()
    assert k.risk is not None
    ranges = {row.id: rate_range(row, _factor(result, row.id)) for row in result.inputs.events if row.can_happen}
    rng = np.random.default_rng(k.settings.seed)
    found = band(result.now.model, result.grid, ranges, rng, k.risk.band_curves, result.bad_year)
    st.plotly_chart(
        exceedance_chart(k, result, None, st.context.theme.type, found),
        alt=exceedance_text(k, result, None),
        config={"displayModeBar": False},
        key="band_chart",
    )
    st.caption(escaped(words.band_sentence(found, result)))
    st.write(escaped(words.error_sentence(result.brackets, result.bad_year)))
    for scenario in k.scenarios:
        st.markdown(f"- **{escaped(scenario.label)}.** {escaped(scenario.weak)}")


def _factor(result: RiskResult, scenario: str) -> float:
    found = result.now.multipliers.get(scenario)
    return found.frequency if found else 1.0
