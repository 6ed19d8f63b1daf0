"""Shapes of the hiring kit: first conversation, role description, interview, references and work sample."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from fcio.knowledge.shapes import Called, Cited, Id, Shape, Text


class HiringLine(Called):
    """A line that stands where one of ``roles`` is hired (none: any).

    ``otherwise``: it stands only where no other line of its part does; lines that come ``besides`` do not count.
    """

    id: Id
    text: Text
    roles: tuple[Id, ...] = ()
    otherwise: bool = False
    besides: bool = False


class AgendaItem(HiringLine):
    """One item of the first conversation; ``watch`` is what to look out for. The flexible one has no minutes."""

    minutes: Annotated[int, Field(ge=1, le=60)] | None = None
    watch: Text


class Agenda(Cited):
    """The first conversation: its minutes, and the item that gives way to what else is asked, down to ``least``."""

    minutes: Annotated[int, Field(ge=10, le=120)]
    flexible: Id
    least: Annotated[int, Field(ge=1)]
    items: tuple[AgendaItem, ...]


class DescriptionPart(Shape):
    """One part of the role description."""

    id: Id
    title: Text
    lines: tuple[HiringLine, ...]


class ReferenceLine(HiringLine):
    """One question to somebody who has worked with the candidate, and what to listen for."""

    listen: Text


class WorkSample(HiringLine):
    """A task of at most the free hours, and what to look for in the answer."""

    hours: Annotated[float, Field(gt=0)]
    look_for: tuple[Text, ...]


class WorkSamples(Cited):
    """Tasks by role; what takes longer than ``free_hours`` is paid."""

    free_hours: Annotated[float, Field(gt=0)]
    tasks: tuple[WorkSample, ...]


class Nobody(Shape):
    """What stands in place of a kit where nobody is hired; of ``texts`` the first whose answers hold."""

    texts: Annotated[tuple[HiringLine, ...], Field(min_length=1)]
    steps: tuple[HiringLine, ...]


class QuestionCount(Cited):
    """How many questions an interview has, and how many areas are asked about."""

    least: Annotated[int, Field(ge=1)]
    usual: Annotated[int, Field(ge=1)]
    most: Annotated[int, Field(ge=1)]
    areas: Annotated[int, Field(ge=1, le=12)]


class HiringRules(Shape):
    """The whole of ``hiring.yaml``."""

    questions: QuestionCount
    agenda: Agenda
    description: tuple[DescriptionPart, ...]
    where: tuple[HiringLine, ...]
    references: tuple[ReferenceLine, ...]
    work_samples: WorkSamples
    nobody: Nobody


Topic = Literal["general", "area", "answer"]


class InterviewQuestion(HiringLine):
    """A question with what a good and a worrying answer sounds like, and the scorecard criterion it informs.

    ``must``: it is asked wherever its role and answers fit.
    """

    topic: Topic
    must: bool = False
    area: Id | None = None
    good: Text
    worrying: Text
    criterion: Id


class LetterLine(HiringLine):
    """A decision that is due or may wait; ``over_ceiling``: only where the usual fee is more than can be spent."""

    over_ceiling: bool = False


class Level(Cited):
    """Up to how many points of 100 behind the second counts as level with the first, and what is said then."""

    points: Annotated[float, Field(ge=0, le=100)]
    text: Text


class LetterRules(Cited):
    """The letter to the owner: what it quotes, its pace of reading, what to decide now or later by priority.

    The questions are those in the owner's own words; no quote is longer than ``quote_characters``. ``level``: when the
    second is as good as the first. As long as a core question is open, the lines ``too_early_...`` stand in place of
    the others.
    """

    goal_question: Id
    fear_question: Id
    quote_characters: Annotated[int, Field(ge=40)]

    words_per_minute: Annotated[int, Field(ge=50, le=1000)]
    decide_now: Annotated[int, Field(ge=1)]
    wait: Annotated[int, Field(ge=1)]
    level: Level
    decisions: tuple[LetterLine, ...]
    postpone: tuple[LetterLine, ...]
    too_early_decisions: tuple[LetterLine, ...]
    too_early_postpone: tuple[LetterLine, ...]

    @property
    def lines(self) -> tuple[LetterLine, ...]:
        """Every line, whenever it stands."""
        return (*self.decisions, *self.postpone, *self.too_early_decisions, *self.too_early_postpone)
