"""Whole points that come to the total."""

from hypothesis import given
from hypothesis import strategies as st

from fcio.model.hiring.weights import whole_points

shares = st.lists(st.floats(0.001, 1e6), min_size=1, max_size=12)


@given(shares, st.integers(10, 1000))
def test_shares_in_whole_points_come_to_the_total(raw, total):
    found = whole_points(raw, total)
    assert sum(found) == total
    assert all(abs(points - value / sum(raw) * total) < 1 + 1e-6 for points, value in zip(found, raw, strict=True))


def test_equal_remainders_go_to_the_first():
    assert whole_points([1, 1, 1, 1], 10) == [3, 3, 2, 2]
