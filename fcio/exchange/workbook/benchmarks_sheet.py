"""The sheet Benchmarks: where the firm stands among others by each measure, live, beside a band with grade and year."""

from __future__ import annotations

from dataclasses import replace

from fcio.exchange.workbook.budget_places import lever_name, no_budget
from fcio.exchange.workbook.frame import BENCHMARKS, Frame, source_name
from fcio.exchange.workbook.page import A3, NONE, Page, at
from fcio.model.budget_benchmark import ROUNDING, Comparison
from fcio.model.money.case import BudgetCase, spend_lever
from fcio.report.budget_place_words import PLACES, place_sentence

MEASURE, YOU, LOW, MIDDLE, HIGH, PLACE, BASE, WHAT, YEAR, GRADE, WHO, SOURCE, SAID = range(13)
TOP = 8
_HEADS = (
    "Measure",
    "You, live",
    "Low",
    "Middle",
    "High",
    "Place, live",
    "Divided by, as at export",
    "Middle is a",
    "Year",
    "Grade",
    "Who was asked",
    "Source",
    "What else to know",
)
_PURPOSE = (
    "A band is where such firms lie, no target: less is not better and more is not worse. Means lie far above medians, "
    "so never put two kinds side by side. You and Place follow the spending on Budget inputs; bands and divisors "
    "are those at export."
)
_SPENT = ("it_share_of_revenue", "it_share_of_operating_cost", "it_per_person_with_staff")
_TOTAL = "Spending_today"


def write_benchmarks(f: Frame) -> None:
    """Write the sheet."""
    if not f.has_budget:
        no_budget(f, BENCHMARKS)
        return
    f.pages[BENCHMARKS].columns(33, 11, 9, 9, 9, 16, 14, 12, 8, 8, 28, 28, 36)
    page = f.head(BENCHMARKS, "Benchmarks", _PURPOSE, SAID)
    case = f.budget.case
    page.text(4, MEASURE, "Today's spending a year, before any growth", "bold")
    total = "+".join(lever_name(spend_lever(one.id)) for one in case.rules.categories)
    page.formula(4, YOU, total, case.spend.total, "total_amount")
    f.book.name(_TOTAL, page.ref("$B$5"))
    guessed = len(case.spend.estimated)
    page.text(5, MEASURE, f"{guessed} of {len(case.spend.usd_per_year)} lines are our estimate.", "note")
    for column, head in enumerate(_HEADS):
        right = YOU <= column <= HIGH or column == BASE
        page.text(TOP - 1, column, head, "head_right" if right else "head" if not column else "head_in")
    for place, one in enumerate(f.budget.comparisons):
        _comparison(f, page, TOP + place, one)
    page.sheet.freeze_panes(TOP, 1)
    page.printed(TOP + len(f.budget.comparisons), SAID, TOP, f.footer, A3)


def _comparison(f: Frame, page: Page, row: int, one: Comparison) -> None:
    measure = next(m for m in f.budget.case.rules.measures if m.id == one.measure)
    style = "percent" if measure.unit == "share" else "amount"
    b = one.benchmark
    page.text(row, MEASURE, measure.label)
    _you(f, page, row, one, style)
    values = (b.low, b.typical, b.high) if b is not None else (None, None, None)
    for column, value in zip((LOW, MIDDLE, HIGH), values, strict=True):
        if value is None:
            page.text(row, column, NONE, "none")
        else:
            page.number(row, column, value, style)
    _place(page, row, one)
    words = (b.statistic, str(b.year or NONE), b.grade, b.who) if b is not None else (NONE,) * 4
    for column, text in zip((WHAT, YEAR, GRADE, WHO), words, strict=True):
        page.text(row, column, text, "quiet")
    page.text(row, SOURCE, source_name(f.knowledge, b.source) if b is not None else NONE, "quiet")
    told = "" if one.place is not None else place_sentence(f.knowledge, replace(one, value=None))
    weak = b.weak if b is not None and b.weak else ""
    page.text(row, SAID, f"{told} {weak}".strip(), "quiet")


def _you(f: Frame, page: Page, row: int, one: Comparison, style: str) -> None:
    """The firm's own value, from spending and what it is divided by; both dashes where nobody knows."""
    amount, base = _amount(f.budget.case, one)
    if one.value is None:
        page.text(row, YOU, NONE, "none")
        page.text(row, BASE, NONE, "none")
    elif amount is None:
        page.number(row, YOU, one.value, style)
        page.text(row, BASE, NONE, "none")
    elif base is None:
        page.formula(row, YOU, f"IF({_TOTAL}=0,0,({amount})/{_TOTAL})", one.value, style)
        page.text(row, BASE, "all spending", "none")
    else:
        page.number(row, BASE, base, "quiet_number")
        page.formula(row, YOU, f"({amount})/{at(row, BASE)}", one.value, style)


def _amount(case: BudgetCase, one: Comparison) -> tuple[str | None, float | None]:
    """What is divided, as a formula of inputs, and by what (None: by all spending); no formula where it is no money."""
    rules, value = case.rules, one.value or 0.0
    staff, security = (spend_lever(line) for line in (rules.staff_category, rules.security_category))
    if one.measure == "security_share_of_it":
        return lever_name(security), None
    if one.measure == "run_share_of_it":
        return "+".join(f"{c.run!r}*{lever_name(spend_lever(c.id))}" for c in rules.categories), None
    if one.measure not in (*_SPENT, "it_per_person_without_staff") or not value:
        return None, None
    if one.measure in _SPENT:
        return _TOTAL, case.spend.total / value
    rest = case.spend.total - case.spend.usd_per_year[rules.staff_category]
    return f"{_TOTAL}-{lever_name(staff)}", rest / value


def _place(page: Page, row: int, one: Comparison) -> None:
    """Below, inside or above the band, as the model tells it; a dash where there is no band or no value."""
    if one.place is None:
        page.text(row, PLACE, NONE, "quiet")
        return
    you = at(row, YOU)
    below, inside, above = (f"{PLACES[key]} the band" for key in ("below", "within", "above"))
    lowest, highest = f"{at(row, LOW)}*(1-{ROUNDING!r})", f"{at(row, HIGH)}*(1+{ROUNDING!r})"
    formula = f'IF({you}<{lowest},"{below}",IF({you}>{highest},"{above}","{inside}"))'
    page.formula(row, PLACE, formula, f"{PLACES[one.place]} the band", "result")
