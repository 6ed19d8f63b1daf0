"""The parts of a case file about hiring: kept as they are, and refused by field with a cure."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.exchange.case_file import assessment, checked_document, read_case, write_case
from fcio.knowledge.load import load
from fcio.model.answers import Refused
from fcio.report.owner_letter import PARAGRAPHS

KNOWLEDGE = load()
assert KNOWLEDGE.scorecard is not None and KNOWLEDGE.budget is not None
BARE = {"fcio": 1, "client": {"name": "Example Ltd"}}
CRITERIA = [one.id for one in KNOWLEDGE.scorecard.criteria]
AREAS = [area.id for area in KNOWLEDGE.areas]
LINES = [category.id for category in KNOWLEDGE.budget.categories]
ENGAGED = [role.id for role in KNOWLEDGE.roles if not role.is_line]
ASKED = [question.id for question in KNOWLEDGE.hiring_questions]
LONG = "x" * 20_000

lines = st.text(min_size=1, max_size=40).filter(str.strip)
prices = st.fixed_dictionaries(
    {"amount": st.floats(0, 1e6), "per": st.sampled_from(["month", "hour", "project"])},
    optional={"hours": st.floats(0.25, 500)},
)
people = st.fixed_dictionaries(
    {"name": st.text("abcdefghij", min_size=1, max_size=12), "kind": st.sampled_from(["person", "offer"])},
    optional={
        "role": st.sampled_from(ENGAGED),
        "scores": st.dictionaries(st.sampled_from(CRITERIA), st.integers(0, 4)),
        "price": prices,
        "covers": st.dictionaries(st.sampled_from(AREAS), st.sampled_from(["covers", "partly", "not", "unknown"])),
        "includes": st.lists(st.sampled_from(LINES), unique=True),
        "sells": st.booleans(),
        "provider": st.booleans(),
        "notes": st.text(max_size=40),
    },
)
own_questions = st.fixed_dictionaries(
    {"text": lines}, optional={"good": lines, "worrying": lines, "criterion": st.sampled_from(CRITERIA)}
)
hirings = st.fixed_dictionaries(
    {},
    optional={
        "role": st.sampled_from([*ENGAGED, "not_yet"]),
        "weights": st.dictionaries(st.sampled_from(CRITERIA), st.integers(1, 100), min_size=1),
        "questions": st.fixed_dictionaries(
            {"own": st.lists(own_questions, min_size=1, max_size=3)},
            optional={
                "dropped": st.lists(st.sampled_from(ASKED), min_size=1, unique=True),
                "changed": st.dictionaries(st.sampled_from(ASKED), lines, min_size=1),
            },
        ),
        "provider_covers": st.dictionaries(st.sampled_from(AREAS), st.just("partly"), min_size=1),
        "letter": st.dictionaries(st.sampled_from(PARAGRAPHS), st.text(max_size=40), min_size=1),
    },
)


@given(st.lists(people, max_size=10, unique_by=lambda one: one["name"]), hirings)
def test_hiring_comes_back_as_it_was(given_people, hiring):
    document = BARE | {"candidates": given_people, "hiring": hiring}
    text = write_case(checked_document(KNOWLEDGE, document))
    assert json.loads(text) == document
    again = read_case(KNOWLEDGE, text)
    assert write_case(again) == text
    client = assessment(again, date(2026, 1, 1))
    assert [one["name"] for one in client.candidates] == [one["name"] for one in given_people]


def test_what_is_empty_is_left_out():
    given_hiring = {"weights": {}, "questions": {"dropped": [], "own": []}, "letter": {}}
    assert checked_document(KNOWLEDGE, BARE | {"hiring": given_hiring})["hiring"] == {}


ANN = {"name": "Ann", "kind": "person"}
NAN = float("nan")
REFUSED_CANDIDATES = [
    ("Ann", "candidates"),
    ([{"kind": "person"}], "candidates.1.name"),
    ([ANN | {"name": "  "}], "candidates.1.name"),
    ([ANN | {"name": "x" * 201}], "candidates.1.name"),
    ([{"name": "Ann"}], "candidates.1.kind"),
    ([ANN | {"kind": "robot"}], "candidates.1.kind"),
    ([ANN | {"name": f"P{n}"} for n in range(11)], "candidates"),
    ([ANN, ANN | {"name": " ann "}], "candidates.2.name"),
    ([ANN | {"role": "not_yet"}], "candidates.1.role"),
    ([ANN | {"scores": {"charm": 2}}], "candidates.1.scores.charm"),
    ([ANN | {"scores": {"trust": 5}}], "candidates.1.scores.trust"),
    ([ANN | {"scores": {"trust": 2.5}}], "candidates.1.scores.trust"),
    ([ANN | {"scores": {"trust": True}}], "candidates.1.scores.trust"),
    ([ANN | {"price": {"amount": NAN, "per": "month"}}], "candidates.1.price.amount"),
    ([ANN | {"price": {"amount": float("inf"), "per": "month"}}], "candidates.1.price.amount"),
    ([ANN | {"price": {"amount": -1, "per": "month"}}], "candidates.1.price.amount"),
    ([ANN | {"price": {"amount": 100}}], "candidates.1.price.per"),
    ([ANN | {"price": {"amount": 100, "per": "word"}}], "candidates.1.price.per"),
    ([ANN | {"price": {"amount": 100, "per": "month", "months": 3}}], "candidates.1.price.months"),
    ([ANN | {"price": {"amount": 100, "per": "hour", "hours": "ten"}}], "candidates.1.price.hours"),
    ([ANN | {"price": {"amount": 100, "per": "hour", "hours": 0}}], "candidates.1.price.hours"),
    ([ANN | {"price": {"amount": 100, "per": "project", "months": 0}}], "candidates.1.price.months"),
    ([ANN | {"covers": {"garden": "covers"}}], "candidates.1.covers.garden"),
    ([ANN | {"covers": {"cloud": "maybe"}}], "candidates.1.covers.cloud"),
    ([ANN | {"includes": ["rent"]}], "candidates.1.includes"),
    ([ANN | {"sells": "yes"}], "candidates.1.sells"),
    ([ANN | {"notes": LONG}], "candidates.1.notes"),
    ([ANN | {"shoes": 43}], "candidates.1.shoes"),
]
REFUSED_HIRING = [
    (7, "hiring"),
    ({"salary": 1}, "hiring.salary"),
    ({"role": "king"}, "hiring.role"),
    ({"weights": dict.fromkeys(CRITERIA, 0)}, "hiring.weights"),
    ({"weights": {"trust": -1}}, "hiring.weights.trust"),
    ({"weights": {"trust": 101}}, "hiring.weights.trust"),
    ({"weights": {"trust": 2.5}}, "hiring.weights.trust"),
    ({"weights": {"charm": 5}}, "hiring.weights.charm"),
    ({"questions": {"dropped": ["ask_nothing"]}}, "hiring.questions.dropped.ask_nothing"),
    ({"questions": {"changed": {"ask_nothing": "x"}}}, "hiring.questions.changed.ask_nothing"),
    ({"questions": {"changed": {"ask_words": " "}}}, "hiring.questions.changed.ask_words"),
    ({"questions": {"changed": {"ask_words": LONG}}}, "hiring.questions.changed.ask_words"),
    ({"questions": {"own": [{}]}}, "hiring.questions.own.1.text"),
    ({"questions": {"own": [{"text": "x"}] * 21}}, "hiring.questions.own"),
    ({"questions": {"own": [{"text": "x", "criterion": "charm"}]}}, "hiring.questions.own.1.criterion"),
    ({"provider_covers": {"cloud": "unknown"}}, "hiring.provider_covers.cloud"),
    ({"letter": {"poem": "x"}}, "hiring.letter.poem"),
    ({"letter": {"closing": LONG}}, "hiring.letter.closing"),
]


@pytest.mark.parametrize(("value", "field"), REFUSED_CANDIDATES, ids=str)
def test_candidates_are_refused_by_field(value, field):
    with pytest.raises(Refused) as refused:
        checked_document(KNOWLEDGE, BARE | {"candidates": value})
    assert refused.value.field == field
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(("value", "field"), REFUSED_HIRING, ids=str)
def test_hiring_is_refused_by_field(value, field):
    with pytest.raises(Refused) as refused:
        checked_document(KNOWLEDGE, BARE | {"hiring": value})
    assert refused.value.field == field
    assert "\n" not in str(refused.value)
