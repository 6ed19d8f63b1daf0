"""Numbers with their unit."""

import pytest

from fcio.report.unit_words import quantity


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
    ],
)
def test_a_number_is_said_with_its_unit(number, unit, said):
    assert quantity(number, unit) == said


def test_every_unit_in_use_reads_without_underscores(real_knowledge):
    units = {p.unit for p in real_knowledge.parameters.values()} | {f.unit for f in real_knowledge.facts}
    assert not [unit for unit in units if "_" in quantity(2, unit) or "usd" in quantity(2, unit)]
