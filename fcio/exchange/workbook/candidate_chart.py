"""The picture on Candidates: points of all people and offers as bars that follow the cells."""

from __future__ import annotations

from fcio.exchange.workbook.candidate_places import FIRST, NAME, NAME_ROW, last, rows_of
from fcio.exchange.workbook.candidate_results import POINTS, SHARE
from fcio.exchange.workbook.frame import CANDIDATES, Frame
from fcio.exchange.workbook.page import Page, area, at
from fcio.exchange.workbook.styles import BORDER, GREEN, INK

_LABEL = {"name": "Calibri", "size": 9, "color": INK}
TITLE = "Points of each person or offer, of 100 that can be reached"
_ROWS, _ROW_HEIGHT, _MOST = 13, 18, 100


def write_candidate_chart(f: Frame, page: Page, row: int) -> None:
    """Insert the picture between the results and what stands behind them."""
    end, shares = last(f), rows_of(f).results + SHARE
    page.text(row, NAME, TITLE, "plain_line")
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
            "major_gridlines": {"visible": True, "line": thin},
            "label_position": "high",
        }
    )
    chart.set_size({"width": 900, "height": _ROWS * 24 - 20})
    page.sheet.insert_chart(row + 1, 0, chart, {"x_offset": 4, "y_offset": 4, "description": f"Bars: {TITLE}"})
    for covered in range(row + 1, row + 1 + _ROWS):
        page.height(covered, _ROW_HEIGHT)
