"""Plotly figures. Colours come from the theme that is on; the numbers stand in a table beside each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from fcio.knowledge.whole import Knowledge
from fcio.model.fit_result import FitResult


@dataclass(frozen=True)
class Palette:
    """Colours of one theme: who leads, all others, text, quiet lines, the paper behind, and what fell."""

    leader: str
    others: str
    leader_band: str
    others_band: str
    text: str
    line: str
    paper: str
    fell: str


LIGHT = Palette(
    "#0F5E5A", "#A9A497", "rgba(15,94,90,.35)", "rgba(169,164,151,.38)", "#10181A", "#5F6763", "#FCFBF8", "#B4672A"
)
DARK = Palette(
    "#5FC2B8", "#7C8785", "rgba(95,194,184,.38)", "rgba(124,135,133,.38)", "#E8ECEA", "#A7ADB3", "#12191B", "#E0A36B"
)
ROW_PIXELS = 42
FRAME_PIXELS = 78
LEAST_BAND = 0.4
"""So that a band without width is still seen."""


def palette(theme: str | None) -> Palette:
    """The palette of a theme named ``light`` or ``dark``."""
    return DARK if theme == "dark" else LIGHT


@dataclass(frozen=True)
class Band:
    """What one choice reaches now, and the least and most it could still become; ``ahead`` for whoever leads.

    ``place`` on the axis is its own, also where two choices have one name.
    """

    place: str | int
    name: str
    low: float
    now: float
    high: float
    ahead: bool


def band_figure(bands: Sequence[Band], colours: Palette, reach: float, top: int) -> go.Figure:
    """A diamond on a band for each, the last on top; ``reach`` ends the scale, ``top`` pixels are left above."""
    figure, places, text = go.Figure(), [band.place for band in bands], {"color": colours.text}
    figure.add_bar(
        y=places,
        x=[max(band.high - band.low, LEAST_BAND) for band in bands],
        base=[band.low for band in bands],
        orientation="h",
        width=0.42,
        marker={"color": [colours.leader_band if band.ahead else colours.others_band for band in bands]},
        hoverinfo="skip",
    )
    figure.add_scatter(
        y=places,
        x=[band.now for band in bands],
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": 13,
            "color": [colours.leader if band.ahead else colours.others for band in bands],
        },
        customdata=[[band.name, band.low, band.high] for band in bands],
        hovertemplate="%{customdata[0]}: %{x:.1f}, from %{customdata[1]:.1f} to %{customdata[2]:.1f}<extra></extra>",
    )
    for band in bands:
        figure.add_annotation(
            x=band.high,
            y=band.place,
            text=f"<b>{band.now:.0f}</b>",
            showarrow=False,
            xanchor="left",
            xshift=8,
            font={"size": 14, "color": colours.text},
            bgcolor=colours.paper,
            borderpad=1,
        )
    figure.update_layout(
        height=FRAME_PIXELS + ROW_PIXELS * len(bands),
        margin={"l": 8, "r": 40, "t": top, "b": 28},
        showlegend=False,
        xaxis={"range": [0, reach], "fixedrange": True, "tickfont": text},
        yaxis={
            "fixedrange": True,
            "tickfont": {**text, "size": 13},
            "automargin": True,
            "tickvals": places,
            "ticktext": [band.name for band in bands],
        },
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(showgrid=False, zeroline=False)
    figure.update_yaxes(showgrid=False)
    return figure


def role_chart(knowledge: Knowledge, result: FitResult, theme: str | None) -> go.Figure:
    """A diamond on a band per role, best on top; *not yet* as a dotted line. Unit: hundredths of the most."""
    colours = palette(theme)
    rows = [row for row in result.ranking if not knowledge.role(row.role).is_line][::-1]
    line = next((row for row in result.ranking if knowledge.role(row.role).is_line), None)
    best = None if result.missing_core else result.leader.role
    names = [knowledge.role(row.role).short for row in rows]
    bands = [
        Band(name, name, one.low, one.fit, one.high, one.role == best) for name, one in zip(names, rows, strict=True)
    ]
    reach = max(row.high for row in result.ranking)
    figure = band_figure(bands, colours, min(100, 10 * (reach // 10 + 2)), top=30)
    if line is not None:
        ahead = line.role == best
        colour = colours.leader if ahead else colours.line
        figure.add_vline(x=line.fit, line={"dash": "dot", "color": colour, "width": 3 if ahead else 2})
        figure.add_annotation(
            x=line.fit,
            y=1,
            yref="paper",
            text="not yet",
            showarrow=False,
            yanchor="bottom",
            font={"size": 12, "color": colours.text},
        )
    return figure


def role_chart_text(knowledge: Knowledge, result: FitResult) -> str:
    """The role chart in words, for those who cannot see it."""
    parts = [
        f"{knowledge.role(row.role).short} {row.fit:.0f}, from {row.low:.0f} to {row.high:.0f}"
        for row in result.ranking
    ]
    return "Fit of each choice on a scale to 100, best first: " + "; ".join(parts) + "."
