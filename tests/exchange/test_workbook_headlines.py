"""The headline numbers on Summary: an input is typed in, and what is live follows as the model has it, and says so."""

import json
from pathlib import Path

import openpyxl
import pytest

from fcio.exchange.case_file import assessment, checked_document, read_case
from fcio.exchange.workbook import workbook
from fcio.report.headline_numbers import headline_numbers
from fcio.report.results import Results
from tests.exchange.calc import Sheet, put_answers, put_weights
from tests.exchange.conftest import TODAY, WRITTEN

DEMOS = Path(__file__).parents[2] / "data" / "demo"
LIVE = ("role", "fit", "areas", "average_year", "staying", "chosen")
ROLE, FIT, RISK = {"role", "fit"}, {"role", "fit", "areas", "average_year"}, {"average_year"}
SINCE = {True: "changed", False: "as at export"}


@pytest.fixture(scope="module")
def firm(real_knowledge):
    return read_case(real_knowledge, (DEMOS / "dental_group.json").read_bytes())


def results(model, document):
    return Results(model, assessment(checked_document(model.tables.knowledge, document), TODAY))


@pytest.fixture(scope="module")
def content(real_model, firm):
    found = results(real_model, firm)
    return workbook(real_model.tables.knowledge, real_model, found.assessment, found.fit, written=WRITTEN)


@pytest.fixture
def sheet(content, tmp_path):
    return Sheet.open(content, tmp_path / "book.xlsx")


def live(model, found):
    """What of the headline numbers is live, by id, from the model: role as the workbook names it, spans in two."""
    knowledge = model.tables.knowledge
    numbers = {one.id: one.value for one in headline_numbers(found)}
    numbers["role"] = knowledge.role(numbers["role"]).short
    told = {key: numbers[key] for key in LIVE if key in numbers}
    told["areas"], told["areas_high"] = told["areas"]
    return told


def in_book(sheet, keys):
    """The live cells of the table in its order, and what stands beside each about the export."""
    cells = zip(sheet.row("Headline_now"), sheet.row("Headline_since"), strict=True)
    rows = [(now, since) for now, since in cells if since != "at export only"]
    order = ("role", "fit", "areas", "areas_high", "average_year", "staying", "chosen")
    assert len(rows) == len(order)
    return {key: row for key, row in zip(order, rows, strict=True) if key in keys}


def assert_follows(sheet, model, before, after, keys):
    """Live cells are what the model gives now, and each says whether it differs from the export."""
    sheet.calculate()
    then, now = live(model, before), live(model, after)
    keys = {*keys, *({"areas_high"} if "areas" in keys else ())}
    moved = set()
    for key, (value, since) in in_book(sheet, keys).items():
        assert value == (now[key] if isinstance(now[key], str) else pytest.approx(now[key], rel=1e-9)), key
        differs = then[key] != now[key] if isinstance(then[key], str) else abs(then[key] - now[key]) >= 0.005
        assert since == SINCE[differs], key
        moved |= {key} if differs else set()
    assert sheet.named("All_checks") == "All checks pass"
    assert moved
    return moved


def test_at_export_every_live_number_is_the_app_s_and_none_has_changed(sheet, real_model, firm):
    now = live(real_model, results(real_model, firm))
    for key, (value, since) in in_book(sheet, now).items():
        assert value == (now[key] if isinstance(now[key], str) else pytest.approx(now[key], rel=1e-9))
        assert since == "as at export"


def test_weights_typed_in_move_the_fit_and_the_role(sheet, real_model, firm):
    knowledge = real_model.tables.knowledge
    before, moved = results(real_model, firm), set()
    light = {c.id: 1 for c in knowledge.criteria}
    for heavy in ([c.id for c in knowledge.criteria[:4]], ["money"], [c.id for c in knowledge.criteria[-3:]]):
        own = light | {c.id: 4 for c in knowledge.criteria if c.id in heavy}
        put_weights(sheet, knowledge, own)
        moved |= assert_follows(sheet, real_model, before, results(real_model, {**firm, "preferences": own}), ROLE)
    assert "fit" in moved


def test_answers_typed_in_move_the_fit_and_the_role(sheet, real_model, firm, real_knowledge):
    before, moved = results(real_model, firm), set()
    for other in ("joinery", "veterinary_software", "logistics"):
        answers = json.loads((DEMOS / f"{other}.json").read_text("utf-8"))["answers"]
        after = results(real_model, {**firm, "answers": answers})
        put_answers(sheet, real_knowledge, after.assessment.answers)
        if not after.fit.missing_core:
            moved |= assert_follows(sheet, real_model, before, after, ROLE)
    assert moved == ROLE


@pytest.mark.parametrize("level", [1, 3, 5])
def test_levels_typed_in_move_areas_fit_and_losses(sheet, real_model, firm, level):
    before = results(real_model, firm)
    levels = {**firm["areas"], "security_protections": level, "continuity_backups": level, "data_access": level}
    for indicator, value in levels.items():
        sheet.put(f"Level_{indicator}", value)
    after = results(real_model, {**firm, "areas": levels})
    moved = assert_follows(sheet, real_model, before, after, FIT)
    assert {"areas", "average_year"} & moved


@pytest.mark.parametrize(("field", "value"), [("frequency", 0.4), ("mean", 250_000), ("sigma", 0.9), ("cap", 40_000)])
def test_rates_and_sizes_of_losses_typed_in_move_the_average_year(sheet, real_model, firm, field, value):
    sheet.put(f"Own_{field}_ransomware", value)
    after = results(real_model, {**firm, "risk": {**firm["risk"], "own": {"ransomware": {field: value}}}})
    assert assert_follows(sheet, real_model, results(real_model, firm), after, RISK) == RISK


@pytest.mark.parametrize(
    ("lever", "value", "moves"),
    [
        ("fractional_cio_hourly", 310.0, {"chosen"}),
        ("owner_hour_value", 95.0, {"staying", "chosen"}),
        ("pay_growth", 0.12, {"staying", "chosen"}),
        ("software_renewal_uplift", 0.2, {"staying", "chosen"}),
        ("cloud_cost_growth", 0.0, {"staying", "chosen"}),
        ("general_price_growth", 0.15, {"staying", "chosen"}),
    ],
)
def test_rates_and_growth_typed_in_move_the_totals(sheet, real_model, firm, lever, value, moves):
    sheet.put(f"Own_lever_{lever}", value)
    after = results(real_model, {**firm, "budget": {"levers": {lever: value}}})
    assert assert_follows(sheet, real_model, results(real_model, firm), after, {"staying", "chosen"}) == moves


def test_what_changed_is_counted_in_words(sheet, real_model, firm):
    sheet.put("Own_frequency_ransomware", 0.4)
    sheet.calculate()
    place, span = sheet.names["Headline_since"]
    last = sheet._at(place, span.split(":")[1])[1]
    said = sheet.value(place, f"A{last + 1}")
    assert said == "Changed since export: 1 of the live numbers. What is not live stands as it was then."


def test_every_number_leads_to_where_it_is_made(content, tmp_path, real_model, firm):
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    book = openpyxl.load_workbook(path)
    labels = {one.label for one in headline_numbers(results(real_model, firm))}
    rows = [row for row in book["Summary"].iter_rows() if row[0].value in labels]
    assert {row[0].value for row in rows} == labels
    for row in rows:
        target = row[6].hyperlink.location.split("!")[0].strip("'")
        assert target == row[6].value and target in book.sheetnames
