"""The areas in SQL: the same whole numbers as in Python, and the ranking with what follows from them."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.portfolio import (
    answer_rows,
    answers_in_force,
    area_overall,
    area_scores,
    load_answers,
    load_areas,
    open_portfolio,
    rank_assessments,
    ranking,
    score_areas,
)
from tests.strategies import a_client, area_cases


def hundredths(level):
    """A level as SQL has it."""
    return round(100 * level)


def assert_same(portfolio, knowledge, results):
    """SQL and Python agree on every area and on the whole, to the hundredth."""
    load_areas(portfolio, knowledge, results)
    score_areas(portfolio)
    scored = {(row.assessment, row.area): row for row in area_scores(portfolio).itertuples()}
    whole = {row.assessment: row for row in area_overall(portfolio).itertuples()}
    for number, result in results.items():
        for place, area in enumerate(result.areas):
            found = scored.pop((number, place), None)
            assert (found is not None) == area.applies
            if found is not None:
                assert (found.low, found.high) == (hundredths(area.low), hundredths(area.high))
                assert found.known / found.weight == area.coverage
                assert (found.target, found.importance) == (area.target, area.importance)
        found = whole.pop(number, None)
        assert (found is not None) == (result.overall.low is not None)
        if found is not None:
            assert (found.low, found.high) == (hundredths(result.overall.low), hundredths(result.overall.high))
            assert (found.known > 0) == (result.overall.level is not None)
    assert not scored and not whole


def random_areas(knowledge, rng):
    """Levels of a client, some open and some that do not apply; now and then nothing of an area applies."""
    given_levels = {}
    for area in knowledge.areas:
        choices = rng.choice([[1, 2, 3, 4, 5, "dont_know", "does_not_apply", None], ["does_not_apply"], [None]])
        for indicator in area.indicators:
            level = rng.choice(choices)
            if level is not None:
                given_levels[indicator.id] = level
    return given_levels


def test_the_real_areas_of_many_clients(portfolio, real_knowledge, real_model):
    rng = random.Random(3)
    clients = {n: a_client(areas=random_areas(real_knowledge, rng)) for n in range(200)}
    results = {n: area_results(real_knowledge, client, real_model.tables) for n, client in clients.items()}
    assert any(not area.applies for result in results.values() for area in result.areas)
    assert_same(portfolio, real_knowledge, results)


def test_more_assessments_may_follow(portfolio, real_knowledge, real_model):
    results = {n: area_results(real_knowledge, a_client(areas={}), real_model.tables) for n in (1, 2)}
    load_areas(portfolio, real_knowledge, {1: results[1]})
    load_areas(portfolio, real_knowledge, {2: results[2]})
    score_areas(portfolio)
    assert area_overall(portfolio)["assessment"].tolist() == [1, 2]
    assert area_overall(portfolio)["low"].tolist() == [100, 100]


@settings(max_examples=15)
@given(st.data())
def test_any_areas(data):
    knowledge, client = data.draw(area_cases())
    with open_portfolio() as portfolio:
        assert_same(portfolio, knowledge, {1: area_results(knowledge, client)})


def test_the_ranking_counts_what_follows_from_the_areas(portfolio, real_knowledge, real_model):
    rng = random.Random(4)
    quick = [indicator.id for area in real_knowledge.areas for indicator in area.indicators if indicator.quick]
    clients = {
        number: a_client(
            {"headcount": rng.randint(5, 60)},
            areas=dict.fromkeys(quick if number % 3 else [], 1 + number % 4),
        )
        for number in range(12)
    }
    governed = real_model.with_derived
    load_answers(portfolio, answer_rows(governed.tables, answers_in_force(real_model, clients)), list(clients))
    rank_assessments(portfolio, governed.tables, governed.default_points)
    found = ranking(portfolio)
    told = set()
    for number, client in clients.items():
        rows = found[found["assessment"] == number]
        result = role_fit(real_model, client)
        told |= {*result.derived.values()}
        assert list(zip(rows["role"], rows["points"], strict=True)) == [(r.role, r.points) for r in result.ranking]
    assert len(told) > 1
