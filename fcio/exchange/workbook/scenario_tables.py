"""Two tables with pictures on the sheet Scenarios: what each scenario goes to, and one of them year by year."""

from __future__ import annotations

from typing import Any

from fcio.exchange.workbook.budget_places import TODAY, flows, over_years, total_name, years
from fcio.exchange.workbook.cash_flow_sheet import CashRows
from fcio.exchange.workbook.frame import CASH_FLOW, SCENARIOS, Frame
from fcio.exchange.workbook.page import Page, area, at
from fcio.exchange.workbook.styles import BORDER, GREEN, INK, QUIET
from fcio.model.money.cash_flow import CashFlow
from fcio.model.money.lines import RISK
from fcio.report.budget_words import short_label
from fcio.report.budget_year_tables import category_label, year_names
from fcio.report.numbers import money

_LABEL = {"name": "Calibri", "size": 9, "color": INK}
_FILLS = ("#8C8574", "#A9A497", "#6F7F86", "#93A3A9", "#7A6A58", "#B5A58E", "#5C6B5E", "#94A58F")
_STRONG = {"leadership": GREEN, "change": "#B4672A", "own_time": "#8FBFBA"}
_ROWS, _ROW_HEIGHT, _HEIGHT = 17, 18, 390


def _categories(flow: CashFlow) -> list[str]:
    """Categories of cost in order, expected loss left out."""
    return [category for category in flow.by_category() if category != RISK]


def _rows_of(flow: CashFlow, rows: CashRows, category: str) -> list[int]:
    """Rows of Cash flow that make up a category of one scenario."""
    placed = rows.scenarios[flow.scenario.id].lines
    own = [placed[line.id] for line in flow.own if line.category == category]
    return [*([rows.spent[category]] if category in rows.spent else []), *own]


def write_by_category(f: Frame, page: Page, top: int, rows: CashRows) -> int:
    """All years of every scenario by category, with their sum; then a picture of the totals. The row below."""
    found = flows(f)
    page.text(top, 0, "All years by category, own hours in, expected loss out", "bold")
    page.text(top + 1, 0, "Category", "head")
    for place, flow in enumerate(found, 1):
        page.own(top + 1, place, short_label(f.knowledge, flow.scenario), "scenarios", "head_right")
    categories = list(dict.fromkeys(one for flow in found for one in _categories(flow)))
    first = top + 2
    for place, category in enumerate(categories):
        row = first + place
        page.text(row, 0, category_label(f.budget.case, category))
        for column, flow in enumerate(found, 1):
            parts = [f"SUM({over_years(f, one, TODAY)})" for one in _rows_of(flow, rows, category)]
            value = float(sum(line.yearly.sum() for line in flow.lines if line.category == category))
            page.formula(row, column, "+".join(parts) or "0", value, "amount_left")
    last = first + len(categories) - 1
    page.text(last + 1, 0, "Together", "bold")
    for column, flow in enumerate(found, 1):
        total = f"SUM({area(first, column, last, column, 'r')})"
        page.formula(last + 1, column, total, float(flow.tco), "total_amount")
        f.book.name(total_name("By_category", flow.scenario.id), page.ref(at(last + 1, column, "rc")))
    cheapest = min(found, key=lambda flow: float(flow.tco))
    said = f"{short_label(f.knowledge, cheapest.scenario)} costs least, {money(float(cheapest.tco))} in all"
    heads, totals = area(top + 1, 1, top + 1, len(found)), area(last + 1, 1, last + 1, len(found))
    chart = f.book.column_chart()
    series = {"categories": f"='{SCENARIOS}'!{heads}", "values": f"='{SCENARIOS}'!{totals}"}
    chart.add_series({"name": "All years together", **series, "fill": {"color": GREEN}, "gap": 60})
    chart.set_legend({"none": True})
    return _placed(f, page, last + 2, chart, said, from_zero=True)


def write_years(f: Frame, page: Page, top: int, rows: CashRows, key: str) -> int:
    """One scenario year by year by category, with the picture of its years stacked. The row below."""
    flow, amounts = f.budget.flows[key], f.budget.flows[key].by_category()
    name, count = short_label(f.knowledge, flow.scenario), years(f) + 1
    page.own(top, 0, f"{name}, year by year", "scenarios", "bold")
    page.text(top + 1, 0, "Category", "head")
    for place, label in enumerate(year_names(count), 1):
        page.text(top + 1, place, label, "head_right")
    first = top + 2
    categories = _categories(flow)
    for place, category in enumerate(categories):
        page.text(first + place, 0, category_label(f.budget.case, category))
        for year in range(count):
            parts = [f"'{CASH_FLOW}'!{at(one, TODAY + year)}" for one in _rows_of(flow, rows, category)]
            value = float((amounts[category] + 0 * flow.cost)[year])
            page.formula(first + place, year + 1, "+".join(parts) or "0", value, "amount_left")
    last = first + len(categories) - 1
    page.text(last + 1, 0, "Together", "bold")
    for year in range(count):
        total = f"SUM({area(first, year + 1, last, year + 1, 'r')})"
        page.formula(last + 1, year + 1, total, float(flow.cost[year]), "total_amount")
    f.book.name("By_year", page.ref(area(last + 1, 1, last + 1, count)))
    chart = f.book.stacked_chart()
    for place, category in enumerate(categories):
        row = first + place
        chart.add_series(
            {
                "name": f"='{SCENARIOS}'!{at(row, 0, 'rc')}",
                "categories": f"='{SCENARIOS}'!{area(top + 1, 1, top + 1, count)}",
                "values": f"='{SCENARIOS}'!{area(row, 1, row, count)}",
                "fill": {"color": _STRONG.get(category) or _FILLS[place % len(_FILLS)]},
                "gap": 60,
            }
        )
    chart.set_legend({"position": "right", "font": _LABEL})
    dearest = max(range(count), key=lambda year: float(flow.cost[year]))
    said = f"{name}: {year_names(count)[dearest].lower()} costs most, {money(float(flow.cost[dearest]))}"
    return _placed(f, page, last + 2, chart, said)


def _placed(f: Frame, page: Page, row: int, chart: Any, said: str, *, from_zero: bool = False) -> int:
    """Put a picture below its finding; the row below it. Where savings show below the line, the axis is left free."""
    page.own(row, 0, f"{said}, as at export", "scenarios", "plain_line")
    thin = {"color": BORDER}
    chart.set_title({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_x_axis({"num_font": _LABEL, "line": thin, "major_tick_mark": "none"})
    name = {"name": f"Money, {f.assessment.currency}", "name_font": {**_LABEL, "bold": False, "color": QUIET}}
    grid = {"major_gridlines": {"visible": True, "line": thin}}
    least = {"min": 0} if from_zero else {}
    chart.set_y_axis({"num_format": "#,##0", "num_font": _LABEL, **name, **grid, **least})
    chart.set_size({"width": 900, "height": _HEIGHT})
    spoken = "".join(letter if letter.isprintable() else " " for letter in said)
    page.sheet.insert_chart(row + 1, 0, chart, {"x_offset": 4, "y_offset": 4, "description": spoken})
    for one in range(row + 1, row + 1 + _ROWS):
        page.height(one, _ROW_HEIGHT + 6)
    return row + 2 + _ROWS
