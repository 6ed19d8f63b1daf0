"""Spending from a spreadsheet, two scenarios made from it, and the workbook that says the same to the cent."""

import json
import re
import subprocess
import sys

import openpyxl
import pytest
from playwright.sync_api import expect

from fcio.screen.shell import JOINER
from tests.browser.server import ROOT
from tests.browser.visit import WAIT, drawn, press, press_and_move, title, unfold, visit

SPENDING = [
    ["Category", "Amount a year"],
    ["Software", 84_000],
    ["IT provider", 60_000],
    ["Devices", 20_000.5],
    ["Internet", 9_000],
]
SCENARIOS = {"Two days a month": ("fractional CIO", 4_000, 24), "One day a week": ("fractional CIO", 9_000, 24)}
BROKEN = "Sheet Spending, row 3, column B"


@pytest.fixture
def spending(tmp_path):
    """A spreadsheet, whole or with one amount that is none."""

    def made(broken=False):
        book = openpyxl.Workbook()
        book.active.title = "Spending"
        for row in SPENDING:
            book.active.append(["IT provider", "sixty"] if broken and row[0] == "IT provider" else row)
        file = tmp_path / ("broken.xlsx" if broken else "spending.xlsx")
        book.save(file)
        return file

    return made


def upload(page, file):
    page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(str(file))


def choose(page, label, name):
    box = page.get_by_role("combobox", name=re.compile(label))
    box.click()
    box.fill(name)
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    drawn(page)


def fill(page, label, value):
    field = page.get_by_label(re.compile(f"^{label}")).first
    field.fill(str(value))
    field.press("Tab")
    page.wait_for_timeout(300)
    drawn(page)


def downloaded(page, label, file):
    with page.expect_download(timeout=WAIT) as download:
        press(page, label)
    download.value.save_as(file)
    return file


def totals(page):
    """The first table: what each scenario costs in all."""
    rows = page.get_by_test_id("stTable").first.locator("tr").all()
    cells = [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in rows]
    return {row[0]: row[1] for row in cells[1:]}


def cell_named(book, name):
    """The value of a named cell."""
    ((sheet, address),) = book.defined_names[name].destinations
    return book[sheet][address.replace("$", "")].value


def test_from_a_spreadsheet_to_two_scenarios_and_a_workbook(page, server, spending, tmp_path):
    visit(page, server, "budget_numbers", "budget")
    unfold(page, "From a spreadsheet")
    upload(page, spending(broken=True))
    expect(page.get_by_text(BROKEN).first).to_be_visible(timeout=WAIT)
    expect(page.get_by_role("button", name="Store all of this")).to_have_count(0)
    press(page, "Discard the file")
    expect(page.get_by_text(BROKEN)).to_have_count(0, timeout=WAIT)
    drawn(page)

    upload(page, spending())
    expect(page.get_by_role("button", name="Store all of this")).to_be_visible(timeout=WAIT)
    drawn(page)
    press(page, "Store all of this")
    expect(page.get_by_role("button", name="Store all of this")).to_have_count(0, timeout=WAIT)
    drawn(page)
    press_and_move(page, "Back to the budget")

    for name, (role, fee, months) in SCENARIOS.items():
        if not page.get_by_label("Name", exact=True).count():
            unfold(page, "Scenarios of your own")
        choose(page, "Which scenario of yours", "A new one")
        fill(page, "Name", name)
        choose(page, "^Role$|Role", role)
        fill(page, "Fee a month", fee)
        fill(page, "Months it lasts", months)
        press(page, "Save")
        expect(page.get_by_test_id("stTable").first).to_contain_text(name, timeout=WAIT)
        drawn(page)
    shown = totals(page)
    assert set(SCENARIOS) <= set(shown)
    headline = title(page).replace(JOINER, "")

    visit(page, server, "handover", "budget")
    file = downloaded(page, "Download the Excel summary", tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(file, data_only=True)
    case = downloaded(page, "Download the case file", tmp_path / "case.json")
    command = [sys.executable, "-m", "fcio", "result", str(case), "--only", "budget", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)["budget"]

    assert told["spend"]["usd_per_year"]["software"] == 84_000
    assert told["spend"]["usd_per_year"]["hardware"] == 20_000.5
    assert {"Scenarios", "Budget inputs", "Cash flow", "Benchmarks"} <= set(book.sheetnames)
    assert cell_named(book, "All_checks") == "All checks pass"
    for scenario in told["scenarios"]:
        key = scenario["id"]
        assert cell_named(book, f"TCO_{key}") == pytest.approx(scenario["tco"], abs=0.005)
        assert cell_named(book, f"PV_{key}") == pytest.approx(scenario["npv"]["typical"], abs=0.005)
        if scenario["label"] in SCENARIOS:
            amount = float(re.sub(r"[$,]", "", shown[scenario["label"]]))
            assert amount == pytest.approx(scenario["tco"], rel=5e-4)
    cells = [cell.value for row in book["Summary"].iter_rows() for cell in row]
    assert f"{headline}." in cells
