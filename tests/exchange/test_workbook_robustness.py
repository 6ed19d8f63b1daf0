"""How firmly the first place stands: the workbook says what the page says, and follows a change."""

import random
from io import BytesIO

import numpy as np
import openpyxl
import pytest

from fcio.exchange.workbook import Extras, workbook
from fcio.model.answers import checked_answers
from fcio.model.assessment import Assessment
from fcio.model.fit import role_fit
from fcio.model.views import central_weights, robustness_radii, second_opinion, uniform_weights
from fcio.report.view_words import radius_sentence, second_opinion_sentence
from tests.exchange.calc import Sheet, put_answers, put_weights
from tests.exchange.conftest import TODAY, WRITTEN, a_case, export, some_answers


def assert_robust(sheet, model, client):
    """Needs, radii, turning weights and the second method of the recalculated workbook are the model's."""
    t, result = model.tables, role_fit(model, client)
    needs, weight = np.array(list(result.needs.values())), np.array(list(result.weights.values()))
    assert sheet.row("Needs_now") == pytest.approx(needs)
    radii = robustness_radii(t, needs, weight, t.roles.index(result.leader.role))
    for radius in radii:
        assert sheet.named(f"Radius_{radius.rival}") == pytest.approx(radius.share)
    turns = {flip.criterion: flip for flip in result.weight_flips}
    shares = [turns[c].share_at_flip if c in turns else "\u2013" for c in t.criteria]
    roles = [t.knowledge.role(turns[c].becomes).short if c in turns else "nobody" for c in t.criteria]
    for got, share in zip(sheet.row("Turning_shares"), shares, strict=True):
        assert got == share or got == pytest.approx(share)
    assert sheet.row("Turning_roles") == roles
    other = second_opinion(t, needs, weight)
    for role, closeness in other.ranking:
        assert sheet.named(f"Closeness_{role}") == pytest.approx(closeness)
    assert sheet.named("Second_sentence") == second_opinion_sentence(t.knowledge, result, other)
    assert sheet.named("Radius_sentence") == radius_sentence(t.knowledge, radii)


def test_answers_and_weights_typed_in_move_it_as_they_move_the_app(blank, real_model, tmp_path):
    knowledge, rng = real_model.tables.knowledge, random.Random(20261125)
    sheet = Sheet.open(blank, tmp_path / "blank.xlsx")
    for _ in range(12):
        answers = checked_answers(knowledge, some_answers(knowledge, rng))
        weights = {c.id: rng.randint(1, 4) for c in knowledge.criteria}
        put_answers(sheet, knowledge, answers)
        put_weights(sheet, knowledge, weights)
        sheet.calculate()
        assert_robust(sheet, real_model, Assessment({"name": "x"}, TODAY, answers=answers, preferences=weights))


def robustness(content):
    """Every value on the sheet, row by row."""
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    return [[cell.value for cell in row] for row in book["Robustness"].iter_rows()]


def test_what_the_app_drew_stands_as_at_export(real_model):
    client = a_case(real_model.tables.knowledge, some_answers(real_model.tables.knowledge, random.Random(4)))
    rows = {row[0]: row for row in robustness(export(real_model, client))}
    scores = [role_fit(real_model, client).score(role) for role in real_model.tables.roles]
    last = 4 + len(scores)
    assert rows["Weights and open answers vary"][4:last] == [score.first for score in scores]
    assert rows["Only the weights vary"][4:last] == [score.first_by_weights for score in scores]
    assert rows["Only the open answers vary"][4:last] == [score.first_by_answers for score in scores]


def test_typical_weights_of_others_stand_where_views_are_handed_in(real_model):
    t = real_model.tables
    client = a_case(t.knowledge, some_answers(t.knowledge, random.Random(4)))
    result = role_fit(real_model, client)
    views = uniform_weights(np.random.default_rng(1), 500, len(t.criteria))
    content = workbook(t.knowledge, real_model, client, result, written=WRITTEN, extras=Extras(views=views))
    rows = robustness(content)
    top = next(place for place, row in enumerate(rows) if row[0] == "Share of all possible views")
    needs, weight = np.array(list(result.needs.values())), np.array(list(result.weights.values()))
    for view in central_weights(t, needs, weight, views):
        column = 4 + t.roles.index(view.role)
        assert rows[top][column] == view.acceptability
        got = [row[column] for row in rows[top + 1 : top + 1 + len(t.criteria)]]
        assert got == pytest.approx(list(view.weights.values()))
