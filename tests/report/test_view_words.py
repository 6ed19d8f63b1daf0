"""Sentences about other views say the numbers they are given."""

import numpy as np

from fcio.model.fit import role_fit
from fcio.model.views import CentralWeights, Radius, SecondOpinion, central_weights, uniform_weights
from fcio.report.view_words import radius_sentence, second_opinion_sentence, view_sentences
from tests.strategies import a_client


def test_the_nearest_rival_is_named_with_its_radius(real_knowledge):
    said = radius_sentence(real_knowledge, (Radius("cto", 0.18), Radius("vcio", 0.5)))
    assert "18\u00a0%" in said and real_knowledge.role("cto").article_name in said
    assert "doubled" in radius_sentence(real_knowledge, (Radius("cto", 1.2),))
    assert "No shift" in radius_sentence(real_knowledge, ())


def test_every_other_role_with_a_view_is_named_once(real_knowledge, real_model):
    result = role_fit(real_model, a_client({"gap_nature": "direction"}))
    t = real_model.tables
    needs = np.array([result.needs[c] for c in t.criteria])
    views = central_weights(t, needs, t.weight, uniform_weights(np.random.default_rng(1), 4_000, len(t.criteria)))
    said = list(view_sentences(real_knowledge, result, views))
    line = {role.id for role in real_knowledge.roles if role.is_line}
    wanted = [v for v in views if v.role not in {*line, result.leader.role} and v.acceptability >= 0.01]
    assert len(said) == len(wanted) > 0
    for sentence, view in zip(said, wanted, strict=True):
        assert sentence.startswith(real_knowledge.role(view.role).article_name)
    rare = CentralWeights(wanted[0].role, 0.001, wanted[0].weights)
    assert not list(view_sentences(real_knowledge, result, (rare,)))


def test_agreement_and_disagreement_are_said(real_knowledge, real_model):
    result = role_fit(real_model, a_client({"gap_nature": "direction"}))
    engaged = [row.role for row in result.ranking if not real_knowledge.role(row.role).is_line]
    same = SecondOpinion(tuple((role, 0.5) for role in engaged))
    turned = SecondOpinion(tuple((role, 0.5) for role in engaged[::-1]))
    assert "also puts" in second_opinion_sentence(real_knowledge, result, same)
    assert f"in place {len(engaged)}" in second_opinion_sentence(real_knowledge, result, turned)
