"""The real area files: words, weights, framework ids, and conditions that can come about."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from fcio.knowledge.consistency_areas import area_conditions, area_faults
from fcio.knowledge.load import load
from fcio.model.situation import holds, situation

FRAMEWORKS = Path(__file__).parent / "frameworks"
COUNTS = {
    "csf_2_0": "5 7 4 2 3 10 7 10 4 6 2 4 6 4 5 6 5 4 2 2 6 2",
    "cis_8_1": "5 7 14 12 6 8 7 12 7 7 5 8 11 9 7 14 9 5",
    "cobit_2019": "5 14 11 6 4",
    "itil_4": "14 17 3",
    "iso_27001_2022": "37 8 14 34 4 3 6 8 3 8 2",
}
FILES = {"csf": "csf_2_0", "cis": "cis_8_1", "cobit": "cobit_2019", "itil": "itil_4", "iso": "iso_27001_2022"}
KNOWLEDGE = load()
CONDITIONS = list(area_conditions(KNOWLEDGE))


def listed(name):
    """A list of framework ids by group."""
    return yaml.safe_load((FRAMEWORKS / f"{name}.yaml").read_text(encoding="utf-8"))


def indicators(knowledge):
    return [indicator for area in knowledge.areas for indicator in area.indicators]


@pytest.mark.parametrize("name", COUNTS)
def test_the_lists_of_framework_ids_are_whole(name):
    groups = listed(name)
    assert [len(ids) for ids in groups.values()] == [int(count) for count in COUNTS[name].split()]
    ids = [found for group in groups.values() for found in group]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("kind", FILES)
def test_every_framework_id_exists(real_knowledge, kind):
    groups = listed(FILES[kind])
    known = {found for ids in groups.values() for found in ids} | (set(groups) if kind == "cis" else set())
    used = [found for indicator in indicators(real_knowledge) for found in getattr(indicator.frameworks, kind)]
    assert used
    assert set(used) <= known


def test_a_note_of_every_indicator_with_a_framework_as_its_source_names_an_id_of_it(real_knowledge):
    for indicator in indicators(real_knowledge):
        kinds = {"nist_csf_2_0": "csf", "cis_controls_8_1": "cis", "cobit_2019": "cobit"}
        kinds |= {"itil_4": "itil", "iso_27001_2022": "iso"}
        if indicator.source in kinds:
            assert getattr(indicator.frameworks, kinds[indicator.source]), indicator.id


def test_the_quick_indicators_weigh_three_and_the_others_one(real_knowledge):
    assert len(indicators(real_knowledge)) == 63
    for indicator in indicators(real_knowledge):
        assert indicator.weight == (3 if indicator.quick else 1), indicator.id


def test_the_quick_pass_settles_more_than_half_of_every_area(real_knowledge):
    for area in real_knowledge.areas:
        quick = sum(indicator.weight for indicator in area.indicators if indicator.quick)
        assert 2 * quick > sum(indicator.weight for indicator in area.indicators), area.id


def test_every_level_is_a_sentence_an_owner_can_read_at_a_glance(real_knowledge):
    for indicator in indicators(real_knowledge):
        assert indicator.text.endswith("?"), indicator.id
        assert indicator.why and indicator.why.endswith("."), indicator.id
        assert len(indicator.label.split()) <= 4, indicator.id
        for level in indicator.levels:
            assert level.endswith("."), level
            assert 4 <= len(level.split()) <= 16, level


def test_no_label_stands_for_two_things(real_knowledge):
    for texts in (
        [area.short for area in real_knowledge.areas],
        [indicator.label for indicator in indicators(real_knowledge)],
        [level for indicator in indicators(real_knowledge) for level in indicator.levels],
        [rule.because for rule in real_knowledge.area_rules],
    ):
        assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_a_short_name_fits_a_telephone(real_knowledge):
    assert all(len(area.short) <= 14 and len(area.short.split()) <= 2 for area in real_knowledge.areas)


def test_a_reason_goes_on_after_because(real_knowledge):
    for rule in real_knowledge.area_rules:
        assert rule.because[0].islower(), rule.id
        assert not rule.because.endswith("."), rule.id


def test_targets_stay_between_two_and_four_whatever_is_answered(real_knowledge):
    target = real_knowledge.settings.areas.target
    for area in real_knowledge.areas:
        steps = [rule.target for rule in real_knowledge.area_rules if not rule.areas or area.id in rule.areas]
        assert target + sum(step for step in steps if step > 0) <= 4, area.id
        assert target + sum(step for step in steps if step < 0) >= 2, area.id


def answered(real_knowledge, alternative):
    """Answers for which all tests of an alternative hold."""
    answers = {}
    for question_id, test in alternative.items():
        question = real_knowledge.question(question_id)
        if question.kind == "number":
            answers[question_id] = test.at_least if test.at_least is not None else question.minimum
        else:
            answers[question_id] = [test.any_of[0]] if question.kind == "many" else test.any_of[0]
        for parent, shown in question.shown_when.items():
            answers.setdefault(parent, shown.any_of[0])
    return answers


@pytest.mark.parametrize(
    ("file", "entry", "condition"), CONDITIONS, ids=[f"{e} {n}" for n, (_, e, _) in enumerate(CONDITIONS)]
)
def test_every_condition_can_hold_and_is_open_before_anything_is_answered(
    real_knowledge, real_model, file, entry, condition
):
    assert holds(situation(real_model.tables, {}), condition) is not True
    for alternative in condition:
        answers = answered(real_knowledge, alternative)
        assert holds(situation(real_model.tables, answers), condition) is True


def told(real_knowledge, tables, answers):
    """Every level that answers tell, by indicator."""
    seen = situation(tables, answers)
    return {
        indicator.id: {prefill.level for prefill in indicator.prefill if holds(seen, prefill.when)}
        for indicator in indicators(real_knowledge)
    }


def test_one_answer_never_tells_two_levels_of_an_indicator(real_knowledge, real_model):
    for question in real_knowledge.questions:
        for option in question.options if question.kind == "one" else ():
            levels = told(real_knowledge, real_model.tables, {question.id: option.id})
            assert all(len(found) <= 1 for found in levels.values()), (question.id, option.id)


def test_the_intake_tells_a_level_of_twelve_to_twenty_indicators(real_knowledge):
    assert 12 <= sum(bool(indicator.prefill) for indicator in indicators(real_knowledge)) <= 20


def test_an_answer_tells_the_level_that_it_states(real_knowledge, real_model):
    answers = {
        "written_plan": "in_heads",
        "spend_known": "multi_year",
        "backup_restored": "longer_ago",
        "mfa": "everywhere",
    }
    levels = told(real_knowledge, real_model.tables, answers)
    assert levels["strategy_plan"] == {2}
    assert levels["budget_visible"] == {2}
    assert levels["budget_forecast"] == {3}
    assert levels["continuity_rehearsal"] == levels["continuity_backups"] == {2}
    assert levels["security_protections"] == set()


ABSOLUTE = re.compile(
    r"^(No|Nothing|Nobody) (?!cost)|\b(never|always|cannot|no longer|saves?|guarantee\w*)\b", re.IGNORECASE
)


@pytest.mark.parametrize("one", KNOWLEDGE.initiatives, ids=lambda one: one.id)
def test_an_initiative_says_what_is_likely_and_promises_nothing(one):
    found = [text for text in (one.text, one.risk, one.budget) if ABSOLUTE.search(text)]
    assert found == []


@pytest.mark.parametrize("area", ["security", "continuity", "data"])
def test_every_indicator_of_what_firms_must_often_do_well_has_a_step_to_level_4(real_knowledge, area):
    lifted = {i for one in real_knowledge.initiatives if one.to_level == 4 for i in one.indicators}
    assert {indicator.id for indicator in real_knowledge.area(area).indicators} <= lifted


def test_the_forecast_waits_for_what_it_carries_forward(real_knowledge):
    forecast = next(one for one in real_knowledge.initiatives if one.id == "three_year_forecast")
    assert {"spending_list", "device_list", "renewal_calendar"} <= set(forecast.needs)


def test_knowledge_without_areas_has_no_fault_of_theirs(real_knowledge):
    bare = {"areas": (), "area_rules": (), "contradictions": (), "initiatives": (), "fact_finding": None}
    assert list(area_faults(real_knowledge.model_copy(update=bare))) == []
