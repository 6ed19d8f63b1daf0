"""How long does the role fit of one client take, and how long importing the package?

    python benchmarks/role_fit.py [--clients 50]

Made-up clients answer the real questions: none of them, about half, and all. Beside each median stands its
ratio to a yardstick timed in between, sorting 2,000,000 fixed numbers: about as long, so that a busy machine
slows both; the best time is the one least disturbed. Importing is timed in processes of their own, against one
that does nothing.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fcio.knowledge.load import load
from fcio.model.answers import answer_of
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, role_fit

ROOT = Path(__file__).resolve().parents[1]
TARGET_MS = 20
IMPORT_TARGET_S = 0.15
IMPORTS = 21
ANSWERED = {"no answers": 0.0, "half answered": 0.5, "all answered": 1.0}
NUMBERS = np.random.default_rng(1).random(2_000_000)


def milliseconds(run: Callable[[], object]) -> float:
    """Time of one call."""
    start = perf_counter()
    run()
    return 1000 * (perf_counter() - start)


def clients(model: FitModel, count: int, answered: float) -> list[Assessment]:
    """Made-up clients, the same on every run."""
    t, rng = model.tables, np.random.default_rng(1)
    made = []
    for _ in range(count):
        given: dict[str, Any] = {
            question.id: answer_of(question, int(rng.integers(valid.sum())))
            for question, valid in zip(t.questions, t.valid, strict=True)
            if rng.random() < answered
        }
        made.append(Assessment(client={"name": "Mill"}, as_of=date(2026, 1, 1), answers=given))
    return made


def fit_times(model: FitModel, count: int) -> None:
    """Print the median of each kind of client beside the yardstick's."""
    print(f"role_fit, median of {count} clients; target under {TARGET_MS} ms")
    print(f"{'':16}{'ms':>8}{'best':>8}{'yardstick ms':>14}{'ratio':>8}{'target':>8}")
    for name, answered in ANSWERED.items():
        fits, sorts = [], []
        for client in clients(model, count, answered):
            fits.append(milliseconds(partial(role_fit, model, client)))
            sorts.append(milliseconds(partial(np.sort, NUMBERS)))
        fit, sort = median(fits), median(sorts)
        verdict = "held" if fit < TARGET_MS else "MISSED"
        print(f"{name:16}{fit:8.1f}{min(fits):8.1f}{sort:14.2f}{fit / sort:8.1f}{verdict:>8}")


def import_times() -> None:
    """Print what ``import fcio`` adds to starting Python."""
    taken: dict[str, list[float]] = {"pass": [], "import fcio": []}
    for _ in range(IMPORTS):
        for code, times in taken.items():
            command = [sys.executable, "-c", code]
            times.append(milliseconds(partial(subprocess.run, command, cwd=ROOT, check=True)) / 1000)
    nothing, package = (median(times) for times in taken.values())
    verdict = "held" if package - nothing < IMPORT_TARGET_S else "MISSED"
    print(f"\nimport fcio, median of {IMPORTS} processes; target under {IMPORT_TARGET_S} s more than none")
    print(f"pass {nothing:.3f} s, import fcio {package:.3f} s, ratio {package / nothing:.2f},", end=" ")
    print(f"difference {package - nothing:.3f} s: {verdict}")


def main() -> None:
    """Read the arguments and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=50, help="how many clients of each kind (50)")
    arguments = parser.parse_args()
    model = FitModel.of(load())
    for client in clients(model, 3, 0.5):
        role_fit(model, client)
    fit_times(model, arguments.clients)
    import_times()


if __name__ == "__main__":
    main()
