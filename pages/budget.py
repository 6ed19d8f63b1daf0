"""The budget: what each choice costs beside staying, how sure that is, and where every number comes from."""

import streamlit as st

from fcio.screen import budget_closer, budget_moves, budget_own, budget_pictures, budget_view, session, shell
from fcio.screen.resources import budget_of


def render(client: session.Open) -> None:
    budget = budget_of(client.document, client.assessment)
    view = budget_view.view_of(client, budget)
    budget_view.head(client, view)
    budget_view.choice(client, budget, view)
    budget_view.beside(client, view)
    with st.container(horizontal=True):
        if st.button("Put in your own spending", type="primary"):
            st.switch_page("pages/budget_numbers.py")
        if st.button("See the risk in money"):
            st.switch_page("pages/risk.py")
    st.header("What if")
    budget_moves.what_if(client, budget, view.chosen)
    budget_moves.kept_levers(client, budget)
    shown = budget_view.closer(client, view)
    budget_pictures.years(client, view, shown)
    budget_pictures.bridge(client, view, shown)
    budget_closer.waiting(view, shown)
    st.header("Look closer")
    budget_closer.all_receipts(view)
    shell.fold("How sure this is, and which costs less", "budget_sure", lambda: budget_pictures.chances(client, view))
    shell.fold("What matters most", "budget_matters", lambda: budget_pictures.matters(budget.result))
    shell.fold("The first year by month", "budget_months", lambda: budget_closer.months(view, shown))
    shell.fold("What others spend", "budget_others", lambda: budget_pictures.others(budget.result))
    shell.fold("Scenarios of your own", "budget_own", lambda: budget_own.own(client, view.chosen))
    shell.fold("Years to look ahead, and the discount rate", "budget_settings", lambda: budget_closer.settings(client))


shell.client_page(render)
