"""On Risk inputs: levels of the areas today and with each role, and what an area does to a scenario, live."""

from __future__ import annotations

import math

from fcio.exchange.workbook.answer_rules import span_rule
from fcio.exchange.workbook.area_places import A_COVERAGE, A_HIGH, A_LOW, AREAS_TOP
from fcio.exchange.workbook.frame import AREAS, Frame, source_name
from fcio.exchange.workbook.page import NONE, Page, area, at
from fcio.exchange.workbook.risk_places import (
    EFFECT_FREQUENCY,
    EFFECT_SEVERITY,
    NAME,
    RiskPlaces,
    outlook_name,
    outlooks,
)
from fcio.knowledge.risk import AreaEffect, Reach
from fcio.model.area_levels import HIGHEST, LOWEST

HIGHEST_NOW = "MAX(Area_scale)"
NO_REACH = (0.0, float(HIGHEST))


def write_levels(f: Frame, page: Page, places: RiskPlaces) -> None:
    """Levels today from Areas, the reach of every role to change, and the levels with it."""
    top, shown = places.areas_top, outlooks(f)
    page.text(top - 2, NAME, "Levels of the areas, today and with each role at work", "bold")
    page.text(top - 1, NAME, "Area", "head")
    page.text(top - 1, places.level(0), "Level today", "head_right")
    for place, outlook in enumerate(shown[1:], start=1):
        name, column = outlook_name(f, outlook), places.level(place)
        for step, said in ((-2, "levels up"), (-1, "never above"), (0, "level")):
            page.text(top - 1, column + step, f"{name}, {said}", "head_right")
    for place, outlook in enumerate(shown):
        page.text(top - 1, places.strengths + place, f"{outlook_name(f, outlook)}, strength", "head_right")
    for number, row in enumerate(f.areas.areas):
        _level_row(f, page, places, number, row.area)
    last = top + places.areas - 1
    for place in range(1, len(shown)):
        column = places.level(place)
        page.validation((top, column - 2), (last, column - 2), span_rule("Levels up", 0, 4))
        page.validation((top, column - 1), (last, column - 1), span_rule("Never above", LOWEST, HIGHEST))
    _name_reach(f, page, places)


def _level_row(f: Frame, page: Page, places: RiskPlaces, number: int, area_id: str) -> None:
    row, from_areas = places.areas_top + number, AREAS_TOP + number
    page.text(row, NAME, f.knowledge.area(area_id).name)
    low, high, known = (f"{AREAS}!{at(from_areas, column, 'rc')}" for column in (A_LOW, A_HIGH, A_COVERAGE))
    today = f"MAX({LOWEST},MIN({HIGHEST_NOW},{high},{low}+(1-{known})*(Rough_level-{LOWEST})))"
    values = [outlook.levels.get(area_id) for outlook in outlooks(f)]
    first = at(row, places.level(0), "c")
    page.formula(row, places.level(0), f'IF(ISNUMBER({low}),{today},"{NONE}")', _shown(values[0]), "hundredth")
    for place, outlook in enumerate(outlooks(f)[1:], start=1):
        column = places.level(place)
        one = f.actors.reach[outlook.id].get(area_id)
        levels, up_to = NO_REACH if one is None else _numbers(one)
        page.number(row, column - 2, levels, "input_rate")
        page.number(row, column - 1, up_to, "input_rate")
        page.number(row, places.reach_then + 2 * (place - 1), levels, "quiet_rate")
        page.number(row, places.reach_then + 2 * (place - 1) + 1, up_to, "quiet_rate")
        kept = [at(row, places.reach_then + 2 * (place - 1) + step, "c") for step in (0, 1)]
        typed = [at(row, column - 2, "c"), at(row, column - 1, "c")]
        up, most = (f'IF({mine}="",{then},{mine})' for mine, then in zip(typed, kept, strict=True))
        lift = f"MAX({first},MIN({first}+{up},{most}))"
        page.formula(row, column, f'IF(ISNUMBER({first}),{lift},"{NONE}")', _shown(values[place]), "hundredth")
    for place, value in enumerate(values):
        _strength(f, page, places, row, place, value)


def _numbers(one: Reach) -> tuple[float, float]:
    return one.levels, one.up_to


def _shown(value: float | None) -> float | str:
    return NONE if value is None else value


def _share(f: Frame, level: float | None) -> float:
    """How far a level lies above the reference (to 1 at level 5) or below it (to -1 at level 1)."""
    reference = f.actors.limits.reference
    if level is None:
        return 0.0
    return (level - reference) / ((HIGHEST - reference) if level >= reference else (reference - LOWEST))


