"""The budget of one client: cash flows, how sure they are, what matters most, what waiting costs, who stands where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.knowledge.whole import Knowledge
from fcio.model.answers import is_open
from fcio.model.assessment import Assessment
from fcio.model.budget_benchmark import Comparison, Firm, comparisons
from fcio.model.facts import FirmFacts
from fcio.model.fit_result import FitResult
from fcio.model.money.case import BudgetCase, budget_case
from fcio.model.money.cash_flow import Against, CashFlow, against_stay, cash_flows, first_year
from fcio.model.money.draws import budget_draws
from fcio.model.money.scenario import STAY
from fcio.model.money.tornado import Bar, tornado, with_total_effects
from fcio.model.money.uncertainty import Uncertainty, uncertainty
from fcio.model.money.waiting import WaitingCost, cost_of_waiting
from fcio.model.parameters import Figures
from fcio.model.risk.result import RiskResult


@dataclass(frozen=True)
class BudgetResult:
    """A client's budget over years; money in US dollars, everything but ``comparisons`` by scenario.

    ``against`` and ``waiting`` leave out what has nothing to compare or to wait for. ``tornado`` is that of
    ``subject``, the scenario of the role that fits best, or staying where that role engages nobody.
    """

    case: BudgetCase
    flows: Mapping[str, CashFlow]
    first_year: Mapping[str, CashFlow]
    against: Mapping[str, Against]
    uncertainty: Uncertainty
    subject: str
    tornado: tuple[Bar, ...]
    waiting: Mapping[str, WaitingCost]
    comparisons: tuple[Comparison, ...]


def budget_result(
    knowledge: Knowledge, assessment: Assessment, fit: FitResult, risk: RiskResult | None = None
) -> BudgetResult:
    """The whole budget of one client; without ``risk`` there is no expected loss in it."""
    case = budget_case(knowledge, assessment, fit, risk)
    flows, draws = cash_flows(case), budget_draws(case)
    subject = fit.leader.role if case.scenario(fit.leader.role).leaders else STAY
    drawn = draws.values(case.levers, case.rules.plan.spread)
    waits = {key: cost_of_waiting(case, key, drawn) for key in flows}
    return BudgetResult(
        case=case,
        flows=flows,
        first_year={key: first_year(case, key) for key in flows},
        against=against_stay(case, flows),
        uncertainty=uncertainty(case, draws, flows, drawn),
        subject=subject,
        tornado=with_total_effects(case, subject, tornado(case, subject)),
        waiting={key: found for key, found in waits.items() if found is not None},
        comparisons=comparisons(knowledge, firm(knowledge, assessment, case)),
    )


def firm(knowledge: Knowledge, assessment: Assessment, case: BudgetCase) -> Firm:
    """What the client tells about the firm, for comparing it with others; estimates of ours are left out."""
    assert knowledge.budget is not None
    facts = FirmFacts(knowledge, assessment, Figures(knowledge, assessment.as_of, assessment.overrides))
    industry = assessment.answers.get(knowledge.budget.industry_question)
    people = facts.fact("headcount")
    return Firm(
        spend=case.spend if case.spend.estimated != frozenset(case.spend.usd_per_year) else None,
        people=people.typical if people.origin != "estimate" else None,
        revenue_usd=assessment.facts.get("revenue"),
        industry=None if is_open(industry) else str(industry),
    )
