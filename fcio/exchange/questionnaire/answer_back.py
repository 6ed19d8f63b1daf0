"""The answer to one question from its rows, by its kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fcio.exchange.questionnaire import shape
from fcio.exchange.questionnaire.cell_values import CannotRead, code_of, cure_of, number_of, text_of, the_one
from fcio.exchange.questionnaire.found_rows import Found, Place, plain_words
from fcio.exchange.questionnaire.lists_sheet import LEVEL_CODES, OPEN_CODES, choice_codes
from fcio.exchange.workbook.layout import PART_TEXTS, YES
from fcio.knowledge.schema import Question
from fcio.model.answers import Refused, checked_answer, none_option
from fcio.model.area_levels import HIGHEST, LOWEST
from fcio.report.words import OPEN_WORDS

TICKS, CROSSES = (plain_words(YES), "y", "x", "\u2713", "\u2714"), ("no", "n", "-")
OPEN_PLAIN = {plain_words(words): code for words, code in OPEN_CODES.items()}
LEVEL_PLAIN = {plain_words(words): str(code) for words, code in LEVEL_CODES.items() if isinstance(words, str)}
EITHER = " or ".join(OPEN_WORDS.values())


@dataclass(frozen=True)
class Reading:
    """The rows of one file while they are read; ``remarks`` say how something was read where it is not plain.

    ``codes`` are those of the file's own lists, in force where it was made with other questions than today's.
    """

    found: Found
    codes: dict[str, dict[str, str]]
    remarks: list[str] = field(default_factory=list)

    def cell(self, row_id: str, heading: str) -> Place | None:
        """The one filled cell of a row under a heading."""
        return the_one(self.found.places(row_id, heading))


def answer_back(reading: Reading, question: Question) -> Any:
    """The answer in canonical form, None where nothing is filled in; CannotRead where it cannot be taken."""
    opened = _opened(reading, question)
    place, answer = _given(reading, question)
    if answer is None or opened is None:
        return opened[1] if opened else answer
    raise CannotRead(opened[0], f"{place.address} holds an answer too; empty one of the two")


def _opened(reading: Reading, question: Question) -> tuple[Place, str] | None:
    """Where and how an answer was left open on purpose; typed in the place of an answer it counts too."""
    place = reading.cell(question.id, shape.OPEN)
    if place is not None and not place.cell.blank:
        return place, code_of(place, OPEN_PLAIN, f"choose {EITHER}, or empty the cell")
    answer = None if question.kind == "text" else reading.cell(question.id, shape.ANSWER)
    code = OPEN_PLAIN.get(plain_words(answer.cell.text)) if answer is not None else None
    return (answer, code) if answer is not None and code is not None else None


def _given(reading: Reading, question: Question) -> tuple[Place, Any]:
    """The first filled cell and the answer it belongs to; None for an answer that is not there."""
    nowhere = Place("", "")
    if question.kind == "many":
        return _many(reading, question)
    if question.kind == "range":
        return _range(reading, question)
    place = reading.cell(question.id, shape.ANSWER)
    if place is None:
        return nowhere, None
    if question.kind == "text":
        return place, _checked(place, question, text_of(place, reading.remarks))
    if place.cell.blank or plain_words(place.cell.text) in OPEN_PLAIN:
        return nowhere, None
    if question.kind == "number":
        value = number_of(place, _span(question), reading.remarks)
        return place, _checked(place, question, value)
    own = {plain_words(words): code for words, code in choice_codes(question).items()}
    codes = {**own, **reading.codes.get(question.id, {})}
    return place, _checked(place, question, code_of(place, codes, "choose one of the answers in its list"))


def _checked(place: Place, question: Question, answer: Any) -> Any:
    try:
        return checked_answer(question, answer)
    except Refused as refused:
        cure = _span(question) if question.kind == "number" else cure_of(refused)
        raise CannotRead(place, cure) from refused


def _span(question: Question) -> str:
    if question.maximum is None:
        return f"give a number, {question.minimum or 0:,g} or more"
    return f"give a number from {question.minimum or 0:,.10g} to {question.maximum:,.10g}"


def _many(reading: Reading, question: Question) -> tuple[Place, Any]:
    head = reading.cell(question.id, shape.ANSWER)
    if head is not None and not head.cell.blank and plain_words(head.cell.text) not in OPEN_PLAIN:
        raise CannotRead(head, f"choose {YES} beside each that holds, in the rows below")
    ticked: list[str] = []
    places, refusals = list[Place](), 0
    for option in question.options:
        place = reading.cell(shape.sub_row(question, option.id), shape.ANSWER)
        if place is None or place.cell.blank:
            continue
        if plain_words(place.cell.text) in TICKS:
            ticked.append(option.id)
            places.append(place)
        elif plain_words(place.cell.text) in CROSSES:
            refusals += 1
            places.append(place)
        else:
            raise CannotRead(place, f"choose {YES} where it holds, and empty the cell where it does not")
    alone = none_option(question)
    if ticked and alone.id in ticked and len(ticked) > 1:
        raise CannotRead(places[0], f"\u201c{alone.text}\u201d stands alone; empty it or all others")
    if refusals == len(question.options):
        raise CannotRead(
            places[-1], f"every row says no; choose {YES} beside \u201c{alone.text}\u201d if that is meant"
        )
    return (places[0], _checked(places[0], question, ticked)) if ticked else (Place("", ""), None)


def _range(reading: Reading, question: Question) -> tuple[Place, Any]:
    head = reading.cell(question.id, shape.ANSWER)
    if head is not None and not head.cell.blank and plain_words(head.cell.text) not in OPEN_PLAIN:
        raise CannotRead(head, "give the three numbers in the rows below")
    places = {part: reading.cell(shape.sub_row(question, part), shape.ANSWER) for part in shape.sub_ids(question)}
    filled = {part: place for part, place in places.items() if place is not None and not place.cell.blank}
    if not filled:
        return Place("", ""), None
    first = next(iter(filled.values()))
    lacking = [PART_TEXTS[part] for part in places if part not in filled]
    if lacking:
        raise CannotRead(first, f"give all three numbers or none; {', '.join(lacking)} is not filled in")
    numbers = {part: number_of(place, _span(question), reading.remarks) for part, place in filled.items()}
    return first, _checked(first, question, numbers)


def level_back(reading: Reading, indicator: str) -> int | str | None:
    """The level of an indicator or one of its two words, None where nothing is filled in."""
    place = reading.cell(shape.area_row(indicator), shape.LEVEL)
    if place is None or place.cell.blank:
        return None
    cure = f"give a whole level from {LOWEST} to {HIGHEST}, or choose one of the two words in its list"
    word = LEVEL_PLAIN.get(plain_words(place.cell.text))
    if word is not None:
        return word
    level = number_of(place, cure, reading.remarks)
    if level != level or level in (float("inf"), float("-inf")) or level != int(level):
        raise CannotRead(place, cure)
    if not LOWEST <= level <= HIGHEST:
        raise CannotRead(place, cure)
    return int(level)
