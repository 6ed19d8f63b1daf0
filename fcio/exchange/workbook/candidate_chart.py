"""The picture on Candidates: points of all people and offers as bars that follow the cells."""

from __future__ import annotations

from fcio.exchange.workbook.candidate_places import FIRST, NAME, NAME_ROW, across, last, rows_of
from fcio.exchange.workbook.candidate_results import POINTS, RANK, SHARE
from fcio.exchange.workbook.frame import CANDIDATES, Frame
from fcio.exchange.workbook.page import Page, area, at
from fcio.exchange.workbook.styles import BORDER, GREEN, INK

_LABEL = {"name": "Calibri", "size": 9, "color": INK}
_NOBODY, _FIRST, _SHOWN = "Nobody is scored yet", " stands first", ". Points of 100 that can be reached"
_ROWS, _ROW_HEIGHT, _MOST = 13, 18, 100


def write_candidate_chart(f: Frame, page: Page, row: int) -> None:
    """Insert the picture between the results and what stands behind them."""
    end, shares = last(f), rows_of(f).results + SHARE
    ranks, names = across(f, rows_of(f).results + RANK), across(f, NAME_ROW)
    first = f'INDEX({names},MATCH(1,{ranks},0))&"{_FIRST}"'
    rows = f.comparison.rows
    best = max(rows, key=lambda one: one.total.points) if rows else None
    said = f"{best.name}{_FIRST}{_SHOWN}" if best else f"{_NOBODY}{_SHOWN}"
    page.formula(row, NAME, f'IF(COUNT({ranks})=0,"{_NOBODY}",{first})&"{_SHOWN}"', said, "plain_line")
    chart = f.book.bar_chart()
    chart.add_series(
        {
            "name": f"='{CANDIDATES}'!{at(rows_of(f).results + POINTS, NAME, 'rc')}",
            "categories": f"='{CANDIDATES}'!{area(NAME_ROW, FIRST, NAME_ROW, end)}",
            "values": f"='{CANDIDATES}'!{area(shares, FIRST, shares, end)}",
            "fill": {"color": GREEN},
            "gap": 50,
        }
    )
    thin = {"color": BORDER}
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_y_axis({"reverse": True, "num_font": _LABEL, "line": thin, "major_tick_mark": "none"})
    chart.set_x_axis(
        {
            "min": 0,
            "max": _MOST,
            "num_format": "0",
            "num_font": _LABEL,
            "name": "Points of 100",
            "name_font": {**_LABEL, "bold": False},
            "major_gridlines": {"visible": True, "line": thin},
            "label_position": "high",
        }
    )
    chart.set_size({"width": 900, "height": _ROWS * 24 - 20})
    page.sheet.insert_chart(row + 1, 0, chart, {"x_offset": 4, "y_offset": 4, "description": f"Bars{_SHOWN}"})
    for covered in range(row + 1, row + 1 + _ROWS):
        page.height(covered, _ROW_HEIGHT)
