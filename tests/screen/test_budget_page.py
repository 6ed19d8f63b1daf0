"""The budget page: scenarios side by side, what if, pictures, receipts, own scenarios, years and rate."""

import json
import re

import pytest

from tests.screen.window import Window, read

FOLDS = (
    "budget_year_numbers",
    "budget_bridge_numbers",
    "budget_receipts_stay",
    "budget_receipts_fractional_cio",
    "budget_sure",
    "budget_waiting",
    "budget_matters",
    "budget_months",
    "budget_others",
    "budget_own",
    "budget_settings",
)


@pytest.fixture
def client(dental_group):
    return dental_group


@pytest.fixture
def page(client):
    return Window(client).page("budget")


def totals(window):
    """What each scenario costs in all, as the first table shows it."""
    return dict(window.at.table[0].value["In all"])


def pictures(window):
    return [json.loads(chart.proto.spec) for chart in window.at.get("plotly_chart")]


def press(window, part):
    window.at.button(key=f"{window.client}:{part}").click()
    return window.run()


def test_without_a_client_the_page_leads_to_the_start(window):
    assert window.page("budget").title == "No client is open"


def test_nothing_answered_gives_a_budget_and_says_how_much_is_a_guess(window):
    window.start("Mill").page("budget")
    assert "over three years" in window.title
    assert "all of it our estimate" in read(window.words)
    assert not window.errors


@pytest.mark.parametrize("name", ["joinery", "machine_shop", "logistics", "school_trust", "veterinary_software"])
def test_every_example_has_a_budget(window, name):
    window.example(name).page("budget")
    assert "over three years" in window.title
    assert not window.errors and not window.warnings
    assert "Stay as you are" in totals(window)


def test_the_headline_is_the_difference_to_staying(page):
    assert re.fullmatch(r"A fractional CIO costs \\\$[\d,]+ more than staying, over three years", page.title)
    assert "Savings" not in page.title
    assert "No saving is counted" in read(page.words)
    assert "Expected losses stand beside it" in read(page.words)


@pytest.mark.parametrize("fold", FOLDS)
def test_every_fold_opens(page, fold):
    page.unfold(fold)
    assert not page.errors and not page.warnings


def test_at_most_four_scenarios_stand_side_by_side(client, page):
    assert len(totals(page)) == 4
    page.widget("budget", "chosen").set_value(["stay", "consultant"])
    page.run()
    assert list(totals(page)) == ["Stay as you are", "Consultant"]
    assert page.title.startswith("A consultant costs")
    again = page.page("start").page("budget")
    assert list(totals(again)) == ["Stay as you are", "Consultant"]


def test_staying_alone_is_a_budget_too(page):
    page.widget("budget", "chosen").set_value(["stay"])
    page.run()
    assert page.title.startswith("Staying as you are costs")
    assert not page.errors
    page.unfold("budget_sure")
    assert not page.errors


def test_one_number_moved_moves_every_scenario_until_it_is_put_back(client, page, saved):
    before = totals(page)
    page.widget("budget", "lever").set_value("spend_software")
    page.run()
    page.enter("budget", 200_000, "move:spend_software")
    assert all(totals(page)[name] != amount for name, amount in before.items())
    moved = next(table.value for table in page.at.table if "Was" in table.value.columns)
    assert dict(moved["Was"]) == before and dict(moved["Is"]) == totals(page)
    assert not saved(client).get("budget")
    press(page, "budget:back")
    assert totals(page) == before
    assert page.widget("budget", "move:spend_software").value is None


def test_a_moved_number_is_kept_and_goes_back_to_the_default(client, page, saved):
    before = totals(page)
    page.widget("budget", "lever").set_value("owner_hour_value")
    page.run()
    page.enter("budget", 300, "move:owner_hour_value")
    press(page, "budget:keep")
    assert saved(client)["budget"] == {"levers": {"owner_hour_value": 300}}
    assert totals(page) != before
    press(page, "budget:default:owner_hour_value")
    assert not saved(client).get("budget")
    assert totals(page) == before


def test_a_line_is_not_kept_while_others_would_be_estimated_anew(client, page, saved):
    page.widget("budget", "lever").set_value("spend_software")
    page.run()
    page.enter("budget", 200_000, "move:spend_software")
    assert "other lines are our estimate and would be estimated anew" in read(page.words)
    assert f"{client}:budget:keep" not in [button.key for button in page.at.button]
    assert not saved(client).get("budget")


