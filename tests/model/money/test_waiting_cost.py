"""A quarter of waiting: worked by hand for one firm, and a range that holds the typical value."""

import pytest

from fcio.model.money.draws import budget_draws
from fcio.model.money.waiting import cost_of_waiting
from tests.model.money.budgets import case_of, merged

OWN = {"name": "Fee", "role": "fractional_cio", "fee": 3000, "months": 24}


def test_a_quarter_by_hand():
    """Three months of 10 hours at 100, half of which would fall away, less 2 with the leader: 3 * 100 * (5 - 2) = 900;
    a tenth of the provider's 12,000 for a quarter: 300; pay 3 * 3,000."""
    case = case_of(merged({"levers": {"saving_provider": 0.1}, "scenarios": [OWN]}))
    found = cost_of_waiting(case, "own_1", budget_draws(case))
    assert found.own_hours.typical == pytest.approx(900)
    assert found.savings.typical == pytest.approx(300)
    assert found.total.typical == pytest.approx(1200)
    assert found.pay.typical == pytest.approx(9000)
    assert (found.loss.typical, found.leak) == (0, 0)


def test_expected_loss_is_a_quarter_of_the_yearly_difference():
    case = case_of({}, risk=True)
    found = cost_of_waiting(case, "fractional_cio", budget_draws(case))
    assert found.loss.typical == pytest.approx((case.risk.now - case.risk.roles["fractional_cio"]) / 4)
    assert 0 < found.loss.low < found.loss.typical < found.loss.high
    assert found.leak == pytest.approx((case.risk.leak - case.risk.leaks["fractional_cio"]) / 4)
    parts = found.own_hours.typical + found.savings.typical + found.loss.typical
    assert found.total.typical == pytest.approx(parts)


def test_whoever_engages_nobody_waits_for_nothing():
    case = case_of({})
    assert cost_of_waiting(case, "not_yet", budget_draws(case)) is None


def test_every_range_holds_its_typical_value():
    case = case_of({}, risk=True)
    draws = budget_draws(case)
    for one in case.scenarios:
        found = cost_of_waiting(case, one.id, draws)
        for span in () if found is None else (found.own_hours, found.savings, found.loss, found.total, found.pay):
            assert span.low <= span.typical <= span.high
