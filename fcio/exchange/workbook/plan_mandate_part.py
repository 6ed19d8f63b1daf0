"""The mandate on Plan: its clauses as at export, with their reasons. Not legal advice."""

from __future__ import annotations

from fcio.exchange.workbook.frame import Frame, source_name
from fcio.exchange.workbook.page import Page
from fcio.exchange.workbook.plan_places import ATTEND, COST, SOURCE, TEXT, TITLE, WHEN, WHY
from fcio.exchange.workbook.plan_words import why
from fcio.model.plan.result import ClauseLine, Plan

_NOTE = (
    "Clauses for a first draft of the mandate, as at export. This is not legal advice: have a lawyer read whatever you "
    "sign."
)
_NONE = "Nobody is engaged in this plan, so there is no mandate to agree on."


def write_mandate(f: Frame, page: Page, plan: Plan, row: int) -> int:
    """Write the clauses part by part; returns the last row."""
    for column in range(SOURCE + 1):
        page.text(row, column, "" if column else "Mandate", "section")
    page.band(row + 1, TITLE, SOURCE, "note")
    page.text(row + 1, TITLE, _NOTE if plan.clauses else _NONE, "note")
    row += 2
    part = ""
    for clause in plan.clauses:
        if clause.part != part:
            part = clause.part
            page.text(row, TITLE, part[0].upper() + part[1:].replace("_", " "), "bold")
            row += 1
        _clause(f, page, row, clause)
        row += 1
    return row - 1


def _clause(f: Frame, page: Page, row: int, clause: ClauseLine) -> None:
    field = f"plan.{clause.id}"
    page.own(row, TITLE, clause.heading, field, "own_line")
    page.band(row, WHEN, ATTEND, "own_line")
    page.own(row, WHEN, clause.text, field, "own_line")
    if clause.amount is not None:
        page.number(row, COST, clause.amount, "amount")
    else:
        page.blank(row, COST, "text")
    page.blank(row, TEXT, "text")
    page.own(row, WHY, why(clause.because), field, "own_line")
    page.text(row, SOURCE, source_name(f.knowledge, clause.source), "quiet")
