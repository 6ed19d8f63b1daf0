"""The budget in the workbook: cash flows follow what a reader changes, as the model would have them, to the cent."""

import json
import random
from pathlib import Path

import pytest

from fcio.exchange.budget_json import budget_json
from fcio.exchange.case_file import assessment, read_case
from fcio.exchange.workbook import Extras, workbook
from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.model.money.cash_flow import against_stay, cash_flows
from fcio.model.money.result import budget_result
from fcio.model.money.what_if import moved
from fcio.model.risk.risk import risk_result
from fcio.report.currency import rate_line
from tests.exchange.calc import Sheet
from tests.exchange.conftest import WRITTEN, a_case, some_answers
from tests.exchange.test_workbook import disagreements

DEMOS = Path(__file__).resolve().parents[2] / "data" / "demo"
CENT = 0.005
FIRST_ROW = 6
"""Of the levers on Budget inputs, as a reader counts."""
BUSY = {
    "spend": {"software": 90_000.0, "provider": 60_000.0, "cloud": 12_000.0},
    "contracts": (
        {"name": "=ERP", "category": "software", "yearly": 40_000.0, "renews_on": "2027-03-01", "uplift": 0.09},
        {"name": "CRM", "category": "software", "yearly": 9_000.0, "renews_on": "2028-08-15"},
        {"name": "Support", "category": "provider", "yearly": 48_000.0},
    ),
    "levers": {"saving_software": 0.1, "owner_hour_value": 120.0},
    "scenarios": (
        {
            "name": "Two days",
            "role": "fractional_cio",
            "fee": 6_000.0,
            "months": 30.0,
            "one_off": 5_000.0,
            "start": 1.0,
        },
        {"name": "Nobody", "one_off": 1_000.0},
        {"name": "+Outside", "rate": 150.0, "hours": 20.0},
        {"name": "On the payroll", "role": "full_time_cio"},
    ),
}
HORIZONS = {"one year, nothing discounted": (1, 0.0), "five years at 40 %": (5, 0.4), "three years": (3, 0.08)}


def demo(model, name, **parts):
    """An example firm, with other parts."""
    document = {**read_case(model.tables.knowledge, (DEMOS / f"{name}.json").read_bytes()), **parts}
    return assessment(document, WRITTEN.date())


def risk_of(model, client):
    return risk_result(model.tables.knowledge, client, area_results(model.tables.knowledge, client), model.tables)


def budget_of(model, client):
    return budget_result(model.tables.knowledge, client, role_fit(model, client), risk_of(model, client))


def opened(model, client, tmp_path):
    book = workbook(model.tables.knowledge, model, client, role_fit(model, client), written=WRITTEN, extras=Extras())
    return Sheet.open(book, tmp_path / "book.xlsx")


def assert_budget(sheet, case):
    """The recalculated totals, present values, payback and break-even are those of the model for this case."""
    flows = cash_flows(case)
    against = against_stay(case, flows)
    rows = {flow.scenario.label: flow for flow in flows.values()}
    assert len(rows) == len(flows)
    for key, flow in flows.items():
        assert sheet.named(f"TCO_{key}") == pytest.approx(float(flow.tco), abs=CENT)
        assert sheet.named(f"PV_{key}") == pytest.approx(float(flow.npv), abs=CENT)
        assert sheet.named(f"By_category_{key}") == pytest.approx(float(flow.tco), abs=CENT)
        place, row, column = sheet._at(*sheet.names[f"TCO_{key}"])
        told = {name: sheet.engine.get_cell_value(place, row, column + at) for name, at in OFFSETS.items()}
        if case.risk is not None:
            assert told["with_loss"] == pytest.approx(float(flow.npv_with_loss), abs=CENT)
        if key not in against:
            continue
        found = against[key]
        assert told["gain"] == pytest.approx(found.npv, abs=CENT)
        assert told["payback"] == shown(found.payback)
        if flow.scenario.leaders:
            assert told["hours"] == shown(found.break_even_hours, "more than you spend")
            assert told["saving"] == shown(found.break_even_saving, "not even all")


POUNDS = {"currency": "GBP", "usd_per_unit": 1.27, "dated": "2026-11-20"}
ROWS = range(1, 120)
OFFSETS = {"with_loss": 3, "gain": 4, "payback": 5, "hours": 6, "saving": 7}
"""Columns of Scenarios, counted from that of all years together."""


