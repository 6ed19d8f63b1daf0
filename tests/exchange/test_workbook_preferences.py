"""Choices between two good things move the weights in the workbook as they do in the app."""

import random
from itertools import pairwise

import pytest

from fcio.knowledge.preferences import Side, TradeOff
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, role_fit
from fcio.model.tradeoffs import net_wins, traded_weights
from tests.exchange.calc import Sheet, put_choices, put_weights
from tests.exchange.conftest import TODAY, a_case, export, some_answers
from tests.exchange.test_workbook import assert_live, disagreements

SIDES = ("first", "second", "equal", None)


def some_pairs(criteria):
    """Every neighbouring pair of criteria, and three more against the first, so that a clamp is reached."""
    couples = [*pairwise(criteria), *((criteria[0], c) for c in criteria[2:5])]
    return tuple(
        TradeOff(
            id=f"pair_{place}",
            label=f"Pair {place}",
            text=f"Which of the two, {place}?",
            first=Side(text=f"More of {one}, {place}", criterion=one),
            second=Side(text=f"More of {other}, {place}", criterion=other),
            source="judgement",
            note="made up for a test",
        )
        for place, (one, other) in enumerate(couples)
    )


@pytest.fixture(scope="module")
def paired(real_model):
    """The real knowledge with made-up pairs."""
    knowledge = real_model.tables.knowledge
    pairs = some_pairs([criterion.id for criterion in knowledge.criteria])
    return FitModel.of(knowledge.model_copy(update={"tradeoffs": pairs}))


def some_choices(knowledge, rng):
    drawn = {pair.id: rng.choice(SIDES) for pair in knowledge.tradeoffs}
    return {pair: side for pair, side in drawn.items() if side}


def opened(model, client, tmp_path):
    return Sheet.open(export(model, client), tmp_path / "book.xlsx")


def test_choices_at_export_stand_in_the_cells_with_the_weights_they_give(paired, tmp_path):
    knowledge, rng = paired.tables.knowledge, random.Random(3)
    choices, own = some_choices(knowledge, rng), {knowledge.criteria[2].id: 4}
    client = a_case(knowledge, some_answers(knowledge, rng), tradeoffs=choices, preferences=own)
    sheet = opened(paired, client, tmp_path)
    assert disagreements(sheet) == []
    assert sheet.named("Changes") == 0
    result = role_fit(paired, client)
    assert sheet.row("Weights_now") == [result.weights[c.id] for c in knowledge.criteria]
    assert sheet.row("Net_now") == list(net_wins(knowledge, choices).values())


@pytest.mark.parametrize("seed", range(4))
def test_a_choice_moves_weights_and_ranking_and_a_weight_given_outright_stands(paired, tmp_path, seed):
    knowledge, rng = paired.tables.knowledge, random.Random(seed)
    answers = a_case(knowledge, some_answers(knowledge, rng)).answers
    sheet = opened(paired, Assessment({"name": "x"}, TODAY, answers=answers), tmp_path)
    choices = some_choices(knowledge, rng)
    put_choices(sheet, knowledge, choices)
    sheet.calculate()
    assert_live(sheet, paired, answers, traded_weights(knowledge, choices))
    own = {c.id: rng.randint(1, 4) for c in knowledge.criteria[::2]}
    put_weights(sheet, knowledge, own)
    sheet.calculate()
    assert_live(sheet, paired, answers, traded_weights(knowledge, choices) | own)


def test_a_choice_that_is_none_of_the_three_is_found_and_counts_as_none(paired, tmp_path):
    knowledge = paired.tables.knowledge
    sheet = opened(paired, Assessment({"name": "x"}, TODAY), tmp_path)
    sheet.put(f"Choice_{knowledge.tradeoffs[0].id}", "neither")
    sheet.calculate()
    assert sheet.named("All_checks") == "Look at Checks"
    assert sheet.row("Weights_now") == [c.weight for c in knowledge.criteria]
