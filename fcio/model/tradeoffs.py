"""Preferences as trade-offs: each choice between two good things moves the weights of their criteria."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.knowledge.preferences import Side, TradeOff
from fcio.knowledge.whole import Knowledge
from fcio.model.points import HEAVIEST, LIGHTEST
from fcio.model.situation import Situation, alternative_holds

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


@dataclass(frozen=True)
class Torn:
    """A criterion that won in some pairs and lost in others; ``net`` is what is left of it."""

    criterion: str
    won: tuple[str, ...]
    lost: tuple[str, ...]
    net: int


@dataclass(frozen=True)
class Circle:
    """Choices that go round: each criterion was put above the next, and the last above the first."""

    criteria: tuple[str, ...]
    pairs: tuple[str, ...]


@dataclass(frozen=True)
class Against:
    """A choice that says the opposite of an answer given in the intake."""

    pair: str
    side: str
    questions: tuple[str, ...]


def chosen_sides(knowledge: Knowledge, choices: Mapping[str, str]) -> list[tuple[TradeOff, Side, Side]]:
    """Every pair in which a side was chosen: the pair, the side that won, the side that lost."""
    found = []
    for pair in knowledge.tradeoffs:
        choice = choices.get(pair.id, EQUAL)
        if choice != EQUAL:
            won, lost = (pair.first, pair.second) if choice == FIRST else (pair.second, pair.first)
            found.append((pair, won, lost))
    return found


def _circle_from(start: str, edges: list[tuple[str, str, str]]) -> Circle | None:
    """The shortest way from a criterion over those it was put above back to itself."""
    ways: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((start,), ())]
    seen = {start}
    while ways:
        criteria, pairs = ways.pop(0)
        for pair, won, lost in edges:
            if won != criteria[-1]:
                continue
            if lost == start:
                return Circle(criteria, (*pairs, pair))
            if lost not in seen:
                seen.add(lost)
                ways.append(((*criteria, lost), (*pairs, pair)))
    return None


def circles(knowledge: Knowledge, choices: Mapping[str, str]) -> tuple[Circle, ...]:
    """Choices that form a circle, each circle once, the shortest through its first criterion."""
    edges = [(pair.id, won.criterion, lost.criterion) for pair, won, lost in chosen_sides(knowledge, choices)]
    found: dict[frozenset[str], Circle] = {}
    for criterion in knowledge.criteria:
        circle = _circle_from(criterion.id, edges)
        if circle is not None:
            found.setdefault(frozenset(circle.pairs), circle)
    return tuple(found.values())


def contradictions(knowledge: Knowledge, choices: Mapping[str, str]) -> tuple[Circle | Torn, ...]:
    """Circles among the choices, then each criterion outside them that won in one pair and lost in another.

    >>> from fcio.knowledge.load import load
    >>> contradictions(load(), {"cost_or_days": "first", "near_or_far": "first"})
    (Torn(criterion='low_cost', won=('cost_or_days',), lost=('near_or_far',), net=0),)
    """
    round_about = circles(knowledge, choices)
    explained = {criterion for circle in round_about for criterion in circle.criteria}
    sides = chosen_sides(knowledge, choices)
    torn = []
    for criterion in (c.id for c in knowledge.criteria):
        won = tuple(pair.id for pair, side, _ in sides if side.criterion == criterion)
        lost = tuple(pair.id for pair, _, side in sides if side.criterion == criterion)
        if won and lost and criterion not in explained:
            torn.append(Torn(criterion, won, lost, len(won) - len(lost)))
    return (*round_about, *torn)


def against_answers(s: Situation, choices: Mapping[str, str]) -> tuple[Against, ...]:
    """Choices whose opposite was plainly answered in the intake, with the questions that say so."""
    found = []
    for pair, side, _ in chosen_sides(s.tables.knowledge, choices):
        said = [alternative for alternative in side.against if alternative_holds(s, alternative)]
        if said:
            questions = tuple(dict.fromkeys(question for alternative in said for question in alternative))
            found.append(Against(pair.id, choices[pair.id], questions))
    return tuple(found)
