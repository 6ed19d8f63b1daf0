"""What an input cell takes, with a hint before and a plain sentence after a wrong entry."""

from __future__ import annotations

from typing import Any

from fcio.exchange.workbook.layout import ANSWER_TEXT, EDGE, LIMIT, YES, Layout
from fcio.exchange.workbook.page import area, at
from fcio.exchange.workbook.rows import ANSWER
from fcio.knowledge.schema import Question
from fcio.model.answers import LONGEST_TEXT, none_option

Rule = dict[str, Any]
_TITLE, _MESSAGE = 32, 255


def _said(rule: Rule, title: str, hint: str, wrong: str) -> Rule:
    """The rule with its words, held within what a spreadsheet can show."""
    return {
        **rule,
        "input_title": title[:_TITLE],
        "input_message": hint[:_MESSAGE],
        "error_title": "This does not fit here",
        "error_message": wrong[:_MESSAGE],
    }


def choice_rule(source: str | list[str], title: str, hint: str) -> Rule:
    """A drop-down list, from a range or a few words."""
    wrong = "Choose one of the answers in the list, or empty the cell."
    return _said({"validate": "list", "source": source}, title, hint, wrong)


def list_rule(source: str, title: str, hint: str) -> Rule:
    """A drop-down list for a cell that must not be empty."""
    rule = {"validate": "list", "source": source, "ignore_blank": False}
    return _said(rule, title, hint, "Choose one of the numbers in the list.")


def amount_rule(title: str) -> Rule:
    """Hours or money, 0 or more."""
    rule = {"validate": "decimal", "criteria": ">=", "value": 0, "ignore_blank": False}
    return _said(rule, title, "A number, 0 or more.", "Give a number, 0 or more.")


def span_rule(title: str, least: float, most: float) -> Rule:
    """A number between two ends, or nothing."""
    span = f"{least:,g} to {most:,.10g}"
    rule = {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": most}
    return _said(rule, title, f"A number from {span}. Empty: the default.", f"Give a number from {span}.")


def whole_rule(title: str, most: int, empty: str) -> Rule:
    """A whole number from 0, or nothing; ``empty`` says what nothing means."""
    rule = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": most}
    return _said(rule, title, f"A whole number from 0 to {most}. Empty: {empty}.", f"Give a whole number, 0 to {most}.")


def tick_rule(question: Question) -> Rule:
    """Yes or empty, for one option of several."""
    alone = f"\u201c{none_option(question).text}\u201d stands alone."
    hint = f"{YES} if it holds, empty if not. {alone}"
    return _said({"validate": "list", "source": [YES]}, question.label, hint, f"Choose {YES}, or empty the cell.")


def text_rule(title: str, longest: int = LONGEST_TEXT) -> Rule:
    """Any text up to the longest the app takes."""
    rule = {"validate": "length", "criteria": "<=", "value": longest}
    return _said(rule, title, "Your own words.", f"Keep the text under {longest:,} characters.")


def day_rule(title: str) -> Rule:
    """A day as the case file writes it; the cell is text, so that no spreadsheet turns it round."""
    rule = {"validate": "length", "criteria": "==", "value": len("2026-12-31")}
    return _said(rule, title, "A day as year, month, day: 2026-12-31.", "Write the day as 2026-12-31.")


def part_rule(question: Question) -> Rule:
    """One number of a range: lowest, most likely or highest."""
    low, high = question.minimum or 0, question.maximum
    if high is None:
        rule: Rule = {"validate": "decimal", "criteria": ">=", "value": low}
        span = f"{low:,g} or more"
    else:
        rule = {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
        span = f"{low:,g} to {high:,g}"
    return _said(rule, question.label, f"A number: {span}.", f"Give a number: {span}.")


def as_typed(cell: str) -> str:
    """A cell's words with a straight apostrophe taken for a typographic one."""
    return f'SUBSTITUTE({cell},"\'","\u2019")'


def open_words(layout: Layout, q: int, fixed: str = "rc") -> str:
    """The range on Points with the two open answers that can be chosen."""
    words = layout.blocks[q].words
    return f"Points!{area(words[0], ANSWER_TEXT, words[-1], ANSWER_TEXT, fixed)}"


def limits(layout: Layout, q: int) -> tuple[str, str]:
    """The cells on Points with the least and the greatest number a question takes."""
    bands = layout.blocks[q].of(ANSWER)
    return f"Points!{at(bands[0], EDGE, 'rc')}", f"Points!{at(bands[-1], LIMIT, 'rc')}"


def number_rule(layout: Layout, q: int, cell: str) -> Rule:
    """A number within the limits on Points, or one of the open answers typed as words."""
    question = layout.s.tables.questions[q]
    least, most = limits(layout, q)
    words = f"SUMPRODUCT(--({open_words(layout, q)}={as_typed(cell)}))=1"
    rule = {"validate": "custom", "value": f"=IF(ISNUMBER({cell}),AND({cell}>={least},{cell}<={most}),{words})"}
    span = f"{question.minimum:,g} to {question.maximum:,g}"
    hint = f"A number from {span}. Or type Don't know, Rather not say, or leave it empty."
    return _said(rule, question.label, hint, f"Give a number from {span}, or type Don't know or Rather not say.")
