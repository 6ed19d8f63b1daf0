"""Dated figures, and the client's own in their place."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.figures import Parameter, Spread
from fcio.model.answers import Refused
from fcio.model.parameters import OWN_FIGURE, Figures, in_force
from tests.strategies import JUDGED, ROLES, TODAY, a_knowledge, a_question, an_option


def a_parameter(values, parameter_id="rate", unit="usd_per_hour"):
    """A parameter from {date: typical}; low and high are half and double."""
    spreads = {day: Spread(low=v / 2, typical=v, high=v * 2, grade="B", **JUDGED) for day, v in values.items()}
    return Parameter(id=parameter_id, label="Rate", unit=unit, values=spreads)


RATE = a_parameter({date(2026, 1, 1): 200.0, date(2024, 1, 1): 100.0, date(2025, 6, 30): 150.0})


def figures(overrides, as_of=TODAY, parameter=RATE):
    question = a_question("q", [an_option("a"), an_option("b")])
    return Figures(a_knowledge([question], {r: {"alpha": 1} for r in ROLES}, parameters=[parameter]), as_of, overrides)


@pytest.mark.parametrize(
    ("as_of", "typical", "dated"),
    [
        (date(2023, 5, 5), 100, date(2024, 1, 1)),  # before the first: the earliest there is
        (date(2024, 1, 1), 100, date(2024, 1, 1)),
        (date(2025, 6, 29), 100, date(2024, 1, 1)),
        (date(2025, 6, 30), 150, date(2025, 6, 30)),
        (date(2025, 12, 31), 150, date(2025, 6, 30)),
        (date(2026, 1, 1), 200, date(2026, 1, 1)),
        (date(2099, 1, 1), 200, date(2026, 1, 1)),
    ],
)
def test_the_value_in_force_is_the_latest_that_is_not_later(as_of, typical, dated):
    figure = in_force(RATE, as_of)
    assert (figure.typical, figure.dated, figure.source, figure.grade) == (typical, dated, "judgement", "B")
    assert figures({}, as_of)["rate"] == figure


@given(st.lists(st.dates(), min_size=1, max_size=5, unique=True), st.dates())
def test_an_old_result_can_be_worked_out_again(days, as_of):
    parameter = a_parameter({day: float(n + 1) for n, day in enumerate(days)})
    past = sorted(day for day in days if day <= as_of)
    assert in_force(parameter, as_of).dated == (past[-1] if past else min(days))


def test_one_own_number_stands_for_low_typical_and_high():
    figure = figures({"rate": 120})["rate"]
    assert (figure.low, figure.typical, figure.high, figure.source) == (120, 120, 120, OWN_FIGURE)
    assert (figure.label, figure.unit, figure.dated, figure.grade) == ("Rate", "usd_per_hour", None, None)


def test_own_low_typical_and_high_are_taken_as_they_are():
    figure = figures({"rate": {"low": 0, "typical": 90.5, "high": 90.5}})["rate"]
    assert (figure.low, figure.typical, figure.high) == (0, 90.5, 90.5)


@pytest.mark.parametrize(
    "value",
    [
        -1,
        "120",
        True,
        None,
        math.nan,
        math.inf,
        [1, 2, 3],
        {"low": 1, "high": 2},
        {"low": 2, "typical": 1, "high": 3},
        {"low": 1, "typical": 2, "high": 3, "mode": 2},
        {"low": "1", "typical": 2, "high": 3},
        pytest.param(10**400, id="too large for a float"),
    ],
)
def test_any_other_own_figure_is_refused_by_name(value):
    with pytest.raises(Refused) as refusal:
        figures({"rate": value})
    assert refusal.value.field == "overrides.rate"
    assert "low, typical and high in rising order" in refusal.value.cure


@pytest.mark.parametrize(
    ("unit", "ends", "beyond"),
    [
        ("share", (0, 1), (1.01, 5)),
        ("levels", (1, 5), (0, 0.9, 5.1)),
        ("log_sd", (0.1, 4), (0, 50)),
        ("multiplier", (0.01, 100), (0, 1000)),
    ],
)
def test_an_own_figure_stays_within_what_its_unit_can_be(unit, ends, beyond):
    parameter = a_parameter({TODAY: 1.0}, unit=unit)
    least, most = ends
    assert figures({"rate": {"low": least, "typical": most, "high": most}}, parameter=parameter)["rate"].low == least
    for value in beyond:
        with pytest.raises(Refused, match=f"give numbers from {least:g} to {most:g}, got {value}") as refusal:
            figures({"rate": value}, parameter=parameter)
        assert refusal.value.field == "overrides.rate"
    with pytest.raises(Refused, match="give numbers from"):
        figures({"rate": {"low": least, "typical": least, "high": beyond[-1]}}, parameter=parameter)


def test_an_unknown_figure_is_refused_with_the_nearest_by_name():
    with pytest.raises(Refused, match="the nearest are rate") as refusal:
        figures({"rat": 1})
    assert refusal.value.field == "overrides.rat"
