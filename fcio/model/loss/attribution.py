"""Which scenario the mean and the worst years come from, and what a small change of each would do.

All before insurance. Parts add up to the whole; gradients are exact derivatives, not differences of two runs.
"""

from __future__ import annotations

from dataclasses import dataclass

from fcio.model.loss.annual import AnnualLoss
from fcio.model.loss.grid import Grid
from fcio.model.loss.scenario import LossModel, Scenario
from fcio.model.loss.transform import Exponents, event_less_one, exponents, rate_slope, weighted_event
from fcio.model.tables import Floats


@dataclass(frozen=True)
class Part:
    """What one scenario contributes, in money: to the mean, and to the mean of the worst 1 - level of years."""

    scenario: str
    mean: float
    tail: float


@dataclass(frozen=True)
class Slope:
    """Change, in money, of mean, VaR and TVaR per relative change (log) of a scenario's frequency or severity.

    A severity changes with all it brings: its cap and its children grow with it.
    """

    scenario: str
    of: str
    mean: float
    var: float
    tvar: float


def _require_uninsured(model: LossModel) -> None:
    if model.insures:
        raise ValueError("attribution is worked out before insurance; hand in the model without its policy")


def _loss_by_year(model: LossModel, scenario: Scenario, parts: Exponents, grid: Grid) -> Floats:
    """E[loss of the scenario; year's loss in this cell] [points], in money."""
    slope = rate_slope(model, scenario, parts, grid)
    return scenario.rate * grid.mass(weighted_event(scenario, grid) * slope)


def attribution(model: LossModel, loss: AnnualLoss, level: float) -> tuple[Part, ...]:
    """Parts of the mean and of TVaR at ``level`` (0 to 1) by scenario, in the order of the model."""
    _require_uninsured(model)
    grid, parts = loss.grid, exponents(model, loss.grid)
    weights, _ = loss.tail_weights(level)
    found = []
    for scenario in model.scenarios:
        mean = scenario.rate * scenario.event_mean
        below = float((1 - weights) @ _loss_by_year(model, scenario, parts, grid)) if scenario.rate else 0.0
        found.append(Part(scenario.id, mean, (mean - below) / (1 - level)))
    return tuple(found)


def _frequency_slope(
    model: LossModel, scenario: Scenario, loss: AnnualLoss, parts: Exponents, level: float
) -> tuple[float, float, float]:
    grid = loss.grid
    changed = grid.mass(event_less_one(scenario, grid) * rate_slope(model, scenario, parts, grid))
    cell, density, _, at = _at_level(loss, level)
    less_below = float(changed[:cell].sum()) + changed[cell] * _share_below(loss, cell, at)
    limited = float((changed[:cell] * grid.losses[:cell]).sum()) - at * float(changed[:cell].sum())
    mean = scenario.event_mean
    var = -less_below / density if density else 0.0
    tvar = (mean - limited) / (1 - level)
    return scenario.rate * mean, scenario.rate * var, scenario.rate * tvar


def _share_below(loss: AnnualLoss, cell: int, at: float) -> float:
    return (at - (cell - 0.5) * loss.grid.step) / loss.grid.step if cell else 1.0


def _at_level(loss: AnnualLoss, level: float) -> tuple[int, float, float, float]:
    """The cell of VaR, the density of the year's loss there (0 at no loss), its mass, and VaR."""
    _, at = loss.tail_weights(level)
    cell = min(int(at / loss.grid.step + 0.5), loss.grid.points - 1)
    mass = float(loss.mass[cell])
    return cell, (mass / loss.grid.step if cell else 0.0), mass, at


def gradient(model: LossModel, loss: AnnualLoss, level: float) -> tuple[Slope, ...]:
    """Slopes of mean, VaR and TVaR at ``level`` by each scenario's frequency and severity, in money."""
    _require_uninsured(model)
    parts = exponents(model, loss.grid)
    weights, _ = loss.tail_weights(level)
    cell, density, mass, _ = _at_level(loss, level)
    found = []
    for scenario in (s for s in model.scenarios if s.rate):
        by_rate = _frequency_slope(model, scenario, loss, parts, level)
        found.append(Slope(scenario.id, "frequency", *by_rate))
        by_year = _loss_by_year(model, scenario, parts, loss.grid)
        mean = scenario.rate * scenario.event_mean
        var = float(by_year[cell]) / mass if density else 0.0
        tvar = (mean - float((1 - weights) @ by_year)) / (1 - level)
        found.append(Slope(scenario.id, "severity", mean, var, tvar))
    return tuple(found)
