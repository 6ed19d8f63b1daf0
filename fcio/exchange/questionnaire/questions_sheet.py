"""The sheet Questions: one row for a question, rows below it where it has several answers, and room for a comment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fcio.exchange.questionnaire import shape
from fcio.exchange.questionnaire.lists_sheet import choice_codes, list_name
from fcio.exchange.workbook.answer_rules import (
    choice_rule,
    part_rule,
    text_rule,
    tick_rule,
)
from fcio.exchange.workbook.layout import PART_TEXTS, YES
from fcio.exchange.workbook.page import Page
from fcio.exchange.workbook.rows import distinct_texts
from fcio.knowledge.schema import Question
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import is_open
from fcio.report.asked_chart import words_of_test
from fcio.report.words import OPEN_WORDS

ID, SECTION, QUESTION, WHY, HOW, ANSWER, UNIT, OPEN, COMMENT = range(9)
TOP = 4
HEADS = {
    ID: shape.ID,
    SECTION: "Section",
    QUESTION: "Question",
    WHY: "Why we ask",
    HOW: "How would I know",
    ANSWER: shape.ANSWER,
    UNIT: "Unit",
    OPEN: shape.OPEN,
    COMMENT: shape.COMMENT,
}
PURPOSE = (
    "Fill in the tinted cells; arrows open a list. An empty cell means not answered, which is always allowed. Where "
    "you cannot or would rather not answer, choose so in the list or under \u201cOr leave it open\u201d."
)


def write_questions(page: Page, knowledge: Knowledge, document: Mapping[str, Any], *, ask_name: bool) -> int:
    """Write the rows of every question with the answers and comments of the document; the last row."""
    page.columns(shape.ID_WIDTH, 14, 40, 29, 29, 33, 8, 16, 30)
    titles = {section.id: section.title for section in knowledge.sections}
    row = TOP
    if ask_name:
        row = _firm(page, row)
    for question in shape.asked(knowledge):
        _question(page, knowledge, row, question, titles[question.section], document)
        row += 1 + len(shape.sub_ids(question))
    _start(
        page, row, shape.GENERAL, "", "Is there anything else we should know?", "Whatever did not fit elsewhere.", ""
    )
    _comment(page, row, document.get("notes", {}).get(shape.GENERAL, ""), "notes.general")
    return row


def _firm(page: Page, row: int) -> int:
    _start(page, row, shape.FIRM, "", "What is the name of your firm?", "So that we know whose answers these are.", "")
    page.blank(row, ANSWER, "input_text")
    page.validation((row, ANSWER), (row, ANSWER), text_rule("Name of the firm"))
    page.blank(row, COMMENT, "quiet")
    return row + 1


def _start(page: Page, row: int, row_id: str, section: str, text: str, why: str, how: str) -> None:
    page.text(row, ID, row_id, "quiet")
    page.text(row, SECTION, section, "quiet")
    page.text(row, QUESTION, text)
    page.text(row, WHY, why, "quiet")
    page.text(row, HOW, how, "quiet")
    for column in (ANSWER, UNIT, OPEN):
        page.blank(row, column, "quiet")


def _question(
    page: Page, knowledge: Knowledge, row: int, question: Question, section: str, document: Mapping[str, Any]
) -> None:
    given = document.get("answers", {}).get(question.id)
    _start(page, row, question.id, section, _asked_words(knowledge, question), question.why, question.how_know)
    _comment(page, row, document.get("notes", {}).get(question.id, ""), f"notes.{question.id}")
    page.text(row, UNIT, question.unit or "", "quiet")
    if question.kind in ("one", "scale"):
        words = {code: words for words, code in choice_codes(question).items()}
        page.text(row, ANSWER, words[given] if given is not None else "", "input_choice")
        rule = choice_rule(f"={list_name(question.id)}", question.label, "Choose from the list, or leave it empty.")
        page.validation((row, ANSWER), (row, ANSWER), rule)
        return
    page.text(row, OPEN, OPEN_WORDS[given] if given is not None and is_open(given) else "", "input_choice")
    rule = choice_rule(f"={list_name(shape.OPEN_LIST)}", shape.OPEN, "Only where you do not give an answer.")
    page.validation((row, OPEN), (row, OPEN), rule)
    answer = None if is_open(given) else given
    if question.kind == "text":
        page.own(row, ANSWER, answer or "", f"answers.{question.id}", "input_text")
        page.validation((row, ANSWER), (row, ANSWER), text_rule(question.label))
    elif question.kind == "number":
        _number(page, row, question, answer)
    elif question.kind == "many":
        _options(page, row + 1, question, answer or ())
    else:
        _parts(page, row + 1, question, answer or {})


def _asked_words(knowledge: Knowledge, question: Question) -> str:
    """The question, when to skip it, and how to answer where its rows stand below."""
    words = [question.text]
    for parent, test in question.shown_when.items():
        before = knowledge.question(parent)
        which = words_of_test(before, test)
        words.append(f"Only if \u201c{before.label}\u201d is {which}; skip it otherwise.")
    if question.kind == "many":
        words.append(f"Choose {YES} beside each that holds, in the rows below.")
    if question.kind == "range":
        words.append("Give three numbers, in the rows below.")
    return "\n".join(words)


def _number(page: Page, row: int, question: Question, value: float | None) -> None:
    if value is None:
        page.blank(row, ANSWER, "input_general")
    else:
        page.number(row, ANSWER, value, "input_general")
    page.validation((row, ANSWER), (row, ANSWER), part_rule(question))


def _options(page: Page, row: int, question: Question, ticked: Any) -> None:
    for place, (option, text) in enumerate(zip(question.options, distinct_texts(question), strict=True)):
        _below(page, row + place, shape.sub_row(question, option.id), text)
        page.text(row + place, ANSWER, YES if option.id in ticked else "", "input_choice")
    last = row + len(question.options) - 1
    page.validation((row, ANSWER), (last, ANSWER), tick_rule(question))


def _parts(page: Page, row: int, question: Question, numbers: Mapping[str, float]) -> None:
    for place, part in enumerate(shape.sub_ids(question)):
        _below(page, row + place, shape.sub_row(question, part), PART_TEXTS[part])
        page.text(row + place, UNIT, question.unit or "", "quiet")
        _number(page, row + place, question, numbers.get(part))


def _below(page: Page, row: int, row_id: str, text: str) -> None:
    page.text(row, ID, row_id, "quiet")
    page.text(row, QUESTION, text, "indent")
    for column in (SECTION, WHY, HOW, UNIT, OPEN, COMMENT):
        page.blank(row, column, "quiet")


def _comment(page: Page, row: int, comment: str, field: str) -> None:
    page.own(row, COMMENT, comment, field, "input_text")
    page.validation((row, COMMENT), (row, COMMENT), text_rule(shape.COMMENT))
