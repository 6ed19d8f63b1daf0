"""Slope lines: one per area that applied both times, the moved ones named, names apart from each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.snapshot_comparison import comparison
from fcio.model.snapshots import locked
from fcio.report.slope_chart import APART, slope_chart, slope_chart_text, spread
from tests.report.area_clients import DAY, client, levels


def test_lines_and_names(real_knowledge, real_model):
    before = levels(real_knowledge, 2) | levels(real_knowledge, "does_not_apply", area="cloud")
    after = before | {"strategy_plan": 4, "vendors_register": 1}
    first, second = (locked(real_knowledge, client(areas), DAY, "owner", real_model) for areas in (before, after))
    compared = comparison(real_knowledge, first, second, real_model.tables)
    for theme in ("light", "dark"):
        figure = slope_chart(real_knowledge, compared, ("then", "now"), theme)
        lines = {line.name: list(line.y) for line in figure.data}
        assert lines == {
            real_knowledge.area(row.area).short: [row.before.low, row.after.low]
            for row in compared.areas
            if row.area != "cloud"
        }
        assert {note.text for note in figure.layout.annotations} == {"Strategy", "Suppliers"}
        colours = {line.name: line.line.color for line in figure.data}
        assert len({colours["Strategy"], colours["Suppliers"], colours["Data"]}) == 3
    assert slope_chart_text(real_knowledge, compared).count(" from ") == 2


@given(st.lists(st.floats(1, 5), max_size=12))
def test_names_keep_their_order_and_distance(values):
    places = spread(values, APART)
    assert sum(places) == pytest.approx(sum(values))
    order = sorted(range(len(values)), key=lambda i: (values[i], i))
    ranked = [places[i] for i in order]
    assert all(b - a >= APART - 1e-9 for a, b in pairwise(ranked))
