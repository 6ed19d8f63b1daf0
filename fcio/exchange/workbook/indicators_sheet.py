"""The sheet Indicators: every indicator of the twelve areas with its level to change and what the level means."""

from __future__ import annotations

from fcio.exchange.case_file import MARKS
from fcio.exchange.people_parts import SEATS
from fcio.exchange.workbook.answer_rules import choice_rule, text_rule
from fcio.exchange.workbook.area_places import (
    CHOICES_COLUMN,
    CHOICES_ROW,
    I_AREA,
    I_CODE,
    I_COUNTS,
    I_EVIDENCE,
    I_EXPORT,
    I_FROM,
    I_HIGH,
    I_ITEMS,
    I_KNOWN,
    I_LEVEL,
    I_LEVELS,
    I_LOW,
    I_MARK,
    I_NOTE,
    I_NOW,
    I_SINCE,
    I_SOURCE,
    I_TEXT,
    I_TOLD,
    I_TOLD_MOST,
    I_WEIGHT,
    I_WHO,
    I_WORDS,
    INDICATORS_TOP,
)
from fcio.exchange.workbook.frame import INDICATORS, Frame, source_name
from fcio.exchange.workbook.page import A3, NONE, Page, area, at
from fcio.knowledge.areas import Area, Frameworks, Indicator
from fcio.knowledge.shapes import DONT_KNOW
from fcio.model.area_levels import HIGHEST, LOWEST, told
from fcio.model.area_result import ANSWERED, AT_LEAST, DOES_NOT_APPLY, FROM_INTAKE, OPEN, IndicatorResult
from fcio.report.words import OPEN_WORDS

UNKNOWN, NOT_MINE = OPEN_WORDS[DONT_KNOW], "Doesn\u2019t apply"
FROM_WORDS = {
    ANSWERED: "answered",
    FROM_INTAKE: "from the intake",
    AT_LEAST: "from the intake, at least",
    OPEN: "open",
    DOES_NOT_APPLY: "doesn\u2019t apply",
}
NO_AREAS = "This version holds no areas."
_PURPOSE = (
    "Choose a level in a tinted cell and the areas follow. A level the intake tells stands until you choose one; it is "
    "the one at export, and where it says at least, a higher one is possible. What is open counts as the lowest level "
    "in Lowest and as the highest in Highest. The items of the frameworks are the closest relevant ones, by identifier."
)
_HEADS = {
    I_AREA: "Area",
    I_TEXT: "Indicator",
    I_LEVEL: "Level",
    I_NOW: "In force",
    I_FROM: "Where from",
    I_WORDS: "What this level means",
    I_MARK: "How known",
    I_NOTE: "Note",
    I_WHO: "Who says so",
    I_SINCE: "Since export",
    I_EVIDENCE: "Evidence to ask for",
    I_ITEMS: "Framework items",
    I_SOURCE: "Where the indicator comes from",
    I_WEIGHT: "Weight",
    I_TOLD: "Told by the intake, at export",
    I_TOLD_MOST: "Told, at most",
    I_COUNTS: "Weight that applies",
    I_KNOWN: "Weight known",
    I_LOW: "Lowest",
    I_HIGH: "Highest",
    I_CODE: "Code",
    I_EXPORT: "Code at export",
}
_FRAMEWORKS = {"csf": "NIST CSF 2.0", "cis": "CIS 8.1", "cobit": "COBIT 2019", "itil": "ITIL 4", "iso": "ISO 27001"}


