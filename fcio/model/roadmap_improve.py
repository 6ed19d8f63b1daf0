"""A good plan where too many candidates stand for a full search: built greedily, then improved until nothing helps."""

from __future__ import annotations

from collections.abc import Mapping

from fcio.model.roadmap_candidates import Candidate
from fcio.model.roadmap_search import Limits, Plan, in_order, worth

_NOTHING = 1e-9
_ROUNDS = 60


def keeps_limits(rows: Mapping[str, Candidate], plan: Plan, limits: Limits, fixed: Plan) -> bool:
    """Whether every quarter has the hours and money, and everything stands after what it needs."""
    for quarter in limits.quarters:
        here = [rows[key] for key, placed in plan.items() if placed == quarter]
        if sum(row.hours for row in here) > limits.hours[quarter - 1] + _NOTHING:
            return False
        if sum(row.cost for row in here) > limits.money[quarter - 1] + _NOTHING:
            return False
    return all(
        0 < plan.get(need, fixed.get(need, 0)) <= quarter for key, quarter in plan.items() for need in rows[key].needs
    )


def _chain(rows: Mapping[str, Candidate], key: str, plan: Plan, fixed: Plan) -> list[str]:
    """What is missing before a candidate, first things first, and itself."""
    chain: list[str] = []
    for need in rows[key].needs:
        if need in rows and need not in plan and need not in fixed:
            chain += [one for one in _chain(rows, need, plan, fixed) if one not in chain]
    return [*chain, key]


def _placed(rows: Mapping[str, Candidate], chain: list[str], plan: Plan, limits: Limits, fixed: Plan) -> Plan | None:
    """The plan with a chain in its earliest quarters, or None where it does not fit."""
    new = dict(plan)
    for key in chain:
        for quarter in limits.quarters:
            if keeps_limits(rows, {**new, key: quarter}, limits, fixed):
                new[key] = quarter
                break
        else:
            return None
    return new


def _greedy(rows: Mapping[str, Candidate], order: list[str], limits: Limits, fixed: Plan, start: Plan) -> Plan:
    plan = dict(start)
    for key in order:
        if key not in plan:
            plan = _placed(rows, _chain(rows, key, plan, fixed), plan, limits, fixed) or plan
    return plan


def _without(rows: Mapping[str, Candidate], plan: Plan, key: str) -> Plan:
    """The plan without a candidate and without what needs it."""
    gone, before = {key}, 0
    while len(gone) > before:
        before = len(gone)
        gone |= {other for other in plan if set(rows[other].needs) & gone}
    return {other: quarter for other, quarter in plan.items() if other not in gone}


def improved(rows: list[Candidate], limits: Limits, fixed: Plan) -> Plan:
    """A plan that taking out any one candidate and filling up again, in several orders, does not make worth more."""
    by_id = {row.initiative: row for row in rows}
    orders = [
        [row.initiative for row in in_order(rows)],
        [row.initiative for row in sorted(rows, key=lambda row: (-row.worth, row.initiative))],
        [row.initiative for row in sorted(rows, key=lambda row: (row.hours, row.cost, row.initiative))],
    ]

    def value(plan: Plan) -> float:
        return worth(by_id, plan, limits.discount)

    best = max((_greedy(by_id, order, limits, fixed, {}) for order in orders), key=value)
    for _ in range(_ROUNDS):
        found = best
        for key in sorted(best):
            rest = _without(by_id, best, key)
            for order in orders[:2]:
                others = [other for other in order if other != key]
                again = _greedy(by_id, [*others, key], limits, fixed, rest)
                if value(again) > value(found) + _NOTHING:
                    found = again
        if found is best:
            return best
        best = found
    return best
