"""The scoring drawn from what it runs on: sections of the interview, criteria, roles; one client's path in green."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from textwrap import wrap
from typing import Any

import numpy as np
import plotly.graph_objects as go

from fcio.knowledge.whole import Knowledge
from fcio.model.flows import Flows
from fcio.model.tables import Ints
from fcio.report.charts import Palette, palette
from fcio.report.numbers import counted

CRITERIA_SHOWN = 5
HEIGHT = 640
NAMES = 0.52
"""Share of the height that is left for the names above the nodes."""
NODE = 0.035
WIDTHS = (16, 24, 14)
"""Letters in a line of a name, by column."""
ANCHORS = ("left", "center", "right")


@dataclass(frozen=True)
class Rows:
    """What is drawn: names of sections, criteria and roles, and points between them, all of them and the leader's.

    ``into`` is [sections, criteria] with ``into_leader`` its part for the leader; ``out`` is [criteria, roles]. The
    leader is the first role. A last criterion closes the sum; the effort of engaging anybody is one of its own.
    """

    sections: tuple[str, ...]
    criteria: tuple[str, ...]
    roles: tuple[str, ...]
    into: Ints
    into_leader: Ints
    out: Ints


def rows(knowledge: Knowledge, flows: Flows) -> Rows:
    """The flows as they are drawn: sections with points, the criteria that carry most, roles best first."""
    roles = list(flows.order)
    sections = np.flatnonzero(flows.points.sum(axis=(1, 2)))
    mine = flows.points[:, :, roles[0]].sum(axis=0)
    strongest = np.argsort(-mine, kind="stable")
    shown, rest = strongest[:CRITERIA_SHOWN], strongest[CRITERIA_SHOWN:]
    points = flows.points[sections][:, :, roles]
    grouped = np.concatenate([points[:, shown], points[:, rest].sum(axis=1, keepdims=True)], axis=1)
    names = {criterion.id: criterion.name for criterion in knowledge.criteria}
    titles = {section.id: section.title for section in knowledge.sections}
    base = flows.base[roles]
    return Rows(
        sections=tuple(titles[flows.sections[s]] for s in sections),
        criteria=(
            *(names[flows.criteria[c]] for c in shown),
            counted(len(rest), "other criterion").replace("criterions", "criteria"),
            "Effort of engaging anybody",
        ),
        roles=tuple(knowledge.role(flows.roles[r]).short for r in roles),
        into=grouped.sum(axis=2),
        into_leader=grouped[:, :, 0],
        out=np.vstack([grouped.sum(axis=0), base]),
    )


def method_chart(knowledge: Knowledge, flows: Flows, theme: str | None) -> go.Figure:
    """Points from section to criterion to role as bands as wide as the points; the leader's in its colour.

    Names stand above their nodes, so that the picture reads the same on a phone.
    """
    colours, drawn = palette(theme), rows(knowledge, flows)
    scale = (1 - NAMES) / float(drawn.out.sum())
    left = _Column(drawn.sections, drawn.into.sum(axis=1), drawn.into_leader.sum(axis=1), 0, scale)
    middle = _Column(drawn.criteria, drawn.out.sum(axis=1), drawn.out[:, 0], 1, scale)
    totals = drawn.out.sum(axis=0)
    named = tuple(f"{name} {points:,}" for name, points in zip(drawn.roles, totals.tolist(), strict=True))
    right = _Column(named, totals, np.where(np.arange(len(totals)) == 0, totals, 0), 2, scale)
    out_leader = np.zeros_like(drawn.out)
    out_leader[:, 0] = drawn.out[:, 0]
    columns = (left, middle, right)
    figure = go.Figure()
    figure.update_layout(
        shapes=[
            *_ribbons(left, middle, (drawn.into, drawn.into_leader), colours),
            *_ribbons(middle, right, (drawn.out, out_leader), colours),
            *(box for column in columns for box in _nodes(column, colours)),
        ],
        annotations=[note for column in columns for note in _names(column, colours)],
        height=HEIGHT,
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        showlegend=False,
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(range=[0, 1], visible=False, fixedrange=True)
    figure.update_yaxes(range=[0, 1], visible=False, fixedrange=True)
    return figure


@dataclass(frozen=True)
class _Column:
    """One column of nodes from the top down: names, points, points on the leader's path, place, height of a point."""

    names: tuple[str, ...]
    points: Ints
    leader: Ints
    place: int
    scale: float

    @property
    def edges(self) -> tuple[float, float]:
        """Left and right edge of the nodes."""
        middle = (NODE / 2, 0.5, 1 - NODE / 2)[self.place]
        return middle - NODE / 2, middle + NODE / 2

    @property
    def tops(self) -> list[float]:
        """Upper edge of every node; above each there is room for its name."""
        room = NAMES / len(self.names)
        before = np.concatenate([[0], np.cumsum(self.points)[:-1]]) * self.scale
        return [1 - room * (place + 1) - float(taken) for place, taken in enumerate(before)]


