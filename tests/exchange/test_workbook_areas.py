"""The twelve areas in the workbook: what the app says at export, and what it would say after a change."""

import random
import zipfile
from io import BytesIO

import pytest

from fcio.model.area_levels import HUNDREDTHS, weighted_mean
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from tests.exchange.calc import Sheet, put_answers
from tests.exchange.conftest import TODAY, a_case, export, some_answers
from tests.exchange.test_workbook import assert_live, disagreements

LEVELS = (1, 2, 3, 4, 5, "dont_know", "does_not_apply", None)
WORDS = {"dont_know": "Don\u2019t know", "does_not_apply": "Doesn\u2019t apply", None: ""}


def some_levels(knowledge, rng):
    drawn = {i.id: rng.choice(LEVELS) for area in knowledge.areas for i in area.indicators}
    return {indicator: level for indicator, level in drawn.items() if level is not None}


def put_levels(sheet, knowledge, levels):
    """Choose the level of every indicator, or leave it empty."""
    for area in knowledge.areas:
        for indicator in area.indicators:
            level = levels.get(indicator.id)
            sheet.put(f"Level_{indicator.id}", WORDS.get(level, level))


def shown(value):
    """A number, or the emptiness of a cell that holds none."""
    return "\u2013" if value is None else value


def assert_areas(sheet, knowledge, answers, levels):
    """Every number of the recalculated sheet Areas is the model's, to the last hundredth."""
    result = area_results(knowledge, Assessment({"name": "x"}, TODAY, answers=answers, areas=levels))
    place = {row.area: i + 1 for i, row in enumerate(result.by_priority)}
    for row in result.areas:
        for name, value in (
            ("Level_of", row.level),
            ("Lowest", row.low),
            ("Highest", row.high),
            ("Gap", row.gap),
            ("Gap_certain", row.gap_certain),
            ("Priority", row.priority),
            ("Priority_certain", row.priority_certain),
        ):
            assert sheet.named(f"{name}_{row.area}") == shown(value), (name, row.area)
    assert sheet.row("Area_places") == [shown(place.get(row.area)) for row in result.areas]
    assert sheet.row("Area_coverage") == pytest.approx([row.coverage for row in result.areas])
    assert sheet.named("Overall_level") == shown(result.overall.level)
    assert sheet.named("Overall_highest") == shown(result.overall.high)
    assert sheet.named("Overall_coverage") == pytest.approx(result.overall.coverage)
    assert sheet.named("Not_applying") == sum(level == "does_not_apply" for level in levels.values())
    assert sheet.named("All_checks") == "All checks pass"


def opened(model, client, tmp_path):
    return Sheet.open(export(model, client), tmp_path / "book.xlsx")


def test_levels_at_export_stand_with_what_they_give(real_model, tmp_path):
    knowledge, rng = real_model.tables.knowledge, random.Random(7)
    levels = some_levels(knowledge, rng)
    client = a_case(knowledge, some_answers(knowledge, rng), areas=levels)
    sheet = opened(real_model, client, tmp_path)
    assert disagreements(sheet) == []
    assert sheet.named("Area_changes") == 0
    assert_areas(sheet, knowledge, client.answers, levels)


def test_levels_typed_in_give_what_the_app_gives(real_model, tmp_path):
    knowledge, rng = real_model.tables.knowledge, random.Random(20261125)
    client = a_case(knowledge, some_answers(knowledge, rng))
    sheet = opened(real_model, client, tmp_path)
    everything = {i.id: level for area in knowledge.areas for i in area.indicators for level in ("does_not_apply",)}
    for levels in [*(some_levels(knowledge, rng) for _ in range(8)), everything, {}]:
        put_levels(sheet, knowledge, levels)
        sheet.calculate()
        assert_areas(sheet, knowledge, client.answers, levels)
    assert sheet.named("Area_changes") == 0


def test_a_level_told_as_at_least_widens_the_band_until_one_is_chosen(real_model, tmp_path):
    knowledge = real_model.tables.knowledge
    answers = {"written_plan": "funded", "backup_restored": "longer_ago", "mfa": "some"}
    sheet = opened(real_model, a_case(knowledge, answers), tmp_path)
    assert disagreements(sheet) == []
    assert_areas(sheet, knowledge, answers, {})
    for levels in ({"strategy_plan": 3}, {"strategy_plan": "dont_know", "continuity_backups": "does_not_apply"}):
        put_levels(sheet, knowledge, levels)
        sheet.calculate()
        assert_areas(sheet, knowledge, answers, levels)


