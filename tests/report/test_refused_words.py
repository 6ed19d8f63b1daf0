"""Refusals on screen: the label that the reader sees, never the path in a case file."""

import pytest

from fcio.exchange.budget_parts import BUDGET_KEYS, budget_part
from fcio.knowledge.load import load
from fcio.model.answers import Refused
from fcio.report.refused_words import _label, refused_sentence

KNOWLEDGE = load()
CASES = {
    "Provider below its contracts": (
        {
            "spend": {"provider": 10},
            "contracts": [{"name": "Help", "category": "provider", "yearly": 20}],
        },
        "IT provider (MSP) and support (spending): its contracts alone come to 20; correct them or the line.",
    ),
    "a total below its lines": (
        {"spend": {"cloud": 20}, "spend_total": 10},
        "All of it together, a year: the lines come to 20; correct them or the total.",
    ),
    "two prices": (
        {"scenarios": [{"name": "Ours", "fee": 1, "rate": 1}]},
        "Price of an hour (scenario 1): give a fee a month, or the price of an hour, not both.",
    ),
    "a scenario without a name": ({"scenarios": [{"name": " "}]}, "Name (scenario 1): give it a name."),
    "no years": ({"horizon_years": 0}, "Years to look ahead: give whole years from 1 to 5, got 0."),
}


@pytest.mark.parametrize("case", CASES)
def test_a_refusal_names_the_label_that_the_reader_sees(case):
    given, said = CASES[case]
    with pytest.raises(Refused) as refused:
        budget_part(KNOWLEDGE, given)
    assert refused_sentence(KNOWLEDGE, refused.value) == said


def test_every_part_of_the_budget_has_a_label():
    assert all(_label(KNOWLEDGE, ["budget", key]) for key in BUDGET_KEYS)


def test_a_fact_has_its_label_and_a_field_without_one_stays():
    fact = KNOWLEDGE.facts[0]
    assert refused_sentence(KNOWLEDGE, Refused(f"facts.{fact.id}", "x")) == f"{fact.label}: x."
    assert refused_sentence(KNOWLEDGE, Refused("costs.csv", "this file is empty")) == "costs.csv: this file is empty."
    assert refused_sentence(KNOWLEDGE, Refused("budget", "the lines do not fit.")) == "The lines do not fit."


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("candidates", ""),
        ("candidates.3.name", "Name (number 3)"),
        ("candidates.3.price.hours", "Hours (number 3)"),
        ("candidates.1.covers.cloud", "Areas (number 1)"),
        ("candidates.2.scores.trust", "You trust them (number 2)"),
        ("hiring.weights", "Weights"),
        ("hiring.weights.trust", "You trust them (weight)"),
        ("hiring.letter.goal", "What must be different in a year"),
        ("hiring.questions.own.2.good", "A good answer (your question 2)"),
        ("plan.own", "Your lines"),
        ("plan.own.4.hours", "Hours (your line 4)"),
        ("plan.texts.first_talk", "Text (\u201cMeet, listen to the questions, and be ready to be asked\u201d)"),
        ("plan.hours.quarter_2", "Hours of this line"),
    ],
)
def test_a_field_of_hiring_or_plan_is_called_as_on_screen(field, label):
    start = f"{label}: x" if label else "X"
    assert refused_sentence(KNOWLEDGE, Refused(field, "x")) == f"{start}."
