"""The commands of the command line that take files in and give files out."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from fcio.exchange.case_file import Document, assessment, read_case, write_case
from fcio.exchange.redacted import rightly_marked
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused
from fcio.model.fit import FitModel
from fcio.report.results import Results

WORKBOOK, CASE = ".xlsx", ".json"


def content_of(path: Path) -> bytes:
    """The bytes of a file, or :class:`Refused` with the reason."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        raise Refused(str(path), f"this file cannot be read ({reason})") from error


def case_of(knowledge: Knowledge, path: Path) -> Document:
    """The checked document in a case file, without the mark of a redacted copy where it is none any more."""
    return rightly_marked(knowledge, read_case(knowledge, content_of(path)))


def _refuse_ending(out: Path, ending: str) -> None:
    if out.suffix.lower() != ending:
        raise Refused(out.name, f"name the file so that it ends in {ending}")


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Refused(str(out), f"this file cannot be written ({error.strerror})") from error


def _print_line(sentence: str) -> None:
    """One sentence on one line, without anything that would steer a terminal."""
    print(" ".join("".join(letter if letter.isprintable() else " " for letter in sentence).split()))


def _print_json(found: dict[str, Any]) -> None:
    """On one line for whoever splits lines: signs beyond ASCII are escaped, some of them end a line."""
    print(json.dumps(found, allow_nan=False))


def export(knowledge: Knowledge, case: Path, out: Path) -> None:
    """Write what a case file gives to take home: workbook, report, letter or page, by the ending."""
    from fcio.exchange.taken_home import TakenHome, kind_of

    kind = kind_of(out.name)
    facts = assessment(case_of(knowledge, case), date.today())
    _write(out, TakenHome(Results(FitModel.of(knowledge), facts), facts.as_of).content(kind))
    print(f"Wrote {out}.")


def read_spend(knowledge: Knowledge, file: Path, currency: str) -> None:
    """Print what a spreadsheet with the client's spending says."""
    from fcio.exchange.spend_file import read_spend
    from fcio.exchange.spend_json import spend_json, spend_sentences

    read = read_spend(knowledge, file.name, content_of(file), currency)
    for sentence in spend_sentences(read):
        _print_line(sentence)
    _print_json(spend_json(read))


def questionnaire(knowledge: Knowledge, out: Path, case: Path | None, areas: bool) -> None:
    """Write the questionnaire, with the answers of a case file where one is given."""
    from fcio.exchange.questionnaire import questionnaire

    _refuse_ending(out, WORKBOOK)
    document = case_of(knowledge, case) if case is not None else None
    as_of = (document or {}).get("as_of")
    written = date.fromisoformat(as_of) if as_of else date.today()
    _write(out, questionnaire(knowledge, document, written=written, areas=areas))
    print(f"Wrote {out}.")


def read_filled(knowledge: Knowledge, filled: Path, out: Path, case: Path | None) -> None:
    """Read a filled questionnaire into a case file; the last line printed is the verdict, also on a refusal."""
    from fcio.exchange.questionnaire import merged, preview, read_questionnaire
    from fcio.exchange.questionnaire.verdict import refused_json, sentences, verdict_json

    try:
        _refuse_ending(out, CASE)
        document = case_of(knowledge, case) if case is not None else None
        read = read_questionnaire(knowledge, filled.name, content_of(filled))
        if document is None:
            document = {"fcio": 1, "client": {"name": read.client.strip() or filled.stem}}
        taken = merged(knowledge, document, read)
        found = preview(knowledge, document, read)
        _write(out, write_case(taken).encode("utf-8"))
    except Refused as refused:
        _print_json(refused_json(refused))
        raise
    for sentence in sentences(knowledge, read, found):
        _print_line(sentence)
    _print_json(verdict_json(read, found))
