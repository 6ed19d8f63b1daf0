"""The sheet Answers: every question with its answer to change, how we know it, and whether it counts now."""

from __future__ import annotations

from typing import Any

from fcio.exchange.case_file import MARKS
from fcio.exchange.workbook.answer_rules import choice_rule, number_rule, part_rule, text_rule, tick_rule
from fcio.exchange.workbook.frame import ANSWERS, FIT, Frame
from fcio.exchange.workbook.layout import ANSWER_COLUMN, ANSWERS_TOP, PART_TEXTS, RANGE_PARTS, YES
from fcio.exchange.workbook.page import Page, at
from fcio.exchange.workbook.rows import distinct_texts
from fcio.knowledge.schema import Question
from fcio.model.answers import is_open
from fcio.report.words import OPEN_WORDS

SECTION, QUESTION, ANSWER, MARK, NOTE, STATUS, CHANGED = range(7)
ANSWER_IN_FIT, STATUS_IN_FIT, CODE_IN_FIT, EXPORT_IN_FIT = 1, 2, 3, 4
_PURPOSE = (
    "Change a tinted cell and everything follows. An empty answer, Don\u2019t know and Rather not say all count as the "
    "average of the answers to that question. A question marked hidden does not apply now; its answer is kept."
)


def write_answers(f: Frame) -> None:
    """Write the sheet."""
    f.pages[ANSWERS].columns(20, 54, 46, 11, 44, 10, 11)
    page = f.head(ANSWERS, "Answers", _PURPOSE, CHANGED)
    heads = ("Section", "Question", "Answer", "How known", "Note", "Status", "Since export")
    for column, head in enumerate(heads):
        page.text(ANSWERS_TOP - 1, column, head, "head")
    titles = {section.id: section.title for section in f.knowledge.sections}
    for question in f.knowledge.questions:
        _question(f, page, question, titles[question.section])
    end = _general(f, page)
    _look(page, f.layout.answers_end - 1)
    page.sheet.freeze_panes(ANSWERS_TOP, QUESTION + 1)
    page.printed(end, CHANGED, ANSWERS_TOP, f.footer)


def _question(f: Frame, page: Page, question: Question, section: str) -> None:
    row, given = f.layout.answer_row[question.id], f.assessment
    page.text(row, SECTION, section, "quiet")
    page.text(row, QUESTION, question.text)
    if question.derived is not None:
        _derived(f, page, row, question)
        return
    _answer(f, page, row, question)
    page.text(row, MARK, given.marks.get(question.id, ""), "input_choice")
    page.own(row, NOTE, given.notes.get(question.id, ""), f"notes.{question.id}", "input_own")
    page.validation((row, MARK), (row, MARK), choice_rule(list(MARKS), "How known", f"Choose {', '.join(MARKS)}."))
    page.validation((row, NOTE), (row, NOTE), text_rule("Note"))
    f.book.name(f"Answer_{question.id}", page.ref(at(row, ANSWER, "rc")))
    if question.id not in f.live.s.tables.index:
        page.text(row, STATUS, "not scored", "quiet")
        page.blank(row, CHANGED, "quiet")
        return
    _status(f, page, row, f.live.s.tables.index[question.id])


def _derived(f: Frame, page: Page, row: int, question: Question) -> None:
    """An answer that follows from the areas; nothing to fill in."""
    q = f.live.s.tables.index[question.id]
    counts = f"'{FIT}'!{at(f.layout.fit_row(q), ANSWER_IN_FIT)}"
    page.formula(row, ANSWER, counts, f.live.counted(q).text, "text")
    page.blank(row, MARK, "quiet")
    f.book.name(f"Answer_{question.id}", page.ref(at(row, ANSWER, "rc")))
    page.text(row, NOTE, "Follows from the sheet Areas; nobody is asked.", "quiet")
    _status(f, page, row, q)


def _status(f: Frame, page: Page, row: int, q: int) -> None:
    """Whether a question counts now, and whether its answer differs from the export."""
    status, code, export = (at(f.layout.fit_row(q), c) for c in (STATUS_IN_FIT, CODE_IN_FIT, EXPORT_IN_FIT))
    page.formula(row, STATUS, f"'{FIT}'!{status}", f.live.status(q), "quiet")
    page.formula(row, CHANGED, f"IF('{FIT}'!{code}='{FIT}'!{export},\"same\",\"changed\")", "same", "quiet")


