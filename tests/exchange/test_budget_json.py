"""The budget as other programs receive it: the promised shape, finite numbers, and the same sums."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fcio.exchange.budget_json import budget_json, budget_lines
from fcio.exchange.case_file import assessment, read_case
from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.model.money.result import budget_result
from fcio.model.risk.risk import risk_result
from tests.model.money.budgets import TODAY, assessed, fit_of

ROOT = Path(__file__).resolve().parents[2]
MANUAL = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
OWN = [{"name": "Two days a month", "role": "fractional_cio", "fee": 3000, "hours": 16, "months": 24}]


@pytest.fixture(scope="module")
def result(real_knowledge, real_model):
    facts = assessment(read_case(real_knowledge, (ROOT / "data/demo/dental_group.json").read_bytes()), TODAY)
    areas = area_results(real_knowledge, facts, real_model.tables)
    risk = risk_result(real_knowledge, facts, areas, real_model.tables)
    return budget_result(real_knowledge, facts, role_fit(real_model, facts), risk)


def keys(value):
    """Every key of objects whose keys are names of parts and not ids."""
    if isinstance(value, list):
        return set().union(*map(keys, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    by_id = {"usd_per_year", "cheaper_than", "cheaper_than_with_loss", "quantiles", "parts"}
    return set(value).union(*(keys(one) for key, one in value.items() if key not in by_id), set())


def test_every_number_is_finite_and_the_shape_is_the_promised_one(result):
    found = budget_json(result)
    json.dumps(found, allow_nan=False)
    assert {"currency", "discount_rate", "scenarios"} <= set(found)
    for one in found["scenarios"]:
        assert {"id", "role", "cash_flow", "tco", "npv", "payback_years"} <= set(one)
        assert one["npv"]["low"] < one["npv"]["typical"] < one["npv"]["high"]
        assert -sum(one["cash_flow"]) == pytest.approx(one["tco"])
        for year, amount in enumerate(one["cash_flow"]):
            assert -amount == pytest.approx(sum(x["yearly"][year] for x in one["lines"] if x["kind"] != "risk"))
            assert one["paid"][year] == pytest.approx(sum(x["yearly"][year] for x in one["lines"] if x["paid"]))
        levers = {lever["id"] for lever in found["levers"]}
        assert all(set(line["uses"]) <= levers for line in one["lines"])
    assert found["scenarios"][0]["id"] == "stay"


def test_the_page_names_every_key_of_the_budget(result):
    shared = {"low", "typical", "high", "id", "label", "unit", "statistic", "year", "scenario"}
    assert [key for key in sorted(keys(budget_json(result)) - shared) if f"`{key}`" not in MANUAL] == []


@pytest.mark.parametrize("budget", [{}, {"horizon_years": 1, "discount_rate": 0}, {"discount_rate": 0.4}])
def test_a_firm_that_tells_nothing_gets_a_budget_in_finite_numbers(real_knowledge, budget):
    facts = assessed(budget | {"scenarios": OWN})
    found = budget_result(real_knowledge, facts, fit_of(()))
    json.dumps(budget_json(found), allow_nan=False)
    assert all("nan" not in line and "inf" not in line.split() for line in budget_lines(found))


def test_without_revenue_and_without_spending_nothing_is_divided_by_zero(real_knowledge, real_model):
    none = {line.id: 0 for line in real_knowledge.budget.categories}
    facts = replace(assessed({"spend": none, "owner_hours": 0}), facts={"revenue": 0.0})
    risk = risk_result(real_knowledge, facts, area_results(real_knowledge, facts, real_model.tables), real_model.tables)
    found = budget_result(real_knowledge, facts, fit_of(()), risk)
    json.dumps(budget_json(found), allow_nan=False)
    assert float(found.flows["stay"].tco) == 0
    assert found.against["fractional_cio"].break_even_saving is None


def test_a_reader_is_told_the_cost_beside_staying_and_where_it_comes_from(result):
    told = list(budget_lines(result))
    assert "our estimate" in told[1]
    assert any("more than staying" in line for line in told)
    assert any(line.startswith("Waiting a quarter") for line in told)


POUNDS = {"currency": "GBP", "usd_per_unit": 1.27, "dated": "2026-11-20"}


def test_without_a_conversion_nothing_is_said_in_another_currency(result):
    found = budget_json(result)
    assert found["conversion"] is None
    assert all(one["tco_in_currency"] is None and one["npv_in_currency"] is None for one in found["scenarios"])
    assert not any("\u00a3" in line for line in budget_lines(result))


def test_with_a_conversion_every_scenario_is_told_in_both_currencies(result):
    found = budget_json(result, POUNDS)
    assert found["conversion"] == POUNDS and found["currency"] == "USD"
    for one in found["scenarios"]:
        assert one["tco_in_currency"] * 1.27 == pytest.approx(one["tco"])
        for end in ("low", "typical", "high"):
            assert one["npv_in_currency"][end] * 1.27 == pytest.approx(one["npv"][end])


def test_the_headline_amounts_stand_beside_the_dollars_with_rate_and_day(result):
    first, rate, *rest = budget_lines(result, POUNDS)
    assert first.startswith("IT budget: $") and first.count(" (\u00a3") == 2
    assert rate.strip() == "1 USD = 0.7874 GBP, from the rate you typed: 1 GBP = 1.27 USD on 2026-11-20."
    told = [line for line in rest if "than staying; costs less" in line or "Matters most" in line]
    assert told and all(" (\u00a3" in line for line in told)
    assert any(line.startswith("  Waiting in your currency: ") and line.count("\u00a3") == 2 for line in rest)