def shown(value, none="not in this time"):
    return none if value is None else pytest.approx(value, rel=1e-6, abs=1e-6)


@pytest.fixture(scope="module")
def firm(real_model):
    return demo(real_model, "logistics", budget=BUSY)


@pytest.fixture(scope="module")
def sheet(real_model, firm, tmp_path_factory):
    """One workbook for all tests; what a test types in, it takes out again."""
    return opened(real_model, firm, tmp_path_factory.mktemp("budget"))


@pytest.fixture
def typed(sheet):
    """Type into the input of a lever, or empty it; afterwards it stands as it did."""
    before = []

    def into(place, value):
        at = sheet._at("Budget inputs", f"$B${FIRST_ROW + place}")
        before.append((at, sheet.engine.get_cell_value(*at)))
        if value is None:
            sheet.engine.clear_cell_contents(*at)
        else:
            sheet.engine.set_user_input(*at, str(value))
        sheet.engine.evaluate()

    yield into
    for at, value in before:
        sheet.engine.set_user_input(*at, str(value))
    sheet.engine.evaluate()


@pytest.fixture(scope="module")
def case(real_model, firm):
    return budget_of(real_model, firm).case


@pytest.mark.parametrize("horizon", HORIZONS)
def test_every_formula_carries_its_value_whatever_the_years_and_the_rate(real_model, tmp_path, horizon):
    years, rate = HORIZONS[horizon]
    client = demo(real_model, "logistics", budget={**BUSY, "horizon_years": years, "discount_rate": rate})
    sheet = opened(real_model, client, tmp_path)
    assert disagreements(sheet) == []
    assert sheet.named("All_checks") == "All checks pass"
    assert_budget(sheet, budget_of(real_model, client).case)


@pytest.mark.parametrize("seed", [1, 2])
def test_any_answers_give_a_budget_that_lives(real_model, tmp_path, seed):
    client = a_case(real_model.tables.knowledge, some_answers(real_model.tables.knowledge, random.Random(seed)))
    sheet = opened(real_model, client, tmp_path)
    assert disagreements(sheet) == []
    assert_budget(sheet, budget_of(real_model, client).case)


def test_nothing_answered_gives_a_budget_too(real_model, tmp_path):
    client = a_case(real_model.tables.knowledge, {})
    sheet = opened(real_model, client, tmp_path)
    assert sheet.named("All_checks") == "All checks pass"
    assert_budget(sheet, budget_of(real_model, client).case)


CHANGES = {
    "discount_rate": 0.03,
    "pay_growth": 0.2,
    "software_renewal_uplift": 0.0,
    "full_time_cio_salary": 300_000.0,
    "salary_load": 1.1,
    "search_months": 9.0,
    "outside_start_months": 14.0,
    "outside_ramp_months": 0.0,
    "effect_kept": 0.9,
    "owner_hours_now": 0.0,
    "owner_relief_share": 1.0,
    "saving_provider": 0.35,
    "spend_software": 90_000.0,
    "spend_estimate_error": 2.0,
    "contract_1_uplift": 0.5,
    "own_1_fee": 900.0,
    "own_1_months": 7.0,
    "own_3_hours": 60.0,
    "loss_frequency": 3.0,
}


@pytest.mark.parametrize("lever", CHANGES)
def test_a_number_typed_in_excel_gives_what_the_app_gives(sheet, typed, case, lever):
    typed(list(case.levers).index(lever), CHANGES[lever])
    assert_budget(sheet, moved(case, {lever: CHANGES[lever]}))
    assert sheet.named("All_checks") == "All checks pass"
    assert sheet.named("Budget_changes") == (0 if CHANGES[lever] == case.levers[lever].typical else 1)


def test_a_project_of_no_months_costs_nothing_in_both(real_model, tmp_path):
    client = demo(real_model, "dental_group")
    sheet, case = opened(real_model, client, tmp_path), budget_of(real_model, client).case
    row = FIRST_ROW + list(case.levers).index("consultant_duration")
    sheet.engine.set_user_input(*sheet._at("Budget inputs", f"$B${row}"), "0")
    sheet.engine.evaluate()
    assert_budget(sheet, moved(case, {"consultant_duration": 0.0}))


@pytest.mark.parametrize("wrong", ["5", "many", "-0.5"])
def test_an_input_that_cannot_be_is_found(sheet, typed, case, wrong):
    typed(list(case.levers).index("effect_kept"), wrong)
    assert sheet.named("All_checks") != "All checks pass"


