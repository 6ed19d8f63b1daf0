"""The sheet Risk results: expected losses today and with every role, live; and the curve's numbers at export."""

from __future__ import annotations

from fcio.exchange.workbook.frame import RISK_RESULTS, Frame
from fcio.exchange.workbook.page import A4, Page, area, at
from fcio.exchange.workbook.risk_export_table import heads, write_at_export
from fcio.exchange.workbook.risk_formulas import capped_mean, most_over_mean, reach_value
from fcio.exchange.workbook.risk_places import (
    ALONE,
    CHART_ROWS,
    DEAR,
    EVENT,
    MEANS,
    OFTEN,
    REACH,
    SPREAD,
    RiskPlaces,
    half_cell,
    in_force,
    no_risk,
    outlook_name,
    outlooks,
    own_mean_cell,
    scenario_rows,
)
from fcio.exchange.workbook.risk_spread_table import write_spread
from fcio.exchange.workbook.styles import BORDER, GREEN, INK, QUIET
from fcio.model.loss.severity import mean_of
from fcio.model.risk.inputs import (
    CAP,
    FREQUENCY,
    MEAN,
    PLAIN,
    SIGMA,
    ScenarioInputs,
    own_mean,
    severity_of,
)
from fcio.model.risk.result import Outlook

_PURPOSE = (
    "Expected loss of a year in US dollars, before insurance, today and once each role works in full. It follows what "
    "you change on Risk inputs, Areas and Indicators. Bad years cannot be added up in a spreadsheet: "
    "they stand here as the app worked them out at export."
)
_TITLES = (
    *("How often, as a multiplier", "How dear, as a multiplier"),
    *("One event without what it brings, before the most", "Logarithm of the most over that mean"),
    *("One event without what it brings", "One event, all in"),
)
_LEAST, _SHOWN = "Least expected loss of a year: ", ". Today grey, with each role green"
_ROW_HEIGHT, _CHART_HEIGHT = 18, 270
_LABEL = {"name": "Calibri", "size": 9, "color": INK}


def write_risk_results(f: Frame) -> None:
    """Write the sheet."""
    if not f.has_risk:
        no_risk(f, RISK_RESULTS, "Risk in money")
        return
    places = RiskPlaces.of(f)
    f.pages[RISK_RESULTS].columns(38, *[16] * places.outlooks)
    page = f.head(RISK_RESULTS, "Risk in money", _PURPOSE, places.outlooks)
    _expected(f, page, places)
    write_at_export(f, page, places)
    for number, title in enumerate(_TITLES):
        _table(f, page, places, number, title)
    write_spread(f, page, places)
    page.sheet.freeze_panes(places.expected_top, 1)
    page.printed(places.table(SPREAD) + places.events, places.outlooks, 3, f.footer, A4, upright=True)


def _expected(f: Frame, page: Page, places: RiskPlaces) -> None:
    top, events = places.expected_top, f.risk.inputs.events
    heads(f, page, top - 1, "Expected loss of a year, live")
    for number, row in enumerate(events):
        page.text(top + number, 0, row.scenario.label)
        for place, outlook in enumerate(outlooks(f)):
            often, event = (at(places.table(t) + number, 1 + place) for t in (OFTEN, EVENT))
            formula = f"{in_force(places, number, FREQUENCY)}*{often}*{event}"
            page.formula(top + number, 1 + place, formula, outlook.expected.get(row.id, 0.0), "amount")
    total = top + len(events)
    page.text(total, 0, "All events", "bold")
    for place, outlook in enumerate(outlooks(f)):
        span = area(top, 1 + place, total - 1, 1 + place, "r")
        page.formula(total, 1 + place, f"SUM({span})", sum(outlook.expected.values()), "total_amount")
        f.book.name(f"Expected_{outlook.id}", page.ref(at(total, 1 + place, "rc")))
    for number, row in enumerate(f.risk.inputs.leaks):
        _leak(f, page, places, total + 1 + number, len(events) + number, row)
    _chart(f, page, places)


def _leak(f: Frame, page: Page, places: RiskPlaces, at_row: int, number: int, row: ScenarioInputs) -> None:
    """A yearly leak beside the events."""
    page.text(at_row, 0, f"{row.scenario.label}, every year")
    for place, outlook in enumerate(outlooks(f)):
        often, dear = (at(places.table(t) + number, 1 + place) for t in (OFTEN, DEAR))
        formula = f"{in_force(places, number, MEAN)}*{often}*{dear}"
        page.formula(at_row, 1 + place, formula, outlook.leaks[row.id].typical, "amount")
        f.book.name(f"Leak_{row.id}_{outlook.id}", page.ref(at(at_row, 1 + place, "rc")))


def _multiplier(f: Frame, places: RiskPlaces, at_row: int, place: int, severity: bool) -> str:
    """What acts on the scenario named at the beginning of a row."""
    settings = f.knowledge.risk
    assert settings is not None
    least, most = settings.least_frequency, settings.most_frequency
    if severity:
        least, most = settings.least_severity, settings.most_severity
    keys, logs = places.effects_in(places.effect_key), places.effects_in(places.effect(place, severity))
    return f"MIN(Figure_{most},MAX(Figure_{least},EXP(SUMIF({keys},{at(at_row, 0, 'c')},{logs}))))"


