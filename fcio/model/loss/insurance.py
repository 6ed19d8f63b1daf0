"""What stays with the firm under a policy with a deductible per event and a limit for the year, exactly.

Events below the deductible are a thinned stream of their own. Of the M events above it, each leaves the deductible
with the firm, and what the year's excess V has beyond the limit: M * deductible + max(V - limit, 0).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from fcio.model.loss.grid import Grid, Rounding, Transform
from fcio.model.loss.scenario import LossModel, Policy, Scenario
from fcio.model.loss.transform import event_transform, shock_shape
from fcio.model.tables import Floats

_LEFT_OUT = 1e-11
"""Chance of more insured events than are followed one by one."""
MOST_EVENTS = 400


class TooManyEvents(ValueError):
    """More insured events a year are likely than can be followed one by one."""


@dataclass(frozen=True)
class Retained:
    """The transform of the year's loss after insurance, and the expected payment of the insurer, in money."""

    transform: Transform
    ceded_mean: float


def _rounded(policy: Policy, grid: Grid, rounding: Rounding) -> tuple[float, float]:
    """Deductible and limit moved to the grid so that a rounded result still brackets the truth."""
    d, limit, h = policy.deductible, policy.annual_limit, grid.step
    if rounding == "down":
        return math.floor(d / h) * h, math.ceil(limit / h) * h
    if rounding == "up":
        return math.ceil(d / h) * h, math.floor(limit / h) * h
    return d, limit


def _moved(mass: Floats, to: Floats, grid: Grid) -> Floats:
    """The mass moved to new losses, each spread over two neighbouring cells so that its mean is kept."""
    place = to / grid.step
    below = np.minimum(place.astype(int), grid.points)
    share = place - below
    moved = np.bincount(below, mass * (1 - share), grid.points + 2).astype(float)
    moved = moved + np.bincount(below + 1, mass * share, grid.points + 2)
    return moved[: grid.points]


@dataclass(frozen=True)
class _Stream:
    """Insured events in two streams: mass [points] times rate below the deductible and, as excess, above it."""

    below: Floats
    below_rate: float
    excess: Floats
    rate: float


def _stream(
    insured: tuple[Scenario, ...], grid: Grid, deductible: float, holds_all: bool, rounding: Rounding
) -> _Stream:
    """The two streams; with ``holds_all`` what lies beyond the grid counts at its end, since the insurer pays it."""
    mass = np.zeros(grid.points)
    for scenario in insured:
        mass += scenario.rate * np.maximum(grid.mass(event_transform(scenario, grid, rounding)), 0.0)
    total = sum(scenario.rate for scenario in insured)
    if holds_all:
        mass[-1] += max(0.0, total - float(mass.sum()))
    reaches = grid.losses > deductible
    below = np.where(reaches, 0.0, mass)
    excess = _moved(np.where(reaches, mass, 0.0), np.maximum(grid.losses - deductible, 0.0), grid)
    return _Stream(below, float(below.sum()), excess, total - float(below.sum()))


def _weights(rate: float, parts: tuple[Transform, Transform], shape: float | None, events: int) -> Transform:
    """The factor of exactly ``events`` events above the deductible, with everything else of the year."""
    fixed, shaken = parts
    log_count = events * math.log(rate) - math.lgamma(events + 1) if events else 0.0
    if shape is None:
        return np.exp(fixed + shaken - rate + log_count)
    log_count += math.lgamma(shape + events) - math.lgamma(shape) - events * math.log(shape)
    return np.exp(fixed + log_count - (shape + events) * np.log1p((rate - shaken) / shape))


def _likely_events(rate: float, shape: float | None) -> int:
    """The number of insured events that is exceeded with a chance of at most ``_LEFT_OUT``."""
    mixed = shape or 1e9
    chance = math.exp(-mixed * math.log1p(rate / mixed))
    covered, events = chance, 0
    while 1 - covered > _LEFT_OUT and events < MOST_EVENTS:
        chance *= rate / (mixed + rate) * (mixed + events) / (events + 1) if shape else rate / (events + 1)
        events += 1
        covered += chance
    return events


