"""The pictures of risk hold the numbers of the result, the owner's lines, and a text for those who cannot see them."""

import math

import numpy as np
import pytest

from fcio.model.loss.annual import annual_loss
from fcio.model.loss.attribution import Slope, gradient
from fcio.model.loss.band import band
from fcio.model.risk.waiting import rate_range
from fcio.report.charts import palette
from fcio.report.numbers import money
from fcio.report.risk_chart import exceedance_chart, exceedance_text, slope_name, tornado_chart, tornado_text
from tests.report.risk_results import BOTH, ENDLESS, KNOWLEDGE, NOTHING, RARE, of

ROLE = "vcio"
WITH = f"With {KNOWLEDGE.role(ROLE).short}"


@pytest.fixture(scope="module")
def result():
    return of({"tolerance": BOTH})


def lines(figure):
    """Where vertical and horizontal lines stand, in the order in which they were drawn."""
    shapes = figure.layout.shapes
    upright = [shape.x0 for shape in shapes if shape.x0 == shape.x1]
    across = [shape.y0 for shape in shapes if shape.y0 == shape.y1]
    return upright, across


# ---- chances of a year's loss


@pytest.mark.parametrize("theme", ["light", "dark", None])
def test_before_and_after_are_the_curves_of_the_result(result, theme):
    figure = exceedance_chart(KNOWLEDGE, result, result.roles[ROLE], theme)
    assert [trace.name for trace in figure.data] == ["Today", WITH]
    for trace, outlook in zip(figure.data, (result.now, result.roles[ROLE]), strict=True):
        losses, chances = outlook.loss.curve()
        assert np.array_equal(trace.x, losses)
        assert np.array_equal(trace.y, chances)
    assert [trace.line.dash for trace in figure.data] == ["solid", "dash"]
    assert [trace.line.color for trace in figure.data] == [palette(theme).others, palette(theme).leader]


def test_without_a_role_there_is_today_alone(result):
    assert [trace.name for trace in exceedance_chart(KNOWLEDGE, result, None, "light").data] == ["Today"]


def test_what_hurts_and_what_ends_are_lines_with_their_names_and_the_bad_year_lies_across(result):
    figure = exceedance_chart(KNOWLEDGE, result, None, "light")
    upright, across = lines(figure)
    assert upright == [BOTH["hurts"], BOTH["ends"]]
    assert across == pytest.approx([0.05])
    notes = [(note.text, note.x) for note in figure.layout.annotations]
    assert notes == [
        ("$40,000<br>would hurt", pytest.approx(math.log10(BOTH["hurts"]))),
        ("$900,000<br>would end the firm", pytest.approx(math.log10(BOTH["ends"]))),
    ]


@pytest.mark.parametrize(
    ("tolerance", "upright"), [({}, []), ({"hurts": 0.0}, []), ({"hurts": 5000.0}, [5000.0]), ({"ends": 1e9}, [1e9])]
)
def test_half_a_tolerance_is_one_line(tolerance, upright):
    figure = exceedance_chart(KNOWLEDGE, of({"tolerance": tolerance}), None, "light")
    assert lines(figure)[0] == upright
    assert len(figure.layout.annotations) == len(upright)


@pytest.mark.parametrize("risk", [{}, {"tolerance": BOTH}, {"tolerance": {"ends": 1e9}}, ENDLESS, RARE, NOTHING])
def test_axes_rise_and_show_the_lines_and_the_ticks(risk):
    found = of(risk)
    figure = exceedance_chart(KNOWLEDGE, found, found.roles[ROLE], "light")
    low, high = figure.layout.xaxis.range
    assert low < high
    assert all(low <= math.log10(amount) <= high for amount in lines(figure)[0])
    assert len(figure.layout.xaxis.tickvals) >= 1
    assert all(low <= math.log10(tick) <= high for tick in figure.layout.xaxis.tickvals)
    least, most = figure.layout.yaxis.range
    assert all(least <= math.log10(mark) <= most for mark in figure.layout.yaxis.tickvals)
    assert "1 in 20" in figure.layout.yaxis.ticktext


def test_a_band_lies_below_the_curves_and_holds_today(result):
    ranges = {row.id: rate_range(row) for row in result.inputs.events if row.can_happen}
    found = band(result.now.model, result.grid, ranges, np.random.default_rng(7), 20, result.bad_year)
    figure = exceedance_chart(KNOWLEDGE, result, None, "light", found)
    low, high, today = figure.data
    assert today.name == "Today"
    assert (low.fill, high.fill) == (None, "tonexty")
    assert not (low.showlegend or high.showlegend)
    assert np.all(np.asarray(low.y) <= np.asarray(high.y))


def test_the_picture_in_words_says_both_bad_years(result):
    said = exceedance_text(KNOWLEDGE, result, result.roles[ROLE])
    before, after = (money(one.loss.var(0.95)) for one in (result.now, result.roles[ROLE]))
    assert said == (
        f"Chance of a year's loss beyond any amount. Today: One year in twenty costs more than {before}. "
        f"{WITH}: One year in twenty costs more than {after}."
    )
    assert "With" not in exceedance_text(KNOWLEDGE, result, None)


# ---- what moves the worst years


@pytest.fixture(scope="module")
def slopes(result):
    model = result.now.model
    return gradient(model, annual_loss(model, result.grid), result.bad_year)


def test_the_numbers_that_move_most_stand_on_top(slopes):
    (bars,) = tornado_chart(KNOWLEDGE, slopes, "light", most=5).data
    ordered = sorted(slopes, key=lambda slope: slope.tvar)[-5:]
    assert [name.replace("<br>", " ") for name in bars.y] == [slope_name(KNOWLEDGE, slope) for slope in ordered]
    assert list(bars.x) == pytest.approx([slope.tvar / 10 for slope in ordered])
    assert list(bars.text) == [money(slope.tvar / 10) for slope in ordered]


def test_how_often_and_how_dear_have_colours_of_their_own(slopes):
    (bars,) = tornado_chart(KNOWLEDGE, slopes, "dark").data
    colours = dict(zip(bars.y, bars.marker.color, strict=True))
    assert {colour for name, colour in colours.items() if name.endswith("how often")} == {palette("dark").leader}
    assert {colour for name, colour in colours.items() if name.endswith("how dear")} == {palette("dark").others}


def test_every_bar_lies_within_the_picture(slopes):
    figure = tornado_chart(KNOWLEDGE, slopes, "light")
    start, end = figure.layout.xaxis.range
    assert start == 0
    assert max(figure.data[0].x) < end


def test_the_tornado_in_words_has_the_same_order():
    slopes = (Slope("outage", "severity", 0, 0, 2000.0), Slope("ransomware", "frequency", 0, 0, 50_000.0))
    assert tornado_text(KNOWLEDGE, slopes) == (
        "What a tenth more adds to the mean of the worst years: Ransomware, how often $5,000; Outage, how dear $200."
    )


def test_where_nothing_can_happen_nothing_moves_anything():
    assert tornado_text(KNOWLEDGE, ()) == "Nothing can happen, so no number moves the worst years."
    assert list(tornado_chart(KNOWLEDGE, (), "light").data[0].x) == []
