"""Every recommendation of the five seeds on engaging, independence and responsibilities comes out of the plan again."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from fcio.knowledge.load import load
from fcio.model.answers import checked_answers
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, role_fit
from fcio.model.plan.plan import plan_of

ROOT = Path(__file__).resolve().parents[1]
ADVICE = yaml.safe_load((ROOT / "tests/cases/seed_advice.yaml").read_text(encoding="utf-8"))["seed_advice"]
SEEDS = {"sawyer_2024", "fractional_leadership", "cio_faq", "virtual_vs_fractional", "vcio_definition"}
KEYS = {"id", "seed", "advice", "role", "answers", "find", "says", "not_with"}
WITHOUT = [entry for entry in ADVICE if "not_with" in entry]


@cache
def compiled():
    knowledge = load()
    return knowledge, FitModel.of(knowledge)


@cache
def fitted(answers):
    knowledge, model = compiled()
    given = {question: list(answer) if isinstance(answer, tuple) else answer for question, answer in answers}
    client = Assessment({"name": "Example Ltd"}, date(2026, 11, 22), answers=checked_answers(knowledge, given))
    return client, role_fit(model, client)


def plan(answers, role):
    knowledge, model = compiled()
    frozen = tuple((q, tuple(a) if isinstance(a, list) else a) for q, a in sorted(answers.items()))
    client, fit = fitted(frozen)
    return plan_of(knowledge, client, fit, None, None, None, role, model.tables)


def reasons(entry):
    return " ".join(because.text for because in entry.because)


def duty_texts(found, wanted):
    """The duty with the reasons of the side that is asked for, where its parts and its state are as wanted."""
    duty = next((one for one in found.duties if one.id == wanted["duty"]), None)
    if duty is None or not set(wanted.get("would", {}).items()) <= set(duty.would.parts.items()):
        return
    states = {"today": duty.today.state, "would_state": duty.would.state}
    if all(wanted.get(side, state) == state for side, state in states.items()):
        yield f"{duty.duty} {reasons(duty.today)} {reasons(duty.would)}"


def texts(found, wanted):
    """What the plan says under the id that is asked for; nothing where it is not there."""
    kind, key = next(iter(wanted.items()))
    if kind == "duty":
        yield from duty_texts(found, wanted)
    elif kind == "line":
        yield from (f"{x.title} {x.text} {x.deliverable} {reasons(x)}" for x in found.lines if x.id == key)
    elif kind == "clause":
        yield from (f"{x.heading} {x.text} {reasons(x)}" for x in found.clauses if x.id == key)
    elif kind == "safeguard":
        yield from (x.text for x in found.safeguards if x.id == key)
    else:
        conflicts = [x.conflict for x in found.interests if x.conflict.id == key]
        parts = {"ask": "ask", "remedy": "remedies"}
        yield from (" ".join(getattr(c, parts[kind])) for c in conflicts if kind in parts)
        yield from (f"{c.headline} {c.who_earns}" for c in conflicts if kind == "conflict")


def term_text(key):
    term = next(term for term in compiled()[0].glossary if term.id == key)
    return f"{term.short} {term.text} {term.differs}"


@pytest.mark.parametrize("entry", ADVICE, ids=lambda entry: entry["id"])
def test_the_advice_comes_out_again(entry):
    if "term" in entry["find"]:
        said = [term_text(entry["find"]["term"])]
    else:
        said = list(texts(plan(entry.get("answers", {}), entry["role"]), entry["find"]))
    assert said, "it is not in the plan"
    assert entry["says"] in said[0]


@pytest.mark.parametrize("entry", WITHOUT, ids=lambda entry: entry["id"])
def test_it_is_not_there_where_nothing_calls_for_it(entry):
    other = entry["not_with"]
    answers = other.get("answers", entry.get("answers", {}))
    assert not list(texts(plan(answers, other.get("role", entry["role"])), entry["find"]))


@pytest.mark.parametrize("entry", ADVICE, ids=lambda entry: entry["id"])
def test_an_entry_is_whole(entry):
    assert set(entry) <= KEYS
    assert entry["seed"] in SEEDS
    assert ("role" in entry) != ("term" in entry["find"])


def test_all_five_seeds_advise():
    assert {entry["seed"] for entry in ADVICE} == SEEDS


def test_no_advice_stands_twice():
    ids = [entry["id"] for entry in ADVICE]
    assert sorted(set(ids)) == sorted(ids)
