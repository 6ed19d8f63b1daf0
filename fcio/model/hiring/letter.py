"""What a letter to the owner says: their words, the finding and its doubt, what to decide now and what may wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fcio.knowledge.hiring import LetterLine
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import is_open
from fcio.model.assessment import Assessment
from fcio.model.engagement import Engagement
from fcio.model.fit_result import FitResult
from fcio.model.flips import Flip
from fcio.model.hiring.because import ALWAYS, CEILING, Because, KitLine, reason
from fcio.model.hiring.kit import role_hired
from fcio.model.quote import quoted
from fcio.model.situation import Situation, situation
from fcio.model.tables import Tables, tables


@dataclass(frozen=True)
class LetterParts:
    """The content of the letter before it is put into words; ``goal`` and ``fear`` are quotes, empty where not given.

    ``rival`` is the close second of the role fit, ``flip`` the nearest change that would put another role first.
    """

    role: str
    goal: str
    fear: str
    rival: str
    flip: Flip | None
    decisions: tuple[KitLine, ...]
    postpone: tuple[KitLine, ...]


def _own_words(assessment: Assessment, question: str, longest: int) -> str:
    answer = assessment.answers.get(question)
    text = assessment.notes.get(question, "") if is_open(answer) or not str(answer).strip() else str(answer)
    return quoted(text, longest)


def _lines(
    s: Situation, lines: Sequence[LetterLine], engaged: Engagement, count: int, article: str
) -> tuple[KitLine, ...]:
    """The first so many lines that stand; one about money only where the usual fee is more than can be spent."""
    found = []
    for line in lines:
        why = reason(s, line, engaged.role, engaged.mode)
        if why is None or (line.over_ceiling and not engaged.over_ceiling):
            continue
        because = Because(CEILING) if line.over_ceiling else why
        found.append(KitLine(line.id, line.text.replace("{role}", article), because, line.source))
    return tuple(found[:count])


def _musts(fit: FitResult) -> Iterator[KitLine]:
    """What stands above the ranking, each with its first step: it is decided before anything else."""
    for verdict in fit.gates:
        if verdict.on:
            gate = verdict.gate
            text = f"{gate.decision}. {gate.steps[0].rstrip('.')}"
            yield KitLine(gate.id, text, Because(ALWAYS), gate.source)


def letter_parts(
    knowledge: Knowledge,
    assessment: Assessment,
    fit: FitResult,
    role: str | None = None,
    t: Tables | None = None,
) -> LetterParts:
    """What the letter says about the role hired for; ``t``: the tables, where at hand."""
    rules = knowledge.letter
    if rules is None:
        raise ValueError("this knowledge has no letter; load it from data/")
    role = role_hired(assessment, fit, role)
    s, article = situation(t or tables(knowledge), assessment.answers), knowledge.role(role).article_name
    engaged = fit.engagements[role]
    early = bool(fit.missing_core) and role == fit.leader.role
    now, later = (rules.too_early_decisions, rules.too_early_postpone) if early else (rules.decisions, rules.postpone)
    usual = _lines(s, now, engaged, rules.decide_now, article)
    single = [flip for flip in fit.flips if len(flip.changes) == 1]
    return LetterParts(
        role=role,
        goal=_own_words(assessment, rules.goal_question, rules.quote_characters),
        fear=_own_words(assessment, rules.fear_question, rules.quote_characters),
        rival=next(row.role for row in fit.ranking if row.role != fit.leader.role),
        flip=next(iter(single or fit.flips), None),
        decisions=(*_musts(fit), *usual)[: rules.decide_now],
        postpone=_lines(s, later, engaged, rules.wait, article),
    )
