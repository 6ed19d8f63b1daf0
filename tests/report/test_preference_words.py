"""What preferences did, in words and tables."""

from dataclasses import replace
from itertools import product

import pytest

from fcio.model.fit import role_fit
from fcio.model.situation import situation
from fcio.model.tradeoffs import Circle, against_answers, contradictions
from fcio.report.preference_words import (
    against_sentence,
    contradiction_sentence,
    effect_sentence,
    effect_table,
    moved_weights,
    preference_sentences,
)
from tests.strategies import a_client

ANSWERS = {"headcount": 40, "gap_nature": "direction", "operations": "provider_works", "on_site": "not_needed"}


def with_choices(model, **choices):
    client = a_client(ANSWERS, tradeoffs=choices)
    return client, role_fit(model, replace(client, tradeoffs={})), role_fit(model, client)


def test_without_a_choice_no_weight_has_moved(real_knowledge, real_model):
    _, before, after = with_choices(real_model)
    assert effect_sentence(real_knowledge, before, after).startswith("No weight has moved")
    assert set(effect_table(real_knowledge, before, after)["Change"]) == {"+0.0"}


def test_the_sentence_names_another_leader_only_where_there_is_one(real_knowledge, real_model):
    pairs = [pair.id for pair in real_knowledge.tradeoffs][:4]
    told = set()
    for sides in product(("first", "second"), repeat=len(pairs)):
        _, before, after = with_choices(real_model, **dict(zip(pairs, sides, strict=True)))
        sentence = effect_sentence(real_knowledge, before, after)
        moved = before.leader.role != after.leader.role
        assert ("would lead" in sentence) == moved
        assert real_knowledge.role(after.leader.role).article_name in sentence
        told.add(moved)
    assert told == {True, False}


def test_each_weight_says_what_moved_it(real_knowledge):
    client = a_client({}, tradeoffs={"near_or_far": "first"}, preferences={"change": 4})
    table = moved_weights(real_knowledge, client)
    names = {c.id: c.name for c in real_knowledge.criteria}
    assert table.loc[names["presence"]].tolist() == ["3 (was 2)", "On site or at a distance (+1)"]
    assert table.loc[names["low_cost"]].tolist() == ["2 (was 3)", "On site or at a distance (\u22121)"]
    assert table.loc[names["change"]].tolist() == ["4 (was 2)", "set outright"]
    assert table.loc[names["people"]].tolist() == ["2", ""]


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ({"cost_or_days": "first", "near_or_far": "first"}, "stays as it is"),
        ({"person_or_firm": "first", "stay_or_finish": "second"}, "lasting ownership stays as it is"),
    ],
)
def test_choices_that_cancel_out_are_named_with_both_sides(real_knowledge, choices, told):
    (found,) = contradictions(real_knowledge, choices)
    sentence = contradiction_sentence(real_knowledge, found, choices)
    assert told in sentence and sentence.count("\u201c") == 2


def test_a_circle_names_each_criterion_and_comes_back_to_the_first(real_knowledge):
    circle = Circle(("low_cost", "strategy", "presence"), ("a", "b", "c"))
    sentence = contradiction_sentence(real_knowledge, circle, {})
    assert sentence.count("predictable low cost") == 2 and sentence.count("on site and hands-on") == 1


def test_a_choice_against_an_answer_repeats_both(real_knowledge, real_model):
    client, _, _ = with_choices(real_model, near_or_far="first")
    (found,) = against_answers(situation(real_model.tables, ANSWERS), client.tradeoffs)
    sentence = against_sentence(real_knowledge, found, client)
    assert "with you on site" in sentence and "it is not needed" in sentence
    assert list(preference_sentences(real_knowledge, client, (), (found,))) == [sentence]
