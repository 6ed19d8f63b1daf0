"""Preferences as trade-offs: weights, choices that pull against each other, and against the answers."""

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.preferences import Side, TradeOff
from fcio.model.situation import situation
from fcio.model.tables import tables
from fcio.model.tradeoffs import (
    Circle,
    Torn,
    against_answers,
    chosen_sides,
    client_weights,
    contradictions,
    net_wins,
    traded_weights,
)
from tests.strategies import CRITERIA, JUDGED, a_knowledge, a_question, an_option, one_of, with_texts

STRENGTHS = {"cto": dict.fromkeys(CRITERIA, 1), "vcio": dict.fromkeys(CRITERIA, 2)}
SIDES = st.sampled_from(["first", "second", "equal"])


def pair(name, first, second, against=None):
    sides = {
        place: Side(text=place, criterion=criterion, against=(against or {}).get(place, ()))
        for place, criterion in (("first", first), ("second", second))
    }
    return with_texts(TradeOff, id=name, **sides, **JUDGED)


def knowing(*pairs, weights=None):
    question = a_question("q", [an_option("yes", {"alpha": 1}), an_option("no")])
    return a_knowledge([question], STRENGTHS, weights=weights).model_copy(update={"tradeoffs": pairs})


ROUND = knowing(pair("ab", "alpha", "beta"), pair("bc", "beta", "gamma"), pair("ca", "gamma", "alpha"))


@st.composite
def chosen(draw):
    edges = draw(
        st.lists(st.tuples(*[st.sampled_from(CRITERIA)] * 2).filter(lambda e: e[0] != e[1]), min_size=1, max_size=6)
    )
    pairs = [pair(f"p{n}", *edge) for n, edge in enumerate(edges)]
    weights = {c: draw(st.integers(1, 4)) for c in CRITERIA}
    return knowing(*pairs, weights=weights), {p.id: draw(SIDES) for p in pairs}


@given(chosen())
def test_weights_stay_between_one_and_four_and_move_by_the_net_wins(case):
    knowledge, choices = case
    net = net_wins(knowledge, choices)
    assert sum(net.values()) == 0
    for criterion in knowledge.criteria:
        weight = traded_weights(knowledge, choices)[criterion.id]
        assert 1 <= weight <= 4
        assert (weight - criterion.weight) * net[criterion.id] >= 0
        assert abs(weight - criterion.weight) <= abs(net[criterion.id])


@given(chosen(), st.dictionaries(st.sampled_from(CRITERIA), st.integers(1, 4)))
def test_a_weight_given_outright_stands_over_the_choices(case, outright):
    knowledge, choices = case
    assert outright.items() <= client_weights(knowledge, choices, outright).items()
    assert client_weights(knowledge, dict.fromkeys(choices, "equal"), {}) == {}


@given(chosen())
def test_every_criterion_that_won_and_lost_is_told_once_and_no_other(case):
    knowledge, choices = case
    sides = chosen_sides(knowledge, choices)
    mixed = {won.criterion for _, won, _ in sides} & {lost.criterion for _, _, lost in sides}
    found = contradictions(knowledge, choices)
    torn = [t.criterion for t in found if isinstance(t, Torn)]
    in_circles = {c for t in found if isinstance(t, Circle) for c in t.criteria}
    assert len(torn) == len(set(torn))
    assert set(torn) | in_circles == mixed
    assert not set(torn) & in_circles


@given(chosen())
def test_a_circle_really_goes_round(case):
    knowledge, choices = case
    by_pair = {p.id: (won.criterion, lost.criterion) for p, won, lost in chosen_sides(knowledge, choices)}
    for circle in contradictions(knowledge, choices):
        if isinstance(circle, Circle):
            ring = (*circle.criteria, circle.criteria[0])
            assert [by_pair[p] for p in circle.pairs] == list(pairwise(ring))


def test_three_choices_that_go_round_are_one_circle():
    (found,) = contradictions(ROUND, dict.fromkeys(["ab", "bc", "ca"], "first"))
    assert isinstance(found, Circle) and set(found.pairs) == {"ab", "bc", "ca"}


def test_three_choices_in_a_line_are_no_circle():
    found = contradictions(ROUND, {"ab": "first", "bc": "first", "ca": "second"})
    assert found == (Torn("beta", ("bc",), ("ab",), 0),)


def test_a_choice_against_an_answer_names_the_question(real_model):
    choices = {"independent_or_familiar": "second", "near_or_far": "first"}
    for answer, told in (("independent", True), ("one_provider", False), ("dont_know", False)):
        found = against_answers(situation(real_model.tables, {"advice_source": answer}), choices)
        assert [a.questions for a in found] == ([("advice_source",)] if told else [])


def test_no_pair_of_answers_forbids_both_sides_of_a_pair(real_knowledge):
    for p in real_knowledge.tradeoffs:
        tests = [
            {(q, o) for alt in side.against for q, t in alt.items() for o in t.any_of} for side in (p.first, p.second)
        ]
        assert not tests[0] & tests[1], p.id


def test_either_choice_of_every_pair_moves_a_weight(real_knowledge):
    usual = traded_weights(real_knowledge, {})
    for p, side in product(real_knowledge.tradeoffs, ("first", "second")):
        assert traded_weights(real_knowledge, {p.id: side}) != usual


def test_an_unknown_answer_is_against_nothing():
    knowledge = knowing(pair("ab", "alpha", "beta", {"first": ({"q": one_of("no")},)}))
    assert not against_answers(situation(tables(knowledge), {}), {"ab": "first"})
    assert against_answers(situation(tables(knowledge), {"q": "no"}), {"ab": "first"})
