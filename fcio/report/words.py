"""The sentences a result speaks: headline, engagement, reasons, flip cards, doubts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fcio.knowledge.schema import Gate, Question, Role
from fcio.knowledge.shapes import DONT_KNOW, RATHER_NOT_SAY
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import is_open, none_option, state_of, tickable
from fcio.model.fit_result import FitResult
from fcio.model.flips import Change, Flip
from fcio.model.lowered import lowered
from fcio.report.engagement_words import engagement_sentence, over_ceiling_sentence
from fcio.report.numbers import counted, in_hundred, percent

OPEN_WORDS = {DONT_KNOW: "Don\u2019t know", RATHER_NOT_SAY: "Rather not say"}
NATURE_WORDS = {"choice": "If you choose", "event": "If it happens", "fact": "If we misunderstood"}
NATURE_CONDITIONS = {"choice": "you decide", "event": "it comes about", "fact": "it turns out"}
THEN = "; then {fits}"
"""Where the headline of a must goes on with the role that follows it."""
REASONS_SHOWN = 5


@dataclass(frozen=True)
class Reason:
    """One line of why: the lead over a rival in points and in fit, in words; ``question`` is None for the rest.

    ``fit`` has one decimal; the line for all other answers closes the sum of both columns.
    """

    question: str | None
    points: int
    fit: float
    text: str


def answer_text(question: Question, answer: Any) -> str:
    """An answer as the reader gave it, in words."""
    if answer is None:
        return "Not answered"
    if is_open(answer):
        return OPEN_WORDS[answer]
    if question.kind == "number":
        return f"{answer:,} {question.unit}"
    if question.kind == "text":
        return str(answer)
    wanted = answer if isinstance(answer, tuple | list) else (answer,)
    return "; ".join(option.text for option in question.options if option.id in wanted)


def says(question: Question, answer: Any) -> str:
    """An answer as a fact about the firm, for reasons and flip cards."""
    if is_open(answer):
        return f"{question.label}: open, counted as the average of its answers"
    if question.kind == "many":
        ticked = [o for place, o in enumerate(tickable(question)) if state_of(question, answer) >> place & 1]
        options = ticked or [none_option(question)]
    else:
        options = [question.options[state_of(question, answer)]]
    return "; ".join(option.says or f"{question.label}: {option.text}" for option in options)


def gate_headline(gate: Gate, leader: Role | None) -> str:
    """A gate's headline with the leading role put in where it names one; without a leader that part is left out."""
    if leader is None:
        return gate.headline.partition(THEN)[0]
    return gate.headline.replace("{fits}", leader.fits)


def headline(knowledge: Knowledge, result: FitResult) -> str:
    """The finding as one sentence."""
    if result.headline.kind == "too_early":
        return "Too early to say"
    role = knowledge.role(result.leader.role)
    if result.headline.kind == "gate":
        gate = next(v.gate for v in result.gates if v.gate.id == result.headline.id)
        return gate_headline(gate, None if result.missing_core else role)
    if not (result.settled or result.confident):
        return f"So far, {role.so_far}"
    return role.headline


def lead_sentence(knowledge: Knowledge, result: FitResult) -> str:
    """What the finding means: the engagement, put in relation to the gate above it where there is one."""
    if result.missing_core:
        return verdict(result)
    engaged = engagement_sentence(result.engagement) + over_ceiling_sentence(result.engagement)
    fits = knowledge.role(result.leader.role).fits
    effect = next((verdict.gate.effect for verdict in result.gates if verdict.on), None)
    if effect == "instead":
        return f"None of the six choices is made for that. Among them, {fits}."
    if effect == "mode":
        return f"{engaged} For the time after, {fits}."
    return f"Then, {fits}. {engaged}" if effect == "before" else engaged


def lead_badge(result: FitResult) -> str:
    """How often the leader leads when weights and open answers vary."""
    return f"Leads in {in_hundred(result.leader.first)} ways to weigh and answer"


def settled_badge(result: FitResult) -> str:
    """What the open answers can still do."""
    if result.settled:
        return "Settled: no open answer changes it"
    if result.confident:
        return f"Likely to stay: in {in_hundred(result.stays)} ways to go on asking"
    return f"Open: {counted(result.shown - result.answered, 'answer')} missing"


