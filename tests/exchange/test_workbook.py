"""The workbook says what the app says, and goes on saying it when a reader changes something."""

import json
import random
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.exchange.case_file import assessment, checked_document, read_case
from fcio.exchange.workbook import workbook
from fcio.exchange.workbook.evidence import evidence
from fcio.model.answers import checked_answers, tickable
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, role_fit
from fcio.model.points import HEAVIEST
from tests.exchange.calc import Sheet, put_answers, put_weights, ranking, read
from tests.exchange.conftest import TODAY, a_case, export, some_answers
from tests.strategies import cases

DEMOS = sorted((Path(__file__).parents[2] / "data" / "demo").glob("*.json"))
WORDS = {0: "hidden", 1: "shown", 2: "maybe"}


def same(stored, recalculated):
    """Whether two values of a cell agree, numbers to the noise of one division."""
    if isinstance(stored, (int, float)) and isinstance(recalculated, (int, float)):
        return abs(stored - recalculated) <= 1e-9 * max(1, abs(stored))
    return (stored or "") == (recalculated or "")


def disagreements(sheet):
    """Formula cells whose stored value is not the recalculated one."""
    return [
        (key, sheet.stored[key], sheet.value(*key))
        for key in sheet.formulas
        if not same(sheet.stored[key], sheet.value(*key))
    ]


def assert_live(sheet, model, answers, preferences=None, areas=None):
    """The recalculated workbook says what the model says about these answers, weights and levels of areas."""
    client = Assessment({"name": "x"}, TODAY, answers=answers, preferences=preferences or {}, areas=areas or {})
    result = role_fit(model, client)
    scores = [result.score(role) for role in model.tables.roles]
    assert sheet.row("Points_now") == [score.points for score in scores]
    assert sheet.row("Fit_now") == pytest.approx([score.fit for score in scores])
    assert sheet.named("Most") == result.most_points
    assert ranking(sheet, model) == [score.role for score in result.ranking]
    assert sheet.named("Leader") == model.tables.knowledge.role(result.leader.role).short
    assert sheet.named("All_checks") == "All checks pass"


def opened(model, client, tmp_path):
    return Sheet.open(export(model, client), tmp_path / "book.xlsx")


@pytest.fixture
def sheet(real_model, tmp_path):
    client = a_case(real_model.tables.knowledge, some_answers(real_model.tables.knowledge, random.Random(5)))
    return opened(real_model, client, tmp_path)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_formula_carries_the_value_it_recalculates_to(real_model, tmp_path, seed):
    knowledge, rng = real_model.tables.knowledge, random.Random(seed)
    weights = {c.id: rng.randint(1, 4) for c in knowledge.criteria}
    answers = some_answers(knowledge, rng)
    sheet = opened(real_model, a_case(knowledge, answers, preferences=weights), tmp_path)
    assert len(sheet.formulas) > 1000
    assert disagreements(sheet) == []
    assert sheet.named("Changes") == 0
    assert_live(sheet, real_model, checked_answers(knowledge, answers), weights)


@pytest.mark.parametrize("demo", DEMOS, ids=lambda path: path.stem)
def test_every_formula_of_an_example_firm_carries_its_value(real_model, demo, tmp_path):
    document = checked_document(real_model.tables.knowledge, json.loads(demo.read_text("utf-8")))
    sheet = opened(real_model, assessment(document, TODAY), tmp_path)
    assert disagreements(sheet) == []
    assert sheet.named("All_checks") == "All checks pass"
    assert not [key for key in sheet.formulas if str(sheet.value(*key)).startswith("#")]


def test_nothing_answered_gives_no_error_and_equal_values(blank, real_model, tmp_path):
    sheet = Sheet.open(blank, tmp_path / "blank.xlsx")
    assert disagreements(sheet) == []
    errors = [k for k in sheet.formulas if str(sheet.value(*k)).startswith("#")]
    assert errors == []
    assert_live(sheet, real_model, {})


def test_random_answers_and_weights_typed_in_give_what_the_app_gives(blank, real_model, tmp_path):
    knowledge, rng = real_model.tables.knowledge, random.Random(20261122)
    sheet = Sheet.open(blank, tmp_path / "blank.xlsx")
    for _ in range(25):
        answers = checked_answers(knowledge, some_answers(knowledge, rng))
        weights = {c.id: rng.randint(1, 4) for c in knowledge.criteria}
        put_answers(sheet, knowledge, answers)
        put_weights(sheet, knowledge, weights)
        sheet.calculate()
        assert_live(sheet, real_model, answers, weights)


@settings(max_examples=12)
@given(cases(), st.data())
def test_made_up_knowledge_of_every_shape_lives_too(tmp_path_factory, case, data):
    """Parents of every kind, caps, likelihoods and follow-ups that the real questions do not have today."""
    knowledge, answers = case[0], case[1]
    model = FitModel.of(knowledge)
    path = tmp_path_factory.mktemp("made_up")
    sheet = opened(model, Assessment({"name": "x"}, TODAY, answers=answers), path)
    assert disagreements(sheet) == []
    assert_live(sheet, model, answers)
    rng = random.Random(data.draw(st.integers(0, 1000)))
    other = checked_answers(knowledge, some_answers(knowledge, rng))
    weights = {c.id: rng.randint(1, 4) for c in knowledge.criteria}
    put_answers(sheet, knowledge, other)
    put_weights(sheet, knowledge, weights)
    sheet.calculate()
    assert_live(sheet, model, other, weights)


