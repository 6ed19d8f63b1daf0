"""The band of curves over uncertain frequencies."""

import numpy as np
import pytest

from fcio.model.loss.annual import annual_loss, grid_for
from fcio.model.loss.band import RateRange, band, rate_draws
from fcio.model.loss.scenario import LossModel
from tests.model.loss.many import EVERYTHING


def test_draws_reach_the_ends_of_the_range_at_five_and_ninety_five_percent():
    rates = rate_draws([RateRange(0.002, 0.007, 0.021)], np.random.default_rng(1), 2000)[:, 0]
    assert np.quantile(rates, [0.05, 0.5, 0.95]) == pytest.approx([0.002, 0.007, 0.021], rel=0.01)


@pytest.mark.parametrize("typical", [0.0, 0.3])
def test_a_range_without_width_stays_where_it_is(typical):
    assert np.all(rate_draws([RateRange(typical, typical, typical)], np.random.default_rng(1), 50) == typical)


def test_the_band_holds_the_curve_and_widens_with_the_ranges():
    model = LossModel(EVERYTHING, 0.5)
    grid = grid_for([model], 2**11)
    year = annual_loss(model, grid)
    widths = []
    for reach in (1.5, 3.0):
        ranges = {s.id: RateRange(s.rate / reach, s.rate, s.rate * reach) for s in EVERYTHING}
        found = band(model, grid, ranges, np.random.default_rng(1), 60, 0.95)
        assert np.all(found.low <= found.middle) and np.all(found.middle <= found.high)
        assert found.mean[0] < year.mean < found.mean[2]
        assert found.var[0] < year.var(0.95) < found.var[2]
        widths.append(found.var[2] - found.var[0])
    assert widths[1] > 1.5 * widths[0]
