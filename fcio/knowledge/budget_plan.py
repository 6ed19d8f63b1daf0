"""Shapes of planning the IT budget ahead: which figures it is worked out with, and the paths from leader to leader."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from fcio.knowledge.figures import WorkloadRule
from fcio.knowledge.shapes import Cited, Id, Shape, Text

Share = Annotated[float, Field(ge=0, le=1)]


class PlanFigures(Shape):
    """Figures by what they are used for; every value is the id of a parameter.

    ``employee_…`` holds for a leader on the payroll, ``outside_…`` for one from outside. Starts, ramps, notices and the
    handover are months; ``effect_kept`` is the share of the effect that stays once nobody leads.
    """

    pay_growth: Id
    saving_start: Id
    effect_kept: Id
    employee_start: Id
    outside_start: Id
    employee_ramp: Id
    outside_ramp: Id
    ramp_effect: Id
    employee_notice: Id
    outside_notice: Id
    handover: Id
    leader_tools: Id
    transition_hours: Id
    inside_hour_cost: Id
    steering_hours: Id
    owner_hours: Id
    owner_relief: Id
    owner_hour_value: Id
    spend_error: Id


class PathStage(Shape):
    """One leader of a path: a mode of engagement, and the figures whose sum is its months (its usual ones if none)."""

    mode: Id
    months: tuple[Id, ...] = ()


class Path(Cited):
    """The leaders behind a sequence of engagements, in order; ``sequence`` names it in engagement.yaml."""

    sequence: Id
    stages: Annotated[tuple[PathStage, ...], Field(min_length=2)]


class PlanRules(Shape):
    """How years ahead are planned.

    ``owner_hours`` are hours a month by answer of ``owner_hours_question``. ``spend_fact`` estimates the lines
    ``spend_lines`` together where the owner gave no spending. ``held`` figures are not drawn by chance, as long as the
    client has not put in an own one; ``low`` and ``high`` are the quantiles shown as the ends of a range.
    """

    owner_hours_question: Id
    owner_hours: dict[Id, WorkloadRule]
    spend_fact: Id
    spend_lines: Annotated[tuple[Id, ...], Field(min_length=1)]
    figures: PlanFigures
    held: tuple[Id, ...]
    spread: Literal["pert", "triangular"]
    low: Share
    high: Share
    total_effect_points: Annotated[int, Field(ge=64)]
    paths: tuple[Path, ...]
    note: Text
