"""The one way this package says no to what is in ``data/``."""

from __future__ import annotations


class KnowledgeError(ValueError):
    """Knowledge that cannot be used: which file, which entry, and what would cure it.

    >>> str(KnowledgeError("questions.yaml", "headcount", "add a source"))
    'data/questions.yaml, headcount: add a source.'
    """

    def __init__(self, file: str, entry: str, cure: str) -> None:
        self.file, self.entry, self.cure = file, entry, cure
        super().__init__(f"data/{file}, {entry}: {cure.rstrip('.')}.")