def test_a_target_or_an_importance_moves_gap_priority_and_the_whole(real_model, tmp_path):
    knowledge, rng = real_model.tables.knowledge, random.Random(3)
    levels = some_levels(knowledge, rng)
    client = a_case(knowledge, areas=levels)
    sheet, before = opened(real_model, client, tmp_path), area_results(knowledge, client)
    targets = {row.area: rng.randint(1, 5) for row in before.areas}
    importance = {row.area: rng.randint(1, 4) for row in before.areas}
    for area in targets:
        sheet.put(f"Target_{area}", targets[area])
        sheet.put(f"Importance_{area}", importance[area])
    sheet.calculate()
    for row in before.areas:
        if not row.applies:
            continue
        gap = max(0, HUNDREDTHS * targets[row.area] - round(HUNDREDTHS * row.low)) / HUNDREDTHS
        assert sheet.named(f"Gap_{row.area}") == gap
        assert sheet.named(f"Priority_{row.area}") == pytest.approx(importance[row.area] * gap)
    applying = [row for row in before.areas if row.applies]
    whole = weighted_mean((importance[row.area], round(HUNDREDTHS * row.low)) for row in applying) / HUNDREDTHS
    assert sheet.named("Overall_lowest") == whole
    assert sheet.named("Area_changes") > 0
    assert sheet.named("All_checks") == "All checks pass"


def test_what_is_short_in_governing_technology_moves_the_role_fit_as_in_the_app(blank, real_model, tmp_path):
    knowledge, rng = real_model.tables.knowledge, random.Random(12)
    sheet = Sheet.open(blank, tmp_path / "blank.xlsx")
    indicators = [i.id for area in knowledge.areas for i in area.indicators]
    told = []
    for levels in [
        *({i: level for i in indicators} for level in (1, 2, 3, 5)),
        *(some_levels(knowledge, rng) for _ in range(4)),
        {indicators[0]: 1},
        {},
    ]:
        put_levels(sheet, knowledge, levels)
        sheet.calculate()
        assert_live(sheet, real_model, {}, areas=levels)
        told.append([sheet.named(f"Told_{question.id}") for question in knowledge.derived])
    assert [1] in told and told[-2:] == [[0], [0]]


def test_a_level_says_what_it_means_and_a_wrong_one_is_found(real_model, tmp_path):
    knowledge = real_model.tables.knowledge
    indicator = knowledge.areas[0].indicators[0]
    sheet = opened(real_model, a_case(knowledge), tmp_path)
    place, address = sheet.names[f"Level_{indicator.id}"]
    meaning = address.replace("$C", "$F")
    for level in (1, 4):
        sheet.put(f"Level_{indicator.id}", level)
        sheet.calculate()
        assert sheet.value(place, meaning) == indicator.levels[level - 1]
    for wrong in (7, "perhaps"):
        sheet.put(f"Level_{indicator.id}", wrong)
        sheet.calculate()
        assert sheet.value(place, meaning) == "\u2013"
        assert sheet.named("All_checks") == "Look at Checks"


@pytest.mark.parametrize("wrong", [0, 6, 2.5, "high", ""])
@pytest.mark.parametrize("name", ["Target_strategy", "Importance_strategy"])
def test_a_target_or_an_importance_that_is_none_is_found(real_model, tmp_path, name, wrong):
    sheet = opened(real_model, a_case(real_model.tables.knowledge), tmp_path)
    sheet.put(name, wrong)
    sheet.calculate()
    row = next(n for n in range(1, 200) if sheet.value("Checks", f"A{n}") == "Targets and importances from their lists")
    assert sheet.value("Checks", f"E{row}") == "CHECK"
    assert sheet.named("All_checks") == "Look at Checks"


def test_an_answer_that_set_a_target_or_a_level_is_counted_when_it_changes(real_model, tmp_path):
    knowledge = real_model.tables.knowledge
    answers = {"headcount": 40, "written_plan": "no_plan", "goal": "Grow."}
    sheet = opened(real_model, a_case(knowledge, answers), tmp_path)
    assert sheet.named("Area_answers_changed") == 0
    for changed, count in (({"headcount": 41}, 0), ({"headcount": 5}, 1), ({"headcount": 5, "written_plan": None}, 2)):
        put_answers(sheet, knowledge, answers | changed)
        sheet.calculate()
        assert sheet.named("Area_answers_changed") == count
        assert sheet.named("All_checks") == "All checks pass"


def test_the_summary_names_the_most_pressing_areas_and_follows(real_model, tmp_path):
    knowledge = real_model.tables.knowledge
    levels = {i.id: 5 for area in knowledge.areas for i in area.indicators}
    sheet = opened(real_model, a_case(knowledge, areas=levels), tmp_path)
    last = knowledge.areas[-1]
    put_levels(sheet, knowledge, levels | {i.id: 1 for i in last.indicators})
    sheet.calculate()
    shown = [key for key in sheet.formulas if key[0] == "Summary" and sheet.value(*key) == last.name]
    assert len(shown) == 1


def test_the_areas_have_a_native_picture_of_level_against_target(real_model):
    with zipfile.ZipFile(BytesIO(export(real_model, a_case(real_model.tables.knowledge)))) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    chart = next(text for text in charts if "Areas" in text)
    assert chart.count("<c:ser>") == 2 and '<c:min val="0"/>' in chart and '<c:max val="5"/>' in chart
