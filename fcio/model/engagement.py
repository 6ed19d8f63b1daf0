"""What an engagement looks like: mode, hours, months and money, with the implied rate checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.knowledge.figures import EngagementRules, Mode, SequenceRule
from fcio.model.gates import GateVerdict
from fcio.model.parameters import Figure, Figures
from fcio.model.situation import Situation, holds

MONTHS_PER_YEAR = 12


@dataclass(frozen=True)
class Span:
    """A low, typical and high value."""

    low: float
    typical: float
    high: float


@dataclass(frozen=True)
class RateCheck:
    """The hourly rate the typical fee implies, beside the benchmark it must lie in."""

    implied: float
    benchmark: Figure
    inside: bool


@dataclass(frozen=True)
class Engagement:
    """How one role would be engaged; fees in the case's currency, None where none applies.

    ``later``: the mode once the leader whom a gate puts first has left, None where no gate does or nobody follows.
    ``hours_short``: hours a month of the stated workload that this mode usually cannot cover.
    ``over_ceiling``: how much the typical monthly fee lies above what the client could spend, 0 if within.
    """

    role: str
    mode: str
    label: str
    hours_per_month: Span
    hours_short: float
    full_time: bool
    over_ceiling: float
    days_per_month: Span
    duration_months: Span
    open_ended: bool
    fee_per_month: Span | None
    fee_once: Span | None
    rate_check: RateCheck | None
    figures: tuple[Figure, ...]
    sequence: tuple[str, ...]
    triggers: tuple[str, ...]
    review_months: int
    later: str | None = None


NOTHING = Span(0, 0, 0)


def _span(figure: Figure) -> Span:
    return Span(figure.low, figure.typical, figure.high)


def _clipped(span: Span, band: Figure | None) -> Span:
    if band is None:
        return span
    low, typical, high = (min(max(v, band.low), band.high) for v in (span.low, span.typical, span.high))
    return Span(low, typical, high)


def _mode(s: Situation, role: str, gates_on: set[str]) -> Mode | None:
    """The first mode of a role whose condition holds; one behind a gate only when that gate is on."""
    for mode in s.tables.knowledge.engagement.modes:
        open_to = mode.gate is None or mode.gate in gates_on
        if role in mode.roles and open_to and holds(s, mode.when):
            return mode
    return None


def _sequence(s: Situation, role: str, gates_on: set[str]) -> SequenceRule:
    rules = s.tables.knowledge.engagement.sequences
    return next(
        rule
        for rule in rules
        if role in rule.roles and (rule.gate is None or rule.gate in gates_on) and holds(s, rule.when)
    )


def _workload(s: Situation, rules: EngagementRules) -> Span | None:
    rule = rules.workload.get(s.answers.get(rules.workload_question, ""))
    return None if rule is None else Span(*rule.hours)


def _hours(s: Situation, rules: EngagementRules, mode: Mode, figures: Figures) -> Span:
    if mode.hours_per_month is None:
        full = rules.hours_per_month_full_time
        return Span(full, full, full)
    usual = figures[mode.hours_per_month]
    workload = _workload(s, rules)
    if mode.fee != "hourly" or workload is None:
        return _span(usual)
    return _clipped(workload, usual)


def _monthly_fee(mode: Mode, rate: Figure, hours: Span, figures: Figures) -> Span | None:
    if mode.fee == "project":
        return None
    if mode.fee == "monthly":
        return _span(rate)
    if mode.fee == "hourly":
        fee = Span(*(hours.typical * price for price in (rate.low, rate.typical, rate.high)))
        return _clipped(fee, figures[mode.fee_band] if mode.fee_band else None)
    load = figures[mode.load] if mode.load else None
    low, typical, high = (load.low, load.typical, load.high) if load else (1.0, 1.0, 1.0)
    yearly = Span(rate.low * low, rate.typical * typical, rate.high * high)
    return Span(*(pay / MONTHS_PER_YEAR for pay in (yearly.low, yearly.typical, yearly.high)))


def _fee_once(mode: Mode, rate: Figure, figures: Figures) -> Span | None:
    if mode.fee == "project":
        return _span(rate)
    if mode.search_fee is None:
        return None
    share = figures[mode.search_fee]
    return Span(rate.low * share.low, rate.typical * share.typical, rate.high * share.high)


def _rate_check(
    benchmark: Figure, hours: Span, months: Span, monthly: Span | None, once: Span | None
) -> RateCheck | None:
    paid = monthly or once or NOTHING
    worked = hours.typical if monthly is not None else hours.typical * months.typical
    if not worked:
        return None
    implied = paid.typical / worked
    return RateCheck(implied, benchmark, benchmark.low <= implied <= benchmark.high)


def _over_ceiling(s: Situation, rules: EngagementRules, monthly: Span | None) -> float:
    ceiling = rules.spend_ceiling.get(s.answers.get(rules.spend_question, ""))
    return 0.0 if ceiling is None or monthly is None else max(0.0, monthly.typical - ceiling)


def _used(mode: Mode, benchmark: str, figures: Figures) -> tuple[Figure, ...]:
    ids = (mode.rate, mode.fee_band, mode.hours_per_month, mode.load, mode.search_fee, mode.duration_months)
    used = dict.fromkeys([*(i for i in ids if i is not None), benchmark])
    return tuple(figures[parameter] for parameter in used)


def _days(hours: Span, per_day: float) -> Span:
    return Span(hours.low / per_day, hours.typical / per_day, hours.high / per_day)


def engagement(s: Situation, figures: Figures, role: str, gates_on: set[str]) -> Engagement:
    """How ``role`` would be engaged; a role without a mode (*not yet*) costs nothing."""
    rules, steps = s.tables.knowledge.engagement, _sequence(s, role, gates_on)
    mode = _mode(s, role, gates_on)
    path = (steps.steps, steps.triggers, steps.review_months)
    if mode is None:
        label = s.tables.knowledge.role(role).name
        return Engagement(
            role, "none", label, NOTHING, 0.0, False, 0.0, NOTHING, NOTHING, True, None, None, None, (), *path
        )
    rate, benchmark = figures[mode.rate], rules.rate_check[mode.id]
    hours = _hours(s, rules, mode, figures)
    workload, months = _workload(s, rules), _span(figures[mode.duration_months])
    short = 0.0 if workload is None or mode.fee == "project" else max(0.0, workload.typical - hours.high)
    monthly, once = _monthly_fee(mode, rate, hours, figures), _fee_once(mode, rate, figures)
    return Engagement(
        role=role,
        mode=mode.id,
        label=mode.label,
        hours_per_month=hours,
        hours_short=short,
        full_time=hours.typical >= rules.hours_per_month_full_time,
        over_ceiling=_over_ceiling(s, rules, monthly),
        days_per_month=_days(hours, rules.hours_per_day),
        duration_months=months,
        open_ended=mode.open_ended,
        fee_per_month=monthly,
        fee_once=once,
        rate_check=_rate_check(figures[benchmark], hours, months, monthly, once),
        figures=_used(mode, benchmark, figures),
        sequence=path[0],
        triggers=path[1],
        review_months=path[2],
        later=_later(s, role, mode),
    )


def _later(s: Situation, role: str, mode: Mode) -> str | None:
    """The mode that a role would be engaged in without the gate that opened ``mode``."""
    after = _mode(s, role, set()) if mode.gate is not None else None
    return None if after is None else after.id


def engagements(s: Situation, figures: Figures, verdicts: tuple[GateVerdict, ...]) -> Mapping[str, Engagement]:
    """How each role would be engaged, by role id."""
    gates_on = {verdict.gate.id for verdict in verdicts if verdict.on}
    return {role: engagement(s, figures, role, gates_on) for role in s.tables.roles}
