"""The client's own currency in the workbook: rate and day as inputs, and totals that follow them."""

from __future__ import annotations

from fcio.exchange.conversion_part import LEAST_RATE, MOST_RATE
from fcio.exchange.workbook.answer_rules import span_rule
from fcio.exchange.workbook.budget_places import flows, total_name
from fcio.exchange.workbook.cash_rows import Rows
from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import NONE, Page, at
from fcio.model.currency import CURRENCIES, Conversion, code_of, from_usd
from fcio.model.money.cash_flow import CashFlow
from fcio.model.money.scenario import STAY
from fcio.report.budget_words import short_label
from fcio.report.currency import rate_line

RATE_NAME = "Usd_per_unit"
"""The cell with US dollars for one unit of the client's currency, as it is in force."""
DAY_NAME = "Rate_day"
IN_CURRENCY = "In_currency"
"""The first part of the names of totals in the client's currency."""


def conversion_of(f: Frame) -> Conversion | None:
    """Currency, rate and day that the client typed; None for US dollars alone."""
    found: Conversion | None = f.assessment.budget.get("conversion")
    return found


def write_rate(f: Frame, page: Page, top: int, *, value: int, then: int, now: int) -> int:
    """Rate and day as inputs in three columns of Budget inputs; the last row, or that before ``top`` without a rate."""
    conversion = conversion_of(f)
    if conversion is None:
        return top - 2
    code, rate = code_of(conversion), float(conversion["usd_per_unit"])
    page.text(top, 0, f"Amounts in {CURRENCIES[code].name}, as you typed the rate; nothing is assumed", "bold")
    page.text(top + 1, 0, f"US dollars for 1 {code}")
    page.number(top + 1, value, rate, "input_plain")
    page.number(top + 1, then, rate, "quiet_plain")
    typed, stored = at(top + 1, value, "c"), at(top + 1, then, "c")
    page.formula(top + 1, now, f'IF({typed}="",{stored},{typed})', rate, "plain_number")
    f.book.name(RATE_NAME, page.ref(at(top + 1, now, "rc")))
    page.validation((top + 1, value), (top + 1, value), span_rule("Number", LEAST_RATE, MOST_RATE))
    page.conditional((top + 1, value), (top + 2, value), f"{typed}<>{stored}", "changed")
    page.text(top + 2, 0, "Day of that rate")
    page.text(top + 2, value, str(conversion["dated"]), "input_choice")
    page.text(top + 2, then, str(conversion["dated"]), "quiet")
    f.book.name(DAY_NAME, page.ref(at(top + 2, value, "rc")))
    page.text(top + 3, 0, f"{code} for 1 US dollar")
    page.formula(top + 3, now, f"1/{RATE_NAME}", 1 / rate, "rate")
    return top + 3


def write_totals(f: Frame, page: Page, top: int) -> int:
    """On Scenarios: all years, more than staying and present value in the client's currency; the next free row."""
    conversion = conversion_of(f)
    if conversion is None:
        return top
    name = CURRENCIES[code_of(conversion)].name
    page.text(top, 0, f"In {name}", "head")
    for column, head in enumerate(("All years together", "More than staying", "Present value"), 1):
        page.text(top, column, head, "head_right")
    for row, flow in enumerate(flows(f), top + 1):
        _totals(f, page, row, flow, conversion)
    last = top + len(flows(f)) + 1
    page.band(last, 0, 6, "note")
    page.formula(last, 0, live_rate_line(code_of(conversion)), f"{rate_line(conversion)}.", "note")
    return last + 2


def live_rate_line(code: str) -> str:
    """The sentence of ``rate_line`` as a formula of the cells in force."""
    return (
        f'"1 USD = "&ROUND(1/{RATE_NAME},3-INT(LOG10(1/{RATE_NAME})))&" {code}, from the rate you typed: 1 {code} = "'
        f'&{RATE_NAME}&" USD on "&{DAY_NAME}&"."'
    )


def _totals(f: Frame, page: Page, row: int, flow: CashFlow, conversion: Conversion) -> None:
    key = flow.scenario.id
    page.own(row, 0, short_label(f.knowledge, flow.scenario), "scenarios", "own_line")
    for column, what, amount in ((1, "TCO", float(flow.tco)), (3, "PV", float(flow.npv))):
        shown = from_usd(amount, conversion)
        page.formula(row, column, f"{total_name(what, key)}/{RATE_NAME}", shown, "amount_left")
    f.book.name(total_name(IN_CURRENCY, key), page.ref(at(row, 1, "rc")))
    if key == STAY:
        page.text(row, 2, NONE, "none")
        return
    more = from_usd(float(flow.tco - f.budget.flows[STAY].tco), conversion)
    page.formula(row, 2, f"({total_name('TCO', key)}-{total_name('TCO', STAY)})/{RATE_NAME}", more, "amount_left")


def write_own_cost(f: Frame, rows: Rows, cost: int, flow: CashFlow) -> None:
    """On Cash flow: the cost of every year in the client's currency, at one rate for all years."""
    conversion = conversion_of(f)
    if conversion is None:
        return
    rows.years(
        f"The same in {CURRENCIES[code_of(conversion)].name}, at the rate of Budget inputs",
        lambda y: f"{y.of(cost)}/{RATE_NAME}",
        [from_usd(float(amount), conversion) for amount in flow.cost[1:]],
        today=(f"{at(cost, 2)}/{RATE_NAME}", from_usd(float(flow.cost[0]), conversion)),
    )
