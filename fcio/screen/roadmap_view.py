"""The parts of the roadmap page: the picture, the tables, and what was left out."""

from __future__ import annotations

import streamlit as st

from fcio.model.roadmap_reach import out_of_reach
from fcio.model.roadmap_result import Roadmap
from fcio.report import roadmap_words as words
from fcio.report.roadmap_chart import roadmap_chart, roadmap_chart_text
from fcio.screen.resources import areas_of, knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells, fold


def picture(plan: Roadmap) -> None:
    """Steps as bars over the quarters, hours and money under each, with the numbers under a fold."""
    st.header("What is done when")
    st.plotly_chart(
        roadmap_chart(knowledge(), plan, st.context.theme.type),
        alt=roadmap_chart_text(knowledge(), plan),
        config={"displayModeBar": False},
        key="roadmap_chart",
    )
    pinned = " What you pinned has another colour." if any(one.pinned for one in plan.placed) else ""
    st.caption(
        "Each bar is one step, as long as its share of a quarter\u2019s hours; the money stands under the quarter."
        + pinned
    )
    fold("Hours and money of every quarter", "quarter_table", lambda: _quarters(plan))
    fold("Every step: when, hours, cost, who could lead it", "plan_table", lambda: _plan(plan))


def _quarters(plan: Roadmap) -> None:
    st.table(words.quarter_table(plan), border="horizontal")


def _plan(plan: Roadmap) -> None:
    st.table(escaped_cells(words.plan_table(knowledge(), plan)), border="horizontal")
    st.caption("Could be led by: the roles suited to it, the best first. Who does it in your plan stands on Plan.")


def beyond_reach(client: Open) -> None:
    """Where the steps end below the target, whatever is planned."""
    sentence = words.beyond_reach(knowledge(), out_of_reach(knowledge(), areas_of(client.assessment)))
    if sentence:
        st.write(escaped(sentence))


def left_out(plan: Roadmap) -> None:
    """What is not placed, and why."""
    if plan.left_out:
        st.table(escaped_cells(words.left_out_table(knowledge(), plan)), border="horizontal")
    else:
        st.write("Nothing is left out.")
    st.write(escaped(words.exactness(plan)))
