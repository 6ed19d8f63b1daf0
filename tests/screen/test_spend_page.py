"""The client's own spending: typed, named by contract, read from a spreadsheet; nothing is stored unasked."""

import io
from datetime import date

import openpyxl
import pytest

from fcio.exchange.spend_template import spend_template
from tests.screen.window import Window, read

FOLDS = ("spend_typed", "spend_contracts", "spend_upload", "spend_hours", "spend_currency")
TITLE = "Your own spending"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
POUNDS = {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"}


@pytest.fixture
def client(keep):
    return keep({"headcount": 40})


@pytest.fixture
def page(client):
    """The page with one fold open."""
    return lambda fold: Window(client).page("budget_numbers").unfold(fold)


def budget(saved, client):
    return saved(client).get("budget", {})


def spreadsheet(rows, name="Spending"):
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


HONEST = spreadsheet([["Category", "Yearly"], ["Software", 12000], ["MSP", 30000]])
BROKEN = spreadsheet([["Category", "Yearly"], ["Software", 12000], ["MSP", -5]])


def bring(window, content, name="spending.xlsx"):
    window.at.file_uploader[0].upload(name, content, XLSX)
    return window.run()


def choose(window, use, code, rate=None, day=None):
    """Choose a currency; its rate and day where they are given."""
    key = f"{window.client}:currency:{use}"
    window.at.get_by_key(f"{key}:code").set_value(code)
    window.run()
    if rate is not None:
        window.at.get_by_key(f"{key}:rate:{code}").set_value(rate)
    if day is not None:
        window.at.get_by_key(f"{key}:dated:{code}").set_value(day)
    return window.run()


def labels(window):
    return [button.label for button in window.at.button]


@pytest.mark.parametrize("answers", [{}, {"headcount": 12}])
def test_every_fold_opens_with_little_or_nothing_answered(keep, answers):
    window = Window(keep(answers)).page("budget_numbers").unfold(*FOLDS)
    assert window.title == TITLE
    assert not window.errors and not window.warnings


def test_every_fold_opens_for_an_example(window):
    window.example("dental_group").page("budget_numbers").unfold(*FOLDS)
    assert window.title == TITLE
    assert not window.errors


def test_a_line_is_typed_with_its_estimate_beside_and_goes_back(client, page, saved):
    window = page("spend_typed")
    before = read(window.words)
    assert before.count("Our estimate:") == 8
    window.enter("budget", 12_000, "spend:software")
    assert budget(saved, client) == {"spend": {"software": 12_000}}
    assert read(window.words).count("Our estimate:") == 8
    assert window.widget("budget", "spend:software").value == 12_000
    window.press("All lines back to the estimates")
    assert not budget(saved, client)
    assert window.widget("budget", "spend:software").value is None
    assert read(window.words) == before


def test_the_estimates_of_the_other_lines_follow_what_is_typed(page):
    window = page("spend_typed")
    before = window.widget("budget", "spend:hardware").placeholder
    window.enter("budget", 500_000, "spend:software")
    assert window.widget("budget", "spend:hardware").placeholder != before


def test_a_total_below_the_lines_is_refused_and_the_field_shows_what_is_saved(client, page, saved):
    window = page("spend_typed").enter("budget", 12_000, "spend:software").enter("budget", 500, "spend_total")
    (warning,) = window.warnings
    assert "the lines come to 12,000" in warning
    assert budget(saved, client) == {"spend": {"software": 12_000}}
    assert window.widget("budget", "spend_total").value is None


def test_own_hours_are_typed_and_go_back(client, page, saved):
    window = page("spend_hours").enter("budget", 20, "owner_hours")
    assert budget(saved, client) == {"owner_hours": 20}
    window.press("Back to our number")
    assert not budget(saved, client)


def fill(window, number, **fields):
    for field, value in fields.items():
        window.at.get_by_key(f"{window.client}:contract:{number}:{field}").set_value(value)
    return window


def test_a_contract_is_added_changed_and_taken_out(client, page, saved):
    window = page("spend_contracts")
    fill(window, -1, name="Hosting", category="cloud", yearly=2400.0, renews_on=date(2027, 3, 31), uplift=5.0)
    window.press("Add this contract")
    added = {"name": "Hosting", "category": "cloud", "yearly": 2400, "renews_on": "2027-03-31", "uplift": 0.05}
    assert budget(saved, client) == {"contracts": [added]}
    window.at.get_by_key(f"{client}:contract:picked").set_value(0)
    window.run()
    assert window.at.get_by_key(f"{client}:contract:0:name").value == "Hosting"
    fill(window, 0, yearly=3000.0, uplift=None).press("Save this contract")
    changed = {key: part for key, part in added.items() if key != "uplift"} | {"yearly": 3000}
    assert budget(saved, client) == {"contracts": [changed]}
    window.at.get_by_key(f"{client}:contract:picked").set_value(0)
    window.run().press("Take it out")
    assert not budget(saved, client)


def test_a_contract_without_a_price_is_not_saved_and_what_was_typed_stays(client, page, saved):
    window = fill(page("spend_contracts"), -1, name="Hosting", category="cloud").press("Add this contract")
    assert window.warnings == ["Not saved. Give the price of a year; your other entries are still there."]
    assert not budget(saved, client)
    assert window.at.get_by_key(f"{client}:contract:-1:name").value == "Hosting"


def test_contracts_above_their_line_are_refused(client, page, saved):
    window = page("spend_typed").enter("budget", 1000, "spend:cloud").unfold("spend_contracts")
    fill(window, -1, name="Hosting", category="cloud", yearly=2400.0).press("Add this contract")
    assert "its contracts alone come to 2,400" in window.warnings[0]
    assert budget(saved, client) == {"spend": {"cloud": 1000}}


def test_an_honest_file_is_shown_first_and_stored_when_it_is_accepted(client, page, saved):
    window = bring(page("spend_upload"), HONEST)
    table = window.at.table[0].value
    assert [read(label) for label in table.index] == [
        "IT provider (MSP) and support: new",
        "Software and subscriptions: new",
    ]
    assert not budget(saved, client)
    window.press("Store all of this")
    assert budget(saved, client) == {"spend": {"software": 12_000, "provider": 30_000}}
    assert "Stored from the file: 2 new." in [read(text.value) for text in window.at.success]
    assert "Store all of this" not in labels(window)


def test_what_a_file_does_not_name_stays(client, page, saved):
    window = page("spend_typed").enter("budget", 5000, "spend:cloud").enter("budget", 11_000, "spend:software")
    bring(window.unfold("spend_upload"), HONEST).press("Store all of this")
    assert budget(saved, client) == {"spend": {"cloud": 5000, "software": 12_000, "provider": 30_000}}
    assert window.widget("budget", "spend:software").value == 12_000


def test_a_file_with_one_wrong_cell_stores_nothing_and_names_the_cell(client, page, saved):
    window = bring(page("spend_upload"), BROKEN)
    assert "Sheet Spending, row 3, column B: an amount cannot be below 0" in read(window.words)
    assert "Store all of this" not in labels(window)
    assert not budget(saved, client)


def test_a_file_that_is_no_spreadsheet_is_refused_in_one_sentence(client, page, saved):
    window = bring(page("spend_upload"), b"PK\x03\x04 nonsense")
    (error,) = window.errors
    assert error.startswith("spending.xlsx: this file is damaged")
    assert not budget(saved, client)


def test_a_discarded_file_leaves_all_as_it_was(client, page, saved):
    window = bring(page("spend_upload"), HONEST).press("Discard the file")
    assert not window.at.table
    assert not budget(saved, client)


def test_a_file_that_does_not_fit_with_what_is_saved_says_why(client, page, saved):
    window = page("spend_typed").enter("budget", 20_000, "spend_total").unfold("spend_upload")
    bring(window, HONEST)
    (error,) = window.errors
    assert error == "The total you gave: the lines come to 42,000; correct them or the total. Nothing is stored."
    assert "Store all of this" not in labels(window)


def test_another_currency_needs_its_rate_and_day_before_anything_is_shown(client, page, saved):
    window = bring(choose(page("spend_upload"), "file", "GBP"), HONEST)
    assert not window.at.table
    choose(window, "file", "GBP", 1.25)
    assert not window.at.table
    choose(window, "file", "GBP", 1.25, date(2026, 11, 20))
    assert "£12,000 = $15,000" in read(window.at.table[0].value.to_csv())
    window.press("Store all of this")
    assert budget(saved, client) == {"spend": {"software": 15_000, "provider": 37_500}, "conversion": POUNDS}


def test_typed_amounts_follow_the_currency_of_the_client(client, page, saved):
    window = choose(page("spend_currency"), "own", "GBP", 1.25, date(2026, 11, 20)).press("Use this currency")
    assert budget(saved, client) == {"conversion": POUNDS}
    window.unfold("spend_typed").enter("budget", 1000, "spend:cloud")
    assert budget(saved, client)["spend"] == {"cloud": 1250}
    assert window.widget("budget", "spend:cloud").value == 1000
    choose(window.unfold("spend_currency"), "own", "USD").press("Use this currency")
    assert budget(saved, client) == {"spend": {"cloud": 1250}}
    assert window.widget("budget", "spend:cloud").value == 1250


def test_the_empty_template_says_that_there_is_no_amount_yet(page, real_knowledge):
    window = bring(page("spend_upload"), spend_template(real_knowledge.budget))
    assert "There is no amount in it yet" in read(window.words)
    assert "Store all of this" not in labels(window) and not window.errors


def test_a_file_that_changes_nothing_says_so(client, page, saved):
    window = bring(page("spend_upload"), HONEST).press("Store all of this")
    before = budget(saved, client)
    bring(window, HONEST)
    assert [read(info.value) for info in window.at.info] == ["All of it is stored already; nothing would change."]
    assert "Store all of this" not in labels(window)
    assert budget(saved, client) == before
