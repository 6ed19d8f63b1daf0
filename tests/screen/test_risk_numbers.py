"""The numbers of the risk: typed, kept, refused where they cannot be, and back in one click."""

import pytest

from fcio.model.parameters import Figures
from fcio.report.unit_words import quantity
from tests.screen.window import Window, read

FOLDS = ("risk_firm", "risk_scenario", "risk_policy", "risk_effects", "risk_reach", "risk_figures")
TITLE = "Your own numbers in place of ours"


@pytest.fixture
def client(keep, examples):
    """The dental group without what it says about its own loss."""
    document = {key: part for key, part in examples["dental_group"].items() if key not in ("facts", "risk", "fcio")}
    return keep(document.pop("answers"), document.pop("client")["name"], **document)


@pytest.fixture
def numbers(client):
    """The page of the numbers with one fold open."""

    def opened(fold):
        return Window(client).page("risk_numbers").unfold(fold)

    return opened


def headline(client):
    return Window(client).page("risk").title


def average_years(client):
    """Of every scenario on the risk page, today and with the role that fits best."""
    return Window(client).page("risk").unfold("risk_all").at.table[1].value


def shown(window):
    """Every table on the page, as text."""
    return [table.value.to_csv() for table in window.at.table]


def pick(window, part, value):
    window.widget("risk", part).set_value(value)
    return window.run()


def test_without_a_client_the_page_leads_to_the_start(window):
    assert window.page("risk_numbers").title == "No client is open"


@pytest.mark.parametrize("answers", [{}, {"headcount": 12}])
def test_every_fold_opens_with_little_or_nothing_answered(keep, answers):
    window = Window(keep(answers)).page("risk_numbers")
    for fold in FOLDS:
        window.unfold(fold)
    assert window.title == TITLE
    assert not window.errors and not window.warnings


def test_every_fold_opens_for_an_example(window):
    window.example("machine_shop").page("risk_numbers").unfold(*FOLDS)
    assert window.title == TITLE


def test_own_frequency_changes_the_headline_and_goes_back_in_one_click(client, numbers, saved):
    before = headline(client)
    window = pick(numbers("risk_scenario"), "scenario", "ransomware")
    back = "This scenario back to the defaults"
    assert window.button(back).disabled
    window.enter("risk", 0.2, "own:ransomware:frequency")
    assert saved(client)["risk"] == {"own": {"ransomware": {"frequency": 0.2}}}
    assert headline(client) != before
    window.press(back)
    assert not saved(client).get("risk")
    assert headline(client) == before
    assert window.widget("risk", "own:ransomware:frequency").value is None
    assert window.button(back).disabled


def test_a_field_that_is_emptied_goes_back_too(client, numbers, saved):
    window = pick(numbers("risk_scenario"), "scenario", "outage")
    window.enter("risk", 50_000, "own:outage:mean").enter("risk", 3, "own:outage:frequency")
    window.enter("risk", None, "own:outage:mean")
    assert saved(client)["risk"] == {"own": {"outage": {"frequency": 3}}}


@pytest.mark.parametrize(("field", "value"), [("frequency", 1001), ("sigma", 9), ("cap", 0)])
def test_a_number_that_cannot_be_is_refused_in_one_sentence(client, numbers, saved, field, value):
    window = pick(numbers("risk_scenario"), "scenario", "ransomware")
    window.enter("risk", value, f"own:ransomware:{field}")
    (warning,) = window.warnings
    assert warning.startswith(f"Not saved. risk.own.ransomware.{field}: give a number from")
    assert not saved(client).get("risk")
    assert window.widget("risk", f"own:ransomware:{field}").value is None


def test_a_frequency_from_a_file_with_its_range_shows_its_middle(keep):
    own = {"ransomware": {"frequency": {"low": 0.1, "typical": 0.2, "high": 0.4}}}
    window = Window(keep({}, risk={"own": own})).page("risk_numbers").unfold("risk_scenario")
    pick(window, "scenario", "ransomware")
    assert window.widget("risk", "own:ransomware:frequency").value == 0.2
    assert not window.button("This scenario back to the defaults").disabled


def test_every_scenario_shows_its_numbers_and_where_they_come_from(numbers, real_knowledge):
    window = numbers("risk_scenario")
    for scenario in real_knowledge.scenarios:
        pick(window, "scenario", scenario.id)
        window.unfold(*(f"receipt:{scenario.id}:{field}" for field in ("frequency", "mean", "cap")))
        assert not window.errors
        assert scenario.weak in read(window.words)
        assert [one for one in window.at.number_input if f"own:{scenario.id}:" in str(one.key)]
    pick(window, "scenario", "ransomware")
    window.unfold(*(f"receipt:ransomware:{field}" for field in ("frequency", "mean", "cap")))
    assert "0.00655 a year (0.00226 to 0.0208): Ransomware that costs money" in read(window.words)
    assert len([text for text in window.markup if text.startswith("Together ")]) == 3


