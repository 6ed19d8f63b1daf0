"""The kit: minutes that add up, questions from weak areas and answers, and what differs between clients."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.exchange.case_file import assessment, read_case
from fcio.knowledge.load import load
from fcio.model.areas import area_results
from fcio.model.fit import FitModel, role_fit
from fcio.model.hiring.because import AREA, OWN
from fcio.model.hiring.kit import hiring_kit
from fcio.model.hiring.letter import letter_parts
from tests.strategies import a_client, answer_sets, real_examples

KNOWLEDGE = load()
MODEL = FitModel.of(KNOWLEDGE)
DEMOS = sorted((Path(__file__).resolve().parents[3] / "data/demo").glob("*.json"))
ROLES = [role.id for role in KNOWLEDGE.roles]


def made(client, role=None):
    fit, areas = role_fit(MODEL, client), area_results(KNOWLEDGE, client, MODEL.tables)
    return hiring_kit(KNOWLEDGE, client, fit, areas, role, MODEL.tables)


def demo(name, role=None):
    path = next(path for path in DEMOS if path.stem == name)
    return made(assessment(read_case(KNOWLEDGE, path.read_bytes()), date(2026, 11, 22)), role)


def ids(rows):
    return [row.id for row in rows]


@real_examples(25)
@given(answer_sets(KNOWLEDGE, 0), st.sampled_from(ROLES))
def test_any_answers_give_a_kit_that_adds_up(answers, role):
    client = a_client(answers)
    kit = made(client, role)
    rules, card = KNOWLEDGE.hiring, KNOWLEDGE.scorecard
    assert sum(weight.points for weight in kit.weights) == card.total_points
    assert all(weight.points >= 0 for weight in kit.weights)
    parts = letter_parts(KNOWLEDGE, client, role_fit(MODEL, client), role, MODEL.tables)
    assert (len(parts.decisions), len(parts.postpone)) == (KNOWLEDGE.letter.decide_now, KNOWLEDGE.letter.wait)
    if role == "not_yet":
        assert kit.nobody
        assert kit.steps
        assert not kit.questions
        return
    assert sum(item.minutes for item in kit.agenda) == rules.agenda.minutes
    assert min(item.minutes for item in kit.agenda if item.id == rules.agenda.flexible) >= rules.agenda.least
    assert rules.questions.least <= len(kit.questions) <= rules.questions.most
    assert len(set(ids(kit.questions))) == len(kit.questions)
    assert {section.id for section in kit.description} >= {"purpose", "decides", "place", "start"}
    assert kit.sample.hours <= rules.work_samples.free_hours
    assert "{" not in kit.sample.line.text


def test_the_role_asked_for_stands_before_that_for_hiring_and_that_before_the_plan():
    both = a_client(hiring={"role": "cto"}, plan={"role": "vcio"})
    assert made(both, "consultant").role == "consultant"
    assert made(both).role == "cto"
    assert made(a_client(plan={"role": "vcio"})).role == "vcio"
    assert made(a_client()).role == role_fit(MODEL, a_client()).leader.role


def test_two_questions_for_each_of_the_weakest_areas():
    levels = {row.id: 5 for area in KNOWLEDGE.areas for row in area.indicators}
    weak = {row.id: 1 for name in ("cloud", "vendors") for row in KNOWLEDGE.area(name).indicators}
    asked = made(a_client(areas={**levels, **weak}), "fractional_cio").questions
    by_area = [one.because.ids[0] for one in asked if one.because.kind == AREA]
    assert sorted(by_area) == ["cloud", "cloud", "vendors", "vendors"]


def test_questions_are_dropped_changed_and_added():
    own = {"text": "Do you like dogs?", "good": "Yes.", "criterion": "trust"}
    edits = {"dropped": ("ask_words",), "changed": {"ask_loyalty": "Who pays you?"}, "own": (own,)}
    plain = made(a_client(), "cto").questions
    asked = made(a_client(hiring={"questions": edits}), "cto").questions
    assert len(asked) == len(plain)
    assert "ask_words" in ids(plain)
    assert "ask_words" not in ids(asked)
    assert next(one for one in asked if one.id == "ask_loyalty").text == "Who pays you?"
    assert (asked[-1].text, asked[-1].because.kind, asked[-1].criterion) == ("Do you like dogs?", OWN, "trust")


def test_the_role_kept_in_the_case_is_hired_for():
    assert made(a_client(hiring={"role": "consultant"})).role == "consultant"
    assert made(a_client(hiring={"role": "consultant"}), "cto").role == "cto"


def test_weights_follow_the_case():
    def points(client, role="fractional_cio"):
        return {weight.criterion: weight.points for weight in made(client, role).weights}

    usual = points(a_client({"industry": "retail_hospitality", "on_site": "not_needed"}))
    assert points(a_client({"industry": "health", "on_site": "not_needed"}))["industry"] > usual["industry"]
    assert points(a_client({"industry": "retail_hospitality", "on_site": "weekly"}))["presence"] > usual["presence"]
    assert points(a_client({"adviser_earns": "undisclosed"}))["independence"] > usual["independence"]
    low = {row.id: 1 for area in KNOWLEDGE.areas for row in area.indicators}
    high = {row.id: 5 for area in KNOWLEDGE.areas for row in area.indicators}
    assert points(a_client(areas=low))["area_coverage"] > points(a_client(areas=high))["area_coverage"]


@pytest.mark.parametrize("path", DEMOS, ids=lambda path: path.stem)
def test_every_demo_client_has_a_kit(path):
    kit = demo(path.stem)
    assert kit.nobody == (kit.role == "not_yet")


def test_kits_of_the_demo_clients_differ_where_they_should():
    software, dental, food = demo("veterinary_software"), demo("dental_group"), demo("food_maker")
    assert "product_talk" in ids(software.agenda)
    assert "product_talk" not in ids(dental.agenda)
    assert "ask_product_running" in ids(software.questions)
    assert "ask_handover" in ids(food.questions)
    assert "ask_handover" not in ids(dental.questions)
    assert "ask_industry" in ids(dental.questions)
    assert "ask_margins" in ids(demo("accountants").questions)
    assert "ask_stay" not in ids(demo("logistics").questions)
    assert "ask_stay" in ids(made(a_client(), "full_time_cio").questions)
    samples = {
        demo(name).sample.line.id for name in ("veterinary_software", "dental_group", "food_maker", "accountants")
    }
    assert len(samples) == 4
    assert demo("joinery").first == ("operations_first",)


@pytest.mark.parametrize(
    ("role", "answers", "wanted"),
    [
        ("fractional_cio", {}, {"decides_open"}),
        ("fractional_cio", {"supplier_patchwork": "patchwork"}, {"decides_open", "decides_suppliers"}),
        ("cto", {}, {"decides_open", "decides_product"}),
        ("cto", {"authority": "within_budget"}, {"decides_budget", "decides_product"}),
        ("vcio", {"authority": "within_budget"}, {"decides_recommends"}),
    ],
)
def test_what_the_role_decides_is_said_or_said_to_be_open(role, answers, wanted):
    part = next(section for section in made(a_client(answers), role).description if section.id == "decides")
    assert set(ids(part.lines)) == wanted


INTERIM = {
    "vacancy": "failing",
    "start_by": "in_days",
    "leadership_work": "full_time_months",
    "cover_needed": "decisions",
    "vacancy_plan": "permanent_hire",
}
LINES_FOR_AN_INTERIM = {"purpose_interim", "after_interim", "where_interim_providers", "where_interim_quick"}
QUESTIONS_FOR_AN_INTERIM = {"ask_interim_free", "ask_interim_handover", "ask_interim_post"}


def lines_of(kit):
    return {*ids(kit.where), *(one.id for section in kit.description for one in section.lines)}


@pytest.mark.parametrize("role", [role.id for role in KNOWLEDGE.roles if not role.is_line])
def test_an_interim_is_looked_for_as_an_interim_whatever_follows(role):
    interim, usual = made(a_client(INTERIM), role), made(a_client(), role)
    assert interim.engagement.mode == "interim"
    assert lines_of(interim) >= LINES_FOR_AN_INTERIM
    assert not lines_of(usual) & LINES_FOR_AN_INTERIM
    assert set(ids(interim.questions)) >= QUESTIONS_FOR_AN_INTERIM
    assert not set(ids(usual.questions)) & QUESTIONS_FOR_AN_INTERIM
    assert not lines_of(interim) & {f"purpose_{role}", "where_search", "where_own_circle"} - {"purpose_cto"}


@pytest.mark.parametrize(
    ("answers", "role", "asked"),
    [
        ({}, "fractional_cio", "ask_mandate"),
        ({"authority": "within_budget"}, "full_time_cio", "ask_mandate"),
        ({"authority": "advise"}, "fractional_cio", "ask_advice_only"),
        ({"authority": "advise"}, "vcio", "ask_advice"),
        ({"authority": "within_budget"}, "vcio", "ask_advice"),
        ({}, "consultant", "ask_advice"),
    ],
)
def test_only_who_may_decide_is_asked_what_they_would_decide_alone(answers, role, asked):
    kit = made(a_client(answers), role)
    assert set(ids(kit.questions)) & {"ask_mandate", "ask_advice_only", "ask_advice"} == {asked}
    assert ("decides_recommends" in lines_of(kit)) == (asked == "ask_advice")
    assert ("decides_budget" in lines_of(kit)) == (asked == "ask_mandate" and bool(answers))


def test_where_an_it_manager_is_missing_the_steps_lead_to_one_and_nobody_is_named():
    lacking = {"gap_nature": "daily_supervision", "decides_now": "technology_executive"}
    kit, usual = made(a_client(lacking), "not_yet"), made(a_client(), "not_yet")
    assert "IT manager" in kit.instead
    assert ids(kit.steps)[0] == "manager_page"
    assert not {"nobody_name", "nobody_coffee"} & set(ids(kit.steps))
    assert usual.instead.startswith("Nobody is hired for now")
    assert ids(usual.steps) == ["nobody_name", "nobody_coffee", "nobody_again"]


def letter_ids(answers, role):
    client = a_client(answers)
    settled = replace(role_fit(MODEL, client), missing_core=())
    parts = letter_parts(KNOWLEDGE, client, settled, role, MODEL.tables)
    return ids(parts.decisions), ids(parts.postpone)


def test_the_letter_decides_what_fits_the_finding():
    decide, wait = letter_ids(INTERIM, "full_time_cio")
    assert decide[:2] == ["interim_cio", "decide_interim"]
    assert not {"decide_role", "decide_talks"} & set(decide)
    assert "wait_successor" in wait
    decide, _ = letter_ids({"decides_now": "technology_executive"}, "not_yet")
    assert decide == ["decide_executive", "decide_executive_hour", "decide_date"]
    assert letter_ids({}, "not_yet")[0] == ["decide_nobody", "decide_list", "decide_date"]


@pytest.mark.parametrize(
    ("takeover", "later"), [("nobody", "wait_which_leader"), ("named_insider", "wait_after_project")]
)
def test_what_may_wait_after_a_project_follows_from_who_takes_over(takeover, later):
    decide, wait = letter_ids({"need_end": "project", "takeover": takeover}, "consultant")
    assert wait[0] == later
    assert ("decide_takeover" in decide) == (takeover == "nobody")


@pytest.mark.parametrize(
    ("step", "waits"), [("core_system", "wait_system"), ("cloud_move", "wait_cloud"), ("overhaul", "wait_overhaul")]
)
def test_each_large_step_waits_in_its_own_words(step, waits):
    assert letter_ids({"upcoming_decision": step}, "fractional_cio")[1][0] == waits


EMPLOYED = {"headcount": 1400, "leadership_work": "full_time_years", "spend_monthly": "executive_salary"}


@pytest.mark.parametrize("role", ["full_time_cio", "cto"])
def test_the_first_talk_with_somebody_to_employ_is_none_with_a_seller_of_advice(role):
    employed, shared = made(a_client({**EMPLOYED, "hands_on": "mostly"}), role), made(a_client({}), "fractional_cio")
    texts = [" ".join(item.text for item in kit.agenda) for kit in (employed, shared)]
    for words in ("whatever else they do", "would like to pay for it", "one or two days of looking around"):
        assert [words in text for text in texts] == [False, True]
    assert "salary" in texts[0]
    assert [item.minutes for item in employed.agenda if item.id.endswith("_employed")] == [3, 5, 4, 6, 4]
    assert "with its hours" not in " ".join(text for section in employed.description for text in said(section))


def said(section):
    return [found.text for found in section.lines]


def test_a_consultant_prepares_the_change_and_is_asked_for_hands_as_an_order_of_its_own():
    answers = {"upcoming_decision": "core_system", "hands_on": "somewhat"}
    kits = {role: made(a_client(answers), role) for role in ("consultant", "fractional_cio")}
    purpose = {role: " ".join(said(kit.description[0])) for role, kit in kits.items()}
    assert ["order of its own" in purpose[role] for role in kits] == [True, False]
    assert ["until people work with it" in purpose[role] for role in kits] == [False, True]
    assert ["named in the contract" in purpose[role] for role in kits] == [False, True]
    hands = [[item.id for item in kit.agenda if item.id.startswith("hands_talk")] for kit in kits.values()]
    assert hands == [["hands_talk_consultant"], ["hands_talk"]]


def test_the_vcio_comes_to_the_meetings_that_the_plan_has():
    (section,) = (one for one in made(a_client({"headcount": 60}), "vcio").description if one.id == "works_with")
    assert {"table_meetings_vcio", "table_quarterly"} <= set(ids(section.lines))


@pytest.mark.parametrize(
    "answers", [{"vacancy": "vacant", "vacancy_plan": "away_for_a_while"}, {"need_end": "until_hire"}]
)
def test_a_bridge_lasts_as_long_in_the_kit_as_in_the_plan(answers):
    bridge, lasting = (made(a_client(one), "fractional_cio").engagement for one in (answers, {}))
    assert bridge.duration_months.typical == 6
    assert lasting.duration_months.typical > 6
