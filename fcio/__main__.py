"""The command line: the same functions without a screen.

Exit 0; 2 with one sentence that names the field when the input is refused; never a traceback.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from fcio.exchange.case_file import assessment
from fcio.exchange.redacted_file import write_redacted
from fcio.exchange.result_json import questions_json
from fcio.exchange.result_parts import RESULT_PARTS
from fcio.file_commands import case_of, content_of, export, questionnaire, read_filled, read_spend
from fcio.knowledge.load import load
from fcio.knowledge.refusal import KnowledgeError
from fcio.model.answers import Refused
from fcio.model.currency import CURRENCIES, DOLLAR
from fcio.model.fit import FitModel
from fcio.report.results import Results


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m fcio", description="Which technology leader fits a firm.")
    commands = parser.add_subparsers(dest="command", required=True)
    questions = commands.add_parser("questions", help="every question: id, section, text, kind, options, when shown")
    questions.add_argument("--json", action="store_true", help="as JSON")
    result = commands.add_parser("result", help="the result of a case file")
    result.add_argument("case", type=Path, metavar="CASE.json")
    result.add_argument("--only", choices=tuple(RESULT_PARTS), help="one part of the result")
    result.add_argument("--json", action="store_true", help="as JSON")
    export = commands.add_parser("export", help="workbook, report or page of a case file, by the ending")
    export.add_argument("case", type=Path, metavar="CASE.json")
    export.add_argument("out", type=Path, metavar="OUT.xlsx|.pdf|.html")
    redact = commands.add_parser("redact", help="a copy of a case file without names, texts and exact figures")
    redact.add_argument("case", type=Path, metavar="CASE.json")
    redact.add_argument("out", type=Path, metavar="OUT.json")
    spending = commands.add_parser("read-spend", help="what a spreadsheet with the client's spending says")
    spending.add_argument("file", type=Path, metavar="FILE")
    spending.add_argument("--currency", choices=tuple(CURRENCIES), default=DOLLAR, help="of its amounts")
    offline = commands.add_parser("questionnaire", help="a workbook with the questions, to be filled in elsewhere")
    offline.add_argument("out", type=Path, metavar="OUT.xlsx")
    offline.add_argument("--case", type=Path, metavar="CASE.json", help="fill in what this case file holds")
    offline.add_argument("--areas", action="store_true", help="with the twelve areas")
    filled = commands.add_parser("read", help="what a filled questionnaire says, as a case file")
    filled.add_argument("filled", type=Path, metavar="FILLED.xlsx")
    filled.add_argument("out", type=Path, metavar="OUT.json")
    filled.add_argument("--case", type=Path, metavar="CASE.json", help="take it over into this case file")
    agreement = commands.add_parser("calibrate", help="agreement with published cases, and what fitting would gain")
    agreement.add_argument(
        "--quick", action="store_true", help="only the numbers as they are: no fitting, no rehearsed talks"
    )
    commands.add_parser("check", help="knowledge is complete, cited and consistent")
    return parser


def _questions(as_json: bool) -> None:
    rows = questions_json(load())
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        print(f"{row['id']:24} {row['text']}")


def _result(case: Path, only: str | None, as_json: bool) -> None:
    knowledge = load()
    facts = assessment(case_of(knowledge, case), date.today())
    results = Results(FitModel.of(knowledge), facts)
    found: dict[str, Any] = {}
    lines: list[str] = []
    for part in RESULT_PARTS if only is None else (only,):
        told = RESULT_PARTS[part](results)
        if told is not None:
            found[part], said = told
            lines += said
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False))
    else:
        print("\n".join(lines))


def _calibrate(whole: bool) -> None:
    from fcio.calibrate import report

    for line in report(load(), fit=whole, clock=whole):
        print(line)


def _check() -> None:
    from fcio.knowledge.balance import refuse_imbalance

    knowledge = load()
    refuse_imbalance(knowledge)
    print(
        f"Knowledge {knowledge.version} is complete, cited and consistent: {len(knowledge.questions)} questions, "
        f"{len(knowledge.criteria)} criteria, {len(knowledge.parameters)} figures, {len(knowledge.sources)} sources."
    )


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give back its exit code."""
    given = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        if given.command == "questions":
            _questions(given.json)
        elif given.command == "result":
            _result(given.case, given.only, given.json)
        elif given.command == "export":
            export(load(), given.case, given.out)
        elif given.command == "redact":
            write_redacted(load(), content_of(given.case), given.out)
        elif given.command == "read-spend":
            read_spend(load(), given.file, given.currency)
        elif given.command == "questionnaire":
            questionnaire(load(), given.out, given.case, given.areas)
        elif given.command == "read":
            read_filled(load(), given.filled, given.out, given.case)
        elif given.command == "calibrate":
            _calibrate(not given.quick)
        else:
            _check()
    except (Refused, KnowledgeError) as refused:
        print(" ".join(str(refused).split()), file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
