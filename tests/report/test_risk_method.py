"""The words of the method agree with the numbers they speak of."""

import re
from datetime import date

import pytest

from fcio.model.parameters import Figures
from fcio.report.risk_method import grades, how_it_works, weaknesses


@pytest.fixture
def figures(real_knowledge):
    return lambda overrides=(): Figures(real_knowledge, date(2026, 11, 22), dict(overrides))


def test_limits_and_reference_come_from_the_figures(real_knowledge, figures):
    usual = " ".join(how_it_works(real_knowledge, figures()))
    assert "At level 2.5," in usual and "between 0.3 and 3 for how often" in usual
    changed = " ".join(how_it_works(real_knowledge, figures({"reference_level": 3, "most_frequency": 4}.items())))
    assert "At level 3," in changed and "between 0.3 and 4 for how often" in changed


def test_the_grid_and_the_number_of_scenarios_are_those_at_work(real_knowledge, figures):
    words = " ".join(how_it_works(real_knowledge, figures()))
    assert f"{real_knowledge.risk.grid_points:,} steps" in words
    assert sum(not one.recurring for one in real_knowledge.scenarios) == 9
    assert "each of nine kinds of events" in words


def test_what_is_weak_says_what_nobody_measured(real_knowledge, figures):
    words = " ".join(weaknesses(real_knowledge, figures()))
    assert "No study measures losses by who leads technology" in words
    assert "disagree by a factor of ten" in words


def test_grades_add_up_to_all_figures(real_knowledge, figures):
    said = grades(real_knowledge, figures())
    whole, *parts = map(int, re.findall(r"\d+(?= figures| grade)", said))
    assert whole == sum(parts)
