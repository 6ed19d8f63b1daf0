"""The months on Plan: hours of the leader and of the firm's own people, against what the engagement holds."""

from __future__ import annotations

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import NONE, Page, area, at
from fcio.exchange.workbook.plan_places import (
    ATTEND,
    BY,
    HELD,
    LEADER_ROW,
    LEADER_WORD,
    LED,
    MONTH_HEAD,
    MONTH_TOP,
    MOST_HELD,
    NOW,
    OWN,
    SHARES,
    TITLE,
    VERDICT,
    WHEN,
    Placement,
)
from fcio.exchange.workbook.plan_words import LEADER, worker
from fcio.model.plan.months import MONTHS
from fcio.model.plan.result import ENDED, NOBODY, MonthLoad, Plan

HEAD_HEIGHT = 48
FITS_WORDS, TIGHT_WORDS, OVER_WORDS = "fits", "tight: more than usual", "more than it holds at most"
_FIXED = {NOBODY: "nobody is engaged", ENDED: "has usually ended by then"}
_HEADS = {
    TITLE: "Month, live",
    WHEN: "",
    LED: "Hours of the leader",
    OWN: "Hours of own people",
    HELD: "The engagement holds",
    MOST_HELD: "At most",
    VERDICT: "How that fits",
}


def write_months(f: Frame, page: Page, plan: Plan, places: Placement) -> None:
    """Write the table above the lines."""
    page.text(LEADER_ROW, TITLE, "The leader in this plan", "bold")
    page.text(LEADER_ROW, WHEN, worker(f, plan, LEADER), "bold")
    f.book.name(LEADER_WORD, page.ref(at(LEADER_ROW, WHEN, "rc")))
    for column, head in _HEADS.items():
        page.text(
            MONTH_HEAD, column, head, "head_right" if LED <= column <= MOST_HELD else "head_in" if column else "head"
        )
    page.height(MONTH_HEAD, HEAD_HEIGHT)
    for column in range(VERDICT + 1, ATTEND + 1):
        page.text(MONTH_HEAD, column, "", "head")
    for place, load in enumerate(plan.months):
        _month(page, places, MONTH_TOP + place, load)
    end = MONTH_TOP + MONTHS
    row = end + 1
    page.text(row, TITLE, "All together", "bold")
    for column, value in (
        (LED, sum(load.total.typical for load in plan.months)),
        (OWN, sum(load.inside for load in plan.months)),
    ):
        page.formula(row, column, f"SUM({area(MONTH_TOP, column, end, column)})", value, "total_tenth")
    f.book.name("Plan_led", page.ref(area(MONTH_TOP, LED, end, LED)))
    f.book.name("Plan_own", page.ref(area(MONTH_TOP, OWN, end, OWN)))
    _extra(f, page, plan, row + 1)


def _month(page: Page, places: Placement, row: int, load: MonthLoad) -> None:
    hours, share, by = (places.column(column) for column in (NOW, SHARES + load.month, BY))
    page.text(row, TITLE, f"Month {load.month}" if load.month else "Before the start")
    page.text(row, WHEN, "")
    led = f"SUMPRODUCT(({by}={LEADER_WORD})*{hours}*{share})"
    page.formula(row, LED, led, load.total.typical, "tenth")
    page.formula(row, OWN, f"SUMPRODUCT(({by}<>{LEADER_WORD})*{hours}*{share})", load.inside, "tenth")
    page.band(row, VERDICT, ATTEND, "result")
    if load.verdict in _FIXED or load.available is None:
        for column in (HELD, MOST_HELD):
            page.text(row, column, NONE)
        page.text(row, VERDICT, _FIXED.get(load.verdict, NONE), "result")
        return
    page.number(row, HELD, load.available.typical, "tenth")
    page.number(row, MOST_HELD, load.available.high, "tenth")
    total, held, most = (at(row, column) for column in (LED, HELD, MOST_HELD))
    tight = f'IF(ROUND(100*({total}-{held}),0)>0,"{TIGHT_WORDS}","{FITS_WORDS}")'
    formula = f'IF(ROUND(100*({total}-{most}),0)>0,"{OVER_WORDS}",{tight})'
    page.formula(
        row, VERDICT, formula, _verdict(load.total.typical, load.available.typical, load.available.high), "result"
    )


def _verdict(total: float, held: float, most: float) -> str:
    if round(total - most, 2) > 0:
        return OVER_WORDS
    return TIGHT_WORDS if round(total - held, 2) > 0 else FITS_WORDS


def _extra(f: Frame, page: Page, plan: Plan, row: int) -> None:
    """Hours of the first three months above what the engagement holds at its high end."""
    page.text(row, TITLE, "Months 1 to 3: hours above the most it holds", "bold")
    page.text(row, WHEN, "")
    cells = []
    for month in (load.month for load in plan.months[1:4]):
        led, most = at(MONTH_TOP + month, LED), at(MONTH_TOP + month, MOST_HELD)
        cells.append(f"IF(ISNUMBER({most}),MAX(0,{led}-{most}),0)")
    page.formula(row, LED, "+".join(cells), plan.extra_hours, "total_tenth")
    f.book.name("Plan_extra", page.ref(at(row, LED, "rc")))
