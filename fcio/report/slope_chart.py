"""Slope lines between two assessments: one line per area, those that moved in colour and named."""

from __future__ import annotations

import plotly.graph_objects as go

from fcio.knowledge.whole import Knowledge
from fcio.model.snapshot_comparison import AreaMove, Comparison
from fcio.report.charts import Palette, palette
from fcio.report.history_words import moved

HEIGHT = 460
APART = 0.2
LABEL_PIXELS = 118


def spread(values: list[float], apart: float) -> list[float]:
    """Places for labels about these values, at least so far apart, in the same order from low to high.

    >>> spread([4.0, 2.0], 0.5), spread([2.0, 2.0], 0.5)
    ([4.0, 2.0], [1.75, 2.25])
    """
    places = dict(enumerate(values))
    last: float | None = None
    for place in sorted(places, key=lambda i: (values[i], i)):
        here = values[place] if last is None else max(values[place], last + apart)
        places[place] = last = here
    shift = sum(places[i] - value for i, value in enumerate(values)) / max(1, len(values))
    return [places[place] - shift for place in range(len(values))]


def slope_chart(knowledge: Knowledge, compared: Comparison, labels: tuple[str, str], theme: str | None) -> go.Figure:
    """The certain level of each area before and after. Green rose, orange fell; grey and dotted did not move."""
    colours = palette(theme)
    rows = [row for row in compared.areas if row.before is not None and row.after is not None]
    figure = go.Figure()
    for row in sorted(rows, key=moved):
        _line(figure, knowledge, row, colours)
    named = [row for row in rows if moved(row)]
    ends = spread([row.after.low for row in named if row.after], APART)
    for row, place in zip(named, ends, strict=True):
        figure.add_annotation(
            x=1,
            y=place,
            text=knowledge.area(row.area).short,
            showarrow=False,
            xanchor="left",
            xshift=9,
            font={"size": 13, "color": colours.text},
        )
    _frame(figure, knowledge, labels, colours)
    return figure


def _line(figure: go.Figure, knowledge: Knowledge, row: AreaMove, colours: Palette) -> None:
    if row.before is None or row.after is None:
        return
    fell = row.after.low < row.before.low
    colour = (colours.fell if fell else colours.leader) if moved(row) else colours.others
    figure.add_scatter(
        x=[0, 1],
        y=[row.before.low, row.after.low],
        mode="lines+markers",
        line={"color": colour, "width": 3 if moved(row) else 1.5, "dash": "solid" if moved(row) else "dot"},
        marker={"size": 9 if moved(row) else 5, "symbol": "triangle-down" if moved(row) and fell else "circle"},
        name=knowledge.area(row.area).short,
        hovertemplate="%{fullData.name}: %{y:.1f}<extra></extra>",
    )


def _frame(figure: go.Figure, knowledge: Knowledge, labels: tuple[str, str], colours: Palette) -> None:
    names = knowledge.settings.areas.level_names
    text = {"color": colours.text, "size": 12}
    figure.update_layout(
        height=HEIGHT,
        margin={"l": 8, "r": LABEL_PIXELS, "t": 30, "b": 8},
        showlegend=False,
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(
        tickvals=[0, 1],
        ticktext=list(labels),
        side="top",
        tickfont=text,
        tickangle=0,
        range=[-0.2, 1.05],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_yaxes(
        range=[0.8, len(names) + 0.2],
        tickvals=list(range(1, len(names) + 1)),
        tickfont=text,
        gridcolor=colours.others_band,
        zeroline=False,
        fixedrange=True,
        automargin=True,
    )


def slope_chart_text(knowledge: Knowledge, compared: Comparison) -> str:
    """The slope lines in words, for those who cannot see them."""
    parts = [
        f"{knowledge.area(row.area).short} from {row.before.low:.1f} to {row.after.low:.1f}"
        for row in compared.areas
        if moved(row) and row.before and row.after
    ]
    return "Certain level of each area before and after: " + ("; ".join(parts) or "no level moved") + "."
