"""Conflicts of interest as sentences and as a table."""

import pytest

from fcio.model.fit import role_fit
from fcio.report.independence_words import COLUMNS, conflict_sentence, conflict_table, leading_conflicts
from tests.strategies import a_client

PROVIDER = {
    "gap_nature": "support_with_advice",
    "operations": "provider_works",
    "adviser_earns": "undisclosed",
    "advice_source": "one_provider",
    "headcount": 20,
}


@pytest.fixture(scope="module")
def vcio_leads(real_model):
    result = role_fit(real_model, a_client(PROVIDER))
    assert result.leader.role == "vcio"
    return result


def test_the_leading_role_comes_first_in_the_table_with_a_way_out(real_knowledge, vcio_leads):
    table = conflict_table(real_knowledge, vcio_leads)
    assert tuple(table.columns) == COLUMNS
    assert table["Role"].iloc[0] == real_knowledge.role("vcio").short
    assert set(table["Holds now"]) == {"yes", "open"}
    assert table["Safeguards"].str.len().min() > 0


def test_a_conflicted_choice_that_leads_says_so_and_brings_what_is_its_own_first(real_knowledge, vcio_leads):
    found = leading_conflicts(vcio_leads)
    assert conflict_sentence(real_knowledge, vcio_leads).startswith("A vCIO from your MSP comes with four conflicts")
    assert all(verdict.on and verdict.conflict.safeguards for verdict in found)
    assert [bool(verdict.conflict.when) for verdict in found] == [True, True, False, False]


def test_nothing_is_said_where_the_leader_has_no_conflict(real_knowledge, real_model):
    result = role_fit(real_model, a_client({"gap_nature": "hardly_anything", "leadership_work": "hours_a_quarter"}))
    assert result.leader.role == "not_yet"
    assert conflict_sentence(real_knowledge, result) == ""
