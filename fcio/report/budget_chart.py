"""Pictures of the budget: years stacked, and the bridge from today's year to one ahead."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from fcio.model.money.case import BudgetCase
from fcio.model.money.cash_flow import CashFlow
from fcio.model.money.lines import RISK
from fcio.report.budget_words import signed_money
from fcio.report.budget_year_tables import LEADING, Step, category_label, year_names
from fcio.report.charts import Palette, palette
from fcio.report.numbers import money

HEIGHT = 380
SPENDING = ("#8C8574", "#A9A497", "#6F7F86", "#93A3A9", "#7A6A58", "#B5A58E", "#5C6B5E", "#94A58F")
"""Quiet colours of the lines of spending, readable on both papers."""


def years_chart(case: BudgetCase, flow: CashFlow, theme: str | None) -> go.Figure:
    """Yearly cost by category, stacked; spending in quiet colours, leadership in the leading one."""
    colours, figure, names = palette(theme), go.Figure(), year_names(flow.cost.size)
    strong = dict(zip(LEADING, (colours.leader, colours.fell, colours.leader_band, colours.others_band), strict=True))
    quiet = iter(SPENDING)
    for category, amounts in flow.by_category().items():
        label = category_label(case, category)
        pattern = {"shape": "/", "size": 6, "fgcolor": colours.line} if category == RISK else {}
        figure.add_bar(
            x=names,
            y=amounts,
            name=label,
            marker={"color": strong.get(category) or next(quiet), "pattern": pattern, "line": {"width": 0}},
            hovertemplate=f"{label}, %{{x}}: %{{y:$,.0f}}<extra></extra>",
        )
    framed(figure, colours, HEIGHT + 80)
    figure.update_layout(barmode="relative", legend={"orientation": "h", "y": -0.12, "font": {"size": 12}})
    figure.update_yaxes(tickformat="$~s", gridcolor=colours.others_band)
    return figure


def years_text(case: BudgetCase, flow: CashFlow) -> str:
    """The stacked years in words."""
    parts = [f"{name} {money(float(cost))}" for name, cost in zip(year_names(flow.cost.size), flow.cost, strict=True)]
    return f"Cost of each year by category, stacked. Without expected loss: {'; '.join(parts)}."


def bridge_chart(steps: Sequence[Step], theme: str | None) -> go.Figure:
    """A waterfall of these steps."""
    colours = palette(theme)
    figure = go.Figure(
        go.Waterfall(
            x=[step.label for step in steps],
            y=[step.amount for step in steps],
            measure=["absolute" if step.whole else "relative" for step in steps],
            text=[signed_money(step.amount) for step in steps],
            textposition="outside",
            textfont={"color": colours.text},
            connector={"line": {"color": colours.line, "width": 1}},
            increasing={"marker": {"color": colours.fell}},
            decreasing={"marker": {"color": colours.leader}},
            totals={"marker": {"color": colours.others}},
            hovertemplate="%{x}: %{text}<extra></extra>",
            cliponaxis=False,
        )
    )
    framed(figure, colours, HEIGHT)
    figure.update_layout(showlegend=False)
    figure.update_yaxes(tickformat="$~s", gridcolor=colours.others_band)
    figure.update_xaxes(tickangle=0, automargin=True, tickfont={"size": 11})
    return figure


def bridge_text(steps: Sequence[Step]) -> str:
    """The waterfall in words."""
    return "From today to the year: " + "; ".join(f"{step.label} {signed_money(step.amount)}" for step in steps) + "."


def framed(figure: go.Figure, colours: Palette, height: int) -> None:
    """Give a figure of the budget its height, quiet axes and the colours of the theme."""
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 16, "t": 16, "b": 28},
        dragmode=False,
        font={"color": colours.text},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hoverlabel={"align": "left"},
    )
    figure.update_xaxes(fixedrange=True, showgrid=False, zeroline=False, tickfont={"color": colours.text})
    figure.update_yaxes(fixedrange=True, zeroline=False, tickfont={"color": colours.text})
