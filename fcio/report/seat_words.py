"""Two people answered alone: their differences in words. Names come in as they are to stand in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fcio.knowledge.shapes import DONT_KNOW
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import is_open
from fcio.model.fit_result import FitResult
from fcio.model.seats import CONSULTANT, OWNER, Difference
from fcio.report.numbers import counted
from fcio.report.words import answer_text, gate_headline, headline


def own(name: str) -> str:
    """Whose it is.

    >>> own("Anna"), own("the owner")
    ('Anna’s', 'the owner’s')
    """
    return f"{name}\u2019s"


def opened(sentence: str) -> str:
    """A sentence that begins with a capital.

    >>> opened("the owner answered")
    'The owner answered'
    """
    return sentence[:1].upper() + sentence[1:]


def effect_words(knowledge: Knowledge, difference: Difference, names: Mapping[str, str]) -> str:
    """What it does to the advice whether one answer counts or the other: gates first, then the first place."""
    gates = [gate_headline(gate, None) for gate in knowledge.gates if gate.id in difference.gates]
    above = f"One of the two puts something above the ranking: {'; '.join(gates)}. " if gates else ""
    return above + _first_place_words(knowledge, difference, names)


def _first_place_words(knowledge: Knowledge, difference: Difference, names: Mapping[str, str]) -> str:
    first = knowledge.role(difference.owner_first).article_name
    moved = f"{difference.effect:.1f}"
    if difference.changes_first:
        other = knowledge.role(difference.consultant_first).article_name
        if not difference.both:
            given, open_ = (first, other) if is_open(difference.consultant) else (other, first)
            return f"With this answer {given} comes first, without it {open_}; the lead moves by {moved} points of fit."
        return (
            f"With {own(names[OWNER])} answer {first} comes first, with {own(names[CONSULTANT])} {other}; "
            f"the lead moves by {moved} points of fit."
        )
    if not difference.points:
        return "It does not move the first place."
    return f"The first place stays with {first}; its lead moves by {moved} points of fit."


def counts_words(knowledge: Knowledge, difference: Difference, names: Mapping[str, str]) -> str:
    """Whose answer counts now, as a sentence; empty while that is not settled."""
    if difference.joint is None:
        return ""
    if difference.counts == DONT_KNOW:
        return "Counts now: you do not know."
    if difference.counts is not None:
        return f"Counts now: {own(names[difference.counts])} answer."
    return f"Counts now: neither, but {answer_text(knowledge.question(difference.question), difference.joint)}."


def results_sentence(knowledge: Knowledge, results: Mapping[str, FitResult], names: Mapping[str, str]) -> str:
    """What each of the two would get."""
    said = [f"{opened(names[seat])} \u2013 {headline(knowledge, result)}" for seat, result in results.items()]
    return f"You would each get: {'; '.join(said)}."


def standing(found: Sequence[Difference]) -> str:
    """How many differences there are, how many of them turn the advice, and how many are still to be settled."""
    if not found:
        return "Whatever you both answered, you answered alike."
    total = opened(counted(len(found), "answer")) + (" differs" if len(found) == 1 else " differ")
    turning = sum(difference.turns for difference in found)
    turns = f"; {counted(turning, 'difference')} would by itself change the advice" if turning else ""
    left = sum(difference.counts is None for difference in found)
    rest = f"{opened(counted(left, 'difference'))} still to settle." if left else "All of it is settled."
    return f"{total}{turns}. {rest}"
