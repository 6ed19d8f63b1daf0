"""The risk in the workbook: expected losses follow what a reader changes, as the model would have them."""

import random

import pytest

from fcio.exchange.workbook import Extras, workbook
from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.model.loss.scenario import moments
from fcio.model.risk.risk import risk_result
from tests.exchange.calc import Sheet
from tests.exchange.conftest import WRITTEN, a_case, some_answers
from tests.exchange.test_workbook import disagreements

OWN = {
    "ransomware": {"frequency": 0.4, "mean": 90_000, "sigma": 1.2, "cap": 400_000},
    "outage": {"mean": 7_000},
    "failed_project": {"frequency": 0.0},
    "data_loss": {"cap": 20_000, "sigma": 2.4},
    "overspend": {"mean": 12_000},
}
EFFECTS = {"security": {"ransomware": {"frequency": 0.3, "severity": 0.9}}}
REACH = {"vcio": {"security": {"levels": 0.5, "up_to": 2.6}}}


def outcome(model, client):
    """Expected loss of every outlook and the standard deviation today, in closed form; and the yearly leak."""
    areas = area_results(model.tables.knowledge, client, model.tables)
    risk = risk_result(model.tables.knowledge, client, areas, model.tables)
    found = {outlook.id: moments(outlook.model) for outlook in (risk.now, *risk.roles.values())}
    return {id_: one.mean for id_, one in found.items()}, found["now"].sd, risk.now.leak


def written(model, client):
    return workbook(model.tables.knowledge, model, client, role_fit(model, client), written=WRITTEN, extras=Extras())


@pytest.fixture(scope="module")
def answers(real_model):
    return some_answers(real_model.tables.knowledge, random.Random(5))


@pytest.fixture
def sheet(real_model, answers, tmp_path):
    return Sheet.open(written(real_model, a_case(real_model.tables.knowledge, answers)), tmp_path / "book.xlsx")


def test_what_was_exported_stands_there_and_every_check_passes(real_model, sheet, answers):
    expected, sd, leak = outcome(real_model, a_case(real_model.tables.knowledge, answers))
    assert disagreements(sheet) == []
    assert sheet.named("All_checks") == "All checks pass"
    assert {id_: sheet.named(f"Expected_{id_}") for id_ in expected} == pytest.approx(expected, rel=1e-9)
    assert sheet.named("Risk_sd") == pytest.approx(sd, rel=1e-9)
    assert sheet.named("Leak_overspend_now") == pytest.approx(leak, rel=1e-9)


def test_own_numbers_of_the_case_are_exported_as_such(real_model, answers, tmp_path):
    client = a_case(real_model.tables.knowledge, answers, risk={"own": OWN, "effects": EFFECTS, "reach": REACH})
    sheet = Sheet.open(written(real_model, client), tmp_path / "book.xlsx")
    assert disagreements(sheet) == []
    assert sheet.named("All_checks") == "All checks pass"
    assert sheet.named("Own_frequency_ransomware") == 0.4
    assert sheet.named("Risk_changes") == 0


def test_a_reader_who_types_the_same_numbers_gets_the_same_losses(real_model, sheet, answers):
    client = a_case(real_model.tables.knowledge, answers, risk={"own": OWN})
    expected, sd, leak = outcome(real_model, client)
    for scenario, numbers in OWN.items():
        for field, number in numbers.items():
            sheet.put(f"Own_{field}_{scenario}", number)
    sheet.calculate()
    assert {id_: sheet.named(f"Expected_{id_}") for id_ in expected} == pytest.approx(expected, rel=1e-9)
    assert sheet.named("Risk_sd") == pytest.approx(sd, rel=1e-9)
    assert sheet.named("Leak_overspend_now") == pytest.approx(leak, rel=1e-9)
    assert sheet.named("Risk_changes") == sum(map(len, OWN.values()))
    assert sheet.named("All_checks") == "All checks pass"


@pytest.mark.parametrize(
    ("figure", "value"),
    [("reference_level", 3.0), ("common_shock", 1.0), ("least_own_share", 0.95), ("least_frequency", 1.0)],
)
def test_a_figure_that_is_changed_changes_what_follows(real_model, sheet, answers, figure, value):
    client = a_case(real_model.tables.knowledge, answers, overrides={figure: value})
    expected, sd, _ = outcome(real_model, client)
    before = {id_: sheet.named(f"Expected_{id_}") for id_ in expected} | {"sd": sheet.named("Risk_sd")}
    sheet.put(f"Own_figure_{figure}", value)
    sheet.calculate()
    assert {id_: sheet.named(f"Expected_{id_}") for id_ in expected} == pytest.approx(expected, rel=1e-9)
    assert sheet.named("Risk_sd") == pytest.approx(sd, rel=1e-9)
    assert before != expected | {"sd": sd}


def test_an_emptied_cell_counts_as_it_stood_at_export(sheet):
    before = sheet.named("Expected_vcio")
    for place, address in (sheet.names["Effects"], sheet.names["Reach_vcio"]):
        first = address.split(":")[0]
        sheet.engine.clear_cell_contents(*sheet._at(place, first))
    sheet.put("Own_figure_reference_level", None)
    sheet.calculate()
    assert sheet.named("Expected_vcio") == pytest.approx(before, rel=1e-12)


def test_a_level_of_an_area_that_is_changed_changes_the_loss(sheet, real_model):
    indicator = next(i for a in real_model.tables.knowledge.areas if a.id == "security" for i in a.indicators)
    before = sheet.named("Expected_now")
    sheet.put(f"Level_{indicator.id}", 5)
    sheet.calculate()
    assert sheet.named("Expected_now") < before


def test_where_no_risk_is_known_the_sheets_say_so(real_model, tmp_path):
    from fcio.model.fit import FitModel

    bare = FitModel.of(real_model.tables.knowledge.model_copy(update={"risk": None, "scenarios": ()}))
    sheet = Sheet.open(written(bare, a_case(bare.tables.knowledge)), tmp_path / "book.xlsx")
    assert disagreements(sheet) == []
    assert sheet.named("All_checks") == "All checks pass"
