"""The sheet Contents: what this file is, every sheet with a link, the colours, the limits, and how it was tested."""

from __future__ import annotations

from fcio.exchange.workbook.evidence import Engine, evidence
from fcio.exchange.workbook.frame import (
    ANSWERS,
    AREAS,
    ASSUMPTIONS,
    BENCHMARKS,
    BUDGET_INPUTS,
    CANDIDATES,
    CASH_FLOW,
    CHECKS,
    CONTENTS,
    EXCEEDANCE,
    FIT,
    INDICATORS,
    INTERVIEW,
    PLAN,
    POINTS,
    PREFERENCES,
    RESPONSIBILITIES,
    RISK_INPUTS,
    RISK_RESULTS,
    ROADMAP,
    ROBUSTNESS,
    SCENARIOS,
    SHEETS,
    SOURCES,
    SUMMARY,
    WEIGHTS,
    Frame,
)
from fcio.exchange.workbook.page import Page

NAME, KIND, WHAT, FORMULAS = range(4)
INPUT, CALCULATION, OUTPUT, CHECK, REFERENCE = "Input", "Calculation", "Result", "Check", "Reference"
BOTH = "Input and result"
_PURPOSE = "What this file is, where everything stands, and how far it can be trusted."
_SHEETS = {
    SUMMARY: (OUTPUT, "The answer on one page, then the reasons, the money, the risk and what to do next."),
    CONTENTS: (REFERENCE, "This page."),
    FIT: (CALCULATION, "Points per question and role, totals, fit, rank and margins."),
    ANSWERS: (INPUT, "Every question with its answer. Change an answer and everything live follows."),
    AREAS: (BOTH, "Level, target, gap and priority of each of the twelve areas; change a target or an importance."),
    INDICATORS: (INPUT, "The questions behind the areas: level to change, what it means, evidence to ask for."),
    ROADMAP: (BOTH, "What is done in which quarter, with hours and money; move it and the sums follow."),
    RISK_RESULTS: (OUTPUT, "Expected losses today and with each role, live; bad years as at export."),
    RISK_INPUTS: (INPUT, "Every number the expected losses follow from; write your own in its place."),
    EXCEEDANCE: (OUTPUT, "How likely a year is to cost more than any amount, as at export."),
    SCENARIOS: (OUTPUT, "What each choice costs over the years beside staying, live; its chances as at export."),
    BUDGET_INPUTS: (INPUT, "Every number the cash flows follow from; write your own in its place."),
    CASH_FLOW: (CALCULATION, "Every scenario line by line and year by year, one formula a row."),
    BENCHMARKS: (REFERENCE, "What others spend, as bands with year, grade and source."),
    CANDIDATES: (BOTH, "People and offers side by side: give scores and weights, and points, band and rank follow."),
    PLAN: (BOTH, "What to do next, phase by phase; change hours and the months follow. Clauses for a mandate below."),
    RESPONSIBILITIES: (BOTH, "Who leads, helps and is told, today and with this role; gaps and double work, live."),
    INTERVIEW: (INPUT, "The first conversation, questions with room for your notes, references and a work sample."),
    PREFERENCES: (INPUT, "Choices between two good things; change one and the weights follow."),
    WEIGHTS: (INPUT, "What each criterion weighs, with a cell to give your own; how well each role supplies it."),
    ROBUSTNESS: (
        OUTPUT,
        "How firmly the first place stands: shares of cases, how far weights may move, another method.",
    ),
    ASSUMPTIONS: (OUTPUT, "What was guessed or is not known, who finds it out, until when, and what it could do."),
    SOURCES: (REFERENCE, "Every source once, and every figure with its range, grade and reason."),
    CHECKS: (CHECK, "What must hold, row by row; and the app's own values at export."),
    POINTS: (
        CALCULATION,
        "What every answer gives each role, and the words of the lists. Nothing to change.",
    ),
}
_COLOURS = (
    ("locked_input", "", "An input: you may change it"),
    ("changed", "Example", "An input that differs from the export"),
    ("whole", "", "A calculation or a fixed text: locked, without a password"),
    ("wrong", "Example", "A check that does not hold"),
)
_USE = (
    "Change a tinted cell: what is live follows at once, and Summary and Checks say what differs from the export.",
    "A new answer moves the ranking here. Money, risk and plan take new answers only in the app; export again.",
)
_LIMITS = (
    "It ranks live; the headline, gates, bands, shares, reasons, changes, fees and steps stand as they were at export.",
    "It does not say when open answers can be left open, nor which question to ask next; the app does.",
    "It works out costs, present values, payback and break-even live; ranges and chances stand as at export.",
    "It adds up expected losses live; bad years and the curve follow from more than sums and stand as at export.",
    "It advises a decision and does not make it: strengths and weights are partly judgement, marked as such.",
    "Locked cells guard against slips, not against people. Treat the file as confidential: it holds your answers.",
)
_AT_EXPORT = (
    "The app wrote every formula together with the value its own model had worked out. No other program recalculated "
    "this very file; your spreadsheet does so when it opens it, and Checks compares the outcome with the app's values."
)


