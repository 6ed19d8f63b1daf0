"""Which terms of the glossary a text uses."""

from __future__ import annotations

import re

from fcio.knowledge.plan_words import Term
from fcio.knowledge.whole import Knowledge


def terms_in(knowledge: Knowledge, text: str) -> tuple[Term, ...]:
    """The terms a text uses, each once, in the order of the glossary; the longest word counts, in any case.

    >>> from fcio.knowledge.load import load
    >>> [term.id for term in terms_in(load(), "A Fractional CIO steers your MSP.")]
    ['fractional_cio', 'msp']
    """
    by_word = {word.lower(): term.id for term in knowledge.glossary for word in term.also}
    if not by_word:
        return ()
    longest_first = sorted(by_word, key=len, reverse=True)
    words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    used = {by_word[match[0].lower()] for match in words.finditer(text)}
    return tuple(term for term in knowledge.glossary if term.id in used)