def write_indicators(f: Frame) -> None:
    """Write the sheet."""
    last = I_LEVELS + HIGHEST - 1
    widths = (24, 40, 13, 8, 13, 40, 10, 34, 12, 10, 34, 34, 36, 8, 9, 8, 8, 8, 8, 8, 7, 8)
    f.pages[INDICATORS].columns(*widths, *[30.0] * HIGHEST)
    page = f.head(INDICATORS, "Indicators of the twelve areas", _PURPOSE, last)
    _choices(f, page)
    heads = _HEADS | {I_LEVELS + place: f"Level {place + LOWEST}" for place in range(HIGHEST)}
    right = (I_NOW, *range(I_WEIGHT, I_LEVELS))
    for column, head in heads.items():
        page.text(INDICATORS_TOP - 1, column, head, "head_right" if column in right else "head")
    found = {row.indicator: row for result in f.areas.areas for row in result.indicators}
    row = INDICATORS_TOP
    for entry in f.knowledge.areas:
        for indicator in entry.indicators:
            _indicator(f, page, row, entry, indicator, found[indicator.id])
            row += 1
    if row == INDICATORS_TOP:
        page.text(row, I_TEXT, NO_AREAS, "note")
        row += 1
    else:
        _inputs(f, page, row - 1)
    page.sheet.freeze_panes(INDICATORS_TOP, I_LEVEL + 1)
    page.printed(row - 1, I_SOURCE, INDICATORS_TOP, f.footer, A3)


def _choices(f: Frame, page: Page) -> None:
    page.text(CHOICES_ROW, I_TEXT, "A level is one of", "note")
    end = CHOICES_COLUMN + HIGHEST - LOWEST
    for place in range(HIGHEST - LOWEST + 1):
        page.number(CHOICES_ROW, CHOICES_COLUMN + place, LOWEST + place, "quiet_number")
    for place, words in enumerate((UNKNOWN, NOT_MINE)):
        page.text(CHOICES_ROW, end + 1 + place, words, "quiet")
    f.book.name("Area_scale", page.ref(area(CHOICES_ROW, CHOICES_COLUMN, CHOICES_ROW, end)))
    f.book.name("Level_choices", page.ref(area(CHOICES_ROW, CHOICES_COLUMN, CHOICES_ROW, end + 2)))
    f.book.name("Not_mine", page.ref(at(CHOICES_ROW, end + 2, "rc")))


def _indicator(f: Frame, page: Page, row: int, entry: Area, indicator: Indicator, found: IndicatorResult) -> None:
    details = f.assessment.area_details.get(indicator.id, {})
    page.text(row, I_AREA, entry.name, "quiet")
    page.text(row, I_TEXT, indicator.text)
    _level(page, row, f.assessment.areas.get(indicator.id))
    page.text(row, I_MARK, details.get("mark", ""), "input_choice")
    page.own(row, I_NOTE, details.get("note", ""), f"area_details.{indicator.id}.note", "input_own")
    page.text(row, I_WHO, details.get("by", ""), "input_choice")
    page.text(row, I_EVIDENCE, indicator.evidence, "quiet")
    page.text(row, I_ITEMS, framework_items(indicator.frameworks), "quiet")
    because = f". {indicator.note}" if indicator.note else ""
    page.text(row, I_SOURCE, f"{source_name(f.knowledge, indicator.source)}{because}", "quiet")
    page.number(row, I_WEIGHT, indicator.weight, "quiet_number")
    tells = told(f.live.s, indicator)
    if tells is None:
        page.blank(row, I_TOLD, "quiet_number")
        page.blank(row, I_TOLD_MOST, "quiet_number")
    else:
        page.number(row, I_TOLD, tells.level, "quiet_number")
        page.number(row, I_TOLD_MOST, HIGHEST if tells.floor else tells.level, "quiet_number")
    for place, words in enumerate(indicator.levels):
        page.text(row, I_LEVELS + place, words, "quiet")
    _formulas(page, row, indicator, found)
    f.book.name(f"Level_{indicator.id}", page.ref(at(row, I_LEVEL, "rc")))


def framework_items(items: Frameworks) -> str:
    """The closest items of every framework, one framework to a line."""
    found = ((_FRAMEWORKS[name], getattr(items, name)) for name in _FRAMEWORKS)
    return "\n".join(f"{title}: {', '.join(ids)}" for title, ids in found if ids)


def _level(page: Page, row: int, given: int | str | None) -> None:
    if isinstance(given, int):
        page.number(row, I_LEVEL, given, "input_number")
    else:
        words = "" if given is None else UNKNOWN if given == DONT_KNOW else NOT_MINE
        page.text(row, I_LEVEL, words, "input_number")


