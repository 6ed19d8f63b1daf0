"""The hiring kit and the comparison of candidates in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fcio.knowledge.shapes import JUDGEMENT
from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.hiring import because as why
from fcio.model.hiring.because import Because
from fcio.model.hiring.candidates import CandidateResult, Comparison
from fcio.model.hiring.kit import HiringKit
from fcio.model.hiring.offers import Offer
from fcio.model.hiring.turns import Turn
from fcio.report.engagement_words import engagement_sentence, price_grade
from fcio.report.numbers import counted, money, money_asked
from fcio.report.words import says

CLOSE = "; "
NAMED = 2


def listed(names: Sequence[str]) -> str:
    """Names in a sentence.

    >>> listed(["data"]), listed(["data", "cloud", "budget"])
    ('data', 'data, cloud and budget')
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def area_state(knowledge: Knowledge, areas: AreasResult, area: str) -> str:
    """Where an area stands against its target, in half a sentence."""
    row, name = areas.area(area), knowledge.area(area).name
    if row.level is None:
        return f"nobody has looked at {name} yet"
    if row.gap_certain:
        return f"{name} is short of its target"
    return f"{name} may be short of its target" if row.gap else f"{name} is among the areas that matter most here"


def because_text(knowledge: Knowledge, answers: Mapping[str, Any], areas: AreasResult | None, because: Because) -> str:
    """What put a line there, as a clause without a full stop."""
    kind, ids = because.kind, because.ids
    if kind == why.ANSWER:
        return CLOSE.join(says(knowledge.question(one), answers.get(one)) for one in ids)
    if kind == why.AREA and len(ids) > NAMED:
        return (
            f"{counted(len(ids), 'area').capitalize()} are short of their targets, {knowledge.area(ids[0]).name} first"
        )
    if kind == why.AREA and areas is not None:
        clause = CLOSE.join(area_state(knowledge, areas, one) for one in ids)
        return f"{clause[0].upper()}{clause[1:]}"
    if kind == why.ROLE:
        return f"It belongs to {knowledge.role(ids[0]).article_name}"
    if kind == why.MODE:
        return f"It belongs to {knowledge.engagement.article_name(ids[0])}"
    if kind == why.NEED:
        names = {criterion.id: criterion.name for criterion in knowledge.criteria}
        return f"You need: {listed([names[one] for one in ids])}"
    if kind == why.CONFLICT:
        headlines = {conflict.id: conflict.headline for conflict in knowledge.conflicts}
        if len(ids) > NAMED:
            together = f"{counted(len(ids), 'conflict').capitalize()} of interest come with it"
            return f"{together}, this one first: {headlines[ids[0]]}"
        return CLOSE.join(headlines[one] for one in ids)
    words = {
        why.OTHERWISE: "You have not said anything about it yet",
        why.CEILING: "The usual fee is more than you said you could spend",
        why.OWN: "You added it",
    }
    return words.get(kind, "It belongs in every such talk")


def source_name(knowledge: Knowledge, source: str) -> str:
    """A source by its title, or whose judgement it is."""
    own = {JUDGEMENT: "our judgement", "client": "your own figures"}
    return own.get(source) or knowledge.sources[source].title


def terms_lines(knowledge: Knowledge, kit: HiringKit) -> Iterator[str]:
    """Hours, time and pay of the role, with how good the prices are."""
    plain = engagement_sentence(kit.engagement).replace("*", "").replace("\\", "")
    yield f"{kit.engagement.label}. {plain}"
    grade = price_grade(kit.engagement)
    if grade:
        used = dict.fromkeys(figure.source for figure in kit.engagement.figures if figure.unit.startswith("usd"))
        yield f"{grade} ({CLOSE.join(source_name(knowledge, source) for source in used)})."


def caution_lines(knowledge: Knowledge, kit: HiringKit) -> Iterator[str]:
    """What stands above the kit: a gate that comes first, or core questions that are open."""
    for gate in (gate for gate in knowledge.gates if gate.id in kit.first):
        yield f"Settle this first: {gate.headline.partition('; then {fits}')[0]}."
    if kit.missing_core:
        yield f"{counted(len(kit.missing_core), 'core question').capitalize()} open: this kit is a draft."


WHOLE, UNSCORED = 100, "Nobody is scored yet"
"""All that can be reached; and what is said where nothing of it is known."""


