"""The picture of the twelve areas: one line each, with its band, the level that is certain, and the target."""

from __future__ import annotations

import plotly.graph_objects as go

from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreaResult, AreasResult
from fcio.report.area_words import HEADLINE_AREAS, pressing
from fcio.report.charts import Palette, palette

ROW_PIXELS = 46
FRAME_PIXELS = 66
LINE_WIDTH = 0.26


def area_chart(knowledge: Knowledge, result: AreasResult, theme: str | None) -> go.Figure:
    """A band per area on levels 1 to 5, a diamond for what is certain, a tick for the target; most pressing on top.

    The names stand above the bands, so that the picture reads the same on a phone.
    """
    colours, rows = palette(theme), list(result.by_priority)[::-1]
    first = {row.area for row in pressing(result)[:HEADLINE_AREAS]}
    figure = go.Figure()
    _bands(figure, rows, first, colours)
    _targets(figure, rows, colours)
    _levels(figure, rows, first, colours)
    for place, row in enumerate(rows):
        figure.add_annotation(
            x=1,
            y=place,
            text=_escaped(knowledge.area(row.area).name),
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            yshift=7,
            xshift=-3,
            font={"size": 13, "color": colours.text},
        )
    _frame(figure, knowledge, len(rows), colours)
    return figure


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _bands(figure: go.Figure, rows: list[AreaResult], first: set[str], colours: Palette) -> None:
    figure.add_bar(
        y=list(range(len(rows))),
        x=[max((row.high or 0) - (row.low or 0), 0.03) for row in rows],
        base=[row.low for row in rows],
        orientation="h",
        width=LINE_WIDTH,
        marker={"color": [colours.leader_band if row.area in first else colours.others_band for row in rows]},
        hoverinfo="skip",
    )


def _targets(figure: go.Figure, rows: list[AreaResult], colours: Palette) -> None:
    figure.add_scatter(
        y=list(range(len(rows))),
        x=[row.target for row in rows],
        mode="markers",
        marker={"symbol": "line-ns", "size": 16, "line": {"width": 3, "color": colours.text}},
        hovertemplate="needs level %{x}<extra></extra>",
    )


def _levels(figure: go.Figure, rows: list[AreaResult], first: set[str], colours: Palette) -> None:
    known = [(place, row) for place, row in enumerate(rows) if row.level is not None]
    figure.add_scatter(
        y=[place for place, _ in known],
        x=[row.level for _, row in known],
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": 12,
            "color": [colours.leader if row.area in first else colours.others for _, row in known],
        },
        customdata=[[row.low, row.high] for _, row in known],
        hovertemplate="at least %{customdata[0]:.1f}, at most %{customdata[1]:.1f}<extra></extra>",
    )


def _frame(figure: go.Figure, knowledge: Knowledge, rows: int, colours: Palette) -> None:
    names = knowledge.settings.areas.level_names
    figure.update_layout(
        height=FRAME_PIXELS + ROW_PIXELS * rows,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        showlegend=False,
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(
        range=[0.62, len(names) + 0.4],
        tickvals=list(range(1, len(names) + 1)),
        ticktext=[f"{level}<br>{name}" for level, name in enumerate(names, start=1)],
        tickfont={"size": 12, "color": colours.text},
        tickangle=0,
        gridcolor=colours.others_band,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_yaxes(range=[-0.5, rows - 0.25], visible=False, fixedrange=True)


def area_chart_text(knowledge: Knowledge, result: AreasResult) -> str:
    """The picture in words, for those who cannot see it."""
    parts = [
        f"{knowledge.area(row.area).short} between {row.low:.1f} and {row.high:.1f}, needs {row.target}"
        for row in result.by_priority
    ]
    return "Level of each area from 1 to 5, what presses most first: " + "; ".join(parts) + "."
