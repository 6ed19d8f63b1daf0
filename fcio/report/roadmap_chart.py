"""The picture of the roadmap: quarters as columns, one line per step, hours and money under each quarter."""

from __future__ import annotations

import plotly.graph_objects as go

from fcio.knowledge.schema import Knowledge
from fcio.model.roadmap_result import Placed, Roadmap
from fcio.report.charts import Palette, palette
from fcio.report.numbers import money
from fcio.report.roadmap_words import initiative, quarter_label

ROW_PIXELS = 36
MOST_DRAWN = 14
FRAME_PIXELS = 96
BAR_WIDTH, COLUMN_SHARE = 0.24, 0.92


def in_order(plan: Roadmap) -> list[Placed]:
    """The steps as the picture and the table have them: by quarter, then what is worth most."""
    return sorted(plan.placed, key=lambda one: (one.quarter, -one.value))


def drawn(plan: Roadmap) -> list[Placed]:
    """What the picture has room for: everything pinned, then what is worth most, in the order of the plan."""
    ranked = sorted(plan.placed, key=lambda one: (not one.pinned, -one.value))
    kept = {one.initiative for one in ranked[:MOST_DRAWN]}
    return [one for one in in_order(plan) if one.initiative in kept]


def roadmap_chart(knowledge: Knowledge, plan: Roadmap, theme: str | None) -> go.Figure:
    """A bar per step in the column of its quarter, the first step on top; what the owner pinned is green and marked.

    The titles stand above the bars at the left edge, so that the picture reads the same on a phone.
    """
    colours, rows = palette(theme), drawn(plan)[::-1]
    figure = go.Figure()
    figure.add_bar(
        y=list(range(len(rows))),
        x=[COLUMN_SHARE] * len(rows),
        base=[one.quarter - COLUMN_SHARE / 2 for one in rows],
        orientation="h",
        width=BAR_WIDTH,
        marker={"color": [colours.leader if one.pinned else colours.others for one in rows]},
        customdata=[[f"{one.hours:,.0f} hours, {money(one.cost)}"] for one in rows],
        hovertemplate="%{customdata[0]}<extra></extra>",
    )
    for place, one in enumerate(rows):
        title = initiative(knowledge, one.initiative).title.replace("&", "&amp;").replace("<", "&lt;")
        figure.add_annotation(
            x=0.5,
            y=place,
            text=title + (" (pinned)" if one.pinned else ""),
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            yshift=4,
            font={"size": 12, "color": colours.text},
        )
    _frame(figure, plan, len(rows), colours)
    return figure


def _frame(figure: go.Figure, plan: Roadmap, rows: int, colours: Palette) -> None:
    figure.update_layout(
        height=FRAME_PIXELS + ROW_PIXELS * rows,
        margin={"l": 4, "r": 4, "t": 8, "b": 8},
        showlegend=False,
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(
        range=[0.5, len(plan.quarters) + 0.5],
        tickvals=[quarter.number for quarter in plan.quarters],
        ticktext=[
            f"{quarter.label.replace(' ', '<br>')}<br>{quarter.hours:,.0f} h<br>{money(quarter.cost)}"
            for quarter in plan.quarters
        ],
        tickfont={"size": 12, "color": colours.text},
        tickangle=0,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    for quarter in plan.quarters[1:]:
        figure.add_vline(x=quarter.number - 0.5, line={"width": 1, "color": colours.others_band})
    figure.update_yaxes(range=[-0.5, rows - 0.2], visible=False, fixedrange=True)


def roadmap_chart_text(knowledge: Knowledge, plan: Roadmap) -> str:
    """The roadmap in words, for those who cannot see it."""
    steps = [
        f"{initiative(knowledge, one.initiative).title} in {quarter_label(plan, one.quarter)}" for one in in_order(plan)
    ]
    sums = [f"{quarter.label} {quarter.hours:,.0f} hours and {money(quarter.cost)}" for quarter in plan.quarters]
    return f"Steps by quarter: {'; '.join(steps)}. By quarter: {'; '.join(sums)}."
