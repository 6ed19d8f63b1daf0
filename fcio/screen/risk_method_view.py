"""The part of the method page about risk: how it is worked out, what is weak about it, and every number behind it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pandas as pd
import streamlit as st

from fcio.model.parameters import Figures
from fcio.report.risk_figures import effect_table, factor_table, figure_table, level_table, reach_table
from fcio.report.risk_method import how_it_works, weaknesses
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells


def _figures(client: Open | None) -> Figures:
    """The figures in force on the client's day, without what the client put in their place."""
    return Figures(knowledge(), client.assessment.as_of if client else date.today(), {})


def words(client: Open | None) -> None:
    """The formula in words, the honest list of weaknesses, and what is weak about each scenario."""
    k, figures = knowledge(), _figures(client)
    _bullets(how_it_works(k, figures))
    st.subheader("What is weak about it")
    _bullets(weaknesses(k, figures))
    st.subheader("What is weak about each scenario")
    for scenario in k.scenarios:
        st.markdown(f"**{escaped(scenario.label)}.** {escaped(scenario.weak)}")
        st.caption(escaped(f"Sources: {scenario.family}."))


def numbers(client: Open | None) -> None:
    """Every number used."""
    k = knowledge()
    st.write(
        "Your own numbers are not shown here. Grade A: official statistics or plain arithmetic. B: a survey or data "
        "set with a stated method. C: one seller's or practitioner's claim, or judgement."
    )
    _table(figure_table(k, _figures(client)))
    st.subheader("What size, trade and answers multiply")
    _table(factor_table(k))
    st.subheader("What the areas do")
    st.write("Multipliers at level 5; 1 is no effect.")
    _table(effect_table(k))
    st.subheader("How far each role lifts each area")
    st.write("By at most so many levels, up to a level, in full after so many months.")
    _table(reach_table(k))
    st.subheader("Where nobody looked at the areas")
    st.write("Each stands at the usual level, and this is added where it holds.")
    _table(level_table(k))


def _table(frame: pd.DataFrame) -> None:
    st.table(escaped_cells(frame.reset_index()), border="horizontal", hide_index=True)


def _bullets(lines: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {escaped(line)}" for line in lines))
