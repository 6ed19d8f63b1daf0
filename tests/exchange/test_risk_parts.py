"""Facts, own numbers of risk, tolerance and insurance in a case file: kept as given, or refused by field."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.exchange.case_file import checked_document, read_case, write_case
from fcio.exchange.risk_parts import MOST_INSURED, firm_facts, risk_part
from fcio.knowledge.load import load
from fcio.model.answers import Refused

KNOWLEDGE = load()
BARE = {"fcio": 1, "client": {"name": "Example Ltd"}}
NO_NUMBER = [math.nan, math.inf, -math.inf, 10**400, -(10**400), "5", "", None, True, [5], {"a": 5}]
NO_NUMBER_IDS = [
    "nan",
    "infinite",
    "minus infinite",
    "too long",
    "too long below",
    "text",
    "no text",
    "null",
    "true",
    "list",
    "object",
]


def own(scenario, **numbers):
    return {"own": {scenario: numbers}}


def refused(part):
    """The refusal of the part ``risk``, or None."""
    with pytest.raises(Refused) as refusal:
        risk_part(KNOWLEDGE, part)
    assert str(refusal.value).startswith(f"{refusal.value.field}: ")
    assert len(str(refusal.value)) < 1000
    return refusal.value


# ---- refusals


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (own("outage", frequency=-0.1), "risk.own.outage.frequency"),
        (own("outage", frequency=1001), "risk.own.outage.frequency"),
        (own("outage", mean=-1), "risk.own.outage.mean"),
        (own("outage", mean=2e12), "risk.own.outage.mean"),
        (own("outage", sigma=0), "risk.own.outage.sigma"),
        (own("outage", sigma=0.09), "risk.own.outage.sigma"),
        (own("outage", sigma=5), "risk.own.outage.sigma"),
        (own("ransomware", cap=0), "risk.own.ransomware.cap"),
        (own("ransomware", cap=-5), "risk.own.ransomware.cap"),
        (own("outage", cap=5000), "risk.own.outage.cap"),
        (own("overspend", sigma=1), "risk.own.overspend.sigma"),
        (own("outage", colour=1), "risk.own.outage.colour"),
        (own("flood", mean=1), "risk.own.flood"),
        (own("outage", frequency={"low": 1, "high": 2}), "risk.own.outage.frequency"),
        (own("outage", frequency={"low": 1, "typical": 2, "high": 3, "mode": 2}), "risk.own.outage.frequency.mode"),
        (own("outage", frequency={"low": 3, "typical": 2, "high": 4}), "risk.own.outage.frequency"),
        (own("outage", frequency={"low": 1, "typical": 2, "high": 1.5}), "risk.own.outage.frequency"),
        (own("outage", frequency={"low": -1, "typical": 2, "high": 3}), "risk.own.outage.frequency.low"),
        (own("outage", frequency={"low": 1, "typical": 2, "high": 1001}), "risk.own.outage.frequency.high"),
        ({"own": []}, "risk.own"),
        ({"own": {"outage": 5}}, "risk.own.outage"),
        ({"effects": {"cloud": {"outage": {"frequency": 0}}}}, "risk.effects.cloud.outage.frequency"),
        ({"effects": {"cloud": {"outage": {"severity": 1.1}}}}, "risk.effects.cloud.outage.severity"),
        ({"effects": {"cloud": {"outage": {"often": 0.5}}}}, "risk.effects.cloud.outage.often"),
        ({"effects": {"cloud": {"key_person": {"frequency": 0.5}}}}, "risk.effects.cloud.key_person"),
        ({"effects": {"weather": {}}}, "risk.effects.weather"),
        ({"reach": {"cto": {"cloud": {"levels": 4.5}}}}, "risk.reach.cto.cloud.levels"),
        ({"reach": {"cto": {"cloud": {"levels": -1}}}}, "risk.reach.cto.cloud.levels"),
        ({"reach": {"cto": {"cloud": {"up_to": 0}}}}, "risk.reach.cto.cloud.up_to"),
        ({"reach": {"cto": {"cloud": {"up_to": 6}}}}, "risk.reach.cto.cloud.up_to"),
        ({"reach": {"cto": {"cloud": {"months": 61}}}}, "risk.reach.cto.cloud.months"),
        ({"reach": {"not_yet": {"cloud": {"levels": 1}}}}, "risk.reach.not_yet"),
        ({"tolerance": {"hurts": -1}}, "risk.tolerance.hurts"),
        ({"tolerance": {"ends": 2e12}}, "risk.tolerance.ends"),
        ({"tolerance": {"hurts": 50_000, "ends": 49_999}}, "risk.tolerance.ends"),
        ({"tolerance": {"annoys": 5}}, "risk.tolerance.annoys"),
        (own("overspend", frequency=2), "risk.own.overspend.frequency"),
        ({"policy": {"deductible": 1000}}, "risk.policy"),
        ({"policy": {"annual_limit": 1000}}, "risk.policy"),
        ({"policy": {}}, "risk.policy"),
        ({"policy": {"deductible": -1, "annual_limit": 1000}}, "risk.policy.deductible"),
        ({"policy": {"deductible": 0, "annual_limit": 0}}, "risk.policy.annual_limit"),
        ({"policy": {"deductible": 0, "annual_limit": 5, "premium": 1}}, "risk.policy.premium"),
        ({"luck": {}}, "risk.luck"),
        ([], "risk"),
        (None, "risk"),
        ("high", "risk"),
    ],
)
def test_what_cannot_be_is_refused_by_field(part, field):
    assert refused(part).field == field


PLACES = {
    "risk.own.outage.frequency": lambda value: own("outage", frequency=value),
    "risk.own.outage.mean": lambda value: own("outage", mean=value),
    "risk.own.outage.sigma": lambda value: own("outage", sigma=value),
    "risk.own.ransomware.cap": lambda value: own("ransomware", cap=value),
    "risk.own.outage.frequency.typical": lambda value: own("outage", frequency={"low": 0, "typical": value, "high": 9}),
    "risk.effects.cloud.outage.frequency": lambda value: {"effects": {"cloud": {"outage": {"frequency": value}}}},
    "risk.reach.cto.cloud.months": lambda value: {"reach": {"cto": {"cloud": {"months": value}}}},
    "risk.tolerance.hurts": lambda value: {"tolerance": {"hurts": value}},
    "risk.tolerance.ends": lambda value: {"tolerance": {"ends": value}},
    "risk.policy.deductible": lambda value: {"policy": {"deductible": value, "annual_limit": 1000}},
    "risk.policy.annual_limit": lambda value: {"policy": {"deductible": 0, "annual_limit": value}},
}


@pytest.mark.parametrize("value", NO_NUMBER, ids=NO_NUMBER_IDS)
@pytest.mark.parametrize("field", PLACES)
def test_what_is_no_number_is_refused_everywhere(field, value):
    found = refused(PLACES[field](value)).field
    assert found == field or (isinstance(value, dict) and found == f"{field}.a")


@pytest.mark.parametrize("value", NO_NUMBER, ids=NO_NUMBER_IDS)
@pytest.mark.parametrize("fact", [fact.id for fact in KNOWLEDGE.facts])
def test_a_fact_that_is_no_number_is_refused_by_name(fact, value):
    with pytest.raises(Refused) as refusal:
        firm_facts(KNOWLEDGE, {fact: value})
    assert refusal.value.field == f"facts.{fact}"


@pytest.mark.parametrize("fact", KNOWLEDGE.facts, ids=lambda fact: fact.id)
def test_a_fact_stays_within_its_limits(fact):
    for value in (fact.minimum, fact.maximum):
        assert firm_facts(KNOWLEDGE, {fact.id: value}) == {fact.id: value}
    for value in (fact.minimum - 1, fact.maximum * 1.01):
        with pytest.raises(Refused, match=f"facts.{fact.id}: give a number from"):
            firm_facts(KNOWLEDGE, {fact.id: value})


def test_an_unknown_fact_is_refused_with_those_there_are():
    with pytest.raises(Refused, match="the keys are headcount") as refusal:
        firm_facts(KNOWLEDGE, {"luck": 7})
    assert refusal.value.field == "facts.luck"


@pytest.mark.parametrize("frequency", [MOST_INSURED + 1, {"low": 0, "typical": MOST_INSURED + 1, "high": 50}])
def test_events_by_the_dozen_and_an_insurance_are_refused_together_and_kept_apart(frequency):
    policy = {"policy": {"deductible": 0, "annual_limit": 5000}}
    assert refused(own("ransomware", frequency=frequency) | policy).field == "risk.own.ransomware.frequency"
    assert risk_part(KNOWLEDGE, own("ransomware", frequency=frequency))
    assert risk_part(KNOWLEDGE, own("outage", frequency=frequency) | policy)


# ---- what is kept


@pytest.mark.parametrize(
    "part",
    [
        own("outage", frequency=0.0),
        own("outage", frequency=1000.0),
        own("outage", mean=0.0),
        own("outage", sigma=4.0),
        own("ransomware", cap=1.0),
        {"tolerance": {"hurts": 0.0}},
        {"tolerance": {"hurts": 5.0, "ends": 5.0}},
        {"policy": {"deductible": 0.0, "annual_limit": 1.0}},
    ],
)
def test_the_ends_themselves_are_kept(part):
    assert risk_part(KNOWLEDGE, part) == part


def test_a_part_that_is_empty_is_left_out():
    assert risk_part(KNOWLEDGE, {"own": {"outage": {}}, "effects": {}, "reach": {}, "tolerance": {}}) == {}


def scenario_numbers(scenario):
    spans = st.lists(st.floats(0, 1000), min_size=3, max_size=3).map(sorted)
    ranges = spans.map(lambda ends: dict(zip(("low", "typical", "high"), ends, strict=True)))
    numbers = {"mean": st.floats(0, 1e12)}
    if not scenario.recurring:
        numbers["frequency"] = st.one_of(st.floats(0, 1000), ranges)
    if scenario.severity.sigma:
        numbers["sigma"] = st.floats(0.1, 4)
    if scenario.severity.cap:
        numbers["cap"] = st.floats(1, 1e12)
    return st.fixed_dictionaries({}, optional=numbers).filter(bool)


OWN = st.fixed_dictionaries({}, optional={one.id: scenario_numbers(one) for one in KNOWLEDGE.scenarios})
EFFECT = st.fixed_dictionaries({}, optional={key: st.floats(0.05, 1) for key in ("frequency", "severity")})
EFFECTS = st.fixed_dictionaries({}, optional={"cloud": st.fixed_dictionaries({"outage": EFFECT})})
REACH = st.fixed_dictionaries(
    {}, optional={"levels": st.floats(0, 4), "up_to": st.floats(1, 5), "months": st.floats(0, 60)}
)
TOLERANCE = st.one_of(
    st.fixed_dictionaries({}, optional={"hurts": st.floats(0, 1e12)}),
    st.lists(st.floats(0, 1e12), min_size=2, max_size=2).map(lambda two: {"hurts": min(two), "ends": max(two)}),
)
PARTS = st.fixed_dictionaries(
    {},
    optional={
        "own": OWN,
        "effects": EFFECTS,
        "reach": st.fixed_dictionaries({"cto": st.fixed_dictionaries({"cloud": REACH})}),
        "tolerance": TOLERANCE,
    },
)
FACTS = st.fixed_dictionaries({}, optional={f.id: st.floats(f.minimum, f.maximum) for f in KNOWLEDGE.facts})


@given(PARTS, FACTS)
def test_a_round_trip_keeps_everything_that_was_said(part, facts):
    document = checked_document(KNOWLEDGE, BARE | {"risk": part, "facts": facts})
    assert document["facts"] == facts
    assert document["risk"] == {key: value for key, value in part.items() if value}
    assert read_case(KNOWLEDGE, write_case(document)) == document


def test_whole_numbers_come_back_as_the_same_amounts():
    content = json.dumps(BARE | {"facts": {"revenue": 900000}, "risk": own("outage", mean=5)}).encode()
    document = read_case(KNOWLEDGE, content)
    assert document["facts"] == {"revenue": 900000}
    assert document["risk"] == own("outage", mean=5)
