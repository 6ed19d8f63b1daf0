"""The numbers that every output tells: one list, so that workbook, PDF, page, screen and command line cannot differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fcio.model.currency import Conversion
from fcio.model.engagement import Span
from fcio.model.money.result import BudgetResult
from fcio.model.money.scenario import SEQUENCE, STAY
from fcio.report.budget_amounts import common_unit, in_unit
from fcio.report.budget_words import short_label, years_text
from fcio.report.currency import beside
from fcio.report.numbers import in_hundred, money, percent
from fcio.report.results import Results

ROLE, FIT, LEADS, KNOWN = "role", "fit", "leads", "known"
FEE, FEE_ONCE, HOURS, AREAS = "fee", "fee_once", "hours", "areas"
AVERAGE_YEAR, BAD_YEAR = "average_year", "bad_year"
STAYING, CHOSEN, CHEAPER, ADVISED = "staying", "chosen", "cheaper", "advised"
Value = str | float | tuple[float, float]


@dataclass(frozen=True)
class HeadlineNumber:
    """One number: what it is, the unrounded value or span (money in US dollars), and how a reader is told it."""

    id: str
    label: str
    value: Value
    text: str


def _span(span: Span) -> tuple[float, float]:
    return float(span.low), float(span.high)


def _fit(found: Results) -> Iterator[HeadlineNumber]:
    fit, leader, first = found.fit, found.fit.leader, _first(found)
    name = found.knowledge.role(leader.role).name
    yield HeadlineNumber(ROLE, "What fits best", leader.role, f"{name}, after {first}" if first else name)
    band = f"{leader.fit:.0f} of 100, between {leader.low:.0f} and {leader.high:.0f}"
    yield HeadlineNumber(FIT, "How well it fits", leader.fit, band)
    yield HeadlineNumber(LEADS, "In how many cases it leads", leader.first, in_hundred(leader.first))
    yield HeadlineNumber(KNOWN, "How much is answered", fit.coverage, percent(fit.coverage))


def _first(found: Results) -> str | None:
    """Who is engaged before the role, so that fee and hours are theirs; None where nobody is."""
    return found.knowledge.engagement.article_name(found.fit.engagement.mode)


def _engagement(found: Results) -> Iterator[HeadlineNumber]:
    engaged, first = found.fit.engagement, _first(found)
    whose = f" of {first}" if first else ""
    for name, label, fee in ((FEE, "Fee a month", engaged.fee_per_month), (FEE_ONCE, "Fee, once", engaged.fee_once)):
        if fee is not None:
            ends = tuple(_money(end, found.conversion) for end in (fee.low, fee.high))
            yield HeadlineNumber(name, f"{label}{whose}", _span(fee), " to ".join(dict.fromkeys(ends)))
    hours = engaged.hours_per_month
    if hours.high:
        yield HeadlineNumber(HOURS, f"Hours a month{whose}", _span(hours), _ends(hours.low, hours.high, 0))


def _ends(low: float, high: float, digits: int) -> str:
    return " to ".join(dict.fromkeys(f"{end:.{digits}f}" for end in (low, high)))


def _areas(found: Results) -> Iterator[HeadlineNumber]:
    overall = found.areas.overall
    if overall.level is not None and overall.low is not None and overall.high is not None:
        text = f"{_ends(overall.low, overall.high, 1)} of 5"
        yield HeadlineNumber(AREAS, "Level over the twelve areas", (overall.low, overall.high), text)


def _risk(found: Results) -> Iterator[HeadlineNumber]:
    if found.risk is None:
        return
    loss, level = found.risk.now.loss, found.risk.bad_year
    bad = min(loss.var(level), loss.grid.top)
    for name, label, amount in (
        (AVERAGE_YEAR, "Losses in an average year, as things are", loss.mean),
        (BAD_YEAR, f"Losses in a bad year, one in {round(1 / (1 - level))}", bad),
    ):
        yield HeadlineNumber(name, label, float(amount), _money(float(amount), found.conversion))


def _money(amount: float, conversion: Conversion | None) -> str:
    return f"{money(amount)}{beside(amount, conversion)}"


def _budget(found: Results, budget: BudgetResult) -> Iterator[HeadlineNumber]:
    years, key = budget.case.horizon_years, budget.subject
    flows = [(STAYING, budget.flows[STAY])]
    flows += [(CHOSEN, budget.flows[key])] if key != STAY else []
    flows += [(ADVISED, budget.flows[SEQUENCE])] if SEQUENCE in budget.flows and key != SEQUENCE else []
    more = [float(flow.tco - budget.flows[STAY].tco) for _, flow in flows[1:]]
    unit = common_unit([float(flow.tco) for _, flow in flows], more)
    for name, flow in flows:
        total = float(flow.tco)
        spoken = f"${in_unit(total, unit):,}{beside(total, found.conversion)}"
        label = f"{short_label(found.knowledge, flow.scenario)}, over {years_text(years)}"
        yield HeadlineNumber(name, label, total, spoken)
        if name == CHOSEN:
            chance = budget.uncertainty.cheaper(key, STAY)
            label = "In how many cases that costs less than staying"
            yield HeadlineNumber(CHEAPER, label, chance, in_hundred(chance))


def headline_numbers(found: Results) -> tuple[HeadlineNumber, ...]:
    """The headline numbers of a client; what does not exist is left out, and all of it while the core is open."""
    if found.fit.missing_core:
        return ()
    budget = () if found.budget is None else _budget(found, found.budget)
    return (*_fit(found), *_engagement(found), *_areas(found), *_risk(found), *budget)
