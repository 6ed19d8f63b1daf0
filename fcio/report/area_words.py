"""The sentences of the report on the twelve areas: the finding, strengths beside gaps, and one area in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from fcio.knowledge.areas import Frameworks
from fcio.knowledge.shapes import DONT_KNOW
from fcio.knowledge.whole import Knowledge
from fcio.model.area_levels import LOWEST
from fcio.model.area_result import AT_LEAST, DOES_NOT_APPLY, FROM_INTAKE, OPEN, AreaResult, AreasResult
from fcio.model.areas import strengths
from fcio.model.lowered import lowered
from fcio.report.numbers import counted, percent

FURTHER_WORDS = {DONT_KNOW: "Don\u2019t know", DOES_NOT_APPLY: "Doesn\u2019t apply to us"}
FURTHER_MEANING = ("Stays open; the report shows how much it could matter", "Leaves every total")
FRAMEWORK_NAMES = {"csf": "NIST CSF 2.0", "cis": "CIS 8.1", "cobit": "COBIT 2019", "itil": "ITIL 4", "iso": "ISO 27001"}
SEAT_WORDS = {"owner": "the owner", "consultant": "the consultant"}
HEADLINE_AREAS = 2


def listing(names: Iterable[str]) -> str:
    """Names as a sentence has them.

    >>> listing(["Security"]), listing(["Security", "Suppliers", "Money"])
    ('Security', 'Security, Suppliers and Money')
    """
    *others, last = list(names)
    return f"{', '.join(others)} and {last}" if others else last


def pressing(result: AreasResult) -> tuple[AreaResult, ...]:
    """The areas certainly below what the firm needs, what presses most first."""
    return tuple(row for row in result.by_priority if row.priority_certain)


def looked_at(result: AreasResult) -> bool:
    """Whether anything at all is known about the areas."""
    return result.overall.level is not None


def headline(knowledge: Knowledge, result: AreasResult) -> str:
    """The finding in one sentence: which areas come first, as far as is certain."""
    first = pressing(result)[:HEADLINE_AREAS]
    if result.overall.low is None:
        return "None of the twelve areas applies to your firm"
    if not looked_at(result):
        return "How well is technology led in your firm today?"
    if first:
        names = listing(lowered(knowledge.area(row.area).name) for row in first)
        return f"{_upper(names)} {'press' if len(first) > 1 else 'presses'} most in a firm like yours"
    if any(row.gap for row in result.by_priority):
        return "Nothing is certainly below what a firm like yours needs, and much is still open"
    return "Every area is where a firm like yours needs it"


def areas_line(knowledge: Knowledge, result: AreasResult) -> str:
    """Where the twelve areas stand and what is next, in one line for the start page."""
    if not looked_at(result):
        return "The twelve areas of technology leadership are not looked at yet; the short pass takes about 20 minutes."
    return f"Twelve areas: {lowered(headline(knowledge, result))}; {percent(result.overall.coverage)} is known."


def standing(knowledge: Knowledge, result: AreasResult) -> str:
    """What the headline rests on: areas certainly short, certainly good enough, and how much is known."""
    rows, known = result.by_priority, percent(result.overall.coverage)
    short, good = len(pressing(result)), sum(row.gap == 0 for row in rows)
    open_ = len(rows) - short - good
    parts = []
    if good:
        parts.append(f"{counted(good, 'area')} {_be(good)} good enough as {'it is' if good == 1 else 'they are'}")
    if short:
        parts.append(f"{counted(short, 'area')} {_be(short)} certainly short")
    if open_:
        parts.append(f"{counted(open_, 'area')} could be either")
    sentence = f"{_upper(listing(parts))}. {known} of what matters is known."
    ranked = " The order weighs how far an area is short by how much it matters to you."
    return sentence + (ranked if short else "")


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def level_badge(knowledge: Knowledge, result: AreasResult) -> str:
    """Where all areas stand together, as a badge."""
    all_of_them, names = result.overall, knowledge.settings.areas.level_names
    if all_of_them.low is None or all_of_them.high is None:
        return ""
    if all_of_them.low == all_of_them.high:
        return f"Overall {all_of_them.low:.1f} of {len(names)}"
    return f"Overall between {all_of_them.low:.1f} and {all_of_them.high:.1f} of {len(names)}"


def not_applying(knowledge: Knowledge, result: AreasResult) -> str:
    """Which areas do not apply and so leave the totals; empty where all do."""
    names = [knowledge.area(row.area).short for row in result.areas if not row.applies]
    return f"Left out of every total, since nothing in it applies to you: {listing(names)}." if names else ""


def left_aside(knowledge: Knowledge, result: AreasResult) -> str:
    """How many indicators were answered with *doesn't apply*, and in which areas; empty where none was."""
    count = {row.area: sum(i.origin == DOES_NOT_APPLY for i in row.indicators) for row in result.areas}
    total, asked = sum(count.values()), sum(len(row.indicators) for row in result.areas)
    if not total:
        return ""
    where = listing(f"{knowledge.area(area).short} ({number})" for area, number in count.items() if number)
    answered, counts = ("was answered", "counts") if total == 1 else ("were answered", "count")
    aside = f"{total} of {asked} questions {answered} with \u201cdoesn\u2019t apply\u201d"
    return f"{aside} and {counts} nowhere: {where}."


