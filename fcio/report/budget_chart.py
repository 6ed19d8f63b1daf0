"""Pictures of the budget: years stacked, and the bridge from today's year to one ahead."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from fcio.model.money.cash_flow import CashFlow
from fcio.model.money.lines import RISK
from fcio.model.tables import Floats
from fcio.report.budget_amounts import signed_money
from fcio.report.budget_year_tables import LEADING, Step, part_label, year_names
from fcio.report.charts import Palette, palette
from fcio.report.numbers import money

HEIGHT, LEGEND_ROW = 360, 34
ROW_PIXELS, FRAME_PIXELS, ROOM_FOR_TEXT = 44, 60, 1.45
LINE_LETTERS, MOST_LINES, CUT = 17, 3, "\u2026"
"""Of a label on a phone."""
SPENDING = ("#8C8574", "#A9A497", "#6F7F86", "#93A3A9", "#7A6A58", "#B5A58E", "#5C6B5E", "#94A58F")
"""Quiet colours of the lines of spending, readable on both papers."""


def years_chart(parts: Mapping[str, Floats], theme: str | None) -> go.Figure:
    """Yearly cost by part (label by id, see :mod:`budget_year_tables`), stacked; spending quiet, leadership leading."""
    colours, figure = palette(theme), go.Figure()
    strong = dict(zip(LEADING, (colours.leader, colours.fell, colours.leader_band, colours.others_band), strict=True))
    quiet = itertools.cycle(SPENDING)
    for part, amounts in parts.items():
        label = part_label(part)
        pattern = {"shape": "/", "size": 6, "fgcolor": colours.line} if part == RISK else {}
        figure.add_bar(
            x=year_names(amounts.size),
            y=amounts,
            name=wrapped(label),
            marker={"color": strong.get(part) or next(quiet), "pattern": pattern, "line": {"width": 0}},
            hovertemplate=f"{label}, %{{x}}: %{{y:$,.0f}}<extra></extra>",
        )
    rows = math.ceil(len(parts) / 2)
    framed(figure, colours, HEIGHT + LEGEND_ROW * rows)
    legend = {"orientation": "h", "y": -0.12, "font": {"size": 12}, "entrywidth": 0.5, "entrywidthmode": "fraction"}
    figure.update_layout(barmode="relative", legend=legend)
    figure.update_yaxes(tickformat="$~s", gridcolor=colours.others_band)
    return figure


def years_text(flow: CashFlow) -> str:
    """The stacked years in words."""
    parts = [f"{name} {money(float(cost))}" for name, cost in zip(year_names(flow.cost.size), flow.cost, strict=True)]
    return f"Cost of each year, stacked. Without expected loss: {'; '.join(parts)}."


def bridge_chart(steps: Sequence[Step], theme: str | None) -> go.Figure:
    """A waterfall of these steps."""
    colours = palette(theme)
    figure = go.Figure(
        go.Waterfall(
            y=[wrapped(step.label) for step in steps],
            x=[step.amount for step in steps],
            orientation="h",
            measure=["absolute" if step.whole else "relative" for step in steps],
            text=[signed_money(step.amount) for step in steps],
            textposition="outside",
            textfont={"color": colours.text},
            connector={"line": {"color": colours.line, "width": 1}},
            increasing={"marker": {"color": colours.fell}},
            decreasing={"marker": {"color": colours.leader}},
            totals={"marker": {"color": colours.others}},
            hovertemplate="%{y}: %{text}<extra></extra>",
            cliponaxis=False,
        )
    )
    framed(figure, colours, FRAME_PIXELS + ROW_PIXELS * len(steps))
    figure.update_layout(showlegend=False)
    figure.update_xaxes(tickformat="$~s", gridcolor=colours.others_band, range=bridge_range(steps), nticks=5)
    figure.update_yaxes(autorange="reversed", automargin=True, tickfont={"size": 12})
    return figure


def bridge_range(steps: Sequence[Step]) -> list[float]:
    """Where the axis of a bridge begins and ends, so that every step and the text beside it lies within."""
    stands, level = [0.0], 0.0
    for step in steps:
        level = step.amount if step.whole else level + step.amount
        stands.append(level)
    return [min(stands), ROOM_FOR_TEXT * (max(stands) or 1.0)]


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


def wrapped(label: str) -> str:
    """A label in lines short enough for a phone.

    >>> wrapped("IT provider (MSP) and support")
    'IT provider (MSP)<br>and support'
    """
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= LINE_LETTERS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    shown = lines[:MOST_LINES]
    return "<br>".join(shown) + (CUT if len(lines) > MOST_LINES else "")
