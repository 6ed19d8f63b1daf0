"""The whole-number mean of an area, and the level of one indicator."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.areas import Prefill
from fcio.model.area_levels import area_span, told, weighted_mean
from fcio.model.area_result import ANSWERED, AT_LEAST, DOES_NOT_APPLY, OPEN, IndicatorResult
from fcio.model.situation import situation
from fcio.model.tables import tables
from tests.strategies import an_area, an_indicator, area_knowledge, one_of


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(100, 500)), min_size=1))
def test_the_mean_is_rounded_half_up(rows):
    exact = Fraction(sum(w * v for w, v in rows), sum(w for w, _ in rows))
    assert weighted_mean(rows) == floor(exact + Fraction(1, 2))


def test_a_mean_of_nothing_is_an_error():
    with pytest.raises(ZeroDivisionError):
        weighted_mean([])


def test_the_span_counts_weight_known_and_weight_applying():
    area = an_area("a", an_indicator("x", weight=2), an_indicator("y"), an_indicator("z", weight=3))
    rows = (
        IndicatorResult("x", 3, ANSWERED),
        IndicatorResult("y", None, OPEN),
        IndicatorResult("z", None, DOES_NOT_APPLY),
    )
    span = area_span(area, rows)
    assert span is not None and (span.low, span.high, span.known, span.weight) == (233, 367, 2, 3)
    assert area_span(area, tuple(IndicatorResult(i.id, None, DOES_NOT_APPLY) for i in area.indicators)) is None


def test_a_level_told_as_at_least_counts_as_it_and_as_the_highest_and_is_not_known():
    area = an_area("a", an_indicator("x"), an_indicator("y"))
    span = area_span(area, (IndicatorResult("x", 3, AT_LEAST), IndicatorResult("y", 2, ANSWERED)))
    assert span is not None and (span.low, span.high, span.known, span.weight) == (250, 350, 1, 2)


def test_the_first_entry_that_holds_tells_the_level():
    entries = tuple(Prefill(level=n, when=({"size": one_of(size)},)) for n, size in ((2, "small"), (4, "large")))
    indicator = an_indicator("x", prefill=entries)
    t = tables(area_knowledge(an_area("a", indicator)))
    found = [told(situation(t, answers), indicator) for answers in ({"size": "large"}, {"size": "small"}, {})]
    assert found == [entries[1], entries[0], None]
