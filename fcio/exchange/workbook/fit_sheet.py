"""The sheet Role fit: points per question and role, totals, fit, rank and margins, all by formula."""

from __future__ import annotations

from collections.abc import Sequence

from fcio.exchange.workbook.derived import told_name
from fcio.exchange.workbook.fit_formulas import code, counted_row, fault
from fcio.exchange.workbook.frame import FIT, Frame
from fcio.exchange.workbook.layout import ANSWER_TEXT, DIVISOR, FIT_TOP
from fcio.exchange.workbook.page import Page, area, at
from fcio.knowledge.consistency_areas import area_conditions

QUESTION, ANSWER, STATUS, CODE, AT_EXPORT, ROW, FAULT, ROLES = range(8)
HEAD, BASE, TOTAL, MOST_EACH, FIT_ROW, RANK, USES, BEHIND, BEHIND_FIT, MOST, FIRST, SECOND = range(3, 15)
_PURPOSE = (
    "Points of each role = the effort line + the points of every question. Fit = 100 times points over the most any "
    "role can reach under these weights. Equal points are ranked by the name of the role in the app. Not yet is a line "
    "that a role must rise above."
)


def write_fit(f: Frame) -> None:
    """Write the sheet."""
    lead = ROLES + len(f.roles)
    f.pages[FIT].columns(30, 44, 9, 8, 8, 8, 8, *[12.0] * len(f.roles), 12, 10)
    page = f.head(FIT, "Role fit", _PURPOSE, lead)
    heads = ["Result", "", "", "", "", "", "", *(f.short(role) for role in f.roles), ""]
    for column, head in enumerate(heads):
        page.text(HEAD, column, head, "head_right" if column >= ROLES else "head")
    _totals(f, page)
    _margins(f, page)
    heads[:ROLES] = ["Question", "Answer that counts", "Status", "Code", "Code at export", "Row on Points", "Fault"]
    heads[-1] = "First over second"
    for column, head in enumerate(heads):
        page.text(FIT_TOP - 1, column, head, "head_right" if column >= ROLES else "head")
    page.text(FIT_TOP - 1, sets_column(f), "Sets areas", "head_right")
    asked = {name for _, _, condition in area_conditions(f.knowledge) for one in condition for name in one}
    for q, question in enumerate(f.live.s.tables.questions):
        _question(f, page, q)
        page.number(f.layout.fit_row(q), sets_column(f), int(question.id in asked), "quiet_number")
    _names(f, page)
    page.sheet.freeze_panes(HEAD + 1, ANSWER)
    page.printed(f.layout.fit_end - 1, lead, HEAD + 1, f.footer, heads=FIT_TOP - 1)


def sets_column(f: Frame) -> int:
    """The column with 1 for a question whose answer sets a target, an importance or a level; right of what prints."""
    return ROLES + len(f.roles) + 1


def _across(row: int, f: Frame, fixed: str = "rc") -> str:
    return area(row, ROLES, row, ROLES + len(f.roles) - 1, fixed)


def _line(page: Page, row: int, label: str, formulas: Sequence[tuple[str, float]], style: str, note: str = "") -> None:
    page.text(row, QUESTION, label, "bold" if style.startswith("total") else "text")
    page.text(row, ANSWER, note, "quiet")
    for place, (formula, value) in enumerate(formulas):
        page.formula(row, ROLES + place, formula, value, style)


def _totals(f: Frame, page: Page) -> None:
    live, x, t = f.live, f.layout, f.live.s.tables
    page.text(BASE, QUESTION, "The effort of engaging anybody")
    for r, base in enumerate(t.base):
        page.number(BASE, ROLES + r, int(base))
    totals, most, fit, rank, uses = [], [], [], [], []
    first, last = x.highest_row(0), x.highest_row(len(t.questions) - 1)
    counts = f"Points!{area(first, DIVISOR, last, DIVISOR)}"
    for r in range(len(t.roles)):
        column, total = ROLES + r, at(TOTAL, ROLES + r)
        gains = area(FIT_TOP, column, x.fit_end - 1, column, "r")
        totals.append((f"{at(BASE, column)}+SUM({gains})", int(live.totals[r])))
        highest = f"Points!{area(first, x.points_column + r, last, x.points_column + r, 'r')}"
        most.append((f"{at(BASE, column)}+SUMPRODUCT({counts},{highest})", int(live.most_each[r])))
        fit.append((f"IF(Most=0,0,100*{total}/Most)", live.fit(r)))
        before = f"{at(TOTAL, ROLES, 'c')}:{total}"
        above = f"SUMPRODUCT(--({_across(TOTAL, f, 'c')}>{total}))"
        rank.append((f"{above}+COUNTIF({before},{total})", int(live.rank[r])))
        uses.append((f"COUNTIF({_across(RANK, f, 'c')},{at(RANK, column)})", 1))
    _line(page, TOTAL, "Points", totals, "total", "The effort line and the points below")
    _line(page, MOST_EACH, "The most each role can reach", most, "whole", "Every question at its best for the role")
    _line(page, FIT_ROW, "Fit, 0 to 100", fit, "total_tenth", "Points in hundredths of the most any role can reach")
    _line(page, RANK, "Rank", rank, "total", "Most points first; ties in the order of the columns")
    _line(page, USES, "Roles with this rank", uses, "quiet_number", "Always 1: a check looks at it")


