"""What must hold between the files about risk: every fault names file, entry and cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from fcio.knowledge.amounts import Factor, Term
from fcio.knowledge.risk import RiskScenario
from fcio.knowledge.shapes import Cited, Condition
from fcio.knowledge.whole import Knowledge

Fault = tuple[str, str, str]


def risk_cited(knowledge: Knowledge) -> Iterator[tuple[str, str, Cited]]:
    """File, entry and citation of everything about risk that names a source."""
    yield from (("factors.yaml", factor.id, factor) for factor in knowledge.factors)
    yield from (("scenarios.yaml", scenario.id, scenario) for scenario in knowledge.scenarios)
    yield from (("area_effects.yaml", f"{e.area} on {e.scenario}", e) for e in knowledge.area_effects)
    yield from (("reach.yaml", f"{r.role} in {r.area}", r) for r in knowledge.reach)
    yield from (("level_rules.yaml", rule.id, rule) for rule in knowledge.level_rules)
    yield from (("shocks.yaml", shock.id, shock) for shock in knowledge.shocks)


def risk_conditions(knowledge: Knowledge) -> Iterator[tuple[str, str, Condition]]:
    """File, entry and condition of every rule on rough levels."""
    yield from (("level_rules.yaml", rule.id, rule.when) for rule in knowledge.level_rules)


def risk_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Every inconsistency of the files about risk but for sources and conditions."""
    for fact in knowledge.facts:
        yield from (("facts.yaml", fact.id, cure) for cure in _term_cures(knowledge, fact.estimate))
        if fact.question is not None and _kind(knowledge, fact.question) != "number":
            yield "facts.yaml", fact.id, f"{fact.question} is no question of kind number"
        if fact.minimum >= fact.maximum:
            yield "facts.yaml", fact.id, "minimum must lie below maximum"
    yield from (
        ("facts.yaml", fact, "its estimate needs itself; break the circle") for fact in _fact_circles(knowledge)
    )
    for factor in knowledge.factors:
        yield from (("factors.yaml", factor.id, cure) for cure in _factor_cures(knowledge, factor))
    for scenario in knowledge.scenarios:
        yield from (("scenarios.yaml", scenario.id, cure) for cure in _scenario_cures(knowledge, scenario))
    yield from (
        ("scenarios.yaml", scenario, "its frequency needs itself; break the circle")
        for scenario in _scenario_circles(knowledge)
    )
    yield from _actor_faults(knowledge)
    yield from _shock_faults(knowledge)
    yield from _settings_faults(knowledge)


def _kind(knowledge: Knowledge, question_id: str) -> str | None:
    return next((q.kind for q in knowledge.with_derived.questions if q.id == question_id), None)


def _unknown(named: Iterable[str], known: Iterable[str], what: str) -> Iterator[str]:
    yield from (f"{one} is no {what}; correct it or add it" for one in sorted(set(named) - set(known)))


def _term_cures(knowledge: Knowledge, terms: Iterable[Term]) -> Iterator[str]:
    for term in terms:
        yield from _unknown(term.figures, knowledge.parameters, "figure in parameters/")
        yield from _unknown(term.facts, (fact.id for fact in knowledge.facts), "fact in facts.yaml")
        yield from _unknown(term.factors, (factor.id for factor in knowledge.factors), "factor in factors.yaml")
        yield from _unknown(term.scenarios, (s.id for s in knowledge.scenarios), "scenario in scenarios.yaml")


def _factor_cures(knowledge: Knowledge, factor: Factor) -> Iterator[str]:
    if (factor.question is None) == (factor.fact is None):
        yield "give either a question with times, or a fact with bands"
    if factor.question is not None:
        question = next((q for q in knowledge.with_derived.questions if q.id == factor.question), None)
        if question is None:
            yield f"{factor.question} is no question"
        else:
            yield from _unknown(factor.times, (option.id for option in question.options), f"option of {question.id}")
    if factor.fact is not None:
        yield from _unknown([factor.fact], (fact.id for fact in knowledge.facts), "fact in facts.yaml")
        starts = [band.at_least for band in factor.bands]
        if not starts or starts[0] != 0 or starts != sorted(set(starts)):
            yield "its bands must rise from 0"


