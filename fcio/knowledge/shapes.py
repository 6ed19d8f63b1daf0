"""What every shape in ``data/`` is made of: ids, texts, citations and conditions on answers."""

from __future__ import annotations

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


class Called(Cited):
    """Something that stands where ``when`` surely holds and ``unless`` does not.

    ``modes`` and ``not_modes`` limit it to some ways to engage the role.
    """

    when: Condition = ()
    unless: Condition = ()
    modes: tuple[Id, ...] = ()
    not_modes: tuple[Id, ...] = ()

    def in_mode(self, mode: str) -> bool:
        """Whether it stands where the role is engaged in this mode."""
        return mode not in self.not_modes and (not self.modes or mode in self.modes)