def write_contents(f: Frame) -> None:
    """Write the sheet; after all others, whose formulas it counts."""
    f.pages[CONTENTS].columns(24, 18, 92, 12)
    page = f.head(CONTENTS, "Contents", _PURPOSE, FORMULAS)
    row = _about(f, page, 3)
    row = _sheets(f, page, row)
    row = _colours(page, row)
    row = _section(page, row, "How to use it")
    row = _sentences(page, row, _USE)
    row = _section(page, row, "What this workbook does not do")
    row = _sentences(page, row, _LIMITS)
    row = _tested(f, page, row)
    page.sheet.freeze_panes(3, 0)
    page.printed(row - 1, FORMULAS, 3, f.footer, upright=True)


def _section(page: Page, row: int, title: str) -> int:
    page.height(row, 8)
    for column in range(FORMULAS + 1):
        page.text(row + 1, column, "" if column else title, "section")
    page.height(row + 1, 20)
    return row + 2


def _sentences(page: Page, row: int, sentences: tuple[str, ...]) -> int:
    for place, sentence in enumerate(sentences):
        page.band(row + place, NAME, FORMULAS, "plain")
        page.text(row + place, NAME, sentence, "plain")
    return row + len(sentences)


def _pair(page: Page, row: int, label: str, text: str, field: str = "text", style: str = "plain") -> int:
    page.text(row, NAME, label, "bold")
    page.band(row, KIND, FORMULAS, style)
    page.own(row, KIND, text, field, style)
    return row + 1


def _about(f: Frame, page: Page, row: int) -> int:
    a = f.assessment
    row = _section(page, row, "What this is")
    row = _pair(page, row, "Purpose", "Which technology leader fits this firm, what it costs, what to do next.")
    row = _pair(page, row, "Client", a.name, "client.name", "own")
    row = _pair(page, row, "As of", a.as_of.isoformat())
    row = _pair(page, row, "Written", f.written.isoformat()[: len("2026-12-31")])
    who = a.seats.get("consultant", {}).get("name", "").strip()
    row = _pair(page, row, "Consultant", who or "None named.", "seats.consultant.name", "own")
    row = _pair(page, row, "Knowledge", f"Version {f.knowledge.version}: questions, figures and sources")
    return _pair(page, row, "Amounts", f"In US dollars; the client's currency is {a.currency}")


def _sheets(f: Frame, page: Page, row: int) -> int:
    row = _section(page, row, "The sheets")
    for column, head in ((NAME, "Sheet"), (KIND, "Kind"), (WHAT, "What it is for"), (FORMULAS, "Formulas")):
        page.text(row, column, head, "head_right" if column == FORMULAS else "head")
    for place, name in enumerate(SHEETS, start=1):
        kind, what = _SHEETS[name]
        page.link(row + place, NAME, name)
        page.text(row + place, KIND, kind)
        page.text(row + place, WHAT, what)
        page.number(row + place, FORMULAS, f.pages[name].formulas)
    row += len(SHEETS) + 1
    for column in (KIND, WHAT):
        page.text(row, column, "")
    page.text(row, NAME, "All sheets", "bold")
    page.number(row, FORMULAS, sum(page.formulas for page in f.pages.values()), "total")
    return row + 1


def _colours(page: Page, row: int) -> int:
    row = _section(page, row, "What the colours mean")
    for place, (style, shown, what) in enumerate(_COLOURS):
        page.text(row + place, NAME, shown, style)
        page.band(row + place, KIND, FORMULAS, "plain")
        page.text(row + place, KIND, what, "plain")
    return row + len(_COLOURS)


def _tested(f: Frame, page: Page, row: int) -> int:
    found = evidence()
    row = _section(page, row, "How it was tested")
    row = _pair(page, row, "This file", f"{sum(p.formulas for p in f.pages.values()):,} formulas. {_AT_EXPORT}")
    for engine in found.engines:
        row = _pair(page, row, engine.name, _engine(engine, found.dated))
    said = f"{', '.join(found.changes)} were changed in such workbooks; the outputs followed as the app has them."
    return _pair(page, row, "Changed inputs", said)


def _engine(engine: Engine, dated: str) -> str:
    which = f"{len(engine.firms)} example firms and one case without any answer"
    return (
        f"Version {engine.version}, {dated}: recalculated all formulas of {which}, more than {engine.cells:,} cells. "
        "Every cell came to the value the app had stored, to nine digits."
    )
