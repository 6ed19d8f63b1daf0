"""The sheet Assumptions: what was guessed or is not known, who finds it out until when, and what it could do."""

from __future__ import annotations

from fcio.exchange.people_parts import LONGEST_NAME
from fcio.exchange.workbook.answer_rules import day_rule, text_rule
from fcio.exchange.workbook.frame import ANSWERS, ASSUMPTIONS, Frame
from fcio.exchange.workbook.layout import ANSWER_COLUMN
from fcio.exchange.workbook.page import Page, at
from fcio.model.assumptions import Assumption
from fcio.report.assumption_table import effect_sentence, given, summary_sentence

QUESTION, GIVEN, SINCE, WHO, UNTIL, MOVES, CHANGES, EFFECT, HOW = range(9)
SINCE_ON_ANSWERS = ANSWER_COLUMN + 4
TOP = 5
_PURPOSE = (
    "Answers that were guessed or are not known, the weightiest first. Write down who finds it out and until when; "
    "type what was found on the sheet Answers, and the ranking follows. What it could do is as the app saw it at "
    "export, in points of fit, 0 to 100."
)


def write_assumptions(f: Frame) -> None:
    """Write the sheet."""
    f.pages[ASSUMPTIONS].columns(40, 38, 12, 24, 14, 12, 12, 50, 50)
    page = f.head(ASSUMPTIONS, "Assumptions", _PURPOSE, HOW)
    page.band(TOP - 2, QUESTION, HOW, "bold")
    page.text(TOP - 2, QUESTION, summary_sentence(f.guesses), "bold")
    heads = (
        "Question",
        "What stands there, at export",
        "Since export",
        "Who finds it out",
        "Until",
        "Moves the lead by",
    )
    for column, head in enumerate((*heads, "Can change the advice", "What finding it out can do", "How would I know")):
        page.text(TOP - 1, column, head, "head_right" if column == MOVES else "head")
    for place, guess in enumerate(f.guesses):
        _guess(f, page, TOP + place, guess)
    last = TOP + max(1, len(f.guesses)) - 1
    if f.guesses:
        page.validation((TOP, WHO), (last, WHO), text_rule("Who finds it out", LONGEST_NAME))
        page.validation((TOP, UNTIL), (last, UNTIL), day_rule("Until"))
    page.sheet.freeze_panes(TOP, 1)
    page.printed(last, HOW, TOP, f.footer)


def _guess(f: Frame, page: Page, row: int, guess: Assumption) -> None:
    question = f.knowledge.question(guess.question)
    page.text(row, QUESTION, question.text)
    page.text(row, GIVEN, given(f.knowledge, guess, f.assessment))
    since = f"{ANSWERS}!{at(f.layout.answer_row[question.id], SINCE_ON_ANSWERS)}"
    page.formula(row, SINCE, since, "same", "quiet")
    page.own(row, WHO, guess.owner, f"assumptions.{question.id}.owner", "input_own")
    page.text(row, UNTIL, guess.due, "input_choice")
    page.number(row, MOVES, guess.moves, "tenth")
    page.text(row, CHANGES, "yes" if guess.can_change else "no", "quiet")
    page.text(row, EFFECT, effect_sentence(f.knowledge, guess), "quiet")
    page.text(row, HOW, question.how_know, "quiet")
