"""The engine against published problems and exact computation; each case is a file in reference/ with its source."""

import json
import math
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from fcio.model.loss.annual import annual_loss, bounds, grid_for, year_transform
from fcio.model.loss.bounded import Empirical, Pert
from fcio.model.loss.grid import Grid
from fcio.model.loss.scenario import LossModel, Scenario, moments
from fcio.model.loss.severity import Gamma, Lognormal, moment, quantile_of
from fcio.model.loss.special import gamma_cdf, normal_sf

FOLDER = Path(__file__).parents[1] / "reference"


def reference(name):
    return json.loads((FOLDER / f"loss_{name}.json").read_text(encoding="utf-8"))


def one(rate, severity, **more):
    return LossModel((Scenario("only", rate, severity, **more),))


def test_compound_poisson_of_exponential_losses():
    case = reference("poisson3_exponential1000")
    model = one(case["inputs"]["lambda"], Gamma(case["inputs"]["mean"]))
    year = annual_loss(model, grid_for([model]))
    for key, expected in case["expected"].items():
        if key.startswith("var_"):
            assert year.var(float(key[4:])) == pytest.approx(expected, rel=1e-6)
        if key.startswith("tvar_"):
            assert year.tvar(float(key[5:])) == pytest.approx(expected, rel=1e-6)
    cdf = case["expected"]["cdf"]
    assert 1 - year.exceedance(map(float, cdf)) == pytest.approx(list(cdf.values()), abs=1e-6)
    assert (year.mean, year.sd) == pytest.approx((3000, case["expected"]["sd"]), rel=1e-12)
    assert year.skewness == pytest.approx(case["expected"]["skewness"], rel=1e-12)


def test_embrechts_and_frei_2009_table_1():
    case = reference("embrechts_frei_2009_table1")
    year = annual_loss(one(50, Gamma(1)), Grid(0.01, 2**14))
    for level in ("0.95", "0.99", "0.999"):
        assert year.var(float(level)) == pytest.approx(case["expected"][f"var_{level}"], rel=1e-5)
        assert year.tvar(float(level)) == pytest.approx(case["expected"][f"tvar_{level}"], rel=1e-4)


@dataclass(frozen=True)
class Levy:
    """The Levy distribution of the paper: its mean is infinite, its limited mean is not."""

    def limited_moment(self, order, limit):
        assert order == 1
        root = 1 / np.sqrt(np.maximum(limit, 1e-300))
        held = np.sqrt(2 * limit / math.pi) * np.exp(-(root**2) / 2) - 2 * normal_sf(root)
        return limit * (1 - 2 * normal_sf(root)) + held

    def survival(self, x):
        return 1 - 2 * normal_sf(1 / np.sqrt(np.maximum(x, 1e-300)))


def test_gruebel_and_hermesmeier_1999_table_1():
    """An infinite mean: without the tilt what lies beyond the grid would wrap around and spoil the first cells."""
    case = reference("grubel_hermesmeier_1999_levy")
    grid = Grid(1 / 16, 2**15)
    reached = np.cumsum(mass_of(one(case["inputs"]["lambda"], Levy()), grid))
    for bucket, expected in ((int(k), v) for k, v in case["expected"]["prob_in_bucket"].items()):
        ends = np.interp([bucket - 0.5, bucket + 0.5], grid.losses + grid.step / 2, reached)
        assert ends[1] - ends[0] == pytest.approx(expected, rel=case["tolerance"]["rel"], abs=3e-9)


def mass_of(model, grid):
    return grid.mass(year_transform(model, grid)[0])


def test_lognormal_moments_as_aggregate_prints_them():
    case = reference("poisson3_lognormal_50_cv2")
    sigma = case["expected"]["sigma"]
    found = moments(one(3, Lognormal(50, sigma)))
    assert Lognormal(50, sigma).mu == pytest.approx(case["expected"]["mu"], rel=1e-12)
    for name in ("mean", "sd", "skewness"):
        assert getattr(found, name) == pytest.approx(case["expected"][name], rel=1e-9)


def test_pert_of_vose():
    case = reference("pert_5_20_50_g4")["expected"]
    pert = Pert(5, 20, 50)
    assert pert.shapes == pytest.approx((case["alpha"], case["beta"]))
    mean = moment(pert, 1)
    assert (mean, moment(pert, 2) - mean**2) == pytest.approx((case["mean"], case["variance"]), rel=1e-9)
    third = moment(pert, 3) - 3 * mean * moment(pert, 2) + 2 * mean**3
    assert third / case["variance"] ** 1.5 == pytest.approx(case["skewness"], rel=1e-9)
    for level in ("05", "50", "95"):
        assert quantile_of(pert, int(level) / 100) == pytest.approx(case[f"p{level}"], rel=1e-9)


