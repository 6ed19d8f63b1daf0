"""The glossary in words: a label for the terms a text uses, and where the documents differ."""

import pytest

from fcio.model.plan.glossary import terms_in
from fcio.report import glossary_words as words


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ask your MSP", "What MSP means"),
        ("An MSP and a CTO", "What these words mean: CTO and MSP"),
        (
            "CIO, CTO, CISO, vCIO, MSP, consultant",
            "What these words mean: CIO, CTO, CISO, vCIO and 2 more",
        ),
    ],
)
def test_a_label_names_the_terms(real_knowledge, text, label):
    assert words.terms_label(terms_in(real_knowledge, text)) == label


def test_the_names_of_the_choices_are_all_explained(real_knowledge):
    used = {term.role for term in terms_in(real_knowledge, words.roles_text(real_knowledge))}
    assert {"fractional_cio", "vcio", "cto", "consultant", "full_time_cio"} <= used


def test_a_question_is_read_as_a_whole(real_knowledge):
    question = real_knowledge.question("officer_named")
    assert question.text in words.question_text(question) and question.why in words.question_text(question)
    assert [term.id for term in terms_in(real_knowledge, words.question_text(question))] == ["ciso"]


def test_where_the_documents_differ_is_told(real_knowledge):
    terms = {term.id: term for term in real_knowledge.glossary}
    assert "two others describe somebody supplied by a managed service provider" in words.differing(
        real_knowledge, terms["vcio"]
    )
    assert words.differing(real_knowledge, terms["msp"]) == ""