def unscored(comparison: Comparison) -> bool:
    """Whether several are compared and nothing is known of any of them."""
    rows = comparison.rows
    return len(rows) > 1 and all(row.low == 0 and row.high == WHOLE for row in rows)


def score_name(knowledge: Knowledge, criterion: str) -> str:
    """The name of a criterion of the scorecard."""
    assert knowledge.scorecard is not None
    return knowledge.scorecard.criterion(criterion).name


def order_sentence(comparison: Comparison) -> str:
    """Who stands first and how firmly; a tie is said."""
    rows = comparison.rows
    if not rows:
        return "No candidate or offer has been put in yet."
    if len(rows) == 1:
        return f"{rows[0].name} reaches {rows[0].share:.0f} of 100 points; one candidate is no choice."
    ahead, second = rows[0], rows[1]
    if unscored(comparison):
        return f"{UNSCORED}; begin with what you know."
    if ahead.total.points == second.total.points:
        names = next(names for names in comparison.level if ahead.name in names)
        return f"{listed(names)} are level; choose by what no scorecard holds."
    overlap = max(row.high for row in rows[1:]) > ahead.low
    firm = "; what is still open could change that" if overlap else "; nothing that is open can change that"
    return f"{ahead.name} stands first, {ahead.share - second.share:.0f} of 100 points before {second.name}{firm}."


def turn_sentence(knowledge: Knowledge, turn: Turn) -> str:
    """One change that would put another one first."""
    name = score_name(knowledge, turn.criterion)
    if turn.candidate is None:
        return f"{turn.becomes} comes first if \u201c{name}\u201d weighs {turn.to} and not {turn.now}."
    now = "open" if turn.now is None else f"{turn.now}"
    return f"{turn.becomes} comes first if {turn.candidate} gets {turn.to} for \u201c{name}\u201d (now {now})."


def offer_lines(knowledge: Knowledge, offer: Offer) -> Iterator[str]:
    """Price, coverage and overlap of one offer."""
    price = offer.price
    if price.month is not None:
        told = money if price.hours_assumed else money_asked
        parts = [f"{told(price.month)} a month"]
        if offer.per_head is not None:
            parts.append(f"{told(offer.per_head)} for each person")
        if offer.per_area is not None:
            parts.append(f"{told(offer.per_area)} for each area covered")
        whole = f"{told(price.once)} once, which is " if price.once is not None else ""
        yield f"{whole}{', '.join(parts)}{' (with the usual hours; ask for theirs)' if price.hours_assumed else ''}."
    elif price.once is not None:
        yield f"{money_asked(price.once)} once."
    named = {area.id: area.short for area in knowledge.areas}
    if len(offer.unknown) < len(named):
        spoken = (("Covers", offer.covers), ("In part", offer.partly), ("Leaves open", offer.leaves_open))
        parts = [f"{word} {listed([named[a] for a in areas])}" for word, areas in spoken if areas]
        unsaid = [f"nothing is said of {listed([named[a] for a in offer.unknown])}"] if offer.unknown else []
        yield f"{CLOSE.join([*parts, *unsaid])}."
    for line, amount in offer.paid_already.items():
        assert knowledge.budget is not None
        label = knowledge.budget.category(line).label
        yield f"It includes a line you pay {money(amount)} a year for already: {label}."
    if offer.covered_already:
        yield f"Your provider looks after {listed([named[a] for a in offer.covered_already])} already."


def warning_lines(knowledge: Knowledge, row: CandidateResult) -> Iterator[str]:
    """The warnings that stand beside the points of one candidate."""
    assert knowledge.scorecard is not None
    yield from (knowledge.scorecard.warning(one).text for one in row.warnings)


def weight_reason(knowledge: Knowledge, assessment: Assessment, areas: AreasResult, kit: HiringKit) -> dict[str, str]:
    """By criterion, what of the case adds most to its weight; empty where it has only what everybody's has."""
    found = {}
    for weight in kit.weights:
        cases = [reason for reason in weight.reasons if reason.because.kind != why.ALWAYS]
        top = max(cases, key=lambda reason: reason.points, default=None)
        text = "" if top is None else because_text(knowledge, assessment.answers, areas, top.because)
        found[weight.criterion] = text
    return found
