"""On Risk results: the standard deviation of today's year in closed form, line by line, live."""

from __future__ import annotations

import math

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import Page, area, at
from fcio.exchange.workbook.risk_formulas import capped_square, square
from fcio.exchange.workbook.risk_places import (
    ALONE,
    EVENT,
    MEANS,
    OFTEN,
    REACH,
    SPREAD,
    RiskPlaces,
    half_cell,
    in_force,
)
from fcio.model.loss.severity import moment
from fcio.model.risk.inputs import CAP, FREQUENCY, PLAIN, SIGMA, ScenarioInputs, loss_scenario, own_mean

SQUARES, WHOLE_SQUARES = 7, 8
_HEADS = (
    *("Rate", "Mean", "Mean of squares", "Shares the shock"),
    *("Part of the variance", "Part that moves together", "Own part, mean of squares", "The same before the most"),
)


def write_spread(f: Frame, page: Page, places: RiskPlaces) -> None:
    """The standard deviation of today's year in closed form, line by line."""
    top = places.table(SPREAD)
    for column, head in enumerate(("Standard deviation today, live", *_HEADS)):
        page.text(top - 1, column, head, "head_right" if column else "head")
    totals = [0.0, 0.0]
    for line, row in enumerate(f.risk.inputs.events):
        values = _spread_line(f, page, places, top + line, line, row)
        totals = [totals[0] + values[0], totals[1] + values[1]]
    last = top + places.events - 1
    shock = f"Figure_{f.knowledge.risk.shock_cv}" if f.knowledge.risk else "0"
    together = f"{shock}*SUM({area(top, 6, last, 6)})"
    formula = f"SQRT(SUM({area(top, 5, last, 5)})+{together}*{together})"
    page.text(last + 1, 0, "Standard deviation of a year, before insurance", "bold")
    page.formula(last + 1, 1, formula, math.sqrt(totals[0] + (f.risk.inputs.shock_cv * totals[1]) ** 2), "total_amount")
    f.book.name("Risk_sd", page.ref(at(last + 1, 1, "rc")))


def _spread_line(
    f: Frame, page: Page, places: RiskPlaces, at_row: int, line: int, row: ScenarioInputs
) -> tuple[float, float]:
    rate = f"{in_force(places, line, FREQUENCY)}*{at(places.table(OFTEN) + line, 1)}"
    event, top = at(places.table(EVENT) + line, 1), places.table(SPREAD)
    ids = [entry.id for entry in f.risk.inputs.events]
    # Variances of independent parts add up; a part that comes in a share q of events has q E[Y^2] - (q E[Y])^2.
    own = at(places.table(ALONE) + line, 1)
    variance = f"{at(at_row, SQUARES)}-{own}*{own}"
    for link in row.linked:
        child, share = ids.index(link.scenario), f"Share_{row.id}_{link.scenario}"
        alone = f"{share}*{at(places.table(ALONE) + child, 1)}"
        variance += f"+{share}*{at(top + child, SQUARES)}-{alone}*{alone}"
    happens = row.can_happen
    scenario = loss_scenario(row, f.risk.inputs, f.risk.now.multipliers) if row.costs else None
    first, second = (scenario.event_moments[0], scenario.event_moments[1]) if scenario else (0.0, 0.0)
    value = scenario.rate if scenario and happens else 0.0
    shared = int(row.scenario.shared)
    page.text(at_row, 0, row.scenario.label, "quiet")
    page.formula(at_row, 1, rate, row.frequency.typical * f.risk.now.multipliers.get(row.id, PLAIN).frequency, "rate")
    page.formula(at_row, 2, event, first, "amount")
    page.formula(at_row, 3, f"{variance}+{event}*{event}", second, "amount")
    page.number(at_row, 4, shared, "quiet_number")
    page.formula(at_row, 5, f"{at(at_row, 1)}*{at(at_row, 3)}", value * second, "amount")
    page.formula(at_row, 6, f"{at(at_row, 4)}*{at(at_row, 1)}*{at(at_row, 2)}", shared * value * first, "amount")
    _squares(f, page, places, line, row)
    return value * second, shared * value * first


def _squares(f: Frame, page: Page, places: RiskPlaces, line: int, row: ScenarioInputs) -> None:
    """Mean of squares of a scenario's own part, before and after the most holds it."""
    at_row = places.table(SPREAD) + line
    mean, reach = (at(places.table(t) + line, 1) for t in (MEANS, REACH))
    sigma, cap = in_force(places, line, SIGMA), in_force(places, line, CAP)
    before = held = 0.0
    if row.mean.typical > 0:
        own = own_mean(row, f.risk.inputs) * f.risk.now.multipliers.get(row.id, PLAIN).severity
        before = own * own * math.exp((row.sigma or 0.0) ** 2)
    if row.costs:
        held = moment(loss_scenario(row, f.risk.inputs, f.risk.now.multipliers).severity, 2)
    page.formula(at_row, WHOLE_SQUARES, square(mean, sigma), before, "amount")
    whole = at(at_row, WHOLE_SQUARES)
    page.formula(at_row, SQUARES, capped_square(whole, sigma, half_cell(places, line), cap, reach), held, "amount")
