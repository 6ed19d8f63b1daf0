"""Whole steps: each helps more than one page, stays inside its limits, and never sees the page left out."""

import numpy as np
import pytest

from fcio.model.calibration import Problem
from fcio.model.numbers import Number
from fcio.model.whole_fit import whole_left_out, whole_steps

SCALES = (0.5, 1.0)


def number(name, value=2, least=0, most=4):
    return Number(name, "cto", None, None, value, least, most)


def problem(pages):
    """Four cases of the first of two roles; the first number lifts it everywhere, the second in the first case only."""
    slope = np.zeros((4, 2, 2))
    slope[:, 0, 0], slope[0, 0, 1] = 1.0, 50.0
    return Problem(np.zeros((4, 2)), slope, np.zeros(4, dtype=np.int64), np.array(pages))


def test_a_step_that_helps_one_page_only_is_not_taken():
    steps = whole_steps(problem([0, 1, 2, 3]), (number("all"), number("one")), SCALES, 0.1)
    assert [(step.number.criterion, step.by) for step in steps] == [("all", 1)]


@pytest.mark.parametrize(("value", "least", "most", "taken"), [(4, 0, 4, 0), (2, 2, 2, 0), (3, 0, 4, 1)])
def test_a_number_stays_inside_its_limits(value, least, most, taken):
    steps = whole_steps(problem([0, 1, 2, 3]), (number("all", value, least, most), number("one")), SCALES, 0.1)
    assert len(steps) == taken


def test_nothing_is_taken_that_gains_too_little():
    assert whole_steps(problem([0, 1, 2, 3]), (number("all"), number("one")), SCALES, 100) == ()


def test_what_is_left_out_is_never_seen():
    p = problem([0, 0, 1, 2])
    other = Problem(p.points, p.slope, np.array([1, 1, 0, 0]), p.page)
    numbers = (number("all"), number("one"))
    mine, changed = (whole_left_out(q, numbers, SCALES, 0.1).chance[:2] for q in (p, other))
    assert np.array_equal(mine, changed)
