"""The case file: kept letter for letter, and refused by field when something is wrong."""

import json
from datetime import date
from functools import cache

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from fcio.exchange.case_file import (
    CLIENT_KEYS,
    MARKS,
    assessment,
    checked_document,
    kept_document,
    read_case,
    write_case,
)
from fcio.exchange.risk_parts import figure_limits
from fcio.knowledge.load import load
from fcio.model.answers import Refused, shown_key
from fcio.model.fit import FitModel, role_fit
from fcio.model.parameters import LIMITS
from tests.strategies import definite_answers

TODAY = date(2026, 11, 22)
KNOWLEDGE = load()  # for the strategies, which no fixture reaches
CLIENT = {"name": "Example Ltd"}
BARE = {"fcio": 1, "client": CLIENT}
ODD_TEXTS = (
    "=1+1",
    "👩🏽‍🔧 needs a hand 🛠️",
    "שלום, מה שלומך? مرحبا",
    "  leading, trailing  \r\n\ttabs \x00 and \u2028 lines \ufeff",
    "x" * 10_000,
    "dont_know",
    '"quoted" \\ and </script>',
)
texts = st.one_of(st.sampled_from(ODD_TEXTS), st.text(max_size=40))


@cache
def model():
    return FitModel.of(KNOWLEDGE)


def with_answer(question, answer):
    return BARE | {"answers": {question: answer}}


def roadmap(**choices):
    return BARE | {"roadmap": choices}


@st.composite
def answers(draw):
    """Answers of every kind, some open, as a program would write them: options in file order."""
    given_answers = {}
    for question in draw(st.lists(st.sampled_from(KNOWLEDGE.questions), unique_by=lambda q: q.id, max_size=25)):
        if question.kind == "text":
            answer = draw(texts)
        elif draw(st.integers(0, 4)) == 0:
            answer = draw(st.sampled_from(["dont_know", "rather_not_say"]))
        else:
            answer = draw(definite_answers(question))
        if isinstance(answer, list):
            answer = [option.id for option in question.options if option.id in answer]
        if question.kind == "number" and isinstance(answer, int) and draw(st.booleans()):
            answer = min(answer + 0.1, question.maximum)
        given_answers[question.id] = answer
    return given_answers


@st.composite
def spreads(draw):
    low, typical, high = sorted(draw(st.lists(st.floats(1, 1e6), min_size=3, max_size=3)))
    return {"low": low, "typical": typical, "high": high}


def sometimes(draw, value):
    return draw(st.one_of(st.none(), value))


@st.composite
def documents(draw):
    """Case files with any of the parts, each with something odd in it."""
    questions = st.sampled_from([question.id for question in KNOWLEDGE.questions])
    names = st.text(min_size=1, max_size=200).filter(str.strip)
    roles = st.sampled_from([role.id for role in KNOWLEDGE.roles])
    person = st.fixed_dictionaries({}, optional={"name": texts, "interest": texts})
    pin = st.fixed_dictionaries({"role": roles, "reason": texts.filter(str.strip)})
    free = {key for key, one in KNOWLEDGE.parameters.items() if one.unit not in LIMITS}
    figures = st.sampled_from(sorted(free - figure_limits(KNOWLEDGE).keys()))
    parts = {
        "as_of": sometimes(draw, st.dates().map(date.isoformat)),
        "client": {"name": draw(names)} | draw(st.dictionaries(st.sampled_from(CLIENT_KEYS[1:]), texts)),
        "currency": sometimes(draw, st.just("USD")),
        "answers": sometimes(draw, answers()),
        "marks": sometimes(draw, st.dictionaries(questions, st.sampled_from(MARKS), max_size=4)),
        "preferences": sometimes(
            draw,
            st.dictionaries(st.sampled_from([c.id for c in KNOWLEDGE.criteria]), st.integers(1, 4)),
        ),
        "overrides": sometimes(draw, st.dictionaries(figures, st.one_of(st.floats(1, 1e6), spreads()), max_size=3)),
        "seats": sometimes(draw, st.dictionaries(st.sampled_from(["owner", "consultant"]), person)),
        "pins": sometimes(draw, st.dictionaries(st.just("recommendation"), pin)),
        "notes": sometimes(draw, st.dictionaries(st.one_of(questions, st.just("general")), texts, max_size=4)),
    }
    return {"fcio": 1} | {key: value for key, value in parts.items() if value is not None}


