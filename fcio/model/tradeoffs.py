"""Preferences as trade-offs: each choice between two good things moves the weights of their criteria."""

from __future__ import annotations

from collections.abc import Mapping

from fcio.knowledge.schema import Knowledge
from fcio.model.points import HEAVIEST, LIGHTEST

FIRST, SECOND, EQUAL = "first", "second", "equal"
SIDES = (FIRST, SECOND, EQUAL)


def net_wins(knowledge: Knowledge, choices: Mapping[str, str]) -> dict[str, int]:
    """For each criterion the choices it won less those it lost, in whole numbers."""
    net = {criterion.id: 0 for criterion in knowledge.criteria}
    for pair in knowledge.tradeoffs:
        sign = {FIRST: 1, SECOND: -1}.get(choices.get(pair.id, EQUAL), 0)
        net[pair.first.criterion] += sign
        net[pair.second.criterion] -= sign
    return net


def traded_weights(knowledge: Knowledge, choices: Mapping[str, str]) -> dict[str, int]:
    """The weights after the choices: the usual weight plus the net wins, kept within 1 to 4.

    >>> from fcio.knowledge.load import load
    >>> knowledge = load()
    >>> traded_weights(knowledge, {}) == {c.id: c.weight for c in knowledge.criteria}
    True
    """
    net = net_wins(knowledge, choices)
    return {c.id: min(HEAVIEST, max(LIGHTEST, c.weight + net[c.id])) for c in knowledge.criteria}


def client_weights(knowledge: Knowledge, choices: Mapping[str, str], preferences: Mapping[str, int]) -> dict[str, int]:
    """The weights that differ from the usual ones: those the choices moved, and over them those given outright."""
    usual = {c.id: c.weight for c in knowledge.criteria}
    traded = traded_weights(knowledge, choices)
    return {c: w for c, w in traded.items() if w != usual[c]} | dict(preferences)
