"""The budget of one client before anything is added up: spending, contracts, levers, scenarios and risk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from fcio.knowledge.budget import BudgetRules
from fcio.knowledge.whole import Knowledge
from fcio.model.amounts import ESTIMATE, INTAKE, OWN
from fcio.model.assessment import Assessment
from fcio.model.engagement import MONTHS_PER_YEAR, Span
from fcio.model.facts import FirmFacts
from fcio.model.fit_result import FitResult
from fcio.model.money.leader import workload_lever
from fcio.model.money.levers import MOST_RATE, Lever, by_id, known_lever, most_of, of_figure
from fcio.model.money.risk_cost import RiskCost, risk_cost
from fcio.model.money.scenario import BudgetScenario, Engaging, scenarios
from fcio.model.parameters import OWN_FIGURE, Figures
from fcio.model.risk.result import RiskResult
from fcio.model.spend import Spend, spend

OWNER_HOURS = "owner_hours_now"
DAYS_PER_MONTH = 365.25 / MONTHS_PER_YEAR


@dataclass(frozen=True)
class Contract:
    """A contract inside a line of spending; ``amount`` and ``uplift`` are levers, ``renews`` months from today."""

    id: str
    name: str
    category: str
    amount: str
    uplift: str
    renews: float


@dataclass(frozen=True)
class BudgetCase:
    """Everything the scenarios of one client share. ``spend`` is today's, US dollars a year by line.

    ``levers`` are by id, in a fixed order; a line of spending is the lever ``spend_<line>``, of which contracts are a
    part. ``defaults`` are the same before the client changed any for the budget.
    """

    rules: BudgetRules
    horizon_years: int
    spend: Spend
    contracts: tuple[Contract, ...]
    levers: Mapping[str, Lever]
    defaults: Mapping[str, Lever]
    scenarios: tuple[BudgetScenario, ...]
    risk: RiskCost | None

    def scenario(self, scenario_id: str) -> BudgetScenario:
        """The scenario with this id; StopIteration if there is none."""
        return next(one for one in self.scenarios if one.id == scenario_id)

    def most(self, lever_id: str) -> float:
        """The most that a lever can be."""
        return MOST_RATE if lever_id == self.rules.discount_rate else most_of(self.levers[lever_id].unit)

    def changed(self, levers: Mapping[str, Lever]) -> BudgetCase:
        """The same with other levers in place of those with their ids."""
        return replace(self, levers={**self.levers, **levers})


def spend_lever(line: str) -> str:
    """The lever of a line of spending.

    >>> spend_lever("software")
    'spend_software'
    """
    return f"spend_{line}"


def budget_case(
    knowledge: Knowledge, assessment: Assessment, fit: FitResult, risk: RiskResult | None = None
) -> BudgetCase:
    """The budget of one client; without ``risk`` no scenario has a line of expected loss."""
    assert knowledge.budget is not None
    rules, given = knowledge.budget, assessment.budget
    own = dict(given.get("levers", {}))
    if "discount_rate" in given:
        own[rules.discount_rate] = given["discount_rate"]
    figures = Figures(knowledge, assessment.as_of, {**assessment.overrides, **own})
    before = Figures(knowledge, assessment.as_of, assessment.overrides)
    spending = current_spend(knowledge, assessment)
    ahead = scenarios(Engaging.of(knowledge, assessment, fit, figures), assessment)
    loss = None if risk is None else risk_cost(knowledge, assessment, risk)
    contracts, renewals = _contracts(rules, given.get("contracts", ()), assessment.as_of)
    others = [
        *_spend_levers(rules, spending),
        *renewals,
        owner_hours(knowledge, assessment, figures),
        *([] if loss is None else [loss.lever]),
        *(lever for one in ahead for lever in one.levers),
    ]
    workload = workload_lever(knowledge, assessment)
    others += [] if workload is None else [workload]
    ids = tuple(_figure_ids(rules, ahead, others))
    return BudgetCase(
        rules=rules,
        horizon_years=given.get("horizon_years", rules.horizon_years),
        spend=spending,
        contracts=contracts,
        levers=by_id([*_figure_levers(rules, figures, ids), *others]),
        defaults=by_id([*_figure_levers(rules, before, ids), *others]),
        scenarios=ahead,
        risk=loss,
    )


def current_spend(knowledge: Knowledge, assessment: Assessment) -> Spend:
    """Today's spending by line: what was given, else what contracts come to, else an estimate from software and cloud.

    Raises :class:`Refused` where the lines given come to more than the total.
    """
    assert knowledge.budget is not None
    rules, given = knowledge.budget, assessment.budget
    lines = dict(given.get("spend", {}))
    total = given.get("spend_total")
    for contract in given.get("contracts", ()):
        if contract["category"] not in given.get("spend", {}):
            lines[contract["category"]] = lines.get(contract["category"], 0.0) + contract["yearly"]
    found = spend(rules, lines, total)
    if found is not None:
        return found
    fact = FirmFacts(knowledge, assessment, Figures(knowledge, assessment.as_of, assessment.overrides))
    amount = fact.fact(rules.plan.spend_fact)
    shares = {line: rules.category(line).share_of_total for line in rules.plan.spend_lines}
    guess = {line: amount.typical * share / sum(shares.values()) for line, share in shares.items()}
    estimated = spend(rules, {**guess, **lines})
    if estimated is None:
        return Spend({category.id: 0.0 for category in rules.categories}, frozenset())
    named = frozenset(lines) | (frozenset(guess) if amount.origin == OWN else frozenset())
    return replace(estimated, estimated=frozenset(estimated.usd_per_year) - named)


def owner_hours(knowledge: Knowledge, assessment: Assessment, figures: Figures) -> Lever:
    """Hours a month that a leader of the firm spends on technology now: given, told by the intake, or usual."""
    assert knowledge.budget is not None
    plan = knowledge.budget.plan
    usual = figures[plan.figures.owner_hours]
    given = assessment.budget.get("owner_hours")
    if given is not None:
        return known_lever(OWNER_HOURS, usual.label, usual.unit, float(given), OWN)
    if usual.source == OWN_FIGURE:
        return replace(of_figure(usual), id=OWNER_HOURS)
    rule = plan.owner_hours.get(str(assessment.answers.get(plan.owner_hours_question)))
    if rule is not None:
        return known_lever(OWNER_HOURS, usual.label, usual.unit, Span(*rule.hours), INTAKE, rule.note)
    return replace(of_figure(usual), id=OWNER_HOURS)


def _spend_levers(rules: BudgetRules, spending: Spend) -> Iterator[Lever]:
    for category in rules.categories:
        source = ESTIMATE if category.id in spending.estimated else OWN
        amount = spending.usd_per_year[category.id]
        yield known_lever(spend_lever(category.id), category.label, "usd_per_year", amount, source)


def _contracts(
    rules: BudgetRules, given: tuple[Mapping[str, Any], ...], today: date
) -> tuple[tuple[Contract, ...], list[Lever]]:
    found, levers = [], []
    for number, one in enumerate(given, 1):
        id_ = f"contract_{number}"
        levers.append(known_lever(f"{id_}_yearly", one["name"], "usd_per_year", float(one["yearly"]), OWN))
        uplift = rules.category(one["category"]).growth
        if "uplift" in one:
            uplift = f"{id_}_uplift"
            label = f"{one['name']}: price increase at renewal"
            levers.append(known_lever(uplift, label, "share_per_year", float(one["uplift"]), OWN))
        months = _months_to(one.get("renews_on"), today)
        found.append(Contract(id_, one["name"], one["category"], f"{id_}_yearly", uplift, months))
    return tuple(found), levers


def _months_to(day: str | None, today: date) -> float:
    """Months until a renewal, the next yearly one where the day is past; at once where no day is given."""
    if day is None:
        return 0.0
    months = (date.fromisoformat(day) - today).days / DAYS_PER_MONTH
    return months if months >= 0 else months % MONTHS_PER_YEAR


def _figure_ids(rules: BudgetRules, ahead: tuple[BudgetScenario, ...], others: list[Lever]) -> Iterator[str]:
    """Ids of all figures that any scenario uses, each once, in a fixed order."""
    own = {lever.id for lever in others}
    names: list[str | None] = [rules.discount_rate]
    names += [category.growth for category in rules.categories]
    for leader in (leader for one in ahead for leader in one.leaders):
        pay = (leader.price, leader.hours, leader.load, leader.search_fee, leader.notice)
        names += [*pay, *leader.months, leader.start, leader.ramp]
    usual = rules.plan.figures.model_dump()
    names += [name for use, name in usual.items() if use != "owner_hours"]
    names += [category.saving for category in rules.categories]
    yield from (name for name in dict.fromkeys(names) if name is not None and name not in own)


def _figure_levers(rules: BudgetRules, figures: Figures, ids: tuple[str, ...]) -> Iterator[Lever]:
    yield from (of_figure(figures[one], one in rules.plan.held) for one in ids)
