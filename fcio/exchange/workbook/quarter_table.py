"""The table of quarters on Roadmap: hours and money placed, by formula, against what can be spent; and its picture."""

from __future__ import annotations

from fcio.exchange.workbook.frame import ROADMAP, Frame
from fcio.exchange.workbook.page import Page, area, at
from fcio.exchange.workbook.roadmap_places import (
    P_COST,
    P_HOURS,
    P_QUARTER,
    Q_COST,
    Q_COST_LEFT,
    Q_COST_MAY,
    Q_COUNT,
    Q_FITS,
    Q_HOURS,
    Q_HOURS_LEFT,
    Q_HOURS_MAY,
    Q_LABEL,
    Q_NUMBER,
    QUARTERS_TOP,
    PlanPlaces,
)
from fcio.exchange.workbook.styles import BORDER, GREEN, INK, QUIET
from fcio.model.roadmap_result import Quarter

FITS, OVER = "fits", "over"
SLACK = 1e-6
"""Rounding noise of a sum of amounts."""
_LABEL = {"name": "Calibri", "size": 9, "color": INK}
_ROWS, _ROW_HEIGHT, _HEIGHT = 15, 18, 350
_SHOWN = ". Money planned (bars) against what you can spend (line)"


def write_quarters(f: Frame, page: Page, places: PlanPlaces) -> None:
    """Write the table with its sums, and the picture below it."""
    heads = (
        "Quarter",
        "Number",
        "Hours",
        "Limit, hours",
        "Hours left",
        "Money",
        "Limit, money",
        "Money left",
        "Fits",
        "Initiatives",
    )
    for column, head in enumerate(heads):
        page.text(QUARTERS_TOP - 1, column, head, "head_right" if column and column != Q_FITS else "head")
    for place, quarter in enumerate(f.plan.quarters):
        _quarter(f, page, places, QUARTERS_TOP + place, quarter)
    last = places.total - 1
    page.text(places.total, Q_LABEL, "All quarters", "bold")
    page.text(places.total, Q_NUMBER, "")
    cells = (
        (Q_HOURS, sum(q.hours for q in f.plan.quarters)),
        (Q_HOURS_MAY, len(f.plan.quarters) * f.plan.hours_per_quarter),
        (Q_COST, sum(q.cost for q in f.plan.quarters)),
        (Q_COST_MAY, len(f.plan.quarters) * f.plan.money_per_quarter),
        (Q_COUNT, len(f.plan.placed)),
    )
    for column, value in cells:
        span = area(QUARTERS_TOP, column, last, column, "r")
        page.formula(places.total, column, f"SUM({span})", value, "total_amount")
    for column in (Q_HOURS_LEFT, Q_COST_LEFT, Q_FITS):
        page.text(places.total, column, "")
    f.book.name("Plan_quarters", page.ref(area(QUARTERS_TOP, Q_NUMBER, last, Q_NUMBER)))
    f.book.name("Quarter_hours", page.ref(area(QUARTERS_TOP, Q_HOURS, last, Q_HOURS)))
    f.book.name("Quarter_money", page.ref(area(QUARTERS_TOP, Q_COST, last, Q_COST)))
    f.book.name("Quarter_fits", page.ref(area(QUARTERS_TOP, Q_FITS, last, Q_FITS)))
    over = f'{at(QUARTERS_TOP, Q_FITS, "c")}="{OVER}"'
    page.conditional((QUARTERS_TOP, Q_FITS), (last, Q_FITS), over, "wrong")
    _chart(f, page, places)


def fits(f: Frame, quarter: Quarter) -> bool:
    """Whether a quarter stays within the hours and the money of the plan."""
    over_hours = quarter.hours - f.plan.hours_per_quarter > SLACK
    return not over_hours and quarter.cost - f.plan.money_per_quarter <= SLACK


def _quarter(f: Frame, page: Page, places: PlanPlaces, row: int, quarter: Quarter) -> None:
    page.text(row, Q_LABEL, quarter.label)
    page.number(row, Q_NUMBER, quarter.number)
    numbers = places.initiatives_in(P_QUARTER)
    for column, amounts, value, limit, may in (
        (Q_HOURS, P_HOURS, quarter.hours, "Hours_per_quarter", f.plan.hours_per_quarter),
        (Q_COST, P_COST, quarter.cost, "Money_per_quarter", f.plan.money_per_quarter),
    ):
        placed = f"SUMIF({numbers},{at(row, Q_NUMBER, 'c')},{places.initiatives_in(amounts)})"
        page.formula(row, column, placed, value, "amount")
        page.formula(row, column + 1, limit, may, "quiet_number")
        page.formula(row, column + 2, f"{at(row, column + 1)}-{at(row, column)}", may - value, "amount_left")
    count = sum(one.quarter == quarter.number for one in f.plan.placed)
    page.formula(row, Q_COUNT, f"SUMPRODUCT(--({numbers}={at(row, Q_NUMBER, 'c')}))", count)
    left = (at(row, Q_HOURS_LEFT), at(row, Q_COST_LEFT))
    test = f"AND(ROUND(100*{left[0]},0)>=0,ROUND(100*{left[1]},0)>=0)"
    page.formula(row, Q_FITS, f'IF({test},"{FITS}","{OVER}")', FITS if fits(f, quarter) else OVER, "quiet")


def _chart(f: Frame, page: Page, places: PlanPlaces) -> None:
    over, count = sum(not fits(f, quarter) for quarter in f.plan.quarters), len(f.plan.quarters)
    said = f"Quarters that need more than you can spend: {over} of {count}{_SHOWN}"
    ask = f'COUNTIF(Quarter_fits,"{OVER}")&" of "&ROWS(Quarter_fits)'
    live = f'"Quarters that need more than you can spend: "&{ask}&"{_SHOWN}"'
    page.formula(places.total + 1, Q_LABEL, live, said, "plain_line")
    last = places.total - 1
    columns, limit = f.book.column_chart(), f.book.line_chart()
    for chart, column, look in (
        (columns, Q_COST, {"fill": {"color": GREEN}, "gap": 60}),
        (limit, Q_COST_MAY, {"line": {"color": QUIET, "width": 2, "dash_type": "dash"}}),
    ):
        chart.add_series(
            {
                "name": f"='{ROADMAP}'!{at(QUARTERS_TOP - 1, column, 'rc')}",
                "categories": f"='{ROADMAP}'!{area(QUARTERS_TOP, Q_LABEL, last, Q_LABEL)}",
                "values": f"='{ROADMAP}'!{area(QUARTERS_TOP, column, last, column)}",
                **look,
            }
        )
    columns.combine(limit)
    thin = {"color": BORDER}
    columns.set_title({"none": True})
    columns.set_legend({"position": "bottom", "font": _LABEL})
    columns.set_chartarea({"border": {"none": True}})
    columns.set_x_axis({"num_font": _LABEL, "line": thin, "major_tick_mark": "none"})
    name = {"name": f"Money, {f.assessment.currency}", "name_font": {**_LABEL, "bold": False}}
    grid = {"major_gridlines": {"visible": True, "line": thin}}
    columns.set_y_axis({"min": 0, "num_format": "#,##0", "num_font": _LABEL, **name, **grid})
    columns.set_size({"width": 760, "height": _HEIGHT})
    place = {"x_offset": 4, "y_offset": 4, "description": f"Bars and a line: {said}"}
    page.sheet.insert_chart(places.total + 2, 0, columns, place)
    for row in range(places.total + 2, places.total + 2 + _ROWS):
        page.height(row, _ROW_HEIGHT)
