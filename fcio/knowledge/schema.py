"""The shapes of the decision: questions, criteria, roles, gates, and the whole of the knowledge.

Shapes only. What must hold *between* files (a cited source exists, an option can be reached)
is checked in :mod:`fcio.knowledge.consistency`.
"""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from fcio.knowledge.shapes import (
    Cited,
    Condition,
    Effect,
    Id,
    Kind,
    Nature,
    Need,
    Shape,
    Strength,
    Test,
    Text,
    Weight,
)


class Source(Shape):
    """Where a fact comes from; cited by id from everywhere else."""

    id: Id
    title: Text
    publisher: Text
    date: datetime.date | int | None = None
    date_note: Text | None = None
    address: Text | None = None
    quality: Text


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
    so_far: Text
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
    """One possible answer. ``says`` states it as a fact about the firm, for reasons and flip cards.

    ``nature`` stands where this answer comes about otherwise than the question's others.
    """

    id: Id
    text: Text
    says: Text | None = None
    need: dict[Id, Need] = Field(default_factory=dict)
    likelihood: Annotated[int, Field(ge=1, le=100)] | None = None
    at_least: float | None = None
    none: bool = False
    nature: Nature | None = None


class Derived(Shape):
    """How an answer follows from these areas once this share (0 to 1) of them is answered; it is never asked."""

    areas: tuple[Id, ...]
    coverage: Annotated[float, Field(gt=0, le=1)]


class Question(Cited):
    """One intake question with everything it means; one with ``derived`` is answered by the areas."""

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
    shown_when: dict[Id, Test] = Field(default_factory=dict)
    likelihood_note: Text | None = None
    opposites_note: Text | None = None
    derived: Derived | None = None


class Gate(Cited):
    """A must that no sum can express; it stands above the ranking. ``decision`` is what it asks of the owner."""

    id: Id
    effect: Effect
    when: Condition
    headline: Text
    decision: Text
    text: Text
    steps: tuple[Text, ...]
    mode: Id | None = None


class Complement(Cited):
    """Something the firm needs beside the role: operations are not leadership."""

    id: Id
    when: Condition
    text: Text


class Disagreement(Shape):
    """Something on which the documents differ, and what is done about it."""

    id: Id
    text: Text
    sources: tuple[Id, ...]
