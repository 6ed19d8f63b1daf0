"""A paper as PDF: tagged, with the fonts that ship with the typesetter; every text travels as data, never as markup."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import typst

from fcio.report.paper import Paper

TEMPLATE = Path(__file__).with_name("paper.typ")


def pdf(paper: Paper, letter: bool = False) -> bytes:
    """The PDF of a paper; ``letter`` sets it larger and for one page. The same paper gives the same bytes."""
    data = {**asdict(paper), "as_of": paper.as_of.isoformat(), "letter": letter}
    compiler = typst.Compiler(
        TEMPLATE.read_bytes(), ignore_system_fonts=True, sys_inputs={"paper": json.dumps(data, ensure_ascii=False)}
    )
    made = datetime(paper.as_of.year, paper.as_of.month, paper.as_of.day, tzinfo=UTC)
    found = compiler.compile(format="pdf", timestamp=made)
    assert isinstance(found, bytes)
    return found
