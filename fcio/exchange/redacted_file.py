"""The redacted copy of a case file as a file of its own."""

from __future__ import annotations

from pathlib import Path

from fcio.exchange.case_file import read_case, write_case
from fcio.exchange.redacted import redacted
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused


def write_redacted(knowledge: Knowledge, case: bytes, out: Path) -> None:
    """Write the redacted copy of a case file's content and print one line; :class:`Refused` where that fails."""
    if out.suffix.lower() != ".json":
        raise Refused(out.name, "name the file so that it ends in .json")
    text = write_case(redacted(knowledge, read_case(knowledge, case)))
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refused(str(out), f"this file cannot be written ({error.strerror})") from error
    print(f"Wrote {out}.")
