"""Spending by line: what was given stays, the rest follows from the usual shares, and the parts add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.load import load
from fcio.model.answers import Refused
from fcio.model.spend import spend, split

RULES = load().budget
assert RULES is not None
LINES = [category.id for category in RULES.categories]
AMOUNTS = st.integers(0, 10**7).map(float)
SOME_LINES = st.dictionaries(st.sampled_from(LINES), AMOUNTS)


def test_lines_that_are_known_say_what_the_others_usually_are():
    """Provider 25 % and software 20 % of the whole: 45,000 stand for 100,000."""
    found = spend(RULES, {"provider": 25_000, "software": 20_000})
    assert found.total == pytest.approx(100_000)
    assert found.usd_per_year == pytest.approx(
        {
            "people": 15_000,
            "provider": 25_000,
            "software": 20_000,
            "cloud": 8_000,
            "hardware": 15_000,
            "connection": 6_000,
            "security": 5_000,
            "projects": 6_000,
        }
    )
    assert found.estimated == set(LINES) - {"provider", "software"}


def test_with_a_total_the_missing_lines_share_what_it_leaves():
    """60,000 less 40,000 for people; the others are 85 % of a usual budget, of which the provider is 25."""
    found = spend(RULES, {"people": 40_000}, total=60_000)
    assert found.total == pytest.approx(60_000)
    assert found.usd_per_year["provider"] == pytest.approx(20_000 * 25 / 85)


@given(SOME_LINES)
def test_what_was_given_is_never_changed_and_every_line_is_there(lines):
    found = spend(RULES, lines)
    if found is None:
        assert len(lines) < len(LINES) and sum(lines.values()) == 0
    else:
        assert list(found.usd_per_year) == LINES
        assert found.usd_per_year | lines == found.usd_per_year
        assert found.estimated == set(LINES) - set(lines)
        assert all(amount >= 0 for amount in found.usd_per_year.values())


@given(SOME_LINES, AMOUNTS)
def test_with_a_total_the_lines_add_up_to_it(lines, more):
    total = sum(lines.values()) + (more if len(lines) < len(LINES) else 0)
    assert spend(RULES, lines, total).total == pytest.approx(total)


@given(st.fixed_dictionaries({line: AMOUNTS for line in LINES}))
def test_run_grow_and_transform_are_the_whole(lines):
    parts = split(RULES, lines)
    assert parts.run + parts.grow + parts.transform == pytest.approx(sum(lines.values()))


def test_the_usual_budget_splits_as_its_shares_say():
    parts = split(RULES, spend(RULES, {}, 1000).usd_per_year)
    assert (parts.run, parts.grow, parts.transform) == pytest.approx((752, 174, 74))


def test_nothing_known_is_no_budget():
    assert spend(RULES, {}) is None
    assert spend(RULES, {"cloud": 0}) is None


@pytest.mark.parametrize(
    ("lines", "total", "field", "cure"),
    [
        ({"cluod": 5}, None, "spend.cluod", "the lines are people, provider"),
        ({"cloud": -1}, None, "spend.cloud", "from 0 on"),
        ({"cloud": float("nan")}, None, "spend.cloud", "from 0 on"),
        ({"cloud": "5"}, None, "spend.cloud", "from 0 on"),
        ({"cloud": True}, None, "spend.cloud", "from 0 on"),
        ({"cloud": 10**13}, None, "spend.cloud", "from 0 on"),
        ({"cloud": 500}, 400, "spend_total", "the lines come to 500"),
        (dict.fromkeys(LINES, 100), 900, "spend_total", "the lines come to 800"),
        ({}, float("inf"), "spend_total", "from 0 on"),
    ],
)
def test_what_cannot_be_spending_is_refused_with_a_cure(lines, total, field, cure):
    with pytest.raises(Refused) as refusal:
        spend(RULES, lines, total)
    assert refusal.value.field == field and cure in refusal.value.cure
