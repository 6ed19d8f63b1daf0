"""Numbers of the risk: firm, scenarios, insurance, what areas and roles do; each with its default beside."""

import streamlit as st

from fcio.screen import risk_actors, risk_edit, risk_glance, risk_policy, session, shell


def render(client: session.Open) -> None:
    st.title("Your own numbers in place of ours")
    st.write(
        "Every number that the risk follows from. What you change is saved at once, and each goes back in one click."
    )
    shell.fold("Your firm in figures", "risk_firm", lambda: risk_edit.firm(client))
    shell.fold("Every scenario at a glance", "risk_glance", lambda: risk_glance.glance(client))
    shell.fold("One scenario at a time", "risk_scenario", lambda: risk_edit.scenario(client))
    shell.fold("Insurance", "risk_policy", lambda: risk_policy.insurance(client))
    shell.fold("What an area does to a scenario", "risk_effects", lambda: risk_actors.effects(client))
    shell.fold("How far a role lifts an area", "risk_reach", lambda: risk_actors.reach(client))
    shell.fold("Figures behind all of it", "risk_figures", lambda: risk_actors.figures(client))
    if st.button("Back to the risk", type="primary"):
        st.switch_page("pages/risk.py")


shell.client_page(render)
