"""The part of a case file about the budget: kept as it is, and refused by field with a cure."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.exchange.case_file import assessment, checked_document, read_case, write_case
from fcio.knowledge.load import load
from fcio.model.answers import Refused

KNOWLEDGE = load()
BARE = {"fcio": 1, "client": {"name": "Example Ltd"}}
LINES = [category.id for category in (KNOWLEDGE.budget.categories if KNOWLEDGE.budget else ())]
ROLES = [role.id for role in KNOWLEDGE.roles]
POUNDS = {"currency": "GBP", "usd_per_unit": 1.27, "dated": "2026-11-20"}
CONTRACT = {"name": "Main system", "category": "software", "yearly": 6000}
amounts = st.integers(0, 10**9)
contracts = st.fixed_dictionaries(
    {"name": st.text(min_size=1, max_size=30).filter(str.strip), "category": st.just("cloud"), "yearly": amounts},
    optional={"renews_on": st.dates().map(date.isoformat), "uplift": st.floats(0, 1)},
)
own = st.fixed_dictionaries(
    {"name": st.text(min_size=1, max_size=30).filter(str.strip)},
    optional={"role": st.sampled_from(ROLES), "fee": amounts, "hours": st.floats(0, 744), "months": st.floats(0, 120)},
)
parts = st.fixed_dictionaries(
    {},
    optional={
        "horizon_years": st.integers(1, 5),
        "discount_rate": st.floats(0, 0.4),
        "spend": st.dictionaries(st.sampled_from([line for line in LINES if line != "cloud"]), amounts, min_size=1),
        "contracts": st.lists(contracts, min_size=1, max_size=3),
        "levers": st.dictionaries(st.sampled_from(["pay_growth", "saving_cloud"]), st.floats(0, 1), min_size=1),
        "scenarios": st.lists(own, min_size=1, max_size=4),
        "owner_hours": st.floats(0, 744),
        "conversion": st.fixed_dictionaries(
            {
                "currency": st.sampled_from(["GBP", "EUR", "CAD", "AUD"]),
                "usd_per_unit": st.floats(0.01, 100),
                "dated": st.dates().map(date.isoformat),
            }
        ),
    },
)


@given(parts)
def test_a_budget_comes_back_as_it_was(budget):
    document = BARE | {"budget": budget}
    text = write_case(checked_document(KNOWLEDGE, document))
    assert json.loads(text) == document
    again = read_case(KNOWLEDGE, text)
    assert write_case(again) == text
    assert assessment(again, date(2026, 1, 1)).budget == checked_document(KNOWLEDGE, document)["budget"]


def test_what_is_empty_is_left_out_and_zero_is_kept():
    given_budget = {"spend": {}, "contracts": [], "levers": {}, "scenarios": [], "owner_hours": 0, "discount_rate": 0}
    found = checked_document(KNOWLEDGE, BARE | {"budget": given_budget})["budget"]
    assert found == {"owner_hours": 0, "discount_rate": 0}


REFUSED = [
    (7, "budget"),
    ({"horizon": 3}, "budget.horizon"),
    ({"horizon_years": 0}, "budget.horizon_years"),
    ({"horizon_years": 6}, "budget.horizon_years"),
    ({"horizon_years": 2.5}, "budget.horizon_years"),
    ({"horizon_years": True}, "budget.horizon_years"),
    ({"discount_rate": 0.41}, "budget.discount_rate"),
    ({"discount_rate": 8}, "budget.discount_rate"),
    ({"discount_rate": float("nan")}, "budget.discount_rate"),
    ({"discount_rate": "8 %"}, "budget.discount_rate"),
    ({"spend": {"rent": 1}}, "budget.spend.rent"),
    ({"conversion": "GBP"}, "budget.conversion"),
    ({"conversion": {}}, "budget.conversion.currency"),
    ({"conversion": {"currency": "GBP", "usd_per_unit": 1.27}}, "budget.conversion.dated"),
    ({"conversion": POUNDS | {"currency": "USD"}}, "budget.conversion.currency"),
    ({"conversion": POUNDS | {"currency": "CHF"}}, "budget.conversion.currency"),
    ({"conversion": POUNDS | {"usd_per_unit": 0}}, "budget.conversion.usd_per_unit"),
    ({"conversion": POUNDS | {"usd_per_unit": 101}}, "budget.conversion.usd_per_unit"),
    ({"conversion": POUNDS | {"usd_per_unit": float("nan")}}, "budget.conversion.usd_per_unit"),
    ({"conversion": POUNDS | {"usd_per_unit": "1.27"}}, "budget.conversion.usd_per_unit"),
    ({"conversion": POUNDS | {"dated": "20.11.2026"}}, "budget.conversion.dated"),
    ({"conversion": POUNDS | {"bank": "ours"}}, "budget.conversion.bank"),
    ({"spend": {"cloud": -1}}, "budget.spend.cloud"),
    ({"spend": {"cloud": 10**13}}, "budget.spend.cloud"),
    ({"spend": {"cloud": "1,000"}}, "budget.spend.cloud"),
    ({"spend": {"cloud": 500}, "spend_total": 400}, "budget.spend_total"),
    ({"spend_total": 400, "contracts": [CONTRACT]}, "budget.spend_total"),
    ({"contracts": CONTRACT}, "budget.contracts"),
    ({"contracts": [{"name": "x", "category": "cloud"}]}, "budget.contracts.1.yearly"),
    ({"contracts": [CONTRACT | {"name": " "}]}, "budget.contracts.1.name"),
    ({"contracts": [CONTRACT, CONTRACT | {"category": "rent"}]}, "budget.contracts.2.category"),
    ({"contracts": [CONTRACT | {"renews_on": "May"}]}, "budget.contracts.1.renews_on"),
    ({"contracts": [CONTRACT | {"uplift": 7}]}, "budget.contracts.1.uplift"),
    ({"contracts": [CONTRACT] * 201}, "budget.contracts"),
    ({"contracts": [CONTRACT], "spend": {"software": 5000}}, "budget.spend.software"),
    ({"levers": {"pay_groth": 1}}, "budget.levers.pay_groth"),
    ({"levers": {"ransomware_rate": 1}}, "budget.levers.ransomware_rate"),
    ({"levers": {"pay_growth": 3}}, "budget.levers.pay_growth"),
    ({"levers": {"pay_growth": None}}, "budget.levers.pay_growth"),
    ({"levers": {"pay_growth": {"low": 0.02}}}, "budget.levers.pay_growth"),
    ({"levers": {"pay_growth": {"low": 0.2, "typical": 0.1, "high": 0.3}}}, "budget.levers.pay_growth"),
    ({"levers": {"discount_rate": 0.1}}, "budget.levers.discount_rate"),
    ({"scenarios": [{"name": "a"}] * 5}, "budget.scenarios"),
    ({"scenarios": [{"role": "cto"}]}, "budget.scenarios.1.name"),
    ({"scenarios": [{"name": "a", "role": "ciso"}]}, "budget.scenarios.1.role"),
    ({"scenarios": [{"name": "a", "fee": 1, "rate": 1}]}, "budget.scenarios.1.rate"),
    ({"scenarios": [{"name": "a", "hours": 745}]}, "budget.scenarios.1.hours"),
    ({"scenarios": [{"name": "a", "months": float("inf")}]}, "budget.scenarios.1.months"),
    ({"owner_hours": -1}, "budget.owner_hours"),
]


@pytest.mark.parametrize(("budget", "field"), REFUSED, ids=lambda value: str(value)[:60])
def test_a_fault_is_refused_by_its_field_in_one_sentence(budget, field):
    with pytest.raises(Refused) as refused:
        checked_document(KNOWLEDGE, BARE | {"budget": budget})
    assert refused.value.field == field
    assert str(refused.value).endswith(".") and "\n" not in str(refused.value)
