"""The people and offers in one picture: a diamond on a band for each, the best on top."""

from __future__ import annotations

import html

import plotly.graph_objects as go

from fcio.model.hiring.candidates import Comparison
from fcio.report.charts import Band, band_figure, palette

LETTERS = 18
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
    first = ahead(comparison)
    bands = [
        Band(place, bar_name(one.name), one.low, one.share, one.high, one.name in first)
        for place, one in enumerate(comparison.rows[::-1])
    ]
    return band_figure(bands, palette(theme), MOST, top=12)


def candidate_chart_text(comparison: Comparison) -> str:
    """The picture in words, for those who cannot see it."""
    parts = [f"{row.name} {row.share:.0f}, from {row.low:.0f} to {row.high:.0f}" for row in comparison.rows]
    return f"Points of each person or offer on a scale to 100, best first: {'; '.join(parts)}."
