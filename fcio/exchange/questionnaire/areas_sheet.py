"""The sheet Areas: one row for an indicator, its five levels described side by side, a level to choose, a comment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fcio.exchange.questionnaire import shape
from fcio.exchange.questionnaire.lists_sheet import LEVEL_CODES, list_name
from fcio.exchange.workbook.answer_rules import choice_rule, text_rule
from fcio.exchange.workbook.page import Page
from fcio.knowledge.areas import Area, Indicator
from fcio.knowledge.whole import Knowledge
from fcio.model.area_levels import HIGHEST, LOWEST

ID, AREA, INDICATOR, EVIDENCE, LEVELS = range(5)
LEVEL = LEVELS + HIGHEST - LOWEST + 1
COMMENT = LEVEL + 1
TOP = 4
PURPOSE = (
    "Read the five descriptions and choose the level that is true today; between two, take the lower one. Choose "
    "Don\u2019t know or Doesn\u2019t apply where that is so. An empty cell means not answered, which is always allowed."
)


def heads(knowledge: Knowledge) -> dict[int, str]:
    """The heading of every column."""
    names = knowledge.settings.areas.level_names
    levels = {LEVELS + place: f"{LOWEST + place}: {name}" for place, name in enumerate(names)}
    before = {ID: shape.ID, AREA: "Area", INDICATOR: "Question", EVIDENCE: "What to look at"}
    return {**before, **levels, LEVEL: shape.LEVEL, COMMENT: shape.COMMENT}


def write_areas(page: Page, knowledge: Knowledge, document: Mapping[str, Any]) -> int:
    """Write a row for every indicator with the levels and comments of the document; the last row."""
    page.columns(shape.ID_WIDTH, 16, 34, 28, *[22.0] * (HIGHEST - LOWEST + 1), 14, 32)
    row = TOP
    for area in knowledge.areas:
        for indicator in area.indicators:
            _indicator(page, row, area, indicator, document)
            row += 1
    return row - 1


def _indicator(page: Page, row: int, area: Area, indicator: Indicator, document: Mapping[str, Any]) -> None:
    page.text(row, ID, shape.area_row(indicator.id), "quiet")
    page.text(row, AREA, area.name, "quiet")
    page.text(row, INDICATOR, indicator.text)
    page.text(row, EVIDENCE, indicator.evidence, "quiet")
    for place, words in enumerate(indicator.levels):
        page.text(row, LEVELS + place, words, "quiet")
    given = document.get("areas", {}).get(indicator.id)
    if isinstance(given, int):
        page.number(row, LEVEL, given, "input_general")
    else:
        told = {code: str(entry) for entry, code in LEVEL_CODES.items()}
        page.text(row, LEVEL, told[given] if given is not None else "", "input_general")
    hint = f"{LOWEST} to {HIGHEST}, as described beside, or one of two words."
    rule = choice_rule(f"={list_name(shape.LEVEL_LIST)}", indicator.label, hint)
    page.validation((row, LEVEL), (row, LEVEL), rule)
    note = document.get("area_details", {}).get(indicator.id, {}).get("note", "")
    page.own(row, COMMENT, note, f"area_details.{indicator.id}.note", "input_text")
    page.validation((row, COMMENT), (row, COMMENT), text_rule(shape.COMMENT))