@given(documents())
def test_a_case_comes_back_letter_for_letter(document):
    text = write_case(checked_document(KNOWLEDGE, document))
    again = read_case(KNOWLEDGE, text.encode("utf-8"))
    assert json.loads(text) == document
    assert again == checked_document(KNOWLEDGE, document)
    assert write_case(again) == text


@given(documents())
def test_every_case_that_is_taken_can_be_worked_out(document):
    result = role_fit(model(), assessment(checked_document(KNOWLEDGE, document), TODAY))
    assert len(result.ranking) == len(KNOWLEDGE.roles)


@pytest.mark.parametrize("text", ODD_TEXTS)
@pytest.mark.parametrize("where", ["goal", "note", "general"])
def test_odd_texts_are_kept(real_knowledge, where, text):
    parts = {
        "goal": with_answer("goal", text),
        "note": BARE | {"client": CLIENT | {"note": text}},
        "general": BARE | {"notes": {"general": text}},
    }
    document = parts[where]
    assert read_case(real_knowledge, write_case(document)) == document


def test_options_ticked_in_any_order_are_one_answer(real_knowledge):
    one = read_case(real_knowledge, json.dumps(with_answer("plans", ["cut_cost", "grow_sales", "cut_cost"])))
    assert one == read_case(real_knowledge, json.dumps(with_answer("plans", ["grow_sales", "cut_cost"])))


def test_an_answer_of_null_is_no_answer(real_knowledge):
    assert checked_document(real_knowledge, with_answer("headcount", None))["answers"] == {}


def test_a_hidden_answer_is_kept(real_knowledge):
    document = BARE | {"answers": {"need_end": "goes_on", "takeover": "named_insider"}}
    assert read_case(real_knowledge, write_case(document)) == document


def test_a_file_with_a_byte_order_mark_is_read(real_knowledge):
    assert read_case(real_knowledge, b"\xef\xbb\xbf" + write_case(BARE).encode()) == BARE


def test_an_empty_case_is_too_early_and_an_empty_client_is_refused(real_knowledge, real_model):
    facts = assessment(read_case(real_knowledge, write_case(BARE)), TODAY)
    assert facts.answers == {}
    assert role_fit(real_model, facts).headline.kind == "too_early"
    with pytest.raises(Refused, match="name"):
        checked_document(real_knowledge, {"fcio": 1, "client": {}})


def test_half_a_case_keeps_its_half(real_knowledge, real_model):
    half = {"headcount": 12, "decides_now": "owner", "gap_nature": "dont_know"}
    facts = assessment(read_case(real_knowledge, write_case(BARE | {"answers": half})), TODAY)
    result = role_fit(real_model, facts)
    assert facts.answers == half
    assert result.headline.kind == "too_early"
    assert "gap_nature" not in result.missing_core
    assert {"software_sold", "need_end"} <= set(result.missing_core)


def test_as_of_replaces_the_clock(real_knowledge):
    dated = checked_document(real_knowledge, BARE | {"as_of": "2025-01-31"})
    assert assessment(dated, TODAY).as_of == date(2025, 1, 31)
    assert assessment(BARE, TODAY).as_of == TODAY


def test_every_part_reaches_the_assessment(real_knowledge):
    whole = {
        "answers": {"headcount": 12},
        "marks": {"headcount": "seen"},
        "preferences": {"low_cost": 4},
        "overrides": {"vcio_hourly": 180},
        "seats": {"consultant": {"name": "C", "interest": "sells fractional CIO work"}},
        "pins": {"recommendation": {"role": "vcio", "reason": "They know the systems."}},
        "notes": {"general": "n"},
    }
    facts = assessment(checked_document(real_knowledge, BARE | whole), TODAY)
    assert {key: getattr(facts, key) for key in whole} == whole


