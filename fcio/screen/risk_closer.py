"""What lies a click deeper on the risk page: scenarios, roles, shocks, regret, steps, and how sure it all is."""

from __future__ import annotations

import numpy as np
import streamlit as st

from fcio.model.loss.annual import annual_loss
from fcio.model.loss.attribution import gradient
from fcio.model.loss.band import band
from fcio.model.risk.initiatives import worths
from fcio.model.risk.result import Outlook, RiskResult
from fcio.model.risk.shocks import regrets
from fcio.model.risk.waiting import rate_range
from fcio.report import risk_tables as tables
from fcio.report import risk_words as words
from fcio.report.risk_chart import exceedance_chart, exceedance_text, tornado_chart, tornado_text
from fcio.report.shock_tables import regret_table, shock_table
from fcio.screen.resources import areas_of, futures_of, knowledge, model
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells

STEPS_SHOWN = 12


def all_scenarios(result: RiskResult, after: Outlook | None) -> None:
    """All scenarios, with the family of sources behind each."""
    k = knowledge()
    often, dear = tables.scenario_table(k, result, after), tables.event_table(k, result)
    shares = [name for name in dear.columns if name != "One event"]
    for frame in (often[["Happens"]].join(dear[["One event"]]), often.drop(columns="Happens"), dear[shares]):
        st.table(escaped_cells(frame), border="horizontal")
    st.caption("Before insurance. The worst years are the worst one in twenty.")
    for scenario in k.scenarios:
        st.markdown(f"**{escaped(scenario.label)}.** {escaped(scenario.text)}")
        st.caption(escaped(f"{scenario.family}."))


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
        "Fee, expected loss and overspend of the first year, while the role climbs and before any insurance, above the "
        "cheapest choice in each future. What better direction earns is not in it, so it speaks for cheap choices: "
        "read it beside the role fit, not in its place."
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
        "from how uncertain frequency, effort and price are. Before any insurance. Each step alone; "
        "together they save less than the sum."
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
