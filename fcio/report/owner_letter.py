"""The letter to the owner: one page in plain words, with its time to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.fit_result import FitResult
from fcio.model.hiring.because import ANSWER, CEILING, KitLine
from fcio.model.hiring.letter import LetterParts, letter_parts
from fcio.model.tables import Tables
from fcio.report.hiring_words import because_text
from fcio.report.numbers import counted, in_hundred
from fcio.report.words import flip_condition, headline, lead_sentence

GREETING, GOAL, FEAR, FINDING, DOUBT, FLIP = "greeting", "goal", "fear", "finding", "doubt", "flip"
MONEY, RISK, DECISIONS, POSTPONE, CLOSING = "money", "risk", "decisions", "postpone", "closing"
PARAGRAPHS = (GREETING, GOAL, FEAR, FINDING, DOUBT, FLIP, MONEY, RISK, DECISIONS, POSTPONE, CLOSING)


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its text, what comes under it as a list, and whether the owner changed it."""

    id: str
    text: str
    items: tuple[str, ...] = ()
    changed: bool = False


@dataclass(frozen=True)
class OwnerLetter:
    """The letter; ``minutes`` to read it, rounded up to half a minute."""

    paragraphs: tuple[Paragraph, ...]
    words: int
    minutes: float

    def paragraph(self, paragraph_id: str) -> Paragraph | None:
        """The paragraph with this id, None where the letter has none."""
        return next((one for one in self.paragraphs if one.id == paragraph_id), None)


def _finding(knowledge: Knowledge, fit: FitResult) -> str:
    """Headline and engagement; what the headline of a gate says already is not said twice."""
    found, sentence = headline(knowledge, fit), lead_sentence(knowledge, fit).replace("*", "").replace("\\", "")
    fits = knowledge.role(fit.leader.role).fits
    return f"{found}. {sentence.removeprefix(f'Then, {fits}. ') if fits in found else sentence}"


def _engaging(knowledge: Knowledge, role: str) -> str:
    """A role as the subject of a sentence; the choice of nobody so that it is not read as "no role"."""
    found = knowledge.role(role)
    return f"engaging {found.article_name}" if found.is_line else found.article_name


def _doubt(knowledge: Knowledge, fit: FitResult, parts: LetterParts) -> str:
    assert knowledge.letter is not None
    rival, name = fit.score(parts.rival), _engaging(knowledge, parts.rival)
    behind = round(fit.leader.fit - rival.fit, 1)
    second = f"{name[0].upper()}{name[1:]} comes second"
    close = "level with it" if behind == 0 else f"{behind:g} points of 100 behind"
    beside = any(verdict.on and verdict.gate.effect == "instead" for verdict in fit.gates)
    first = f"Among the six, {_engaging(knowledge, fit.leader.role)}" if beside else "It"
    ways = in_hundred(fit.leader.first)
    level = f" {knowledge.letter.level.text}" if behind <= knowledge.letter.level.points else ""
    return f"How sure is that? {first} leads in {ways} ways to weigh and answer. {second}, {close}.{level}"


def _flip(knowledge: Knowledge, assessment: Assessment, fit: FitResult, parts: LetterParts) -> str:
    if parts.flip is None:
        return ""
    answers = {**assessment.answers, **fit.derived}
    condition = flip_condition(knowledge, parts.flip, answers)
    return f"What would change it: if {condition}, then {knowledge.role(parts.flip.becomes).fits}."


def _item(knowledge: Knowledge, assessment: Assessment, areas: AreasResult, line: KitLine) -> str:
    if line.because.kind not in (ANSWER, CEILING):
        return f"{line.text}."
    return f"{line.text}. ({because_text(knowledge, assessment.answers, areas, line.because)}.)"


def _texts(
    knowledge: Knowledge,
    assessment: Assessment,
    fit: FitResult,
    parts: LetterParts,
    money: Sequence[str],
    risk: Sequence[str],
) -> Iterator[tuple[str, str]]:
    yield GREETING, "This page sums up our talk. It is advice; every decision in it is yours."
    if parts.goal:
        yield GOAL, f"You told me what must be different in a year: \u201c{parts.goal}\u201d"
    if parts.fear:
        yield FEAR, f"And what worries you: \u201c{parts.fear}\u201d"
    yield FINDING, _finding(knowledge, fit)
    if not fit.missing_core:
        other = knowledge.role(parts.role)
        if parts.role != fit.leader.role:
            yield DOUBT, f"What follows is written for {other.article_name}, since that is what you look for."
        else:
            yield DOUBT, _doubt(knowledge, fit, parts)
        yield FLIP, _flip(knowledge, assessment, fit, parts)
    yield MONEY, " ".join(money)
    yield RISK, " ".join(risk)
    yield DECISIONS, f"{counted(len(parts.decisions), 'decision').capitalize()} to take now:"
    yield POSTPONE, f"{counted(len(parts.postpone), 'thing').capitalize()} that may wait:"
    yield CLOSING, "If one of these facts turns out different, tell me, and we look again."


def owner_letter(
    knowledge: Knowledge,
    assessment: Assessment,
    fit: FitResult,
    areas: AreasResult,
    role: str | None = None,
    *,
    money: Sequence[str] = (),
    risk: Sequence[str] = (),
    t: Tables | None = None,
) -> OwnerLetter:
    """The letter for one client; ``money`` and ``risk`` are ready sentences, left out where there are none.

    A text kept under ``hiring.letter`` replaces the paragraph of that id with what hangs under it; an empty one
    leaves it out.
    """
    parts, own = letter_parts(knowledge, assessment, fit, role, t), assessment.hiring.get("letter", {})
    hanging = {
        DECISIONS: tuple(_item(knowledge, assessment, areas, line) for line in parts.decisions),
        POSTPONE: tuple(_item(knowledge, assessment, areas, line) for line in parts.postpone),
    }
    texts = dict(_texts(knowledge, assessment, fit, parts, money, risk))
    found = []
    for name in PARAGRAPHS:
        changed = name in own
        text = own[name].strip() if changed else texts.get(name, "")
        if text:
            found.append(Paragraph(name, text, () if changed else hanging.get(name, ()), changed))
    words = sum(len(" ".join((one.text, *one.items)).split()) for one in found)
    assert knowledge.letter is not None
    return OwnerLetter(tuple(found), words, ceil(2 * words / knowledge.letter.words_per_minute) / 2)
