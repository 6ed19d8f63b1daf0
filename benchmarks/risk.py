"""How long does a year's loss take, beside simulation?

    python benchmarks/risk.py [--repeat 40]

Ten scenarios whose quantiles are known (tests/model/reference). What a slider costs is timed for a frequency and for a
severity; beside it stands, in the same run, simulation of 100,000 years by numpy, the same in the style of riskquant
(a loop over years), and pyfair where it is installed. A simulation's error falls with the root of the years, so
from its own error at 100,000 years follows how long it would take for the exact one's.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import json
import math
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fcio.model.loss.annual import AnnualLoss, annual_loss, grid_for
from fcio.model.loss.grid import Grid
from fcio.model.loss.scenario import LossModel, Policy, Scenario
from fcio.model.loss.severity import Lognormal

CASE = Path(__file__).resolve().parents[1] / "tests" / "model" / "reference" / "loss_ten_scenario_portfolio.json"
TARGET_MS = 2.0
YEARS, LOOP_YEARS = 100_000, 2_000
LEVEL = 0.95
NINETY = 1.6448536269514722
REFERENCE_ERROR = 2e-5
"""What the known quantile itself is good to."""


def milliseconds(run: Callable[[], object], repeat: int) -> float:
    """The median time of one call."""
    times = []
    for _ in range(repeat):
        start = perf_counter()
        run()
        times.append(1000 * (perf_counter() - start))
    return median(times)


def known() -> tuple[LossModel, float]:
    """The ten scenarios and their 95 % quantile."""
    case = json.loads(CASE.read_text(encoding="utf-8"))
    found = []
    for row in case["inputs"]["scenarios"]:
        low, high = math.log(row["loss_p05"]), math.log(row["loss_p95"])
        sigma = (high - low) / (2 * NINETY)
        found.append(Scenario(row["name"], row["lambda"], Lognormal(math.exp((low + high + sigma**2) / 2), sigma)))
    return LossModel(tuple(found)), case["expected"]["var_0.95"]["mid"]


def read(year: AnnualLoss) -> tuple[float, ...]:
    """What a page shows of a year."""
    year.curve()
    return year.var(0.9), year.var(0.95), year.var(0.99), year.tvar(0.95)


def moves(model: LossModel, grid: Grid, repeat: int) -> dict[str, float]:
    """Milliseconds of a slider move of each kind."""
    step = itertools.count(1)

    def frequency() -> object:
        return read(annual_loss(model.with_rates({"ransom": 0.25 + next(step) / 1000}), grid))

    def severity() -> object:
        changed = model.scenarios[1]
        changed = replace(changed, severity=changed.severity.scaled(1 + next(step) / 1000))
        return read(annual_loss(replace(model, scenarios=(changed, *model.scenarios[:1], *model.scenarios[2:])), grid))

    insured = tuple(replace(s, shared=True, insured=s.id in ("ransom", "breach")) for s in model.scenarios)
    covered = LossModel(insured, 0.5, Policy(25_000, 5_000_000))

    def with_policy() -> object:
        return read(annual_loss(covered.with_rates({"device": 4 + next(step) / 1000}), grid))

    named = {"a frequency moves": frequency, "a severity moves": severity, "a frequency moves, insured": with_policy}
    for run in named.values():
        run()
    return {name: milliseconds(run, repeat) for name, run in named.items()}


def simulated(model: LossModel, years: int, rng: np.random.Generator) -> float:
    """The 95 % quantile of simulated years, drawn and summed as arrays."""
    total = np.zeros(years)
    for one in model.scenarios:
        assert isinstance(one.severity, Lognormal)
        counts = rng.poisson(one.rate, years)
        losses = rng.lognormal(one.severity.mu, one.severity.sigma, int(counts.sum()))
        total += np.bincount(np.repeat(np.arange(years), counts), losses, years)
    return float(np.quantile(total, LEVEL))


def looped(model: LossModel, years: int, rng: np.random.Generator) -> float:
    """The same in the style of riskquant: a loop over scenarios and years."""
    total = np.zeros(years)
    for one in model.scenarios:
        assert isinstance(one.severity, Lognormal)
        for year, count in enumerate(rng.poisson(one.rate, years)):
            if count:
                total[year] += rng.lognormal(one.severity.mu, one.severity.sigma, count).sum()
    return float(np.quantile(total, LEVEL))


def fair_package(model: LossModel) -> Callable[[], object] | None:
    """The same scenarios in pyfair with its own inputs (normal rate, PERT loss), or None where it does not run."""
    try:
        model_of = importlib.import_module("pyfair").FairModel
    except (ImportError, AttributeError):
        return None

    def run() -> object:
        done = []
        for one in model.scenarios:
            assert isinstance(one.severity, Lognormal)
            low, high = (math.exp(one.severity.mu + sign * NINETY * one.severity.sigma) for sign in (-1, 1))
            fair = model_of(name=one.id, n_simulations=YEARS)
            fair.input_data("Loss Event Frequency", mean=one.rate, stdev=math.sqrt(one.rate) / 10)
            fair.input_data("Loss Magnitude", low=low, mode=math.exp(one.severity.mu), high=high)
            done.append(fair.calculate_all())
        return done

    try:
        run()
    except Exception:
        return None
    return run


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=40, help="how often each is timed (40)")
    repeat = parser.parse_args().repeat
    model, truth = known()
    grid = grid_for([model])
    error = abs(annual_loss(model, grid).var(LEVEL) / truth - 1)
    ours = moves(model, grid, repeat)
    print(f"A year's loss on {grid.points:,} points, median of {repeat}; target of a slider move {TARGET_MS} ms")
    for name, taken in ours.items():
        print(f"{name:32}{taken:9.2f} ms   {'held' if taken < TARGET_MS else 'over'}")
    print(f"error of the 95 % quantile: {error:.1e}")
    base, rng = ours["a frequency moves"], np.random.default_rng(1)
    seen = [simulated(model, YEARS, rng) for _ in range(12)]
    spread = float(np.sqrt(np.mean((np.array(seen) / truth - 1) ** 2)))
    taken = milliseconds(lambda: simulated(model, YEARS, rng), 5)
    equal = (spread / max(error, REFERENCE_ERROR)) ** 2
    slow = milliseconds(lambda: looped(model, LOOP_YEARS, rng), 3) * YEARS / LOOP_YEARS
    print(f"\nBeside it, {YEARS:,} years ({'as a ratio to a frequency move':s})")
    print(f"{'numpy, arrays':32}{taken:9.1f} ms{taken / base:12,.0f} x   error {spread:.1e}")
    print(f"{'numpy, to within 2e-5':32}{'':>12}{equal * taken / base:12,.0f} x")
    print(f"{'riskquant style, loop over years':32}{slow:9.0f} ms{slow / base:12,.0f} x   error {spread:.1e}")
    package = fair_package(model)
    if package is None:
        print("pyfair: not installed, or it does not run beside these versions")
    else:
        fair = milliseconds(package, 3)
        print(
            f"{'pyfair, its own inputs':32}{fair:9.0f} ms{fair / base:12,.0f} x   another model: loss-free years hidden"
        )


if __name__ == "__main__":
    main()