def _strength(f: Frame, page: Page, places: RiskPlaces, row: int, place: int, value: float | None) -> None:
    settings = f.knowledge.risk
    assert settings is not None
    level, reference = at(row, places.level(place), "c"), f"Figure_{settings.reference_level}"
    above, below = f"({level}-{reference})/({HIGHEST_NOW}-{reference})", f"({level}-{reference})/({reference}-{LOWEST})"
    formula = f"IF(ISNUMBER({level}),IF({level}>={reference},{above},{below}),0)"
    page.formula(row, places.strengths + place, formula, _share(f, value), "hundredth")


def _name_reach(f: Frame, page: Page, places: RiskPlaces) -> None:
    top, last = places.areas_top, places.areas_top + places.areas - 1
    page.text(last + 1, NAME, "Of these, changed since export", "quiet")
    for place, outlook in enumerate(outlooks(f)[1:], start=1):
        column, then = places.level(place), places.reach_then + 2 * (place - 1)
        # As texts, so that a typed 0 differs from an empty cell.
        changed = f'{area(top, column - 2, last, column - 1)}&""<>{area(top, then, last, then + 1)}&""'
        page.formula(last + 1, column - 1, f"SUMPRODUCT(--({changed}))", 0, "quiet_number")
        f.book.name(f"Reach_{outlook.id}", page.ref(area(top, column - 2, last, column - 1)))
        f.book.name(f"Reach_{outlook.id}_then", page.ref(area(top, then, last, then + 1)))
        f.book.name(f"Levels_with_{outlook.id}", page.ref(area(top, column, last, column)))
    f.book.name("Reach_changes", page.ref(area(last + 1, places.level(0), last + 1, places.level(places.outlooks - 1))))
    f.book.name("Levels_today", page.ref(area(top, places.level(0), last, places.level(0))))


def write_effects(f: Frame, page: Page, places: RiskPlaces) -> None:
    """Multipliers at level 5 to change, and their logarithms at every outlook's levels."""
    top = places.effects_top
    page.text(top - 2, NAME, "What an area at level 5 does to a scenario (1: nothing; 0.5: half)", "bold")
    page.text(top - 1, NAME, "Area and scenario", "head")
    page.text(top - 1, EFFECT_FREQUENCY, "How often", "head_right")
    page.text(top - 1, EFFECT_SEVERITY, "How dear", "head_right")
    for place, outlook in enumerate(outlooks(f)):
        name = outlook_name(f, outlook)
        page.text(top - 1, places.effect(place, False), f"{name}, often (log)", "head_right")
        page.text(top - 1, places.effect(place, True), f"{name}, dear (log)", "head_right")
    key = places.effect_key
    for column, head in ((key, "Scenario"), (key + 1, "Why")):
        page.text(top - 1, column, head, "head_in")
    for number, effect in enumerate(f.actors.effects):
        _effect_row(f, page, places, top + number, effect)
    last = top + places.effects - 1
    page.validation((top, EFFECT_FREQUENCY), (last, EFFECT_SEVERITY), span_rule("Multiplier at level 5", 0.05, 1))
    f.book.name("Effects", page.ref(area(top, EFFECT_FREQUENCY, last, EFFECT_SEVERITY)))
    f.book.name("Effects_then", page.ref(area(top, key + 2, last, key + 3)))


def _effect_row(f: Frame, page: Page, places: RiskPlaces, row: int, effect: AreaEffect) -> None:
    scenario = f.knowledge.scenario(effect.scenario)
    page.text(row, NAME, f"{f.knowledge.area(effect.area).short}: {scenario.label.lower()}")
    page.number(row, EFFECT_FREQUENCY, effect.frequency, "input_rate")
    page.number(row, EFFECT_SEVERITY, effect.severity, "input_rate")
    ids = [result.area for result in f.areas.areas]
    level_row = places.areas_top + ids.index(effect.area)
    for place, outlook in enumerate(outlooks(f)):
        strength = at(level_row, places.strengths + place, "rc")
        share = _share(f, outlook.levels.get(effect.area))
        for severity, best in ((False, effect.frequency), (True, effect.severity)):
            column = EFFECT_SEVERITY if severity else EFFECT_FREQUENCY
            cell, then = at(row, column, "c"), at(row, places.effect_key + 1 + column, "c")
            formula = f'LN(IF({cell}="",{then},{cell}))*{strength}'
            page.formula(row, places.effect(place, severity), formula, math.log(best) * share, "thousandth")
    page.text(row, places.effect_key, scenario.label, "quiet")
    page.text(row, places.effect_key + 1, f"{source_name(f.knowledge, effect.source)}. {effect.note or ''}", "quiet")
    page.number(row, places.effect_key + 2, effect.frequency, "quiet_rate")
    page.number(row, places.effect_key + 3, effect.severity, "quiet_rate")
