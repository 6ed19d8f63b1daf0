"""Every scenario of the risk at a glance: the numbers in force before any area acts."""

from __future__ import annotations

import streamlit as st

from fcio.report import risk_tables as tables
from fcio.screen.resources import knowledge, risk_of
from fcio.screen.session import Open
from fcio.screen.shell import escaped_cells


def glance(client: Open) -> None:
    """The numbers of every scenario in force, before any area acts; in two tables, narrow enough for a phone."""
    inputs = risk_of(client.assessment).result.inputs
    frame = escaped_cells(tables.input_table(knowledge(), (*inputs.events, *inputs.leaks)))
    for columns in (frame.columns[:2], frame.columns[2:]):
        st.table(frame[columns], border="horizontal")
    st.caption("Marked as yours is what you typed yourself; everything else is a default.")
