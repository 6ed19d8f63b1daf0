"""On Risk inputs: default frequencies that follow from the frequencies of other scenarios, live."""

from __future__ import annotations

import math

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import Page, at
from fcio.exchange.workbook.risk_places import RATE_ALONE, RATE_SHARE, TRIPLE, RiskPlaces, scenario_rows
from fcio.model.risk.inputs import FIELDS, FREQUENCY, ScenarioInputs


def write_following_rate(f: Frame, page: Page, places: RiskPlaces, place: int, row: ScenarioInputs) -> None:
    """The default frequency of a scenario as what stands by itself and a share of what others have in force."""
    followed = [term.scenarios for term in row.scenario.frequency.terms if term.scenarios]
    default = row.defaults[FREQUENCY]
    if not followed or default is None:
        return
    alone = share = 0.0
    for product in default.products:
        others = math.prod(part.typical for part in product.parts if part.kind != "scenario")
        if any(part.kind == "scenario" for part in product.parts):
            share += others
        else:
            alone += others
    at_row, column = places.scenario(place), 1 + TRIPLE * FIELDS.index(FREQUENCY)
    page.number(at_row, RATE_ALONE, alone, "quiet_rate")
    page.number(at_row, RATE_SHARE, share, "quiet_rate")
    ids = [entry.id for entry in scenario_rows(f)]
    rates = "+".join(at(places.scenario(ids.index(other)), column + 2, "c") for other in followed[0])
    formula = f"{at(at_row, RATE_ALONE, 'c')}+{at(at_row, RATE_SHARE, 'c')}*({rates})"
    page.formula(at_row, column, formula, default.typical, "rate")
