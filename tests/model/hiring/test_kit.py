"""The kit: minutes that add up, questions from weak areas and answers, and what differs between clients."""

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
    assert "ask_stay" in ids(demo("logistics").questions)
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
