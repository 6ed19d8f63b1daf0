"""On Risk inputs: the mean of an event without what it brings, and the steps to it, right of what prints."""

from __future__ import annotations

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import NONE, Page, at
from fcio.exchange.workbook.risk_formulas import capped_mean, half_variance, most_over_mean, reach_value
from fcio.exchange.workbook.risk_places import HALF, HELD, OWN_MEAN, REACHED, TRIPLE, RiskPlaces, scenario_rows
from fcio.model.loss.severity import mean_of
from fcio.model.risk.inputs import CAP, FIELDS, MEAN, SIGMA, ScenarioInputs, own_mean, severity_of

_HEADS = {HALF: "Half of sigma squared", REACHED: "Log of the most over the mean", HELD: "Mean held by the most"}


def own_mean_heads(page: Page, row: int) -> None:
    """Headings of the steps."""
    for column, head in _HEADS.items():
        page.text(row, column, head, "head_right")


def write_own_mean(f: Frame, page: Page, places: RiskPlaces, place: int, row: ScenarioInputs) -> None:
    """The mean without linked losses that are inside it, as the model takes them out."""
    if not row.scenario.recurring:
        _steps(page, places.scenario(place), row)
    settings, ids = f.knowledge.risk, [entry.id for entry in scenario_rows(f)]
    assert settings is not None
    formula = mean = _in_force(places.scenario(place), MEAN)
    parts = [
        f"Share_{row.id}_{link.scenario}*{at(places.scenario(ids.index(link.scenario)), HELD, 'c')}"
        for link in row.linked
        if link.inside
    ]
    if parts:
        formula = f"MAX(Figure_{settings.least_own_share}*{mean},{mean}-{'-'.join(parts)})"
    value = own_mean(row, f.risk.inputs) if row.mean.typical > 0 else 0
    page.formula(places.scenario(place), OWN_MEAN, formula, value, "amount")


def _in_force(row: int, field: str) -> str:
    return at(row, 1 + TRIPLE * FIELDS.index(field) + 2, "c")


def _steps(page: Page, at_row: int, row: ScenarioInputs) -> None:
    mean, sigma, cap = (_in_force(at_row, field) for field in (MEAN, SIGMA, CAP))
    half, reach = at(at_row, HALF, "c"), at(at_row, REACHED, "c")
    typical = row.mean.typical
    held = mean_of(severity_of(row, typical)) if row.costs else 0.0
    halved = NONE if row.sigma is None else row.sigma * row.sigma / 2
    page.formula(at_row, HALF, half_variance(sigma), halved, "quiet_rate")
    page.formula(at_row, REACHED, most_over_mean(mean, cap), reach_value(typical, row.cap), "quiet_rate")
    page.formula(at_row, HELD, capped_mean(mean, sigma, half, cap, reach), held, "quiet_number")
