"""Shapes of risk: scenarios in the words of FAIR, what the areas do to them, and what each role does to the areas."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from fcio.knowledge.amounts import Term
from fcio.knowledge.shapes import Cited, Condition, Id, Shape, Text

Multiplier = Annotated[float, Field(gt=0, le=1)]


class FrequencyRule(Shape):
    """Loss event frequency, events a year: the sum of its terms.

    ``dispersion`` names the figure (coefficient of variation of the rate) that makes the count negative binomial.
    """

    terms: tuple[Term, ...]
    dispersion: Id | None = None


class SeverityRule(Shape):
    """Loss magnitude of one event in US dollars: its mean as a sum of terms, and its cap if it has one.

    ``sigma`` names the figure with the log standard deviation of a lognormal.
    """

    kind: Literal["lognormal", "gamma", "pert"]
    mean: tuple[Term, ...]
    sigma: Id | None = None
    cap: tuple[Term, ...] = ()


class Linked(Shape):
    """A loss of another scenario that comes with this share (a figure) of the events of its parent.

    ``inside``: the mean of the parent counts it already, so that it is taken out there.
    """

    scenario: Id
    share: Id
    inside: bool = False


class RiskScenario(Cited):
    """One event scenario; with ``recurring`` a yearly leak outside the loss curve, of which ``severity`` is the cost.

    ``shared``: takes part in the common yearly shock; ``insured``: falls under a cyber policy; ``family``: the family
    of sources that frequency and severity both come from; ``weak``: what is weak about its numbers, told to the reader.
    """

    id: Id
    label: Text
    text: Text
    family: Text
    weak: Text
    recurring: bool = False
    shared: bool = False
    insured: bool = False
    frequency: FrequencyRule
    severity: SeverityRule
    linked: tuple[Linked, ...] = ()


class AreaEffect(Cited):
    """What an area at level 5 does to a scenario: multipliers of frequency and magnitude.

    Both are against the reference level, at which they are one.
    """

    area: Id
    scenario: Id
    frequency: Multiplier = 1.0
    severity: Multiplier = 1.0


class Reach(Cited):
    """How far a role lifts an area: by at most ``levels``, never above ``up_to``, and after ``months`` in full."""

    role: Id
    area: Id
    levels: Annotated[float, Field(ge=0, le=4)]
    up_to: Annotated[float, Field(ge=1, le=5)]
    months: Annotated[float, Field(ge=0, le=60)]


class LevelRule(Cited):
    """A rough level of all areas where none was looked at: added to the reference level when the condition holds."""

    id: Id
    when: Condition
    add: Annotated[float, Field(ge=-2, le=2)]


class Change(Shape):
    """What a shock does to a fact (``times``) or to an intake answer (``answer``)."""

    fact: Id | None = None
    times: Annotated[float, Field(ge=0)] | None = None
    question: Id | None = None
    answer: Id | None = None


class Shock(Cited):
    """Something that may happen to the firm, applied to role, budget and risk at once."""

    id: Id
    label: Text
    text: Text
    changes: tuple[Change, ...]
    certain: tuple[Id, ...] = ()


class RiskSettings(Shape):
    """Figures (by id) and choices that hold for all scenarios; every id names a parameter.

    ``least_own_share``: what a parent scenario keeps of its all-in mean once its linked losses are taken out of it.
    """

    reference_level: Id
    shock_cv: Id
    least_frequency: Id
    most_frequency: Id
    least_severity: Id
    most_severity: Id
    least_own_share: Id
    hour_cost: Id
    levels: tuple[float, ...]
    bad_year: Annotated[float, Field(gt=0, lt=1)]
    grid_points: Annotated[int, Field(ge=256)]
    band_curves: Annotated[int, Field(ge=2)]
    horizon_months: Annotated[float, Field(gt=0)]
    note: Text
