"""The hidden sheet Lists: what the file is, and behind every drop-down its words with the codes they stand for."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.exchange.questionnaire import shape
from fcio.exchange.workbook.book import Book
from fcio.exchange.workbook.indicators_sheet import NOT_MINE, UNKNOWN
from fcio.exchange.workbook.page import Page, area
from fcio.exchange.workbook.rows import distinct_texts
from fcio.knowledge.schema import Question
from fcio.knowledge.shapes import DONT_KNOW
from fcio.knowledge.whole import Knowledge
from fcio.model.area_levels import HIGHEST, LOWEST
from fcio.model.area_result import DOES_NOT_APPLY
from fcio.report.words import OPEN_WORDS

LIST, WORDS, CODE = range(3)
TOP = 2

Codes = dict[str | int, str | int]
"""The code of every entry of a drop-down list by its words."""

OPEN_CODES = {words: code for code, words in OPEN_WORDS.items()}
LEVEL_CODES: Codes = {
    **{level: level for level in range(LOWEST, HIGHEST + 1)},
    UNKNOWN: DONT_KNOW,
    NOT_MINE: DOES_NOT_APPLY,
}


def choice_codes(question: Question) -> dict[str, str]:
    """The code of every answer of a drop-down list by its words, the open ones last."""
    options = dict(zip(distinct_texts(question), (option.id for option in question.options), strict=True))
    return {**options, **OPEN_CODES}


def list_name(of: str) -> str:
    """The name of the range behind a drop-down list."""
    return f"List_{of}"


def _lists(knowledge: Knowledge, areas: bool) -> Iterator[tuple[str, Codes]]:
    yield shape.OPEN_LIST, dict(OPEN_CODES.items())
    if areas:
        yield shape.LEVEL_LIST, LEVEL_CODES
    for question in shape.asked(knowledge):
        if question.kind in ("one", "scale"):
            yield question.id, dict(choice_codes(question).items())


def write_lists(book: Book, page: Page, knowledge: Knowledge, client: str, areas: bool) -> None:
    """Write the sheet, name its ranges, and hide it."""
    page.columns(26, 60, 26)
    page.text(0, 0, "Words behind the drop-down lists and the codes they stand for. Nothing to fill in here.", "note")
    for column, head in enumerate(("List", "Words", "Code")):
        page.text(TOP - 1, column, head, "head")
    about = {
        shape.ABOUT_FORMAT: str(shape.FORMAT),
        shape.ABOUT_FINGERPRINT: shape.fingerprint(knowledge),
        shape.ABOUT_CLIENT: client,
        shape.ABOUT_AREAS: "yes" if areas else "no",
    }
    row = TOP
    for key, value in about.items():
        page.text(row, LIST, shape.ABOUT, "quiet")
        page.text(row, WORDS, key, "quiet")
        page.own(row, CODE, value, "client.name", "own_line")
        row += 1
    for name, codes in _lists(knowledge, areas):
        first = row
        for words, code in codes.items():
            page.text(row, LIST, name, "quiet")
            for column, entry in ((WORDS, words), (CODE, code)):
                if isinstance(entry, int):
                    page.number(row, column, entry, "quiet_plain")
                else:
                    page.text(row, column, entry, "quiet")
            row += 1
        book.name(list_name(name), page.ref(area(first, WORDS, row - 1, WORDS)))
    page.printed(row - 1, CODE, TOP, "")
    page.sheet.hide()
