"""The map of the twelve areas: every indicator with its level, to jump to and to change."""

from __future__ import annotations

import streamlit as st

from fcio.report.area_tables import indicator_table
from fcio.screen import area_course
from fcio.screen.resources import areas_of, knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped_cells

JUMP = "area_jump"


def all_levels(client: Open) -> None:
    """A list to jump from, and a table per area with every level."""
    labels = {i.id: f"{area.short}: {i.label}" for area in knowledge().areas for i in area.indicators}
    st.selectbox(
        "Go to a question",
        list(labels),
        index=None,
        format_func=lambda indicator: labels[indicator],
        key=JUMP,
        on_change=_jump,
        args=(client,),
        placeholder="Choose a question",
    )
    result = areas_of(client.assessment)
    for area in knowledge().areas:
        st.header(area.name)
        table = indicator_table(area, result.area(area.id), client.assessment.area_details)
        st.table(escaped_cells(table), border="horizontal")


def _jump(client: Open) -> None:
    """Go to the question chosen and empty the box, so that the same one can be chosen again."""
    if st.session_state.get(JUMP) is not None:
        area_course.go_to(client, st.session_state[JUMP])
        st.session_state[JUMP] = None
