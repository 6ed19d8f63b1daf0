"""On Risk results: the standard deviation of today's year in closed form, line by line, live."""

from __future__ import annotations

import math

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import Page, area, at
from fcio.exchange.workbook.risk_formulas import capped_square
from fcio.exchange.workbook.risk_places import (
    ALONE,
    DEAR,
    EVENT,
    OFTEN,
    SPREAD,
    RiskPlaces,
    in_force,
    own_mean_cell,
)
from fcio.model.risk.inputs import CAP, FREQUENCY, PLAIN, SIGMA, ScenarioInputs, loss_scenario

_HEADS = (
    *("Rate", "Mean", "Mean of squares", "Shares the shock"),
    *("Part of the variance", "Part that moves together"),
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
    formula = f"SQRT(SUM({area(top, 5, last, 5)})+({shock}*SUM({area(top, 6, last, 6)}))^2)"
    page.text(last + 1, 0, "Standard deviation of a year, before insurance", "bold")
    page.formula(last + 1, 1, formula, math.sqrt(totals[0] + (f.risk.inputs.shock_cv * totals[1]) ** 2), "total_amount")
    f.book.name("Risk_sd", page.ref(at(last + 1, 1, "rc")))


def _spread_line(
    f: Frame, page: Page, places: RiskPlaces, at_row: int, line: int, row: ScenarioInputs
) -> tuple[float, float]:
    rate = f"{in_force(places, line, FREQUENCY)}*{at(places.table(OFTEN) + line, 1)}"
    event, squares = at(places.table(EVENT) + line, 1), _square(f, places, line)
    ids = [entry.id for entry in f.risk.inputs.events]
    # Variances of independent parts add up; a part that comes in a share q of events has q E[Y^2] - (q E[Y])^2.
    variance = f"{squares}-{at(places.table(ALONE) + line, 1)}^2"
    for link in row.linked:
        child, share = ids.index(link.scenario), f"Share_{row.id}_{link.scenario}"
        alone = at(places.table(ALONE) + child, 1)
        variance += f"+{share}*{_square(f, places, child)}-({share}*{alone})^2"
    happens = row.can_happen
    scenario = loss_scenario(row, f.risk.inputs, f.risk.now.multipliers) if row.costs else None
    first, second = (scenario.event_moments[0], scenario.event_moments[1]) if scenario else (0.0, 0.0)
    value = scenario.rate if scenario and happens else 0.0
    shared = int(row.scenario.shared)
    page.text(at_row, 0, row.scenario.label, "quiet")
    page.formula(at_row, 1, rate, row.frequency.typical * f.risk.now.multipliers.get(row.id, PLAIN).frequency, "rate")
    page.formula(at_row, 2, event, first, "amount")
    page.formula(at_row, 3, f"{variance}+{event}^2", second, "amount")
    page.number(at_row, 4, shared, "quiet_number")
    page.formula(at_row, 5, f"{at(at_row, 1)}*{at(at_row, 3)}", value * second, "amount")
    page.formula(at_row, 6, f"{at(at_row, 4)}*{at(at_row, 1)}*{at(at_row, 2)}", shared * value * first, "amount")
    return value * second, shared * value * first


def _square(f: Frame, places: RiskPlaces, line: int) -> str:
    mean = f"({own_mean_cell(places, line)}*{at(places.table(DEAR) + line, 1)})"
    return capped_square(mean, in_force(places, line, SIGMA), in_force(places, line, CAP))
