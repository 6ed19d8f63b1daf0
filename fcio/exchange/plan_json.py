"""The plan as plain JSON values, in the shape promised to other programs, and as plain text; money in US dollars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from fcio.knowledge.whole import Knowledge
from fcio.model.engagement import Span
from fcio.model.plan.result import Because, ClauseLine, DutyLine, Holders, Interest, Line, MonthLoad, Plan, Safeguard
from fcio.report.engagement_words import leaders_in_turn
from fcio.report.plan_headline import extra_sentence, filled_sentence, inside_sentence, months_sentence, role_sentence
from fcio.report.plan_words import told_hours, when_text

Json = dict[str, Any]


def _because(reasons: Iterable[Because]) -> list[Json]:
    return [{"kind": one.kind, "id": one.id, "text": one.text} for one in reasons]


def _span(span: Span | None) -> Json | None:
    return None if span is None else {"low": span.low, "typical": span.typical, "high": span.high}


def _line(line: Line) -> Json:
    return {
        "id": line.id,
        "kind": line.kind,
        "phase": line.phase,
        "title": line.title,
        "text": line.text,
        "usual_text": line.usual_text,
        "deliverable": line.deliverable,
        "first_day": line.first_day,
        "last_day": line.last_day,
        "months": list(line.months),
        "hours": _span(line.hours),
        "usual_hours": _span(line.usual_hours),
        "done_by": line.done_by,
        "attend": list(line.attend),
        "cost": line.cost,
        "because": _because(line.because),
        "source": line.source,
        "changed": list(line.changed),
    }


def _month(month: MonthLoad) -> Json:
    return {
        "month": month.month,
        "leader": dict(month.leader),
        "total": _span(month.total),
        "inside": month.inside,
        "available": _span(month.available),
        "verdict": month.verdict,
    }


def _clause(clause: ClauseLine) -> Json:
    return {
        "id": clause.id,
        "part": clause.part,
        "heading": clause.heading,
        "text": clause.text,
        "usual_text": clause.usual_text,
        "amount": clause.amount,
        "usual_amount": clause.usual_amount,
        "because": _because(clause.because),
        "source": clause.source,
        "changed": list(clause.changed),
    }


def _holders(holders: Holders) -> Json:
    return {
        "parts": dict(holders.parts),
        "state": holders.state,
        "because": _because(holders.because),
        "changed": holders.changed,
    }


def _duty(duty: DutyLine) -> Json:
    return {
        "id": duty.id,
        "group": duty.group,
        "area": duty.area,
        "duty": duty.duty,
        "today": _holders(duty.today),
        "would": _holders(duty.would),
    }


def _interest(interest: Interest) -> Json:
    conflict = interest.conflict
    return {
        "id": conflict.id,
        "on": interest.on,
        "serious": conflict.serious,
        "serious_because": conflict.serious_because,
        "headline": conflict.headline,
        "who_earns": conflict.who_earns,
        "remedies": list(conflict.remedies),
        "ask": list(conflict.ask),
        "because": _because(interest.because),
    }


def _safeguard(one: Safeguard) -> Json:
    return {
        "id": one.id,
        "conflict": one.conflict,
        "text": one.text,
        "usual_text": one.usual_text,
        "because": _because(one.because),
        "changed": list(one.changed),
    }


def plan_json(plan: Plan) -> Json:
    """The plan with all its lines and the reasons of each."""
    return {
        "role": plan.role,
        "recommended": plan.recommended,
        "phases": [
            {"id": p.id, "title": p.title, "first_day": p.first_day, "last_day": p.last_day} for p in plan.phases
        ],
        "days": [_line(line) for line in plan.lines],
        "months": [_month(month) for month in plan.months],
        "extra_hours": plan.extra_hours,
        "mandate": [_clause(clause) for clause in plan.clauses],
        "responsibilities": [_duty(duty) for duty in plan.duties],
        "gaps": [duty.id for duty in plan.gaps],
        "double_work": [duty.id for duty in plan.double_work],
        "left_open": [duty.id for duty in plan.left_open],
        "independence": [_interest(interest) for interest in plan.interests],
        "safeguards": [_safeguard(one) for one in plan.safeguards],
        "path": list(plan.path),
        "triggers": list(plan.triggers),
        "review_months": plan.review_months,
        "dropped": list(plan.dropped),
    }


def _phase_lines(plan: Plan) -> Iterator[str]:
    for phase in plan.phases:
        lines = plan.of_phase(phase.id)
        if lines:
            yield f"{phase.title}:"
        for line in lines:
            hours = f", {told_hours(line.hours.typical)} h" if line.hours else ""
            yield f"  {line.text if line.kind in ('gate', 'own') else line.title} ({when_text(line)}{hours})"
            yield f"      because: {'; '.join(one.text for one in line.because[:2])}"


def _hours_lines(knowledge: Knowledge, plan: Plan) -> Iterator[str]:
    engaged = [month for month in plan.months if month.available is not None and month.month]
    if engaged:
        totals = ", ".join(f"{month.total.typical:.0f}" for month in engaged)
        yield f"Hours of the leader by month: {totals}."
    sentences = (extra_sentence(plan), months_sentence(plan), filled_sentence(knowledge, plan), inside_sentence(plan))
    yield from (f"  {sentence}" for sentence in sentences if sentence)


def _duty_lines(knowledge: Knowledge, plan: Plan) -> Iterator[str]:
    assert knowledge.responsibilities is not None
    short = {party.id: party.short for party in knowledge.responsibilities.parties}
    for title, duties in (("Nobody leads today", plan.gaps), ("Several lead today", plan.double_work)):
        if duties:
            yield f"{title}:"
        for duty in duties:
            would = " and ".join(short[party] for party in duty.would.leading) or "still nobody"
            yield f"  {duty.duty} (with this role: {would})"


def plan_lines(knowledge: Knowledge, plan: Plan, missing_core: int = 0) -> Iterator[str]:
    """The plan for a reader of plain text; with core questions missing it is a draft, and says so."""
    asked, role = "" if plan.recommended else ", as you asked", knowledge.role(plan.role)
    leaders = leaders_in_turn(knowledge, plan.role, plan.mode)
    yield f"What to do next {'on your own' if role.is_line else f'with {leaders}'}{asked}."
    if missing_core:
        yield role_sentence(knowledge, plan, missing_core)
    yield from _phase_lines(plan)
    yield from _hours_lines(knowledge, plan)
    for part, clauses in groupby(plan.clauses, key=lambda clause: clause.part):
        yield f"Mandate, {part}:"
        yield from (f"  {clause.heading}: {clause.text}" for clause in clauses)
    yield from _duty_lines(knowledge, plan)
    for interest in plan.interests:
        state = "" if interest.on else ", possible"
        yield f"Conflict of interest ({interest.conflict.serious}{state}): {interest.conflict.headline}."
        yield from (f"  What ends it: {remedy}" for remedy in interest.conflict.remedies)
        yield from (f"  Ask: {question}" for question in interest.conflict.ask)
    yield from (f"  Safeguard: {one.text}" for one in plan.safeguards)
    if plan.triggers:
        yield "Look again sooner when:"
        yield from (f"  {trigger}" for trigger in plan.triggers)
