"""The SQL and the model agree in every row: points, order, ties, open answers and follow-up questions."""

import dataclasses
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.answers import answer_of
from fcio.model.assessment import Assessment
from fcio.model.fit import role_fit
from fcio.model.points import points, weights_in_force
from fcio.model.tables import tables
from fcio.portfolio import (
    answer_rows,
    first_places,
    load_answers,
    margins,
    open_portfolio,
    rank_assessments,
    ranking,
)
from tests.portfolio.many import OPEN, expected_ranking, long_answers, random_states
from tests.strategies import cases

COUNT = 3000
OPEN_SHARES = [0.0, 0.3, 0.8]


def ranked(portfolio, t, p, state, keep_open=False):
    load_answers(portfolio, long_answers(state, keep_open), np.arange(len(state)))
    rank_assessments(portfolio, t, p)
    return ranking(portfolio)


def assert_same(found, expected):
    assert found.to_dict("list") == expected.to_dict("list")


def coarse(p, divisor):
    """The same points so coarse that roles are often equal."""
    wanted = ("state", "open", "maybe", "maybe_open")
    return dataclasses.replace(p, **{name: getattr(p, name) // divisor for name in wanted})


@pytest.mark.parametrize("open_share", OPEN_SHARES)
@pytest.mark.parametrize("keep_open", [True, False])
def test_every_row_is_the_models(portfolio, real_model, open_share, keep_open):
    t, p = real_model.tables, real_model.default_points
    state = random_states(t, COUNT, open_share)
    assert_same(ranked(portfolio, t, p, state, keep_open), expected_ranking(t, p, state))


def test_follow_ups_of_every_visibility_are_among_the_rows(real_model):
    t = real_model.tables
    state = random_states(t, COUNT, 0.3)
    for child, parent in t.children:
        shown = t.shown_by[child][state[:, parent]] & (state[:, parent] != OPEN)
        for seen in (shown, ~shown & (state[:, parent] != OPEN), state[:, parent] == OPEN):
            assert (state[seen, child] == OPEN).any()
            assert (state[seen, child] != OPEN).any()


@pytest.mark.parametrize("divisor", [20, 60, 10**9])
def test_equal_points_are_ordered_by_role_id(portfolio, real_model, divisor):
    t, p = real_model.tables, coarse(real_model.default_points, divisor)
    state = random_states(t, COUNT, 0.3)
    found = ranked(portfolio, t, p, state)
    assert_same(found, expected_ranking(t, p, state))
    neighbours = found.groupby("assessment").shift(-1)
    tied = found[found["points"] == neighbours["points"]]
    assert len(tied) > COUNT / 100
    assert (tied["role"] < neighbours.loc[tied.index, "role"]).all()


def test_only_the_line_has_points_when_no_answer_gives_any(portfolio, real_model):
    t = dataclasses.replace(real_model.tables, base=np.zeros_like(real_model.tables.base))
    found = ranked(portfolio, t, coarse(real_model.default_points, 10**9), random_states(t, 5, 0.3))
    assert found["role"].tolist() == list(t.roles) * 5
    assert margins(portfolio)["margin"].tolist() == [0] * 5


def test_the_ranking_is_that_of_role_fit(portfolio, real_model):
    t = real_model.tables
    answers = {
        number: {
            question.id: answer_of(question, int(place))
            for question, place in zip(t.questions, one, strict=True)
            if place != OPEN
        }
        for number, one in enumerate(random_states(t, 25, 0.4))
    }
    load_answers(portfolio, answer_rows(t, answers))
    rank_assessments(portfolio, t, real_model.default_points)
    found = ranking(portfolio)
    for number, given_answers in answers.items():
        one = Assessment(client={"name": "Mill"}, as_of=date(2026, 11, 22), answers=given_answers)
        rows = found[found["assessment"] == number]
        expected = [(row.role, row.points) for row in role_fit(real_model, one).ranking]
        assert list(zip(rows["role"], rows["points"], strict=True)) == expected


@given(cases(), st.integers(0, 1000))
def test_any_knowledge_under_any_weights(case, seed):
    knowledge, _, preferences = case
    t = tables(knowledge)
    p = points(t, weights_in_force(t, preferences))
    state = random_states(t, 40, 0.4, seed)
    with open_portfolio() as portfolio:
        assert_same(ranked(portfolio, t, p, state), expected_ranking(t, p, state))


def test_an_empty_portfolio_is_an_empty_ranking(portfolio, real_model):
    rank_assessments(portfolio, real_model.tables, real_model.default_points)
    assert ranking(portfolio).empty
    assert margins(portfolio).empty
    assert first_places(portfolio)["first_places"].tolist() == [0] * len(real_model.tables.roles)


def test_an_assessment_without_answers_counts_as_all_open(portfolio, real_model):
    t, p = real_model.tables, real_model.default_points
    state = np.full((1, len(t.questions)), OPEN)
    assert_same(ranked(portfolio, t, p, state), expected_ranking(t, p, state))


def test_ranking_again_follows_new_answers_and_points(portfolio, real_model):
    t, p = real_model.tables, real_model.default_points
    state = random_states(t, 40, 0.3)
    load_answers(portfolio, long_answers(state[:20]), np.arange(20))
    rank_assessments(portfolio, t, p)
    later = long_answers(state).query("assessment >= 20")
    load_answers(portfolio, later, np.arange(20, 40))
    rank_assessments(portfolio, t, coarse(p, 7))
    assert_same(ranking(portfolio), expected_ranking(t, coarse(p, 7), state))


def test_first_places_and_margins_follow_from_the_ranking(portfolio, real_model):
    t = real_model.tables
    found = ranked(portfolio, t, coarse(real_model.default_points, 20), random_states(t, COUNT, 0.3))
    first, second = (found[found["place"] == place].set_index("assessment") for place in (1, 2))
    counted = first_places(portfolio).set_index("role")["first_places"]
    assert counted.to_dict() == {role: int((first["role"] == role).sum()) for role in t.roles}
    assert counted.is_monotonic_decreasing
    lead = margins(portfolio)
    assert lead["margin"].is_monotonic_increasing
    lead = lead.set_index("assessment").sort_index()
    assert (lead["margin"] == first["points"] - second["points"]).all()
    assert (lead["leader"] == first["role"]).all()
    assert (lead["second"] == second["role"]).all()


def test_a_role_without_its_line_in_the_sql_is_named(portfolio, real_model):
    t = dataclasses.replace(real_model.tables, roles=("ciso", *real_model.tables.roles[1:]))
    with pytest.raises(ValueError, match="ciso, consultant"):
        rank_assessments(portfolio, t, real_model.default_points)


def test_the_same_order_on_one_thread_and_with_little_memory(real_model):
    t, p = real_model.tables, coarse(real_model.default_points, 20)
    state = random_states(t, COUNT, 0.3)
    with open_portfolio("256MB", 1) as small, open_portfolio() as usual:
        assert_same(ranked(small, t, p, state), ranked(usual, t, p, state))