def done_well(knowledge: Knowledge, result: AreasResult, most: int) -> list[str]:
    """What is done well, one sentence for each, an area no more than once while others have something to show."""
    found = strengths(knowledge, result)
    first = list({one.area: one for one in reversed(found)}.values())[::-1]
    order = [*first, *(one for one in found if one not in first)]
    areas = {area.id: area.name for area in knowledge.areas}
    shown = [(areas[one.area], strong_sentence(knowledge, one.area, one.indicator, one.level)) for one in order[:most]]
    return [f"{area}, {sentence}" for area, sentence in shown]


def strong_sentence(knowledge: Knowledge, area_id: str, indicator_id: str, level: int) -> str:
    """One thing done well, by name and as its level is described."""
    indicator = next(i for i in knowledge.area(area_id).indicators if i.id == indicator_id)
    return f"{lowered(indicator.label)}: {indicator.levels[level - 1].rstrip('.')}."


def strong_in(knowledge: Knowledge, row: AreaResult) -> list[str]:
    """What is at or above the target within one area, by name and as its levels are described."""
    rows = [one for one in row.indicators if one.level is not None and one.level >= row.target]
    return [_upper(strong_sentence(knowledge, row.area, one.indicator, one.level or LOWEST)) for one in rows]


def gap_sentence(knowledge: Knowledge, row: AreaResult) -> str:
    """One area that is short, as it stands for certain, with its first step."""
    area = knowledge.area(row.area)
    lowest = area.levels[int((row.low or 1) + 0.5) - 1]
    return f"{area.name}: {lowest} First, in {area.first_step.minutes} minutes: {area.first_step.text}"


def in_words(knowledge: Knowledge, row: AreaResult) -> str:
    """Where an area stands, as its levels are described; the band where it is open."""
    area = knowledge.area(row.area)
    if row.low is None or row.high is None:
        return "Nothing in this area applies to you, so it leaves every total."
    if row.level is None and row.low <= LOWEST:
        return "Nothing is known yet; it could stand anywhere."
    lowest, highest = area.levels[int(row.low + 0.5) - 1], area.levels[int(row.high + 0.5) - 1]
    if lowest == highest:
        return lowest
    return f"At the least, {lowered(lowest)} At best, {lowered(highest)}"


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def band_reason(knowledge: Knowledge, row: AreaResult) -> str:
    """Why the band is as wide as it is: what is known, and what is open."""
    if row.low is None or row.high is None:
        return ""
    labels = {i.id: i.label for i in knowledge.area(row.area).indicators}
    open_ = [labels[i.indicator] for i in row.indicators if i.origin == OPEN]
    told = [labels[i.indicator] for i in row.indicators if i.origin == FROM_INTAKE]
    floors = [f"{labels[i.indicator]} (level {i.level} or higher)" for i in row.indicators if i.origin == AT_LEAST]
    text = f"Between {row.low:.1f} and {row.high:.1f} of 5; {percent(row.coverage)} of it is known."
    if row.low == row.high:
        text = f"{row.low:.1f} of 5; everything in it is known."
    if open_:
        text += f" Open: {listing(open_)}."
    if told:
        text += f" From your intake, not confirmed yet: {listing(told)}."
    if floors:
        text += f" Known only in part, from your intake: {listing(floors)}."
    return text


def need_reason(knowledge: Knowledge, row: AreaResult) -> str:
    """The target and the importance of an area with the reasons for both."""
    names = knowledge.settings.areas.level_names
    text = f"A firm like yours needs level {row.target} ({names[row.target - 1]}) here"
    reasons = listing(_clause(reason) for reason in row.target_reasons) if row.target_reasons else ""
    text += f", because {reasons}." if reasons else ", as most small firms do."
    text += f" It matters {row.importance} of 4 to you"
    reasons = listing(_clause(reason) for reason in row.importance_reasons) if row.importance_reasons else ""
    return text + (f", because {reasons}." if reasons else ", the usual weight.")


def _clause(reason: str) -> str:
    return lowered(reason.rstrip("."))


def framework_line(frameworks: Frameworks) -> str:
    """The closest items of the frameworks, for a tooltip; empty where none is close."""
    named = ((FRAMEWORK_NAMES[key], getattr(frameworks, key)) for key in FRAMEWORK_NAMES)
    return "; ".join(f"{name}: {', '.join(items)}" for name, items in named if items)


def known_by(detail: Mapping[str, str]) -> str:
    """Who gave a level, and how it is known."""
    who = SEAT_WORDS.get(detail.get("by", ""), "")
    parts = chain([f"Answered by {who}"] if who else [], [detail["mark"]] if detail.get("mark") else ["not marked yet"])
    return f"{_upper('; '.join(parts))}."
