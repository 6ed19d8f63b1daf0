"""Plan: what to do next, phase by phase, with mandate, responsibilities and independence; every line can be changed."""

import streamlit as st

from fcio.report.plan_words import text_of
from fcio.screen import (
    duties_view,
    interests_view,
    plan_hours,
    plan_lines,
    plan_own,
    plan_view,
    session,
    shell,
    words_view,
)
from fcio.screen.chosen_role import PLAN, role_choice
from fcio.screen.next_steps import plan_of_client


def ways_on() -> None:
    """Where the plan leads: the roadmap behind it, and what is taken home."""
    with st.container(horizontal=True):
        if st.button("Take it home", type="primary"):
            st.switch_page("pages/handover.py")
        if st.button("Find and choose somebody"):
            st.switch_page("pages/hiring.py")
        if st.button("See the roadmap"):
            st.switch_page("pages/roadmap.py")


def render(client: session.Open) -> None:
    plan = plan_of_client(client)
    plan_view.head(client, plan)
    role_choice(client, "With whom?", PLAN)
    st.header("What to do when")
    plan_view.phases(client, plan)
    words_view.words_in(text_of(plan), "plan_words")
    st.header("Hours")
    plan_hours.hours(client, plan, plan_view.leader(client, plan))
    st.header("Who does what")
    duties_view.duties(client, plan)
    st.header("Mandate and scope")
    plan_view.mandate(client, plan)
    st.header("Whose interest is served")
    interests_view.interests(client, plan)
    st.header("Make it yours")
    shell.fold("Add a line of your own", "plan_add", lambda: plan_own.add(client))
    shell.fold(
        "Lines taken out, and others you may put in", "plan_out", lambda: plan_lines.out_and_others(client, plan)
    )
    shell.fold("Back to our plan", "plan_again", lambda: plan_lines.start_again(client))
    shell.fold("When to look again, and what comes after", "plan_path", lambda: plan_view.path(plan))
    ways_on()


shell.client_page(render)
