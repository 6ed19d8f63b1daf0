"""The hiring kit, the candidates and the letter for a reader of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fcio.exchange.hiring_json import Hiring, letter_lines
from fcio.knowledge.whole import Knowledge
from fcio.model.hiring.because import ALWAYS, Because, KitLine
from fcio.report.engagement_words import leader_sought
from fcio.report.hiring_words import (
    because_text,
    caution_lines,
    offer_lines,
    order_sentence,
    score_name,
    terms_lines,
    turn_sentence,
    warning_lines,
    weight_reason,
)

TURNS_SHOWN = 3


def _why(knowledge: Knowledge, found: Hiring, because: Because) -> str:
    if because.kind == ALWAYS:
        return ""
    return f" [{because_text(knowledge, found.assessment.answers, found.areas, because)}]"


def _block(knowledge: Knowledge, found: Hiring, title: str, lines: Sequence[KitLine]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
    for line in lines:
        minutes = "" if line.minutes is None else f"{line.minutes} min. "
        yield f"  - {minutes}{line.text}{_why(knowledge, found, line.because)}"
        if line.beside:
            yield f"      Look for: {line.beside}"


def _interview(knowledge: Knowledge, found: Hiring) -> Iterator[str]:
    if found.kit.questions:
        yield "Interview questions:"
    for number, asked in enumerate(found.kit.questions, 1):
        yield f"  {number}. {asked.text}{_why(knowledge, found, asked.because)}"
        if asked.good:
            yield f"      Good: {asked.good}"
        if asked.worrying:
            yield f"      Worrying: {asked.worrying}"


def _sample(knowledge: Knowledge, found: Hiring) -> Iterator[str]:
    sample = found.kit.sample
    if sample is not None and knowledge.hiring is not None:
        most = knowledge.hiring.work_samples.free_hours
        yield f"Work sample, {sample.hours:g} hour{'' if sample.hours == 1 else 's'} (pay for more than {most:g}):"
        yield f"  {sample.line.text}{_why(knowledge, found, sample.line.because)}"
        yield from (f"  - {text}" for text in sample.look_for)


def candidate_lines(knowledge: Knowledge, found: Hiring) -> Iterator[str]:
    """The scorecard, the people and offers in their order, and what would turn it."""
    comparison = found.comparison
    yield "Scorecard, in points of weight:"
    reasons = weight_reason(knowledge, found.assessment, found.areas, found.kit)
    for weight in comparison.weights:
        text = f" [{reasons[weight.criterion]}]" if reasons[weight.criterion] else ""
        yield f"  {score_name(knowledge, weight.criterion):20} {weight.points:3}{text}"
    yield order_sentence(comparison)
    for row in comparison.rows:
        yield f"  {row.name:22} {row.share:5.1f}  ({row.low:.1f} to {row.high:.1f})"
        yield from (f"      {text}" for text in offer_lines(knowledge, row.offer))
        yield from (f"      Mind: {text}" for text in warning_lines(knowledge, row))
    turns = (*comparison.score_turns[:TURNS_SHOWN], *comparison.weight_turns[:TURNS_SHOWN])
    yield from (f"  {turn_sentence(knowledge, turn)}" for turn in turns)


def kit_lines(knowledge: Knowledge, found: Hiring) -> Iterator[str]:
    """The kit, each line with what put it there in square brackets."""
    kit = found.kit
    yield from caution_lines(knowledge, kit)
    if kit.nobody:
        yield f"Hiring: {kit.instead}"
        yield from _block(knowledge, found, "Steps instead", kit.steps)
        return
    yield f"Hiring {leader_sought(knowledge, kit.role, kit.engagement.mode)}"
    yield from (f"  {text}" for text in terms_lines(knowledge, kit))
    yield from _block(knowledge, found, "First conversation", kit.agenda)
    for section in kit.description:
        yield from _block(knowledge, found, section.title, section.lines)
    yield from _block(knowledge, found, "Where to look", kit.where)
    yield from _interview(knowledge, found)
    yield from _block(knowledge, found, "To ask a reference", kit.references)
    yield from _sample(knowledge, found)


def hiring_lines(knowledge: Knowledge, found: Hiring) -> Iterator[str]:
    """Kit, candidates and letter."""
    yield from kit_lines(knowledge, found)
    yield from candidate_lines(knowledge, found)
    yield from letter_lines(found)
