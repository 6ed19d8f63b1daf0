"""The sheet Benchmarks: where the firm stands among others by each measure, as a band with grade and year."""

from __future__ import annotations

from fcio.exchange.workbook.budget_places import lever_name, no_budget
from fcio.exchange.workbook.frame import BENCHMARKS, Frame, source_name
from fcio.exchange.workbook.page import A3, NONE, Page
from fcio.model.budget_benchmark import Comparison
from fcio.model.money.case import spend_lever
from fcio.report.budget_place_words import place_sentence

MEASURE, YOU, LOW, MIDDLE, HIGH, WHAT, YEAR, GRADE, WHO, SOURCE, SAID = range(11)
TOP = 8
_HEADS = (
    "Measure",
    "You",
    "Low",
    "Middle",
    "High",
    "Middle is a",
    "Year",
    "Grade",
    "Who was asked",
    "Source",
    "What that says",
)
_PURPOSE = (
    "A band is where such firms lie, no target: less is not better and more is not worse. Means lie far above medians, "
    "so never put two kinds side by side. As at export; today's spending below follows Budget inputs."
)


def write_benchmarks(f: Frame) -> None:
    """Write the sheet."""
    if not f.has_budget:
        no_budget(f, BENCHMARKS)
        return
    f.pages[BENCHMARKS].columns(40, 12, 10, 10, 10, 12, 8, 8, 44, 44, 60)
    page = f.head(BENCHMARKS, "Benchmarks", _PURPOSE, SAID)
    case = f.budget.case
    page.text(4, MEASURE, "Today's spending a year, before any growth", "bold")
    total = "+".join(lever_name(spend_lever(one.id)) for one in case.rules.categories)
    page.formula(4, YOU, total, case.spend.total, "total_amount")
    f.book.name("Spending_today", page.ref("$B$5"))
    guessed = len(case.spend.estimated)
    page.text(5, MEASURE, f"{guessed} of {len(case.spend.usd_per_year)} lines are our estimate.", "note")
    for column, head in enumerate(_HEADS):
        page.text(TOP - 1, column, head, "head_right" if YOU <= column <= HIGH else "head" if not column else "head_in")
    for place, one in enumerate(f.budget.comparisons):
        _comparison(f, page, TOP + place, one)
    page.sheet.freeze_panes(TOP, 1)
    page.printed(TOP + len(f.budget.comparisons), SAID, TOP, f.footer, A3)


def _comparison(f: Frame, page: Page, row: int, one: Comparison) -> None:
    measure = next(m for m in f.budget.case.rules.measures if m.id == one.measure)
    style = "share" if measure.unit == "share" else "amount"
    b = one.benchmark
    page.text(row, MEASURE, measure.label)
    values = (one.value, *((b.low, b.typical, b.high) if b is not None else (None, None, None)))
    for column, value in zip((YOU, LOW, MIDDLE, HIGH), values, strict=True):
        if value is None:
            page.text(row, column, NONE, "quiet")
        else:
            page.number(row, column, value, style)
    words = (b.statistic, str(b.year or NONE), b.grade, b.who) if b is not None else (NONE,) * 4
    for column, text in zip((WHAT, YEAR, GRADE, WHO), words, strict=True):
        page.text(row, column, text, "quiet")
    page.text(row, SOURCE, source_name(f.knowledge, b.source) if b is not None else NONE, "quiet")
    weak = f" {b.weak}" if b is not None and b.weak else ""
    page.text(row, SAID, place_sentence(f.knowledge, one) + weak, "quiet")