REFUSED = [
    ([], "case file"),
    (None, "case file"),
    ("text", "case file"),
    ({"client": CLIENT}, "fcio"),
    ({"fcio": 2, "client": CLIENT}, "fcio"),
    ({"fcio": "1", "client": CLIENT}, "fcio"),
    ({"fcio": True, "client": CLIENT}, "fcio"),
    ({"fcio": 1}, "client"),
    ({"fcio": 1, "client": "Example Ltd"}, "client"),
    ({"fcio": 1, "client": {"name": " \t "}}, "client.name"),
    ({"fcio": 1, "client": {"name": 7}}, "client.name"),
    ({"fcio": 1, "client": {"name": "x" * 201}}, "client.name"),
    ({"fcio": 1, "client": {"name": "\ud800"}}, "client.name"),
    ({"fcio": 1, "client": CLIENT | {"email": "a@example.org"}}, "client.email"),
    ({"fcio": 1, "client": CLIENT | {"note": "x" * 20_001}}, "client.note"),
    (BARE | {"as_of": "2026-02-30"}, "as_of"),
    (BARE | {"as_of": 20261122}, "as_of"),
    (BARE | {"as_of": None}, "as_of"),
    (BARE | {"as_of": "2026-11-22T10:00:00"}, "as_of"),
    (BARE | {"currency": "EUR"}, "currency"),
    (BARE | {"answers": []}, "answers"),
    (with_answer("shoe_size", 43), "answers.shoe_size"),
    (with_answer("headcount", 0), "answers.headcount"),
    (with_answer("headcount", 100_001), "answers.headcount"),
    (with_answer("headcount", "12"), "answers.headcount"),
    (with_answer("headcount", True), "answers.headcount"),
    (with_answer("headcount", float("nan")), "answers.headcount"),
    (with_answer("headcount", float("inf")), "answers.headcount"),
    (with_answer("gap_nature", "everything"), "answers.gap_nature"),
    (with_answer("gap_nature", ["direction"]), "answers.gap_nature"),
    (with_answer("gap_nature", 1), "answers.gap_nature"),
    (with_answer("growth", "huge"), "answers.growth"),
    (with_answer("plans", "cut_cost"), "answers.plans"),
    (with_answer("plans", []), "answers.plans"),
    (with_answer("plans", ["cut_cost", "world_peace"]), "answers.plans"),
    (with_answer("plans", ["cut_cost", "nothing_special"]), "answers.plans"),
    (with_answer("plans", ["cut_cost", "dont_know"]), "answers.plans"),
    (with_answer("plans", [["cut_cost"]]), "answers.plans"),
    (with_answer("goal", 7), "answers.goal"),
    (with_answer("goal", "x" * 20_001), "answers.goal"),
    (with_answer("goal", "\udfff"), "answers.goal"),
    (BARE | {"marks": []}, "marks"),
    (BARE | {"marks": {"shoe_size": "seen"}}, "marks.shoe_size"),
    (BARE | {"marks": {"headcount": "dreamt"}}, "marks.headcount"),
    (BARE | {"marks": {"headcount": ["seen"]}}, "marks.headcount"),
    (BARE | {"areas": {"strategy_1": 3}}, "areas.strategy_1"),
    (BARE | {"areas": {"strategy_plan": 6}}, "areas.strategy_plan"),
    (BARE | {"areas": {"strategy_plan": 0}}, "areas.strategy_plan"),
    (BARE | {"areas": {"strategy_plan": True}}, "areas.strategy_plan"),
    (BARE | {"areas": {"strategy_plan": 3.5}}, "areas.strategy_plan"),
    (BARE | {"areas": {"strategy_plan": "rather_not_say"}}, "areas.strategy_plan"),
    (BARE | {"area_details": {"strategy_1": {}}}, "area_details.strategy_1"),
    (BARE | {"area_details": {"strategy_plan": {"mark": "dreamt"}}}, "area_details.strategy_plan.mark"),
    (BARE | {"area_details": {"strategy_plan": {"by": "neighbour"}}}, "area_details.strategy_plan.by"),
    (BARE | {"area_details": {"strategy_plan": {"shoe": "x"}}}, "area_details.strategy_plan.shoe"),
    (BARE | {"roadmap": {"hours_per_quarter": -1}}, "roadmap.hours_per_quarter"),
    (BARE | {"roadmap": {"money_per_quarter": "much"}}, "roadmap.money_per_quarter"),
    (BARE | {"roadmap": {"pins": {"buy_a_boat": 1}}}, "roadmap.pins.buy_a_boat"),
    (BARE | {"roadmap": {"dropped": "all"}}, "roadmap.dropped"),
    (BARE | {"roadmap": {"dropped": [["device_list"]]}}, "roadmap.dropped.0"),
    (BARE | {"roadmap": {"done": ["device_list", {"id": "device_list"}]}}, "roadmap.done.1"),
    (BARE | {"roadmap": {"done": [7]}}, "roadmap.done.0"),
    (roadmap(pins={"risk_list": 1}, dropped=["risk_list"]), "roadmap.dropped.risk_list"),
    (roadmap(pins={"risk_list": 1}, done=["risk_list"]), "roadmap.done.risk_list"),
    (roadmap(dropped=["risk_list"], done=["crisis_card", "risk_list"]), "roadmap.done.risk_list"),
    (roadmap(dropped=["risk_list", "risk_list"]), "roadmap.dropped.risk_list"),
    (BARE | {"snapshots": [{"id": "first"}]}, "snapshots.0.locked_on"),
    (BARE | {"snapshots": [{"id": "first", "locked_on": "yesterday"}]}, "snapshots.0.locked_on"),
    (BARE | {"snapshots": [{"id": "a", "locked_on": "2025-11-01"}] * 2}, "snapshots.1.id"),
    (BARE | {"tradeoffs": {"tea_or_coffee": "first"}}, "tradeoffs.tea_or_coffee"),
    (BARE | {"assumptions": {"shoe_size": {}}}, "assumptions.shoe_size"),
    (BARE | {"assumptions": {"headcount": {"due": "soon"}}}, "assumptions.headcount.due"),
    (BARE | {"seats": {"consultant": {"sells": "not_yet"}}}, "seats.consultant.sells"),
    (BARE | {"seats": {"owner": {"answers": {"headcount": -1}}}}, "seats.owner.answers.headcount"),
    (BARE | {"candidates": [{"name": "A"}]}, "candidates.1.kind"),
    (BARE | {"preferences": {"fun": 2}}, "preferences.fun"),
    (BARE | {"preferences": {"strategy": 5}}, "preferences.strategy"),
    (BARE | {"preferences": {"strategy": 0}}, "preferences.strategy"),
    (BARE | {"preferences": {"strategy": 2.0}}, "preferences.strategy"),
    (BARE | {"preferences": {"strategy": True}}, "preferences.strategy"),
    (BARE | {"overrides": {"price_of_tea": 3}}, "overrides.price_of_tea"),
    (BARE | {"overrides": {"vcio_hourly": "150"}}, "overrides.vcio_hourly"),
    (BARE | {"overrides": {"vcio_hourly": -1}}, "overrides.vcio_hourly"),
    (BARE | {"overrides": {"vcio_hourly": None}}, "overrides.vcio_hourly"),
    (BARE | {"overrides": {"claim_sigma": 50}}, "overrides.claim_sigma"),
    (BARE | {"overrides": {"outage_with_ransomware": 5}}, "overrides.outage_with_ransomware"),
    (BARE | {"overrides": {"vcio_hourly": float("inf")}}, "overrides.vcio_hourly"),
    (BARE | {"overrides": {"vcio_hourly": {"low": 1, "high": 3}}}, "overrides.vcio_hourly"),
    (BARE | {"overrides": {"vcio_hourly": {"low": 3, "typical": 2, "high": 1}}}, "overrides.vcio_hourly"),
    (BARE | {"seats": {"neighbour": {}}}, "seats.neighbour"),
    (BARE | {"seats": {"owner": "me"}}, "seats.owner"),
    (BARE | {"seats": {"owner": {"shoe_size": "43"}}}, "seats.owner.shoe_size"),
    (BARE | {"seats": {"owner": {"name": 7}}}, "seats.owner.name"),
    (BARE | {"pins": {"ranking": {}}}, "pins.ranking"),
    (BARE | {"pins": {"recommendation": None}}, "pins.recommendation"),
    (BARE | {"pins": {"recommendation": {"role": "ceo", "reason": "r"}}}, "pins.recommendation.role"),
    (BARE | {"pins": {"recommendation": {"role": ["vcio"], "reason": "r"}}}, "pins.recommendation.role"),
    (BARE | {"pins": {"recommendation": {"role": "vcio", "reason": " "}}}, "pins.recommendation.reason"),
    (BARE | {"pins": {"recommendation": {"role": "vcio"}}}, "pins.recommendation.reason"),
    (BARE | {"notes": {"shoe_size": "n"}}, "notes.shoe_size"),
    (BARE | {"notes": {"headcount": 7}}, "notes.headcount"),
    (BARE | {"notes": {"headcount": "x" * 20_001}}, "notes.headcount"),
]


