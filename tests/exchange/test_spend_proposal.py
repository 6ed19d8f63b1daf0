"""What a case would hold after a spreadsheet was taken over: nothing of the file and nothing of the case is lost."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.exchange.budget_parts import budget_part
from fcio.exchange.spend_file import SpendFile
from fcio.exchange.spend_proposal import proposal
from fcio.knowledge.load import load

KNOWLEDGE = load()
assert KNOWLEDGE.budget is not None
LINES = [category.id for category in KNOWLEDGE.budget.categories]
POUNDS = {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"}
HOSTING = {"name": "Hosting", "category": "cloud", "yearly": 1000.0}
amounts = st.dictionaries(st.sampled_from(LINES), st.integers(0, 10**9).map(float))


def the_file(spend=None, contracts=(), currency="USD"):
    return SpendFile(currency, spend or {}, tuple(contracts), (), ())


def proposed(now, read, conversion=None):
    return proposal(KNOWLEDGE, now, read, conversion)


def states(found):
    return {change.label: change.state for change in found.changes}


def test_lines_are_new_changed_or_unchanged():
    found = proposed({"spend": {"cloud": 5.0, "people": 7.0}}, the_file({"cloud": 5.0, "people": 8.0, "security": 0.0}))
    assert states(found) == {"Own IT staff": "changed", "Cloud services": "unchanged", "Security": "new"}
    assert found.budget == {"spend": {"cloud": 5.0, "people": 8.0, "security": 0.0}}


def test_a_contract_of_the_same_name_and_category_is_changed_and_keeps_what_the_file_does_not_say():
    now = {
        "contracts": [HOSTING | {"renews_on": "2027-01-31"}, {"name": "Lines", "category": "connection", "yearly": 9.0}]
    }
    found = proposed(
        now, the_file(contracts=[{"name": " hosting", "category": "cloud", "yearly": 1000.0, "uplift": 0.1}])
    )
    assert [change.state for change in found.changes] == ["changed"]
    kept, other = found.budget["contracts"]
    assert kept == {"name": " hosting", "category": "cloud", "yearly": 1000.0, "renews_on": "2027-01-31", "uplift": 0.1}
    assert other == now["contracts"][1]


def test_two_contracts_of_one_name_stay_two():
    found = proposed({"contracts": [HOSTING]}, the_file(contracts=[HOSTING, HOSTING | {"yearly": 2000.0}]))
    assert [change.state for change in found.changes] == ["unchanged", "new"]
    assert [one["yearly"] for one in found.budget["contracts"]] == [1000.0, 2000.0]


def test_another_currency_becomes_dollars_and_its_rate_is_kept():
    found = proposed({"owner_hours": 4.0}, the_file({"cloud": 1000.0}, [HOSTING], "GBP"), POUNDS)
    assert found.budget["spend"] == {"cloud": 1250.0}
    assert found.budget["contracts"][0]["yearly"] == 1250.0
    assert found.budget["conversion"] == POUNDS and found.budget["owner_hours"] == 4.0


def test_a_file_in_dollars_ends_the_conversion():
    assert "conversion" not in proposed({"conversion": POUNDS}, the_file({"cloud": 1.0})).budget


@pytest.mark.parametrize(
    ("now", "read", "sentence"),
    [
        (
            {},
            the_file({"cloud": 900.0}, [HOSTING]),
            "Cloud services: its contracts alone come to 1,000; correct them or the line.",
        ),
        (
            {"spend_total": 500.0},
            the_file({"cloud": 900.0}),
            "The total you gave: the lines come to 900; correct them or the total.",
        ),
        ({}, the_file(contracts=[HOSTING] * 201), "Keep to 200 contracts, the largest; got 201."),
    ],
)
def test_what_does_not_fit_together_is_refused_in_one_sentence(now, read, sentence):
    assert proposed(now, read).refused == sentence


def test_parts_of_a_cent_that_a_rate_leaves_refuse_nothing():
    rate = POUNDS | {"usd_per_unit": 1.1}
    contracts = [HOSTING | {"name": str(n), "yearly": amount} for n, amount in enumerate((33.33, 33.33, 33.34))]
    assert proposed({}, the_file({"cloud": 100.0}, contracts, "GBP"), rate).refused is None


@given(amounts, amounts)
def test_what_is_proposed_is_a_budget_that_a_case_file_may_hold_and_a_second_time_nothing_changes(now, read):
    found = proposed({"spend": now} if now else {}, the_file(read))
    assert found.refused is None
    assert budget_part(KNOWLEDGE, json.loads(json.dumps(found.budget))) == found.budget
    assert found.budget.get("spend", {}) == now | read
    again = proposed(found.budget, the_file(read))
    assert again.budget == found.budget
    assert all(change.state == "unchanged" for change in again.changes)
