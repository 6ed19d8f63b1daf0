"""The sheet Responsibilities: who leads, helps or is told, today and with this role; gaps and double work, live."""

from __future__ import annotations

from fcio.exchange.workbook.answer_rules import choice_rule
from fcio.exchange.workbook.duty_places import (
    AREA,
    DOUBLE_WORDS,
    DUTY,
    GAP_WORDS,
    ONE_WORDS,
    OPEN_WORDS,
    PART_WORDS,
    SIDES,
    TOP,
    Places,
    duty_places,
    held,
)
from fcio.exchange.workbook.frame import RESPONSIBILITIES, Frame
from fcio.exchange.workbook.page import A3, Page, area, at
from fcio.exchange.workbook.plan_places import NO_PLAN
from fcio.exchange.workbook.plan_words import why
from fcio.model.plan.result import DOUBLE, GAP, ONE, OPEN, DutyLine, Holders

STATES = {ONE: ONE_WORDS, DOUBLE: DOUBLE_WORDS, GAP: GAP_WORDS, OPEN: OPEN_WORDS}
_PURPOSE = (
    "Who has which duty today, as far as your answers tell, and who would with this role. Choose leads, helps, told or "
    "none in a yellow cell; gaps and double work are counted anew. Each duty needs exactly one who leads."
)
_TITLES = {"today": "Today", "would": "With this role"}
_COUNTED = (("Nobody leads", GAP_WORDS, "Gaps"), ("Two or more lead", DOUBLE_WORDS, "Double"))


def write_responsibilities(f: Frame) -> None:
    """Write the sheet."""
    plan = f.next_steps
    if plan is None or f.knowledge.responsibilities is None:
        f.pages[RESPONSIBILITIES].columns(60)
        page = f.head(RESPONSIBILITIES, RESPONSIBILITIES, NO_PLAN, 0)
        page.sheet.freeze_panes(3, 0)
        page.printed(3, 0, 3, f.footer)
        return
    p = duty_places(f, plan)
    parties = len(p.parties)
    f.pages[RESPONSIBILITIES].columns(34, 13, *([6.5] * parties + [15]) * 2, 34, 34)
    page = f.head(RESPONSIBILITIES, RESPONSIBILITIES, _PURPOSE, p.last)
    _heads(f, page, p)
    for place, duty in enumerate(plan.duties):
        _duty(f, page, p, TOP + place, duty)
    for side in SIDES:
        _side(f, page, p, side)
    _export(f, page, p)
    page.sheet.freeze_panes(TOP, 1)
    page.printed(p.end + len(_COUNTED) - 1, p.last, TOP, f.footer, A3)


def _heads(f: Frame, page: Page, p: Places) -> None:
    page.height(TOP - 1, 76)
    for side in SIDES:
        first = p.first(side)
        for column in range(first, p.state(side) + 1):
            page.text(TOP - 2, column, _TITLES[side] if column == first else "", "section")
        for place, party in enumerate(p.parties):
            page.text(TOP - 1, first + place, party.short, "head_up")
        page.text(TOP - 1, p.state(side), "How many lead, live", "head_in")
        page.text(TOP - 1, p.why(side), f"Because, {_TITLES[side].lower()}", "head_in")
    page.text(TOP - 1, DUTY, "Duty", "head")
    page.text(TOP - 1, AREA, "Area", "head")


def _duty(f: Frame, page: Page, p: Places, row: int, duty: DutyLine) -> None:
    page.text(row, DUTY, duty.duty)
    page.text(row, AREA, f.knowledge.area(duty.area).short if duty.area else "", "quiet")
    for side in SIDES:
        holders, first = held(duty, side), p.first(side)
        for place, party in enumerate(p.parties):
            page.text(row, first + place, holders.parts.get(party.id, ""), "input_choice")
        page.formula(row, p.state(side), _state(p, row, side, holders), STATES[holders.state], "result")
        page.own(row, p.why(side), why(holders.because), f"responsibilities.{side}", "own_in")


def _state(p: Places, row: int, side: str, holders: Holders) -> str:
    """One, several or nobody leads; what is open stays so until somebody changes the row."""
    now, then = p.across(row, side), p.across(p.export_row(row), side)
    leads, nobody = f'COUNTIF({now},"{PART_WORDS[0]}")', f'"{GAP_WORDS}"'
    if holders.state == OPEN:
        nobody = f'IF(SUMPRODUCT(--({now}<>{then}))=0,"{OPEN_WORDS}","{GAP_WORDS}")'
    return f'IF({leads}=0,{nobody},IF({leads}=1,"{ONE_WORDS}","{DOUBLE_WORDS}"))'


def _side(f: Frame, page: Page, p: Places, side: str) -> None:
    first, last, state = p.first(side), p.first(side) + len(p.parties) - 1, p.state(side)
    if p.count:
        rule = choice_rule(list(PART_WORDS), "Part in this duty", "leads, helps, told, or none.")
        page.validation((TOP, first), (p.end - 1, last), rule)
        words = at(TOP, state, "c")
        page.conditional(
            (TOP, state), (p.end - 1, state), f'OR({words}="{GAP_WORDS}",{words}="{DOUBLE_WORDS}")', "wrong"
        )
        page.conditional((TOP, first), (p.end - 1, last), f'{at(TOP, first)}="{PART_WORDS[0]}"', "leads")
    for line, (label, words, name) in enumerate(_COUNTED):
        row = p.end + line
        code = GAP if words == GAP_WORDS else DOUBLE
        total = sum(held(duty, side).state == code for duty in (f.next_steps.duties if f.next_steps else ()))
        page.text(row, DUTY, label, "bold")
        states = area(TOP, state, max(TOP, p.end - 1), state)
        page.formula(row, state, f'COUNTIF({states},"{words}")' if p.count else "0", total, "total")
        f.book.name(f"{name}_{side}", page.ref(at(row, state, "rc")))
    end = max(TOP, p.end - 1)
    f.book.name(f"Parts_{side}", page.ref(area(TOP, first, end, last)))
    f.book.name(f"Parts_{side}_then", page.ref(area(p.export_row(TOP), first, p.export_row(end), last)))


def _export(f: Frame, page: Page, p: Places) -> None:
    """Who had which part at export, below what is printed."""
    assert f.next_steps is not None
    page.text(p.export_row(TOP) - 1, DUTY, "At export", "bold")
    for place, duty in enumerate(f.next_steps.duties):
        row = p.export_row(TOP + place)
        page.text(row, DUTY, duty.duty, "quiet")
        for side in SIDES:
            for column, party in enumerate(p.parties, p.first(side)):
                page.text(row, column, held(duty, side).parts.get(party.id, ""), "quiet")
