"""What a budget rests on: what the client gave, what the intake tells, and what is estimated, in this order."""

import pytest

from fcio.exchange.case_file import assessment, read_case
from fcio.model.fit import role_fit
from fcio.model.money.case import OWNER_HOURS, budget_case
from fcio.model.money.leader_lines import spells
from fcio.model.money.levers import at_typical
from fcio.model.money.scenario import SEQUENCE
from tests.model.money.budgets import ROOT, TODAY, case_of

TWO_HOURS = {"owner_hours": "from_1_to_3"}


def test_own_hours_are_the_given_before_the_told_before_the_usual():
    def hours(budget, answers=None):
        lever = case_of(budget, answers).levers[OWNER_HOURS]
        return lever.typical, lever.source

    assert hours({}) == (9, "judgement")
    assert hours({}, TWO_HOURS) == (8.7, "intake")
    assert hours({"levers": {"owner_technology_hours": 12}}, TWO_HOURS) == (12, "client")
    assert hours({"owner_hours": 0, "levers": {"owner_technology_hours": 12}}, TWO_HOURS) == (0, "client")


def test_spending_nobody_gave_is_estimated_from_software_and_cloud():
    """They are 28 % of a usual budget; what is known of a contract makes its line known."""
    nothing = case_of({}).spend
    assert set(nothing.estimated) == set(nothing.usd_per_year)
    both = nothing.usd_per_year["software"] + nothing.usd_per_year["cloud"]
    assert both / nothing.total == pytest.approx(0.28)
    contract = {"name": "Main system", "category": "software", "yearly": 20_000}
    known = case_of({"contracts": [contract]}).spend
    assert known.usd_per_year["software"] == 20_000 and "software" not in known.estimated
    assert known.total == pytest.approx(100_000)


def test_a_given_line_is_certain_and_only_estimates_are_drawn():
    case = case_of({"spend": {"provider": 25_000}})
    assert case.spend.estimated == set(case.spend.usd_per_year) - {"provider"}
    assert case.levers["spend_provider"].source == "client"
    assert case.levers["spend_cloud"].source == "estimate"


def test_a_path_has_its_leaders_one_after_another_with_a_month_together(real_knowledge, real_model):
    """A consultant for three months from half a month on; the fractional CIO comes a month before the end of them."""
    text = (ROOT / "data/demo/food_maker.json").read_bytes()
    facts = assessment(read_case(real_knowledge, text), TODAY)
    case = budget_case(real_knowledge, facts, role_fit(real_model, facts))
    path = case.scenario(SEQUENCE)
    found = spells(case, path, at_typical(case.levers))
    assert [one.leader.role for one in found] == ["consultant", "fractional_cio"]
    assert [(float(one.start), float(one.end)) for one in found] == [(0.5, 3.5), (2.5, 11.5)]
    assert float(found[1].takes_over) == 3.5


def test_own_scenarios_keep_what_they_do_not_say_from_the_role_fit():
    rate = {"name": "By the hour", "role": "vcio", "rate": 100, "hours": 10}
    shorter = {"name": "Shorter", "role": "fractional_cio", "months": 3}
    nobody = {"name": "New switch", "one_off": 5000}
    case = case_of({"scenarios": [rate, shorter, nobody]})
    vcio, short, none = (case.scenario(f"own_{number}") for number in (1, 2, 3))
    v = {key: lever.typical for key, lever in case.levers.items()}
    assert float(vcio.leaders[0].monthly_pay(v)) == 1000
    assert vcio.leaders[0].months == case.scenario("vcio").leaders[0].months
    usual = case.scenario("fractional_cio").leaders[0]
    assert float(short.leaders[0].monthly_pay(v)) == float(usual.monthly_pay(v))
    assert float(short.leaders[0].length(v)) == 3
    assert none.leaders == () and v[none.one_off] == 5000
