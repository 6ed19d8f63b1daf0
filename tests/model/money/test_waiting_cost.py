"""A quarter of waiting: worked by hand for one firm, and a range that holds the typical value."""

import numpy as np
import pytest

from fcio.knowledge.load import load
from fcio.model.areas import area_results
from fcio.model.money.waiting import cost_of_waiting
from fcio.model.money.what_if import prepared
from fcio.model.risk.risk import risk_result
from fcio.model.risk.waiting import cost_of_waiting as risk_waiting
from tests.model.money.budgets import assessed, case_of, merged, model

OWN = {"name": "Fee", "role": "fractional_cio", "fee": 3000, "months": 24}


def drawn(case):
    return prepared(case).values


def test_a_quarter_by_hand():
    """Three months of 10 hours at 100, half of which would fall away, less 2 with the leader: 3 * 100 * (5 - 2) = 900;
    a tenth of the provider's 12,000 for a quarter: 300; pay 3 * 3,000."""
    case = case_of(merged({"levers": {"saving_provider": 0.1}, "scenarios": [OWN]}))
    found = cost_of_waiting(case, "own_1", drawn(case))
    assert found.own_hours.typical == pytest.approx(900)
    assert found.savings.typical == pytest.approx(300)
    assert found.total.typical == pytest.approx(1200)
    assert found.pay.typical == pytest.approx(9000)
    assert (found.loss.typical, found.leak) == (0, 0)


def test_expected_loss_is_a_quarter_of_the_yearly_difference():
    case = case_of({}, risk=True)
    found = cost_of_waiting(case, "fractional_cio", drawn(case))
    assert found.loss.typical == pytest.approx((case.risk.now - case.risk.roles["fractional_cio"]) / 4)
    assert 0 < found.loss.low < found.loss.typical < found.loss.high
    assert found.leak == pytest.approx((case.risk.leak - case.risk.leaks["fractional_cio"]) / 4)
    parts = found.own_hours.typical + found.savings.typical + found.loss.typical
    assert found.total.typical == pytest.approx(parts)


def test_whoever_engages_nobody_waits_for_nothing():
    case = case_of({})
    assert cost_of_waiting(case, "not_yet", drawn(case)) is None


def test_what_has_a_range_lies_strictly_inside_it():
    case = case_of({}, risk=True)
    values = drawn(case)
    found = [cost_of_waiting(case, one.id, values) for one in case.scenarios if one.leaders]
    assert len(found) >= 5
    for one in found:
        for span in (one.own_hours, one.loss, one.total, one.pay):
            assert span.low < span.typical < span.high
        assert one.savings.low == one.savings.typical == one.savings.high == 0


def test_the_loss_of_waiting_is_the_one_that_the_risk_page_tells():
    """The same typical value and the same range."""
    k, t, mill = load(), model(), assessed({})
    risk, settings = risk_result(k, mill, area_results(k, mill, t.tables), t.tables), k.settings
    case = case_of({}, risk=True)
    told = {one.role: one.loss for one in risk_waiting(risk, np.random.default_rng(settings.seed), settings.draws)}
    found = cost_of_waiting(case, "fractional_cio", drawn(case))
    for end in ("low", "typical", "high"):
        assert getattr(found.loss, end) == pytest.approx(getattr(told["fractional_cio"], end), rel=1e-9)
