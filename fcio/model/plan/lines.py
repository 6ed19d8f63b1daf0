"""The lines of a plan: activities of the role, musts of the advice, the client's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fcio.knowledge.areas import Amounts
from fcio.knowledge.plan import Activity
from fcio.model.engagement import Span
from fcio.model.plan.because import role_reason
from fcio.model.plan.case import PlanCase, finding
from fcio.model.plan.changes import gate_step_id
from fcio.model.plan.result import ACTIVITY, BY_HAND, FINDING, GATE, OWN, Because, Line
from fcio.model.situation import holds

ROUNDING = 2
"""Hours are told in halves."""
BY_LEADER, BY_INSIDE, BY_OWNER = "leader", "inside", "owner"
BEFORE = "before"


def _halves(hours: float) -> float:
    return max(round(ROUNDING * hours) / ROUNDING, 1 / ROUNDING) if hours else 0.0


def scaled(amounts: Amounts, times: float) -> Span:
    """Hours times a factor, in halves of an hour; what takes time at all takes at least a half.

    >>> scaled(Amounts(low=1.0, typical=4.0, high=6.0), 0.3)
    Span(low=0.5, typical=1.0, high=2.0)
    """
    return Span(*(_halves(hours * times) for hours in (amounts.low, amounts.typical, amounts.high)))


def attending(case: PlanCase, people: tuple[str, ...]) -> tuple[str, ...]:
    """Who comes: everybody the answers do not rule out, and nobody engaged where nobody is."""
    when = {person.id: person.when for person in case.layout.people}
    there = (one for one in people if not when[one] or holds(case.s, when[one]) is not False)
    return tuple(one for one in there if one != BY_LEADER or case.engaged)


def with_changes(case: PlanCase, line: Line) -> Line:
    """The line with the client's own text and hours in place of ours."""
    changes = case.changes
    own = changes.hours.get(line.id)
    return replace(
        line,
        text=changes.texts.get(line.id, line.text),
        hours=line.hours if own is None else Span(own, own, own),
        changed=tuple(name for name in changes.changed(line.id) if name != "amount"),
    )


def _months(case: PlanCase, activity: Activity) -> tuple[int, ...]:
    """The months in which it returns; what the leader does, no longer than the leader is there."""
    months, last = activity.months, case.handover_month
    if months is None:
        return ()
    left = last is not None and activity.done_by == BY_LEADER and activity.id not in case.changes.kept
    return tuple(m for m in range(months.first, months.last + 1, months.every) if not left or m <= (last or m))


def _days(case: PlanCase, activity: Activity) -> tuple[int, int] | tuple[None, None]:
    """First and last day; those before the start shrink with the time there is."""
    days, usual, there = activity.days, case.layout.lead.usual_days, case.lead_days
    if days is None:
        return None, None
    if not -usual <= days.first < 0:
        return days.first, days.last
    return -max(1, round(-days.first * there / usual)), -max(1, round(-days.last * there / usual))


def _times(case: PlanCase, activity: Activity) -> float:
    by_size = case.layout.hours_by_size[case.band] if activity.scaled else 1.0
    return by_size * (case.rhythm if activity.months and activity.done_by == BY_LEADER else 1.0)


def _hours(case: PlanCase, activity: Activity) -> Span:
    amounts, times = activity.hours, _times(case, activity)
    if not activity.scaled_within:
        return scaled(amounts, times)
    typical = min(max(_halves(amounts.typical * times), amounts.low), amounts.high)
    return Span(amounts.low, typical, amounts.high)


def _activity(case: PlanCase, activity: Activity) -> Line | None:
    found = finding(case, activity.about) if activity.about else None
    months = _months(case, activity)
    if (activity.about and found is None) or (activity.months and not months):
        return None
    leader = case.leader
    blanks = {"leader": leader, "leader_cap": leader[0].upper() + leader[1:], **(found.blanks if found else {})}
    hours, (first_day, last_day) = _hours(case, activity), _days(case, activity)
    text = activity.text.format_map(blanks)
    because = case.why(activity)
    line = Line(
        id=activity.id,
        kind=ACTIVITY,
        phase=activity.phase,
        title=activity.title.format_map(blanks),
        text=text,
        usual_text=text,
        deliverable=activity.deliverable.format_map(blanks),
        first_day=first_day,
        last_day=last_day,
        months=months,
        hours=hours,
        usual_hours=hours,
        done_by=activity.done_by,
        attend=attending(case, activity.attend),
        cost=None,
        because=(because[0], found.because, *because[1:]) if found else because,
        source=activity.source,
        note=activity.note,
        changed=(),
    )
    return with_changes(case, line)


def activity_lines(case: PlanCase) -> Iterator[Line]:
    """The activities that the role and the answers call for."""
    for activity in case.knowledge.activities:
        if case.shown(activity):
            line = _activity(case, activity)
            if line is not None:
                yield line


def _bare(case: PlanCase, line: str, kind: str, phase: str, title: str, text: str, because: Because) -> Line:
    """A line without days, such as a must or the client's own."""
    return Line(
        id=line,
        kind=kind,
        phase=phase,
        title=title,
        text=text,
        usual_text=text,
        deliverable="",
        first_day=None,
        last_day=None,
        months=(),
        hours=None,
        usual_hours=None,
        done_by=BY_OWNER,
        attend=attending(case, (BY_OWNER,)),
        cost=None,
        because=(because,),
        source="client" if kind == OWN else "judgement",
        note=None,
        changed=(),
    )


def gate_lines(case: PlanCase) -> Iterator[Line]:
    """What has to be done first, where the advice stands under a must."""
    for verdict in case.fit.gates:
        for number, step in enumerate(verdict.gate.steps, 1):
            line = gate_step_id(verdict.gate.id, number)
            if verdict.on and line not in case.changes.dropped:
                title = verdict.gate.headline.partition(";")[0]
                because = Because(FINDING, verdict.gate.id, title)
                yield with_changes(case, _bare(case, line, GATE, BEFORE, title, step, because))


def own_lines(case: PlanCase) -> Iterator[Line]:
    """The lines that the client added to a phase."""
    phases = {phase.id: phase for phase in case.layout.phases}
    for number, own in enumerate(case.changes.own, 1):
        if own["place"] in phases:
            phase, hours = phases[own["place"]], own.get("hours")
            because = Because(BY_HAND, f"own_{number}", "You added this line")
            line = _bare(case, f"own_{number}", OWN, phase.id, own["text"], own["text"], because)
            span = None if hours is None else Span(hours, hours, hours)
            done_by = own.get("done_by", BY_OWNER)
            line = replace(line, hours=span, usual_hours=span, done_by=done_by)
            yield replace(line, first_day=phase.first_day, last_day=phase.last_day)


def plan_lines(case: PlanCase, steps: Iterable[Line]) -> tuple[Line, ...]:
    """All lines with these steps of the roadmap, phase by phase; musts first, then by day, what returns last."""
    order = [phase.id for phase in case.layout.phases]
    lines = [*gate_lines(case), *activity_lines(case), *steps, *own_lines(case)]

    def place(line: Line) -> tuple[int, bool, bool, int]:
        return order.index(line.phase), line.kind != GATE, line.first_day is None, line.first_day or 0

    return tuple(sorted(lines, key=place))


def role_of(case: PlanCase) -> Because:
    """Why the plan is for this role."""
    return role_reason(case.knowledge, case.role, case.recommended, bool(case.fit.missing_core))
