"""Numbers with their unit."""

import pytest

from fcio.report.unit_words import quantity, spread


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        (85_000, "usd_per_year", "$85,000 a year"),
        (40.07, "usd_per_hour", "$40 an hour"),
        (300, "usd_per_person", "$300 per person"),
        (0.00655, "per_year", "0.00655 a year"),
        (200, "per_person", "200 per person"),
        (0.5, "share_per_year", "50\u00a0% a year"),
        (0.075, "share", "7.5\u00a0%"),
        (10_000, "people", "10,000 people"),
        (1.5, "projects_per_year", "1.5 projects a year"),
        (2.5, "levels", "2.5"),
        (1, "people", "1 person"),
        (1, "suppliers", "1 supplier"),
        (0.5, "usd", "$0.5"),
    ],
)
def test_a_number_is_said_with_its_unit(number, unit, said):
    assert quantity(number, unit) == said


def test_every_unit_in_use_reads_without_underscores(real_knowledge):
    units = {p.unit for p in real_knowledge.parameters.values()} | {f.unit for f in real_knowledge.facts}
    assert not [unit for unit in units if "_" in quantity(2, unit) or "usd" in quantity(2, unit)]


@pytest.mark.parametrize(
    ("ends", "unit", "said"),
    [
        ((0.15, 0.27, 0.53), "share", "27\u00a0% (15\u00a0% to 53\u00a0%)"),
        ((60_000, 85_000, 130_000), "usd_per_year", "$85,000 a year ($60,000 to $130,000)"),
        ((1, 1, 1), "people", "1 person"),
    ],
)
def test_a_range_stands_behind_the_number(ends, unit, said):
    assert spread(*ends, unit) == said
