"""A line of spending without what the client typed: an estimate with its band, or what contracts come to."""

import pytest

from fcio.model.amounts import ESTIMATE, OWN
from fcio.model.spend_default import CONTRACTS, usual_line
from tests.model.money.budgets import assessed

HOSTING = {"name": "Hosting", "category": "cloud", "yearly": 2400.0}


def test_an_estimate_has_the_usual_error_as_its_band(real_knowledge):
    found = usual_line(real_knowledge, assessed({"spend": {"provider": 25_000.0}}), "hardware")
    assert found.origin == ESTIMATE
    assert found.usd_per_year.typical == pytest.approx(15_000)
    assert found.usd_per_year.low < 15_000 < found.usd_per_year.high


def test_what_was_typed_for_the_line_itself_does_not_move_its_estimate(real_knowledge):
    without = usual_line(real_knowledge, assessed({"spend": {"provider": 25_000.0}}), "hardware")
    typed = assessed({"spend": {"provider": 25_000.0, "hardware": 1.0}})
    assert usual_line(real_knowledge, typed, "hardware") == without


def test_contracts_make_up_a_line_that_nobody_typed(real_knowledge):
    found = usual_line(real_knowledge, assessed({"contracts": (HOSTING,)}), "cloud")
    assert (found.origin, found.usd_per_year.typical) == (CONTRACTS, 2400)


def test_a_total_with_all_other_lines_leaves_the_last_one(real_knowledge):
    lines = {line.id: 1000.0 for line in real_knowledge.budget.categories if line.id != "cloud"}
    found = usual_line(real_knowledge, assessed({"spend": lines, "spend_total": 9000.0}), "cloud")
    assert found.usd_per_year.typical == pytest.approx(2000)
    assert found.origin in (ESTIMATE, OWN)
