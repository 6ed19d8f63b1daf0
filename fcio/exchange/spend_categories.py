"""Lines of spending by what people call them: id, label, common words; and the nearest for a word nobody knows."""

from __future__ import annotations

from difflib import get_close_matches

from fcio.exchange.spend_amounts import Unreadable
from fcio.exchange.spend_header import holds, plain_words
from fcio.knowledge.budget import BudgetRules
from fcio.model.answers import shown_value

LONGEST_NAME, NEAREST, LIKENESS = 60, 3, 0.5
MOST_ASKED = 200
"""Unknown names for which the nearest are looked for; more are not told anyway."""


class Categories:
    """The lines of the budget, found by any of their names.

    >>> from fcio.knowledge.load import load
    >>> lines = Categories(load().budget)
    >>> lines.find("IT Provider (MSP) & support"), lines.find("SaaS"), lines.find("Hardwear")
    ('provider', 'software', None)
    """

    def __init__(self, rules: BudgetRules) -> None:
        self._asked = 0
        self._labels = {category.id: category.label for category in rules.categories}
        self._ids = {
            plain_words(name): category.id
            for category in rules.categories
            for name in (category.id, category.label, *category.synonyms)
        }

    def find(self, text: str) -> str | None:
        """The id of the line with this name; None if nobody calls one so."""
        return self._ids.get(plain_words(text))

    def guess(self, text: str) -> str | None:
        """The id of the only line that one of the words may mean; None where there is none or more than one.

        >>> from fcio.knowledge.load import load
        >>> lines = Categories(load().budget)
        >>> lines.guess("Laptops for the office"), lines.guess("Cloud and laptops")
        ('hardware', None)
        """
        said = plain_words(text)
        meant = {line for name, line in self._ids.items() if holds(said, (name,))}
        return meant.pop() if len(meant) == 1 else None

    def label(self, line: str) -> str:
        """What the line is called in sentences."""
        return self._labels[line]

    def unknown(self, text: str) -> Unreadable:
        """Why this name is no line, with the nearest ones."""
        said = plain_words(text)[:LONGEST_NAME]
        self._asked += 1
        if self._asked > MOST_ASKED:
            return Unreadable("there is no such category")
        close = get_close_matches(said, self._ids, n=2 * NEAREST, cutoff=LIKENESS)
        labels = list(dict.fromkeys(self._labels[self._ids[one]] for one in close))[:NEAREST]
        if labels:
            return Unreadable(f"there is no category {shown_value(text)}; the nearest: {', '.join(labels)}")
        return Unreadable(f"there is no category {shown_value(text)}; there are {', '.join(self._labels.values())}")
