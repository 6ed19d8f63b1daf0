"""The picture on Areas: the level of every area against its target, as bars that follow the cells."""

from __future__ import annotations

from fcio.exchange.workbook.area_places import A_CERTAIN_100, A_LEVEL, A_NAME, A_TARGET, AREAS_TOP
from fcio.exchange.workbook.frame import AREAS, Frame
from fcio.exchange.workbook.page import Page, area, at
from fcio.exchange.workbook.styles import BORDER, GREEN, INK, QUIET
from fcio.model.area_levels import HIGHEST

_ROWS, _HEIGHT, _ROW_HEIGHT = 20, 460, 18
_LABEL = {"name": "Calibri", "size": 9, "color": INK}
_SHOWN = ". Level (green) against target (grey), 1 to 5; no bar: nothing known yet"


def write_area_chart(f: Frame, page: Page, row: int) -> int:
    """Insert the picture below the table; returns the last row it covers."""
    last = AREAS_TOP + len(f.areas.areas) - 1
    short, count = area(AREAS_TOP, A_CERTAIN_100, last, A_CERTAIN_100), len(f.areas.areas)
    below = sum((result.gap_certain or 0) > 0 for result in f.areas.areas)
    said = f"Certainly below target: {below} of {count} areas{_SHOWN}"
    live = f'"Certainly below target: "&COUNTIF({short},">0")&" of "&ROWS({short})&" areas{_SHOWN}"'
    page.formula(row, A_NAME, live, said, "plain_line")
    chart = f.book.bar_chart()
    for column, colour in ((A_LEVEL, GREEN), (A_TARGET, QUIET)):
        chart.add_series(
            {
                "name": f"='{AREAS}'!{at(AREAS_TOP - 1, column, 'rc')}",
                "categories": f"='{AREAS}'!{area(AREAS_TOP, A_NAME, last, A_NAME)}",
                "values": f"='{AREAS}'!{area(AREAS_TOP, column, last, column)}",
                "fill": {"color": colour},
                "gap": 50,
                "overlap": 0,
            }
        )
    thin = {"color": BORDER}
    chart.set_title({"none": True})
    chart.set_legend({"position": "bottom", "font": _LABEL})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_y_axis({"reverse": True, "num_font": _LABEL, "line": thin, "major_tick_mark": "none"})
    chart.set_x_axis(
        {
            "min": 0,
            "max": HIGHEST,
            "major_unit": 1,
            "num_format": "0",
            "num_font": _LABEL,
            "name": "Level",
            "name_font": {**_LABEL, "bold": False},
            "major_gridlines": {"visible": True, "line": thin},
            "label_position": "high",
        }
    )
    chart.set_size({"width": 900, "height": _HEIGHT})
    page.sheet.insert_chart(row + 1, 0, chart, {"x_offset": 4, "y_offset": 4, "description": f"Bars: {said}"})
    for covered in range(row + 1, row + 1 + _ROWS):
        page.height(covered, _ROW_HEIGHT)
    return row + _ROWS + 1
