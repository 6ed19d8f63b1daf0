"""Shapes of an engagement's plan: how it is laid out, and what is done when, for how long and by whom."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from fcio.knowledge.areas import Amounts
from fcio.knowledge.shapes import JUDGEMENT, Called, Cited, Condition, Id, Shape, Text

DoneBy = Literal["leader", "owner", "inside"]
About = Literal["largest_risk", "weakest_area", "open_answers"]
Month = Annotated[int, Field(ge=1, le=12)]
Usd = Annotated[float, Field(ge=0)]


class Days(Shape):
    """From one day to another, counted from the leader's first working day; negative days are before it."""

    first: int
    last: int


class Months(Shape):
    """The months of the first year in which something returns: from, to, and every how many."""

    first: Month
    last: Month
    every: Month


class Phase(Shape):
    """A part of the plan with its first and last day."""

    id: Id
    title: Text
    first_day: int
    last_day: int


class Person(Shape):
    """Somebody who comes to a meeting; with ``when``, unless the answers rule it out."""

    id: Id
    name: Text
    when: Condition = ()


class FewHours(Shape):
    """Hours bought a month, up to and with ``up_to``, and what the hours of a returning activity are multiplied by."""

    up_to: Annotated[float, Field(gt=0)]
    times: Annotated[float, Field(gt=0, le=1)]


class Lead(Cited):
    """How many days there are before the start, by the answer to ``question``; ``usual_days`` without one.

    The days of what is done in this time shrink with it. ``not_modes`` take as long as they take.
    """

    question: Id
    usual_days: Annotated[int, Field(ge=1)]
    days: dict[Id, Annotated[int, Field(ge=1)]]
    not_modes: tuple[Id, ...] = ()


class PlanLayout(Shape):
    """How a plan is laid out.

    ``hours_by_size`` multiplies the hours of the activities by band of ``size_question``; ``hours_of_few`` those of
    returning ones, where the leader is paid for few hours a month (the first that is enough). Where the plan takes less
    than ``filled_share`` (0 to 1) of the fewest hours bought, it says so. ``decision_limit_usd`` and
    ``second_offer_usd`` are US dollars by the same bands, ``usual_size`` stands where the size is not known.
    ``short_gap`` is in levels, ``leader_share_of_steps`` the leader's share (0 to 1) of the hours of the roadmap's
    first steps, ``first_steps_phases`` where those are put. ``goal_open`` stands where the client has named no goal; a
    goal is cut after ``goal_characters``. ``mode_names`` come before ``leader_names`` where a role is engaged in that
    mode. ``handovers`` are activities whose month is the leader's last.
    """

    days_per_month: Annotated[int, Field(ge=28, le=31)]
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    people: Annotated[tuple[Person, ...], Field(min_length=1)]
    leader_names: dict[Id, Text]
    mode_names: dict[Id, Text] = Field(default_factory=dict)
    role_parties: dict[Id, Id]
    size_question: Id
    usual_size: Id
    hours_by_size: dict[Id, Annotated[float, Field(gt=0)]]
    hours_of_few: tuple[FewHours, ...] = ()
    filled_share: Annotated[float, Field(ge=0, le=1)]
    decision_limit_usd: dict[Id, Usd]
    second_offer_usd: dict[Id, Usd]
    short_gap: Annotated[float, Field(ge=0, le=4)]
    leader_share_of_steps: Annotated[float, Field(ge=0, le=1)]
    first_steps_phases: Annotated[tuple[Id, ...], Field(min_length=1)]
    lead: Lead
    handovers: tuple[Id, ...] = ()
    goal_open: Text
    goal_characters: Annotated[int, Field(ge=80)]
    note: Text

    def phase(self, phase_id: str) -> Phase:
        """The phase with this id."""
        return next(phase for phase in self.phases if phase.id == phase_id)


class Activity(Called):
    """Something that is done in an engagement, on ``days`` once or in ``months`` again and again.

    ``hours`` are those of ``done_by`` for each time, for the firm that plan.yaml names; ``scaled`` ones follow the size
    of the firm, ``scaled_within`` only as far as their low and high end. Not shown where one of the musts ``not_gates``
    asks for the same already; ``about`` asks for a finding and puts it into the texts. ``because`` is a half sentence
    that follows "because".
    """

    id: Id
    title: Text
    text: Text
    phase: Id
    days: Days | None = None
    months: Months | None = None
    hours: Amounts
    hours_source: Id = JUDGEMENT
    scaled: bool = True
    scaled_within: bool = False
    done_by: DoneBy
    attend: Annotated[tuple[Id, ...], Field(min_length=1)]
    roles: Annotated[tuple[Id, ...], Field(min_length=1)]
    not_gates: tuple[Id, ...] = ()
    about: About | None = None
    deliverable: Text
    because: Text