@pytest.mark.parametrize(("document", "field"), REFUSED, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_wrong_is_refused_by_field(real_knowledge, document, field):
    with pytest.raises(Refused) as refused:
        checked_document(real_knowledge, document)
    assert refused.value.field == field
    assert str(refused.value).startswith(f"{field}: ")
    assert len(str(refused.value)) < 1_000


@pytest.mark.parametrize(
    ("document", "field"),
    [
        (with_answer("headcount", 10**400), "answers.headcount"),
        (BARE | {"overrides": {"vcio_hourly": 10**400}}, "overrides.vcio_hourly"),
        (BARE | {"roadmap": {"hours_per_quarter": 10**400}}, "roadmap.hours_per_quarter"),
        (BARE | {"roadmap": {"money_per_quarter": 10**400}}, "roadmap.money_per_quarter"),
        (BARE | {"roadmap": {"own": {"device_list": {"cost": 10**400}}}}, "roadmap.own.device_list.cost"),
        (
            BARE | {"snapshots": [{"id": "a", "locked_on": "2025-11-01", "results": {"strategy": {"low": 10**400}}}]},
            "snapshots.0.results.strategy.low",
        ),
    ],
)
def test_a_number_too_long_is_refused_by_field(real_knowledge, document, field):
    with pytest.raises(Refused) as refused:
        checked_document(real_knowledge, document)
    assert refused.value.field == field


PLACES = {
    "case file": lambda key: BARE | {key: "x"},
    "client": lambda key: BARE | {"client": CLIENT | {key: "x"}},
    "answers": lambda key: with_answer(key, "x"),
    "marks": lambda key: BARE | {"marks": {key: "seen"}},
    "preferences": lambda key: BARE | {"preferences": {key: 2}},
    "overrides": lambda key: BARE | {"overrides": {key: 2}},
    "seats": lambda key: BARE | {"seats": {key: {}}},
    "seats.owner": lambda key: BARE | {"seats": {"owner": {key: "x"}}},
    "pins": lambda key: BARE | {"pins": {key: "x"}},
    "pins.recommendation": lambda key: BARE | {"pins": {"recommendation": {"role": "vcio", "reason": "r", key: "x"}}},
    "notes": lambda key: BARE | {"notes": {key: "x"}},
}


PARTS = (
    "fcio as_of client currency answers marks areas area_details roadmap snapshots preferences tradeoffs overrides "
    "seats pins candidates hiring assumptions notes"
)
INNER = "owner consultant name interest recommendation role reason general"
KNOWN = {
    *(question.id for question in KNOWLEDGE.questions),
    *(criterion.id for criterion in KNOWLEDGE.criteria),
    *KNOWLEDGE.parameters,
    *CLIENT_KEYS,
    *PARTS.split(),
    *INNER.split(),
}


@pytest.mark.parametrize("place", PLACES)
@given(key=st.text(max_size=20))
@example(key="")
@example(key="Name")
@example(key="__class__")
def test_nothing_unknown_passes(place, key):
    assume(key not in KNOWN)
    with pytest.raises(Refused) as refused:
        checked_document(KNOWLEDGE, PLACES[place](key))
    assert refused.value.field == f"{place}.{shown_key(key)}"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "not JSON",
        '{"fcio": 1,}',
        b"\xff\xfe{",
        json.dumps(BARE).encode("utf-16"),
        "[" * 200_000,
        '{"a":' * 100_000,
    ],
    ids=["empty", "open", "words", "comma", "bytes", "utf-16", "lists", "objects"],
)
def test_what_is_not_json_is_refused_as_a_whole(real_knowledge, content):
    with pytest.raises(Refused) as refused:
        read_case(real_knowledge, content)
    assert refused.value.field == "case file"


