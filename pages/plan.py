"""Plan: what to do next, phase by phase, with mandate, responsibilities and independence; every line can be changed."""

import streamlit as st

from fcio.screen import plan_view, session, shell
from fcio.screen.next_steps import plan_of_client


def render(client: session.Open) -> None:
    plan = plan_of_client(client)
    plan_view.head(client, plan)
    plan_view.role_choice(client, plan_view.PLAN)
    st.header("What to do when")
    plan_view.phases(client, plan)
    shell.fold("Hours a month, by activity", "plan_hours", lambda: plan_view.hours(client, plan))


shell.client_page(render)
