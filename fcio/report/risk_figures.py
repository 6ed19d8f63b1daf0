"""Every number that risk follows from, with range, grade and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from fcio.knowledge.amounts import Factor
from fcio.knowledge.whole import Knowledge
from fcio.model.parameters import Figures
from fcio.report.numbers import signed
from fcio.report.risk_receipt import origin_text
from fcio.report.unit_words import quantity, spread

FROM = "Where it comes from"


def risk_figures(knowledge: Knowledge) -> tuple[str, ...]:
    """Ids of the figures that risk follows from, in the order of the files."""
    assert knowledge.risk is not None
    named = {value for value in vars(knowledge.risk).values() if isinstance(value, str)}
    for scenario in knowledge.scenarios:
        terms = (*scenario.frequency.terms, *scenario.severity.mean, *scenario.severity.cap)
        named |= {figure for term in terms for figure in term.figures}
        named |= {link.share for link in scenario.linked}
        named |= {one for one in (scenario.severity.sigma, scenario.frequency.dispersion) if one}
    named |= {figure for fact in knowledge.facts for term in fact.estimate for figure in term.figures}
    return tuple(parameter for parameter in knowledge.parameters if parameter in named)


def _table(rows: Iterator[tuple[str, str]], name: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[name, FROM]).set_index(name)


def figure_table(knowledge: Knowledge, figures: Figures) -> pd.DataFrame:
    """Every figure with value, range, grade, date, source and reason; two columns, narrow enough for a phone."""
    rows = []
    for one in risk_figures(knowledge):
        f = figures[one]
        graded = f" Grade {f.grade}." if f.grade else ""
        dated = f" As of {f.dated}." if f.dated else ""
        value = f"{f.label}: {spread(f.low, f.typical, f.high, f.unit)}.{graded}"
        rows.append((value, origin_text(knowledge, f.source, f.note) + dated))
    return _table(iter(rows), "Figure")


def factor_table(knowledge: Knowledge) -> pd.DataFrame:
    """What size, trade and answers multiply, and why."""
    rows = (
        (f"{one.label}: {_times(knowledge, one)}.", origin_text(knowledge, one.source, one.note))
        for one in knowledge.factors
    )
    return _table(rows, "Multiplier")


def _times(knowledge: Knowledge, factor: Factor) -> str:
    if factor.question:
        texts = {option.id: option.text for option in knowledge.question(factor.question).options}
        return "; ".join(f"{texts[option]} {times:g}" for option, times in factor.times.items())
    fact = next(one for one in knowledge.facts if one.id == factor.fact)
    return "; ".join(f"from {quantity(band.at_least, fact.unit)} {band.times:g}" for band in factor.bands)


def effect_table(knowledge: Knowledge) -> pd.DataFrame:
    """What every area does to a scenario at level 5, and why."""
    rows = (
        (
            f"{knowledge.area(e.area).short}, {knowledge.scenario(e.scenario).label}: how often {e.frequency:g}, how "
            f"dear {e.severity:g}.",
            origin_text(knowledge, e.source, e.note),
        )
        for e in knowledge.area_effects
    )
    return _table(rows, "Area at level 5")


def reach_table(knowledge: Knowledge) -> pd.DataFrame:
    """How far every role lifts which areas, and why."""
    lifts: dict[str, list[str]] = {}
    for one in knowledge.reach:
        area = knowledge.area(one.area).short
        lifts.setdefault(one.role, []).append(f"{area} by {one.levels:g} up to {one.up_to:g} in {one.months:g} months")
    why = {one.role: origin_text(knowledge, one.source, one.note) for one in knowledge.reach}
    rows = ((f"{knowledge.role(role).short}: {'; '.join(parts)}.", why[role]) for role, parts in lifts.items())
    return _table(rows, "Role")


def level_table(knowledge: Knowledge) -> pd.DataFrame:
    """What is added to the usual level of an area that nobody looked at, and when."""
    rows = ((signed(one.add, 1), origin_text(knowledge, one.source, one.note)) for one in knowledge.level_rules)
    return _table(rows, "Added")
