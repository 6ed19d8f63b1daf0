"""Risk in money: the bad year, the curve before and after, and the scenarios that matter most."""

import streamlit as st

from fcio.report import risk_words as words
from fcio.screen import risk_closer, risk_edit, risk_view, session, shell
from fcio.screen.resources import knowledge, risk_of


def render(client: session.Open) -> None:
    risk = risk_of(client.assessment)
    st.title(words.headline(risk.result))
    st.write(words.usual_sentence(risk.result))
    st.caption(shell.escaped(words.level_sentence(risk.result.levels)))
    after = risk_view.chosen(client, risk)
    if after is not None:
        st.write(shell.escaped(words.role_sentence(knowledge(), risk.result, after)))
    risk_view.picture(risk.result, after)
    risk_edit.tolerance(client)
    st.write(shell.escaped(words.tolerance_sentence(risk.result)))
    risk_view.main_scenarios(risk.result, after)
    risk_view.waiting(risk.result, after)
    with st.container(horizontal=True):
        if st.button("Put in your own numbers", type="primary"):
            st.switch_page("pages/risk_numbers.py")
        if st.button("See the roadmap"):
            st.switch_page("pages/roadmap.py")
    st.header("Look closer")
    shell.fold(
        "Everything that may happen, and how much of the worst years it is",
        "risk_all",
        lambda: risk_closer.all_scenarios(risk.result, after),
    )
    shell.fold("The same year under every role", "risk_roles", lambda: risk_closer.roles(risk.result))
    shell.fold("Five things that may happen to the firm", "risk_shocks", lambda: risk_closer.shocks(client))
    shell.fold("What you would regret", "risk_regret", lambda: risk_closer.regret(client))
    shell.fold(
        "Steps by the loss they avoid for a dollar", "risk_steps", lambda: risk_closer.steps(client, risk.result)
    )
    shell.fold("Which number moves the worst years most", "risk_tornado", lambda: risk_closer.tornado(risk.result))
    shell.fold("How sure this is", "risk_sure", lambda: risk_closer.sureness(risk.result))


shell.client_page(render)
