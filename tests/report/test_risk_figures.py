"""Every number that risk follows from is told, with its source or as judgement."""

from datetime import date

import pytest

from fcio.model.parameters import Figures
from fcio.report.risk_figures import (
    FROM,
    effect_table,
    factor_table,
    figure_table,
    level_table,
    reach_table,
    risk_figures,
)

TODAY = date(2026, 11, 22)


@pytest.fixture
def figures(real_knowledge):
    return Figures(real_knowledge, TODAY, {})


def test_every_figure_of_a_scenario_has_a_row_of_its_own(real_knowledge, figures):
    table = figure_table(real_knowledge, figures)
    assert len(table) == len(risk_figures(real_knowledge)) == len(set(table.index))
    for scenario in real_knowledge.scenarios:
        for term in (*scenario.frequency.terms, *scenario.severity.mean, *scenario.severity.cap):
            for figure in term.figures:
                assert [row for row in table.index if row.startswith(real_knowledge.parameters[figure].label)]


def test_a_row_has_value_range_grade_reason_and_date(real_knowledge, figures):
    table = figure_table(real_knowledge, figures)
    row = next(one for one in table.index if one.startswith("Ransomware that costs money"))
    assert row == "Ransomware that costs money, events a year: 0.00655 a year (0.00226 to 0.0208). Grade C."
    assert "Cyber Security Breaches Survey" in table.loc[row, FROM]
    assert table.loc[row, FROM].endswith("As of 2026-11-22.")


@pytest.mark.parametrize("table", [factor_table, effect_table, reach_table, level_table])
def test_nothing_stands_without_a_reason(real_knowledge, table):
    rows = table(real_knowledge)
    assert len(rows)
    assert rows[FROM].str.len().min() > 10


def test_the_reach_of_every_role_names_every_area_it_lifts(real_knowledge):
    rows = reach_table(real_knowledge)
    for one in real_knowledge.reach:
        row = next(row for row in rows.index if row.startswith(f"{real_knowledge.role(one.role).short}: "))
        area = real_knowledge.area(one.area).short
        assert f"{area} by {one.levels:g} up to {one.up_to:g} in {one.months:g} months" in row


def test_a_size_band_and_an_answer_are_told_in_words(real_knowledge):
    rows = " ".join(factor_table(real_knowledge).index)
    assert "from $2,000,000 a year 1; from $25,000,000 a year 2.4" in rows
    assert "Health and care 1.12" in rows