def reasons(knowledge: Knowledge, result: FitResult, answers: Mapping[str, Any], rival: str) -> tuple[Reason, ...]:
    """The leader's points over a rival, largest first, closed by *other* and the line: they sum to the margin."""
    leader, given = result.leader.role, {**answers, **result.derived}
    rows = []
    for question_id, by_role in result.contributions.items():
        lead = by_role[leader] - by_role[rival]
        text = says(knowledge.question(question_id), given.get(question_id))
        rows.append(Reason(question_id, lead, round(result.in_fit_units(lead), 1), text))
    rows.sort(key=lambda row: (-abs(row.points), row.question or ""))
    shown = sorted((row for row in rows[:REASONS_SHOWN] if row.points), key=lambda row: -row.points)
    base = result.base[leader] - result.base[rival]
    line = [Reason(None, base, round(result.in_fit_units(base), 1), "The effort of engaging anybody")] if base else []
    rest = sum(row.points for row in rows) - sum(row.points for row in shown)
    closing = round(margin_in_fit(result, rival) - sum(row.fit for row in (*shown, *line)), 1)
    return (*shown, Reason(None, rest, closing, f"{counted(len(rows) - len(shown), 'other question')} together"), *line)


def margin_in_fit(result: FitResult, rival: str) -> float:
    """The leader's lead over a rival on the scale of the picture, one decimal."""
    return round(result.in_fit_units(result.leader.points - result.score(rival).points), 1)


def change_text(knowledge: Knowledge, change: Change, answers: Mapping[str, Any]) -> str:
    """What would be different, as a clause; of many ticks only the one that turns."""
    question = knowledge.question(change.question)
    if question.kind != "many":
        return says(question, change.answer)
    turned = state_of(question, answers.get(question.id)) ^ state_of(question, change.answer)
    option = tickable(question)[turned.bit_length() - 1]
    clause = option.says or f"{question.label}: {option.text}"
    return clause if option.id in change.answer else f"It is no longer so that {lowered(clause)}"


def _by_nature(flip: Flip) -> list[Change]:
    return sorted(flip.changes, key=lambda change: list(NATURE_WORDS).index(change.nature))


def flip_condition(knowledge: Knowledge, flip: Flip, answers: Mapping[str, Any]) -> str:
    """All changes as one condition that follows "if"."""
    found: list[str] = []
    before = None
    for change in _by_nature(flip):
        clause = lowered(change_text(knowledge, change, answers))
        found.append(
            f"that {clause}" if change.nature == before else f"{NATURE_CONDITIONS[change.nature]} that {clause}"
        )
        before = change.nature
    return ", and ".join(found)


def flip_clauses(knowledge: Knowledge, flip: Flip, answers: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Each change as its introduction and its clause, what the owner decides first."""
    clauses, before = [], None
    for change in _by_nature(flip):
        title = NATURE_WORDS[change.nature]
        if before is not None:
            title = "and" if change.nature == before else f"and {title[0].lower()}{title[1:]}:"
        else:
            title += ":"
        clauses.append((title, lowered(change_text(knowledge, change, answers))))
        before = change.nature
    return tuple(clauses)


def distance(flip: Flip) -> tuple[int, int]:
    """How far a flip is from being decided: what the owner chooses is nearest, then the smaller change."""
    order = list(NATURE_WORDS)
    return max(order.index(change.nature) for change in flip.changes), len(flip.changes)


def coverage_line(result: FitResult) -> str:
    """How much is answered, for the grey line."""
    return f"answered {result.answered} of {result.shown}"


def verdict(result: FitResult) -> str:
    """What to do about the open answers, for the *so far* line."""
    if result.missing_core:
        return f"{counted(len(result.missing_core), 'core question').capitalize()} to go before a recommendation."
    if result.settled:
        return "Nothing left to answer would change the recommendation."
    if result.confident:
        share = percent(1 - result.stays)
        return f"You may stop: going on would put another choice first in {share} of the ways the talk could go."
    return "The answers still open could change the recommendation."