def test_one_change_is_marked_and_the_export_still_stands_beside_it(sheet, real_model):
    criterion = real_model.tables.knowledge.criteria[0]
    other = criterion.weight % HEAVIEST + 1
    sheet.put(f"Own_weight_{criterion.id}", other)
    sheet.calculate()
    assert sheet.named("Changes") == 1
    assert sheet.named("All_checks") == "All checks pass"
    checks = [sheet.value(*key) for key in sheet.formulas if key[0] == "Checks" and key[1].startswith("E")]
    assert "changed since export" in checks and "CHECK" not in checks


def test_a_parent_opens_hides_and_half_opens_its_follow_up(blank, real_model, tmp_path):
    t = real_model.tables
    sheet = Sheet.open(blank, tmp_path / "blank.xlsx")
    child, parent = t.children[0]
    for state, option in [(None, None), *enumerate(t.questions[parent].options)]:
        answers = {} if option is None else {t.questions[parent].id: option.id}
        put_answers(sheet, t.knowledge, answers)
        sheet.calculate()
        place, address = sheet.names[f"Answer_{t.questions[child].id}"]
        status = sheet.value(place, address.replace("$C", "$F"))
        assert status == ("maybe" if state is None else WORDS[int(t.shown_by[child, state])])
        assert_live(sheet, real_model, answers)


def test_extreme_weights_and_wrong_entries_give_no_error(sheet, real_model):
    knowledge = real_model.tables.knowledge
    many = next(q for q in knowledge.questions if q.kind == "many")
    number = next(q for q in knowledge.questions if q.kind == "number")
    put_weights(sheet, knowledge, {c.id: HEAVIEST for c in knowledge.criteria})
    for option in tickable(many):
        sheet.put(f"Tick_{many.id}_{option.id}", "Yes")
    for wrong in (-1, 10**9, "many"):
        sheet.put(f"Answer_{number.id}", number.minimum)
        sheet.calculate()
        assert sheet.named("All_checks") == "All checks pass"
        sheet.put(f"Answer_{number.id}", wrong)
        sheet.calculate()
        assert sheet.named("All_checks") == "Look at Checks"
        assert not [key for key in sheet.formulas if str(sheet.value(*key)).startswith("#")]
    for criterion in knowledge.criteria:
        sheet.put(f"Own_weight_{criterion.id}", "")
    sheet.calculate()
    assert not [key for key in sheet.formulas if str(sheet.value(*key)).startswith("#")]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_agrees_with_every_stored_value(real_model, blank, tmp_path):
    knowledge = real_model.tables.knowledge
    told = next(engine for engine in evidence().engines if engine.name.startswith("LibreOffice"))
    cases = {"some": a_case(knowledge, some_answers(knowledge, random.Random(9)))}
    for demo in DEMOS:
        if demo.stem in told.firms:
            cases[demo.stem] = assessment(read_case(knowledge, demo.read_bytes()), TODAY)
    assert len(cases) == 1 + len(told.firms)
    files = {"blank": blank, **{name: export(real_model, client) for name, client in cases.items()}}
    (tmp_path / "in").mkdir()
    for name, content in files.items():
        # Without the stored values LibreOffice has to work every one of them out.
        openpyxl.load_workbook(BytesIO(content)).save(tmp_path / "in" / f"{name}.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path)]
    books = [str(tmp_path / "in" / f"{name}.xlsx") for name in files]
    subprocess.run([*command, *books], check=True, capture_output=True, timeout=300)
    for name, content in files.items():
        stored, (_, again, _, _) = read(content)[1], read((tmp_path / f"{name}.xlsx").read_bytes())
        assert set(again) == set(stored)
        assert [(key, stored[key], again[key]) for key in stored if not same(stored[key], again[key])] == []


def test_what_follows_from_the_areas_is_an_answer_that_follows_the_levels(real_model, tmp_path):
    knowledge = real_model.tables.knowledge
    indicators = [i.id for area in knowledge.areas for i in area.indicators]
    client = a_case(
        knowledge, some_answers(knowledge, random.Random(5)), areas={indicator: 1 for indicator in indicators}
    )
    assert role_fit(real_model, client).derived == {"governance_gap": "large"}
    sheet = opened(real_model, client, tmp_path)
    assert not disagreements(sheet)
    result = role_fit(real_model, client)
    assert sheet.row("Points_now") == [result.score(role).points for role in real_model.tables.roles]
    assert ranking(sheet, real_model) == [score.role for score in result.ranking]
    options = {o.id: o.text for o in knowledge.question("governance_gap").options}
    assert sheet.named("Answer_governance_gap") == options["large"]
    for level in (2, 3, 5):
        for indicator in indicators:
            sheet.put(f"Level_{indicator}", level)
        sheet.calculate()
        levels = {indicator: level for indicator in indicators}
        assert_live(sheet, real_model, client.answers, areas=levels)
        told = role_fit(real_model, Assessment({"name": "x"}, TODAY, answers=client.answers, areas=levels)).derived
        assert sheet.named("Answer_governance_gap") == options[told["governance_gap"]]


def test_a_conflict_of_the_leading_role_comes_with_its_safeguards(real_knowledge, real_model):
    path = next(path for path in DEMOS if path.stem == "accountants")
    client = assessment(read_case(real_knowledge, path.read_bytes()), TODAY)
    result = role_fit(real_model, client)
    held = [verdict.conflict for verdict in result.conflicts[result.leader.role] if verdict.on]
    assert held
    content = workbook(real_knowledge, real_model, client, result, written=TODAY)
    book = openpyxl.load_workbook(BytesIO(content))
    cells = [str(cell.value) for row in book["Summary"].iter_rows() for cell in row if cell.value is not None]
    for conflict in held:
        assert any(conflict.who_earns in cell for cell in cells)
        assert any(conflict.safeguards[0] in cell for cell in cells)
