"""The texts in the XML of a workbook, letter for letter: in pieces, with readings beside them, and with escapes."""

from __future__ import annotations

import re

ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
"""How a workbook writes a character that XML cannot hold."""
DROPPED = "x005F_"
"""What the reader of workbooks drops from a text, whatever stands around it."""


def unescaped(text: str) -> str:
    """The text that a stored one stands for; half of a pair, which is no character, stays as it is written.

    >>> unescaped("a_x000D_b"), unescaped("_x005F_x000D_"), unescaped("_xD83D_")
    ('a\\rb', '_x000D_', '_xD83D_')
    """
    return ESCAPE.sub(lambda found: found[0] if _is_half(int(found[1], 16)) else chr(int(found[1], 16)), text)


def _is_half(code: int) -> bool:
    return 0xD800 <= code <= 0xDFFF


def _exact(text: str) -> str | None:
    """What a stored text stands for where a plain reader would give something else, else None."""
    return unescaped(text) if DROPPED in text or ESCAPE.search(text) else None


class StoredText:
    """Gathers one text while its XML goes by; a reading aid (``rPh``) is no part of it, escapes end with a piece."""

    def __init__(self) -> None:
        self._whole: list[str] = []
        self._piece: list[str] = []
        self._aids, self._open, self._changed = 0, False, False

    def start(self, tag: str) -> None:
        """An element begins."""
        if tag in ("si", "is"):
            self._whole, self._aids, self._changed = [], 0, False
        elif tag == "rPh":
            self._aids += 1
        elif tag == "t":
            self._piece, self._open = [], not self._aids

    def letters(self, letters: str) -> None:
        """Characters go by."""
        if self._open:
            self._piece.append(letters)

    def end(self, tag: str) -> bool:
        """An element ends; whether it ends a whole text."""
        if tag == "t" and self._open:
            self._open = False
            piece = "".join(self._piece)
            exact = _exact(piece)
            self._changed = self._changed or exact is not None
            self._whole.append(piece if exact is None else exact)
        elif tag == "rPh":
            self._aids -= 1
        return tag in ("si", "is")

    def exact(self) -> str | None:
        """The whole text letter for letter where a plain reader would give something else, else None."""
        return "".join(self._whole) if self._changed else None
