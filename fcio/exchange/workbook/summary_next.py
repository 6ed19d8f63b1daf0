"""The part of Summary about what to do next: the first steps of the plan, and candidates, live."""

from __future__ import annotations

from fcio.exchange.workbook.candidate_places import FIRST, rows_of
from fcio.exchange.workbook.candidate_results import HIGH, LOW, POINTS, RANK, SHARE
from fcio.exchange.workbook.frame import CANDIDATES, PLAN, Frame
from fcio.exchange.workbook.letter import LAST, Letter
from fcio.exchange.workbook.page import at
from fcio.exchange.workbook.plan_places import placement
from fcio.exchange.workbook.plan_sheet import when
from fcio.model.plan.result import GATE, OWN
from fcio.report.hiring_words import order_sentence
from fcio.report.risk_words import bad_year_sentence

_SHOWN = 3
_HEADS = ("Candidate, live", "Rank", "Points", "Low", "High", "Of 100", "")


def write_first_things(f: Frame, letter: Letter) -> None:
    """What can go wrong and what to do first, in one line each, for whoever reads one page only."""
    if f.has_risk:
        letter.pair("Main risk, at export", bad_year_sentence(f.risk.now, f.risk.bad_year))
    plan = f.next_steps
    if f.result.missing_core:
        letter.pair("Do first", "Answer the core questions that are still open; until then the plan is a draft.")
    elif plan is not None and plan.lines:
        line = placement(f, plan).lines[0].line
        letter.own_pair("Do first", line.text if line.kind in (GATE, OWN) else line.title, f"plan.{line.id}")


def write_next_part(f: Frame, letter: Letter) -> None:
    """The section: three steps to begin with, and those who stand first among candidates."""
    plan = f.next_steps
    if plan is not None and plan.lines:
        letter.section("What to do next")
        for one in placement(f, plan).lines[:_SHOWN]:
            line = one.line
            text = line.text if line.kind in (GATE, OWN) else f"{line.title}. {line.text}"
            letter.own_pair(when(one) or "When it suits", text, f"plan.{line.id}")
        letter.say(f"The sheet {PLAN} holds the rest, with hours and clauses for a mandate.", "note")
    if f.hiring_parts is not None and f.comparison.rows:
        _candidates(f, letter)


def _candidates(f: Frame, letter: Letter) -> None:
    page, top = letter.page, rows_of(f).results
    letter.section("Candidates")
    letter.own_pair("At export", order_sentence(f.comparison), "candidates")
    for column, head in enumerate(_HEADS):
        page.text(letter.row, column, head, "head_right" if column else "head")
    letter.row += 1
    for place, row in enumerate(f.comparison.rows[:_SHOWN]):
        rank = 1 + sum(one.total.points > row.total.points for one in f.comparison.rows)
        page.own(letter.row, 0, row.name, "candidates", "own_line")
        for column, line, value, style in (
            (1, RANK, float(rank), "whole"),
            (2, POINTS, float(row.total.points), "total"),
            (3, LOW, float(row.total.low), "whole"),
            (4, HIGH, float(row.total.high), "whole"),
            (5, SHARE, row.share, "tenth"),
        ):
            cell = f"'{CANDIDATES}'!{at(top + line, FIRST + place, 'rc')}"
            page.formula(letter.row, column, cell, value, style)
        page.text(letter.row, LAST, "")
        letter.row += 1
