"""The headline numbers on Summary: as told at export, the number itself, what it is now, and where it is made."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.exchange.workbook.budget_places import total_name
from fcio.exchange.workbook.frame import (
    ANSWERS,
    AREAS,
    FIT,
    RISK_RESULTS,
    ROBUSTNESS,
    SCENARIOS,
    SOURCES,
    Frame,
)
from fcio.exchange.workbook.letter import LAST, Letter
from fcio.exchange.workbook.page import NONE, Page, area, at
from fcio.model.money.scenario import SEQUENCE, STAY
from fcio.report.headline_numbers import (
    ADVISED,
    AVERAGE_YEAR,
    BAD_YEAR,
    CHEAPER,
    CHOSEN,
    FEE,
    FEE_ONCE,
    HOURS,
    KNOWN,
    LEADS,
    ROLE,
    STAYING,
    HeadlineNumber,
    headline_numbers,
)
from fcio.report.headline_numbers import (
    AREAS as AREAS_LEVEL,
)
from fcio.report.headline_numbers import (
    FIT as FIT_NUMBER,
)

LABEL, TOLD, THEN, NOW, SINCE, MADE = 0, 1, 3, 4, 5, 6
AS_THEN, CHANGED, STORED = "as at export", "changed", "at export only"
_HEADS = ("In numbers", "Told at export", "", "At export", "Now", "Since then", "Made on")
_MADE_ON = {
    ROLE: FIT,
    FIT_NUMBER: FIT,
    LEADS: ROBUSTNESS,
    KNOWN: ANSWERS,
    FEE: SOURCES,
    FEE_ONCE: SOURCES,
    HOURS: SOURCES,
    AREAS_LEVEL: AREAS,
    AVERAGE_YEAR: RISK_RESULTS,
    BAD_YEAR: RISK_RESULTS,
    STAYING: SCENARIOS,
    CHOSEN: SCENARIOS,
    CHEAPER: SCENARIOS,
    ADVISED: SCENARIOS,
}
_NONE_CHANGED = "Every number that is live stands as at export."
_SOME_CHANGED = " of the live numbers. What is not live stands as it was then."
_FIRST = "MATCH(1,Rank_now,0)"


@dataclass(frozen=True)
class LiveNumber:
    """One end of a headline number that formulas follow: the live formula, and what it gave at export."""

    said: str
    formula: str
    at_export: float | str
    style: str


def live_numbers(f: Frame) -> dict[str, tuple[LiveNumber, ...]]:
    """By headline number, what of it is live; the two ends of a span one by one."""
    leader, overall = f.result.leader, f.areas.overall
    fit = f.live.fit(f.roles.index(leader.role))
    found: dict[str, tuple[LiveNumber, ...]] = {
        ROLE: (LiveNumber("", f"INDEX(Role_names,{_FIRST})", f.short(leader.role), "whole"),),
        FIT_NUMBER: (LiveNumber("", f"INDEX(Fit_now,{_FIRST})", fit, "tenth"),),
    }
    if overall.low is not None and overall.high is not None:
        found[AREAS_LEVEL] = (
            LiveNumber("at least", "Overall_lowest", overall.low, "hundredth"),
            LiveNumber("at most", "Overall_highest", overall.high, "hundredth"),
        )
    if f.has_risk:
        found[AVERAGE_YEAR] = (LiveNumber("", "Expected_now", sum(f.risk.now.expected.values()), "amount"),)
    if f.has_budget:
        keys = ((STAYING, STAY), (CHOSEN, f.budget.subject), (ADVISED, SEQUENCE))
        for name, key in ((name, key) for name, key in keys if key in f.budget.flows):
            found[name] = (LiveNumber("", total_name("TCO", key), float(f.budget.flows[key].tco), "amount"),)
    return found


def write_numbers(f: Frame, letter: Letter) -> None:
    """The table, where anything can be told; nothing while the core of the questions is open."""
    numbers, live, page = headline_numbers(f.found), live_numbers(f), letter.page
    if not numbers:
        return
    letter.gap()
    for column in range(LAST + 1):
        style = "head_right" if column in (THEN, NOW) else "head_in" if column == SINCE else "head"
        page.text(letter.row, column, _HEADS[column], style)
    letter.row += 1
    top = letter.row
    for one in numbers:
        _told(letter, one, live.get(one.id, ()))
    last = letter.row - 1
    since = area(top, SINCE, last, SINCE)
    f.book.name("Headline_now", page.ref(area(top, NOW, last, NOW)))
    page.conditional((top, NOW), (last, SINCE), f'{at(top, SINCE, "c")}="{CHANGED}"', "changed")
    f.book.name("Headline_since", page.ref(since))
    count = f'COUNTIF({since},"{CHANGED}")'
    letter.live(
        f'IF({count}=0,"{_NONE_CHANGED}","Changed since export: "&{count}&"{_SOME_CHANGED}")', _NONE_CHANGED, "note"
    )


def _told(letter: Letter, one: HeadlineNumber, ends: tuple[LiveNumber, ...]) -> None:
    """A row for the number, or one for each end of a span; what is not live says so."""
    page = letter.page
    for place, end in enumerate(ends or (None,)):
        row = letter.row
        page.band(row, TOLD, TOLD + 1, "text")
        page.text(row, TOLD, "" if place else one.text)
        page.text(row, LABEL, f"\u2026 {end.said}" if place and end else one.label)
        if end is None:
            for column, text, style in ((THEN, NONE, "none"), (NOW, NONE, "none"), (SINCE, STORED, "quiet")):
                page.text(row, column, text, style)
        else:
            _compared(page, row, end)
        page.link(row, MADE, _MADE_ON[one.id])
        letter.row += 1


def _compared(page: Page, row: int, live: LiveNumber) -> None:
    """The number at export beside the live one; cents and hundredths are where a difference begins."""
    then, now = at(row, THEN), at(row, NOW)
    page.formula(row, NOW, live.formula, live.at_export, live.style)
    same = f"{then}={now}"
    if isinstance(live.at_export, str):
        page.text(row, THEN, live.at_export, live.style)
    else:
        page.number(row, THEN, live.at_export, live.style)
        same = f"IF(ISNUMBER({now}),ROUND(100*({now}-{then}),0)=0,FALSE)"
    page.formula(row, SINCE, f'IF({same},"{AS_THEN}","{CHANGED}")', AS_THEN, "quiet")