def _scenario_cures(knowledge: Knowledge, scenario: RiskScenario) -> Iterator[str]:
    severity, figures = scenario.severity, knowledge.parameters
    for terms in (scenario.frequency.terms, severity.mean, severity.cap):
        yield from _term_cures(knowledge, terms)
    named = [one for one in (severity.sigma, scenario.frequency.dispersion) if one]
    named += [link.share for link in scenario.linked]
    yield from _unknown(named, figures, "figure in parameters/")
    if (severity.kind == "pert") == (severity.sigma is not None):
        yield "give a sigma to a lognormal or gamma, and none to a pert"
    if scenario.frequency.dispersion and (scenario.shared or scenario.insured):
        yield "with a dispersion of its own it can be neither shared nor insured"
    if scenario.insured and not scenario.shared:
        yield "an insured scenario takes part in the common shock; set shared"
    events = {other.id for other in knowledge.scenarios if not other.recurring and not other.linked}
    yield from _unknown((link.scenario for link in scenario.linked), events, "event scenario without links of its own")


def _circles(needs: dict[str, set[str]]) -> Iterator[str]:
    for start in needs:
        reached: set[str] = set()
        ahead = list(needs[start])
        while ahead:
            step = ahead.pop()
            if step not in reached:
                reached.add(step)
                ahead.extend(needs.get(step, ()))
        if start in reached:
            yield start


def _fact_circles(knowledge: Knowledge) -> Iterator[str]:
    by_factor = {factor.id: factor.fact for factor in knowledge.factors if factor.fact}
    needs: dict[str, set[str]] = {}
    for fact in knowledge.facts:
        used = {one for term in fact.estimate for one in term.facts}
        used |= {by_factor[one] for term in fact.estimate for one in term.factors if one in by_factor}
        needs[fact.id] = used
    yield from _circles(needs)


def _scenario_circles(knowledge: Knowledge) -> Iterator[str]:
    yield from _circles(
        {s.id: {one for term in s.frequency.terms for one in term.scenarios} for s in knowledge.scenarios}
    )


def _actor_faults(knowledge: Knowledge) -> Iterator[Fault]:
    areas, scenarios = {area.id for area in knowledge.areas}, {s.id for s in knowledge.scenarios}
    roles = {role.id for role in knowledge.roles if not role.is_line}
    pairs = Counter((effect.area, effect.scenario) for effect in knowledge.area_effects)
    for (area, scenario), times in pairs.items():
        entry = f"{area} on {scenario}"
        if times > 1:
            yield "area_effects.yaml", entry, "this effect stands twice; keep one"
        yield from (("area_effects.yaml", entry, cure) for cure in _unknown([area], areas, "area"))
        yield from (("area_effects.yaml", entry, cure) for cure in _unknown([scenario], scenarios, "scenario"))
    reaches = Counter((one.role, one.area) for one in knowledge.reach)
    for (role, area), times in reaches.items():
        entry = f"{role} in {area}"
        if times > 1:
            yield "reach.yaml", entry, "this reach stands twice; keep one"
        yield from (("reach.yaml", entry, cure) for cure in _unknown([role], roles, "role that can be engaged"))
        yield from (("reach.yaml", entry, cure) for cure in _unknown([area], areas, "area"))


def _shock_faults(knowledge: Knowledge) -> Iterator[Fault]:
    facts, scenarios = {fact.id for fact in knowledge.facts}, {s.id for s in knowledge.scenarios}
    for shock in knowledge.shocks:
        yield from (("shocks.yaml", shock.id, cure) for cure in _unknown(shock.certain, scenarios, "scenario"))
        for change in shock.changes:
            if (change.fact is None) == (change.question is None):
                yield "shocks.yaml", shock.id, "a change is about either a fact or a question"
            if change.fact is not None:
                yield from (("shocks.yaml", shock.id, cure) for cure in _unknown([change.fact], facts, "fact"))
            if change.question is not None:
                question = next((q for q in knowledge.questions if q.id == change.question), None)
                options = {option.id for option in question.options} if question else set()
                if change.answer not in options:
                    yield "shocks.yaml", shock.id, f"{change.answer} is no option of {change.question}"


def _settings_faults(knowledge: Knowledge) -> Iterator[Fault]:
    if knowledge.risk is None:
        return
    named = {
        key: value for key, value in knowledge.risk.model_dump().items() if isinstance(value, str) and key != "note"
    }
    for key, figure in named.items():
        yield from (("risk.yaml", key, cure) for cure in _unknown([figure], knowledge.parameters, "figure"))
    if knowledge.risk.bad_year not in knowledge.risk.levels:
        yield "risk.yaml", "bad_year", "it must be one of the levels"
