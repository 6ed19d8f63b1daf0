"""What a quarter of waiting costs."""

import numpy as np
import pytest
from hypothesis import given

from fcio.knowledge.amounts import Term
from fcio.knowledge.load import load
from fcio.model.risk.waiting import cost_of_waiting, drawn_rates, per_event, rate_range
from fcio.model.tables import tables
from tests.risk_firms import (
    a_figure,
    a_reach,
    a_scenario,
    an_effect,
    coarse,
    real_firms,
    result_of,
    risk_knowledge,
)
from tests.strategies import a_client, an_area, an_indicator, real_examples

REAL = coarse(load())
TABLES = tables(REAL)
DRAWS = 400
KNOWLEDGE = risk_knowledge(
    an_area("guard", an_indicator("g1")),
    figures=(
        a_figure("fires", 0.5, 0.25, 1.5),
        a_figure("fire_cost", 1000.0),
        a_figure("leak_cost", 80.0, 40.0, 120.0),
    ),
    scenarios=(
        a_scenario("fire", Term(figures=("fires",)), Term(figures=("fire_cost",))),
        a_scenario("leak", Term(), Term(figures=("leak_cost",)), kind="pert", sigma=None, recurring=True),
    ),
    area_effects=(an_effect("guard", "fire", 0.5), an_effect("guard", "leak", severity=0.9)),
    reach=(a_reach("guard", 2.5, 5.0, 9.0),),
)


def rng():
    return np.random.default_rng(7)


def waiting(knowledge=KNOWLEDGE, client=None, t=None):
    result = result_of(knowledge, client or a_client(), t)
    return {row.role: row for row in cost_of_waiting(result, rng(), DRAWS)}, result


def test_waiting_costs_a_quarter_of_the_yearly_difference():
    """The CTO halves 500 a year and saves a tenth of 80: a quarter of 250 and of 8."""
    found, _ = waiting()
    assert found["cto"].loss.typical == pytest.approx(62.5)
    assert found["cto"].leak.typical == pytest.approx(2)


def test_the_range_follows_from_how_sure_the_frequency_is():
    """Half to three times as often: a half to three times the loss, in nine of ten draws."""
    found, _ = waiting()
    loss, leak = found["cto"].loss, found["cto"].leak
    assert loss.low == pytest.approx(62.5 / 2, rel=0.1)
    assert loss.high == pytest.approx(62.5 * 3, rel=0.1)
    assert (leak.low, leak.high) == pytest.approx((1, 3))


def test_waiting_for_a_role_that_reaches_nowhere_costs_nothing():
    found, _ = waiting()
    assert (found["vcio"].loss.high, found["vcio"].leak.high) == (0, 0)


def test_waiting_costs_nothing_where_nothing_can_happen():
    own = {"fire": {"frequency": 0.0}, "leak": {"mean": 0.0}}
    found, _ = waiting(client=a_client(risk={"own": own}))
    assert all((row.loss.high, row.leak.high) == (0, 0) for row in found.values())


def test_an_own_frequency_without_a_range_leaves_nothing_to_be_unsure_of():
    found, _ = waiting(client=a_client(risk={"own": {"fire": {"frequency": 0.8}}}))
    loss = found["cto"].loss
    assert (loss.low, loss.typical, loss.high) == pytest.approx((100, 100, 100))


def test_drawn_frequencies_lie_about_the_typical_one():
    _, result = waiting()
    ids, drawn = drawn_rates(result, rng(), DRAWS)
    assert ids == ("fire",)
    assert np.quantile(drawn, (0.05, 0.5, 0.95)) == pytest.approx((0.25, 0.5, 1.5), rel=0.05)


def test_the_loss_of_one_event_a_year_and_the_range_with_areas_at_work():
    _, result = waiting()
    assert per_event(result, result.now) == pytest.approx({"fire": 1000})
    assert per_event(result, result.roles["cto"]) == pytest.approx({"fire": 500})
    halved = rate_range(result.inputs.event("fire"), 0.5)
    assert (halved.low, halved.typical, halved.high) == (0.125, 0.25, 0.75)


@given(real_firms(REAL))
@real_examples(12)
def test_a_cost_of_waiting_has_its_range_in_order_and_is_never_a_gain(client):
    found, result = waiting(REAL, client, TABLES)
    assert set(found) == set(result.roles)
    for role, row in found.items():
        difference = result.now.loss.mean - result.roles[role].loss.mean
        assert row.loss.typical == pytest.approx(difference / 4, abs=1e-6)
        for span in (row.loss, row.leak):
            assert -1e-9 <= span.low <= span.typical <= span.high


def test_the_same_draws_give_the_same_range():
    assert waiting()[0]["cto"] == waiting()[0]["cto"]
