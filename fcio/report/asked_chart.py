"""Drawn as trees: which question follows which answer, and the gates in the order of their priority."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from fcio.knowledge.schema import Question
from fcio.knowledge.shapes import Test
from fcio.model.gates import gate_verdicts
from fcio.model.situation import MAYBE, SHOWN, Situation
from fcio.report.charts import palette

LETTERS = 46
LINE_PIXELS = 17
GAP_PIXELS = 12
INDENT = 0.06
PATH, COULD, NO = "path", "could", "no"
STATE_WORDS = {PATH: "yes, by your answers", COULD: "not known yet", NO: "no"}


@dataclass(frozen=True)
class Node:
    """One line of a tree: how deep, what it says, what stands quieter below it, and whether the path goes through."""

    depth: int
    text: str
    below: str
    state: str


def words_of_test(question: Question, test: Test) -> str:
    """The answers that pass a test, in words."""
    if test.any_of is not None:
        return " or ".join(f"\u201c{o.text}\u201d" for o in question.options if o.id in test.any_of)
    parts = [f"at least {test.at_least:g}"] if test.at_least is not None else []
    parts += [f"below {test.below:g}"] if test.below is not None else []
    return f"{' and '.join(parts)} {question.unit}"


def asked_tree(s: Situation) -> tuple[Node, ...]:
    """Every question that calls for others with what follows it and after which answers; the path by ``s``."""
    t = s.tables
    states = {SHOWN: PATH, MAYBE: COULD}
    found = []
    for parent, children in sorted(t.children_of.items()):
        asked = t.questions[parent]
        found.append(Node(0, asked.label, "", COULD if s.open[parent] else PATH))
        for child in children:
            follows = t.questions[child]
            words = words_of_test(asked, follows.shown_when[asked.id])
            found.append(Node(1, follows.label, f"after {words}", states.get(int(s.visible[child]), NO)))
    return tuple(found)


EFFECTS = {"before": "comes before the role", "instead": "in place of the six", "mode": "another way to engage"}


def gate_tree(s: Situation) -> tuple[Node, ...]:
    """The gates in their order of priority, each with the ways in which it shuts; the path by ``s``."""
    told = {verdict.gate.id: PATH if verdict.on else COULD for verdict in gate_verdicts(s)}
    knowledge, found = s.tables.knowledge, []
    for place, gate in enumerate(knowledge.gates, start=1):
        title = gate.headline.replace("{fits}", "the role fits")
        state = told.get(gate.id, NO)
        found.append(Node(0, f"{place}. {title}", EFFECTS[gate.effect], state))
        for alternative in gate.when:
            labels = [f"\u201c{knowledge.question(question).label}\u201d" for question in alternative]
            found.append(Node(1, "by " + " and ".join(labels), "", state))
    return tuple(found)


def _lines(node: Node) -> list[tuple[str, bool]]:
    """The wrapped lines of a node, and whether each is a quiet one."""
    letters = LETTERS - 4 * node.depth
    return [(line, False) for line in wrap(node.text, letters)] + [(line, True) for line in wrap(node.below, letters)]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def tree_chart(nodes: Sequence[Node], theme: str | None) -> go.Figure:
    """A tree from the top down, its branches on the left, the path in the leader's colour. One unit is a pixel."""
    colours = palette(theme)
    ink = {PATH: colours.leader, COULD: colours.text, NO: colours.line}
    shapes, notes, y, root, last = [], [], 0.0, 0.0, 0.0
    for node in nodes:
        lines = _lines(node)
        if node.depth:
            middle = y + LINE_PIXELS / 2
            shapes.append(_branch(node, root if node.state == PATH else last, middle, ink[node.state]))
            last = middle
        notes.append(_note(node, lines, y, ink[node.state]))
        y += len(lines) * LINE_PIXELS + GAP_PIXELS
        if not node.depth:
            root = last = y - GAP_PIXELS
    figure = go.Figure()
    figure.update_layout(
        shapes=shapes,
        annotations=notes,
        height=int(y) + 16,
        margin={"l": 4, "r": 4, "t": 8, "b": 8},
        showlegend=False,
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(range=[0, 1], visible=False, fixedrange=True)
    figure.update_yaxes(range=[-y, 0], visible=False, fixedrange=True)
    return figure


def _branch(node: Node, start: float, end: float, colour: str) -> dict[str, Any]:
    """The line from what stands above to a node: thick on the path, dotted where it is left out."""
    trunk = INDENT / 3
    path = f"M {trunk:.3f},{-start:.1f} L {trunk:.3f},{-end:.1f} L {node.depth * INDENT - 0.01:.3f},{-end:.1f}"
    line = {"color": colour, "width": 3 if node.state == PATH else 1, "dash": "dot" if node.state == NO else "solid"}
    return {"type": "path", "path": path, "line": line}


def _note(node: Node, lines: Sequence[tuple[str, bool]], y: float, colour: str) -> dict[str, Any]:
    """The text of a node, bold on the path; what stands below it is smaller."""
    parts = [f'<span style="font-size:11px">{_escaped(t)}</span>' if quiet else _escaped(t) for t, quiet in lines]
    text = "<br>".join(parts)
    return {
        "x": node.depth * INDENT,
        "y": -y,
        "text": f"<b>{text}</b>" if node.state == PATH else text,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "font": {"size": 13, "color": colour},
    }


def tree_text(nodes: Sequence[Node]) -> str:
    """The tree in words, for those who cannot see it."""
    return " ".join(_sentences(nodes))


def _sentences(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        below = f", {node.below}" if node.below else ""
        yield f"{'Then ' if node.depth else ''}{node.text}{below}: {STATE_WORDS[node.state]}."
