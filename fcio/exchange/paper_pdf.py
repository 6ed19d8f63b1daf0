"""A paper as PDF: tagged, with the fonts that ship with the typesetter; every text travels as data, never as markup."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import typst

from fcio.report.paper import Paper

FIRST_BEYOND, FIRST_SIGN, LAST_SIGN = 0x0590, 0x1E00, 0x2BFF
"""From Hebrew on scripts are beyond the shipped fonts, but for the accents and signs between the last two."""
TEMPLATE = Path(__file__).with_name("paper.typ")


def shipped_fonts_suffice(text: str) -> bool:
    """Whether the fonts that ship with the typesetter hold every letter: Latin, Greek, Cyrillic, signs and arrows.

    >>> shipped_fonts_suffice("M\u00fcller & S\u00f8n \u2192 \u0416"), shipped_fonts_suffice("\u682a\u5f0f")
    (True, False)
    """
    return not any(FIRST_BEYOND <= letter < FIRST_SIGN or letter > LAST_SIGN for letter in map(ord, text))


def pdf(paper: Paper, letter: bool = False) -> bytes:
    """The PDF of a paper; ``letter`` sets it larger and for one page. The same paper gives the same bytes.

    Only for letters that the shipped fonts lack are the fonts of this computer asked.
    """
    data = {**asdict(paper), "as_of": paper.as_of.isoformat(), "letter": letter}
    told = json.dumps(data, ensure_ascii=False)
    compiler = typst.Compiler(
        TEMPLATE.read_bytes(), ignore_system_fonts=shipped_fonts_suffice(told), sys_inputs={"paper": told}
    )
    made = datetime(paper.as_of.year, paper.as_of.month, paper.as_of.day, tzinfo=UTC)
    found = compiler.compile(format="pdf", timestamp=made)
    assert isinstance(found, bytes)
    return found
