"""Where a firm stands: only beside firms of its kind and size, by one statistic at a time, or told honestly why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.load import load
from fcio.model.budget_benchmark import Firm, comparisons
from fcio.model.spend import spend

KNOWLEDGE = load()
RULES = KNOWLEDGE.budget
assert RULES is not None
INDUSTRIES = [option.id for option in KNOWLEDGE.question(RULES.industry_question).options]
LINES = {
    "people": 0,
    "provider": 36_000,
    "software": 20_000,
    "cloud": 4_000,
    "hardware": 12_000,
    "connection": 5_000,
    "security": 3_000,
    "projects": 0,
}
PAYERS = {"spend": spend(RULES, LINES), "people": 20, "revenue_usd": 2_000_000}


def by_measure(**firm):
    """All comparisons of a firm, by measure."""
    found = {}
    for comparison in comparisons(KNOWLEDGE, Firm(**firm)):
        found.setdefault(comparison.measure, []).append(comparison)
    return found


def test_a_firm_of_twenty_is_placed_in_our_bracket_and_told_that_no_survey_exists():
    """80,000 of 2 million revenue is 4 %."""
    (overall,) = by_measure(**PAYERS)["it_share_of_revenue"]
    assert overall.value == pytest.approx(0.04)
    assert (overall.place, overall.verdict) == ("within", "our_bracket")
    assert "No good survey" in overall.benchmark.no_survey and overall.benchmark.grade == "C"


def test_its_own_industry_comes_first_and_keeps_its_own_band():
    own, overall = by_measure(**PAYERS, industry="health")["it_share_of_revenue"]
    assert own.benchmark.industries == ("health",) and overall.benchmark.industries == ()
    assert (own.place, own.verdict) == ("below", "placed")
    assert overall.place == "within"
    assert own.benchmark.weak and own.benchmark.year == 2026


def test_one_number_places_nobody():
    own, _ = by_measure(**PAYERS, industry="construction_trades")["it_share_of_revenue"]
    assert (own.place, own.verdict, own.benchmark.typical) == (None, "one_number", 0.016)


def test_where_a_measure_does_not_fit_an_industry_only_that_is_said():
    (only,) = by_measure(**PAYERS, industry="public_body")["it_share_of_revenue"]
    assert only.verdict == "no_survey" and "no revenue" in only.benchmark.no_survey


def test_with_and_without_staff_are_worked_out_apart():
    staffed = spend(RULES, LINES | {"people": 60_000})
    found = by_measure(**PAYERS | {"spend": staffed})
    assert found["it_per_person_with_staff"][0].value == pytest.approx(7_000)
    assert found["it_per_person_without_staff"][0].value == pytest.approx(4_000)
    assert found["it_per_person_with_staff"][0].verdict == "no_survey"
    assert found["it_per_person_without_staff"][0].place == "above"


def test_the_limit_itself_is_within():
    (security,) = by_measure(**PAYERS | {"spend": spend(RULES, LINES | {"security": 4_000, "software": 19_000})})[
        "security_share_of_it"
    ]
    assert security.value == pytest.approx(0.05) and security.place == "within"


def test_a_share_that_was_only_estimated_is_asked_for_and_not_compared():
    found = by_measure(**PAYERS | {"spend": spend(RULES, {}, 80_000)})
    needs = {measure: found[measure][0].needs for measure in found if found[measure][0].verdict == "need"}
    assert needs == {
        "it_per_person_without_staff": "spend.people",
        "security_share_of_it": "spend.security",
        "run_share_of_it": "spend",
    }
    assert found["it_share_of_revenue"][0].place == "within"


@pytest.mark.parametrize(
    ("missing", "measure"),
    [
        ("revenue_usd", "it_share_of_revenue"),
        ("people", "it_per_person_without_staff"),
        ("spend", "it_share_of_revenue"),
        ("spend", "run_share_of_it"),
    ],
)
def test_a_missing_fact_is_named(missing, measure):
    comparison = by_measure(**PAYERS | {missing: None})[measure][0]
    assert (comparison.value, comparison.place, comparison.verdict) == (None, None, "need")
    assert comparison.needs.startswith(missing)


def test_nothing_is_divided_by_nothing():
    found = by_measure(**PAYERS | {"revenue_usd": 0.0}, it_people=0.0)
    assert found["it_share_of_revenue"][0].verdict == "nothing_to_divide"
    assert found["people_per_it_person"][0].value is None


def test_a_midsize_firm_is_compared_with_midsize_firms():
    (overall,) = by_measure(**PAYERS | {"people": 300, "revenue_usd": 9e7})["it_share_of_revenue"]
    assert overall.benchmark.revenue_usd.at_least == 50_000_000 and overall.place == "below"


@given(
    st.sampled_from([None, "dont_know", *INDUSTRIES]),
    st.sampled_from([None, 0.0, 3.0, 40.0, 900.0, 5000.0]),
    st.sampled_from([None, 0.0, 1e5, 4e7, 5e7, 3e9]),
    st.sampled_from([None, 0.0, 1e6]),
    st.sampled_from([None, 0.0, 2.0]),
    st.sampled_from([None, 0.0, 1e3, 1e7]),
)
def test_every_measure_gets_an_honest_word(industry, people, revenue, costs, it_people, total):
    spent = None if total is None else spend(RULES, {}, total)
    found = comparisons(KNOWLEDGE, Firm(spent, people, revenue, costs, it_people, industry))
    assert list(dict.fromkeys(c.measure for c in found)) == [m.id for m in RULES.measures]
    for c in found:
        b = c.benchmark
        assert (c.place is not None) == (c.verdict in ("placed", "our_bracket"))
        assert (c.verdict == "need") <= (c.needs is not None)
        assert c.verdict == "need" or b is not None or c.verdict == "no_benchmark"
        if b is not None:
            assert b.measure == c.measure and b.grade and not (b.hidden or b.mostly_large)
            assert not b.industries or industry in b.industries
        if c.place is not None:
            assert (c.place == "within") == (b.low * (1 - 1e-9) <= c.value <= b.high * (1 + 1e-9))
        if c.verdict in ("our_bracket", "no_survey"):
            assert b.no_survey
