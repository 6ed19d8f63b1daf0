"""Drawn as trees: which question follows which answer, and the gates in the order of their priority."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

import plotly.graph_objects as go

from fcio.knowledge.schema import Knowledge, Question
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


def test_words(question: Question, test: Test) -> str:
    """The answers that pass a test, in words."""
    if test.any_of is not None:
        return " or ".join(f"\u201c{o.text}\u201d" for o in question.options if o.id in test.any_of)
    parts = [f"at least {test.at_least:g}"] if test.at_least is not None else []
    parts += [f"below {test.below:g}"] if test.below is not None else []
    return f"{' and '.join(parts)} {question.unit}"


def asked_tree(knowledge: Knowledge, s: Situation) -> tuple[Node, ...]:
    """Every question that calls for others with what follows it and after which answers; the path by ``s``."""
    t = s.tables
    states = {SHOWN: PATH, MAYBE: COULD}
    found = []
    for parent, children in sorted(t.children_of.items()):
        asked = t.questions[parent]
        found.append(Node(0, asked.label, "", COULD if s.open[parent] else PATH))
        for child in children:
            follows = t.questions[child]
            words = test_words(asked, follows.shown_when[asked.id])
            found.append(Node(1, follows.label, f"after {words}", states.get(int(s.visible[child]), NO)))
    return tuple(found)


EFFECTS = {"before": "comes before the role", "instead": "in place of the six", "mode": "another way to engage"}


def gate_tree(knowledge: Knowledge, s: Situation) -> tuple[Node, ...]:
    """The gates in their order of priority, each with the ways in which it shuts; the path by ``s``."""
    told = {verdict.gate.id: PATH if verdict.on else COULD for verdict in gate_verdicts(s)}
    found = []
    for place, gate in enumerate(knowledge.gates, start=1):
        title = gate.headline.replace("{fits}", "the role fits")
        state = told.get(gate.id, NO)
        found.append(Node(0, f"{place}. {title}", EFFECTS[gate.effect], state))
        for alternative in gate.when:
            labels = [knowledge.question(question).label for question in alternative]
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
    shapes, notes, y, stem = [], [], 0.0, 0.0
    for node in nodes:
        lines, x = _lines(node), node.depth * INDENT
        middle = y + LINE_PIXELS / 2
        if node.depth:
            branch = f"M {INDENT / 3:.3f},{-stem:.1f} L {INDENT / 3:.3f},{-middle:.1f} L {x - 0.01:.3f},{-middle:.1f}"
            width, dash = (3, "solid") if node.state == PATH else (1, "dot" if node.state == NO else "solid")
            shapes.append(
                {"type": "path", "path": branch, "line": {"color": ink[node.state], "width": width, "dash": dash}}
            )
        text = "<br>".join(
            f'<span style="font-size:11px">{_escaped(line)}</span>' if quiet else _escaped(line)
            for line, quiet in lines
        )
        bold = f"<b>{text}</b>" if node.state == PATH else text
        notes.append(
            {
                "x": x,
                "y": -y,
                "text": bold,
                "showarrow": False,
                "xanchor": "left",
                "yanchor": "top",
                "align": "left",
                "font": {"size": 13, "color": ink[node.state]},
            }
        )
        y += len(lines) * LINE_PIXELS + GAP_PIXELS
        stem = y - GAP_PIXELS if not node.depth else stem
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


def tree_text(nodes: Sequence[Node]) -> str:
    """The tree in words, for those who cannot see it."""
    return " ".join(_sentences(nodes))


def _sentences(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        below = f", {node.below}" if node.below else ""
        yield f"{'Then ' if node.depth else ''}{node.text}{below}: {STATE_WORDS[node.state]}."
