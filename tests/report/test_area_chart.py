"""The picture of the areas holds the numbers of the result, in its order, and fits whatever applies."""

import pytest

from fcio.report.area_chart import area_chart, area_chart_text
from tests.report.area_clients import levels, result_of

STATES = ("nothing", "short", "all", "without_cloud")


@pytest.fixture(params=STATES)
def result(request, real_knowledge):
    areas = {
        "nothing": {},
        "short": levels(real_knowledge, 2, quick=True),
        "all": levels(real_knowledge, 4),
        "without_cloud": levels(real_knowledge, 2) | levels(real_knowledge, "does_not_apply", area="cloud"),
    }[request.param]
    return result_of(real_knowledge, areas)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bands_targets_and_levels_are_those_of_the_result(real_knowledge, result, theme):
    bands, targets, known = area_chart(real_knowledge, result, theme).data
    rows = result.by_priority[::-1]
    assert list(bands.base) == [row.low for row in rows]
    assert [b + x for b, x in zip(bands.base, bands.x, strict=True)] == pytest.approx(
        [max(row.high, row.low + 0.03) for row in rows]
    )
    assert list(targets.x) == [row.target for row in rows]
    assert [(rows[place].area, x) for place, x in zip(known.y, known.x, strict=True)] == [
        (row.area, row.level) for row in rows if row.level is not None
    ]


def test_every_area_that_applies_is_named_once_most_pressing_on_top(real_knowledge, result):
    figure = area_chart(real_knowledge, result, "light")
    named = [note.text for note in sorted(figure.layout.annotations, key=lambda note: -note.y)]
    assert named == [real_knowledge.area(row.area).name for row in result.by_priority]
    text = area_chart_text(real_knowledge, result)
    assert all(real_knowledge.area(row.area).short in text for row in result.by_priority)


def test_green_is_kept_for_what_presses_most(real_knowledge):
    short = result_of(real_knowledge, levels(real_knowledge, 3) | levels(real_knowledge, 1, area="vendors"))
    colours = area_chart(real_knowledge, short, "light").data[2].marker.color
    assert len(set(colours)) == 2 and list(colours).count(colours[-1]) == 1
    fine = result_of(real_knowledge, levels(real_knowledge, 5))
    assert len(set(area_chart(real_knowledge, fine, "light").data[2].marker.color)) == 1
