"""Shapes of amounts that follow from others: facts of the firm in numbers, factors, and the terms that join them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from fcio.knowledge.shapes import Cited, Id, Shape, Text


class Term(Shape):
    """A product of figures, facts and factors; with ``scenarios`` also of the sum of their yearly rates.

    Several terms are added up. A term without any part is one.
    """

    figures: tuple[Id, ...] = ()
    facts: tuple[Id, ...] = ()
    factors: tuple[Id, ...] = ()
    scenarios: tuple[Id, ...] = ()


class Band(Shape):
    """A multiplier from this amount on, up to the next band."""

    at_least: float
    times: Annotated[float, Field(ge=0)]


class Factor(Cited):
    """A multiplier by one intake answer (``times`` by option) or by one fact (``bands``, rising from 0).

    ``usual`` stands where the answer is open.
    """

    id: Id
    label: Text
    question: Id | None = None
    times: dict[Id, Annotated[float, Field(ge=0)]] = Field(default_factory=dict)
    fact: Id | None = None
    bands: tuple[Band, ...] = ()
    usual: Annotated[float, Field(ge=0)] = 1.0


class Fact(Shape):
    """One fact of the firm in numbers: typed by its owner, told by an intake answer, or estimated from others.

    ``topic`` says on which page it is asked; ``question`` names an intake question of kind number that answers it.
    """

    id: Id
    topic: Id
    label: Text
    text: Text
    why: Text
    how_know: Text
    unit: Id
    minimum: float = 0
    maximum: Annotated[float, Field(gt=0)]
    question: Id | None = None
    estimate: tuple[Term, ...]
    estimate_note: Text