def test_a_number_of_5000_digits_is_refused(real_knowledge):
    with pytest.raises(Refused):
        read_case(real_knowledge, '{"fcio": 1, "client": {"name": "A"}, "answers": {"headcount": %s}}' % ("9" * 5_000))


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ('{"fcio": 1, "fcio": 1, "client": {"name": "A"}}', "fcio"),
        ('{"fcio": 1, "client": {"name": "A", "name": "A"}}', "name"),
        ('{"fcio": 1, "client": {"name": "A"}, "answers": {"mfa": "none", "mfa": "some"}}', "mfa"),
    ],
)
def test_a_key_that_stands_twice_is_refused_by_name(real_knowledge, content, field):
    with pytest.raises(Refused) as refused:
        read_case(real_knowledge, content)
    assert refused.value.field == field


def test_a_kept_client_whose_step_was_decided_twice_opens_with_the_last_word():
    step = KNOWLEDGE.initiatives[0].id
    kept = {"fcio": 1, "client": {"name": "Mill"}, "roadmap": {"pins": {step: 2}, "dropped": [step], "done": [step]}}
    with pytest.raises(Refused, match=step):
        checked_document(KNOWLEDGE, kept)
    assert kept_document(KNOWLEDGE, kept)["roadmap"] == {"pins": {}, "dropped": [], "done": [step]}
