"""Shapes of what is counted and paid: dated figures, engagement rules, settings, the plausible population."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field

from fcio.knowledge.areas import AreaSettings, RoadmapSettings
from fcio.knowledge.shapes import Cited, Condition, Grade, Id, Shape, Text


class Spread(Cited):
    """A low, typical and high figure with its grade."""

    low: float
    typical: float
    high: float
    grade: Grade | None = None


class Parameter(Shape):
    """A dated number: a new year is a new entry, the old one stays."""

    id: Id
    label: Text
    unit: Id
    values: dict[datetime.date, Spread]


class WorkloadRule(Cited):
    """Hours of leadership a month that an answer to the workload question stands for."""

    hours: tuple[float, float, float]


class Mode(Cited):
    """One way to engage a role, with the parameters that price it.

    ``article_name`` is what such a leader is called where the mode and not the role says so.
    """

    id: Id
    label: Text
    article_name: Text | None = None
    roles: tuple[Id, ...]
    when: Condition = ()
    gate: Id | None = None
    fee: Literal["hourly", "salary", "monthly", "project"]
    rate: Id
    fee_band: Id | None = None
    hours_per_month: Id | None = None
    load: Id | None = None
    search_fee: Id | None = None
    duration_months: Id
    open_ended: bool = False


class SequenceRule(Cited):
    """A path of engagements with triggers for the next step and a review date."""

    id: Id
    roles: tuple[Id, ...]
    when: Condition = ()
    gate: Id | None = None
    steps: tuple[Text, ...]
    triggers: tuple[Text, ...]
    review_months: int


class EngagementRules(Shape):
    """How a role is turned into hours, months and money."""

    workload_question: Id
    workload: dict[Id, WorkloadRule]
    hours_per_day: float
    hours_per_month_full_time: float
    modes: tuple[Mode, ...]
    sequences: tuple[SequenceRule, ...]
    rate_check: dict[Id, Id]
    spend_question: Id
    spend_ceiling: dict[Id, float]

    def article_name(self, mode_id: str) -> str | None:
        """What a leader in this mode is called; None where the name of the role says it."""
        return next((mode.article_name for mode in self.modes if mode.id == mode_id), None)


class ClockSettings(Shape):
    """The coffee clock: lengths of a talk in minutes, draws, and how many questions are expected to get an answer.

    ``answered`` to ``left_open`` is what is expected before anybody was asked, in questions (a beta prior).
    """

    talks: tuple[Annotated[int, Field(ge=1)], ...]
    draws: Annotated[int, Field(ge=64)]
    answered: Annotated[int, Field(ge=1)]
    left_open: Annotated[int, Field(ge=1)]
    note: Text


class ModelSettings(Shape):
    """Settings of the sensitivity analysis; every one a stated judgement or a standard value.

    ``tick_percent``: chance of an option among several to be ticked, where it has no likelihood of its own.
    """

    draws: Annotated[int, Field(ge=64)]
    seed: int
    weight_concentration: Annotated[float, Field(gt=0)]
    weight_concentration_note: Text
    confident_share: Annotated[float, Field(gt=0, lt=1)]
    confident_note: Text
    tick_percent: Annotated[int, Field(ge=1, le=99)]
    tick_note: Text
    pair_flips_per_role: Annotated[int, Field(ge=1)]
    attainable_tolerance: Annotated[float, Field(gt=0, lt=1)]
    population_size: Annotated[int, Field(ge=100)]
    clock: ClockSettings
    areas: AreaSettings
    roadmap: RoadmapSettings


class Archetype(Cited):
    """A kind of firm in the plausible population: its share and how its answers lean."""

    id: Id
    label: Text
    share: Annotated[int, Field(ge=1, le=100)]
    headcount: tuple[int, int]
    answers: dict[Id, dict[Id, Annotated[int, Field(ge=0, le=100)]]] = Field(default_factory=dict)
