"""Terms in a text: the longest word counts, parts of words do not, and the disagreement about vCIO is told."""

import pytest

from fcio.knowledge.load import load
from fcio.model.plan.glossary import terms_in

KNOWLEDGE = load()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We need a CIO", ["cio"]),
        ("a fractional cio and nobody else", ["fractional_cio"]),
        ("A fractional CIO, later a full-time CIO", ["cio", "fractional_cio"]),
        ("vCIOs from MSPs", ["vcio", "msp"]),
        ("a fractional CTO or an FCTO", ["fractional_cto"]),
        ("A CTO, part of the time a fractional CTO", ["cto", "fractional_cto"]),
        ("social precision", []),
        ("", []),
    ],
)
def test_the_terms_of_a_text(text, wanted):
    assert [term.id for term in terms_in(KNOWLEDGE, text)] == wanted


def test_every_term_is_recognised_by_its_own_name():
    for term in KNOWLEDGE.glossary:
        assert term.id in {found.id for found in terms_in(KNOWLEDGE, term.term)}


def test_where_the_documents_disagree_the_term_names_the_disagreement():
    told = {term.id: term.disagreement for term in KNOWLEDGE.glossary}
    assert told["vcio"] == told["fractional_cio"] == "what_a_vcio_is"
