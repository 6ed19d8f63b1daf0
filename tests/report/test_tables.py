"""Tables: the same numbers as the result, and columns that add up."""

import numpy as np
import pytest
from hypothesis import given, settings

from fcio.model.fit import FitModel, role_fit
from fcio.model.population import win_rates
from fcio.report import tables
from fcio.report.words import reasons
from tests.strategies import a_client, cases


@pytest.fixture(scope="module")
def before(real_knowledge, real_model):
    return role_fit(real_model, a_client())


@pytest.fixture(scope="module")
def after(real_knowledge, real_model):
    return role_fit(real_model, a_client({"headcount": 40}, preferences={real_knowledge.criteria[0].id: 4}))


def shorts(knowledge, result):
    return [knowledge.role(row.role).short for row in result.ranking]


def test_the_ranking_has_a_row_for_every_role_best_first(real_knowledge, before):
    frame = tables.ranking_table(real_knowledge, before)
    assert list(frame.index) == shorts(real_knowledge, before)
    assert frame["Points"].str.replace(",", "").astype(int).tolist() == [row.points for row in before.ranking]
    numbers = frame["Fit (from, to)"].str.extract(r"^([\d.]+) \(([\d.]+), ([\d.]+)\)$").astype(float)
    expected = [[row.fit, row.low, row.high] for row in before.ranking]
    assert numbers.to_numpy() == pytest.approx(np.array(expected), abs=0.051)


def test_supply_leaves_the_line_out(real_knowledge, before):
    frame = tables.supply_table(real_knowledge, before)
    assert list(frame.index) == [
        real_knowledge.role(row.role).short for row in before.ranking if row.supply is not None
    ]


@settings(max_examples=15)
@given(cases(with_gates=False))
def test_the_columns_of_the_contributions_add_up_to_the_points(case):
    knowledge, answers, wanted = case
    result = role_fit(FitModel.of(knowledge), a_client(answers, preferences=wanted))
    for other in result.ranking[1:]:
        frame = tables.contribution_table(knowledge, result, answers, other.role)
        assert len(frame) == result.shown + 2
        assert list(frame.columns) == [knowledge.role(role).short for role in (result.leader.role, other.role)]
        assert frame.iloc[:-1].sum().tolist() == frame.iloc[-1].tolist() == [result.leader.points, other.points]


def test_weights_and_strengths_have_a_row_for_every_criterion(real_knowledge, after):
    names = [criterion.name for criterion in real_knowledge.criteria]
    weights = tables.weight_table(real_knowledge, after)
    assert list(weights.index) == names
    assert weights["Weight"].astype(int).tolist() == list(after.weights.values())
    turned = {flip.criterion for flip in after.weight_flips if flip.share_at_flip <= tables.MOST_WEIGHT}
    last = weights.iloc[:, -1]
    assert sum(text != "nowhere near" for text in last) == len(turned)
    strengths = tables.strength_table(real_knowledge)
    assert list(strengths.index) == names
    for criterion, text in zip(real_knowledge.criteria, strengths["Strength"], strict=True):
        groups = dict(part.split(": ") for part in text.split("; "))
        assert list(groups) == sorted(groups, reverse=True)
        found = {short: int(value) for value, shorts in groups.items() for short in shorts.split(", ")}
        assert found == {role.short: role.strengths[criterion.id].value for role in real_knowledge.roles}


def test_win_rates_have_a_row_for_every_kind_of_firm(real_knowledge, real_model):
    rates = win_rates(real_model.tables, real_model.default_points, np.random.default_rng(1), 200)
    frame = tables.win_rate_table(real_knowledge, rates)
    assert len(frame) == 1 + len(real_knowledge.population)
    for text in frame["First"]:
        assert all(role.short in text for role in real_knowledge.roles)
    leader = real_knowledge.role(rates.roles[int(rates.overall.argmax())]).short
    assert frame.loc["All firms", "First"].startswith(leader)


def test_a_change_is_the_difference_of_two_results(real_knowledge, before, after):
    frame = tables.change_table(real_knowledge, before, after)
    assert list(frame.index) == shorts(real_knowledge, after)
    for row in after.ranking:
        moved = float(frame.loc[real_knowledge.role(row.role).short, "Change"].replace("\u2212", "-"))
        assert moved == pytest.approx(row.fit - before.score(row.role).fit, abs=0.051)


def test_changed_answers_are_listed_and_equal_ones_are_not(real_knowledge):
    frame = tables.answer_changes(real_knowledge, {"headcount": 5}, {"headcount": 40})
    assert list(frame.index) == [real_knowledge.question("headcount").label]
    assert frame["Before"].iloc[0].startswith("5 ") and frame["After"].iloc[0].startswith("40 ")
    assert tables.answer_changes(real_knowledge, {"headcount": 5}, {"headcount": 5}).empty


def test_what_follows_from_the_areas_stands_beside_the_answers(real_knowledge, real_model):
    lowest = {i.id: 1 for area in real_knowledge.areas for i in area.indicators}
    client = a_client({"headcount": 40}, areas=lowest)
    result = role_fit(real_model, client)
    rival = result.ranking[1].role
    frame = tables.contribution_table(real_knowledge, result, client.answers, rival)
    assert "Governing technology: Far below" in frame.index
    question = real_knowledge.question("governance_gap")
    texts = {row.question: row.text for row in reasons(real_knowledge, result, client.answers, "not_yet")}
    assert texts["governance_gap"] == question.options[-1].says
