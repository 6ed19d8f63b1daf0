"""The firm in numbers: typed, told by the intake, or estimated; and what answers and sizes multiply."""

import pytest
from hypothesis import given

from fcio.knowledge.amounts import Term
from fcio.knowledge.load import load
from fcio.model.amounts import ESTIMATE, INTAKE, OWN, SPENT, known
from tests.risk_firms import a_fact, a_figure, a_scenario, by_answer, by_bands, firm, real_firms, risk_knowledge
from tests.strategies import a_client, real_examples

REAL = load()
SIZE = by_answer("size_factor", "size", {"small": 0.5, "large": 2.0}, usual=0.9)
DUTIES = by_answer("duty_factor", "duties", {"cards": 1.5, "health": 3.0, "none": 0.7}, usual=1.2)
BANDS = by_bands("band_factor", "turnover", {0: 0.5, 1000: 1.0, 5000: 4.0}, usual=9.0)
KNOWLEDGE = risk_knowledge(
    figures=(a_figure("per_head", 100.0, 50.0, 300.0), a_figure("usual_people", 20.0, 5.0, 60.0)),
    facts=(
        a_fact("heads", Term(figures=("usual_people",)), question="people"),
        a_fact("turnover", Term(figures=("per_head",), facts=("heads",), factors=("size_factor",))),
        a_fact("mixed", Term(figures=("per_head",)), Term(facts=("turnover",), factors=("duty_factor",))),
    ),
    factors=(SIZE, DUTIES, BANDS),
)


def of(answers=None, **more):
    return firm(KNOWLEDGE, a_client(answers, **more))


# ---- where a fact comes from


def test_what_the_owner_typed_stands_before_the_intake():
    facts = of({"people": 40.0}, facts={"heads": 33.0})
    assert facts.fact("heads") == known(33.0, OWN)
    assert facts.estimated("heads") == known(40.0, INTAKE)


def test_what_the_intake_tells_stands_before_an_estimate():
    assert of({"people": 40.0}).fact("heads") == known(40.0, INTAKE)


@pytest.mark.parametrize("answer", [{}, {"people": "dont_know"}, {"people": "rather_not_say"}])
def test_what_nobody_said_is_estimated_with_its_range(answer):
    found = of(answer).fact("heads")
    assert (found.low, found.typical, found.high, found.origin) == (5, 20, 60, ESTIMATE)


def test_a_typed_nothing_is_a_number():
    assert of({"people": 40.0}, facts={"heads": 0.0}).fact("heads") == known(0.0, OWN)


def test_an_estimate_follows_from_what_is_known_of_the_others():
    """100 for each of 40 people, twice in a large firm."""
    found = of({"people": 40.0, "size": "large"}).fact("turnover")
    assert (found.low, found.typical, found.high) == (4000, 8000, 24000)


def test_typed_spending_tells_the_risk_once_every_line_of_it_is_known():
    def software(spend, **more):
        return firm(REAL, a_client(budget={"spend": spend}, **more)).fact("software_spend")

    assert software({"software": 9000.0, "cloud": 3000.0}) == known(12_000.0, SPENT)
    assert software({"software": 9000.0}).origin == ESTIMATE
    assert software({"software": 9000.0, "cloud": 3000.0}, facts={"software_spend": 5.0}) == known(5.0, OWN)


def test_a_figure_of_their_own_takes_the_place_of_ours():
    assert of({"people": 40.0, "size": "large"}, overrides={"per_head": 10}).fact("turnover").typical == 800


# ---- the receipt


def test_a_receipt_names_every_factor_and_where_it_comes_from():
    (product,) = of({"people": 40.0, "size": "large"}).fact("turnover").products
    assert [(part.kind, part.id, part.typical, part.source) for part in product.parts] == [
        ("figure", "per_head", 100.0, "judgement"),
        ("fact", "heads", 40.0, INTAKE),
        ("factor", "size_factor", 2.0, "judgement"),
    ]
    assert all(part.note for part in product.parts if part.kind != "fact")


def test_terms_are_added_up():
    """100, and a turnover of 8,000 times 1.5."""
    assert of({"people": 40.0, "size": "large", "duties": ("cards",)}).fact("mixed").typical == 12100


def test_a_rate_of_other_scenarios_is_one_factor_of_the_receipt():
    scenarios = tuple(a_scenario(one, Term(), Term(), label=one.title()) for one in ("fire", "flood"))
    facts = firm(KNOWLEDGE.model_copy(update={"scenarios": scenarios}), a_client())
    rates = {"fire": known(0.1, ESTIMATE), "flood": known(0.3, ESTIMATE)}
    found = facts.amount([Term(figures=("per_head",), scenarios=("fire", "flood"))], rates.__getitem__)
    assert found.typical == pytest.approx(40)
    assert found.products[0].parts[-1].label == "Fire + Flood"


@given(real_firms(REAL))
@real_examples(15)
def test_every_receipt_of_the_real_facts_multiplies_out(client):
    facts = firm(REAL, client)
    for fact in REAL.facts:
        amount = facts.fact(fact.id)
        if amount.products:
            assert amount.typical == pytest.approx(sum(product.at("typical") for product in amount.products))
        assert amount.low <= amount.typical <= amount.high


# ---- a firm after a change


def test_a_change_multiplies_a_fact_wherever_it_comes_from():
    for client in (a_client(), a_client({"people": 40.0}), a_client(facts={"heads": 33.0})):
        before, after = firm(KNOWLEDGE, client), firm(KNOWLEDGE, client, heads=2.0)
        assert after.fact("heads") == before.fact("heads").times(2)
        assert after.fact("turnover").typical == 2 * before.fact("turnover").typical


# ---- factors


@pytest.mark.parametrize(
    ("answers", "times"),
    [({"size": "small"}, 0.5), ({"size": "large"}, 2.0), ({}, 0.9), ({"size": "dont_know"}, 0.9)],
)
def test_an_answer_multiplies_and_an_open_one_counts_as_usual(answers, times):
    part = of(answers).factor("size_factor")
    assert (part.low, part.typical, part.high) == (times, times, times)


@pytest.mark.parametrize(
    ("ticked", "times"),
    [(("cards",), 1.5), (("cards", "health"), 3.0), (("health", "cards"), 3.0), (("none",), 0.7), ("dont_know", 1.2)],
)
def test_of_several_ticked_options_the_largest_counts(ticked, times):
    assert of({"duties": ticked}).factor("duty_factor").typical == times


def test_an_option_that_the_factor_does_not_name_changes_nothing():
    few = KNOWLEDGE.model_copy(update={"factors": (by_answer("size_factor", "size", {"small": 0.5}),)})
    assert firm(few, a_client({"size": "large"})).factor("size_factor").typical == 1.0


@pytest.mark.parametrize(
    ("turnover", "times"), [(0, 0.5), (999, 0.5), (1000, 1.0), (4999.99, 1.0), (5000, 4.0), (1e9, 4.0)]
)
def test_a_band_holds_from_its_edge_to_the_next(turnover, times):
    assert of(facts={"turnover": float(turnover)}).factor("band_factor").typical == times
