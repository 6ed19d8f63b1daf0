"""A client's own words inside our texts, cut where they are too long for the place."""

from __future__ import annotations

ELLIPSIS = "\u2026"


def quoted(text: str, longest: int) -> str:
    """A quote of at most so many characters on one line, cut after a whole word.

    >>> quoted("One plan\\nfor all four practices.", 14)
    'One plan for…'
    """
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.") + ELLIPSIS