def test_a_fact_is_typed_kept_and_taken_back(client, numbers, saved):
    before = headline(client)
    window = numbers("risk_firm").enter("facts", 90_000_000, "revenue")
    assert saved(client)["facts"] == {"revenue": 90_000_000}
    assert headline(client) != before
    assert Window(client).page("risk_numbers").unfold("risk_firm").widget("facts", "revenue").value == 90_000_000
    window.press("All facts back to the estimates")
    assert not saved(client).get("facts")
    assert headline(client) == before


def test_what_the_intake_tells_is_no_estimate(numbers, examples):
    window = numbers("risk_firm")
    people = examples["dental_group"]["answers"]["headcount"]
    assert f"From the intake: {people} people." in read(window.words)


def test_insurance_counts_once_both_numbers_are_given(client, numbers, saved):
    before = headline(client)
    window = numbers("risk_policy").enter("risk", 5_000, "policy:deductible")
    assert not saved(client).get("risk")
    assert headline(client) == before
    window.enter("risk", 1_000_000, "policy:annual_limit")
    assert saved(client)["risk"] == {"policy": {"deductible": 5_000, "annual_limit": 1_000_000}}
    assert headline(client) != before
    window.press("No insurance")
    assert not saved(client).get("risk")
    assert headline(client) == before


def test_the_effect_of_an_area_is_typed_and_goes_back(client, numbers, saved):
    before = average_years(client)
    window = pick(numbers("risk_effects"), "effect_area", "security")
    window.enter("risk", 0.05, "effects:security:payment_fraud:severity")
    assert saved(client)["risk"] == {"effects": {"security": {"payment_fraud": {"severity": 0.05}}}}
    assert not average_years(client).equals(before)
    window.press("This area back to the defaults")
    assert not saved(client).get("risk")
    assert average_years(client).equals(before)


def test_an_effect_above_one_is_refused(client, numbers, saved):
    window = pick(numbers("risk_effects"), "effect_area", "security")
    window.enter("risk", 2, "effects:security:ransomware:frequency")
    (warning,) = window.warnings
    assert "give a number from 0.05 to 1, got 2" in warning
    assert not saved(client).get("risk")


def test_the_reach_of_a_role_is_typed_and_goes_back(client, numbers, saved):
    window = pick(pick(numbers("risk_reach"), "reach_role", "vcio"), "reach_area", "security")
    with_role = Window(client).page("risk").unfold("risk_all")
    pick(with_role, "role", "vcio")
    before = shown(with_role)
    window.enter("risk", 0, "reach:vcio:security:levels")
    assert saved(client)["risk"] == {"reach": {"vcio": {"security": {"levels": 0}}}}
    pick(with_role.page("risk").unfold("risk_all"), "role", "vcio")
    assert shown(with_role) != before
    window.press("Back to the default")
    assert not saved(client).get("risk")


def test_a_figure_is_overridden_and_goes_back(client, numbers, saved, real_knowledge):
    before = headline(client)
    window = pick(numbers("risk_figures"), "figure", "payment_fraud_rate")
    usual = real_knowledge.parameters["payment_fraud_rate"]
    newest = usual.values[max(usual.values)]
    assert f"Default {quantity(newest.typical, usual.unit)}" in read(window.words)
    assert f"Grade {newest.grade}" in read(window.words)
    window.at.get_by_key(f"{client}:overrides:payment_fraud_rate").set_value(0.5)
    window.run()
    assert saved(client)["overrides"] == {"payment_fraud_rate": 0.5}
    assert headline(client) != before
    window.press("This figure back to the default")
    assert not saved(client).get("overrides")
    assert headline(client) == before


def test_a_figure_that_no_loss_follows_from_is_refused(client, numbers, saved):
    window = pick(numbers("risk_figures"), "figure", "claim_sigma")
    window.at.get_by_key(f"{client}:overrides:claim_sigma").set_value(50.0)
    window.run()
    (warning,) = window.warnings
    assert "overrides.claim_sigma: give a number from 0.1 to 4, got 50" in warning
    assert not saved(client).get("overrides")


def test_every_figure_that_can_be_chosen_has_a_default_with_its_grade(numbers, real_knowledge, client):
    window = numbers("risk_figures")
    figures = Figures(real_knowledge, max(max(p.values) for p in real_knowledge.parameters.values()), {})
    labels = {p.label: p.id for p in real_knowledge.parameters.values()}
    offered = [labels[label] for label in window.widget("risk", "figure").options]
    assert {"ransomware_rate", "claim_sigma", "reference_level"} <= set(offered)
    assert all(figures[one].grade for one in offered)


def test_the_page_leads_back(numbers):
    assert numbers("risk_firm").press("Back to the risk").title.startswith("One year in")
