"""Other views: radii that are exact, central weights that are means, and TOPSIS by hand."""

import dataclasses

import numpy as np
import pytest

from fcio.model.views import central_weights, robustness_radii, second_opinion, uniform_weights


def small(real_model, strength, base=(0, 0, 0, 0, 0, 0)):
    """The real roles on two criteria."""
    return dataclasses.replace(
        real_model.tables,
        criteria=("alpha", "beta"),
        strength=np.array(strength),
        base=np.array(base),
    )


def test_the_radius_is_where_the_worst_shift_makes_a_tie(real_model):
    """cto leads vcio by 2*3*1 - 1*2*2 = 2 over 6 + 4: a fifth of every weight."""
    t = small(real_model, [[0, 3, 0, 0, 0, 0], [0, 0, 0, 0, 0, 2]])
    needs, weight = np.array([1.0, 2.0]), np.array([2, 1])
    found = {radius.rival: radius.share for radius in robustness_radii(t, needs, weight, t.roles.index("cto"))}
    assert found["vcio"] == pytest.approx(0.2)
    least = weight * np.array([1 - found["vcio"], 1 + found["vcio"]]) * needs
    assert least @ t.strength[:, t.roles.index("cto")] == pytest.approx(least @ t.strength[:, t.roles.index("vcio")])


def test_no_shift_within_the_radius_takes_the_first_place(real_model):
    t, weight = real_model.tables, real_model.tables.weight
    rng = np.random.default_rng(3)
    for _ in range(20):
        needs = rng.integers(0, 6, len(weight)).astype(float)
        points = (needs * weight) @ t.strength + t.base
        leader = int(points.argmax())
        share = min(radius.share for radius in robustness_radii(t, needs, weight, leader))
        for _ in range(50):
            shifted = weight * (1 + share * 0.999 * rng.uniform(-1, 1, len(weight)))
            assert ((needs * shifted) @ t.strength + t.base).argmax() == leader


def test_even_views_sum_to_one_and_lean_nowhere():
    views = uniform_weights(np.random.default_rng(1), 20_000, 4)
    assert views.sum(axis=1) == pytest.approx(np.ones(20_000))
    assert views.mean(axis=0) == pytest.approx(np.full(4, 0.25), abs=0.005)


def test_central_weights_are_the_mean_of_the_views_that_put_a_role_first(real_model):
    """cto is first where alpha weighs more than beta; with even views that is half, around 3/4 and 1/4."""
    t = small(real_model, [[0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1]])
    views = uniform_weights(np.random.default_rng(1), 40_000, 2)
    found = {view.role: view for view in central_weights(t, np.ones(2), np.array([2, 2]), views)}
    assert set(found) == {"cto", "vcio"}
    assert found["cto"].acceptability == pytest.approx(0.5, abs=0.01)
    assert found["cto"].weights == {"alpha": pytest.approx(3, abs=0.03), "beta": pytest.approx(1, abs=0.03)}


def test_topsis_by_hand(real_model):
    """Columns (3, 0, ...) and (0, 4, ...) have length 3 and 4, so both ends lie at weight 1 and 2 apart."""
    t = small(real_model, [[0, 3, 0, 0, 0, 0], [0, 0, 0, 0, 0, 4]])
    found = dict(second_opinion(t, np.ones(2), np.array([1, 2])).ranking)
    assert found["vcio"] == pytest.approx(2 / 3) and found["cto"] == pytest.approx(1 / 3)
    assert found["consultant"] == 0 and "not_yet" not in found
    assert second_opinion(t, np.ones(2), np.array([1, 2])).first == "vcio"


def test_topsis_without_any_need_ranks_by_role_id(real_model):
    t = real_model.tables
    ranking = second_opinion(t, np.zeros(len(t.criteria)), t.weight).ranking
    assert [role for role, _ in ranking] == [role for role, line in zip(t.roles, t.line, strict=True) if not line]