def _margins(f: Frame, page: Page) -> None:
    live, behind, behind_fit = f.live, [], []
    first, second = live.placed(1), live.placed(2)
    best = int(live.totals.max())
    for r in range(len(f.roles)):
        lead = f"INDEX({_across(TOTAL, f)},{at(FIRST, ROLES, 'rc')})"
        behind.append((f"{at(TOTAL, ROLES + r)}-{lead}", int(live.totals[r]) - best))
        margin = (int(live.totals[r]) - best) * 100 / live.most if live.most else 0.0
        behind_fit.append((f"IF(Most=0,0,100*{at(BEHIND, ROLES + r)}/Most)", margin))
    _line(page, BEHIND, "Behind the first, points", behind, "signed")
    _line(page, BEHIND_FIT, "Behind the first, in units of fit", behind_fit, "tenth")
    _line(page, MOST, "The most any role can reach", [(f"MAX({_across(MOST_EACH, f)})", live.most)], "whole")
    rank = _across(RANK, f)
    _line(page, FIRST, "Column of the first", [(f"MATCH(1,{rank},0)", first)], "quiet_number")
    _line(page, SECOND, "Column of the second", [(f"MATCH(Second_place,{rank},0)", second)], "quiet_number")


def _question(f: Frame, page: Page, q: int) -> None:
    x, live, row = f.layout, f.live, f.layout.fit_row(q)
    end = x.points_end - 1
    page.text(row, QUESTION, x.s.tables.questions[q].label)
    here = at(row, ROW, "c")
    texts = f"Points!{area(x.points_top, ANSWER_TEXT, end, ANSWER_TEXT)}"
    page.formula(row, ANSWER, f"INDEX({texts},{here})", live.counted(q).text, "text")
    _status(f, page, q, row)
    page.formula(row, CODE, code(x, q), live.code(q), "quiet_number")
    page.number(row, AT_EXPORT, live.code(q), "quiet_number")
    page.formula(row, ROW, counted_row(x, q, at(row, CODE), at(row, STATUS)), live.row_number(q), "quiet_number")
    if x.s.tables.questions[q].derived is None:
        page.formula(row, FAULT, fault(x, q), 0, "quiet_number")
    else:
        page.number(row, FAULT, 0, "quiet_number")
    points = live.question_points(q)
    for r in range(len(f.roles)):
        column = x.points_column + r
        gains = f"Points!{area(x.points_top, column, end, column, 'r')}"
        page.formula(row, ROLES + r, f"INDEX({gains},{here})", int(points[r]))
    mine = area(row, ROLES, row, ROLES + len(f.roles) - 1, "c")
    first, second = (at(place, ROLES, "rc") for place in (FIRST, SECOND))
    lead = int(points[live.placed(1) - 1] - points[live.placed(2) - 1])
    page.formula(row, ROLES + len(f.roles), f"INDEX({mine},{first})-INDEX({mine},{second})", lead, "signed")


def _status(f: Frame, page: Page, q: int, row: int) -> None:
    """Shown, or for a follow-up what the row of its parent says."""
    x, t = f.layout, f.live.s.tables
    parent = int(t.parent[q])
    if t.questions[q].derived is not None:
        formula = f'IF({told_name(t.questions[q])}=1,"shown","hidden")'
        page.formula(row, STATUS, formula, f.live.status(q), "quiet")
        return
    if parent < 0:
        page.text(row, STATUS, f.live.status(q), "quiet")
        return
    place = [child for child, p in t.children if p == parent].index(q)
    column = x.opens_column + place
    flags = f"Points!{area(x.points_top, column, x.points_end - 1, column)}"
    flag = f"INDEX({flags},{at(x.fit_row(parent), ROW)})"
    page.formula(row, STATUS, f'CHOOSE(1+{flag},"hidden","shown","maybe")', f.live.status(q), "quiet")


def _names(f: Frame, page: Page) -> None:
    f.book.name("Most", page.ref(at(MOST, ROLES, "rc")))
    for name, row in (("Points_now", TOTAL), ("Fit_now", FIT_ROW), ("Rank_now", RANK)):
        f.book.name(name, page.ref(_across(row, f)))
    for r, role in enumerate(f.roles):
        f.book.name(f"Points_{role}", page.ref(at(TOTAL, ROLES + r, "rc")))
        f.book.name(f"Fit_{role}", page.ref(at(FIT_ROW, ROLES + r, "rc")))
        f.book.name(f"Rank_{role}", page.ref(at(RANK, ROLES + r, "rc")))
