"""Many assessments at once: random ones, their long table, and what the model says of each, one by one."""

import numpy as np
import pandas as pd

from fcio.model.points import Points
from fcio.model.situation import Situation, question_points, visibility
from fcio.model.tables import Ints, Tables

OPEN = -1


def random_states(t: Tables, count: int, open_share: float, seed: int = 1) -> Ints:
    """Answer states [count, Q], open ones -1; a question that is hidden may keep an answer."""
    rng = np.random.default_rng(seed)
    state = np.stack([rng.integers(0, valid.sum(), count) for valid in t.valid], axis=1)
    state[rng.random(state.shape) < open_share] = OPEN
    return state


def long_answers(state: Ints, keep_open: bool = False) -> pd.DataFrame:
    """The long table of answers; open ones as -1 or left out."""
    number, question = np.nonzero(state >= (OPEN if keep_open else 0))
    return pd.DataFrame({"assessment": number, "question": question, "state": state[number, question]})


def expected_ranking(t: Tables, p: Points, state: Ints) -> pd.DataFrame:
    """Points and place by the model's own functions."""
    rows = []
    for number, one in enumerate(state):
        total = question_points(Situation(t, {}, one, visibility(t, one)), p).sum(axis=0) + t.base
        order = np.argsort(-total, kind="stable")
        rows += [(number, t.roles[r], int(total[r]), place) for place, r in enumerate(order, start=1)]
    return pd.DataFrame(rows, columns=["assessment", "role", "points", "place"])
