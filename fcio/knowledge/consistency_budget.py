"""What must hold in the files of the IT budget: shares add up, figures exist, benchmarks say what they are."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from fcio.knowledge.budget import Benchmark, BudgetRules, Size
from fcio.knowledge.shapes import JUDGEMENT, Cited
from fcio.knowledge.whole import Knowledge

BUDGET, BENCHMARKS = "budget.yaml", "benchmarks.yaml"
Fault = tuple[str, str, str]


def budget_cited(knowledge: Knowledge) -> Iterator[tuple[str, str, Cited]]:
    """Every entry of these files that names a source."""
    if knowledge.budget is not None:
        yield from ((BUDGET, category.id, category) for category in knowledge.budget.categories)
        yield from ((BUDGET, path.sequence, path) for path in knowledge.budget.plan.paths)
        yield from ((BUDGET, answer, rule) for answer, rule in knowledge.budget.plan.owner_hours.items())
    yield from ((BENCHMARKS, benchmark.id, benchmark) for benchmark in knowledge.benchmarks)


def budget_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Every inconsistency of these files; none where there is no budget."""
    if knowledge.budget is None:
        return
    yield from _rules(knowledge, knowledge.budget)
    yield from _categories(knowledge, knowledge.budget)
    yield from _plan(knowledge, knowledge.budget)
    asked = next((q for q in knowledge.questions if q.id == knowledge.budget.industry_question), None)
    industries = {option.id for option in asked.options} if asked else set()
    measures = {measure.id for measure in knowledge.budget.measures}
    for benchmark in knowledge.benchmarks:
        if benchmark.measure not in measures:
            yield BENCHMARKS, benchmark.id, f"{benchmark.measure} is no measure in {BUDGET}; add it there"
        for unknown in sorted(set(benchmark.industries) - industries):
            yield BENCHMARKS, benchmark.id, f"{unknown} is no option of {knowledge.budget.industry_question}"
        yield from ((BENCHMARKS, benchmark.id, cure) for cure in _benchmark_cures(benchmark))


def _rules(knowledge: Knowledge, rules: BudgetRules) -> Iterator[Fault]:
    if rules.industry_question not in {question.id for question in knowledge.questions}:
        yield BUDGET, "industry_question", f"{rules.industry_question} is no question"
    for key, figure in (("discount_rate", rules.discount_rate), ("total_growth", rules.total_growth)):
        if figure not in knowledge.parameters:
            yield BUDGET, key, f"{figure} is no figure in parameters/"
    lines = {category.id for category in rules.categories}
    for key, line in (("staff_category", rules.staff_category), ("security_category", rules.security_category)):
        if line not in lines:
            yield BUDGET, key, f"{line} is no line of the budget"
    if rules.horizon_years > rules.longest_horizon_years:
        yield BUDGET, "horizon_years", "it must not be longer than longest_horizon_years"
    if rules.sobol.points & (rules.sobol.points - 1):
        yield BUDGET, "sobol", "points must be a power of two, such as 8192"
    for entries, what in ((rules.measures, "measure"), (rules.categories, "line")):
        ids = [entry.id for entry in entries]
        for twice in sorted({i for i in ids if ids.count(i) > 1}):
            yield BUDGET, twice, f"this {what} stands twice; ids are unique"


def _categories(knowledge: Knowledge, rules: BudgetRules) -> Iterator[Fault]:
    for category in rules.categories:
        for figure in (category.growth, category.saving):
            if figure not in knowledge.parameters:
                yield BUDGET, category.id, f"{figure} is no figure in parameters/"
        if not isclose(category.run + category.grow + category.transform, 1):
            yield BUDGET, category.id, "run, grow and transform must add up to 1"
    names = [(name.casefold(), c.id) for c in rules.categories for name in {c.id, c.label.casefold(), *c.synonyms}]
    for name, line in names:
        others = [other for said, other in names if said == name and other != line]
        if others:
            yield BUDGET, line, f"{name} is also a name of {others[0]}; keep one"
    if not isclose(sum(category.share_of_total for category in rules.categories), 1):
        yield BUDGET, "categories", "share_of_total must add up to 1 over all lines"


def _plan(knowledge: Knowledge, rules: BudgetRules) -> Iterator[Fault]:
    plan, figures = rules.plan, knowledge.parameters
    asked = [*plan.figures.model_dump().values(), *plan.held]
    asked += [figure for path in plan.paths for stage in path.stages for figure in stage.months]
    yield from ((BUDGET, "plan", f"{one} is no figure in parameters/") for one in asked if one not in figures)
    question = next((q for q in knowledge.questions if q.id == plan.owner_hours_question), None)
    if question is None or set(plan.owner_hours) != {option.id for option in question.options}:
        yield BUDGET, "plan.owner_hours", f"give hours for every option of {plan.owner_hours_question} and no other"
    if any(list(rule.hours) != sorted(rule.hours) for rule in plan.owner_hours.values()):
        yield BUDGET, "plan.owner_hours", "low, typical and high must not fall"
    if plan.spend_fact not in {fact.id for fact in knowledge.facts}:
        yield BUDGET, "plan.spend_fact", f"{plan.spend_fact} is no fact"
    unknown = sorted(set(plan.spend_lines) - {category.id for category in rules.categories})
    yield from ((BUDGET, "plan.spend_lines", f"{line} is no line of the budget") for line in unknown)
    if not plan.low < plan.high:
        yield BUDGET, "plan.low", "it must lie below plan.high"
    if plan.total_effect_points & (plan.total_effect_points - 1):
        yield BUDGET, "plan.total_effect_points", "points must be a power of two, such as 512"
    modes, sequences = {m.id for m in knowledge.engagement.modes}, {s.id for s in knowledge.engagement.sequences}
    for path in plan.paths:
        if path.sequence not in sequences:
            yield BUDGET, path.sequence, "there is no such sequence in engagement.yaml"
        for mode in sorted({stage.mode for stage in path.stages} - modes):
            yield BUDGET, path.sequence, f"{mode} is no mode in engagement.yaml"


def _benchmark_cures(b: Benchmark) -> Iterator[str]:
    given = [value for value in (b.low, b.typical, b.high) if value is not None]
    if given != sorted(given) or any(value < 0 for value in given):
        yield "low, typical and high must not fall and not be below 0"
    if not given and not b.no_survey:
        yield "give a figure, or say in no_survey what nobody has surveyed"
    if (b.statistic == JUDGEMENT) != (b.source == JUDGEMENT):
        yield "statistic and source must both say judgement, or neither"
    if b.statistic == JUDGEMENT and not b.no_survey:
        yield "a range of our own says in no_survey that there is no survey"
    if b.statistic == "range" and b.typical is not None:
        yield "a range has no typical value; say whether it is a median or a mean"
    if b.year is None and not b.year_note:
        yield "give the year, or a year_note that says it is undated"
    if any(not _rises(size) for size in (b.revenue_usd, b.people) if size is not None):
        yield "a size needs at_least or below, and at_least under below"


def _rises(size: Size) -> bool:
    if size.at_least is None or size.below is None:
        return size != Size()
    return size.at_least < size.below
