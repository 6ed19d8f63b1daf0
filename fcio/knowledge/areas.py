"""The shapes of the twelve areas: indicators with five described levels, rules, contradictions, initiatives."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from fcio.knowledge.shapes import Cited, Condition, Id, Shape, Text, Weight

Level = Annotated[int, Field(ge=1, le=5)]
FiveTexts = Annotated[tuple[Text, ...], Field(min_length=5, max_length=5)]


class Frameworks(Shape):
    """The closest items of the frameworks, by identifier: NIST CSF 2.0, CIS 8.1, COBIT 2019, ITIL 4, ISO 27001:2022."""

    csf: tuple[Text, ...] = ()
    cis: tuple[Text, ...] = ()
    cobit: tuple[Text, ...] = ()
    itil: tuple[Text, ...] = ()
    iso: tuple[Text, ...] = ()


class Prefill(Shape):
    """A level that answers of the intake already tell; ``floor``: it may as well be a higher one."""

    level: Level
    when: Condition
    floor: bool = False


class Indicator(Cited):
    """One question of an area; ``levels`` describe 1 (absent) to 5 (improving), ``evidence`` what to ask for.

    ``quick`` marks the two of every area that make the short pass; ``weight`` counts in the mean of the area.
    """

    id: Id
    label: Text
    text: Text
    why: Text | None = None
    quick: bool = False
    weight: Annotated[int, Field(ge=1, le=3)] = 1
    levels: FiveTexts
    evidence: Text
    frameworks: Frameworks = Frameworks()
    prefill: tuple[Prefill, ...] = ()


class FirstStep(Shape):
    """What can be done about a low area at once, in under an hour."""

    text: Text
    minutes: Annotated[int, Field(ge=1, le=60)]


class Area(Cited):
    """One of the twelve areas; ``importance`` 1 to 4 before any rule, ``levels`` name 1 to 5 for the whole area."""

    id: Id
    name: Text
    short: Text
    question: Text
    levels: FiveTexts
    importance: Weight
    first_step: FirstStep
    indicators: tuple[Indicator, ...]


class AreaRule(Cited):
    """What size, industry and answers add to the target level and the importance; no ``areas`` means all of them."""

    id: Id
    when: Condition
    areas: tuple[Id, ...] = ()
    target: Annotated[int, Field(ge=-2, le=2)] = 0
    importance: Annotated[int, Field(ge=-3, le=3)] = 0
    because: Text


class LevelTest(Shape):
    """A test of one indicator's level: at least and below, half-open."""

    at_least: Level | None = None
    below: Level | None = None


class Contradiction(Cited):
    """Levels that cannot stand together: all tests hold; ``text`` says so, ``cure`` says what to look at."""

    id: Id
    when: dict[Id, LevelTest]
    text: Text
    cure: Text


class Amounts(Shape):
    """A low, typical and high amount; the unit stands in the name of the field."""

    low: Annotated[float, Field(ge=0)]
    typical: Annotated[float, Field(ge=0)]
    high: Annotated[float, Field(ge=0)]


class Initiative(Cited):
    """What lifts its ``indicators`` (all of one ``area``) from at least ``from_level`` to ``to_level``.

    ``needs`` names initiatives that come first; ``roles`` who would carry it, best first; ``risk`` and ``budget``
    say in words what it does to both, ``scenarios`` the risk scenarios it touches.
    """

    id: Id
    title: Text
    text: Text
    area: Id
    indicators: tuple[Id, ...]
    from_level: Level
    to_level: Level
    hours: Amounts
    cost_usd: Amounts
    needs: tuple[Id, ...] = ()
    roles: tuple[Id, ...]
    risk: Text
    budget: Text
    scenarios: tuple[Id, ...] = ()


class AreaSettings(Shape):
    """The target before any rule, the names of the five levels, and the coverage from which a level is named."""

    target: Level
    level_names: FiveTexts
    note: Text


class RoadmapSettings(Shape):
    """Quarters planned, and the hours and money of one quarter before the firm says its own.

    ``wait_discount``: share of worth kept per quarter of waiting; ``open_share``: what lifting an unknown level counts;
    ``search_nodes``: how far the exact search goes before it gives way to the improved plan.
    """

    quarters: Annotated[int, Field(ge=2, le=12)]
    hours_per_quarter: Annotated[float, Field(gt=0)]
    money_per_quarter_usd: Annotated[float, Field(ge=0)]
    wait_discount: Annotated[float, Field(gt=0, lt=1)]
    open_share: Annotated[float, Field(ge=0, le=1)]
    search_nodes: Annotated[int, Field(ge=100)]
    note: Text
