"""A year's loss today and under every role: what must hold whatever a client answers."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.amounts import Term
from fcio.knowledge.load import load
from fcio.model.answers import Refused
from fcio.model.areas import area_results
from fcio.model.loss.scenario import Policy
from fcio.model.risk.risk import chance_beyond, risk_result
from fcio.model.tables import tables
from tests.risk_firms import (
    REFERENCE,
    a_figure,
    a_reach,
    a_scenario,
    an_effect,
    case_of,
    coarse,
    real_firms,
    result_of,
    risk_knowledge,
)
from tests.strategies import a_client, an_area, an_indicator, real_examples

REAL = coarse(load())
TABLES = tables(REAL)
AREAS = (an_area("guard", an_indicator("g1")), an_area("spare", an_indicator("s1")))
FIRE = a_scenario("fire", Term(figures=("fires",)), Term(figures=("fire_cost",)))
LEAK = a_scenario("leak", Term(), Term(figures=("leak_cost",)), kind="pert", sigma=None, recurring=True)
KNOWLEDGE = risk_knowledge(
    *AREAS,
    figures=(a_figure("fires", 0.5), a_figure("fire_cost", 1000.0), a_figure("leak_cost", 70.0, 40.0, 90.0)),
    scenarios=(FIRE, LEAK),
    area_effects=(
        an_effect("guard", "fire", 0.5),
        an_effect("spare", "fire", severity=0.8),
        an_effect("spare", "leak", severity=0.9),
    ),
    reach=(a_reach("guard", 2.5, 5.0), a_reach("spare", 1.0, 3.0, role="vcio")),
)


def of(answers=None, **more):
    return result_of(KNOWLEDGE, a_client(answers, **more))


# ---- a firm that can be worked out by hand


def test_at_the_reference_level_a_firm_loses_what_its_figures_say():
    now = of().now
    assert now.loss.mean == pytest.approx(500)
    assert now.expected == {"fire": pytest.approx(500)}
    assert now.leaks["leak"].typical == now.leak == 70


def test_levels_act_on_frequency_loss_and_leak():
    """Level 5: half as often, four fifths as dear, nine tenths of the leak."""
    now = of(areas={"g1": 5, "s1": 5}).now
    assert now.loss.mean == pytest.approx(500 * 0.5 * 0.8)
    assert (now.leaks["leak"].low, now.leak, now.leaks["leak"].high) == pytest.approx((36, 63, 81))


def test_a_role_works_through_the_areas_it_lifts():
    """The CTO lifts the guard from 2.5 to 5; the vCIO the spare from 2.5 to 3."""
    result = of()
    assert result.roles["cto"].levels == {"guard": 5.0, "spare": REFERENCE}
    assert result.roles["cto"].loss.mean == pytest.approx(250)
    assert result.roles["vcio"].loss.mean == pytest.approx(500 * 0.8**0.2)


def test_a_role_that_reaches_nowhere_and_nobody_change_nothing():
    result = of()
    assert result.roles["consultant"].loss.mean == result.now.loss.mean
    assert "not_yet" not in result.roles
    assert result.outlook("not_yet") is result.now


def test_a_role_on_its_way_has_done_a_part_of_it():
    case = case_of(KNOWLEDGE.model_copy(update={"reach": (a_reach("guard", 2.5, 5.0, 10.0),)}), a_client())
    assert case.yearly(case.levels.by_area) == pytest.approx(500)
    assert case.yearly(case.under("cto", 5)) == pytest.approx(500 * 0.5**0.5)
    assert case.yearly(case.under("cto")) == pytest.approx(250)


def test_their_own_effects_and_reach_stand_in_place_of_ours():
    own = {"effects": {"guard": {"fire": {"frequency": 0.4}}}, "reach": {"cto": {"guard": {"up_to": 3.75}}}}
    assert of(areas={"g1": 5}, risk={"effects": own["effects"]}).now.loss.mean == pytest.approx(200)
    assert of(risk={"reach": own["reach"]}).roles["cto"].levels["guard"] == 3.75


def test_no_loss_at_all():
    result = of(risk={"own": {"fire": {"frequency": 0.0}}})
    assert (result.now.loss.mean, result.now.loss.var(0.99), result.now.expected) == (0, 0, {})
    assert result.parts == ()
    assert result.now.leak == 70


# ---- insurance and tolerance


POLICY = {"deductible": 100.0, "annual_limit": 5000.0}


def insured(policy=POLICY, **more):
    fire = FIRE.model_copy(update={"insured": True, "shared": True})
    knowledge = KNOWLEDGE.model_copy(update={"scenarios": (fire, LEAK)})
    return result_of(knowledge, a_client(risk={"policy": policy, **more} if policy else more))


def test_insurance_takes_from_the_curve_and_not_from_the_parts():
    covered, bare = insured(), insured(None)
    assert covered.now.model.policy == Policy(100.0, 5000.0)
    assert covered.now.loss.mean < bare.now.loss.mean
    assert covered.now.expected == bare.now.expected
    assert sum(part.mean for part in covered.parts) == pytest.approx(bare.now.loss.mean)
    assert covered.grid == bare.grid


def test_an_insurance_of_events_by_the_hundred_is_refused_in_one_sentence():
    with pytest.raises(Refused, match="insured events a year are likely; lower their frequency") as refusal:
        insured(own={"fire": {"frequency": 900.0}})
    assert refusal.value.field == "risk.policy"


def test_chances_of_what_the_owner_can_bear_are_read_off_the_curve():
    result = of(risk={"tolerance": {"hurts": 1000.0, "ends": 8000.0}})
    now = result.now
    assert (result.tolerance.hurts, result.tolerance.ends) == (1000, 8000)
    assert now.hurts == pytest.approx(float(now.loss.exceedance([1000.0])[0]))
    assert 0 < now.ends < now.hurts < 1 - now.loss.no_loss
    assert result.roles["cto"].hurts < now.hurts


def test_what_was_not_said_has_no_chance():
    result = of(risk={"tolerance": {"hurts": 1000.0}})
    assert result.now.ends is None
    assert of().now.hurts is None


@pytest.mark.parametrize("amount", [0.0, 1e9, 1e12])
def test_an_amount_at_the_end_or_beyond_the_curve_has_a_chance_too(amount):
    now = of().now
    found = chance_beyond(now.model, now.loss, amount)
    assert found == pytest.approx(1 - now.loss.no_loss if amount == 0 else 0, abs=1e-6)


# ---- whatever a client answers


@given(real_firms(REAL))
@real_examples(20)
def test_a_role_never_raises_the_expected_loss_and_nobody_changes_nothing(client):
    result = result_of(REAL, client, TABLES)
    for after in result.roles.values():
        assert after.loss.mean <= result.now.loss.mean * (1 + 1e-9)
        assert after.leak <= result.now.leak * (1 + 1e-9)
        assert all(after.expected[one] <= result.now.expected[one] * (1 + 1e-9) for one in result.now.expected)
    assert result.outlook("not_yet") is result.now


@given(real_firms(REAL))
@real_examples(20)
def test_parts_add_up_and_all_curves_share_an_axis(client):
    result = result_of(REAL, client, TABLES)
    mean, tail = result.now.loss.mean, result.now.loss.tvar(result.bad_year)
    assert sum(part.mean for part in result.parts) == pytest.approx(mean)
    assert sum(part.tail for part in result.parts) == pytest.approx(tail, rel=1e-6)
    assert {part.scenario: part.mean for part in result.parts} == pytest.approx(dict(result.now.expected))
    assert sum(result.now.expected.values()) == pytest.approx(mean)
    for outlook in (result.now, *result.roles.values()):
        assert outlook.loss.grid == result.grid
        assert np.array_equal(outlook.loss.curve()[0], result.now.loss.curve()[0])


@given(real_firms(REAL))
@real_examples(20)
def test_bounds_hold_the_quantiles_of_today(client):
    result = result_of(REAL, client, TABLES)
    for bracket in result.brackets:
        value = result.now.loss.var(bracket.level)
        assert bracket.low - result.grid.step / 2 <= value <= bracket.high + result.grid.step / 2


@given(real_firms(REAL), st.floats(1e4, 1e8), st.floats(1, 50))
@real_examples(20)
def test_more_revenue_never_lowers_the_expected_loss_of_ransomware(client, revenue, times):
    def ransomware(amount):
        facts = {**client.facts, "revenue": amount}
        case = case_of(REAL, dataclasses.replace(client, facts=facts), TABLES)
        levels = case.levels.by_area
        model = case.model(case.acting(levels))
        return next(s.rate * s.event_mean for s in model.scenarios if s.id == "ransomware")

    assert ransomware(revenue * times) >= ransomware(revenue) * (1 - 1e-9)


@given(real_firms(REAL))
@real_examples(10)
def test_a_better_answer_never_raises_the_expected_loss(client):
    """One level more wherever one was given."""
    better = {indicator: min(5, level + 1) for indicator, level in client.areas.items()}
    before = case_of(REAL, client, TABLES)
    after = case_of(REAL, dataclasses.replace(client, areas=better), TABLES)
    assert after.yearly(after.levels.by_area) <= before.yearly(before.levels.by_area) * (1 + 1e-9)


def test_a_firm_after_a_change_has_other_facts():
    client = a_client({"headcount": 40.0})
    areas = area_results(REAL, client, TABLES)
    before, after = (risk_result(REAL, client, areas, TABLES, times) for times in (None, {"projects": 2.0}))
    was, now = (r.inputs.event("failed_project").frequency.typical for r in (before, after))
    assert now == pytest.approx(2 * was)