def _open_word(answer: Any) -> str:
    """The words of an answer that was left open on purpose; nothing for any other."""
    return OPEN_WORDS[answer] if isinstance(answer, str) and is_open(answer) else ""


def _answer(f: Frame, page: Page, row: int, question: Question) -> None:
    answer = f.assessment.answers.get(question.id)
    cell = (row, ANSWER)
    if question.kind == "text":
        words = _open_word(answer) or answer or ""
        page.own(row, ANSWER, words, f"answers.{question.id}", "input_own")
        page.validation(cell, cell, text_rule("Answer"))
    elif question.kind == "range":
        page.text(row, ANSWER, _open_word(answer), "input_choice")
        page.validation(cell, cell, choice_rule(list(OPEN_WORDS.values()), question.label, "Or fill in the numbers."))
        _parts(f, page, question, {} if is_open(answer) else answer)
    elif question.kind == "number":
        _number(f, page, row, question, answer)
    else:
        _choice(f, page, row, question, answer)


def _number(f: Frame, page: Page, row: int, question: Question, answer: Any) -> None:
    if is_open(answer):
        page.text(row, ANSWER, _open_word(answer), "input_number")
    else:
        page.number(row, ANSWER, answer, "input_number")
    q = f.live.s.tables.index[question.id]
    page.validation((row, ANSWER), (row, ANSWER), number_rule(f.layout, q, at(row, ANSWER)))


def _choice(f: Frame, page: Page, row: int, question: Question, answer: Any) -> None:
    q = f.live.s.tables.index[question.id]
    texts = dict(zip((o.id for o in question.options), distinct_texts(question), strict=True))
    many = question.kind == "many"
    words = _open_word(answer) if many or is_open(answer) else texts[answer]
    page.text(row, ANSWER, words, "input_choice")
    hint = "Put Yes beside what holds, below." if many else "Choose from the list, or leave it empty."
    rule = choice_rule(f"={f.layout.choices(q)}", question.label, hint)
    page.validation((row, ANSWER), (row, ANSWER), rule)
    if many:
        _ticks(f, page, question, () if is_open(answer) else answer, texts)


def _ticks(f: Frame, page: Page, question: Question, ticked: Any, texts: dict[str, str]) -> None:
    for option in question.options:
        row = f.layout.sub_row[question.id, option.id]
        for column in (SECTION, MARK, NOTE, STATUS, CHANGED):
            page.blank(row, column, "quiet")
        page.text(row, QUESTION, texts[option.id], "indent")
        page.text(row, ANSWER, YES if option.id in ticked else "", "input_choice")
        f.book.name(f"Tick_{question.id}_{option.id}", page.ref(at(row, ANSWER, "rc")))
    first, last = (f.layout.sub_row[question.id, o.id] for o in (question.options[0], question.options[-1]))
    page.validation((first, ANSWER), (last, ANSWER), tick_rule(question))


def _parts(f: Frame, page: Page, question: Question, answer: Any) -> None:
    for part in RANGE_PARTS:
        row = f.layout.sub_row[question.id, part]
        page.text(row, QUESTION, PART_TEXTS[part], "indent")
        if part in answer:
            page.number(row, ANSWER, answer[part], "input_number")
        else:
            page.blank(row, ANSWER, "input_number")
        page.validation((row, ANSWER), (row, ANSWER), part_rule(question))


def _general(f: Frame, page: Page) -> int:
    row = f.layout.answers_end + 1
    page.text(row, QUESTION, "General notes", "bold")
    page.own(row, ANSWER_COLUMN, f.assessment.notes.get("general", ""), "notes.general", "input_own")
    page.validation((row, ANSWER), (row, ANSWER), text_rule("General notes"))
    return row


def _look(page: Page, last: int) -> None:
    status, changed = at(ANSWERS_TOP, STATUS, "c"), at(ANSWERS_TOP, CHANGED, "c")
    page.conditional((ANSWERS_TOP, SECTION), (last, CHANGED), f'{status}="hidden"', "hidden")
    page.conditional((ANSWERS_TOP, ANSWER), (last, ANSWER), f'{changed}="changed"', "changed")
