"""The picture of a plan: the leader's hours by month, stacked by kind, before the band of what is agreed."""

from __future__ import annotations

import plotly.graph_objects as go

from fcio.model.plan.result import ENDED, Plan
from fcio.report.budget_chart import framed
from fcio.report.charts import Palette, palette
from fcio.report.plan_tables import ONCE, REGULAR, ROADMAP, hours_by_kind

HEIGHT = 330
LABELS = {ONCE: "Done once", ROADMAP: "Steps of the roadmap", REGULAR: "Regular"}
HALF = 0.5


def hours_chart(plan: Plan, theme: str | None) -> go.Figure:
    """Hours of the months 1 to 12 by kind; the band behind them is what the engagement holds, from low to high."""
    colours, figure = palette(theme), go.Figure()
    _agreed(figure, plan, colours)
    fills = {ONCE: colours.leader, ROADMAP: colours.fell, REGULAR: colours.others}
    shapes = {ONCE: "", ROADMAP: "/", REGULAR: ""}
    for kind, hours in hours_by_kind(plan).items():
        if any(hours):
            figure.add_bar(
                x=list(range(1, len(hours) + 1)),
                y=hours,
                name=LABELS[kind],
                marker={
                    "color": fills[kind],
                    "pattern": {"shape": shapes[kind], "size": 5, "bgcolor": fills[kind], "fgcolor": colours.paper},
                    "line": {"width": 0},
                },
                hovertemplate=f"Month %{{x}}, {LABELS[kind].lower()}: %{{y:.0f}} hours<extra></extra>",
            )
    framed(figure, colours, HEIGHT)
    legend = {"orientation": "h", "y": -0.18, "font": {"size": 12}, "traceorder": "normal"}
    figure.update_layout(barmode="stack", bargap=0.35, legend=legend, margin={"l": 8, "r": 8, "t": 24, "b": 8})
    figure.update_xaxes(tickvals=list(range(1, len(plan.months))), range=[HALF, len(plan.months) - HALF])
    figure.update_yaxes(gridcolor=colours.others_band, rangemode="tozero", automargin=True, title="")
    _totals(figure, plan, colours)
    return figure


def _agreed(figure: go.Figure, plan: Plan, colours: Palette) -> None:
    for one in plan.months[1:]:
        if one.available is not None and one.verdict != ENDED:
            figure.add_shape(
                type="rect",
                x0=one.month - HALF,
                x1=one.month + HALF,
                y0=one.available.low,
                y1=one.available.high,
                fillcolor=colours.others_band,
                line={"width": 0},
                layer="below",
            )


def _totals(figure: go.Figure, plan: Plan, colours: Palette) -> None:
    for one in plan.months[1:]:
        if one.total.typical:
            figure.add_annotation(
                x=one.month,
                y=one.total.typical,
                text=f"{one.total.typical:.0f}",
                showarrow=False,
                yanchor="bottom",
                font={"size": 12, "color": colours.text},
            )


def hours_chart_text(plan: Plan) -> str:
    """The picture in words, for those who cannot see it."""
    totals = "; ".join(f"month {one.month} {one.total.typical:.0f}" for one in plan.months[1:])
    held = next((one.available for one in plan.months[1:] if one.available is not None), None)
    agreed = "" if held is None else f" The engagement holds {held.low:.0f} to {held.high:.0f} hours a month."
    return f"Hours by month: {totals}.{agreed}"
