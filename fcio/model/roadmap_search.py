"""Which candidates go into which quarter: the most worth within hours and money, what comes first placed first.

Depth-first branch and bound (Land & Doig 1960): every candidate in every quarter or out, cut off where even the rest
taken in fractions could not win. A small plan is searched to its end and is the best there is; for a larger one the
search gives way to an improved plan (:mod:`fcio.model.roadmap_improve`), and the bound says how far from the best it
can be. No clock and no chance take part: equal plans are told apart by the order of search.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fcio.model.roadmap_candidates import Candidate

_NOTHING = 1e-9

Plan = dict[str, int]
"""Quarter, counted from 1, by initiative."""


@dataclass(frozen=True)
class Limits:
    """Quarters, hours and money of each (after what is pinned), the share of worth kept per quarter of waiting."""

    hours: tuple[float, ...]
    money: tuple[float, ...]
    discount: float

    @property
    def quarters(self) -> range:
        """Quarters counted from 1."""
        return range(1, len(self.hours) + 1)


def worth(rows: Mapping[str, Candidate], plan: Mapping[str, int], discount: float) -> float:
    """What a plan is worth: each candidate's worth, less for every quarter it waits."""
    return sum(rows[key].worth * discount ** (quarter - 1) for key, quarter in plan.items())


def _fraction_bound(sizes: list[tuple[float, float]], room: list[float], discount: float) -> float:
    """The most worth when candidates [(worth, size)] may be cut into pieces; earlier quarters keep more worth."""
    queue = sorted(((w, s) for w, s in sizes if w > 0), key=lambda row: -(row[0] / row[1] if row[1] else float("inf")))
    total, quarter, left = 0.0, 0, list(room)
    for value, size in queue:
        if size <= 0:
            total += value
            continue
        rest = size
        while rest > _NOTHING and quarter < len(left):
            piece = min(rest, left[quarter])
            total += value * piece / size * discount**quarter
            left[quarter], rest = left[quarter] - piece, rest - piece
            if left[quarter] <= _NOTHING:
                quarter += 1
    return total


def bound(rows: list[Candidate], hours: list[float], money: list[float], discount: float) -> float:
    """What no plan of these candidates can exceed: hours alone, and money alone, in fractions; the smaller one."""
    by_hours = _fraction_bound([(row.worth, row.hours) for row in rows], hours, discount)
    return min(by_hours, _fraction_bound([(row.worth, row.cost) for row in rows], money, discount))


@dataclass
class _Search:
    """The state of one depth-first search."""

    rows: list[Candidate]
    limits: Limits
    fixed: Plan
    nodes: int
    best: Plan = field(default_factory=dict)
    best_worth: float = -1.0

    def run(self) -> bool:
        """Search; False when the limit of nodes ended it before all was seen."""
        return self._visit(0, {}, 0.0, list(self.limits.hours), list(self.limits.money))

    def _visit(self, place: int, plan: Plan, value: float, hours: list[float], money: list[float]) -> bool:
        self.nodes -= 1
        if self.nodes < 0:
            return False
        if value > self.best_worth + _NOTHING:
            self.best, self.best_worth = dict(plan), value
        if place == len(self.rows):
            return True
        rest = bound(self.rows[place:], hours, money, self.limits.discount)
        if value + rest <= self.best_worth + _NOTHING:
            return True
        row, done = self.rows[place], True
        for quarter in _feasible(row, self.limits, plan, self.fixed, hours, money):
            _take(row, quarter, plan, hours, money, 1)
            gain = row.worth * self.limits.discount ** (quarter - 1)
            done &= self._visit(place + 1, plan, value + gain, hours, money)
            _take(row, quarter, plan, hours, money, -1)
        return self._visit(place + 1, plan, value, hours, money) and done


def _take(row: Candidate, quarter: int, plan: Plan, hours: list[float], money: list[float], sign: int) -> None:
    hours[quarter - 1] -= sign * row.hours
    money[quarter - 1] -= sign * row.cost
    if sign > 0:
        plan[row.initiative] = quarter
    else:
        del plan[row.initiative]


def _feasible(
    row: Candidate, limits: Limits, plan: Plan, fixed: Plan, hours: list[float], money: list[float]
) -> Iterator[int]:
    """Quarters with room that are not before what this candidate needs; none while a need is not placed."""
    starts = [plan.get(need, fixed.get(need, 0)) for need in row.needs]
    if 0 in starts:
        return
    for quarter in range(max(starts, default=1), len(limits.hours) + 1):
        if row.hours <= hours[quarter - 1] + _NOTHING and row.cost <= money[quarter - 1] + _NOTHING:
            yield quarter


def in_order(rows: list[Candidate]) -> list[Candidate]:
    """Candidates with what they need before them, else the most worth per hour first."""
    left = sorted(rows, key=lambda row: (-row.worth / (row.hours + 1), row.initiative))
    ids, placed, ordered = {row.initiative for row in rows}, set[str](), list[Candidate]()
    while left:
        ready = next(row for row in left if all(need in placed or need not in ids for need in row.needs))
        left.remove(ready)
        placed.add(ready.initiative)
        ordered.append(ready)
    return ordered


def exact(rows: list[Candidate], limits: Limits, fixed: Plan, nodes: int) -> tuple[Plan, bool]:
    """The plan worth most, and whether the search came to its end within so many nodes."""
    search = _Search(in_order(rows), limits, fixed, nodes)
    finished = search.run()
    return search.best, finished
