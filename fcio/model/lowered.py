"""A text of ours as it stands within a sentence."""

from __future__ import annotations


def lowered(text: str) -> str:
    """The text with a small first letter; abbreviations keep their capitals.

    >>> lowered("Draw up the roadmap"), lowered("IT asset management"), lowered("")
    ('draw up the roadmap', 'IT asset management', '')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
