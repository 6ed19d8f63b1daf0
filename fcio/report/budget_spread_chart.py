"""Pictures of doubt: how the cases spread, what matters most, and where others' spending lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from fcio.model.budget_benchmark import Comparison
from fcio.model.money.tornado import Bar
from fcio.model.tables import Floats
from fcio.report.budget_amounts import signed_money
from fcio.report.budget_chart import HEIGHT, framed, wrapped
from fcio.report.charts import palette
from fcio.report.numbers import money

BAND_HEIGHT, ROW_PIXELS, FRAME_PIXELS = 120, 58, 80
BINS, SHOWN, ROOM = 60, (0.005, 0.995), 0.04
NINE_OF_TEN = (0.05, 0.5, 0.95)


def chances_chart(
    values: Mapping[str, Floats], leader: str, title: str, theme: str | None, zero: bool = False
) -> go.Figure:
    """How the drawn values of each scenario (by label, US dollars) are spread; the one named ``leader`` stands out.

    ``zero``: a line where a scenario costs as much as staying.
    """
    colours, figure = palette(theme), go.Figure()
    low, high = chances_range(values, zero)
    dashes = iter(("dash", "dot", "dashdot", "longdash"))
    for label, drawn in values.items():
        counts, edges = np.histogram(drawn, bins=BINS, range=(low, high))
        mine = label == leader
        figure.add_scatter(
            x=(edges[:-1] + edges[1:]) / 2,
            y=counts / drawn.size,
            mode="lines",
            name=wrapped(label),
            line={
                "color": colours.leader if mine else colours.line,
                "width": 3 if mine else 2,
                "dash": "solid" if mine else next(dashes, "dot"),
                "shape": "spline",
            },
            fill="tozeroy" if mine else None,
            fillcolor=colours.leader_band,
            hovertemplate=f"{label}: %{{x:$,.3s}}<extra></extra>",
        )
    framed(figure, colours, HEIGHT)
    if zero:
        figure.add_vline(x=0, line={"color": colours.text, "width": 1})
    figure.update_layout(legend={"orientation": "h", "y": -0.28})
    figure.update_xaxes(tickformat="$~s", title={"text": title, "font": {"size": 12}}, nticks=6)
    figure.update_yaxes(showticklabels=False, showgrid=False)
    return figure


def chances_range(values: Mapping[str, Floats], zero: bool) -> tuple[float, float]:
    """Where the axis of the chances begins and ends: nearly all cases, with room beside them; 0 too if ``zero``."""
    ends = [float(end) for one in values.values() for end in np.quantile(one, SHOWN)] + [0.0] * zero
    low, high = min(ends), max(ends)
    room = ROOM * (high - low) or 1.0
    return low - room, high + room


def chances_text(values: Mapping[str, Floats]) -> str:
    """The spread of each scenario in words."""
    parts = []
    for label, drawn in values.items():
        low, middle, high = (signed_money(float(one)) for one in np.quantile(drawn, NINE_OF_TEN))
        parts.append(f"{label} {middle}, nine of ten cases from {low} to {high}")
    return "Spread of all cases: " + "; ".join(parts) + "."


def swing_chart(bars: Sequence[Bar], theme: str | None) -> go.Figure:
    """A tornado: what each number does alone at its low and at its high end, largest on top."""
    colours, figure = palette(theme), go.Figure()
    rows = list(bars)[::-1]
    labels, places = [wrapped(bar.lever.label) for bar in rows], list(range(len(rows)))
    for name, colour, ends in (
        ("at its low end", colours.others, [bar.at_low for bar in rows]),
        ("at its high end", colours.leader, [bar.at_high for bar in rows]),
    ):
        base = [(bar.at_low + bar.at_high) / 2 for bar in rows]
        figure.add_bar(
            y=places,
            x=[end - middle for end, middle in zip(ends, base, strict=True)],
            base=base,
            orientation="h",
            name=name,
            marker={"color": colour},
            customdata=ends,
            hovertext=[bar.lever.label for bar in rows],
            hovertemplate=f"%{{hovertext}} {name}: %{{customdata:$,.3s}}<extra></extra>",
        )
    framed(figure, colours, FRAME_PIXELS + ROW_PIXELS * len(rows))
    figure.update_layout(barmode="overlay", legend={"orientation": "h", "y": -0.18})
    figure.update_xaxes(tickformat="$~s", nticks=5, gridcolor=colours.others_band)
    figure.update_yaxes(automargin=True, tickfont={"size": 11}, tickvals=places, ticktext=labels)
    return figure


def swing_text(bars: Sequence[Bar]) -> str:
    """The tornado in words."""
    return "What matters most: " + "; ".join(f"{bar.lever.label}, {money(bar.swing)}" for bar in bars) + "."


def place_chart(one: Comparison, share: bool, theme: str | None) -> go.Figure:
    """One measure of the firm on the band of others; the benchmark has a low and a high end."""
    assert one.benchmark is not None and one.benchmark.low is not None and one.benchmark.high is not None
    colours, figure, low, high = palette(theme), go.Figure(), one.benchmark.low, one.benchmark.high
    figure.add_bar(
        y=[""],
        x=[high - low],
        base=[low],
        orientation="h",
        width=0.5,
        marker={"color": colours.others_band},
        hoverinfo="skip",
    )
    for value, symbol, colour, size in (
        (one.benchmark.typical, "line-ns", colours.text, 26),
        (one.value, "diamond", colours.leader, 14),
    ):
        if value is not None:
            line = {"width": 3, "color": colour}
            marker = {"symbol": symbol, "size": size, "color": colour, "line": line if symbol == "line-ns" else {}}
            figure.add_scatter(x=[value], y=[""], mode="markers", marker=marker, hoverinfo="skip")
    framed(figure, colours, BAND_HEIGHT)
    figure.update_layout(showlegend=False, margin={"l": 8, "r": 16, "t": 8, "b": 28})
    most = max(high, one.value or 0.0)
    figure.update_xaxes(range=[0, 1.15 * most], tickformat=".0%" if share else "$,.0f", nticks=5)
    figure.update_yaxes(showticklabels=False, showgrid=False)
    return figure
