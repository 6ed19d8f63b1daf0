"""The timeline of a roadmap: quarters as columns, every step a bar as long as its hours, money under each quarter."""

from __future__ import annotations

import plotly.graph_objects as go

from fcio.knowledge.whole import Knowledge
from fcio.model.roadmap_result import Placed, Quarter, Roadmap
from fcio.report.charts import Palette, palette
from fcio.report.numbers import counted, money

ROW_PIXELS = 40
FRAME_PIXELS = 78
BAR = 0.34


def roadmap_chart(knowledge: Knowledge, plan: Roadmap, theme: str | None) -> go.Figure:
    """One row per area that has steps, the first to start on top; a bar's length is its share of a quarter's hours.

    A quarter that holds more than its hours is drawn full. What the user pinned is drawn in the second colour.
    """
    colours = palette(theme)
    rows = _rows(knowledge, plan)
    figure = go.Figure()
    _bars(figure, knowledge, plan, rows, colours)
    for place, area in enumerate(rows):
        figure.add_annotation(
            x=0.5,
            y=place,
            text=knowledge.area(area).short.replace("&", "&amp;"),
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            yshift=8,
            xshift=2,
            font={"size": 13, "color": colours.text},
        )
    _frame(figure, plan, len(rows), colours)
    return figure


def _area(knowledge: Knowledge, one: Placed) -> str:
    return next(entry.area for entry in knowledge.initiatives if entry.id == one.initiative)


def _rows(knowledge: Knowledge, plan: Roadmap) -> list[str]:
    """Areas with steps, from the bottom of the picture to the top: the last to start first."""
    first: dict[str, int] = {}
    for one in plan.placed:
        area = _area(knowledge, one)
        first[area] = min(one.quarter, first.get(area, one.quarter))
    order = {area.id: place for place, area in enumerate(knowledge.areas)}
    return sorted(first, key=lambda area: (-first[area], -order[area]))


def _bars(figure: go.Figure, knowledge: Knowledge, plan: Roadmap, rows: list[str], colours: Palette) -> None:
    titles = {one.id: one.title for one in knowledge.initiatives}
    taken = {quarter.number: 0.0 for quarter in plan.quarters}
    whole = {q.number: max(q.hours, plan.hours_per_quarter, 1.0) for q in plan.quarters}
    ordered = sorted(plan.placed, key=lambda one: (one.quarter, -rows.index(_area(knowledge, one))))
    starts, widths = [], []
    for one in ordered:
        starts.append(one.quarter - 0.5 + taken[one.quarter] / whole[one.quarter])
        widths.append(max(one.hours / whole[one.quarter], 0.02))
        taken[one.quarter] += one.hours
    figure.add_bar(
        y=[rows.index(_area(knowledge, one)) for one in ordered],
        x=widths,
        base=starts,
        orientation="h",
        width=BAR,
        marker={
            "color": [colours.fell if one.pinned else colours.leader for one in ordered],
            "line": {"color": colours.paper, "width": 1.5},
        },
        customdata=[[titles[one.initiative], f"{one.hours:,.0f} hours", money(one.cost)] for one in ordered],
        hovertemplate="%{customdata[0]}: %{customdata[1]}, %{customdata[2]}<extra></extra>",
    )


def _under(quarter: Quarter) -> str:
    amount = money(quarter.cost) if quarter.cost else "\u2013"
    return f"{quarter.label.replace(' ', '<br>')}<br><b>{amount}</b>"


def _frame(figure: go.Figure, plan: Roadmap, rows: int, colours: Palette) -> None:
    figure.update_layout(
        height=FRAME_PIXELS + ROW_PIXELS * rows,
        margin={"l": 4, "r": 4, "t": 8, "b": 8},
        showlegend=False,
        barmode="overlay",
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(
        range=[0.5, len(plan.quarters) + 0.5],
        tickvals=[q.number for q in plan.quarters],
        ticktext=[_under(quarter) for quarter in plan.quarters],
        tickfont={"size": 12, "color": colours.text},
        fixedrange=True,
        showgrid=False,
        zeroline=False,
    )
    figure.update_yaxes(range=[-0.6, rows - 0.1], visible=False, fixedrange=True)
    for quarter in plan.quarters[1:]:
        figure.add_vline(x=quarter.number - 0.5, line={"color": colours.others_band, "width": 1})


def roadmap_chart_text(knowledge: Knowledge, plan: Roadmap) -> str:
    """The timeline in words, for those who cannot see it."""
    titles = {one.id: one.title for one in knowledge.initiatives}
    parts = []
    for quarter in plan.quarters:
        steps = [titles[one.initiative] for one in plan.placed if one.quarter == quarter.number]
        if steps:
            parts.append(f"{quarter.label}: {'; '.join(steps)}; {quarter.hours:,.0f} hours, {money(quarter.cost)}")
    return f"Timeline of {counted(len(plan.placed), 'step')}. " + ". ".join(parts) + "."