def test_every_source_of_the_budget_is_listed(sheet, real_model, case):
    listed = {sheet.engine.get_cell_value(sheet.places["Sources"], row, 1) for row in ROWS}
    knowledge = real_model.tables.knowledge
    cited = {lever.source for lever in case.levers.values()} & set(knowledge.sources)
    assert {knowledge.sources[one].title for one in cited} <= listed


def test_an_emptied_input_stands_as_at_export(sheet, typed, case):
    typed(0, None)
    assert_budget(sheet, case)


def test_what_clients_wrote_stays_text(sheet):
    formulas = [key for key, formula in sheet.formulas.items() if "ERP" in formula or "Outside" in formula]
    assert formulas == []
    places = [sheet.places[name] for name in ("Scenarios", "Cash flow")]
    texts = {sheet.engine.get_cell_value(place, row, 1) for place in places for row in ROWS}
    assert {"=ERP", "+Outside"} <= texts


def test_a_change_of_the_risk_reaches_the_budget(real_model, firm, sheet):
    loss = sheet.named("Loss_now")
    sheet.put("Own_frequency_ransomware", 0.5)
    sheet.engine.evaluate()
    loss_then, checks = sheet.named("Loss_now"), sheet.named("All_checks")
    sheet.put("Own_frequency_ransomware", None)
    sheet.engine.evaluate()
    own = {**firm.risk, "own": {"ransomware": {"frequency": 0.5}}}
    document = json.loads((DEMOS / "logistics.json").read_text(encoding="utf-8"))
    expected = risk_of(real_model, demo(real_model, "logistics", risk={**document.get("risk", {}), **own}))
    assert loss_then > loss
    assert loss_then == pytest.approx(expected.now.loss.mean, rel=1e-6)
    assert checks == "All checks pass"
    assert sheet.named("Loss_now") == pytest.approx(loss)


def test_another_currency_agrees_with_the_command_line_to_the_cent_and_follows_its_rate(real_model, tmp_path):
    client = demo(real_model, "logistics", budget={**BUSY, "conversion": POUNDS})
    sheet, result = opened(real_model, client, tmp_path), budget_of(real_model, client)
    told = {one["id"]: one["tco_in_currency"] for one in budget_json(result, POUNDS)["scenarios"]}
    assert disagreements(sheet) == []
    assert {key: sheet.named(f"In_currency_{key}") for key in told} == pytest.approx(told, abs=CENT)
    line = f"{rate_line(POUNDS)}."
    assert sum(value == line for value in sheet.stored.values()) == 2
    place, row, column = sheet._at(*sheet.names["Usd_per_unit"])
    sheet.engine.set_user_input(place, row, column - 2, "2")
    sheet.engine.evaluate()
    assert sheet.named("In_currency_stay") == pytest.approx(float(result.flows["stay"].tco) / 2, abs=CENT)
    assert sheet.named("TCO_stay") == pytest.approx(float(result.flows["stay"].tco), abs=CENT)
    assert sheet.named("All_checks") == "All checks pass"
    sheet.engine.set_user_input(place, row, column - 2, "many")
    sheet.engine.evaluate()
    assert sheet.named("All_checks") != "All checks pass"


def test_without_a_rate_the_workbook_speaks_of_dollars_alone(sheet):
    assert "Usd_per_unit" not in sheet.names and not any(name.startswith("In_currency") for name in sheet.names)


def test_the_place_among_others_follows_the_spending(sheet, typed, case):
    formulas = {at: text for at, text in sheet.formulas.items() if at[0] == "Benchmarks" and "the band" in text}
    first = min(formulas, key=lambda at: int(at[1][1:]))
    assert sheet.value(*first) == sheet.stored[first]
    typed(list(case.levers).index("spend_software"), 10**9)
    assert sheet.value(*first) == "above the band"


def test_who_engages_nobody_has_no_chance_of_costing_less(real_model, tmp_path):
    client = demo(real_model, "dental_group")
    sheet, result = opened(real_model, client, tmp_path), budget_of(real_model, client)
    nobody = [key for key, flow in result.flows.items() if not flow.scenario.leaders and not flow.scenario.one_off]
    assert "not_yet" in nobody
    for key in nobody:
        place, row, column = sheet._at(*sheet.names[f"TCO_{key}"])
        assert sheet.engine.get_cell_value(place, row, column + 12) == "\u2013"
