"""The hours of the plan on screen: month by month beside what is agreed, and what one month goes into."""

from __future__ import annotations

import streamlit as st

from fcio.model.plan.result import Plan
from fcio.report import plan_tables as tables
from fcio.report.plan_chart import hours_chart, hours_chart_text
from fcio.report.plan_headline import extra_sentence, filled_sentence, inside_sentence, months_sentence
from fcio.screen.plan_edit import key_of
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, fold


def hours(client: Open, plan: Plan, leader: str) -> None:
    """The picture with its numbers under a fold; where nobody is engaged, the hours of the firm's own people."""
    if not any(month.total.typical for month in plan.months[1:]):
        st.write("Nobody is engaged; these are the hours of your own people.")
        fold("Hours by month", "plan_inside", lambda: st.table(tables.inside_table(plan), border="horizontal"))
        return
    found = (
        f"Hours of {leader}, month by month.",
        extra_sentence(plan),
        filled_sentence(knowledge(), plan),
        inside_sentence(plan),
    )
    st.write(escaped(" ".join(filter(None, found))))
    st.plotly_chart(
        hours_chart(plan, st.context.theme.type),
        alt=hours_chart_text(plan),
        config={"displayModeBar": False},
        key="plan_chart",
    )
    held = "The band behind the bars is what the engagement holds, from low to high."
    st.caption(escaped(" ".join(filter(None, (held, months_sentence(plan))))))
    fold("The numbers, and what each month goes into", "plan_hours", lambda: _numbers(client, plan))


def _numbers(client: Open, plan: Plan) -> None:
    st.table(tables.month_table(plan), border="horizontal")
    st.table(tables.kind_table(plan), border="horizontal")
    st.write("Hours of your own people, month by month.")
    st.table(tables.inside_table(plan), border="horizontal")
    month = st.selectbox(
        "What the hours go into",
        [one.month for one in plan.months[1:] if one.leader],
        format_func=lambda one: f"Month {one}",
        key=key_of(client, "month"),
    )
    st.table(tables.activity_table(plan, month).rename(index=escaped), border="horizontal")
