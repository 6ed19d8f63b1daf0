"""How long do a million assessments take in SQL, and does every row agree with numpy?

    python benchmarks/portfolio.py [--count 1000000] [--open 0.25] [--seed 1] [--memory 2GB]

Made-up assessments of the real questions, every answer drawn evenly, a share of them open. Both sides start
from answers in memory and end with points and place of every role: the SQL of ``fcio/portfolio`` from its long
table, numpy from a matrix. numpy's points are themselves checked against the model, one assessment at a time.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fcio.knowledge.load import load
from fcio.model.fit import FitModel
from fcio.model.points import Points
from fcio.model.situation import Situation, question_points, visibility
from fcio.model.tables import Tables
from fcio.portfolio import first_places, load_answers, margins, open_portfolio, rank_assessments

OPEN = -1
BLOCK = 50_000
CHECKED = 500
TARGET_S = 15

Numbers = NDArray[Any]


def made_up_states(t: Tables, rng: np.random.Generator, count: int, open_share: float) -> Numbers:
    """Answer states [count, Q], open ones -1."""
    state = np.stack([rng.integers(0, valid.sum(), count, dtype=np.int8) for valid in t.valid], axis=1)
    state[rng.random(state.shape, dtype=np.float32) < open_share] = OPEN
    return state


def long_rows(state: Numbers, first: int) -> pd.DataFrame:
    """The long table of the definite answers, numbered from ``first``."""
    row, question = np.nonzero(state != OPEN)
    return pd.DataFrame({"assessment": row + first, "question": question, "state": state[row, question]})


def numpy_points(t: Tables, p: Points, state: Numbers) -> Numbers:
    """Points [N, R]. The open points stand last in each question's table, so -1 finds them."""
    total = np.tile(t.base.astype(np.int32), (len(state), 1))
    parent_of = dict(t.children)
    for question, valid in enumerate(t.valid):
        mine = state[:, question]
        gained = np.vstack([p.state[question][valid], p.open[question]]).astype(np.int32)[mine]
        if question in parent_of:
            above = state[:, parent_of[question]]
            maybe = np.vstack([p.maybe[question][valid], p.maybe_open[question]]).astype(np.int32)[mine]
            gained[~t.shown_by[question][above]] = 0
            gained = np.where((above == OPEN)[:, None], maybe, gained)
        total += gained
    return total


def numpy_places(points: Numbers) -> Numbers:
    """Place of each role [N, R]: most points first, then role id."""
    order = np.argsort(-points, axis=1, kind="stable")
    place = np.empty_like(order)
    np.put_along_axis(place, order, np.arange(1, points.shape[1] + 1)[None, :], axis=1)
    return place


def numpy_ranking(t: Tables, p: Points, state: Numbers) -> tuple[Numbers, Numbers]:
    """Points and places, block by block."""
    blocks = [numpy_points(t, p, state[start : start + BLOCK]) for start in range(0, len(state), BLOCK)]
    points = np.concatenate(blocks)
    return points, numpy_places(points)


def disagreements_with_the_model(t: Tables, p: Points, state: Numbers, points: Numbers) -> int:
    """How many of the first assessments have other points in the model itself."""
    wrong = 0
    for one, found in zip(state[:CHECKED].astype(np.int64), points, strict=False):
        total = question_points(Situation(t, {}, one, visibility(t, one)), p).sum(axis=0) + t.base
        wrong += not np.array_equal(total, found)
    return wrong


def compare(t: Tables, p: Points, state: Numbers, memory: str) -> None:
    """Run both sides and print what they took and where they differ."""
    with open_portfolio(memory) as portfolio:
        start = perf_counter()
        for first in range(0, len(state), BLOCK):
            block = state[first : first + BLOCK]
            load_answers(portfolio, long_rows(block, first), np.arange(first, first + len(block)))
        loaded = perf_counter()
        rank_assessments(portfolio, t, p)
        ranked = perf_counter()
        points, places = numpy_ranking(t, p, state)
        done = perf_counter()
        sql_s, numpy_s = ranked - loaded, done - ranked
        verdict = "held" if sql_s < TARGET_S else "MISSED"
        print(f"loading the long table  {loaded - start:6.1f} s")
        print(f"scored and ranked, SQL  {sql_s:6.1f} s   target for a million under {TARGET_S} s: {verdict}")
        print(f"scored and ranked, numpy{numpy_s:6.1f} s   ratio SQL to numpy {sql_s / numpy_s:.1f}")
        rows = portfolio.table("ranking").order("assessment, role").select("points, place").fetchnumpy()
        different = (rows["points"] != points.ravel()) | (rows["place"] != places.ravel())
        print(f"rows compared {points.size:,}, different {int(different.sum()):,}")
        wrong = disagreements_with_the_model(t, p, state, points)
        print(f"numpy against the model: {min(CHECKED, len(state))} assessments, different {wrong}")
        print(f"ties at the top {int((margins(portfolio)['margin'] == 0).sum()):,}\n")
        print(first_places(portfolio).to_string(index=False))


def main() -> None:
    """Read the arguments, make the assessments up, and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1_000_000, help="how many assessments (1000000)")
    parser.add_argument("--open", type=float, default=0.25, help="share of open answers (0.25)")
    parser.add_argument("--seed", type=int, default=1, help="of the made-up answers (1)")
    parser.add_argument("--memory", default="2GB", help="limit given to the SQL engine (2GB)")
    arguments = parser.parse_args()
    model = FitModel.of(load())
    rng = np.random.default_rng(arguments.seed)
    state = made_up_states(model.tables, rng, arguments.count, arguments.open)
    print(f"{arguments.count:,} assessments, {state.shape[1]} questions, {(state == OPEN).mean():.0%} open")
    compare(model.tables, model.default_points, state, arguments.memory)


if __name__ == "__main__":
    main()
