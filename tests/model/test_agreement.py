"""Agreement with decisions: places, ties by role id, confusion, reliability."""

import numpy as np
import pytest

from fcio.model.agreement import agreement, confusion, labelled, reliability, role_order


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


def test_labelled_cases_have_exact_points_and_one_number_a_page(real_model):
    t = real_model.tables
    cases = labelled(real_model, [{}, {"headcount": 40}, {}], [t.roles[0]] * 3, ["b", "a", "b"])
    assert np.allclose(cases.points[0], cases.points[2]) and not np.allclose(cases.points[0], cases.points[1])
    assert cases.page.tolist() == [1, 0, 1]
