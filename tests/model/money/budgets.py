"""Budgets to test with: a firm of which only the budget is known, with every range closed unless asked otherwise."""

from datetime import date
from functools import cache
from pathlib import Path

import yaml

from fcio.exchange.budget_parts import budget_part
from fcio.knowledge.load import load
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, role_fit
from fcio.model.money.case import budget_case
from fcio.model.risk.risk import risk_result

ROOT = Path(__file__).resolve().parents[3]
TODAY = date(2026, 1, 1)
FILE = yaml.safe_load((ROOT / "tests/cases/budget.yaml").read_text(encoding="utf-8"))


@cache
def model():
    return FitModel.of(load())


def merged(given):
    """The usual budget of the case file with some of it given otherwise."""
    levers = {**FILE["usual"]["levers"], **given.get("levers", {})}
    return {**FILE["usual"], **given, "levers": levers}


def plain(value):
    """Dates as a case file writes them."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def assessed(budget, answers=None):
    """An assessment with this budget, checked as a case file would be."""
    return Assessment({"name": "Mill"}, TODAY, answers=answers or {}, budget=budget_part(load(), plain(budget)))


def case_of(budget, answers=None, risk=False):
    """The budget of a firm that tells nothing else; with ``risk`` its expected losses too."""
    knowledge, t = load(), model()
    facts = assessed(budget, answers)
    found = None
    if risk:
        found = risk_result(knowledge, facts, area_results(knowledge, facts, t.tables), t.tables)
    return budget_case(knowledge, facts, fit_of(tuple(sorted((answers or {}).items()))), found)


@cache
def fit_of(answers):
    return role_fit(model(), Assessment({"name": "Mill"}, TODAY, answers=dict(answers)))
