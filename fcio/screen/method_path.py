"""The method page's drawings: where the points flow, what is asked when, which gate comes first; one client's path."""

from __future__ import annotations

from datetime import date

import streamlit as st

from fcio.model.assessment import Assessment
from fcio.model.flows import Flows, point_flows
from fcio.model.situation import Situation, situation
from fcio.report.asked_chart import Node, asked_tree, gate_tree, tree_chart, tree_text
from fcio.report.flow_tables import by_criterion, by_section, joined, narrow
from fcio.report.method_chart import method_chart, method_chart_text
from fcio.screen.resources import knowledge, model
from fcio.screen.session import Open
from fcio.screen.shell import escaped, fold

NOBODY = Assessment({"name": "-"}, date.min)
"""A firm of which nothing is known: every answer counts as the average of its possible ones."""


def _case(client: Open | None) -> Assessment:
    return NOBODY if client is None else client.assessment


def points(client: Open | None) -> None:
    """How the answers become points, drawn from what the scoring runs on, with the numbers under a fold."""
    flows = point_flows(model(), _case(client))
    first = knowledge().role(flows.roles[flows.order[0]])
    whose = escaped(client.assessment.name) if client else "a firm of which nothing is known yet"
    st.header("From answers to points")
    st.write(f"Drawn from the files the scoring runs on, with the points of {whose}. In green: {first.article_name}.")
    st.plotly_chart(
        method_chart(knowledge(), flows, st.context.theme.type),
        alt=method_chart_text(knowledge(), flows),
        config={"displayModeBar": False},
        key="method_chart",
    )
    st.caption(
        "Left: the parts of the interview. Middle: what their answers ask for, the strongest for the first role. "
        "Right: the roles with their points. A band is as wide as its points: need times strength times weight."
    )
    fold("The numbers of the picture", "flow_numbers", lambda: _numbers(flows))


def _numbers(flows: Flows) -> None:
    st.table(narrow(by_criterion(knowledge(), flows)), border="horizontal")
    st.caption(f"Of these, the points of {knowledge().role(flows.roles[flows.order[0]]).article_name} by section:")
    st.table(joined(by_section(knowledge(), flows)), border="horizontal")


def _situation(client: Open | None) -> Situation:
    return situation(model().tables, _case(client).answers)


def asked(client: Open | None) -> None:
    """Which question follows which answer."""
    _tree(asked_tree(_situation(client)), "asked_chart")
    st.caption(
        "Every other question is asked of every firm, the most telling one first. Green and bold: on the path of the "
        "answers given. Dotted: left out by them. In plain ink: an open answer still decides."
    )


def gates_in_order(client: Open | None) -> None:
    """The gates in the order of their priority."""
    _tree(gate_tree(_situation(client)), "gates_chart")
    st.caption(
        "The first gate that the answers shut takes the headline. Each may shut in any of the ways below it. Green and "
        "bold: shut by the answers given. In plain ink: an open answer could still shut it."
    )


def _tree(nodes: tuple[Node, ...], key: str) -> None:
    figure = tree_chart(nodes, st.context.theme.type)
    st.plotly_chart(figure, alt=tree_text(nodes), config={"displayModeBar": False}, key=key)
