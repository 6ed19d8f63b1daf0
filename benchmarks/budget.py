"""How long does the budget of one client take: all scenarios, one lever moved in four of them, their distributions?

    python benchmarks/budget.py [--rounds 30]

Beside each median stands its ratio to a yardstick timed in between, sorting 2,000,000 fixed numbers, so that a busy
machine slows both; the best time is the one least disturbed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fcio.exchange.case_file import assessment, read_case
from fcio.knowledge.load import load
from fcio.model.areas import area_results
from fcio.model.fit import FitModel, role_fit
from fcio.model.money.case import BudgetCase, budget_case
from fcio.model.money.cash_flow import cash_flows
from fcio.model.money.tornado import tornado, with_total_effects
from fcio.model.money.what_if import how_sure, prepared, side_by_side
from fcio.model.risk.risk import risk_result

ROOT = Path(__file__).resolve().parents[1]
TARGET_MS = {"one lever moved in four scenarios": 20, "the same with its distributions": 100}
NUMBERS = np.random.default_rng(1).random(2_000_000)


def milliseconds(run: Callable[[], object]) -> float:
    """Time of one call."""
    start = perf_counter()
    run()
    return 1000 * (perf_counter() - start)


def demo() -> BudgetCase:
    """The budget of the dental group among the example clients."""
    knowledge = load()
    model = FitModel.of(knowledge)
    facts = assessment(read_case(knowledge, (ROOT / "data/demo/dental_group.json").read_bytes()), date(2026, 11, 22))
    risk = risk_result(knowledge, facts, area_results(knowledge, facts, model.tables), model.tables)
    return budget_case(knowledge, facts, role_fit(model, facts), risk)


def main() -> None:
    """Print a line for each measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    case = demo()
    four = [one.id for one in case.scenarios if one.leaders][:4]
    before = prepared(case)
    change = {"owner_hour_value": 150.0}
    runs: dict[str, Callable[[], object]] = {
        "all scenarios at typical values": lambda: cash_flows(case),
        "one lever moved in four scenarios": lambda: side_by_side(case, four, change),
        "the same with its distributions": lambda: how_sure(side_by_side(case, four, change), before),
        "the draws, once for each client": lambda: prepared(case),
        "what matters most, with total effects": lambda: with_total_effects(case, four[0], tornado(case, four[0])),
    }
    print(f"{'':40} {'median':>8} {'best':>8} {'ratio':>7} {'target':>7}   (ms; ratio to the yardstick)")
    for name, run in runs.items():
        run()
        pairs = [(milliseconds(run), milliseconds(lambda: np.sort(NUMBERS))) for _ in range(rounds)]
        times = [time for time, _ in pairs]
        ratio = median(time / yardstick for time, yardstick in pairs)
        print(f"{name:40} {median(times):8.1f} {min(times):8.1f} {ratio:7.3f} {TARGET_MS.get(name, ''):>7}")


if __name__ == "__main__":
    main()
