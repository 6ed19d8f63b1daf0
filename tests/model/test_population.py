"""The plausible population: drawn as it leans, scored as one firm is scored, shares that add up to one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.knowledge.figures import Archetype
from fcio.model.answers import answer_of
from fcio.model.points import points
from fcio.model.population import population, total_points, win_rates
from fcio.model.tables import tables
from tests.reference import Reference
from tests.strategies import JUDGED, a_knowledge, a_question, an_option, each_its_own, knowledges, one_of

HEADCOUNT = a_question(
    "headcount",
    [an_option("few", at_least=1.0), an_option("more", at_least=10.0), an_option("most", at_least=50.0)],
    "number",
)


def a_kind(kind_id, share, headcount, answers=None):
    return Archetype(id=kind_id, label=kind_id, share=share, headcount=headcount, answers=answers or {}, **JUDGED)


@pytest.fixture
def two_kinds():
    strengths = each_its_own()["strengths"]
    product = a_question("product", [an_option("yes", {"to_cto": 3}), an_option("no", {"to_vcio": 3})])
    team = a_question(
        "team", [an_option("big", {"to_cto": 1}), an_option("none")], shown_when={"product": one_of("yes")}
    )
    kinds = [
        a_kind("makers", 1, (9, 10), {"product": {"yes": 100}}),
        a_kind("users", 3, (5, 60), {"product": {"yes": 20, "no": 80}}),
    ]
    return a_knowledge([HEADCOUNT, product, team], strengths, population=kinds)


def test_firms_lean_as_their_kind_does(two_kinds):
    t = tables(two_kinds)
    state, kind = population(t, np.random.default_rng(1), 8000)
    assert kind.mean() == pytest.approx(0.75, abs=0.02)
    product, people = state[:, t.index["product"]], state[:, t.index["headcount"]]
    assert (product[kind == 0] == 0).all()
    assert (product[kind == 1] == 0).mean() == pytest.approx(0.2, abs=0.02)
    assert people[kind == 0].mean() == pytest.approx(0.5, abs=0.04)  # 9 or 10 people, on both sides of an edge
    assert np.bincount(people[kind == 1], minlength=3) / (kind == 1).sum() == pytest.approx(
        [5 / 56, 40 / 56, 11 / 56], abs=0.02
    )


def test_win_rates_are_exact_where_the_winner_is_certain(two_kinds):
    t = tables(two_kinds)
    rates = win_rates(t, points(t, t.weight), np.random.default_rng(1), 4000)
    by_role = {kind: dict(zip(rates.roles, share, strict=True)) for kind, share in rates.by_archetype.items()}
    assert by_role["makers"]["cto"] == 1
    assert by_role["users"]["cto"] == pytest.approx(0.2, abs=0.03)
    assert by_role["users"]["cto"] + by_role["users"]["vcio"] == pytest.approx(1)
    assert rates.firms == 4000


def test_shares_add_up_to_one_over_all_and_in_every_kind(real_knowledge, real_model):
    rates = win_rates(real_model.tables, real_model.default_points, np.random.default_rng(3), 400)
    assert rates.overall.sum() == pytest.approx(1)
    assert list(rates.by_archetype) == [kind.id for kind in real_knowledge.population]
    for share in rates.by_archetype.values():
        assert share.sum() == pytest.approx(1) or not share.any()
    assert rates.roles == tuple(sorted(role.id for role in real_knowledge.roles))


def test_the_same_seed_gives_the_same_firms(two_kinds):
    t = tables(two_kinds)
    one, two = (population(t, np.random.default_rng(5), 200) for _ in range(2))
    assert np.array_equal(one[0], two[0])
    assert np.array_equal(one[1], two[1])


@settings(max_examples=30)
@given(knowledges(), st.integers(0, 2**32 - 1))
def test_a_portfolio_of_firms_is_scored_as_each_firm_alone(knowledge, seed):
    t, slow = tables(knowledge), Reference(knowledge)
    rng = np.random.default_rng(seed)
    state = np.stack([rng.integers(0, valid.sum(), size=5) for valid in t.valid], axis=1)
    for row, got in zip(state, total_points(t, points(t, t.weight), state), strict=True):
        answers = {q.id: answer_of(q, int(s)) for q, s in zip(t.questions, row, strict=True)}
        assert dict(zip(t.roles, got.tolist(), strict=True)) == slow.points(answers)
