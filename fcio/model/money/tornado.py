"""What matters most: each lever moved alone between its ends, and its total effect when all of them move together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fcio.model.money.case import BudgetCase
from fcio.model.money.cash_flow import cash_flows, gain_over_stay
from fcio.model.money.draws import Draws, even_chances
from fcio.model.money.levers import Lever, Values
from fcio.model.money.scenario import STAY
from fcio.model.tables import Floats

LEAST = 1e-6
"""US dollars; a swing below it is none."""


@dataclass(frozen=True)
class Bar:
    """One lever: the outcome at its low and at its high end, all others typical (US dollars).

    ``total`` is its total effect, the share of the variance that would be left if all others were known; shares may add
    up to more than 1 where levers work together. None for a lever that chance does not move.
    """

    lever: Lever
    at_low: float
    at_high: float
    total: float | None = None

    @property
    def swing(self) -> float:
        """How far the outcome moves between the two ends."""
        return abs(self.at_high - self.at_low)


def outcome(case: BudgetCase, scenario: str, v: Values) -> Floats:
    """Present value of a scenario less that of staying; that of staying itself. Without expected loss."""
    if scenario == STAY:
        return cash_flows(case, v, [STAY])[STAY].npv
    return gain_over_stay(case, [scenario], v)[scenario]


def tornado(case: BudgetCase, scenario: str) -> tuple[Bar, ...]:
    """Every lever that moves the outcome, largest swing first, ties by id; without total effects."""
    levers = [lever for lever in case.levers.values() if lever.spread]
    rows = np.arange(2 * len(levers)).reshape(-1, 2)
    values: dict[str, Floats] = {key: np.asarray(one.typical, dtype=float) for key, one in case.levers.items()}
    for lever, (low, high) in zip(levers, rows, strict=True):
        column = np.full(rows.size, lever.typical)
        column[low], column[high] = lever.low, lever.high
        values[lever.id] = column
    found = np.broadcast_to(outcome(case, scenario, values), (rows.size,)).reshape(-1, 2)
    bars = [Bar(lever, float(low), float(high)) for lever, (low, high) in zip(levers, found, strict=True)]
    return tuple(sorted((bar for bar in bars if bar.swing > LEAST), key=lambda bar: (-bar.swing, bar.lever.id)))


def with_total_effects(case: BudgetCase, scenario: str, bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """The same bars with the total effect of each lever that chance moves."""
    names = [bar.lever.id for bar in bars if bar.lever.drawn]
    effects = total_effects(case, scenario, names)
    return tuple(Bar(bar.lever, bar.at_low, bar.at_high, effects.get(bar.lever.id)) for bar in bars)


def total_effects(case: BudgetCase, scenario: str, names: Sequence[str]) -> dict[str, float]:
    """Total effect of each of these levers, from two sets of draws of which one column at a time is exchanged."""
    if not names:
        return {}
    n, spread = case.rules.plan.total_effect_points, case.rules.plan.spread
    first_set, second_set = two_sets(names, n, np.random.default_rng(case.rules.sobol.seed))
    first, second = first_set.values(case.levers, spread), second_set.values(case.levers, spread)
    values: dict[str, Floats] = dict(first)
    for place, name in enumerate(names):
        column = np.tile(first[name], len(names) + 1)
        column[(place + 1) * n : (place + 2) * n] = second[name]
        values[name] = column
    found = np.broadcast_to(outcome(case, scenario, values), ((len(names) + 1) * n,)).reshape(-1, n)
    return dict(zip(names, jansen(found[0], found[1:]).tolist(), strict=True))


def two_sets(names: Sequence[str], points: int, rng: np.random.Generator) -> tuple[Draws, Draws]:
    """Two sets of chances that know nothing of each other: separate columns of the same points.

    Two scrambles of one sequence would not do, for they pair the same cells with the same cells.
    """
    both = [(group, name) for group in ("first", "second") for name in names]
    drawn = even_chances([f"{group} {name}" for group, name in both], points, 1, rng)
    first, second = ({name: drawn.chances[f"{group} {name}"] for name in names} for group in ("first", "second"))
    return Draws(first, 1), Draws(second, 1)


def jansen(base: Floats, exchanged: Floats) -> Floats:
    """Total effects [L] from outcomes [N] and the outcomes [L, N] with one lever exchanged.

    Jansen's estimator (*Computer Physics Communications* 117, 1999; Saltelli and others 2010, table 2, formula f):
    half the mean squared change, divided by the variance; zero where nothing varies.

    >>> jansen(np.array([0.0, 2.0]), np.array([[2.0, 0.0], [0.0, 2.0]])).tolist()
    [2.0, 0.0]
    """
    variance = base.var()
    change = ((base - exchanged) ** 2).mean(axis=-1) / 2
    return np.asarray(change / variance if variance > 0 else np.zeros(len(exchanged)))
