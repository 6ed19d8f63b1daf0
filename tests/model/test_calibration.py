"""Conditional logit with ridge: known optima, limits of the ridge, and pages that are never seen."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from fcio.model.calibration import (
    Problem,
    best_scale,
    chances,
    comparison,
    experts_left_out,
    fitted,
    fitted_left_out,
    log_loss,
)


def problem(seed, cases=12, roles=3, parameters=4):
    rng = np.random.default_rng(seed)
    label = rng.integers(0, roles, cases)
    points, slope = rng.normal(size=(cases, roles)), rng.normal(size=(cases, roles, parameters))
    return Problem(points, slope, label, np.arange(cases) // 2)


def loss(p, change, scale, ridge):
    chance = chances(p.points + p.slope @ change, scale)
    return log_loss(chance, p.label).sum() + ridge / 2 * change @ change


@given(arrays.arrays(float, (5, 4), elements=st.floats(-50, 50)), st.floats(0.01, 2))
def test_chances_are_positive_and_add_up_and_rise_with_points(points, scale):
    chance = chances(points, scale)
    assert np.allclose(chance.sum(axis=1), 1) and (chance >= 0).all()
    assert (np.take_along_axis(chance, points.argmax(axis=1)[:, None], 1)[:, 0] == chance.max(axis=1)).all()


def test_one_parameter_between_two_roles_is_the_log_odds():
    """With slope 1 for the first of two equal roles and no ridge to speak of, 3 of 4 labels give log 3."""
    slope = np.zeros((4, 2, 1))
    slope[:, 0, 0] = 1
    p = Problem(np.zeros((4, 2)), slope, np.array([0, 0, 0, 1]), np.arange(4))
    assert fitted(p, 1.0, 1e-9) == pytest.approx([np.log(3)], rel=1e-6)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("ridge", [0.1, 1.0, 10.0])
def test_no_small_step_from_the_fit_is_better(seed, ridge):
    p = problem(seed)
    best = fitted(p, 0.7, ridge)
    least = loss(p, best, 0.7, ridge)
    for step in np.concatenate([np.eye(len(best)), -np.eye(len(best))]) * 1e-3:
        assert loss(p, best + step, 0.7, ridge) > least


def test_a_strong_ridge_keeps_the_experts_numbers_and_a_weak_one_fits_closer():
    p = problem(1)
    assert np.abs(fitted(p, 1.0, 1e9)).max() < 1e-6
    close, far = (log_loss(chances(p.points + p.slope @ fitted(p, 1.0, r), 1.0), p.label).sum() for r in (0.1, 10))
    assert close < far < log_loss(chances(p.points, 1.0), p.label).sum()


def test_what_is_left_out_is_never_seen():
    p = problem(2)
    other = Problem(p.points, p.slope, p.label.copy(), p.page)
    rows = p.page == 0
    other.label[rows] = (other.label[rows] + 1) % 3
    mine, changed = (fitted_left_out(q, (0.5, 1.0), (0.1, 1.0)).chance[rows] for q in (p, other))
    assert np.array_equal(mine, changed)
    mine, changed = (experts_left_out(q, (0.5, 1.0)).chance[rows] for q in (p, other))
    assert np.array_equal(mine, changed)


def test_the_best_scale_trusts_points_that_are_always_right():
    right = np.eye(3) * 5
    assert best_scale(Problem(right, np.zeros((3, 3, 1)), np.arange(3), np.arange(3)), (0.1, 1.0)) == 1.0
    wrong = np.array([1, 2, 0])
    assert best_scale(Problem(right, np.zeros((3, 3, 1)), wrong, np.arange(3)), (0.1, 1.0)) == 0.1


def test_a_gain_counts_by_page_and_ships_only_beyond_one_standard_error():
    page = np.array([0, 0, 1, 2])
    sure = comparison(np.array([2.0, 2.0, 1.0, 1.0]), np.array([1.0, 1.5, 0.2, 0.1]), page)
    assert sure.gain == pytest.approx(0.8) and sure.ship
    by_page = np.array([1.5, 0.8, 0.9])
    assert sure.standard_error == pytest.approx(by_page.std(ddof=1) * np.sqrt(3) / 4)
    assert not comparison(np.array([1.0, 1.0]), np.array([0.0, 1.9]), np.array([0, 1])).ship
