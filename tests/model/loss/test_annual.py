"""Properties of a year's loss, and simulated years with their own standard error."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.model.loss.annual import annual_loss, bounds, grid_for
from fcio.model.loss.attribution import attribution, gradient
from fcio.model.loss.bounded import Capped
from fcio.model.loss.scenario import LossModel, Policy, Scenario
from fcio.model.loss.severity import Lognormal
from tests.model.loss.many import EVERYTHING, models, simulated

POINTS = 2**11
LEVELS = (0.5, 0.9, 0.95, 0.99)
YEARS = 300_000
SURE = 4.5
"""Standard errors that are never exceeded by chance in a fixed run."""


def in_a_year(model, points=POINTS):
    return annual_loss(model, grid_for([model], points))


@given(models())
@settings(max_examples=60, deadline=None)
def test_chances_add_up_and_quantiles_rise(model):
    year = in_a_year(model)
    assert float(year.mass.sum()) + year.beyond == pytest.approx(1, abs=1e-7)
    values = [year.var(level) for level in LEVELS]
    assert values == sorted(values)
    assert all(year.tvar(level) >= year.var(level) * (1 - 1e-6) for level in LEVELS[1:])
    assert all(math.isfinite(value) for value in values)


@given(models(), st.floats(1.05, 3))
@settings(max_examples=40, deadline=None)
def test_more_frequency_never_lowers_a_quantile(model, times):
    more = model.with_rates({scenario.id: scenario.rate * times for scenario in model.scenarios})
    grid = grid_for([model, more], POINTS)
    before, after = annual_loss(model, grid), annual_loss(more, grid)
    for level in LEVELS:
        assert after.var(level) >= before.var(level) - 1e-6 * grid.step


@given(models())
@settings(max_examples=40, deadline=None)
def test_bounds_bracket_the_quantile(model):
    grid = grid_for([model], POINTS)
    year = annual_loss(model, grid)
    for found in bounds(model, grid, LEVELS):
        assert found.low - grid.step / 2 <= year.var(found.level) <= found.high + grid.step / 2


@given(models(), st.sampled_from([0.9, 0.95, 0.99]))
@settings(max_examples=40, deadline=None)
def test_parts_add_up_to_the_whole(model, level):
    year = in_a_year(model)
    parts = attribution(model, year, level)
    assert sum(part.mean for part in parts) == pytest.approx(year.mean, rel=1e-9)
    assert sum(part.tail for part in parts) == pytest.approx(year.tvar(level), rel=1e-6)


@given(models(), st.floats(0, 100_000), st.floats(1_000, 1_000_000))
@settings(max_examples=25, deadline=None)
def test_insurance_never_makes_a_year_dearer(model, deductible, limit):
    covered = replace(model, policy=Policy(deductible, limit))
    grid = grid_for([model], POINTS)
    before, after = annual_loss(model, grid), annual_loss(covered, grid)
    assert after.mean <= before.mean * (1 + 1e-9)
    assert before.mean - after.mean <= limit * (1 + 1e-9)
    for level in LEVELS:
        assert after.var(level) <= before.var(level) + grid.step


@pytest.mark.parametrize("shock", [0.0, 0.7])
@pytest.mark.parametrize("policy", [None, Policy(25_000, 300_000)], ids=["bare", "insured"])
def test_simulated_years_agree_within_their_standard_error(shock, policy):
    model = LossModel(EVERYTHING, shock, policy)
    year = in_a_year(model, 2**14)
    seen = simulated(model, YEARS, np.random.default_rng(20261126))
    for level in LEVELS:
        below = float(np.mean(seen <= year.var(level)))
        assert below == pytest.approx(level, abs=SURE * math.sqrt(level * (1 - level) / YEARS))
    assert seen.mean() == pytest.approx(year.mean, abs=SURE * seen.std() / math.sqrt(YEARS))


def test_a_policy_that_pays_nothing_changes_nothing_and_one_for_everything_leaves_what_is_not_insured():
    bare = LossModel(EVERYTHING, 0.5)
    grid = grid_for([bare], 2**12)
    before = annual_loss(bare, grid)
    nothing = annual_loss(replace(bare, policy=Policy(2 * grid.top, 1.0)), grid)
    assert nothing.var(0.99) == pytest.approx(before.var(0.99), rel=1e-6)
    rest = LossModel(tuple(s for s in EVERYTHING if not s.insured), 0.5)
    everything = annual_loss(replace(bare, policy=Policy(0.0, 1e12)), grid)
    assert everything.var(0.99) == pytest.approx(annual_loss(rest, grid).var(0.99), rel=1e-6)
    assert everything.mean == pytest.approx(annual_loss(rest, grid).mean, rel=1e-2)


def test_slopes_are_the_derivatives():
    model = LossModel(EVERYTHING, 0.5)
    grid = grid_for([model], 2**15)
    small = 1e-3

    def changed(name, of, factor):
        return LossModel(tuple(_changed(s, of, factor) if s.id == name else s for s in EVERYTHING), 0.5)

    for slope in gradient(model, annual_loss(model, grid), 0.95):
        up, down = (annual_loss(changed(slope.scenario, slope.of, f), grid) for f in (1 + small, 1 - small))
        for name, of_year in (
            ("mean", lambda y: y.mean),
            ("var", lambda y: y.var(0.95)),
            ("tvar", lambda y: y.tvar(0.95)),
        ):
            measured = (of_year(up) - of_year(down)) / (2 * small)
            assert getattr(slope, name) == pytest.approx(measured, rel=5e-3, abs=1.0), (slope, name)


def of_year(year):
    return year.mean, year.var(0.95), year.tvar(0.95)


def _changed(scenario, of, factor):
    if of == "frequency":
        return replace(scenario, rate=scenario.rate * factor)
    children = tuple(replace(child, severity=child.severity.scaled(factor)) for child in scenario.children)
    severity = scenario.severity.scaled(factor)
    if isinstance(severity, Capped):
        severity = replace(severity, cap=severity.cap * factor)
    return replace(scenario, severity=severity, children=children)


@pytest.mark.parametrize(("rate", "sigma"), [(1e-9, 1.8), (1000.0, 1.8), (0.5, 0.05), (0.5, 5.0), (1000.0, 0.05)])
def test_absurd_parameters_still_lie_inside_the_grid_or_say_how_much_does_not(rate, sigma):
    model = LossModel((Scenario("only", rate, Capped(Lognormal(50_000, sigma), 5_000_000)),))
    year = in_a_year(model, 2**14)
    (found,) = bounds(model, year.grid, [0.99])
    assert found.low <= year.var(0.99) <= found.high
    assert year.beyond < 0.002
    assert math.isfinite(year.tvar(0.99))


def test_nothing_can_happen_is_a_year_without_loss():
    year = in_a_year(LossModel((Scenario("only", 0.0, Lognormal(1_000, 1)),)))
    assert (year.mean, year.sd, year.skewness, year.var(0.99), year.no_loss) == (0, 0, 0, 0, pytest.approx(1))


@pytest.mark.parametrize("field", ["rate", "dispersion"])
@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf])
def test_numbers_that_are_none_are_refused(field, value):
    with pytest.raises(ValueError, match="numbers from 0"):
        Scenario("only", **{"rate": 1.0, field: value}, severity=Lognormal(1_000, 1))


@pytest.mark.parametrize(("mean", "sigma"), [(0, 1), (-5, 1), (1, 0), (math.nan, 1), (1, math.inf)])
def test_a_lognormal_needs_a_positive_mean_and_spread(mean, sigma):
    with pytest.raises(ValueError, match="must be positive numbers"):
        Lognormal(mean, sigma)
