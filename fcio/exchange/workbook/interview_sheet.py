"""The sheet Interview: the first conversation with its minutes, questions with room for notes, references, sample."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.exchange.workbook.answer_rules import text_rule, whole_rule
from fcio.exchange.workbook.candidate_places import NO_HIRING
from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.frame import INTERVIEW, Frame
from fcio.exchange.workbook.page import A3, Page, area, at
from fcio.model.hiring.because import Because
from fcio.report.hiring_words import because_text

TEXT, GOOD, WORRYING, WHY, NOTES, MINUTES, THEN = range(7)
TOP = 4
MINUTE_CHANGES = "Minute_changes"
MOST_MINUTES = 240
_PURPOSE = (
    "For the conversation itself: print it, or type into the yellow cells. Minutes may be moved between items; the sum "
    "should stay. Listen more than you talk."
)
_NOBODY = "Nobody is hired in this plan. These steps come in its place."


def write_interview(f: Frame) -> None:
    """Write the sheet."""
    if f.hiring_parts is None:
        f.pages[INTERVIEW].columns(60)
        page = f.head(INTERVIEW, INTERVIEW, NO_HIRING, 0)
        page.sheet.freeze_panes(3, 0)
        page.printed(3, 0, 3, f.footer)
        return
    f.pages[INTERVIEW].columns(56, 42, 42, 40, 40, 10, 10)
    page = f.head(INTERVIEW, INTERVIEW, _PURPOSE, THEN)
    row = (
        _nobody(f, page)
        if f.kit.nobody
        else _sample(f, page, _references(f, page, _questions(f, page, _agenda(f, page))))
    )
    page.sheet.freeze_panes(3, 1)
    page.printed(row, THEN, 3, f.footer, A3)


def _why(f: Frame, because: Because) -> str:
    return because_text(f.knowledge, f.assessment.answers, f.areas, because)


def _heads(page: Page, row: int, title: str, heads: dict[int, str]) -> int:
    """A heading with what its columns hold; returns the row below."""
    for column in range(THEN + 1):
        page.text(row, column, "" if column else title, "section")
        style = "head_right" if column >= MINUTES else "head"
        page.text(row + 1, column, heads.get(column, ""), style)
    return row + 2


def _nobody(f: Frame, page: Page) -> int:
    row = _heads(page, TOP, _NOBODY, {TEXT: "Step", WHY: "Because", NOTES: "Notes"})
    for step in f.kit.steps:
        _line(f, page, row, step.text, step.beside, "", step.because)
        row += 1
    return row


def _agenda(f: Frame, page: Page) -> int:
    heads = {TEXT: "What", GOOD: "Watch for", WHY: "Because", NOTES: "Notes", MINUTES: "Minutes", THEN: "At export"}
    top = row = _heads(page, TOP, "The first conversation", heads)
    for item in f.kit.agenda:
        _line(f, page, row, item.text, item.beside, "", item.because)
        page.number(row, MINUTES, item.minutes or 0, "input_weight")
        page.number(row, THEN, item.minutes or 0, "quiet_number")
        row += 1
    page.validation((top, MINUTES), (row - 1, MINUTES), whole_rule("Minutes", MOST_MINUTES, "no time"))
    page.conditional((top, MINUTES), (row - 1, MINUTES), f"{at(top, MINUTES)}<>{at(top, THEN)}", "changed")
    minutes, then = area(top, MINUTES, row - 1, MINUTES), area(top, THEN, row - 1, THEN)
    page.text(row, TEXT, "All together, live", "bold")
    for column, cells in ((MINUTES, minutes), (THEN, then)):
        page.formula(row, column, f"SUM({cells})", _minutes(f), "total")
    for name, address in (("Minutes", minutes), ("Minutes_then", then), ("Minutes_total", at(row, MINUTES, "rc"))):
        f.book.name(name, page.ref(address))
    return row + 2


def _minutes(f: Frame) -> int:
    return sum(item.minutes or 0 for item in f.kit.agenda)


def _line(f: Frame, page: Page, row: int, text: str, good: str, worrying: str, because: Because) -> None:
    page.own(row, TEXT, text, "hiring.questions", "own_line")
    page.own(row, GOOD, good, "hiring.questions", "own_line")
    page.own(row, WORRYING, worrying, "hiring.questions", "own_line")
    page.own(row, WHY, _why(f, because), "hiring", "own_line")
    page.blank(row, NOTES, "input_own")
    page.validation((row, NOTES), (row, NOTES), text_rule("Notes"))


def _questions(f: Frame, page: Page, row: int) -> int:
    heads = {TEXT: "Ask", GOOD: "A good answer", WORRYING: "A worrying answer", WHY: "Because", NOTES: "Notes"}
    row = _heads(page, row, "Questions", heads)
    for number, asked in enumerate(f.kit.questions, 1):
        _line(f, page, row, f"{number}. {asked.text}", asked.good, asked.worrying, asked.because)
        row += 1
    return row + 1


def _references(f: Frame, page: Page, row: int) -> int:
    row = _heads(page, row, "To ask a reference", {TEXT: "Ask", GOOD: "Listen for", WHY: "Because", NOTES: "Notes"})
    for line in f.kit.references:
        _line(f, page, row, line.text, line.beside, "", line.because)
        row += 1
    return row + 1


def _sample(f: Frame, page: Page, row: int) -> int:
    sample = f.kit.sample
    if sample is None or f.knowledge.hiring is None:
        return row
    free = f.knowledge.hiring.work_samples.free_hours
    title = f"Work sample, {sample.hours:g} hours (pay for more than {free:g})"
    row = _heads(page, row, title, {TEXT: "Task", GOOD: "Look for", WHY: "Because", NOTES: "Notes"})
    _line(f, page, row, sample.line.text, "\n".join(sample.look_for), "", sample.line.because)
    return row


def minute_changes(f: Frame) -> str:
    """How many minutes of the agenda differ from the export."""
    if f.hiring_parts is None or f.kit.nobody:
        return "0"
    return 'SUMPRODUCT(--(Minutes&""<>Minutes_then&""))'


def interview_checks(f: Frame) -> Iterator[Check]:
    """The first conversation takes the minutes it has."""
    if f.hiring_parts is None or f.kit.nobody or f.knowledge.hiring is None:
        return
    whole = f.knowledge.hiring.agenda.minutes
    text = f"The agenda adds up to {whole} minutes"
    yield Check(text, "Minutes_total", _minutes(f), whole, 0, MINUTE_CHANGES)