def _ribbon(x: tuple[float, float], ends: tuple[float, float], height: float) -> str:
    """A band between two columns as a path; ``ends`` are its upper edges on the left and on the right."""
    (a, b), m, (left, right) = x, sum(x) / 2, ends
    low_left, low_right = left - height, right - height
    return (
        f"M {a:.4f},{left:.4f} C {m:.4f},{left:.4f} {m:.4f},{right:.4f} {b:.4f},{right:.4f} "
        f"L {b:.4f},{low_right:.4f} C {m:.4f},{low_right:.4f} {m:.4f},{low_left:.4f} {a:.4f},{low_left:.4f} Z"
    )


def _ribbons(a: _Column, b: _Column, flows: tuple[Ints, Ints], colours: Palette) -> Iterator[dict[str, Any]]:
    """Every band between two columns, all points and the leader's part of them, which lies above the rest."""
    every, mine = flows
    left, right = list(a.tops), list(b.tops)
    x = (a.edges[1], b.edges[0])
    for row, column in product(range(every.shape[0]), range(every.shape[1])):
        lead = mine[row, column]
        for points, colour in ((lead, colours.leader_band), (every[row, column] - lead, colours.others_band)):
            height = float(points) * a.scale
            if height:
                path = _ribbon(x, (left[row], right[column]), height)
                yield {"type": "path", "path": path, "fillcolor": colour, "line": {"width": 0}, "layer": "below"}
                left[row] -= height
                right[column] -= height


def _nodes(column: _Column, colours: Palette) -> Iterator[dict[str, Any]]:
    """The nodes of a column; the leader's part of each in its colour."""
    x0, x1 = column.edges
    for points, mine, top in zip(column.points, column.leader, column.tops, strict=True):
        for part, above, colour in ((mine, 0, colours.leader), (points - mine, mine, colours.others)):
            if part:
                y = top - float(above) * column.scale
                box = {"x0": x0, "x1": x1, "y0": y - float(part) * column.scale, "y1": y}
                yield {"type": "rect", "fillcolor": colour, "line": {"width": 0}, **box}


def _names(column: _Column, colours: Palette) -> Iterator[dict[str, Any]]:
    """The name of every node, above it."""
    for name, top in zip(column.names, column.tops, strict=True):
        yield {
            "x": (0, 0.5, 1)[column.place],
            "y": top,
            "text": "<br>".join(wrap(name.replace("&", "&amp;"), WIDTHS[column.place])),
            "showarrow": False,
            "xanchor": ANCHORS[column.place],
            "yanchor": "bottom",
            "align": ANCHORS[column.place],
            "font": {"size": 11.5, "color": colours.text},
        }


def method_chart_text(knowledge: Knowledge, flows: Flows) -> str:
    """The picture in words, for those who cannot see it."""
    drawn = rows(knowledge, flows)
    shown = zip(drawn.criteria, drawn.out[:, 0].tolist(), strict=True)
    parts = "; ".join(f"{name} {points:,}" for name, points in shown if points)
    totals = zip(drawn.roles, drawn.out.sum(axis=0).tolist(), strict=True)
    others = "; ".join(f"{name} {points:,}" for name, points in list(totals)[1:])
    return f"Points of {drawn.roles[0]}, {drawn.out[:, 0].sum():,} in all, by criterion: {parts}. The others: {others}."
