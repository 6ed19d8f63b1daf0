"""The report says what is certain, names strengths beside gaps, and claims nothing about what is open."""

import pytest

from fcio.knowledge.areas import Frameworks
from fcio.report import area_words as words
from fcio.report.area_tables import indicator_table
from tests.report.area_clients import levels, result_of


def test_nothing_known_names_no_level(real_knowledge):
    for areas in ({}, levels(real_knowledge, "dont_know")):
        result = result_of(real_knowledge, areas)
        assert not words.looked_at(result)
        assert words.headline(real_knowledge, result).endswith("?")
        assert words.level_badge(real_knowledge, result) == "Overall between 1.0 and 5.0 of 5"
        assert words.in_words(real_knowledge, result.areas[0]) == "Nothing is known yet; it could stand anywhere."
        assert words.done_well(real_knowledge, result, 3) == []
        assert "not looked at yet" in words.areas_line(real_knowledge, result)


def test_the_headline_names_the_two_areas_that_press_most(real_knowledge):
    result = result_of(real_knowledge, levels(real_knowledge, 3) | levels(real_knowledge, 1, area="vendors"))
    assert words.headline(real_knowledge, result) == "Vendor management presses most in a firm like yours"
    result = result_of(
        real_knowledge,
        levels(real_knowledge, 3)
        | levels(real_knowledge, 1, area="vendors")
        | levels(real_knowledge, 1, area="security"),
    )
    first, second = (real_knowledge.area(row.area).name for row in result.by_priority[:2])
    text = words.headline(real_knowledge, result)
    assert text.lower().startswith(f"{first} and {second} press most".lower())


def test_all_good_enough_says_so(real_knowledge):
    result = result_of(real_knowledge, levels(real_knowledge, 5))
    assert words.headline(real_knowledge, result) == "Every area is where a firm like yours needs it"
    assert (
        words.standing(real_knowledge, result)
        == "12 areas are good enough as they are. 100\u00a0% of what matters is known."
    )


def test_what_is_only_possibly_short_is_not_called_short(real_knowledge):
    result = result_of(real_knowledge, levels(real_knowledge, 4, quick=True))
    assert words.pressing(result) == ()
    assert "Nothing is certainly below" in words.headline(real_knowledge, result)


def test_an_area_that_does_not_apply_says_so(real_knowledge):
    areas = levels(real_knowledge, 3) | levels(real_knowledge, "does_not_apply", area="cloud")
    result = result_of(real_knowledge, areas)
    assert words.not_applying(real_knowledge, result).endswith("applies to you: Cloud.")
    assert "leaves every total" in words.in_words(real_knowledge, result.area("cloud"))
    nothing = result_of(real_knowledge, levels(real_knowledge, "does_not_apply"))
    assert words.headline(real_knowledge, nothing) == "None of the twelve areas applies to your firm"
    assert words.level_badge(real_knowledge, nothing) == ""


def test_what_was_answered_with_doesnt_apply_is_counted(real_knowledge):
    areas = levels(real_knowledge, 3) | {"cloud_cost": "does_not_apply", "strategy_plan": "does_not_apply"}
    total = sum(len(area.indicators) for area in real_knowledge.areas)
    assert words.left_aside(real_knowledge, result_of(real_knowledge, areas)) == (
        f"2 of {total} questions were answered with \u201cdoesn\u2019t apply\u201d and count nowhere: "
        "Strategy (1) and Cloud (1)."
    )
    assert words.left_aside(real_knowledge, result_of(real_knowledge, {})) == ""


def test_strengths_show_every_area_before_a_second_of_one(real_knowledge):
    areas = levels(real_knowledge, 5, area="budget") | {"vendors_register": 4, "data_inventory": 4}
    found = words.done_well(real_knowledge, result_of(real_knowledge, areas), 3)
    names = [text.split(":")[0] for text in found]
    assert names == [
        "Budgeting, spending in view",
        "Data governance, important data",
        "Vendor management, list of suppliers",
    ]


def test_what_is_done_well_within_an_area_is_named(real_knowledge):
    row = result_of(real_knowledge, {"strategy_plan": 4, "strategy_voice": 1}).area("strategy")
    indicator = real_knowledge.area("strategy").indicators[0]
    assert words.strong_in(real_knowledge, row) == [f"{indicator.label}: {indicator.levels[3]}"]


def test_a_gap_comes_with_its_first_step(real_knowledge):
    result = result_of(real_knowledge, levels(real_knowledge, 1))
    for row in words.pressing(result):
        step = real_knowledge.area(row.area).first_step
        assert words.gap_sentence(real_knowledge, row).endswith(f"in {step.minutes} minutes: {step.text}")
        assert step.minutes <= 60


def test_a_band_is_explained_by_what_is_open_and_what_the_intake_told(real_knowledge):
    row = result_of(real_knowledge, {"strategy_plan": 3}).area("strategy")
    text = words.band_reason(real_knowledge, row)
    assert f"Between {row.low:.1f} and {row.high:.1f} of 5" in text
    assert "Open: " in text and "A voice for technology" in text and "Written plan" not in text.split("Open: ")[1]
    full = result_of(real_knowledge, levels(real_knowledge, 3)).area("strategy")
    assert words.band_reason(real_knowledge, full) == "3.0 of 5; everything in it is known."


def test_what_the_intake_tells_only_in_part_is_said_so(real_knowledge):
    row = result_of(real_knowledge, {}, answers={"written_plan": "funded"}).area("strategy")
    assert "from your intake: Written plan (level 3 or higher)" in words.band_reason(real_knowledge, row)
    assert words.in_words(real_knowledge, row).startswith("At the least, ")
    (_, table_row) = next(indicator_table(real_knowledge.area("strategy"), row, {}).iterrows())
    assert table_row["Level"].startswith("3: ") and table_row["Level"].endswith("(at least, from your intake)")


def test_need_and_importance_come_with_their_reasons(real_knowledge):
    small = result_of(real_knowledge, {}, answers={"headcount": 5}).area("strategy")
    assert "you are fewer than ten people" in words.need_reason(real_knowledge, small)
    assert "as most small firms do" in words.need_reason(real_knowledge, result_of(real_knowledge, {}).area("strategy"))


def test_framework_items_are_named_with_their_framework():
    assert words.framework_line(Frameworks()) == ""
    line = words.framework_line(Frameworks(csf=("GV.OC-01",), cis=("11.4", "11.5")))
    assert line == "NIST CSF 2.0: GV.OC-01; CIS 8.1: 11.4, 11.5"


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        ({}, "Not marked yet."),
        ({"mark": "seen"}, "Seen."),
        ({"by": "owner", "mark": "said"}, "Answered by the owner; said."),
    ],
)
def test_who_and_how_a_level_is_known(detail, text):
    assert words.known_by(detail) == text
