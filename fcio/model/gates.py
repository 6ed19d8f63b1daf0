"""The musts above the ranking, and what the firm needs beside the role."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.knowledge.schema import Complement, Gate
from fcio.knowledge.shapes import Test
from fcio.model.situation import MAYBE, SHOWN, Situation, alternative_holds, holds


@dataclass(frozen=True)
class GateVerdict:
    """A gate that is shut (``on``) or that an open answer could still shut."""

    gate: Gate
    on: bool


@dataclass(frozen=True)
class OpenGate:
    """A gate that questions nobody has asked yet could still shut, and which of them to ask first."""

    gate: Gate
    questions: tuple[str, ...]


def gate_verdicts(s: Situation) -> tuple[GateVerdict, ...]:
    """Every gate that holds or could still hold, in the written order of priority."""
    verdicts = [(gate, holds(s, gate.when)) for gate in s.tables.knowledge.gates]
    return tuple(GateVerdict(gate, bool(on)) for gate, on in verdicts if on is not False)


def _to_ask(s: Situation, name: str) -> str | None:
    """What to ask so that this question gets an answer: itself, or its parent; None where it was asked already."""
    t = s.tables
    place = t.index[name]
    asked = s.answers.get(name) is not None
    if not asked and s.visible[place] == MAYBE:
        name = t.questions[int(t.parent[place])].id
        asked = s.answers.get(name) is not None
    return None if asked or s.visible[t.index[name]] != SHOWN else name


def _first_to_ask(s: Situation, alternative: dict[str, Test]) -> str | None:
    """The question to ask first about an open alternative; None where one that was asked stays open."""
    undecided = [name for name, test in alternative.items() if alternative_holds(s, {name: test}) is None]
    asks = [_to_ask(s, name) for name in undecided]
    return None if None in asks else asks[0]


def open_gates(s: Situation) -> tuple[OpenGate, ...]:
    """Gates that unasked questions could still shut, above the first that is shut, in the order of priority.

    What was asked and left open does not count: asking again does not answer it.
    """
    found = []
    for verdict in gate_verdicts(s):
        if verdict.on:
            break
        open_ones = [one for one in verdict.gate.when if alternative_holds(s, one) is None]
        asks = (_first_to_ask(s, one) for one in open_ones)
        questions = tuple(dict.fromkeys(name for name in asks if name is not None))
        if questions:
            found.append(OpenGate(verdict.gate, questions))
    return tuple(found)


def complements(s: Situation) -> tuple[Complement, ...]:
    """What the firm also needs, whoever leads: operations are not leadership."""
    return tuple(c for c in s.tables.knowledge.complements if holds(s, c.when))
