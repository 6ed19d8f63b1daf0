"""The shapes of everything in ``data/``: frozen, typed, and strict about unknown keys.

Shapes only. What must hold *between* files (a cited source exists, an option can be reached)
is checked in :mod:`fcio.knowledge.consistency`.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

JUDGEMENT = "judgement"
DONT_KNOW = "dont_know"
RATHER_NOT_SAY = "rather_not_say"
OPEN_ANSWERS = (DONT_KNOW, RATHER_NOT_SAY)

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Need = Annotated[int, Field(ge=1, le=3)]
Strength = Annotated[int, Field(ge=0, le=4)]
Weight = Annotated[int, Field(ge=1, le=4)]

Kind = Literal["one", "scale", "many", "number", "range", "text"]
Nature = Literal["choice", "event", "fact"]
Effect = Literal["instead", "before", "mode"]
Grade = Literal["A", "B", "C"]


class Shape(BaseModel):
    """Base of every shape: unknown keys are refused, values are never coerced or changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Source(Shape):
    """Where a fact comes from; cited by id from everywhere else."""

    id: Id
    title: Text
    publisher: Text
    date: datetime.date | int | None = None
    date_note: Text | None = None
    address: Text | None = None
    quality: Text


class Cited(Shape):
    """Something that names its source, or says ``judgement`` and why."""

    source: Id
    note: Text | None = None


class Test(Shape):
    """A test of one answer: one of these options, or a number in a half-open interval."""

    any_of: tuple[Id, ...] | None = None
    at_least: float | None = None
    below: float | None = None


Condition = tuple[dict[Id, Test], ...]
"""Any of these, each *all* of its tests: a disjunction of conjunctions over answers."""


class Criterion(Cited):
    """Something a technology leader must supply."""

    id: Id
    name: Text
    meaning: Text
    weight: Weight
    opposite: Id | None = None
    attainable_note: Text | None = None


class StrengthCell(Cited):
    """How well one role supplies one criterion, 0 (not at all) to 4 (its very purpose)."""

    value: Strength


class Role(Cited):
    """An alternative. ``base`` is 0 but for *not yet*: the effort of engaging anybody."""

    id: Id
    name: Text
    short: Text
    article_name: Text
    fits: Text
    meaning: Text
    headline: Text
    glossary: Text
    base: int = 0
    is_line: bool = False
    strengths: dict[Id, StrengthCell]


class Section(Shape):
    """A chapter of the intake."""

    id: Id
    title: Text
    intro: Text


class Option(Shape):
    """One possible answer. ``says`` states it as a fact about the firm, for reasons and flip cards."""

    id: Id
    text: Text
    says: Text | None = None
    need: dict[Id, Need] = {}
    likelihood: Annotated[int, Field(ge=1, le=100)] | None = None
    at_least: float | None = None
    none: bool = False


class Question(Cited):
    """One intake question with everything it means."""

    id: Id
    section: Id
    core: bool = False
    label: Text
    text: Text
    why: Text
    how_know: Text
    probe: Text
    plain: Text | None = None
    minutes: Annotated[float, Field(gt=0, le=5)]
    kind: Kind
    nature: Nature
    options: tuple[Option, ...] = ()
    unit: Text | None = None
    minimum: float | None = None
    maximum: float | None = None
    cap: Annotated[int, Field(ge=1, le=3)] = 3
    shown_when: dict[Id, Test] = {}
    likelihood_note: Text | None = None
    opposites_note: Text | None = None


class Gate(Cited):
    """A must that no sum can express; it stands above the ranking."""

    id: Id
    effect: Effect
    when: Condition
    headline: Text
    text: Text
    steps: tuple[Text, ...]
    mode: Id | None = None


class Complement(Cited):
    """Something the firm needs beside the role: operations are not leadership."""

    id: Id
    when: Condition
    text: Text


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
    """One way to engage a role, with the parameters that price it."""

    id: Id
    label: Text
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


class ModelSettings(Shape):
    """Settings of the sensitivity analysis; every one a stated judgement or a standard value."""

    draws: Annotated[int, Field(ge=64)]
    seed: int
    weight_concentration: Annotated[float, Field(gt=0)]
    weight_concentration_note: Text
    confident_share: Annotated[float, Field(gt=0, lt=1)]
    confident_note: Text
    pair_flips_shown: Annotated[int, Field(ge=1)]
    attainable_tolerance: Annotated[float, Field(gt=0, lt=1)]
    population_size: Annotated[int, Field(ge=100)]


class Archetype(Cited):
    """A kind of firm in the plausible population: its share and how its answers lean."""

    id: Id
    label: Text
    share: Annotated[int, Field(ge=1, le=100)]
    headcount: tuple[int, int]
    answers: dict[Id, dict[Id, Annotated[int, Field(ge=0, le=100)]]] = {}


class Knowledge(Shape):
    """Everything in ``data/``, loaded once, frozen, and handed down."""

    version: Text
    sources: dict[str, Source]
    criteria: tuple[Criterion, ...]
    roles: tuple[Role, ...]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    gates: tuple[Gate, ...]
    complements: tuple[Complement, ...]
    parameters: dict[str, Parameter]
    engagement: EngagementRules
    settings: ModelSettings
    population: tuple[Archetype, ...]

    def question(self, question_id: str) -> Question:
        """The question with this id; KeyError if there is none."""
        return next(q for q in self.questions if q.id == question_id)

    def role(self, role_id: str) -> Role:
        """The role with this id."""
        return next(r for r in self.roles if r.id == role_id)