def _formulas(page: Page, row: int, indicator: Indicator, found: IndicatorResult) -> None:
    """What the level means, what it counts, and a number for it that tells a change from none."""
    level, now, tells, most = (at(row, column, "c") for column in (I_LEVEL, I_NOW, I_TOLD, I_TOLD_MOST))
    valid = f"AND(ISNUMBER({level}),{level}>=MIN(Area_scale),{level}<=MAX(Area_scale))"
    applies = found.origin != DOES_NOT_APPLY
    words = {key: f'"{text}"' for key, text in FROM_WORDS.items()}
    filled = f'AND({level}="",{tells}<>"")'
    untold = f"IF({filled},IF({tells}={most},{words[FROM_INTAKE]},{words[AT_LEAST]}),{words[OPEN]})"
    origin = f"IF({level}=Not_mine,{words[DOES_NOT_APPLY]},IF({valid},{words[ANSWERED]},{untold}))"
    texts = area(row, I_LEVELS, row, I_LEVELS + HIGHEST - 1, "c")
    weight = at(row, I_WEIGHT, "c")
    shown = found.level if found.level is not None else NONE
    page.formula(row, I_NOW, f'IF({valid},{level},IF({filled},{tells},"{NONE}"))', shown, "total")
    page.formula(row, I_FROM, origin, FROM_WORDS[found.origin], "quiet")
    meaning = indicator.levels[found.level - LOWEST] if found.level is not None else NONE
    page.room(row, I_WORDS, max(indicator.levels, key=len), "text")
    page.formula(row, I_WORDS, f'IF(ISNUMBER({now}),INDEX({texts},{now}),"{NONE}")', meaning, "text")
    page.formula(row, I_COUNTS, f"IF({level}=Not_mine,0,{weight})", indicator.weight * applies, "quiet_number")
    low, high, counts = (at(row, column, "c") for column in (I_LOW, I_HIGH, I_COUNTS))
    page.formula(row, I_KNOWN, f"IF({low}={high},{weight},0)", indicator.weight * found.known, "quiet_number")
    page.formula(row, I_LOW, f"IF(ISNUMBER({now}),{now},MIN(Area_scale))", found.level or LOWEST, "quiet_number")
    highest = (found.level if found.known else None) or HIGHEST
    page.formula(row, I_HIGH, f"IF({valid},{level},IF({filled},{most},MAX(Area_scale)))", highest, "quiet_number")
    code = -1 if not applies else (found.level or 0) + HIGHEST * (found.origin == AT_LEAST)
    coded = f"{now}+IF({low}={high},0,MAX(Area_scale))"
    page.formula(row, I_CODE, f"IF({counts}=0,-1,IF(ISNUMBER({now}),{coded},0))", code, "quiet_number")
    page.number(row, I_EXPORT, code, "quiet_number")
    same = f'IF({at(row, I_CODE)}={at(row, I_EXPORT)},"same","changed")'
    page.formula(row, I_SINCE, same, "same", "quiet")


def _inputs(f: Frame, page: Page, last: int) -> None:
    rules = (
        (
            I_LEVEL,
            choice_rule("=Level_choices", "Level", f"{LOWEST} (absent) to {HIGHEST} (improving), or one of two."),
        ),
        (I_MARK, choice_rule(list(MARKS), "How known", f"Choose {', '.join(MARKS)}.")),
        (I_NOTE, text_rule("Note")),
        (I_WHO, choice_rule(list(SEATS), "Who says so", f"Choose {' or '.join(SEATS)}.")),
    )
    for column, rule in rules:
        page.validation((INDICATORS_TOP, column), (last, column), rule)
    changed = f'{at(INDICATORS_TOP, I_SINCE, "c")}="changed"'
    page.conditional((INDICATORS_TOP, I_LEVEL), (last, I_LEVEL), changed, "changed")
    for name, column in (("Levels_now", I_LEVEL), ("Level_codes", I_CODE), ("Level_codes_at_export", I_EXPORT)):
        f.book.name(name, page.ref(area(INDICATORS_TOP, column, last, column)))
