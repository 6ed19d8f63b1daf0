"""The picture of risk: chance of a year's loss beyond any amount, before and after, against what the owner can bear."""

from __future__ import annotations

import math

import plotly.graph_objects as go

from fcio.knowledge.whole import Knowledge
from fcio.model.loss.attribution import Slope
from fcio.model.loss.band import Band
from fcio.model.risk.result import Outlook, RiskResult
from fcio.report.charts import Palette, palette
from fcio.report.numbers import money
from fcio.report.risk_words import bad_year_sentence

HEIGHT = 380
LEAST_CHANCE = 0.001
SECOND_LABEL = 0.86
"""Below the first label, so that the two stay apart on a phone."""
ROW_PIXELS, FRAME_PIXELS = 40, 70
ROOM_FOR_TEXT = 1.7


def exceedance_chart(
    knowledge: Knowledge, result: RiskResult, after: Outlook | None, theme: str | None, band: Band | None = None
) -> go.Figure:
    """Chance of a worse year over loss, both on log scales; today, with a role, tolerance lines, and perhaps a band."""
    colours = palette(theme)
    figure = go.Figure()
    if band is not None:
        _band(figure, band, colours)
    _curve(figure, result.now, "Today", colours.others, "solid")
    if after is not None:
        _curve(figure, after, f"With {knowledge.role(after.id).short}", colours.leader, "dash")
    lines = ((result.tolerance.hurts, "would hurt", 1.0), (result.tolerance.ends, "would end the firm", SECOND_LABEL))
    for amount, said, height in lines:
        if amount:
            _line(figure, amount, said, height, colours)
    bad = 1 - result.bad_year
    figure.add_hline(y=bad, line={"dash": "dot", "width": 1, "color": colours.line})
    _frame(figure, result, bad, colours)
    return figure


def _curve(figure: go.Figure, outlook: Outlook, name: str, colour: str, dash: str) -> None:
    losses, chances = outlook.loss.curve()
    figure.add_scatter(
        x=losses,
        y=chances,
        mode="lines",
        name=name,
        line={"color": colour, "width": 3, "dash": dash},
        hovertemplate=f"{name}: over %{{x:$,.2s}} in %{{y:.1%}} of years<extra></extra>",
    )


def _band(figure: go.Figure, band: Band, colours: Palette) -> None:
    for ends, fill in ((band.low, None), (band.high, "tonexty")):
        figure.add_scatter(
            x=band.losses,
            y=ends,
            mode="lines",
            line={"width": 0},
            fill=fill,
            fillcolor=colours.others_band,
            showlegend=False,
            hoverinfo="skip",
        )


def _line(figure: go.Figure, amount: float, said: str, height: float, colours: Palette) -> None:
    figure.add_vline(x=amount, line={"dash": "dot", "width": 2, "color": colours.text})
    figure.add_annotation(
        x=math.log10(amount),
        y=height,
        yref="paper",
        text=f"{money(amount)}<br>{said}",
        showarrow=False,
        yanchor="top",
        xanchor="right",
        xshift=-4,
        align="right",
        font={"size": 12, "color": colours.text},
        bgcolor=colours.paper,
    )


def _frame(figure: go.Figure, result: RiskResult, bad: float, colours: Palette) -> None:
    losses, chances = result.now.loss.curve()
    shown = [float(x) for x, p in zip(losses, chances, strict=True) if p >= LEAST_CHANCE]
    said = [amount for amount in (result.tolerance.hurts, result.tolerance.ends) if amount]
    most = max([*shown, *said, 10.0]) * 1.1
    least = min(max(result.grid.step * 2, most / 3000), most / 10)
    figure.update_layout(
        height=HEIGHT,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        legend={"orientation": "h", "y": -0.16, "x": 0, "font": {"color": colours.text, "size": 13}},
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    ticks = _ticks(least, most)
    figure.update_xaxes(
        type="log",
        range=[math.log10(least), math.log10(most)],
        tickvals=ticks,
        ticktext=[_short(tick) for tick in ticks],
        tickangle=0,
        tickfont={"size": 12, "color": colours.text},
        gridcolor=colours.others_band,
        fixedrange=True,
    )
    marks = [0.5, 0.2, 0.1, bad, 0.02, 0.01, 0.005, 0.001]
    figure.update_yaxes(
        type="log",
        range=[math.log10(LEAST_CHANCE), 0],
        tickvals=marks,
        ticktext=[f"1 in {round(1 / mark):,}" for mark in marks],
        tickfont={"size": 12, "color": colours.text},
        gridcolor=colours.others_band,
        fixedrange=True,
        automargin=True,
    )


def _ticks(least: float, most: float) -> list[float]:
    powers = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    return [10.0**power for power in powers if least <= 10.0**power <= most]


def _short(amount: float) -> str:
    """A round amount for an axis.

    >>> _short(1000), _short(1e6)
    ('$1k', '$1M')
    """
    if amount >= 1e6:
        return f"${amount / 1e6:g}M"
    return f"${amount / 1e3:g}k" if amount >= 1e3 else f"${amount:g}"


def exceedance_text(knowledge: Knowledge, result: RiskResult, after: Outlook | None) -> str:
    """The picture in words, for those who cannot see it."""
    parts = [f"Chance of a year's loss beyond any amount. Today: {bad_year_sentence(result.now, result.bad_year)}"]
    if after is not None:
        parts.append(f"With {knowledge.role(after.id).short}: {bad_year_sentence(after, result.bad_year)}")
    return " ".join(parts)


def tornado_chart(knowledge: Knowledge, slopes: tuple[Slope, ...], theme: str | None, most: int = 8) -> go.Figure:
    """What a tenth more of one number does to the worst years, the strongest on top; exact derivatives."""
    colours = palette(theme)
    rows = strongest(slopes, most)[::-1]
    names = [slope_name(knowledge, row).replace(", ", ",<br>") for row in rows]
    figure = go.Figure()
    figure.add_bar(
        y=names,
        x=[row.tvar / 10 for row in rows],
        orientation="h",
        marker={"color": [colours.leader if row.of == "frequency" else colours.others for row in rows]},
        text=[money(row.tvar / 10) for row in rows],
        textposition="outside",
        textfont={"color": colours.text},
        hoverinfo="skip",
    )
    figure.update_layout(
        height=FRAME_PIXELS + ROW_PIXELS * len(rows),
        margin={"l": 8, "r": 8, "t": 8, "b": 28},
        showlegend=False,
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    most_moved = max((row.tvar for row in rows), default=1.0) / 10
    figure.update_xaxes(range=[0, ROOM_FOR_TEXT * most_moved], visible=False, fixedrange=True)
    figure.update_yaxes(tickfont={"color": colours.text, "size": 13}, fixedrange=True, automargin=True)
    return figure


def strongest(slopes: tuple[Slope, ...], most: int) -> list[Slope]:
    """The slopes that move the worst years most."""
    return sorted(slopes, key=lambda row: -row.tvar)[:most]


def slope_name(knowledge: Knowledge, row: Slope) -> str:
    """What one slope is about."""
    what = "how often" if row.of == "frequency" else "how dear"
    return f"{knowledge.scenario(row.scenario).label}, {what}"


def tornado_text(knowledge: Knowledge, slopes: tuple[Slope, ...], most: int = 8) -> str:
    """The tornado in words."""
    if not slopes:
        return "Nothing can happen, so no number moves the worst years."
    parts = [f"{slope_name(knowledge, row)} {money(row.tvar / 10)}" for row in strongest(slopes, most)]
    return "What a tenth more adds to the mean of the worst years: " + "; ".join(parts) + "."
