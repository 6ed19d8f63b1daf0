"""What stands around the letter to the owner, and the letter as plain text."""

from __future__ import annotations

from fcio.report.numbers import counted
from fcio.report.owner_letter import (
    CLOSING,
    DECISIONS,
    DOUBT,
    FEAR,
    FINDING,
    FLIP,
    GOAL,
    GREETING,
    MONEY,
    POSTPONE,
    RISK,
    OwnerLetter,
    Paragraph,
)

CHANGED, LEFT_OUT = "changed by you", "left out by you"
PARAGRAPH_NAMES = {
    GREETING: "Greeting",
    GOAL: "What must be different in a year",
    FEAR: "What worries",
    FINDING: "What we recommend",
    DOUBT: "How sure it is",
    FLIP: "What would change it",
    MONEY: "Money",
    RISK: "Risk",
    DECISIONS: "Decisions to take now",
    POSTPONE: "What may wait",
    CLOSING: "Closing",
}


def minutes_text(minutes: float) -> str:
    """The time to read in words.

    >>> minutes_text(0.5), minutes_text(1), minutes_text(1.5)
    ('half a minute', '1 minute', '1.5 minutes')
    """
    return "half a minute" if minutes == 1 / 2 else f"{minutes:g} minute{'' if minutes == 1 else 's'}"


def reading_sentence(letter: OwnerLetter) -> str:
    """How long the letter is, and how much of it the owner changed."""
    changed = sum(one.changed for one in letter.paragraphs)
    own = f" {counted(changed, 'paragraph').capitalize()} in your own words." if changed else ""
    return f"One page in your own terms: {letter.words} words, {minutes_text(letter.minutes)} to read.{own}"


def whole_text(paragraph: Paragraph) -> str:
    """A paragraph with what hangs under it, one line each.

    >>> whole_text(Paragraph("decisions", "Two decisions to take now:", ("Ask.", "Sign.")))
    'Two decisions to take now:\\n- Ask.\\n- Sign.'
    """
    return "\n".join((paragraph.text, *(f"- {item}" for item in paragraph.items)))


def letter_text(letter: OwnerLetter) -> str:
    """The letter as plain text, an empty line between paragraphs."""
    return "\n\n".join(whole_text(one) for one in letter.paragraphs)
