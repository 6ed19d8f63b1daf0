"""The roadmap: what lifts the areas to their targets, by quarter, within the hours and money of a quarter.

Money and hours left over in a quarter do not carry over. What has to come first stands in an earlier quarter or in
the same one. Something pinned stays in its quarter even where that breaks the limits, with what it needs
(:mod:`fcio.model.roadmap_pins`); the others share what is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.roadmap_candidates import Candidate, Candidates, candidates
from fcio.model.roadmap_improve import improved
from fcio.model.roadmap_pins import fixed_by_pins
from fcio.model.roadmap_result import NO_ROOM, TOO_LARGE, WAITS, LeftOut, Placed, Quarter, Roadmap
from fcio.model.roadmap_search import Limits, Plan, bound, exact, worth

MONTHS, QUARTERS = 3, 4


def quarter_labels(start: date, count: int) -> tuple[str, ...]:
    """Names of the quarters that follow the one with this day.

    >>> quarter_labels(date(2026, 11, 25), 2)
    ('Q1 2027', 'Q2 2027')
    """
    first = start.year * QUARTERS + (start.month - 1) // MONTHS + 1
    return tuple(f"Q{number % QUARTERS + 1} {number // QUARTERS}" for number in range(first, first + count))


@dataclass(frozen=True)
class _Room:
    """Hours and money of one quarter, and of every quarter after what is pinned."""

    hours: float
    money: float
    limits: Limits


def _room(knowledge: Knowledge, assessment: Assessment, rows: dict[str, Candidate], fixed: Plan) -> _Room:
    settings, choices = knowledge.settings.roadmap, assessment.roadmap
    hours = float(choices.get("hours_per_quarter", settings.hours_per_quarter))
    money = float(choices.get("money_per_quarter", settings.money_per_quarter_usd))

    def left(each: float, part: str) -> tuple[float, ...]:
        used = [0.0] * settings.quarters
        for key, quarter in fixed.items():
            used[quarter - 1] += getattr(rows[key], part)
        return tuple(max(0.0, each - amount) for amount in used)

    return _Room(hours, money, Limits(left(hours, "hours"), left(money, "cost"), settings.wait_discount))


def _useful(rows: dict[str, Candidate], plan: Plan, fixed: Plan) -> Plan:
    """The plan without steps that are worth nothing and that nothing else in it needs."""
    kept = dict(plan)
    while True:
        needed = {need for key in (*kept, *fixed) for need in rows[key].needs}
        idle = [key for key in kept if rows[key].worth <= 0 and key not in needed]
        if not idle:
            return kept
        kept = {key: quarter for key, quarter in kept.items() if key not in idle}


def _left_out(found: Candidates, placed: Plan, room: _Room) -> tuple[LeftOut, ...]:
    """Every initiative that is not placed, with the reason."""
    missing = [row for row in found.rows if row.initiative not in placed]
    waits = {row.initiative for row in missing if row.pin or any(need not in placed for need in row.needs)}
    large = {row.initiative for row in missing if row.hours > room.hours or row.cost > room.money}
    reasons = dict(found.why_not)
    for row in missing:
        why = TOO_LARGE if row.initiative in large else WAITS if row.initiative in waits else NO_ROOM
        reasons[row.initiative] = why
    return tuple(LeftOut(initiative, why) for initiative, why in reasons.items())


def roadmap(
    knowledge: Knowledge,
    assessment: Assessment,
    areas: AreasResult,
    start: date | None = None,
    avoided: Mapping[str, float] | None = None,
) -> Roadmap:
    """The plan worth most that the search finds; the same input gives the same plan.

    Amounts in the currency of the case. ``start``: the day before whose next quarter the plan begins, by default the
    day of the assessment. Worth is measured in importance times weight times levels; with ``avoided``, loss avoided a
    year by initiative (US dollars), in that, and a point counts a dollar, so that what avoids nothing comes after.
    """
    settings = knowledge.settings.roadmap
    found = candidates(knowledge, assessment, areas)
    if avoided is not None:
        by_loss = tuple(replace(row, worth=row.worth + avoided.get(row.initiative, 0.0)) for row in found.rows)
        found = replace(found, rows=by_loss)
    rows = {row.initiative: row for row in found.rows}
    fixed = fixed_by_pins(rows)
    free = [row for row in found.rows if row.pin is None and row.initiative not in fixed]
    room = _room(knowledge, assessment, rows, fixed)
    better = improved(free, room.limits, fixed)
    plan, finished = exact(free, room.limits, fixed, settings.search_nodes)
    if not finished and worth(rows, better, settings.wait_discount) > worth(rows, plan, settings.wait_discount):
        plan = better
    whole = {**_useful(rows, plan, fixed), **fixed}
    value = worth(rows, whole, settings.wait_discount)
    most = worth(rows, fixed, settings.wait_discount) + bound(
        free, list(room.limits.hours), list(room.limits.money), settings.wait_discount
    )
    return Roadmap(
        placed=tuple(
            Placed(
                key,
                quarter,
                rows[key].hours,
                rows[key].cost,
                rows[key].worth * settings.wait_discount ** (quarter - 1),
                rows[key].pin is not None,
                rows[key].lifts,
            )
            for key, quarter in sorted(whole.items(), key=lambda item: (item[1], -rows[item[0]].worth, item[0]))
        ),
        left_out=_left_out(found, whole, room),
        quarters=tuple(
            Quarter(
                number + 1,
                label,
                sum(rows[key].hours for key, q in whole.items() if q == number + 1),
                sum(rows[key].cost for key, q in whole.items() if q == number + 1),
            )
            for number, label in enumerate(quarter_labels(start or assessment.as_of, settings.quarters))
        ),
        hours_per_quarter=room.hours,
        money_per_quarter=room.money,
        value=value,
        bound=value if finished else max(value, most),
        exact=finished,
    )
