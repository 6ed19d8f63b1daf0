"""The people and offers in one picture: a diamond on a band for each, the best on top."""

from __future__ import annotations

import html

import plotly.graph_objects as go

from fcio.model.hiring.candidates import Comparison
from fcio.report.charts import FRAME_PIXELS, ROW_PIXELS, palette

LETTERS = 18
LEAST_BAND = 0.4
MOST = 100


def bar_name(name: str) -> str:
    """A name as it stands beside its bar: never markup, and cut where it is long.

    >>> bar_name("<b>Ann</b>"), bar_name("Ann of the Long Family Name")
    ('&lt;b&gt;Ann&lt;/b&gt;', 'Ann of the Long F\u2026')
    """
    line = " ".join(name.split())
    return html.escape(line if len(line) <= LETTERS else f"{line[: LETTERS - 1].rstrip()}\u2026", quote=False)


def ahead(comparison: Comparison) -> frozenset[str]:
    """Who stands first: one name, or all that are level at the top."""
    if not comparison.rows:
        return frozenset()
    best = comparison.rows[0].total.points
    return frozenset(row.name for row in comparison.rows if row.total.points == best)


def candidate_chart(comparison: Comparison, theme: str | None) -> go.Figure:
    """Points of each person or offer in hundredths of the most that can be reached, with what is still open."""
    colours, first, rows = palette(theme), ahead(comparison), comparison.rows[::-1]
    places, lead = list(range(len(rows))), [row.name in first for row in rows]
    shown = [bar_name(row.name) for row in rows]
    figure = go.Figure()
    figure.add_bar(
        y=places,
        x=[max(row.high - row.low, LEAST_BAND) for row in rows],
        base=[row.low for row in rows],
        orientation="h",
        width=0.42,
        marker={"color": [colours.leader_band if mine else colours.others_band for mine in lead]},
        hoverinfo="skip",
    )
    figure.add_scatter(
        y=places,
        x=[row.share for row in rows],
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": 13,
            "color": [colours.leader if mine else colours.others for mine in lead],
        },
        customdata=[[name, row.low, row.high] for name, row in zip(shown, rows, strict=True)],
        hovertemplate="%{customdata[0]}: %{x:.1f}, from %{customdata[1]:.1f} to %{customdata[2]:.1f}<extra></extra>",
    )
    for place, row in zip(places, rows, strict=True):
        figure.add_annotation(
            x=row.high,
            y=place,
            text=f"<b>{row.share:.0f}</b>",
            showarrow=False,
            xanchor="left",
            xshift=8,
            font={"size": 14, "color": colours.text},
            bgcolor=colours.paper,
            borderpad=1,
        )
    text = {"color": colours.text}
    figure.update_layout(
        height=FRAME_PIXELS + ROW_PIXELS * len(rows),
        margin={"l": 8, "r": 40, "t": 12, "b": 28},
        showlegend=False,
        xaxis={"range": [0, MOST], "fixedrange": True, "tickfont": text},
        yaxis={
            "fixedrange": True,
            "tickfont": {**text, "size": 13},
            "automargin": True,
            "tickvals": places,
            "ticktext": shown,
        },
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(showgrid=False, zeroline=False)
    figure.update_yaxes(showgrid=False)
    return figure


def candidate_chart_text(comparison: Comparison) -> str:
    """The picture in words, for those who cannot see it."""
    parts = [f"{row.name} {row.share:.0f}, from {row.low:.0f} to {row.high:.0f}" for row in comparison.rows]
    return f"Points of each person or offer on a scale to 100, best first: {'; '.join(parts)}."
