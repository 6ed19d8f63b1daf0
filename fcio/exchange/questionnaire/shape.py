"""What writer and reader of the questionnaire agree on: sheets, headings, ids of rows, and the version of its form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from fcio.exchange.workbook.layout import RANGE_PARTS
from fcio.exchange.zip_guard import Purpose
from fcio.knowledge.areas import Indicator
from fcio.knowledge.schema import Question
from fcio.knowledge.whole import Knowledge

FORMAT = 1
READ_ME, QUESTIONS, AREAS, LISTS = "Read me", "Questions", "Areas", "Lists"
PURPOSE = Purpose("only the sheets of the questionnaire", "a questionnaire", 10 * 2**20)

ID = "fcio id"
ID_WIDTH = 60.0
"""Wide enough that no id asks for a taller row; the column is hidden."""
ANSWER, OPEN, COMMENT, LEVEL = "Answer", "Or leave it open", "Comment", "Your level"
HEADINGS = (ANSWER, OPEN, COMMENT, LEVEL)

GENERAL, FIRM = "general", "client.name"
AREA_PREFIX = "areas."
ABOUT, ABOUT_FORMAT, ABOUT_FINGERPRINT, ABOUT_CLIENT, ABOUT_AREAS = "about", "format", "fingerprint", "client", "areas"
"""The rows on Lists that say what the file is: list, key, value."""
OPEN_LIST, LEVEL_LIST = "open", "levels"


def asked(knowledge: Knowledge) -> tuple[Question, ...]:
    """The questions that are put to people: all but those that follow from the areas."""
    return tuple(question for question in knowledge.questions if question.derived is None)


def indicators(knowledge: Knowledge) -> tuple[Indicator, ...]:
    """Every indicator of the areas, in file order."""
    return tuple(indicator for area in knowledge.areas for indicator in area.indicators)


def sub_ids(question: Question) -> tuple[str, ...]:
    """What has a row of its own below a question: the options of several, the three numbers of a range."""
    if question.kind == "many":
        return tuple(option.id for option in question.options)
    return RANGE_PARTS if question.kind == "range" else ()


def sub_row(question: Question, sub: str) -> str:
    """The id of the row of an option or a number below its question."""
    return f"{question.id}.{sub}"


def area_row(indicator: str) -> str:
    """The id of the row of an indicator."""
    return f"{AREA_PREFIX}{indicator}"


def row_ids(knowledge: Knowledge, areas: bool) -> Iterator[str]:
    """The id of every row that a whole questionnaire holds."""
    for question in asked(knowledge):
        yield question.id
        yield from (sub_row(question, sub) for sub in sub_ids(question))
    yield GENERAL
    if areas:
        yield from (area_row(indicator.id) for indicator in indicators(knowledge))


def fingerprint(knowledge: Knowledge) -> str:
    """Twelve letters that change with any id, option or wording of what is asked."""
    questions = [[q.id, q.kind, q.text, q.unit, [[o.id, o.text] for o in q.options]] for q in asked(knowledge)]
    levels = [[i.id, i.text, list(i.levels)] for i in indicators(knowledge)]
    told = json.dumps([FORMAT, questions, levels], ensure_ascii=True)
    return hashlib.sha256(told.encode()).hexdigest()[:12]
