"""Where a firm stands among others, in words: placed, bracketed by us, or why nobody can say."""

from __future__ import annotations

from fcio.knowledge.budget import Benchmark
from fcio.knowledge.shapes import JUDGEMENT
from fcio.knowledge.whole import Knowledge
from fcio.model.budget_benchmark import Comparison
from fcio.report.unit_words import quantity

NEEDS = {
    "spend": "what you spend on technology",
    "spend.people": "what your own IT staff costs",
    "spend.security": "what you spend on security",
    "revenue_usd": "your revenue",
    "people": "how many people work with you",
    "it_people": "how many people of yours work in IT",
    "running_costs_usd": "all you spend in a year",
}
PLACES = {"below": "below", "within": "inside", "above": "above"}
STATISTICS = {
    "median": "The middle value is a median.",
    "mean": "The middle value is a mean, which a few large spenders pull up.",
    "range": "A range without a middle.",
    "judgement": "The band is our bracket and no measurement.",
}


def place_sentence(knowledge: Knowledge, one: Comparison) -> str:
    """The firm beside one benchmark, or the honest word for why not."""
    assert knowledge.budget is not None
    unit = next(m.unit for m in knowledge.budget.measures if m.id == one.measure)
    missing = NEEDS.get(one.needs or "", one.needs or "")
    mine = "" if one.value is None else f"You: {quantity(one.value, unit)}. "
    if one.verdict == "need":
        return f"To see where you stand, tell {missing}."
    if one.verdict == "no_survey":
        return f"{mine}{_no_survey(one.benchmark)}"
    if one.verdict == "no_benchmark":
        return f"{mine}We found no figures of firms like yours."
    if one.verdict == "nothing_to_divide":
        return f"Nothing to divide by: {missing or 'the base'} is zero."
    if one.verdict == "one_number" or one.place is None:
        return f"{mine}The survey gives one number and no range, so nobody can say what is usual."
    return f"{mine}That is {PLACES[one.place]} the band."


def _no_survey(benchmark: Benchmark | None) -> str:
    return (benchmark.no_survey if benchmark else None) or "No good survey exists for firms this small."


def benchmark_sentence(knowledge: Knowledge, b: Benchmark) -> str:
    """Who was asked, what the figures are, from when, how good, and where they stand."""
    assert knowledge.budget is not None
    unit = next(m.unit for m in knowledge.budget.measures if m.id == b.measure)
    ends = [quantity(one, unit) for one in (b.low, b.typical, b.high) if one is not None]
    figures = f": {' / '.join(ends)}" if ends else ""
    source = "Our judgement" if b.source == JUDGEMENT else knowledge.sources[b.source].title
    told = [
        f"{b.who}{figures}.",
        STATISTICS[b.statistic] if ends else "",
        f"{source}, {b.year}, grade {b.grade}." if b.year else f"{source}, grade {b.grade}.",
        b.no_survey if ends and b.no_survey else "",
        b.weak or "",
    ]
    return " ".join(one for one in told if one)
