"""What an experienced adviser expects, against the real data: see tests/cases/fit.yaml."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from fcio.model.answers import checked_answers
from fcio.model.assessment import Assessment
from fcio.model.fit import role_fit

ROOT = Path(__file__).resolve().parents[1]
CASES = yaml.safe_load((ROOT / "tests/cases/fit.yaml").read_text(encoding="utf-8"))["cases"]
KEYS = {"name", "start_from", "answers", "expect", "because"}
TODAY = date(2026, 11, 22)


def answers_of(case):
    """The answers of the demo it starts from, if any, with its own put in; a null takes one out."""
    start = case.get("start_from")
    demo = ROOT / f"data/demo/{start}.json"
    given = json.loads(demo.read_text(encoding="utf-8"))["answers"] if start else {}
    return {key: value for key, value in (given | case.get("answers", {})).items() if value is not None}


@pytest.fixture(scope="module")
def fit_of(real_knowledge, real_model):
    """Role fit of plain answers, as an adviser writes them."""

    def fit(answers):
        checked = checked_answers(real_knowledge, answers)
        return role_fit(real_model, Assessment({"name": "Example Ltd"}, TODAY, answers=checked))

    return fit


def spoken(result):
    return "too_early" if result.headline.kind == "too_early" else result.headline.id


def is_a_card(result, changes):
    """Whether one of the flip cards makes exactly these changes."""
    wanted = {question: tuple(a) if isinstance(a, list) else a for question, a in changes.items()}
    return wanted in [{change.question: change.answer for change in flip.changes} for flip in result.flips]


def told(result):
    """What a result says, in the words of the case file; True where a list holds what was wanted."""
    return {
        "first": result.ranking[0].role,
        "second": result.ranking[1].role,
        "headline": spoken(result),
        "gates": [verdict.gate.id for verdict in result.gates if verdict.on],
        "settled": result.settled,
        "engagement_mode": result.engagement.mode,
    }


def disagreements(case, fit_of):
    """One line for everything expected that the model says otherwise."""
    answers, expect = answers_of(case), case["expect"]
    result = fit_of(answers)
    said = told(result)
    for key, wanted in expect.items():
        if key in said and said[key] != wanted:
            yield f"{key}: expected {wanted}, the model says {said[key]}"
    listed = {verdict.gate.id for verdict in result.gates}
    yield from (f"{gate} is on or in doubt" for gate in expect.get("gates_off", ()) if gate in listed)
    needed = {complement.id for complement in result.complements}
    yield from (f"{c} is not said to be needed" for c in expect.get("complements", ()) if c not in needed)
    for question in expect.get("hidden", ()):
        without = fit_of({key: value for key, value in answers.items() if key != question})
        if question not in answers:
            yield f"{question} has no answer that could be hidden"
        if question in result.contributions or without.ranking != result.ranking:
            yield f"{question} is shown, or its answer counts all the same"
    if "flips_to" in expect:
        changes, becomes = expect["flips_to"]["changes"], expect["flips_to"]["becomes"]
        if not is_a_card(result, changes):
            yield f"{changes} is not among the flip cards"
        after = told(fit_of(answers | changes))["first"]
        if after != becomes:
            yield f"after {changes}: expected {becomes}, the model says {after}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_model_says_what_an_adviser_expects(case, fit_of):
    found = [*disagreements(case, fit_of)]
    assert not found, "; ".join([*found, f"because: {case['because'].strip()}"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_case_is_written_as_the_file_says(case, real_knowledge):
    expected = set(told_keys()) | {"gates_off", "complements", "hidden", "flips_to"}
    assert set(case) <= KEYS
    assert case["expect"] and set(case["expect"]) <= expected
    assert case["because"].strip()
    gates = {gate.id for gate in real_knowledge.gates}
    roles = {role.id for role in real_knowledge.roles}
    e = case["expect"]
    assert {*e.get("gates", ()), *e.get("gates_off", ())} <= gates
    assert {e[key] for key in ("first", "second") if key in e} <= roles
    assert e.get("headline", "too_early") in {*gates, *roles, "too_early"}


def told_keys():
    return ("first", "second", "headline", "gates", "settled", "engagement_mode")


def test_every_name_stands_once():
    names = [case["name"] for case in CASES]
    assert sorted(set(names)) == sorted(names)


def test_every_demo_client_starts_a_case():
    demos = {path.stem for path in (ROOT / "data/demo").glob("*.json")}
    assert {case.get("start_from") for case in CASES} - {None} == demos


def test_every_gate_is_on_in_one_case_and_just_not_in_another(real_knowledge):
    gates = {gate.id for gate in real_knowledge.gates}
    assert {gate for case in CASES for gate in case["expect"].get("gates", ())} == gates
    assert {gate for case in CASES for gate in case["expect"].get("gates_off", ())} == gates


def test_every_role_comes_first_in_some_case(real_knowledge):
    assert {case["expect"].get("first") for case in CASES} >= {role.id for role in real_knowledge.roles}
