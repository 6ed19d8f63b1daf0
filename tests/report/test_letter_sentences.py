"""What the letter says about money and risk, from the results themselves."""

import pytest

from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.model.money.result import budget_result
from fcio.model.risk.risk import risk_result
from fcio.report.letter_sentences import money_sentences, risk_sentences
from tests.strategies import a_client


@pytest.fixture(scope="module")
def results(real_knowledge, real_model):
    client = a_client({"headcount": 20}, budget={"spend": {"provider": 24_000.0}})
    areas = area_results(real_knowledge, client, real_model.tables)
    risk = risk_result(real_knowledge, client, areas, real_model.tables)
    return budget_result(real_knowledge, client, role_fit(real_model, client), risk), risk


def test_money_names_today_and_what_a_role_adds(real_knowledge, results):
    today, role = money_sentences(real_knowledge, results[0], "full_time_cio")
    assert today.startswith("Technology costs you about $")
    assert "our estimate" in today
    assert role.startswith("A full-time CIO costs about $")
    assert role.endswith("more than staying as you are, over three years.")


@pytest.mark.parametrize("role", [None, "not_yet"])
def test_without_a_role_only_today_is_told(real_knowledge, results, role):
    assert len(money_sentences(real_knowledge, results[0], role)) == 1


def test_risk_names_the_bad_year(results):
    (sentence,) = risk_sentences(results[1])
    assert "one year in twenty costs more than $" in sentence
