"""What was changed in a redacted copy, in plain sentences for whoever makes it and whoever reads it."""

from __future__ import annotations

_SENTENCES = (
    "This is a redacted copy: it can be shown to people who must not learn whose it is.",
    "The names of the firm, its people, candidates, contracts and own scenarios are replaced by neutral ones. What was "
    "typed in free words is left out, and the usual wording stands in its place.",
    "Amounts of money and numbers of people are rounded to ten steps between 1 and 10, 10 and 100 and so on, which "
    "moves most by less than a sixth and none by more than a fifth. Totals are added up anew from the rounded parts.",
    "Days are moved to the first of their month.",
    "The answers chosen from a list, levels, weights, hours and shares are as they were, so the roles rank as in the "
    "original; fees, losses and costs come close to it.",
    "Somebody who knows the firm well may still recognise it by its answers.",
)


def redaction_words() -> tuple[str, ...]:
    """The sentences, the first of which says what this is.

    >>> redaction_words()[0].partition(":")[0]
    'This is a redacted copy'
    """
    return _SENTENCES
