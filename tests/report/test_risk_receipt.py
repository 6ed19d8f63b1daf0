"""A receipt multiplies out before the reader's eyes, and says where each number comes from."""

from datetime import date

import pytest

from fcio.model.amounts import Amount, Part, Product, known, summed
from fcio.model.assessment import Assessment
from fcio.model.facts import FirmFacts
from fcio.model.parameters import Figures
from fcio.model.risk.inputs import risk_inputs
from fcio.report.risk_receipt import origin_text, receipt_lines


def part(typical, label, unit="count", source="judgement", note=None, width=1.0):
    return Part("figure", label, label, unit, typical / width, typical, typical * width, source, note)


def test_two_terms_are_told_apart(real_knowledge):
    sixth = Product((part(0.5, "Chance", width=2), part(1_000, "Cost", "usd")))
    amount = summed([sixth, Product((part(3, "Again", "times"),))])
    assert [line.text for line in receipt_lines(real_knowledge, amount, "usd")] == [
        "0.5 (0.25 to 1): Chance.",
        "Times $1,000: Cost.",
        "Plus 3: Again.",
        "Together $503.",
    ]


def test_an_amount_of_the_clients_own_has_no_factors(real_knowledge):
    (line,) = receipt_lines(real_knowledge, known(0.2, "client"), "per_year")
    assert (line.text, line.origin) == ("Together 0.2 a year.", "")


@pytest.mark.parametrize(
    ("source", "note", "said"),
    [
        ("judgement", "Our judgement: nobody counts it.", "Our judgement: nobody counts it."),
        ("judgement", "Geometric mean of two.", "Judgement. Geometric mean of two."),
        ("client", None, "Yours."),
        ("intake", None, "From the intake."),
    ],
)
def test_judgement_is_said_once(real_knowledge, source, note, said):
    assert origin_text(real_knowledge, source, note) == said


def test_a_published_source_is_named_by_its_title(real_knowledge):
    source = next(iter(real_knowledge.sources.values()))
    assert origin_text(real_knowledge, source.id, "Page 3.") == f"{source.title}. Page 3."


def test_every_amount_of_a_bare_firm_has_a_receipt_with_an_origin_on_every_line(real_knowledge):
    client = Assessment({"name": "Mill"}, date(2026, 11, 22))
    figures = Figures(real_knowledge, client.as_of, {})
    inputs = risk_inputs(real_knowledge, client, FirmFacts(real_knowledge, client, figures))
    for row in (*inputs.events, *inputs.leaks):
        for amount in (row.frequency, row.mean):
            assert isinstance(amount, Amount)
            *factors, last = receipt_lines(real_knowledge, amount, "usd")
            assert last.text.startswith("Together $")
            assert not [line for line in factors if not line.origin]
