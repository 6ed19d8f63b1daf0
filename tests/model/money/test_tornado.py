"""What matters most: swings worked by hand, and total effects of functions whose answer is known."""

import numpy as np
import pytest

from fcio.model.money.scenario import STAY
from fcio.model.money.tornado import jansen, tornado, total_effects, two_sets, with_total_effects
from tests.model.money.budgets import case_of, merged

OWN = {"name": "One year", "role": "fractional_cio", "fee": 3000, "months": 12}


def effects_of(function, levers, points=4096):
    """Total effects of a function of uniform levers."""
    rng = np.random.default_rng(1)
    names = [str(number) for number in range(levers)]
    first, second = (np.array(list(draws.chances.values())) for draws in two_sets(names, points, rng))
    exchanged = np.repeat(first[None], levers, axis=0)
    exchanged[np.arange(levers), np.arange(levers)] = second
    return jansen(function(first), np.array([function(one) for one in exchanged]))


def test_of_a_sum_each_lever_has_its_share_of_the_variance():
    assert effects_of(lambda x: x[0] + 2 * x[1] + 3 * x[2], 3) == pytest.approx([1 / 14, 4 / 14, 9 / 14], abs=0.02)


def test_of_the_ishigami_function_they_are_the_published_ones():
    """a = 7, b = 0.1: total effects 0.558, 0.442, 0.244 (Ishigami and Homma 1990; Saltelli and others 2008)."""

    def ishigami(x):
        z = np.pi * (2 * x - 1)
        return np.sin(z[0]) + 7 * np.sin(z[1]) ** 2 + 0.1 * z[2] ** 4 * np.sin(z[0])

    assert effects_of(ishigami, 3) == pytest.approx([0.558, 0.442, 0.244], abs=0.03)


def test_a_swing_is_what_the_lever_does_alone():
    """Steering of 1 to 5 hours instead of 2, at 100 an hour and 10 % over one year of twelve months."""
    steering = {"low": 1, "typical": 2, "high": 5}
    case = case_of(merged({"levers": {"steering_hours": steering}, "scenarios": [OWN]}))
    bar = next(bar for bar in tornado(case, "own_1") if bar.lever.id == "steering_hours")
    assert bar.swing == pytest.approx(4 * 100 * 12 / 1.1)
    assert bar.at_low > bar.at_high  # fewer hours are better


def test_levers_come_largest_first_and_only_if_they_move_something():
    bars = tornado(case_of({}), "vcio")
    assert [bar.swing for bar in bars] == sorted((bar.swing for bar in bars), reverse=True)
    assert "full_time_cio_salary" not in {bar.lever.id for bar in bars}
    assert {bar.lever.id for bar in tornado(case_of({}), STAY)} >= {"spend_estimate_error", "discount_rate"}


def test_what_chance_does_not_move_has_a_swing_and_no_total_effect():
    case = case_of({})
    bars = {bar.lever.id: bar for bar in with_total_effects(case, "fractional_cio", tornado(case, "fractional_cio"))}
    assert bars["saving_software"].swing > 0 and bars["saving_software"].total is None
    assert sum(bar.total for bar in bars.values() if bar.total is not None) > 0.9
    assert all(bar.total is None or bar.total >= 0 for bar in bars.values())


def test_of_one_uncertain_lever_the_total_effect_is_all():
    case = case_of(merged({"levers": {"steering_hours": {"low": 1, "typical": 2, "high": 5}}, "scenarios": [OWN]}))
    assert total_effects(case, "own_1", ["steering_hours"])["steering_hours"] == pytest.approx(1, abs=0.1)
    assert total_effects(case, "own_1", []) == {}
