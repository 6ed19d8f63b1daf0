"""Tables of the hours of a plan: by month, by kind and by activity; narrow enough for a phone."""

from __future__ import annotations

import pandas as pd

from fcio.model.engagement import Span
from fcio.model.plan.result import ENDED, NOBODY, STEP, Line, MonthLoad, Plan
from fcio.report.plan_words import title_of

MONTH, HOURS, HOLDS, ACTIVITY = "Month", "Hours", "Agreed", "Activity"
ONCE, ROADMAP, REGULAR = "Once", "Roadmap", "Regular"
KINDS = (ONCE, ROADMAP, REGULAR)
"""What the leader's hours go into: what is done once, steps of the roadmap, and what returns."""


def kind_of(line: Line) -> str:
    """Whether a line is done once, belongs to the roadmap, or returns."""
    if line.kind == STEP:
        return ROADMAP
    return REGULAR if line.months else ONCE


def hours_by_kind(plan: Plan) -> dict[str, list[float]]:
    """The leader's typical hours of the months 1 to 12 by kind; together they are the hours of the month."""
    kinds = {line.id: kind_of(line) for line in plan.lines}
    found: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for month in plan.months[1:]:
        for kind, hours in found.items():
            hours.append(sum(given for line, given in month.leader.items() if kinds[line] == kind))
    return found


def _span(span: Span) -> str:
    return f"{span.low:.0f} to {span.high:.0f}" if span.low != span.high else f"{span.low:.0f}"


def _agreed(month: MonthLoad) -> str:
    if month.available is None or month.verdict == NOBODY:
        return "nobody"
    return "ended" if month.verdict == ENDED else _span(month.available)


def month_table(plan: Plan) -> pd.DataFrame:
    """The leader's typical hours of each month of the first year beside what the engagement holds."""
    months = plan.months[1:]
    rows = {MONTH: [str(one.month) for one in months], HOURS: [f"{one.total.typical:.0f}" for one in months]}
    return pd.DataFrame({**rows, HOLDS: [_agreed(one) for one in months]}).set_index(MONTH)


def kind_table(plan: Plan) -> pd.DataFrame:
    """The same hours by kind; each row adds up to the hours of its month."""
    rows = {kind: [f"{one:.1f}" for one in hours] for kind, hours in hours_by_kind(plan).items()}
    return pd.DataFrame({MONTH: [str(one.month) for one in plan.months[1:]], **rows}).set_index(MONTH)


def inside_table(plan: Plan) -> pd.DataFrame:
    """The typical hours of the firm's own people, month by month."""
    months = plan.months[1:]
    rows = {MONTH: [str(one.month) for one in months], HOURS: [f"{one.inside:.0f}" for one in months]}
    return pd.DataFrame(rows).set_index(MONTH)


def activity_table(plan: Plan, month: int) -> pd.DataFrame:
    """What the leader's hours of one month go into, the largest first; they add up to the month."""
    titles = {line.id: title_of(line) for line in plan.lines}
    found = sorted(plan.months[month].leader.items(), key=lambda pair: (-pair[1], titles[pair[0]]))
    rows = {ACTIVITY: [titles[line] for line, _ in found], HOURS: [f"{hours:.1f}" for _, hours in found]}
    return pd.DataFrame(rows).set_index(ACTIVITY)
