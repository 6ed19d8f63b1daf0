"""What must hold between the files of the twelve areas: indicators, rules, contradictions and initiatives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fcio.knowledge.areas import Area, Contradiction, Initiative
from fcio.knowledge.fact_finding import fact_finding_cited, fact_finding_faults
from fcio.knowledge.shapes import Cited, Condition
from fcio.knowledge.whole import Knowledge

AREAS, QUICK = 12, 2
"""How many areas the assessment has, and how many indicators of each make the short pass."""

Fault = tuple[str, str, str]


def area_cited(knowledge: Knowledge) -> Iterator[tuple[str, str, Cited]]:
    """File, entry and citation of everything about the areas that names a source."""
    for area in knowledge.areas:
        yield "areas.yaml", area.id, area
        yield from (("areas.yaml", indicator.id, indicator) for indicator in area.indicators)
    yield from (("area_rules.yaml", rule.id, rule) for rule in knowledge.area_rules)
    yield from (("contradictions.yaml", pair.id, pair) for pair in knowledge.contradictions)
    yield from (("initiatives.yaml", initiative.id, initiative) for initiative in knowledge.initiatives)
    if knowledge.fact_finding is not None:
        yield from fact_finding_cited(knowledge.fact_finding)


def area_conditions(knowledge: Knowledge) -> Iterator[tuple[str, str, Condition]]:
    """File, entry and condition of every prefill and every rule."""
    for area in knowledge.areas:
        for indicator in area.indicators:
            yield from (("areas.yaml", indicator.id, prefill.when) for prefill in indicator.prefill)
    yield from (("area_rules.yaml", rule.id, rule.when) for rule in knowledge.area_rules)


def area_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Every inconsistency of the area files but for sources and conditions; nothing where there are no areas."""
    if knowledge.areas and len(knowledge.areas) != AREAS:
        yield "areas.yaml", "areas", f"there are {len(knowledge.areas)} areas; the assessment has {AREAS}"
    yield from _indicator_ids(knowledge)
    for area in knowledge.areas:
        yield from (("areas.yaml", area.id, cure) for cure in _quick_cures(area))
    yield from _rules(knowledge)
    levels = {indicator.id for area in knowledge.areas for indicator in area.indicators}
    for pair in knowledge.contradictions:
        yield from (("contradictions.yaml", pair.id, cure) for cure in _contradiction_cures(pair, levels))
    for initiative in knowledge.initiatives:
        yield from (("initiatives.yaml", initiative.id, cure) for cure in _initiative_cures(knowledge, initiative))
    yield from (("initiatives.yaml", entry, cure) for entry, cure in _circles(knowledge.initiatives))
    yield from (("initiatives.yaml", entry, cure) for entry, cure in _twice(knowledge.initiatives))
    if knowledge.areas and knowledge.fact_finding is not None:
        yield from fact_finding_faults(knowledge.fact_finding, tuple(area.id for area in knowledge.areas))


def _indicator_ids(knowledge: Knowledge) -> Iterator[Fault]:
    questions = {question.id for question in knowledge.questions}
    count = Counter(indicator.id for area in knowledge.areas for indicator in area.indicators)
    for indicator_id, times in count.items():
        if times > 1:
            yield "areas.yaml", indicator_id, "this indicator id stands twice; ids are unique over all areas"
        if indicator_id in questions:
            yield "areas.yaml", indicator_id, "a question has this id too; give the indicator another"


def _quick_cures(area: Area) -> Iterator[str]:
    quick = [indicator.quick for indicator in area.indicators]
    if sum(quick) != QUICK:
        yield f"{sum(quick)} of its indicators are quick; mark exactly {QUICK}"
    elif not all(quick[:QUICK]):
        yield f"put its {QUICK} quick indicators first; they are asked first"
    for indicator in area.indicators:
        if len(set(indicator.levels)) < len(indicator.levels):
            yield f"two levels of {indicator.id} read the same; say how they differ"
        if any(prefill.floor and prefill.level == len(indicator.levels) for prefill in indicator.prefill):
            yield f"no level of {indicator.id} lies above the highest; remove floor from its prefill"


def _rules(knowledge: Knowledge) -> Iterator[Fault]:
    areas = {area.id for area in knowledge.areas}
    for rule in knowledge.area_rules:
        for unknown in sorted(set(rule.areas) - areas):
            yield "area_rules.yaml", rule.id, f"{unknown} is no area; correct it or add it to areas.yaml"
        if not rule.target and not rule.importance:
            yield "area_rules.yaml", rule.id, "it adds nothing; give target or importance, or remove it"


def _contradiction_cures(pair: Contradiction, indicators: set[str]) -> Iterator[str]:
    if len(pair.when) < 2:
        yield "name at least two indicators; one level cannot contradict itself"
    for indicator_id, test in pair.when.items():
        if indicator_id not in indicators:
            yield f"{indicator_id} is no indicator in areas.yaml"
        if test.at_least is None and test.below is None:
            yield f"the test of {indicator_id} is empty; give at_least or below"
        if not any((test.at_least or 1) <= level < (test.below or 6) for level in range(1, 6)):
            yield f"no level of {indicator_id} passes; the test never holds"


def _initiative_cures(knowledge: Knowledge, initiative: Initiative) -> Iterator[str]:
    area = next((area for area in knowledge.areas if area.id == initiative.area), None)
    if area is None:
        yield f"{initiative.area} is no area; correct it or add it to areas.yaml"
    else:
        for unknown in sorted(set(initiative.indicators) - {indicator.id for indicator in area.indicators}):
            yield f"{unknown} is no indicator of {area.id}"
    if not initiative.indicators:
        yield "name at least one indicator that it lifts"
    if initiative.from_level >= initiative.to_level:
        yield "from_level must lie below to_level"
    for name, amounts in (("hours", initiative.hours), ("cost_usd", initiative.cost_usd)):
        if not amounts.low <= amounts.typical <= amounts.high:
            yield f"{name}: low, typical and high must not fall"
    for unknown in sorted(set(initiative.needs) - {other.id for other in knowledge.initiatives}):
        yield f"it needs {unknown}, which is no initiative"
    yield from _role_cures(knowledge, initiative)


def _role_cures(knowledge: Knowledge, initiative: Initiative) -> Iterator[str]:
    is_line = {role.id: role.is_line for role in knowledge.roles}
    if not initiative.roles:
        yield "name at least one role that would carry it"
    for role_id in initiative.roles:
        if role_id not in is_line:
            yield f"{role_id} is no role"
        elif is_line[role_id]:
            yield f"{role_id} is nobody and carries nothing; remove it"


def _twice(initiatives: tuple[Initiative, ...]) -> Iterator[tuple[str, str]]:
    """Steps that lift an indicator over levels that another one lifts it over: their worth would count twice."""
    lifted: dict[tuple[str, int], str] = {}
    for initiative in initiatives:
        for indicator in initiative.indicators:
            for level in range(initiative.from_level, initiative.to_level):
                other = lifted.setdefault((indicator, level), initiative.id)
                if other != initiative.id:
                    yield initiative.id, f"{indicator} is lifted over level {level} by {other} already"


def _circles(initiatives: tuple[Initiative, ...]) -> Iterator[tuple[str, str]]:
    """Initiatives that come before themselves by way of what they need."""
    needs = {initiative.id: initiative.needs for initiative in initiatives}
    for start in needs:
        reached: set[str] = set()
        ahead = list(needs[start])
        while ahead:
            step = ahead.pop()
            if step not in reached:
                reached.add(step)
                ahead.extend(needs.get(step, ()))
        if start in reached:
            yield start, "it needs itself by way of its needs; break the circle"
