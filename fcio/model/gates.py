"""The musts above the ranking, and what the firm needs beside the role."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.knowledge.schema import Complement, Gate
from fcio.model.situation import Situation, holds


@dataclass(frozen=True)
class GateVerdict:
    """A gate that is shut (``on``) or that an open answer could still shut."""

    gate: Gate
    on: bool


def gate_verdicts(s: Situation) -> tuple[GateVerdict, ...]:
    """Every gate that holds or could still hold, in the written order of priority."""
    verdicts = [(gate, holds(s, gate.when)) for gate in s.tables.knowledge.gates]
    return tuple(GateVerdict(gate, bool(on)) for gate, on in verdicts if on is not False)


def complements(s: Situation) -> tuple[Complement, ...]:
    """What the firm also needs, whoever leads: operations are not leadership."""
    return tuple(c for c in s.tables.knowledge.complements if holds(s, c.when))