def retained(model: LossModel, grid: Grid, fixed: Transform, shaken: Transform, rounding: Rounding) -> Retained:
    """The year after insurance; ``fixed`` and ``shaken`` hold the log transforms of what is not insured.

    Raises TooManyEvents where more insured events a year must be followed than :data:`MOST_EVENTS`.
    """
    insured = tuple(scenario for scenario in model.scenarios if scenario.insured and scenario.rate)
    assert model.policy is not None
    deductible, limit = _rounded(model.policy, grid, rounding)
    stream, reaching = _remembered(insured, grid, deductible, limit, rounding, shock_shape(model))
    together = bool(insured) and model.moves_together(insured[0])
    shape = shock_shape(model) if together else None
    small = grid.transform(stream.below) - stream.below_rate
    parts = (fixed, shaken + small) if together else (fixed + small + _shock(model, shaken), np.zeros_like(shaken))
    whole = np.zeros(grid.points // 2 + 1, dtype=complex)
    ceded = 0.0
    for events, (transform, paid) in enumerate(reaching):
        whole += transform * _weights(stream.rate, parts, shape, events)
        ceded += paid * _chance(stream.rate, shape, events)
    if limit >= grid.top:
        ceded = _ceded_beyond(insured, stream, grid, deductible, limit)
    return Retained(whole, min(ceded, limit))


def _ceded_beyond(insured: tuple[Scenario, ...], stream: _Stream, grid: Grid, deductible: float, limit: float) -> float:
    """The expected payment where the limit lies beyond the grid: layers of single events in closed form.

    A year in which two events use up such a limit together is left out of account.
    """
    ends = np.array([deductible + limit])
    layers = 0.0
    for scenario in insured:
        parts = [(1.0, scenario.severity), *((child.share, child.severity) for child in scenario.children)]
        layers += scenario.rate * sum(share * float(part.limited_moment(1, ends)[0]) for share, part in parts)
    return layers - float(stream.below @ grid.losses) - stream.rate * deductible


def _shock(model: LossModel, shaken: Transform) -> Transform:
    shape = shock_shape(model)
    return shaken if shape is None else np.asarray(-shape * np.log1p(-shaken / shape), dtype=complex)


def _chance(rate: float, shape: float | None, events: int) -> float:
    one = (np.zeros(1, dtype=complex), np.zeros(1, dtype=complex))
    return float(_weights(rate, one, shape, events)[0].real)


@lru_cache(maxsize=32)
def _remembered(
    insured: tuple[Scenario, ...],
    grid: Grid,
    deductible: float,
    limit: float,
    rounding: Rounding,
    shape: float | None,
) -> tuple[_Stream, tuple[tuple[Transform, float], ...]]:
    """The streams, and by number of events above the deductible what stays with the firm and what is paid."""
    holds_all = limit >= grid.top and rounding != "up"
    stream = _stream(insured, grid, deductible, holds_all, rounding)
    count = _likely_events(stream.rate, shape)
    if count >= MOST_EVENTS:
        raise TooManyEvents(f"more than {MOST_EVENTS} insured events a year are likely; lower their frequency")
    one: Transform = grid.transform(stream.excess) / (stream.rate or 1.0)
    keeps = grid.shift(deductible)
    found: list[tuple[Transform, float]] = [(np.ones(grid.points // 2 + 1, dtype=complex), 0.0)]
    excess, kept = np.ones_like(one), np.ones_like(keeps)
    for _ in range(count):
        excess, kept = excess * one, kept * keeps
        mass = np.maximum(grid.mass(excess), 0.0)
        beyond = max(0.0, 1 - float(mass.sum()))
        if holds_all:
            mass[-1], beyond = mass[-1] + beyond, 0.0
        paid = float(np.minimum(grid.losses, limit) @ mass) + limit * beyond
        left = _moved(mass, np.maximum(grid.losses - limit, 0.0), grid)
        found.append((grid.transform(left) * kept, paid))
    return stream, tuple(found)
