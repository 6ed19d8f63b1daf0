"""What if: up to four scenarios side by side, and one lever moved in all of them at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from fcio.model.answers import Refused, shown_key, shown_value
from fcio.model.engagement import Span
from fcio.model.money.case import BudgetCase, spend_lever
from fcio.model.money.cash_flow import Against, CashFlow, against_stay, cash_flows
from fcio.model.money.draws import Draws, budget_draws
from fcio.model.money.levers import DISTRIBUTIONS, Lever, Values
from fcio.model.money.scenario import STAY
from fcio.model.money.uncertainty import Uncertainty, uncertainty
from fcio.model.spend import Spend

MOST_SIDE_BY_SIDE = 4


@dataclass(frozen=True)
class Move:
    """A lever as it stands now, beside what it was before anything was moved."""

    lever: Lever
    default: Lever


@dataclass(frozen=True)
class SideBySide:
    """Scenarios side by side at typical values; ``moved`` are the levers that differ from their defaults."""

    case: BudgetCase
    flows: Mapping[str, CashFlow]
    against: Mapping[str, Against]
    moved: tuple[Move, ...]


@dataclass(frozen=True)
class Prepared:
    """Draws of one client and the values they give before anything is moved; worked out once for many moves.

    ``levers`` are those that ``values`` were drawn from.
    """

    levers: Mapping[str, Lever]
    draws: Draws
    values: Values


def prepared(case: BudgetCase) -> Prepared:
    """The draws of a case and their values."""
    draws = budget_draws(case)
    return Prepared(case.levers, draws, draws.values(case.levers, case.rules.plan.spread))


def moved(case: BudgetCase, changes: Mapping[str, float | Span]) -> BudgetCase:
    """The case with levers at other values, in all scenarios at once; a range is drawn, a number is certain.

    A line of spending that is moved is an estimate no more. Raises :class:`Refused` for an unknown lever, a number
    that cannot be, or a line below what its contracts come to.
    """
    after = case.changed({key: _moved(case, key, value) for key, value in changes.items()})
    lines = {line: spend_lever(line) for line in case.spend.usd_per_year if spend_lever(line) in changes}
    for line, key in lines.items():
        inside = sum(after.levers[one.amount].typical for one in case.contracts if one.category == line)
        if after.levers[key].typical < inside:
            raise Refused(f"levers.{key}", f"its contracts alone come to ${inside:,.0f} a year; change them first")
    amounts = {line: after.levers[spend_lever(line)].typical for line in case.spend.usd_per_year}
    return replace(after, spend=Spend(amounts, case.spend.estimated - set(lines)))


def _moved(case: BudgetCase, key: str, value: float | Span) -> Lever:
    if key not in case.levers:
        raise Refused(f"levers.{shown_key(key)}", "there is no such lever; choose one from the list")
    lever = case.levers[key]
    most = case.most(key)
    ends = (value.low, value.typical, value.high) if isinstance(value, Span) else (value,)
    for number in ends:
        if isinstance(number, bool) or not isinstance(number, (int, float)) or not 0 <= number <= most:
            raise Refused(f"levers.{key}", f"give a number from 0 to {most:,.10g}, got {shown_value(number)}")
    if not isinstance(value, Span):
        return lever.fixed(float(value))
    if list(ends) != sorted(ends) or not math.isfinite(sum(ends)):
        raise Refused(f"levers.{key}", "low, typical and high must not fall")
    low, typical, high = (float(number) for number in ends)
    return replace(lever.fixed(typical), low=low, high=high, held=False)


def side_by_side(
    case: BudgetCase, scenarios: Sequence[str], changes: Mapping[str, float | Span] | None = None
) -> SideBySide:
    """Up to four scenarios with the same levers moved in all of them; staying is always worked out beside them."""
    chosen = _chosen(case, scenarios)
    now = moved(case, changes or {})
    flows = cash_flows(now, None, dict.fromkeys((STAY, *chosen)))
    return SideBySide(
        case=now,
        flows=flows,
        against=against_stay(now, flows),
        moved=moves(now),
    )


def moves(case: BudgetCase) -> tuple[Move, ...]:
    """Every lever that differs from its default."""
    return tuple(Move(lever, case.defaults[key]) for key, lever in differing(case.levers, case.defaults).items())


def differing(levers: Mapping[str, Lever], before: Mapping[str, Lever]) -> dict[str, Lever]:
    """The levers that have other values than before; one that was not there before has not moved."""
    return {key: lever for key, lever in levers.items() if _ends(lever) != _ends(before.get(key, lever))}


def how_sure(found: SideBySide, before: Prepared) -> Uncertainty:
    """The distributions of scenarios side by side."""
    return uncertainty(found.case, before.draws, found.flows, values_now(found.case, before))


def values_now(case: BudgetCase, before: Prepared) -> Values:
    """The drawn values of all levers; only those that moved since ``before`` are drawn anew."""
    spread, values = case.rules.plan.spread, dict(before.values)
    for key, lever in differing(case.levers, before.levers).items():
        drawn = lever.drawn and key in before.draws.chances
        point = np.asarray(lever.typical, dtype=float)
        values[key] = DISTRIBUTIONS[spread](lever, before.draws.chances[key]) if drawn else point
    return values


def _chosen(case: BudgetCase, scenarios: Sequence[str]) -> tuple[str, ...]:
    known = [one.id for one in case.scenarios]
    chosen = tuple(dict.fromkeys(scenarios))
    if not 1 <= len(chosen) <= MOST_SIDE_BY_SIDE:
        raise Refused("scenarios", f"choose one to {MOST_SIDE_BY_SIDE} scenarios, got {len(chosen)}")
    for one in chosen:
        if one not in known:
            raise Refused("scenarios", f"there is no scenario {shown_value(one)}; choose from {', '.join(known)}")
    return chosen


def _ends(lever: Lever) -> tuple[float, float, float]:
    return lever.low, lever.typical, lever.high