def test_what_is_kept_is_what_was_shown(keep, examples, real_knowledge, saved):
    document = {key: part for key, part in examples["dental_group"].items() if key not in ("fcio", "budget", "client")}
    told = {one.id: 10_000 for one in real_knowledge.budget.categories}
    client = keep(document.pop("answers"), "Told", **document, budget={"spend": told})
    page = Window(client).page("budget")
    page.widget("budget", "lever").set_value("spend_software")
    page.run()
    page.enter("budget", 200_000, "move:spend_software")
    shown = totals(page)
    press(page, "budget:keep")
    assert saved(client)["budget"]["spend"] == {**told, "software": 200_000}
    assert totals(page) == shown


def test_a_contract_named_like_a_line_is_a_number_of_its_own(keep, examples, real_knowledge):
    document = {key: part for key, part in examples["dental_group"].items() if key not in ("fcio", "budget", "client")}
    line = real_knowledge.budget.category("software")
    contract = {"name": line.label, "category": line.id, "yearly": 5_000}
    page = Window(keep(document.pop("answers"), "Told", **document, budget={"contracts": [contract]})).page("budget")
    assert {line.label, f"{line.label} (2)"} <= set(page.widget("budget", "lever").options)
    page.widget("budget", "lever").set_value("contract_1_yearly")
    page.run()
    assert page.widget("budget", "move:contract_1_yearly").placeholder == "now $5,000 a year"


def test_a_share_is_typed_in_percent(client, page, saved):
    page.widget("budget", "lever").set_value("saving_software")
    page.run()
    page.enter("budget", 25, "move:saving_software")
    press(page, "budget:keep")
    assert saved(client)["budget"] == {"levers": {"saving_software": 0.25}}
    assert "Savings are counted as you put them in" in read(page.words)


def test_a_number_that_cannot_be_is_refused_in_one_sentence(page):
    before = totals(page)
    page.widget("budget", "lever").set_value("saving_software")
    page.run()
    page.enter("budget", 250, "move:saving_software")
    (warning,) = page.warnings
    assert warning.startswith("Not taken. Software, saving: give a number from 0 to 1")
    assert totals(page) == before


def test_pictures_say_what_they_show_and_follow_the_choice(page):
    years, bridge = pictures(page)
    assert {trace["name"] for trace in years["data"]} >= {"Keeps things<br>running", "Pay of who leads"}
    assert bridge["data"][0]["measure"][0] == "absolute"
    page.widget("budget", "shown").set_value("stay")
    page.run()
    assert "Pay of who leads" not in {trace["name"] for trace in pictures(page)[0]["data"]}
    page.widget("budget", "stack").set_value("line of spending")
    page.run()
    assert "Own IT staff" in {trace["name"] for trace in pictures(page)[0]["data"]}


def test_every_line_has_a_receipt_to_the_cent_with_sources(page):
    page.unfold("budget_receipts_fractional_cio")
    (fee,) = [read(one.label) for one in page.at.expander if ": fee: " in read(one.label)]
    assert re.search(r"\$43,200.00$", fee)
    page.unfold("budget_line_fractional_cio_8")
    assert "Pay a month times the months" in read(page.words)
    assert "Grade" in read(page.words)
    assert "Amount" in [column for table in page.at.table for column in table.value.columns]


def test_the_years_and_the_rate_are_saved_and_give_defined_results(client, page, saved):
    page.unfold("budget_settings")
    page.widget("budget", "horizon").set_value(1)
    page.run()
    assert page.title.endswith("over one year")
    page.enter("budget", 40.0, "discount_rate")
    assert saved(client)["budget"] == {"horizon_years": 1, "discount_rate": 0.4}
    page.enter("budget", 0.0, "discount_rate")
    assert not page.errors and "inf" not in read(page.words)
    page.enter("budget", 50.0, "discount_rate")
    (warning,) = page.warnings
    assert "Discount rate: give a rate from 0 to 0.4" in warning
    assert saved(client)["budget"] == {"horizon_years": 1, "discount_rate": 0.0}


def own(window, **fields):
    """Fill in the fields of the scenario that is chosen, and save it."""
    chosen = window.at.session_state[f"{window.client}:own:which"]
    for field, value in fields.items():
        window.at.get_by_key(f"{window.client}:own:{chosen}:{field}").set_value(value)
    window.at.button(key=f"{window.client}:own:{chosen}:save").click()
    return window.run()


