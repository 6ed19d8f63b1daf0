"""Agreement with decisions: places, ties by role id, confusion, reliability, and slopes that are the model's."""

import numpy as np
import pytest

from fcio.model.agreement import agreement, confusion, labelled, need_slopes, reliability, role_order, strength_slopes
from fcio.model.situation import situation

ANSWERS = [{"headcount": 40, "gap_nature": "direction"}, {"software_sold": "one_product"}, {}]


@pytest.fixture(scope="module")
def situations(real_model):
    return [situation(real_model.tables, answers) for answers in ANSWERS]


def test_equal_points_go_to_the_smaller_role_id():
    assert role_order(np.array([[1.0, 2.0, 2.0]])).tolist() == [[1, 2, 0]]


def test_places_misses_and_rows_are_counted(real_model):
    t = real_model.tables
    points = np.eye(6)[[0, 1, 2]] + np.eye(6)[[3, 3, 3]] / 2
    label = np.array([0, 3, 5])
    chance = np.full((3, 6), 1 / 6)
    found = agreement(t, points, chance, label, np.array([True, True, True]))
    assert (found.cases, found.first, found.first_two) == (3, 1, 2)
    assert found.log_loss == pytest.approx(np.log(6))
    assert [(m.case, m.engaged, m.first) for m in found.misses] == [
        (2, t.roles[5], t.roles[2]),
        (1, t.roles[3], t.roles[1]),
    ]
    assert agreement(t, points, chance, label, np.array([True, False, False])).misses == ()
    table = confusion(t, points, label)
    assert table.sum() == 3 and table[0, 0] == table[3, 1] == table[5, 2] == 1


def test_reliability_says_how_often_a_stated_chance_was_right():
    chance = np.array([[0.9, 0.1], [0.9, 0.1], [0.55, 0.45]])
    low, high = reliability(chance, np.array([0, 1, 0]))
    assert (low.cases, low.share_right, high.cases, high.share_right) == (1, 1.0, 2, 0.5)
    assert high.mean_chance == pytest.approx(0.9)


def test_slopes_are_the_change_of_the_points(real_model, situations):
    """Adding one to a strength, or to a need that an answer carries, moves the points by its slope."""
    t, weight = real_model.tables, real_model.default_points.weight
    cases = labelled(real_model, ANSWERS, [t.roles[0]] * 3, ["a", "b", "c"])
    strengths = strength_slopes(t, situations, weight)
    engaged = t.strength[:, ~t.line].reshape(-1)
    assert strengths @ engaged == pytest.approx((cases.points - t.base) * ~t.line)
    needs = need_slopes(t, situations, weight)
    asked = [t.index["headcount"], t.index["gap_nature"], t.index["software_sold"]]
    carried = sum(int((t.need[q, s.state[q]] > 0).sum()) for s in situations for q in asked if s.state[q] >= 0)
    assert needs.shape[2] == carried
    assert (needs[2] == 0).all()
