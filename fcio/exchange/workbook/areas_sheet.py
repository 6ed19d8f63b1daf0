"""The sheet Areas: level as a band, target and importance to change, gap, priority and place of every area, live."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.exchange.workbook.answer_rules import list_rule
from fcio.exchange.workbook.area_chart import write_area_chart
from fcio.exchange.workbook.area_formulas import area_formulas
from fcio.exchange.workbook.area_places import (
    A_COVERAGE,
    A_HIGH,
    A_LEVEL,
    A_LOW,
    A_NAME,
    A_PLACE,
    A_STEP,
    A_TARGET,
    A_TARGET_THEN,
    A_WEIGHT,
    A_WEIGHT_THEN,
    A_WHY,
    AREAS_TOP,
    COUNTED_CHANGES,
    area_span,
)
from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.derived_table import derived_questions, member_flags, write_derived
from fcio.exchange.workbook.frame import AREAS, Frame
from fcio.exchange.workbook.indicators_sheet import NO_AREAS
from fcio.exchange.workbook.overall_row import write_overall
from fcio.exchange.workbook.page import A3, Page, area, at
from fcio.knowledge.areas import Area
from fcio.model.area_result import DOES_NOT_APPLY, AreaResult

_PURPOSE = (
    "Levels run from 1 (absent) to 5 (improving). Level = Lowest: what is certain, so that nothing unanswered flatters "
    "it. Gap = target less level; priority = importance times gap. Change a level on Indicators, or a target or an "
    "importance here, and everything follows. Targets and importance come from the rules at export; both are judgement."
)
_HEADS = (
    *("Area", "Level", "Lowest", "Highest", "Answered", "Target", "At export", "Importance", "At export", "Gap"),
    *("Gap, certain", "Priority", "Priority, certain", "Place", "Why this target and importance", "A first step"),
    *("Weight that applies", "Weight known", "Lowest, hundredths", "Highest, hundredths"),
    *("Gap, hundredths", "Gap certain, hundredths", "Levels answered"),
)


def write_areas(f: Frame) -> None:
    """Write the sheet."""
    widths = (
        34,
        9,
        9,
        9,
        10,
        9,
        9,
        11,
        9,
        9,
        9,
        9,
        9,
        8,
        44,
        44,
        9,
        9,
        10,
        10,
        11,
        11,
        9,
        *[11] * len(derived_questions(f)),
    )
    f.pages[AREAS].columns(*widths)
    page = f.head(AREAS, "The twelve areas", _PURPOSE, A_STEP)
    heads = [*_HEADS, *(f"Counts for {question.label}" for question in derived_questions(f))]
    for column, head in enumerate(heads):
        style = "head" if column == A_NAME else "head_in" if column in (A_WHY, A_STEP) else "head_right"
        page.text(AREAS_TOP - 1, column, head, style)
    results = f.areas.areas
    places = {row.area: place + 1 for place, row in enumerate(f.areas.by_priority)}
    for place, result in enumerate(results):
        entry = f.knowledge.area(result.area)
        _area(f, page, AREAS_TOP + place, entry, result)
        area_formulas(f, page, AREAS_TOP + place, entry, result, places.get(result.area))
        member_flags(f, page, AREAS_TOP + place, result)
    end = AREAS_TOP
    if results:
        _inputs(f, page, AREAS_TOP + len(results) - 1)
        write_overall(f, page, AREAS_TOP + len(results))
        _left_aside(f, page, AREAS_TOP + len(results) + 1)
        end = write_derived(f, page, AREAS_TOP + len(results) + 3)
        end = write_area_chart(f, page, end)
        end = _contradictions(f, page, end + 1)
    else:
        page.text(AREAS_TOP, A_NAME, NO_AREAS, "note")
    page.sheet.freeze_panes(AREAS_TOP, 1)
    page.printed(end, A_STEP, AREAS_TOP, f.footer, A3)


def _area(f: Frame, page: Page, row: int, entry: Area, result: AreaResult) -> None:
    page.text(row, A_NAME, entry.name)
    for column, value in ((A_TARGET, result.target), (A_WEIGHT, result.importance)):
        page.number(row, column, value, "input_weight")
        page.number(row, column + 1, value, "quiet_number")
    page.text(row, A_WHY, _reasons(result), "quiet")
    page.text(row, A_STEP, f"{entry.first_step.text} ({entry.first_step.minutes} minutes)", "quiet")
    f.book.name(f"Target_{entry.id}", page.ref(at(row, A_TARGET, "rc")))
    f.book.name(f"Importance_{entry.id}", page.ref(at(row, A_WEIGHT, "rc")))


def _left_aside(f: Frame, page: Page, row: int) -> None:
    """How many indicators leave every total."""
    page.text(row, A_NAME, "Indicators answered with doesn\u2019t apply", "quiet")
    aside = sum(indicator.origin == DOES_NOT_APPLY for result in f.areas.areas for indicator in result.indicators)
    page.formula(row, A_LEVEL, "COUNTIF(Level_codes,-1)", aside, "quiet_number")
    f.book.name("Not_applying", page.ref(at(row, A_LEVEL, "rc")))


def _reasons(result: AreaResult) -> str:
    """Why the rules moved target and importance, at export."""
    pairs = (("Target", result.target_reasons), ("Importance", result.importance_reasons))
    return "\n".join(f"{name}: because {', and because '.join(said)}" for name, said in pairs if said) or "As usual"


def _inputs(f: Frame, page: Page, last: int) -> None:
    for column, then, source, title, hint in (
        (A_TARGET, A_TARGET_THEN, "=Area_scale", "Target", "The level this area should reach."),
        (A_WEIGHT, A_WEIGHT_THEN, "=Permitted_weights", "Importance", "How much this area counts for you."),
    ):
        page.validation((AREAS_TOP, column), (last, column), list_rule(source, title, hint))
        changed = f"{at(AREAS_TOP, column, 'c')}<>{at(AREAS_TOP, then, 'c')}"
        page.conditional((AREAS_TOP, column), (last, column), changed, "changed")
    for name, column in (
        ("Area_levels", A_LEVEL),
        ("Area_lowest", A_LOW),
        ("Area_highest", A_HIGH),
        ("Area_coverage", A_COVERAGE),
        ("Area_targets", A_TARGET),
        ("Area_importance", A_WEIGHT),
        ("Area_places", A_PLACE),
    ):
        f.book.name(name, page.ref(area(AREAS_TOP, column, last, column)))


def _contradictions(f: Frame, page: Page, top: int) -> int:
    """Levels that cannot stand together, at export; returns the last row."""
    page.band(top, A_NAME, A_STEP, "section")
    page.text(top, A_NAME, "Levels that cannot stand together, at export", "section")
    row = top
    for entry in f.areas.contradictions:
        row += 1
        page.band(row, A_NAME, A_STEP, "plain")
        page.text(row, A_NAME, f"{entry.text} {entry.cure}", "plain")
    if row == top:
        row += 1
        page.text(row, A_NAME, "None was found.", "note")
    return row


def area_changes(f: Frame) -> str:
    """How many levels, targets and importances differ from the export."""
    if not f.areas.areas:
        return "0"
    pairs = ((A_TARGET, A_TARGET_THEN), (A_WEIGHT, A_WEIGHT_THEN))
    counts = ["SUMPRODUCT(--(Level_codes<>Level_codes_at_export))"]
    for now, then in pairs:
        counts.append(f"SUMPRODUCT(--({area_span(f.knowledge.areas, now)}<>{area_span(f.knowledge.areas, then)}))")
    return "+".join(counts)


def area_checks(f: Frame) -> Iterator[Check]:
    """Levels, gaps and priorities are the app's, and what was typed in is allowed."""
    results = f.areas.areas
    if not results:
        return
    for result in results:
        for what, name, value in (
            ("Lowest level", "Lowest", result.low),
            ("Highest level", "Highest", result.high),
            ("Priority", "Priority", result.priority),
        ):
            text = f"{what} of {f.knowledge.area(result.area).short} is the app\u2019s"
            cell, number = f"{name}_{result.area}", value or 0
            yield Check(text, f"IF(ISNUMBER({cell}),{cell},0)", number, number, 0, COUNTED_CHANGES)
    for what, name, value in (
        ("Lowest level", "Overall_lowest", f.areas.overall.low),
        ("Highest level", "Overall_highest", f.areas.overall.high),
    ):
        text = f"{what} of all areas together is the app\u2019s"
        yield Check(text, f"IF(ISNUMBER({name}),{name},0)", value or 0, value or 0, 0, COUNTED_CHANGES)
    applying = sum(row.applies for row in results)
    total = "COUNT(Area_places)*AVERAGE(1,COUNT(Area_places))"
    yield Check("Every place is given once", "SUM(Area_places)", applying * (applying + 1) // 2, total)
    wrong = 'SUMPRODUCT(--(Levels_now<>""))-SUMPRODUCT(--(Levels_now=Level_choices))'
    yield Check("Levels that are none of the list", wrong, 0, 0)
    allowed = "SUMPRODUCT(--(Area_targets=Area_scale))+SUMPRODUCT(--(Area_importance=Permitted_weights))"
    listed = "ROWS(Area_targets)+ROWS(Area_importance)"
    yield Check("Targets and importances from their lists", allowed, 2 * len(results), listed)
