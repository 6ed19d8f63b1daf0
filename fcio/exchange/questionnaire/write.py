"""The questionnaire as a workbook that a client fills in without the app."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from fcio.exchange.questionnaire import areas_sheet, questions_sheet, shape
from fcio.exchange.questionnaire.lists_sheet import write_lists
from fcio.exchange.questionnaire.read_me_sheet import write_read_me
from fcio.exchange.workbook.book import Book
from fcio.exchange.workbook.page import Page, printable
from fcio.exchange.workbook.styles import GREEN, INPUT, QUIET
from fcio.knowledge.whole import Knowledge


def questionnaire(
    knowledge: Knowledge, document: Mapping[str, Any] | None, *, written: date, areas: bool = False
) -> bytes:
    """An .xlsx file with every question, and on choice the twelve areas; the same input gives the same bytes.

    A checked case file fills in its answers, levels and comments; without one the file asks for the firm's name.
    Raises :class:`fcio.model.answers.Refused` for a text longer than a cell can hold.
    """
    given = document or {}
    client = given.get("client", {}).get("name", "")
    footer = ", ".join(filter(None, (printable(client), written.isoformat()[:10])))
    book = Book(written, f"Knowledge {knowledge.version}", "Questionnaire: who should lead your technology", exact=True)
    read_me = book.page(shape.READ_ME, GREEN)
    read_me.printed(write_read_me(read_me, knowledge, client, written, areas), 1, 1, footer, upright=True)
    page = _head(book, shape.QUESTIONS, client, questions_sheet.PURPOSE, questions_sheet.HEADS, questions_sheet.TOP)
    last = questions_sheet.write_questions(page, knowledge, given, ask_name=not client)
    _finish(page, last, questions_sheet.COMMENT, questions_sheet.TOP, questions_sheet.QUESTION, footer)
    if areas:
        page = _head(book, shape.AREAS, client, areas_sheet.PURPOSE, areas_sheet.heads(knowledge), areas_sheet.TOP)
        last = areas_sheet.write_areas(page, knowledge, given)
        _finish(page, last, areas_sheet.COMMENT, areas_sheet.TOP, areas_sheet.INDICATOR, footer)
    write_lists(book, book.page(shape.LISTS, QUIET), knowledge, client, areas)
    return book.bytes()


def _head(book: Book, name: str, client: str, purpose: str, heads: Mapping[int, str], top: int) -> Page:
    """A sheet with title, client, what to do, and the headings above its first row."""
    page, last = book.page(name, INPUT), max(heads)
    first = min(heads) + 1
    for row in (0, 1):
        for column in range(last + 1):
            page.blank(row, column, "title" if row == 0 else "under")
    page.text(0, first, name, "title")
    page.height(0, 28)
    page.own(1, first, client, "client.name", "under_own")
    page.band(2, first, last, "note")
    page.text(2, first, purpose, "note")
    for column, head in heads.items():
        page.text(top - 1, column, head, "head")
    return page


def _finish(page: Page, last_row: int, last_column: int, top: int, frozen: int, footer: str) -> None:
    page.sheet.freeze_panes(top, frozen + 1)
    page.printed(last_row, last_column, top, footer)
    page.sheet.set_column(0, 0, shape.ID_WIDTH, None, {"hidden": True})
