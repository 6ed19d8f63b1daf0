"""How much of a span of months falls into each period: worked by hand, and the parts add up to the whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.money.timeline import Timeline

MONTHS = st.floats(0, 80)
YEARS = st.integers(1, 5)


@given(YEARS, MONTHS, MONTHS)
def test_months_of_all_periods_are_the_span_inside_the_plan(years, start, length):
    line = Timeline.of_years(years)
    inside = max(min(start + length, line.last) - min(start, line.last), 0)
    assert line.months(start, start + length).sum() == pytest.approx(inside, abs=1e-9)


@given(MONTHS, MONTHS, st.floats(0, 30))
def test_the_twelve_months_add_up_to_the_first_year(start, length, climb):
    year, months = Timeline.of_years(1), Timeline.of_first_year()
    assert months.months(start, start + length).sum() == pytest.approx(year.months(start, start + length)[0], abs=1e-9)
    assert months.holds(start).sum() == year.holds(start)[0]
    assert months.repeats(start, 7).sum() == year.repeats(start, 7)[0]
    climbed = [line.climbed(start, start + length, start, climb).sum() for line in (year, months)]
    assert climbed[0] == pytest.approx(climbed[1], abs=1e-9)


@given(st.lists(MONTHS, min_size=1, max_size=6))
def test_draws_are_worked_as_one_by_one(starts):
    line = Timeline.of_years(4)
    together = line.climbed(np.array(starts), np.array(starts) + 20, np.array(starts), 9)
    assert together == pytest.approx(np.array([line.climbed(s, s + 20, s, 9) for s in starts]))
    assert (line.growth(np.array(starts) / 100, 0)[:, 0] == 1).all()


def test_a_climb_over_eight_months_costs_half_of_them():
    """From month 2 to 10 it climbs: 4 months of full effect; months 11 and 12 are whole; so is the next year."""
    assert Timeline.of_years(2).climbed(2, 24, 2, 8).tolist() == [6, 12]


def test_an_effect_that_is_whole_at_once_has_no_climb():
    assert Timeline.of_years(2).climbed(3, 15, 3, 0).tolist() == pytest.approx([9, 3])
