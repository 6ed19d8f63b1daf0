"""The end of Summary: the sheets, what the colours mean, and what this workbook does not do."""

from __future__ import annotations

from fcio.exchange.workbook.frame import (
    ANSWERS,
    AREAS,
    ASSUMPTIONS,
    BENCHMARKS,
    BUDGET_INPUTS,
    CANDIDATES,
    CASH_FLOW,
    CHECKS,
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
    SOURCES,
    WEIGHTS,
    Frame,
)
from fcio.exchange.workbook.letter import Letter

_SHEETS = {
    FIT: "Points per question and role, totals, fit, rank and margins.",
    ANSWERS: "Every question with its answer. Change an answer and everything live follows.",
    AREAS: "Level, target, gap and priority of each of the twelve areas; change a target or an importance.",
    INDICATORS: "The questions behind the areas: level to change, what it means, evidence to ask for.",
    ROADMAP: "What is done in which quarter, with hours and money; move it and the sums follow.",
    RISK_RESULTS: "Expected losses today and with each role, live; bad years as at export.",
    RISK_INPUTS: "Every number the expected losses follow from; write your own in its place.",
    EXCEEDANCE: "How likely a year is to cost more than any amount, as at export.",
    SCENARIOS: "What each choice costs over the years beside staying, live; its chances as at export.",
    BUDGET_INPUTS: "Every number the cash flows follow from; write your own in its place.",
    CASH_FLOW: "Every scenario line by line and year by year, one formula a row.",
    BENCHMARKS: "What others spend, as bands with year, grade and source.",
    CANDIDATES: "People and offers side by side: give scores and weights, and points, band and rank follow.",
    PLAN: "What to do next, phase by phase; change hours and the months follow. Clauses for a mandate below.",
    RESPONSIBILITIES: "Who leads, helps and is told, today and with this role; gaps and double work, live.",
    INTERVIEW: "The first conversation, questions with room for your notes, references and a work sample.",
    PREFERENCES: "Choices between two good things; change one and the weights follow.",
    WEIGHTS: "What each criterion weighs, with a cell to give your own; how well each role supplies it, with sources.",
    ROBUSTNESS: "How firmly the first place stands: shares of cases, how far weights may move, a second method.",
    ASSUMPTIONS: "What was guessed or is not known, who finds it out, until when, and what it could do.",
    SOURCES: "Every source once, and every figure with its range, grade and reason.",
    CHECKS: "What must hold, row by row; and the app's own values at export.",
    POINTS: "A helper: what every answer gives each role, and the words of the drop-down lists. Nothing to change.",
}
_COLOURS = (
    ("input_choice", "An input: you may change it"),
    ("changed", "An input that differs from the export"),
    ("whole", "A calculation or a fixed text: locked, without a password"),
    ("wrong", "A check that does not hold"),
)
_LIMITS = (
    "It ranks live; the headline, gates, bands, shares, reasons, changes, fees and steps stand as they were at export.",
    "It does not say when open answers can be left open, nor which question to ask next; the app does.",
    "It works out costs, present values, payback and break-even live; ranges and chances stand as at export.",
    "It adds up expected losses live; bad years and the curve follow from more than sums and stand as at export.",
    "It advises a decision and does not make it: strengths and weights are partly judgement, marked as such.",
    "Locked cells guard against slips, not against people. Treat the file as confidential: it holds your answers.",
)


def write_about(f: Frame, letter: Letter) -> None:
    """The last part of the sheet."""
    letter.section("The sheets of this workbook")
    for name, what in _SHEETS.items():
        letter.pair(name, what, "note")
        address = f"internal:'{name}'!A1"
        letter.page.sheet.write_url(letter.row - 1, 0, address, letter.page.styles["link"], name)
    letter.section("What the colours mean")
    for style, what in _COLOURS:
        row = letter.row
        letter.pair("", what)
        shown = "Example" if style in ("wrong", "changed") else ""
        letter.page.text(row, 0, shown, "locked_input" if style == "input_choice" else style)
    letter.section("What this workbook does not do")
    for limit in _LIMITS:
        letter.say(limit)
