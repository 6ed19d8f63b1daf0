"""The sheet Exceedance: the chance of a year's loss beyond any amount, today and with every role, at export."""

from __future__ import annotations

from fcio.exchange.workbook.frame import EXCEEDANCE, Frame
from fcio.exchange.workbook.page import A4, area
from fcio.exchange.workbook.risk_places import no_risk, outlook_name, outlooks
from fcio.exchange.workbook.styles import BORDER, GREEN, INK, QUIET
from fcio.report.risk_words import bad_year_sentence

_PURPOSE = (
    "Chance that a year costs more than each amount, after any insurance. The app works the curve out exactly, by "
    "transforms that no spreadsheet has; it stands here as it was at export and does not follow what you change."
)
TOP = 4
_COVERED = 12
"""Columns of usual width that the picture takes, right of the table."""
_LABEL = {"name": "Calibri", "size": 9, "color": INK}
_COLOURS = (QUIET, GREEN, "#B4672A", "#5B4B8A", "#2F6DA8", "#7A7F85", "#A23B3B")
_LEAST = 0.001


def write_exceedance(f: Frame) -> None:
    """Write the sheet."""
    if not f.has_risk:
        no_risk(f, EXCEEDANCE, "How likely a year is to cost more")
        return
    shown = outlooks(f)
    f.pages[EXCEEDANCE].columns(16, *[12] * len(shown))
    page = f.head(EXCEEDANCE, "How likely a year is to cost more", _PURPOSE, len(shown))
    page.text(TOP - 1, 0, "A year's loss above, USD", "head_right")
    losses = shown[0].loss.curve()[0]
    for row, loss in enumerate(losses):
        page.number(TOP + row, 0, float(loss), "amount")
    for place, outlook in enumerate(shown):
        page.text(TOP - 1, 1 + place, outlook_name(f, outlook), "head_right")
        for row, chance in enumerate(outlook.loss.exceedance(losses)):
            page.number(TOP + row, 1 + place, float(chance), "chance")
    last = TOP + len(losses) - 1
    f.book.name("Curve_losses", page.ref(area(TOP, 0, last, 0)))
    f.book.name("Curve_today", page.ref(area(TOP, 1, last, 1)))
    beside = len(shown) + 2
    said = f"{bad_year_sentence(f.risk.now, f.risk.bad_year)} Today grey, with each role dashed; as at export"
    page.text(TOP, beside, said, "plain_line")
    _chart(f, last, beside)
    page.sheet.freeze_panes(TOP, 1)
    page.printed(last, beside + _COVERED, TOP, f.footer, A4)


def _chart(f: Frame, last: int, column: int) -> None:
    chart = f.book.curve_chart()
    for place, outlook in enumerate(outlooks(f)):
        dash = "solid" if not place else "dash"
        chart.add_series(
            {
                "name": outlook_name(f, outlook),
                "categories": f"='{EXCEEDANCE}'!{area(TOP, 0, last, 0)}",
                "values": f"='{EXCEEDANCE}'!{area(TOP, 1 + place, last, 1 + place)}",
                "line": {"color": _COLOURS[place % len(_COLOURS)], "width": 2, "dash_type": dash},
                "marker": {"type": "none"},
            }
        )
    thin = {"color": BORDER}
    base = {"num_font": _LABEL, "log_base": 10, "major_gridlines": {"visible": True, "line": thin}, "line": thin}
    chart.set_title({"none": True})
    chart.set_legend({"position": "bottom", "font": _LABEL})
    chart.set_chartarea({"border": {"none": True}})
    least = 10 ** max(2, len(str(int(f.risk.grid.step * 20))) - 1)
    most = 10 ** len(str(int(f.risk.grid.top)))
    name = {"name_font": {**_LABEL, "bold": False}}
    across = {"min": least, "max": most, "crossing": least, "num_format": "#,##0", "name": "A year's loss, USD"}
    upwards = {"min": _LEAST, "max": 1, "crossing": _LEAST, "num_format": "0.0 %", "name": "Chance of more"}
    chart.set_x_axis({**base, **name, **across})
    chart.set_y_axis({**base, **name, **upwards})
    chart.set_size({"width": 760, "height": 420})
    described = {"x_offset": 4, "y_offset": 4, "description": "Curves: chance of a year's loss beyond any amount"}
    f.pages[EXCEEDANCE].sheet.insert_chart(TOP + 1, column, chart, described)
