"""Distributions of present value: the mean of the closed form, honest errors, chances that complement each other."""

from dataclasses import replace

import numpy as np
import pytest

from fcio.model.money.cash_flow import cash_flows
from fcio.model.money.draws import budget_draws, even_chances
from fcio.model.money.levers import mean
from fcio.model.money.scenario import STAY
from fcio.model.money.uncertainty import uncertainty
from fcio.model.sobol import MOST_DIMENSIONS, estimate
from tests.model.money.budgets import FILE, case_of, merged

LINEAR = {
    "owner_hour_value": {"low": 50, "typical": 100, "high": 200},
    "steering_hours": {"low": 2, "typical": 4, "high": 8},
    "transition_hours": {"low": 20, "typical": 40, "high": 80},
    "inside_hour_cost": {"low": 30, "typical": 40, "high": 60},
    "owner_relief_share": {"low": 0.2, "typical": 0.5, "high": 0.8},
    "saving_provider": {"low": 0, "typical": 0, "high": 0.15},
    "full_time_cio_salary": {"low": 150_000, "typical": 200_000, "high": 250_000},
    "salary_load": {"low": 1.2, "typical": 1.3, "high": 1.4},
    "search_fee_share": {"low": 0.2, "typical": 0.25, "high": 0.33},
}
"""Levers in which the present value is linear one by one, so that its mean is its value at their means."""
FULL_TIME = {"leadership_work": "full_time_years", "spend_monthly": "executive_salary"}


def worked(case):
    draws = budget_draws(case)
    return uncertainty(case, draws, cash_flows(case))


def linear_case(spread="pert"):
    levers = {**LINEAR, "handover_months": 0, "fractional_duration": 12}
    case = case_of(merged({"levers": levers}), FULL_TIME)
    rules = case.rules.model_copy(update={"plan": case.rules.plan.model_copy(update={"spread": spread})})
    linear = {key: one if key in LINEAR else replace(one, held=True) for key, one in case.levers.items()}
    return replace(case, rules=rules, levers=linear)


@pytest.mark.parametrize("spread", ["pert", "triangular"])
@pytest.mark.parametrize("scenario", [STAY, "full_time_cio", "fractional_cio"])
def test_the_mean_is_that_of_the_closed_form(spread, scenario):
    case = linear_case(spread)
    at_means = {key: np.asarray(mean(lever, spread)) for key, lever in case.levers.items()}
    exact = float(cash_flows(case, at_means, [scenario])[scenario].npv)
    found = worked(case).npv[scenario]
    assert abs(found.mean - exact) <= 5 * found.standard_error + 1e-6 * abs(exact)
    assert 0 < found.standard_error < 1e-4 * abs(exact)


def test_growth_has_the_mean_of_its_moments():
    """A line of 12,000 at rate 0: 12,000 times E(1 + g) and E(1 + g)^2, with g of PERT(0, 0.1, 0.2): mean 0.1, variance
    0.2^2 * 9 / (36 * 7)."""
    levers = {"provider_price_growth": {"low": 0, "typical": 0.1, "high": 0.2}}
    spend = {**dict.fromkeys(FILE["usual"]["spend"], 0), "provider": 12_000}
    budget = merged({"levers": levers, "spend": spend, "discount_rate": 0, "owner_hours": 0})
    budget["spend"] |= dict.fromkeys(
        ["people", "software", "cloud", "hardware", "connection", "security", "projects"], 0
    )
    found = worked(case_of(budget)).npv[STAY]
    variance = 0.2**2 * 9 / (36 * 7)
    assert found.mean == pytest.approx(-12_000 * (1.1 + 1.1**2 + variance), rel=1e-6)


@pytest.mark.parametrize("answers", [None, FULL_TIME])
def test_low_typical_and_high_do_not_fall_and_chances_complement_each_other(answers):
    found = worked(case_of({}, answers, risk=True))
    for outcomes in (found.npv, found.npv_with_loss):
        for one in outcomes.values():
            assert one.range.low < one.range.typical < one.range.high < 0
            assert one.quantiles([0.1, 0.5, 0.9]) == sorted(one.quantiles([0.1, 0.5, 0.9]))
    for a in found.npv:
        assert found.cheaper(a, a) == 0.5
        for b in found.npv:
            assert found.cheaper(a, b) + found.cheaper(b, a) == pytest.approx(1)
    assert found.cheaper("not_yet", STAY) == 0.5
    assert found.cheaper("not_yet", "full_time_cio") > 0.99


def test_the_same_firm_gets_the_same_draws_and_a_moved_lever_leaves_the_others():
    case = case_of({})
    first, again = budget_draws(case), budget_draws(case)
    assert all((first.chances[key] == again.chances[key]).all() for key in first.chances)
    moved = case.changed({"steering_hours": case.levers["steering_hours"].fixed(3)})
    assert all((first.chances[key] == budget_draws(moved).chances[key]).all() for key in first.chances)


def test_more_levers_than_dimensions_are_still_drawn_evenly_and_apart():
    """Each column holds one point in each of n strata; a product of two from different groups has the mean 1/4."""
    names = [f"lever_{number}" for number in range(2 * MOST_DIMENSIONS + 1)]
    draws = even_chances(names, 512, 8, np.random.default_rng(3))
    for column in draws.chances.values():
        strata = np.sort((draws.by_scramble(column) * 512).astype(int), axis=1)
        assert (strata == np.arange(512)).all()
    for one, other in (("lever_0", "lever_24"), ("lever_3", "lever_48"), ("lever_30", "lever_48")):
        found = estimate(draws.by_scramble(draws.chances[one] * draws.chances[other]))
        assert abs(found.mean - 0.25) < 6 * found.standard_error + 1e-4


def test_savings_are_a_hope_and_not_drawn_unless_the_client_says_so():
    hoped, own = case_of({}), case_of({"levers": {"saving_cloud": {"low": 0, "typical": 0, "high": 0.2}}})
    assert not [key for key in budget_draws(hoped).chances if key.startswith("saving_") and key != "saving_start"]
    assert own.levers["saving_cloud"].drawn


def test_without_any_range_there_is_one_value_and_no_error():
    case = case_of({})
    fixed = {key: lever.fixed(lever.typical) for key, lever in case.levers.items()}
    certain = replace(case, levers=fixed, defaults=fixed)
    for one in worked(certain).npv.values():
        assert one.range.low == one.range.typical == one.range.high == one.mean
        assert one.standard_error == 0
