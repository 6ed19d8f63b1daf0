"""Hiring in words: who stands first and how firmly, and why a line is there."""

import pytest

from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.model.hiring.because import ALWAYS, ANSWER, AREA, CEILING, CONFLICT, NEED, OTHERWISE, OWN, ROLE, Because
from fcio.model.hiring.candidates import candidates
from fcio.model.hiring.turns import Turn
from fcio.report.hiring_words import because_text, order_sentence, turn_sentence
from tests.strategies import a_client


@pytest.fixture
def order(real_knowledge, real_model):
    def of(**sheets):
        people = [{"name": name, "kind": "person", "scores": scores} for name, scores in sheets.items()]
        client = a_client(candidates=people)
        fit, areas = role_fit(real_model, client), area_results(real_knowledge, client, real_model.tables)
        return order_sentence(candidates(real_knowledge, client, fit, areas, "vcio", real_model.tables))

    return of


@pytest.fixture
def best(real_knowledge):
    return {criterion.id: 4 for criterion in real_knowledge.scorecard.criteria}


def test_nobody_and_one_are_no_choice(order):
    assert order() == "No candidate or offer has been put in yet."
    assert order(Ann={}).endswith("one candidate is no choice.")


def test_a_tie_is_said(order):
    three = {"trust": 3}
    assert order(Ann=three, Ben=three) == "Ann and Ben are level; choose by what no scorecard holds."
    assert order(Ann={}, Ben={}) == "Nobody is scored yet; begin with what you know."


def test_how_firm_the_first_place_is(order, best):
    assert order(Ann=best, Ben=dict.fromkeys(best, 1)) == (
        "Ann stands first, 75 of 100 points before Ben; nothing that is open can change that."
    )
    assert order(Ann=dict.fromkeys(best, 3), Ben={}).endswith("what is still open could change that.")


BECAUSE = [
    (Because(ALWAYS), "It belongs in every such talk"),
    (Because(ROLE, ("cto",)), "It belongs to a CTO"),
    (Because(ANSWER, ("on_site",)), "about once a week"),
    (Because(AREA, ("cloud",)), "Nobody has looked at Cloud readiness yet"),
    (Because(AREA, ("cloud", "data", "recap")), "Three areas are short of their targets, Cloud readiness first"),
    (Because(NEED, ("presence",)), "You need: On site and hands-on"),
    (Because(CONFLICT, ("sells_what_it_advises",)), "The adviser's employer sells what the adviser recommends"),
    (Because(OTHERWISE), "You have not said anything about it yet"),
    (Because(CEILING), "The usual fee is more than you said you could spend"),
    (Because(OWN), "You added it"),
]


@pytest.mark.parametrize(("because", "text"), BECAUSE, ids=[because.kind for because, _ in BECAUSE])
def test_why_a_line_is_there(real_knowledge, real_model, because, text):
    client = a_client({"on_site": "weekly"})
    areas = area_results(real_knowledge, client, real_model.tables)
    assert text in because_text(real_knowledge, client.answers, areas, because)


def test_what_would_turn_it(real_knowledge):
    score = turn_sentence(real_knowledge, Turn("trust", "Ann", None, 0, 2, "Ben"))
    assert score == "Ben comes first if Ann gets 0 for \u201cYou trust them\u201d (now open)."
    weight = turn_sentence(real_knowledge, Turn("price", None, 10, 17, 7, "Ben"))
    assert weight == "Ben comes first if \u201cPrice\u201d weighs 17 and not 10."