def _table(f: Frame, page: Page, places: RiskPlaces, number: int, title: str) -> None:
    top = places.table(number)
    heads(f, page, top - 1, title)
    for line, row in enumerate(scenario_rows(f) if number in (OFTEN, DEAR) else f.risk.inputs.events):
        page.text(top + line, 0, row.scenario.label, "quiet")
        for place, outlook in enumerate(outlooks(f)):
            formula, value, style = _cell(f, places, number, line, row, place, outlook)
            page.formula(top + line, 1 + place, formula, value, style)


def _cell(
    f: Frame, places: RiskPlaces, number: int, line: int, row: ScenarioInputs, place: int, outlook: Outlook
) -> tuple[str, float | str, str]:
    acting = outlook.multipliers.get(row.id, PLAIN)
    if number in (OFTEN, DEAR):
        value = acting.severity if number == DEAR else acting.frequency
        return _multiplier(f, places, places.table(number) + line, place, number == DEAR), value, "thousandth"
    cap, (mean, reach) = in_force(places, line, CAP), (at(places.table(t) + line, 1 + place) for t in (MEANS, REACH))
    whole = _before_cap(f, row, outlook)
    if number == MEANS:
        return f"{own_mean_cell(places, line)}*{at(places.table(DEAR) + line, 1 + place)}", whole, "amount"
    if number == REACH:
        return most_over_mean(mean, cap), reach_value(whole, row.cap), "thousandth"
    if number == ALONE:
        formula = capped_mean(mean, in_force(places, line, SIGMA), half_cell(places, line), cap, reach)
        return formula, _alone(f, row, outlook), "amount"
    parts = [at(places.table(ALONE) + line, 1 + place)]
    ids = [event.id for event in f.risk.inputs.events]
    for link in row.linked:
        child = at(places.table(ALONE) + ids.index(link.scenario), 1 + place)
        parts.append(f"Share_{row.id}_{link.scenario}*{child}")
    return "+".join(parts), _event(f, row, outlook), "amount"


def _before_cap(f: Frame, row: ScenarioInputs, outlook: Outlook) -> float:
    """The mean of one event's own part as it follows from the areas, before the most holds it."""
    mean = own_mean(row, f.risk.inputs) if row.mean.typical > 0 else 0.0
    return mean * outlook.multipliers.get(row.id, PLAIN).severity


def _alone(f: Frame, row: ScenarioInputs, outlook: Outlook) -> float:
    if not row.costs:
        return 0.0
    factor = outlook.multipliers.get(row.id, PLAIN).severity
    return mean_of(severity_of(row, own_mean(row, f.risk.inputs)).scaled(factor))


def _event(f: Frame, row: ScenarioInputs, outlook: Outlook) -> float:
    own = _alone(f, row, outlook)
    for link in row.linked:
        own += link.share * _alone(f, f.risk.inputs.event(link.scenario), outlook)
    return own


def _chart(f: Frame, page: Page, places: RiskPlaces) -> None:
    """Expected loss of every outlook as bars, to the right of the table."""
    total = places.expected_top + places.events
    chart = f.book.bar_chart()
    heads = area(places.expected_top - 1, 1, places.expected_top - 1, places.outlooks)
    chart.add_series(
        {
            "name": f"='{RISK_RESULTS}'!{at(total, 0, 'rc')}",
            "categories": f"='{RISK_RESULTS}'!{heads}",
            "values": f"='{RISK_RESULTS}'!{area(total, 1, total, places.outlooks)}",
            "fill": {"color": QUIET},
            "points": [{"fill": {"color": QUIET}}, *[{"fill": {"color": GREEN}}] * (places.outlooks - 1)],
            "gap": 60,
            "data_labels": {"value": True, "num_format": "#,##0", "font": _LABEL},
        }
    )
    thin = {"color": BORDER}
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_y_axis({"reverse": True, "num_font": _LABEL, "line": thin, "major_tick_mark": "none"})
    name = {"name": "Expected loss of a year, USD", "name_font": {**_LABEL, "bold": False}}
    grid = {"major_gridlines": {"visible": False}, "label_position": "high"}
    chart.set_x_axis({"min": 0, "num_format": "#,##0", "num_font": _LABEL, **name, **grid})
    chart.set_size({"width": 760, "height": _CHART_HEIGHT})
    row = places.chart_row
    _finding(f, page, places, row - 1, total)
    described = {"x_offset": 4, "y_offset": 4, "description": "Bars: expected loss of a year"}
    page.sheet.insert_chart(row, 0, chart, described)
    for covered in range(row, row + CHART_ROWS):
        page.height(covered, _ROW_HEIGHT)


def _finding(f: Frame, page: Page, places: RiskPlaces, row: int, total: int) -> None:
    """The title of the picture: with which role a year costs least, live."""
    shown = outlooks(f)
    amounts = {outlook_name(f, one): sum(one.expected.values()) for one in shown}
    least = min(amounts, key=lambda name: amounts[name])
    heads, cells = (area(at_row, 1, at_row, places.outlooks) for at_row in (places.expected_top - 1, total))
    live = f'"{_LEAST}"&INDEX({heads},MATCH(MIN({cells}),{cells},0))&"{_SHOWN}"'
    page.formula(row, 0, live, f"{_LEAST}{least}{_SHOWN}", "plain_line")
