"""The sheet Scenarios: totals, present value, payback and break-even live; the app's chances stored; two pictures."""

from __future__ import annotations

import math

from fcio.exchange.workbook.budget_places import (
    TODAY,
    flows,
    lever_name,
    no_budget,
    over_years,
    total_name,
)
from fcio.exchange.workbook.cash_flow_sheet import CashRows, subject
from fcio.exchange.workbook.cash_sums import ScenarioRows
from fcio.exchange.workbook.currency_part import write_totals
from fcio.exchange.workbook.frame import CASH_FLOW, SCENARIOS, Frame
from fcio.exchange.workbook.page import A3, NONE, Page, at
from fcio.exchange.workbook.scenario_tables import write_by_category, write_years
from fcio.model.money.case import OWNER_HOURS
from fcio.model.money.cash_flow import CashFlow
from fcio.model.money.scenario import STAY
from fcio.report.budget_tables import is_staying
from fcio.report.budget_words import short_label, years_text

NAME, TCO, MORE, PV, PV_LOSS, GAIN, PAYBACK, HOURS, SAVING, LOW, HIGH, MEAN, ERROR, CHANCE = range(14)
TOP = 5
NOT_YET, TOO_MANY, NOT_ALL = "not in this time", "more than you spend", "not even all"
_HEADS = (
    "Scenario",
    "All years together",
    "More than staying",
    "Present value",
    "With expected loss",
    "Present value beside staying",
    "Paid back after years",
    "Own hours a month to break even",
    "Share of spending to break even",
    "Present value, low",
    "Present value, high",
    "Mean",
    "Standard error",
    "Costs less than staying",
)
_PURPOSE = (
    "Every scenario side by side, in US dollars. White columns follow Budget inputs; the last five the "
    "app worked out at export from thousands of cases and do not. Own hours count, expected loss stands beside."
)


def write_scenarios(f: Frame, rows: CashRows | None) -> None:
    """Write the sheet."""
    if rows is None:
        no_budget(f, SCENARIOS)
        return
    f.pages[SCENARIOS].columns(36, *[13] * (PAYBACK - 1), 15, 20, *[12] * (CHANCE - HOURS))
    horizon = f"{_PURPOSE} All years are {years_text(f.budget.case.horizon_years)}, fixed at export."
    page = f.head(SCENARIOS, "Scenarios", horizon, CHANCE)
    for column, head in enumerate(_HEADS):
        page.text(TOP - 1, column, head, "head_right" if column else "head")
    for place, flow in enumerate(flows(f)):
        _scenario(f, page, TOP + place, flow, rows)
    row = write_totals(f, page, TOP + len(flows(f)) + 1)
    row = write_by_category(f, page, row, rows)
    row = write_years(f, page, row + 1, rows, subject(f))
    page.sheet.freeze_panes(TOP, 1)
    page.printed(row, CHANCE, TOP, f.footer, A3, upright=True)


def _scenario(f: Frame, page: Page, row: int, flow: CashFlow, rows: CashRows) -> None:
    key, at_rows = flow.scenario.id, rows.scenarios[flow.scenario.id]
    page.own(row, NAME, short_label(f.knowledge, flow.scenario), "scenarios", "own_line")
    rate = lever_name(f.budget.case.rules.discount_rate)
    cost, today = over_years(f, at_rows.cost), f"'{CASH_FLOW}'!{at(at_rows.cost, TODAY, 'rc')}"
    page.formula(row, TCO, f"{today}+SUM({cost})", float(flow.tco), "amount")
    page.formula(row, PV, f"-({today}+NPV({rate},{cost}))", float(flow.npv), "amount_left")
    if at_rows.loss is not None:
        loss = over_years(f, at_rows.loss)
        page.formula(row, PV_LOSS, f"{at(row, PV)}-NPV({rate},{loss})", float(flow.npv_with_loss), "amount_left")
    else:
        page.text(row, PV_LOSS, NONE, "none")
    for name, column in (("TCO", TCO), ("PV", PV)):
        f.book.name(total_name(name, key), page.ref(at(row, column, "rc")))
    _beside(f, page, row, flow, rows)
    _stored(f, page, row, flow)


def _beside(f: Frame, page: Page, row: int, flow: CashFlow, rows: CashRows) -> None:
    key = flow.scenario.id
    if key == STAY:
        for column in (MORE, GAIN, PAYBACK, HOURS, SAVING):
            page.text(row, column, NONE, "none")
        return
    found, stay = f.budget.against[key], f.budget.flows[STAY]
    page.formula(row, MORE, f"{at(row, TCO)}-TCO_{STAY}", float(flow.tco - stay.tco), "amount_left")
    page.formula(row, GAIN, f"{at(row, PV)}-PV_{STAY}", found.npv, "amount_left")
    page.formula(row, PAYBACK, _payback(f, rows.scenarios[key]), _shown(found.payback), "tenth")
    at_rows = rows.scenarios[key]
    if at_rows.freed is None or at_rows.saved is None or at_rows.spent is None:
        for column in (HOURS, SAVING):
            page.text(row, column, NONE, "none")
        return
    freed, saved, spent = (f"'{CASH_FLOW}'!{cell}" for cell in (at_rows.freed, at_rows.saved, at_rows.spent))
    hours = f"'{CASH_FLOW}'!{at_rows.relief}-{at(row, GAIN)}/{freed}"
    even = _needed(hours, at(row, GAIN), freed, lever_name(OWNER_HOURS), TOO_MANY)
    page.formula(row, HOURS, even, _shown(found.break_even_hours, TOO_MANY), "tenth")
    gain = f"({at(row, GAIN)}+{saved})"
    even = _needed(f"-{gain}/{spent}", gain, spent, "1", NOT_ALL)
    page.formula(row, SAVING, even, _shown(found.break_even_saving, NOT_ALL), "chance")


def _needed(value: str, gain: str, per_unit: str, most: str, beyond: str) -> str:
    """A number from nothing to ``most``, else the word for one beyond; nothing where no unit is needed."""
    without = f'IF({gain}>=0,0,"{beyond}")'
    return f'IF({per_unit}=0,{without},IF({value}>{most},"{beyond}",MAX({value},0)))'


def _shown(value: float | None, beyond: str = NOT_YET) -> float | str:
    return beyond if value is None or not math.isfinite(value) else value


def _payback(f: Frame, at_rows: ScenarioRows) -> str:
    """Years until the running gain over staying turns for good, a year's money coming evenly."""
    assert at_rows.gain is not None and at_rows.running is not None and at_rows.red is not None
    gain, running = over_years(f, at_rows.gain), over_years(f, at_rows.running, TODAY)
    last = f"'{CASH_FLOW}'!{at_rows.red}"
    turns = f"{last}-INDEX({running},{last}+1)/INDEX({gain},{last}+1)"
    return f'IF(INDEX({running},COLUMNS({running}))<0,"{NOT_YET}",IF({last}<0,0,{turns}))'


def _stored(f: Frame, page: Page, row: int, flow: CashFlow) -> None:
    key = flow.scenario.id
    outcome = f.budget.uncertainty.npv[key]
    for column, value in (
        (LOW, outcome.range.low),
        (HIGH, outcome.range.high),
        (MEAN, outcome.mean),
        (ERROR, outcome.standard_error),
    ):
        page.number(row, column, value, "quiet_signed" if column != ERROR else "quiet_number")
    if is_staying(flow):
        page.text(row, CHANCE, NONE, "none")
    else:
        page.number(row, CHANCE, f.budget.uncertainty.cheaper(key, STAY), "chance")
