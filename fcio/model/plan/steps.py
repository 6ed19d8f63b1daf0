"""The roadmap in the plan: its first quarter step by step, each later quarter of the year as one line."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.model.engagement import Span
from fcio.model.plan.case import PlanCase, area_reason
from fcio.model.plan.changes import LATER_QUARTERS, quarter_id
from fcio.model.plan.lines import BY_INSIDE, BY_LEADER, attending, scaled, with_changes
from fcio.model.plan.result import FINDING, STEP, Because, Line
from fcio.model.roadmap import MONTHS
from fcio.model.roadmap_result import Placed

YEAR = "year"


def _step(case: PlanCase, placed: Placed, phase_id: str) -> Line:
    initiative = next(one for one in case.knowledge.initiatives if one.id == placed.initiative)
    phase = case.layout.phase(phase_id)
    led = case.carries(initiative.roles)
    share = case.layout.leader_share_of_steps if led else 1.0
    times = share * placed.hours / initiative.hours.typical if initiative.hours.typical else share
    hours = scaled(initiative.hours, times)
    area = case.areas.area(initiative.area) if case.areas else None
    label = case.roadmap.quarters[0].label if case.roadmap else ""
    planned = Because(FINDING, "roadmap", f"The roadmap puts it into its first quarter, {label}")
    line = Line(
        id=initiative.id,
        kind=STEP,
        phase=phase_id,
        title=initiative.title,
        text=initiative.text,
        usual_text=initiative.text,
        deliverable=initiative.risk,
        first_day=phase.first_day,
        last_day=phase.last_day,
        months=(),
        hours=hours,
        usual_hours=hours,
        done_by=BY_LEADER if led else BY_INSIDE,
        attend=attending(case, (BY_INSIDE, BY_LEADER) if led else (BY_INSIDE,)),
        cost=placed.cost,
        because=(planned, *((area_reason(case, area),) if area else ())),
        source=initiative.source,
        note=initiative.note,
        changed=(),
    )
    return with_changes(case, line)


def step_lines(case: PlanCase) -> Iterator[Line]:
    """The first quarter of the roadmap, spread over the phases for first steps in its order."""
    placed = [one for one in case.roadmap.placed if one.quarter == 1] if case.roadmap else []
    phases = case.layout.first_steps_phases
    for place, one in enumerate(placed):
        if one.initiative not in case.changes.dropped:
            yield _step(case, one, phases[place * len(phases) // len(placed)])


def _led_hours(case: PlanCase, placed: list[Placed], month: int) -> float:
    """The leader's share of the hours of the steps that the role would carry."""
    roles = {initiative.id: initiative.roles for initiative in case.knowledge.initiatives}
    led = sum(one.hours for one in placed if case.carries(roles[one.initiative], month))
    return case.layout.leader_share_of_steps * led


def _quarter(case: PlanCase, number: int, placed: list[Placed], label: str) -> Line:
    titles = {initiative.id: initiative.title for initiative in case.knowledge.initiatives}
    first = MONTHS * (number - 1) + 1
    led = _led_hours(case, placed, first)
    monthly = (led or sum(one.hours for one in placed)) / MONTHS
    hours = Span(monthly, monthly, monthly)
    text = "; ".join(titles[one.initiative] for one in placed) + "."
    line = Line(
        id=quarter_id(number),
        kind=STEP,
        phase=YEAR,
        title=f"Go on with the roadmap: {len(placed)} {'step' if len(placed) == 1 else 'steps'} of {label}",
        text=text,
        usual_text=text,
        deliverable="The steps, done or put off with a reason",
        first_day=None,
        last_day=None,
        months=tuple(range(first, first + MONTHS)),
        hours=hours,
        usual_hours=hours,
        done_by=BY_LEADER if led else BY_INSIDE,
        attend=attending(case, (BY_INSIDE, BY_LEADER) if led else (BY_INSIDE,)),
        cost=sum(one.cost for one in placed),
        because=(Because(FINDING, "roadmap", f"The roadmap puts these steps into {label}"),),
        source="judgement",
        note=None,
        changed=(),
    )
    return with_changes(case, line)


def later_lines(case: PlanCase) -> Iterator[Line]:
    """One line for each later quarter of the first year, with the leader's hours of each of its months."""
    if case.roadmap is None:
        return
    labels = {quarter.number: quarter.label for quarter in case.roadmap.quarters}
    for number in LATER_QUARTERS:
        placed = [one for one in case.roadmap.placed if one.quarter == number]
        if placed and quarter_id(number) not in case.changes.dropped:
            yield _quarter(case, number, placed, labels[number])
