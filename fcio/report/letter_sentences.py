"""What the letter to the owner says about money and about risk, from results that are worked out already."""

from __future__ import annotations

from fcio.knowledge.whole import Knowledge
from fcio.model.lowered import lowered
from fcio.model.money.result import BudgetResult
from fcio.model.money.scenario import SEQUENCE, STAY
from fcio.model.risk.result import RiskResult
from fcio.report.budget_words import said_name
from fcio.report.numbers import counted, money
from fcio.report.risk_words import bad_year_sentence


def money_sentences(knowledge: Knowledge, result: BudgetResult, role: str | None) -> tuple[str, ...]:
    """What technology costs today, and what a role adds to staying as one is; None where no role is named yet."""
    spending, years = result.case.spend, result.case.horizon_years
    guess = ", much of it our estimate" if spending.estimated else ""
    today = f"Technology costs you about {money(spending.total)} a year today{guess}."
    flow = None if role is None else result.flows.get(role)
    if flow is None or not (flow.scenario.leaders or flow.scenario.one_off):
        return (today,)
    more = float(flow.tco - result.flows[STAY].tco)
    words = f"costs about {money(abs(more))} {'more' if more >= 0 else 'less'} than staying as you are"
    name = said_name(knowledge, flow.scenario)
    role_costs = f"{name[0].upper()}{name[1:]} {words}, over {counted(years, 'year')}."
    path = result.flows.get(SEQUENCE)
    if path is None or path.scenario.role != role:
        return today, role_costs
    further = float(path.tco - result.flows[STAY].tco)
    whole = f"{money(abs(further))} {'more' if further >= 0 else 'less'}"
    return today, role_costs, f"With who comes after, as advised here, it is about {whole}."


def risk_sentences(result: RiskResult) -> tuple[str, ...]:
    """The bad year as things are."""
    sentence = bad_year_sentence(result.now, result.bad_year)
    return (f"On trouble with technology, as things are: {lowered(sentence)}",)
