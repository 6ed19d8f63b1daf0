"""The first sheet: what the questionnaire is, how to fill it in, and how to send it back. One page."""

from __future__ import annotations

from datetime import date

from fcio.exchange.questionnaire import shape
from fcio.exchange.workbook.page import Page
from fcio.knowledge.whole import Knowledge

LABEL, TEXT = 0, 1


def _what(knowledge: Knowledge, areas: bool) -> str:
    questions = shape.asked(knowledge)
    asked = f"{len(questions)} questions about your firm and its technology, {_minutes(knowledge)}"
    more = f", and {len(shape.indicators(knowledge))} about its {len(knowledge.areas)} areas" if areas else ""
    return (
        f"{asked}{more}. From the answers follows which technology leader fits you, and why: one of your own, one by "
        "the month, one from a provider, an adviser for a project, or nobody yet."
    )


def _minutes(knowledge: Knowledge) -> str:
    return f"about {round(sum(question.minutes for question in shape.asked(knowledge)))} minutes"


def _steps(areas: bool) -> tuple[tuple[str, str], ...]:
    sheets = f"{shape.QUESTIONS} and {shape.AREAS}" if areas else shape.QUESTIONS
    return (
        (
            "Where",
            f"Fill in the tinted cells of {sheets}. Everything else is locked against slips, without a password.",
        ),
        ("Lists", "Click into a cell; where an arrow appears, choose from its list. A hint beside the cell helps."),
        (
            "Open answers",
            "Don\u2019t know and Rather not say are good answers, and so is an empty cell: it means not answered and "
            "never counts as 0. You need not answer everything.",
        ),
        ("Skipping", "Some questions stand only after certain answers; they say so. Leave them empty otherwise."),
        (
            "Numbers",
            "Type plain numbers, such as 46, 46.5 or 46,5. A number with a sign for thousands, such as 1,200 or "
            "1.200, is not read where it is stored as text, for it could mean two things.",
        ),
        ("Comments", "Write whatever helps to understand an answer. It comes back to us letter for letter."),
        ("Rows", "You may sort, hide or delete rows, or fill in the file in turns. Every row carries its own name."),
    )


def write_read_me(page: Page, knowledge: Knowledge, client: str, written: date, areas: bool) -> int:
    """Write the sheet; the last row."""
    page.columns(16, 78)
    for row in (0, 1):
        for column in (LABEL, TEXT):
            page.blank(row, column, "title" if row == 0 else "under")
    page.text(0, LABEL, "Questionnaire", "title")
    page.height(0, 28)
    page.text(1, LABEL, "Who should lead your technology", "under")
    row = _lines(page, 3, "What this is", (("Purpose", _what(knowledge, areas)),))
    if client:
        page.text(row - 1, LABEL, "For", "bold")
        page.own(row - 1, TEXT, client, "client.name", "own")
        row += 1
    page.text(row - 1, LABEL, "Date", "bold")
    page.text(row - 1, TEXT, f"{written.day} {written:%B %Y}", "plain")
    row = _lines(page, row + 1, "How to fill it in", _steps(areas))
    back = (
        (
            "Save",
            "Save the file as an Excel workbook (.xlsx), without a password and without macros. LibreOffice can "
            "do that too.",
        ),
        ("Send", "Give it back to whoever gave it to you. It holds what your firm says about itself: keep it private."),
        ("Then", "Before anything is stored, a list shows what is new, what changed and what could not be read."),
    )
    row = _lines(page, row, "How to send it back", back)
    page.text(row, LABEL, "Version", "note")
    page.text(row, TEXT, f"Questions {shape.fingerprint(knowledge)}, knowledge {knowledge.version}", "note")
    return row


def _lines(page: Page, row: int, title: str, lines: tuple[tuple[str, str], ...]) -> int:
    """A titled block; the row after it and a gap."""
    for column in (LABEL, TEXT):
        page.text(row, column, title if column == LABEL else "", "section")
    for place, (label, text) in enumerate(lines, start=row + 1):
        page.text(place, LABEL, label, "bold")
        page.text(place, TEXT, text, "plain")
    return row + len(lines) + 2
