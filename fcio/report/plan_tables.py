"""Tables of what to do next: hours by month and by activity, and who leads what; three narrow columns at most."""

from __future__ import annotations

import pandas as pd

from fcio.knowledge.plan_responsibilities import Responsibilities
from fcio.knowledge.whole import Knowledge
from fcio.model.engagement import Span
from fcio.model.plan.result import DOUBLE, ENDED, GAP, NOBODY, OPEN, DutyLine, Holders, MonthLoad, Plan
from fcio.report.hiring_words import listed
from fcio.report.plan_words import title_of

MONTH, HOURS, HOLDS, ACTIVITY, DUTY, TODAY, THEN = "Month", "Hours", "Agreed", "Activity", "Duty", "Today", "Then"
TELLING = (GAP, DOUBLE, OPEN)


def _span(span: Span) -> str:
    return f"{span.low:.0f} to {span.high:.0f}" if span.low != span.high else f"{span.low:.0f}"


def _agreed(month: MonthLoad) -> str:
    if month.available is None or month.verdict == NOBODY:
        return "nobody engaged"
    return "ended" if month.verdict == ENDED else _span(month.available)


def month_table(plan: Plan) -> pd.DataFrame:
    """The leader's typical hours of each month of the first year beside what the engagement holds."""
    months = [month for month in plan.months if month.month]
    rows = {MONTH: [str(one.month) for one in months], HOURS: [f"{one.total.typical:.0f}" for one in months]}
    return pd.DataFrame({**rows, HOLDS: [_agreed(one) for one in months]}).set_index(MONTH)


def inside_table(plan: Plan) -> pd.DataFrame:
    """The typical hours of the firm's own people, month by month."""
    months = [month for month in plan.months if month.month]
    rows = {MONTH: [str(one.month) for one in months], HOURS: [f"{one.inside:.0f}" for one in months]}
    return pd.DataFrame(rows).set_index(MONTH)


def activity_table(plan: Plan, month: int) -> pd.DataFrame:
    """What the leader's hours of one month go into, the largest first; they add up to the month."""
    titles = {line.id: title_of(line) for line in plan.lines}
    found = sorted(plan.months[month].leader.items(), key=lambda pair: (-pair[1], titles[pair[0]]))
    rows = {ACTIVITY: [titles[line] for line, _ in found], HOURS: [f"{hours:.1f}" for _, hours in found]}
    return pd.DataFrame(rows).set_index(ACTIVITY)


def parties(knowledge: Knowledge) -> Responsibilities:
    """Parties, groups and duties; ValueError where the knowledge has none."""
    if knowledge.responsibilities is None:
        raise ValueError("this knowledge has no responsibilities; load it from data/")
    return knowledge.responsibilities


def leading_text(knowledge: Knowledge, holders: Holders) -> str:
    """Who leads, in a word or two."""
    if holders.state == GAP:
        return "nobody"
    if holders.state == OPEN:
        return "open"
    return listed([parties(knowledge).party(one).short for one in holders.leading])


def duty_order(plan: Plan) -> tuple[DutyLine, ...]:
    """Duties that nobody leads today first, then double work, then what is open, then all others."""
    order = {state: place for place, state in enumerate(TELLING)}
    return tuple(sorted(plan.duties, key=lambda duty: order.get(duty.today.state, len(order))))


def duty_table(knowledge: Knowledge, plan: Plan) -> pd.DataFrame:
    """Who leads each duty today and who would, what is missing or double first."""
    duties = duty_order(plan)
    rows = {
        DUTY: [duty.duty for duty in duties],
        TODAY: [leading_text(knowledge, duty.today) for duty in duties],
        THEN: [leading_text(knowledge, duty.would) for duty in duties],
    }
    return pd.DataFrame(rows).set_index(DUTY)


def share_text(knowledge: Knowledge, holders: Holders) -> str:
    """Who leads, who helps and who is told, in one sentence.

    Empty where nobody has any part.
    """
    names = {party.id: party.short for party in parties(knowledge).parties}
    by_part = {part: [names[p] for p, given in holders.parts.items() if given == part] for part in ("leads", "helps")}
    told = [names[p] for p, given in holders.parts.items() if given == "told"]
    parts = [f"{listed(found)} {part if len(found) == 1 else part[:-1]}" for part, found in by_part.items() if found]
    parts += [f"{listed(told)} {'is' if len(told) == 1 else 'are'} told"] if told else []
    return "; ".join(parts)
