"""The part of a case file about the budget: years, spending, contracts, changed figures and own scenarios."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fcio.exchange.conversion_part import conversion_part
from fcio.exchange.fields import checked_choice, checked_day, checked_list, checked_object
from fcio.exchange.people_parts import LONGEST_NAME
from fcio.exchange.risk_parts import MOST_MONEY, checked_span
from fcio.knowledge.budget import BudgetRules
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused, checked_text, shown_key, shown_value
from fcio.model.money.leader import budget_figures
from fcio.model.money.levers import MOST_HOURS, MOST_MONTHS, MOST_RATE, most_of
from fcio.model.parameters import SPREAD, nearest
from fcio.model.spend import spend

BUDGET_KEYS = (
    "horizon_years",
    "discount_rate",
    "spend",
    "spend_total",
    "contracts",
    "levers",
    "scenarios",
    "owner_hours",
    "conversion",
)
MOST_CONTRACTS, MOST_OWN = 200, 4
CENT = 0.01
"""Amounts that were converted may differ by less than that."""
OWN_LIMITS = {
    "fee": (0.0, MOST_MONEY),
    "rate": (0.0, MOST_MONEY),
    "hours": (0.0, MOST_HOURS),
    "months": (0.0, MOST_MONTHS),
    "start": (0.0, MOST_MONTHS),
    "one_off": (0.0, MOST_MONEY),
}


def _years(rules: BudgetRules, value: Any) -> int:
    if type(value) is not int or not 1 <= value <= rules.longest_horizon_years:
        cure = f"give whole years from 1 to {rules.longest_horizon_years}, got {shown_value(value)}"
        raise Refused("budget.horizon_years", cure)
    return value


def _rate(value: Any) -> float:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or not 0 <= value <= MOST_RATE:
        cure = f"give a rate from 0 to {MOST_RATE} (0.08 for 8 %), got {shown_value(value)}"
        raise Refused("budget.discount_rate", cure)
    return float(value)


def _spend(rules: BudgetRules, value: Any) -> dict[str, float]:
    lines = tuple(category.id for category in rules.categories)
    given = checked_object(value, "budget.spend", lines)
    return {line: checked_span(amount, f"budget.spend.{line}", 0, MOST_MONEY) for line, amount in given.items()}


def _name(value: Any, field: str) -> str:
    name = checked_text(value, field, LONGEST_NAME)
    if not name.strip():
        raise Refused(field, "give it a name")
    return name


def _contract(rules: BudgetRules, value: Any, field: str) -> dict[str, Any]:
    given = checked_object(value, field, ("name", "category", "yearly", "renews_on", "uplift"))
    for key in ("name", "category", "yearly"):
        if key not in given:
            raise Refused(f"{field}.{key}", "give name, category and the price of a year")
    lines = tuple(category.id for category in rules.categories)
    readers: dict[str, Callable[[Any, str], Any]] = {
        "name": _name,
        "category": lambda line, at: checked_choice(line, at, lines),
        "yearly": lambda amount, at: checked_span(amount, at, 0, MOST_MONEY),
        "renews_on": checked_day,
        "uplift": lambda share, at: checked_span(share, at, 0, 1),
    }
    return {key: readers[key](part, f"{field}.{key}") for key, part in given.items()}


def _contracts(rules: BudgetRules, value: Any) -> tuple[dict[str, Any], ...]:
    given = checked_list(value, "budget.contracts")
    if len(given) > MOST_CONTRACTS:
        raise Refused("budget.contracts", f"keep to {MOST_CONTRACTS} contracts, the largest; got {len(given)}")
    return tuple(_contract(rules, one, f"budget.contracts.{number}") for number, one in enumerate(given, 1))


def _refuse_too_many(given: Mapping[str, Any]) -> None:
    """Refuse contracts that come to more than the line of spending they belong to."""
    for line, amount in given.get("spend", {}).items():
        inside = contracts_of(given, line)
        if inside - amount > CENT:
            cure = f"its contracts alone come to {inside:,.0f}; correct them or the line"
            raise Refused(f"budget.spend.{line}", cure)


def spend_lines(budget: Mapping[str, Any]) -> dict[str, float]:
    """US dollars a year by line: what was given, and where a line was not, what its contracts come to.

    >>> spend_lines({"spend": {"cloud": 900.0}, "contracts": [{"category": "security", "yearly": 300.0}]})
    {'cloud': 900.0, 'security': 300.0}
    """
    lines = dict(budget.get("spend", {}))
    for one in budget.get("contracts", ()):
        if one["category"] not in budget.get("spend", {}):
            lines[one["category"]] = lines.get(one["category"], 0.0) + one["yearly"]
    return lines


def contracts_of(budget: Mapping[str, Any], line: str) -> float:
    """US dollars a year that the contracts of a line come to."""
    return float(sum(one["yearly"] for one in budget.get("contracts", ()) if one["category"] == line))


def _refuse_total(rules: BudgetRules, given: Mapping[str, Any]) -> None:
    """Refuse lines and contracts that come to more than the total."""
    if "spend_total" not in given:
        return
    try:
        spend(rules, spend_lines(given), given["spend_total"])
    except Refused as refused:
        raise Refused(f"budget.{refused.field}", refused.cure) from refused


def _lever(knowledge: Knowledge, figure: str, value: Any) -> Any:
    assert knowledge.budget is not None
    field = f"budget.levers.{shown_key(figure)}"
    if figure not in knowledge.parameters:
        raise Refused(field, f"there is no such figure; the nearest are {', '.join(nearest(figure, knowledge))}")
    if figure not in budget_figures(knowledge):
        raise Refused(field, "this figure plays no part in the budget; give it under overrides")
    if figure == knowledge.budget.discount_rate:
        raise Refused(field, "give it as budget.discount_rate")
    most = most_of(knowledge.parameters[figure].unit)
    if not isinstance(value, Mapping):
        return checked_span(value, field, 0, most)
    parts = checked_object(value, field, SPREAD)
    if set(parts) != set(SPREAD):
        raise Refused(field, "give a number, or low, typical and high")
    numbers = {end: checked_span(parts[end], f"{field}.{end}", 0, most) for end in SPREAD}
    if not numbers["low"] <= numbers["typical"] <= numbers["high"]:
        raise Refused(field, "low, typical and high must not fall")
    return numbers


def _own(knowledge: Knowledge, value: Any, field: str) -> dict[str, Any]:
    given = checked_object(value, field, ("name", "role", *OWN_LIMITS))
    if "name" not in given:
        raise Refused(f"{field}.name", "give it a name")
    if {"fee", "rate"} <= set(given):
        raise Refused(f"{field}.rate", "give a fee a month, or the price of an hour, not both")
    found: dict[str, Any] = {"name": _name(given["name"], f"{field}.name")}
    if "role" in given:
        roles = tuple(role.id for role in knowledge.roles)
        found["role"] = checked_choice(given["role"], f"{field}.role", roles)
    for key, (least, most) in OWN_LIMITS.items():
        if key in given:
            found[key] = checked_span(given[key], f"{field}.{key}", least, most)
    return found


def _scenarios(knowledge: Knowledge, value: Any) -> tuple[dict[str, Any], ...]:
    given = checked_list(value, "budget.scenarios")
    if len(given) > MOST_OWN:
        raise Refused("budget.scenarios", f"keep to {MOST_OWN} scenarios of your own, got {len(given)}")
    return tuple(_own(knowledge, one, f"budget.scenarios.{number}") for number, one in enumerate(given, 1))


def budget_part(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    """The part ``budget`` in canonical form; a part that is empty is left out."""
    given = checked_object(value, "budget", BUDGET_KEYS)
    rules = knowledge.budget
    if rules is None:
        if given:
            raise Refused("budget", "this program has no knowledge of budgets; leave it out")
        return {}
    levers = checked_object(given.get("levers", {}), "budget.levers")
    readers: dict[str, Callable[[Any], Any]] = {
        "horizon_years": lambda part: _years(rules, part),
        "discount_rate": _rate,
        "spend": lambda part: _spend(rules, part),
        "spend_total": lambda part: checked_span(part, "budget.spend_total", 0, MOST_MONEY),
        "contracts": lambda part: _contracts(rules, part),
        "levers": lambda _: {figure: _lever(knowledge, figure, number) for figure, number in levers.items()},
        "scenarios": lambda part: _scenarios(knowledge, part),
        "owner_hours": lambda part: checked_span(part, "budget.owner_hours", 0, MOST_HOURS),
        "conversion": lambda part: conversion_part(part, "budget.conversion"),
    }
    found = {key: readers[key](given[key]) for key in BUDGET_KEYS if key in given}
    _refuse_too_many(found)
    _refuse_total(rules, found)
    return {key: part for key, part in found.items() if part or not isinstance(part, (dict, tuple))}