def ten_scenarios():
    found = []
    for row in reference("ten_scenario_portfolio")["inputs"]["scenarios"]:
        low, high = math.log(row["loss_p05"]), math.log(row["loss_p95"])
        sigma = (high - low) / (2 * 1.6448536269514722)
        found.append(Scenario(row["name"], row["lambda"], Lognormal(math.exp((low + high + sigma**2) / 2), sigma)))
    return LossModel(tuple(found))


def test_ten_scenarios_whose_quantiles_are_bracketed_to_forty_parts_in_a_million():
    case, model = reference("ten_scenario_portfolio"), ten_scenarios()
    grid = grid_for([model])
    year = annual_loss(model, grid)
    for name in ("mean", "sd", "skewness"):
        assert getattr(year, name) == pytest.approx(case["expected"][name], rel=1e-9)
    for level in (0.9, 0.95, 0.99, 0.995):
        known = case["expected"][f"var_{level}"]
        assert known["lower"] <= year.var(level) <= known["upper"]
    for level in (0.95, 0.99):
        assert year.tvar(level) == pytest.approx(case["expected"][f"tvar_{level}"]["mid"], rel=1e-5)


ACCURATE = {
    "ten scenarios": ten_scenarios(),
    "one heavy and rare": one(0.05, Lognormal(200_000, 1.8)),
    "heavy and frequent": one(2, Lognormal(20_000, 2.0)),
    "negative binomial": one(1.5, Gamma(8_000, 0.7), dispersion=1.2),
    "with a shock": LossModel((Scenario("a", 0.4, Lognormal(60_000, 1.5), shared=True),), 0.8),
}


@pytest.mark.parametrize("name", ACCURATE)
def test_quantiles_agree_with_a_grid_of_a_million_points(name):
    model = ACCURATE[name]
    year, reference_year = (annual_loss(model, grid_for([model], points)) for points in (2**14, 2**20))
    for level in (0.95, 0.99):
        assert year.var(level) == pytest.approx(reference_year.var(level), rel=1e-5, abs=0.02 * year.grid.step)


def panjer(a, b, start, severity, cells):
    """The recursion of Panjer (1981) for counts with p(n) = (a + b / n) p(n - 1); ``severity`` from one unit on."""
    found = np.zeros(cells)
    found[0] = start
    for s in range(1, cells):
        m = np.arange(1, min(s, len(severity)) + 1)
        found[s] = np.sum((a + b * m / s) * severity[m - 1] * found[s - m])
    return found


@pytest.mark.parametrize("dispersion", [0.0, 0.7])
def test_the_mass_is_that_of_panjers_recursion(dispersion):
    """Klugman, Panjer and Willmot, Loss Models, example 9.5: dental claims in units of 25."""
    shares = np.array([0.15, 0.2, 0.25, 0.125, 0.075, 0.05, 0.05, 0.05, 0.025, 0.025])
    seen = Empirical(tuple(25.0 * unit for unit, share in enumerate(shares, 1) for _ in range(round(share * 40))))
    rate = 2.5
    shape = dispersion**-2 if dispersion else math.inf
    q = rate / (rate + shape) if dispersion else 0.0
    terms = (q, (shape - 1) * q, (1 - q) ** shape) if dispersion else (0.0, rate, math.exp(-rate))
    known = panjer(*terms, shares, 64)
    mass = mass_of(one(rate, seen, dispersion=dispersion), Grid(25.0, 2**9))
    assert mass[:64] == pytest.approx(known, abs=1e-9)


def test_compound_poisson_of_gamma_losses_by_counting_claims():
    rate, severity = 1.7, Gamma(9_000, 2.5)
    model = one(rate, severity)
    year = annual_loss(model, grid_for([model]))
    x = np.array([5_000.0, 20_000.0, 60_000.0])
    known = np.full(3, math.exp(-rate))
    for count in range(1, 40):
        chance = math.exp(-rate) * rate**count / math.factorial(count)
        known += chance * gamma_cdf(2.5 * count, x * 2.5 / 9_000)
    assert 1 - year.exceedance(x) == pytest.approx(known, abs=1e-6)


def test_lower_and_upper_bounds_close_in_on_the_known_quantile():
    model = one(3, Gamma(1000))
    known = reference("poisson3_exponential1000")["expected"]["var_0.95"]
    widths = []
    for points in (2**10, 2**14):
        (found,) = bounds(model, replace(grid_for([model], points)), [0.95])
        assert found.low <= known <= found.high
        widths.append(found.high - found.low)
    assert widths[1] < widths[0] / 10
