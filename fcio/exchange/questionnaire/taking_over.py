"""A returned questionnaire held against a client: what is new or changed, and the client with all of it taken over."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fcio.exchange.case_file import Document, checked_document
from fcio.exchange.questionnaire import shape
from fcio.exchange.questionnaire.lists_sheet import LEVEL_CODES
from fcio.exchange.questionnaire.returned import ReadQuestionnaire, label_of
from fcio.knowledge.schema import Question
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import checked_answer, is_open, none_option
from fcio.report.words import answer_text

NEW, CHANGED, SAME, REMOVED = "new", "changed", "same", "removed"
ANSWER, COMMENT, LEVEL = "answer", "comment", "level"
NOTHING = "Not answered"
BLANKS = "(only blanks)"


@dataclass(frozen=True)
class Change:
    """One answer, comment or level of the file beside what is stored now, both in words; ``row`` is its id."""

    row: str
    what: str
    label: str
    state: str
    now: str
    then: str


@dataclass(frozen=True)
class Preview:
    """What taking the file over would do, in the order of the questions; nothing is stored by it.

    ``missing`` are the labels of rows that are not in the file; what they stand for stays as it is.
    ``other_client`` is the name the file carries where it is not this client's.
    """

    changes: tuple[Change, ...]
    missing: tuple[str, ...]
    other_client: str

    def of(self, *states: str) -> tuple[Change, ...]:
        """The changes in one of these states."""
        return tuple(change for change in self.changes if change.state in states)


def preview(knowledge: Knowledge, document: Document, read: ReadQuestionnaire, *, erase: bool = False) -> Preview:
    """What is new, changed, the same or (with ``erase``) removed, from what to what."""
    then = merged(knowledge, document, read, erase=erase)
    changes = [*_answers(knowledge, document, then, read, erase), *_levels(knowledge, document, then, read, erase)]
    name = document.get("client", {}).get("name", "")
    other = read.client if read.client.strip() and read.client.split() != name.split() else ""
    return Preview(tuple(changes), tuple(label_of(knowledge, row) for row in read.missing), other)


def merged(knowledge: Knowledge, document: Document, read: ReadQuestionnaire, *, erase: bool = False) -> Document:
    """The checked document with everything that was read in it, or :class:`fcio.model.answers.Refused` and no change.

    What the file does not say stays as it is: cells that could not be read, rows that are missing, and empty cells.
    With ``erase`` an empty cell of a row that is in the file takes the answer, level or comment back; that is not the
    usual way, for people send back files in which they filled in their own part only.
    """
    whole = copy.deepcopy(dict(document))
    answers, notes = dict(whole.get("answers", {})), dict(whole.get("notes", {}))
    levels, details = dict(whole.get("areas", {})), dict(whole.get("area_details", {}))
    for question in shape.asked(knowledge):
        if question.id in read.answers:
            answers[question.id] = _with_lost(question, read, answers.get(question.id))
    notes.update(read.comments)
    levels.update(read.areas)
    for indicator, note in read.area_comments.items():
        details[indicator] = {**details.get(indicator, {}), "note": note}
    if erase:
        _erase(knowledge, read, answers, notes, levels, details)
    parts = {"answers": answers, "notes": notes, "areas": levels, "area_details": details}
    whole.update({key: part for key, part in parts.items() if part or key in whole})
    return checked_document(knowledge, whole)


def _with_lost(question: Question, read: ReadQuestionnaire, now: Any) -> Any:
    """The answer that was read, together with stored ticks of options whose rows are gone from the file."""
    answer, lost = read.answers[question.id], read.missing_options.get(question.id, ())
    if question.kind != "many" or is_open(answer) or is_open(now):
        return answer
    none = none_option(question).id
    if none in answer:
        return answer
    return tuple(o.id for o in question.options if o.id in answer or (o.id in now and o.id in lost and o.id != none))


def _erase(
    knowledge: Knowledge,
    read: ReadQuestionnaire,
    answers: dict[str, Any],
    notes: dict[str, str],
    levels: dict[str, Any],
    details: dict[str, dict[str, str]],
) -> None:
    unreadable, missing = {one.field for one in read.unreadable}, set(read.missing)
    for row in read.blank:
        if row.startswith(shape.AREA_PREFIX):
            levels.pop(row.removeprefix(shape.AREA_PREFIX), None)
        elif row not in read.missing_options:
            answers.pop(row, None)
    for key in (*(question.id for question in shape.asked(knowledge)), shape.GENERAL):
        if key not in read.comments and key not in unreadable | missing:
            notes.pop(key, None)
    for indicator in shape.indicators(knowledge) if read.with_areas else ():
        row = shape.area_row(indicator.id)
        if indicator.id not in read.area_comments and row not in unreadable | missing:
            details.get(indicator.id, {}).pop("note", None)


def _answers(
    knowledge: Knowledge, before: Document, then: Document, read: ReadQuestionnaire, erase: bool
) -> Iterator[Change]:
    notes = (before.get("notes", {}), then.get("notes", {}))
    for question in shape.asked(knowledge):
        now, after = (document.get("answers", {}).get(question.id) for document in (before, then))
        now = None if now is None else checked_answer(question, now)
        if question.id in read.answers or (erase and now != after):
            texts = (_answer_words(question, now), _answer_words(question, after))
            yield _change(question.id, ANSWER, question.label, now, after, texts)
        yield from _comment(question.id, question.label, question.id in read.comments, question.id, notes)
    yield from _comment(
        shape.GENERAL, label_of(knowledge, shape.GENERAL), shape.GENERAL in read.comments, shape.GENERAL, notes
    )


def _levels(
    knowledge: Knowledge, before: Document, then: Document, read: ReadQuestionnaire, erase: bool
) -> Iterator[Change]:
    kept = [
        {key: entry["note"] for key, entry in d.get("area_details", {}).items() if "note" in entry}
        for d in (before, then)
    ]
    for indicator in shape.indicators(knowledge):
        row = shape.area_row(indicator.id)
        now, after = (document.get("areas", {}).get(indicator.id) for document in (before, then))
        if indicator.id in read.areas or (erase and now != after):
            yield _change(row, LEVEL, indicator.label, now, after, (_level_words(now), _level_words(after)))
        yield from _comment(row, indicator.label, indicator.id in read.area_comments, indicator.id, (kept[0], kept[1]))


def _comment(
    row: str, label: str, given: bool, key: str, notes: tuple[Mapping[str, str], Mapping[str, str]]
) -> Iterator[Change]:
    now, after = notes[0].get(key), notes[1].get(key)
    if given or now != after:
        yield _change(row, COMMENT, label, now or None, after or None, (_shown(now or ""), _shown(after or "")))


def _change(row: str, what: str, label: str, now: Any, after: Any, words: tuple[str, str]) -> Change:
    state = SAME if now == after else NEW if now is None else REMOVED if after is None else CHANGED
    return Change(row, what, label, state, *words)


def _shown(text: str) -> str:
    return text if text.strip() or not text else BLANKS


def _answer_words(question: Question, answer: Any) -> str:
    if question.kind == "range" and answer is not None and not is_open(answer):
        return (
            f"{answer['low']:,} to {answer['high']:,}, most likely {answer['likely']:,} {question.unit or ''}".strip()
        )
    return _shown(answer_text(question, answer))


def _level_words(level: int | str | None) -> str:
    if level is None:
        return NOTHING
    words = {code: words for words, code in LEVEL_CODES.items()}
    return f"Level {level}" if isinstance(level, int) else str(words[level])
