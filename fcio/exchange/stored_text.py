"""The texts in the XML of a workbook, letter for letter: in pieces, with readings beside them, and with escapes."""

from __future__ import annotations

import re

ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
"""How a workbook writes a character that XML cannot hold."""
DROPPED = "x005F_"
"""What the reader of workbooks drops from a text, whatever stands around it."""


def unescaped(text: str) -> str:
    """The text that a stored one stands for.

    >>> unescaped("a_x000D_b"), unescaped("_x005F_x000D_")
    ('a\\rb', '_x000D_')
    """
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def exact(text: str) -> str | None:
    """What a stored text stands for where a plain reader would give something else, else None."""
    return unescaped(text) if DROPPED in text or ESCAPE.search(text) else None


class StoredText:
    """Gathers one text while its XML goes by; a reading aid (``rPh``) is no part of it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._aids, self._open = 0, False

    def start(self, tag: str) -> None:
        """An element begins."""
        if tag in ("si", "is"):
            self._pieces, self._aids = [], 0
        elif tag == "rPh":
            self._aids += 1
        elif tag == "t":
            self._open = not self._aids

    def letters(self, letters: str) -> None:
        """Characters go by."""
        if self._open:
            self._pieces.append(letters)

    def end(self, tag: str) -> str | None:
        """The whole text where this element ends one, else None."""
        if tag == "t":
            self._open = False
        elif tag == "rPh":
            self._aids -= 1
        elif tag in ("si", "is"):
            return "".join(self._pieces)
        return None
