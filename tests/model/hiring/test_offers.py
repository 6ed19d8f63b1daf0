"""Prices brought to a month, areas covered, and what is paid already."""

import pytest

from fcio.knowledge.load import load
from fcio.model.areas import area_results
from fcio.model.fit import FitModel, role_fit
from fcio.model.hiring.offers import Price, offer, price, usual_price
from fcio.model.hiring.scores import FROM_AREAS, Score, area_score
from tests.strategies import a_client

KNOWLEDGE = load()
MODEL = FitModel.of(KNOWLEDGE)
CLIENT = a_client(
    {"headcount": 20},
    budget={"spend": {"provider": 24_000.0, "security": 3_000.0}},
    hiring={"provider_covers": {"continuity": "covers", "cloud": "partly", "data": "not"}},
)
FIT, AREAS = role_fit(MODEL, CLIENT), area_results(KNOWLEDGE, CLIENT, MODEL.tables)
FRACTIONAL, CONSULTANT = FIT.engagements["fractional_cio"], FIT.engagements["consultant"]


def test_a_price_is_brought_to_a_month_and_an_hour():
    assert price({"amount": 3000, "per": "month", "hours": 20}, FRACTIONAL) == Price(3000, 150)
    assert price({"amount": 150, "per": "hour", "hours": 20}, FRACTIONAL) == Price(3000, 150)
    assert price({"amount": 12_000, "per": "project", "hours": 80, "months": 4}, CONSULTANT) == Price(3000, 150, 12_000)
    assert price({"amount": 12_000, "per": "project"}, CONSULTANT) == Price(once=12_000)
    assert price({}, FRACTIONAL) == Price()


def test_hours_that_nobody_named_are_the_usual_ones():
    found = price({"amount": 100, "per": "hour"}, FRACTIONAL)
    assert found.hours_assumed
    assert found.month == 100 * FRACTIONAL.hours_per_month.typical


def test_a_sum_is_held_against_a_sum_and_a_month_against_a_month():
    assert usual_price(Price(month=3000), FRACTIONAL) == (3000, FRACTIONAL.fee_per_month)
    assert usual_price(Price(month=3000, once=12_000), CONSULTANT) == (12_000, CONSULTANT.fee_once)
    assert usual_price(Price(once=12_000), FRACTIONAL) is None


def test_an_offer_worked_by_hand():
    brings = {
        "price": {"amount": 3000, "per": "month"},
        "covers": {"continuity": "covers", "cloud": "partly", "data": "covers", "recap": "not"},
        "includes": ("provider", "cloud"),
    }
    found = offer(brings, CLIENT, AREAS, FRACTIONAL)
    assert found.per_area == 3000 / 2.5
    assert found.per_head == 150
    assert set(found.covers) == {"continuity", "data"}
    assert (found.partly, found.leaves_open, len(found.unknown)) == (("cloud",), ("recap",), 8)
    assert found.paid_already == {"provider": 24_000.0}
    assert set(found.covered_already) == {"continuity", "cloud"}
    assert found.price.year == 36_000


@pytest.mark.parametrize(
    ("covers", "score"),
    [
        ({"data": "covers", "cloud": "covers"}, (4, 4)),
        ({"data": "not", "cloud": "not"}, (0, 0)),
        ({"data": "covers", "cloud": "not"}, (3, 3)),
        ({"data": "partly", "cloud": "not"}, (2, 2)),
        ({"data": "covers"}, (3, 4)),
        ({"data": "not"}, (0, 1)),
        ({"cloud": "covers"}, (1, 4)),
        ({}, (0, 4)),
    ],
)
def test_coverage_is_weighed_by_what_is_short(covers, score):
    assert area_score(covers, {"data": 3.0, "cloud": 1.0}) == score


def test_without_the_weakest_area_half_is_the_most():
    counts = {"data": 3.0, "cloud": 2.5, "recap": 2.5, "projects": 2.5}
    others = dict.fromkeys(("cloud", "recap", "projects"), "covers")
    assert area_score({**others, "data": "not"}, counts) == (2, 2)
    assert area_score(others, counts) == (2, 4)
    assert area_score({**others, "data": "partly"}, counts) == (3, 3)


def test_what_is_not_said_is_never_worth_more_than_what_is():
    assert Score("coverage", 1, 4, FROM_AREAS).point == 2