def test_an_own_scenario_is_named_saved_copied_compared_and_taken_away(client, page, saved):
    page.unfold("budget_own")
    own(page, name="Two *days*", role="fractional_cio", fee=5_000, months=24)
    assert saved(client)["budget"]["scenarios"] == [
        {"name": "Two *days*", "role": "fractional_cio", "fee": 5_000, "months": 24}
    ]
    assert "Two *days*" in [read(name) for name in totals(page)]
    page.unfold("budget_own")
    page.at.button(key=f"{client}:own:0:copy").click()
    page.run()
    assert [one["name"] for one in saved(client)["budget"]["scenarios"]] == ["Two *days*", "Two *days* (copy)"]
    own(page, name="Two *days*")
    (warning,) = page.warnings
    assert warning.startswith("Not saved. Another scenario has this name")
    page.at.button(key=f"{client}:own:1:delete").click()
    page.run()
    assert len(saved(client)["budget"]["scenarios"]) == 1


@pytest.mark.parametrize("name", ["Fractional CIO", "Stay as you are", "A new one"])
def test_an_own_scenario_may_be_named_like_another_choice(client, page, name):
    page.unfold("budget_own")
    own(page, name=name, role="vcio", fee=5_000)
    shown = [read(one) for one in totals(page)]
    assert (name if name == "A new one" else f"{name} (2)") in shown
    assert len(set(shown)) == len(shown)
    assert page.at.session_state[f"{client}:own:which"] == 0
    page.widget("budget", "shown").set_value("own_1")
    page.unfold("budget_sure")
    assert not page.errors


def test_choices_are_shown_as_they_are_written(page):
    options = [*page.widget("budget", "chosen").options, *page.widget("budget", "lever").options]
    assert "Full-time CIO" in options
    assert not [option for option in options if "\\" in option or "\u2060" in option]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": " "}, "Name (scenario 1): give it a name"),
        (
            {"name": "A", "fee": 1, "rate": 2},
            "Price of an hour (scenario 1): give a fee a month, or the price of an hour",
        ),
        ({"name": "A", "hours": 900}, "Hours a month (scenario 1): give a number from 0 to 744"),
    ],
)
def test_an_own_scenario_that_cannot_be_is_refused_in_one_sentence(client, page, saved, fields, sentence):
    page.unfold("budget_own")
    own(page, **fields)
    (warning,) = page.warnings
    assert sentence in warning
    assert not saved(client).get("budget")


def test_there_is_room_for_four_own_scenarios(keep, examples):
    document = {key: part for key, part in examples["dental_group"].items() if key not in ("fcio", "budget")}
    scenarios = [{"name": f"Plan {number}", "role": "vcio"} for number in range(4)]
    client = keep(document.pop("answers"), "Full", **document, budget={"scenarios": scenarios})
    page = Window(client).page("budget").unfold("budget_own")
    assert "as many as there is room for" in read(page.words)


def test_what_others_spend_is_a_band_or_an_honest_no(page):
    page.unfold("budget_others")
    words = read(page.words)
    assert "No good survey" in words or "no current survey" in words.lower()
    assert "grade" in words


def test_another_currency_stands_in_title_and_tables_with_rate_and_day(keep, examples):
    document = {key: part for key, part in examples["dental_group"].items() if key not in ("fcio", "budget")}
    answers = document.pop("answers")
    conversion = {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"}
    page = Window(keep(answers, "Pounds", **document, budget={"conversion": conversion})).page("budget")
    plain = Window(keep(answers, "Dollars", **document)).page("budget")
    assert "1 USD = 0.8 GBP, from the rate you typed: 1 GBP = 1.25 USD on 2026-11-20." in read(page.words)
    assert "GBP" not in read(plain.words) and "£" not in read(plain.words)
    assert "costs $" in read(page.title) and " (£" in read(page.title)
    pounds, dollars = (one.at.table[0].value["In all"].map(read) for one in (page, plain))
    for mine, usual in zip(pounds, dollars, strict=True):
        assert mine.startswith("£") and usual.startswith("$")
        assert number(mine) == pytest.approx(number(usual) / 1.25, rel=0.001)


def number(amount):
    return float(amount[1:].replace(",", ""))
