"""Around the letter: how long it is, what of it is the owner's, and the whole as text."""

from fcio.report.letter_words import PARAGRAPH_NAMES, letter_text, reading_sentence
from fcio.report.owner_letter import PARAGRAPHS, OwnerLetter, Paragraph

PLAIN = Paragraph("greeting", "Hello.")
LISTED = Paragraph("decisions", "Two decisions to take now:", ("Ask.", "Sign."))
OWN = Paragraph("closing", "Call me.\nAny time.", changed=True)


def test_the_time_to_read_and_what_was_changed_are_said():
    assert reading_sentence(OwnerLetter((PLAIN,), 100, 0.5)) == (
        "One page in your own terms: 100 words, half a minute to read."
    )
    assert reading_sentence(OwnerLetter((PLAIN, OWN), 300, 1.5)).endswith(
        "300 words, 1.5 minutes to read. One paragraph in your own words."
    )


def test_the_letter_as_text_has_an_empty_line_between_paragraphs():
    assert letter_text(OwnerLetter((PLAIN, LISTED, OWN), 9, 0.5)) == (
        "Hello.\n\nTwo decisions to take now:\n- Ask.\n- Sign.\n\nCall me.\nAny time."
    )


def test_every_paragraph_has_a_name():
    assert tuple(PARAGRAPH_NAMES) == PARAGRAPHS
