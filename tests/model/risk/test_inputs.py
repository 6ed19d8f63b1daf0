"""The numbers of every scenario: ours with a receipt, their own in place, and linked losses counted once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.amounts import Term
from fcio.knowledge.load import load
from fcio.knowledge.risk import Linked
from fcio.model.amounts import ESTIMATE, OWN, known
from fcio.model.loss.bounded import Capped, Pert
from fcio.model.loss.severity import Gamma, Lognormal, mean_of
from fcio.model.risk.inputs import loss_scenario, own_mean, risk_inputs, severity_of
from fcio.model.risk.multipliers import Multiplier
from tests.risk_firms import a_fact, a_figure, a_scenario, case_of, firm, real_firms, risk_knowledge
from tests.strategies import a_client, real_examples

REAL = load()
INSIDE = (Linked(scenario="flood", share="often", inside=True),)
BESIDE = (Linked(scenario="flood", share="often"),)
FIGURES = (
    a_figure("fires", 0.1, 0.05, 0.3),
    a_figure("floods", 0.4),
    a_figure("fire_cost", 1000.0, 500.0, 4000.0),
    a_figure("flood_cost", 300.0),
    a_figure("often", 0.5),
    a_figure("half", 0.5),
    a_figure("twice", 2.0),
    a_figure("leak_cost", 70.0, 40.0, 90.0),
)
FIRE = a_scenario("fire", Term(figures=("fires",)), Term(figures=("fire_cost",)), linked=INSIDE)
FLOOD = a_scenario("flood", Term(figures=("floods",)), Term(figures=("flood_cost",)))
THEFT = a_scenario(
    "theft",
    Term(figures=("half",), scenarios=("fire", "flood")),
    Term(figures=("fire_cost",)),
    cap=Term(figures=("twice",), facts=("turnover",)),
)
LEAK = a_scenario("leak", Term(), Term(figures=("leak_cost",)), kind="pert", sigma=None, recurring=True)


def knowledge_of(*scenarios):
    fact = a_fact("turnover", Term(figures=("fire_cost",)))
    return risk_knowledge(figures=FIGURES, scenarios=scenarios, facts=(fact,))


def inputs(own=None, scenarios=(FIRE, FLOOD, THEFT, LEAK), **more):
    knowledge = knowledge_of(*scenarios)
    client = a_client(risk={"own": own} if own else {}, **more)
    return risk_inputs(knowledge, client, firm(knowledge, client))


# ---- ours, and their own


def test_numbers_follow_from_the_figures_with_their_range_and_receipt():
    row = inputs().event("fire")
    assert (row.frequency.low, row.frequency.typical, row.frequency.high) == (0.05, 0.1, 0.3)
    assert (row.mean.typical, row.sigma, row.cap, row.dispersion) == (1000, 1.0, None, 0.0)
    assert row.frequency.products[0].parts[0].id == "fires"
    assert row.own == frozenset()


def test_a_frequency_can_follow_from_others():
    """Half of fires and floods together."""
    assert inputs().event("theft").frequency.typical == pytest.approx(0.25)


def test_their_own_frequency_carries_on_to_what_follows_from_it():
    found = inputs({"fire": {"frequency": 2.0}})
    assert found.event("fire").frequency == known(2.0, OWN)
    assert found.event("theft").frequency.typical == pytest.approx(1.2)
    assert found.event("theft").frequency.origin == ESTIMATE


def test_their_own_numbers_stand_and_ours_are_kept_beside_them():
    typed = {"low": 1.0, "typical": 2.0, "high": 3.0}
    row = inputs({"theft": {"frequency": typed, "mean": 50.0, "sigma": 0.7, "cap": 900.0}}).event("theft")
    assert (row.frequency.low, row.frequency.typical, row.frequency.high, row.frequency.origin) == (1, 2, 3, OWN)
    assert (row.mean, row.sigma, row.cap) == (known(50.0, OWN), 0.7, 900.0)
    assert row.own == {"frequency", "mean", "sigma", "cap"}
    ours = {key: amount.typical for key, amount in row.defaults.items()}
    assert ours == pytest.approx({"frequency": 0.25, "mean": 1000, "sigma": 1.0, "cap": 2000})


@pytest.mark.parametrize("field", ["frequency", "mean", "cap"])
def test_a_typed_nothing_is_a_number_and_means_that_it_cannot_happen(field):
    row = inputs({"theft": {field: 0.0}}).event("theft")
    assert row.own == {field}
    assert not row.can_happen


def test_what_costs_at_most_nothing_cannot_happen():
    assert inputs().event("theft").can_happen
    assert not inputs(facts={"turnover": 0.0}).event("theft").can_happen


def test_yearly_leaks_stay_apart_from_events():
    found = inputs()
    assert [row.id for row in found.events] == ["fire", "flood", "theft"]
    (leak,) = found.leaks
    assert (leak.mean.low, leak.mean.typical, leak.mean.high, leak.sigma) == (40, 70, 90, None)


# ---- severities


def test_the_kind_of_a_severity():
    assert severity_of(inputs().event("fire"), 1000) == Lognormal(1000, 1.0)
    assert severity_of(inputs().event("theft"), 1000) == Capped(Lognormal(1000, 1.0), 2000)
    gamma = a_scenario("fire", Term(figures=("fires",)), Term(figures=("fire_cost",)), kind="gamma", sigma="twice")
    assert severity_of(inputs(scenarios=(gamma,)).event("fire"), 1000) == Gamma(1000, 0.25)
    pert = a_scenario("fire", Term(figures=("fires",)), Term(figures=("fire_cost",)), kind="pert", sigma=None)
    assert severity_of(inputs(scenarios=(pert,)).event("fire"), 2000) == Pert(1000, 2000, 8000)


# ---- linked losses


def event_mean(found, scenario="fire", acting=None):
    return loss_scenario(found.event(scenario), found, acting or {}).event_mean


def test_a_linked_loss_that_the_mean_counts_is_taken_out_of_it():
    """Half of fires bring a flood of 300: 850 is left for the fire itself, 1,000 in all."""
    found = inputs()
    assert own_mean(found.event("fire"), found) == pytest.approx(850)
    assert event_mean(found) == pytest.approx(1000)


def test_a_linked_loss_beside_the_mean_comes_on_top_of_it():
    beside = FIRE.model_copy(update={"linked": BESIDE})
    found = inputs(scenarios=(beside, FLOOD))
    assert own_mean(found.event("fire"), found) == 1000
    assert event_mean(found) == pytest.approx(1150)


def test_a_stated_share_of_the_mean_stays_in_any_case():
    """A flood of 9,000 would leave nothing of the fire; two tenths stay."""
    found = inputs({"flood": {"mean": 9000.0}})
    assert own_mean(found.event("fire"), found) == pytest.approx(200)
    assert event_mean(found) == pytest.approx(200 + 4500)


def test_the_cost_that_the_client_gives_for_the_linked_loss_is_what_is_taken_out():
    found = inputs({"flood": {"mean": 100.0}})
    assert own_mean(found.event("fire"), found) == pytest.approx(950)


@pytest.mark.parametrize("flood", [{"mean": 0.0}, {"cap": 0.0}])
def test_a_linked_loss_that_costs_nothing_is_no_loss(flood):
    found = inputs({"flood": flood})
    assert loss_scenario(found.event("fire"), found, {}).children == ()
    assert own_mean(found.event("fire"), found) == 1000


def test_a_linked_loss_comes_even_if_it_never_happens_alone():
    found = inputs({"flood": {"frequency": 0.0}})
    assert not found.event("flood").can_happen
    assert event_mean(found) == pytest.approx(1000)


def test_areas_act_on_the_frequency_the_loss_and_what_comes_with_it():
    found = inputs()
    acting = {"fire": Multiplier(0.5, 0.8), "flood": Multiplier(0.1, 0.6)}
    made = loss_scenario(found.event("fire"), found, acting)
    assert made.rate == pytest.approx(0.05)
    assert made.event_mean == pytest.approx(0.8 * 850 + 0.5 * 0.6 * 300)


@given(st.floats(1, 1e5), st.floats(1, 1e5))
def test_the_parts_of_an_event_never_come_to_less_than_its_mean(fire, flood):
    found = inputs({"fire": {"mean": fire}, "flood": {"mean": flood}})
    assert event_mean(found) >= fire * (1 - 1e-12)
    if 0.5 * flood <= 0.8 * fire:
        assert event_mean(found) == pytest.approx(fire)


# ---- the real scenarios


@given(st.sampled_from([2e6, 2e7, 2e8]))
@real_examples(3)
def test_a_ransomware_event_with_all_it_brings_costs_the_mean_of_claims(revenue):
    """Without a cap that bites, and where an hour of standstill is cheap enough to fit into it."""
    own = {"ransomware": {"cap": 1e12}, "data_loss": {"cap": 1e12}}
    client = a_client({"headcount": 40.0}, facts={"revenue": revenue, "standstill_cost": 900.0}, risk={"own": own})
    case = case_of(REAL, client)
    row = case.inputs.event("ransomware")
    assert own_mean(row, case.inputs) > case.inputs.least_own_share * row.mean.typical
    plain = loss_scenario(row, case.inputs, {})
    assert plain.event_mean == pytest.approx(row.mean.typical, rel=1e-3)
    assert {child.id for child in plain.children} == {"outage", "data_loss"}


@given(real_firms(REAL))
@real_examples(15)
def test_nothing_that_cannot_happen_is_in_the_model_and_everything_else_is(client):
    case = case_of(REAL, client)
    model = case.model(case.acting(case.levels.by_area))
    able = [row.id for row in case.inputs.events if row.can_happen]
    assert [scenario.id for scenario in model.scenarios] == able
    for scenario in model.scenarios:
        assert scenario.rate > 0
        assert mean_of(scenario.severity) > 0


def test_a_firm_that_starts_no_projects_has_no_failed_one():
    case = case_of(REAL, a_client(facts={"projects": 0.0}))
    assert not case.inputs.event("failed_project").can_happen


def test_a_firm_without_revenue_can_still_say_what_an_event_costs():
    """What ransomware brings with it is capped at nothing there, and falls away."""
    client = a_client(facts={"revenue": 0.0}, risk={"own": {"ransomware": {"cap": 50_000.0}}})
    case = case_of(REAL, client)
    scenarios = {scenario.id: scenario for scenario in case.model({}).scenarios}
    assert "data_loss" not in {child.id for child in scenarios["ransomware"].children}
