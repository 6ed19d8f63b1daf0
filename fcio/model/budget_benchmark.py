"""Where a firm stands among others: a band for each measure with grade and year, or the honest word for why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from fcio.knowledge.budget import Benchmark, BudgetRules, MeasureId, Size
from fcio.knowledge.whole import Knowledge
from fcio.model.spend import Spend, split

Place = Literal["below", "within", "above"]
Verdict = Literal["placed", "our_bracket", "one_number", "no_survey", "no_benchmark", "need", "nothing_to_divide"]
"""Key of the sentence to say: placed in a survey's range; in our own bracket; a survey gives one number and no range;
nobody has surveyed such firms; nothing was found; a fact of the firm is missing; a fact is zero."""
GRADES = "ABC"
STATISTICS = ("median", "mean", "range", "judgement")
ROUNDING = 1e-9
"""Parts of a limit by which a value may miss it and still count as within."""


@dataclass(frozen=True)
class Firm:
    """What a firm tells about itself. Amounts in US dollars a year; None where nobody knows.

    ``it_people`` counts own IT staff as full-time.
    """

    spend: Spend | None = None
    people: float | None = None
    revenue_usd: float | None = None
    running_costs_usd: float | None = None
    it_people: float | None = None
    industry: str | None = None


@dataclass(frozen=True)
class Comparison:
    """The firm by one measure beside one benchmark; ``value`` in the measure's unit, or None as ``verdict`` says.

    ``place`` is given only where the benchmark has a range, ``needs`` names the fact that is missing. Mean or median,
    year and grade stand in ``benchmark``; two benchmarks are never drawn on one axis.
    """

    measure: MeasureId
    value: float | None
    benchmark: Benchmark | None
    place: Place | None
    verdict: Verdict
    needs: str | None = None


@dataclass(frozen=True)
class _Ratio:
    """A measure as amount over base, each with the field that it comes from; None where not known."""

    amount: float | None
    amount_field: str
    base: float | None
    base_field: str

    @property
    def needs(self) -> str | None:
        if self.amount is None:
            return self.amount_field
        return self.base_field if self.base is None else None

    @property
    def value(self) -> float | None:
        return None if self.amount is None or not self.base else self.amount / self.base


def comparisons(knowledge: Knowledge, firm: Firm) -> tuple[Comparison, ...]:
    """Every measure in order, first beside the firm's own industry where there is such a benchmark, then beside all.

    Without a budget in the knowledge there is nothing to compare.
    """
    rules = knowledge.budget
    if rules is None:
        return ()
    return tuple(
        found
        for measure in rules.measures
        for found in _by_measure(knowledge, firm, measure.id, _ratio(rules, firm, measure.id))
    )


def _by_measure(knowledge: Knowledge, firm: Firm, measure: MeasureId, ratio: _Ratio) -> Iterator[Comparison]:
    fitting = [b for b in knowledge.benchmarks if b.measure == measure and _applies(b, firm)]
    own = sorted((b for b in fitting if firm.industry in b.industries), key=_order)[:1]
    overall = sorted((b for b in fitting if not b.industries), key=_order)[:1]
    chosen = own if own and not _figures(own[0]) else own + overall
    if not chosen:
        verdict: Verdict = "need" if ratio.needs else "no_benchmark"
        yield Comparison(measure, ratio.value, None, None, verdict, ratio.needs)
    yield from (_compared(measure, ratio, benchmark) for benchmark in chosen)


def _compared(measure: MeasureId, ratio: _Ratio, b: Benchmark) -> Comparison:
    value = ratio.value
    if not _figures(b):
        return Comparison(measure, value, b, None, "no_survey", ratio.needs)
    if value is None:
        return Comparison(measure, None, b, None, "need" if ratio.needs else "nothing_to_divide", ratio.needs)
    if b.low is None or b.high is None:
        return Comparison(measure, value, b, None, "one_number")
    lowest, highest = b.low * (1 - ROUNDING), b.high * (1 + ROUNDING)
    place: Place = "below" if value < lowest else "above" if value > highest else "within"
    return Comparison(measure, value, b, place, "our_bracket" if b.statistic == "judgement" else "placed")


def _figures(b: Benchmark) -> list[float]:
    return [value for value in (b.low, b.typical, b.high) if value is not None]


def _applies(b: Benchmark, firm: Firm) -> bool:
    background = b.hidden or b.mostly_large
    return not background and _meant(b.revenue_usd, firm.revenue_usd) and _meant(b.people, firm.people)


def _meant(size: Size | None, amount: float | None) -> bool:
    """Whether a firm of this size is meant; one of unknown size counts as small."""
    return size is None or size.holds(amount or 0.0)


def _order(b: Benchmark) -> tuple[bool, int, bool, int, int, str]:
    """A range before one number; then the better grade, a stated size, the newer, a median before a mean."""
    without_range = b.low is None or b.high is None
    unsized = b.revenue_usd is None and b.people is None
    return (without_range, GRADES.index(b.grade), unsized, -(b.year or 0), STATISTICS.index(b.statistic), b.id)


def _ratio(rules: BudgetRules, firm: Firm, measure: MeasureId) -> _Ratio:
    """What is divided by what; a line that was itself estimated from the others says nothing about its own share."""
    spent = firm.spend
    total = None if spent is None else spent.total
    if measure == "it_share_of_revenue":
        return _Ratio(total, "spend", firm.revenue_usd, "revenue_usd")
    if measure == "it_share_of_operating_cost":
        return _Ratio(total, "spend", firm.running_costs_usd, "running_costs_usd")
    if measure == "it_per_person_with_staff":
        return _Ratio(total, "spend", firm.people, "people")
    if measure == "it_per_person_without_staff":
        staff = _line(spent, rules.staff_category)
        rest = None if total is None or staff is None else total - staff
        return _Ratio(rest, f"spend.{rules.staff_category}", firm.people, "people")
    if measure == "security_share_of_it":
        return _Ratio(_line(spent, rules.security_category), f"spend.{rules.security_category}", total, "spend")
    if measure == "run_share_of_it":
        known = spent is not None and len(spent.estimated) < len(rules.categories)
        run = split(rules, spent.usd_per_year).run if spent is not None and known else None
        return _Ratio(run, "spend", total, "spend")
    return _Ratio(firm.people, "people", firm.it_people, "it_people")


def _line(spent: Spend | None, line: str) -> float | None:
    """What the owner gave for a line."""
    return None if spent is None or line in spent.estimated else spent.usd_per_year[line]
