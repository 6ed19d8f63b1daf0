"""What may happen to the firm: what it changes, what an event costs, and what one would regret."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.knowledge.amounts import Term
from fcio.knowledge.load import load
from fcio.knowledge.risk import Change, Shock
from fcio.model.areas import area_results
from fcio.model.engagement import Engagement, Span
from fcio.model.fit import FitModel
from fcio.model.loss.severity import Lognormal, quantile_of
from fcio.model.risk.risk import risk_case
from fcio.model.risk.shocks import TODAY, futures, one_event, regrets, shocked, yearly_fee
from tests.risk_firms import a_fact, a_figure, a_scenario, coarse, firm, result_of, risk_knowledge
from tests.strategies import JUDGED, a_client, with_texts

REAL = coarse(load())
MODEL = FitModel.of(REAL)
KNOWLEDGE = risk_knowledge(
    figures=(a_figure("per_head", 100.0, 50.0, 300.0), a_figure("usual_people", 20.0, 5.0, 60.0)),
    facts=(
        a_fact("far", Term(figures=("per_head",), facts=("turnover",))),
        a_fact("turnover", Term(figures=("per_head",), facts=("heads",))),
        a_fact("heads", Term(figures=("usual_people",)), question="people"),
    ),
)


def a_shock(*changes, **more):
    return with_texts(Shock, id="storm", changes=changes, **JUDGED, **more)


def to_fact(fact, times):
    return Change(fact=fact, times=times)


TWICE = a_shock(to_fact("turnover", 2.0), to_fact("heads", 2.0))


def facts_after(client, shock, knowledge=KNOWLEDGE):
    after, times = shocked(knowledge, client, shock)
    facts = firm(knowledge, after, **times)
    return {fact.id: facts.fact(fact.id).typical for fact in knowledge.facts}


# ---- what a shock changes


def test_an_answer_becomes_the_one_of_the_shock():
    after, times = shocked(KNOWLEDGE, a_client({"size": "small"}), a_shock(Change(question="size", answer="large")))
    assert after.answers == {"size": "large"}
    assert times == {}


def test_an_answer_of_several_ticks_becomes_that_one_alone():
    shock = a_shock(Change(question="duties", answer="health"))
    assert shocked(KNOWLEDGE, a_client({"duties": ("cards",)}), shock)[0].answers == {"duties": ("health",)}


def test_a_fact_that_the_intake_tells_changes_in_its_answer():
    after, times = shocked(KNOWLEDGE, a_client({"people": 40.0}), a_shock(to_fact("heads", 2.0)))
    assert after.answers == {"people": 80.0}
    assert times == {}


def test_a_number_stays_whole_and_within_what_its_question_takes():
    after, _ = shocked(KNOWLEDGE, a_client({"people": 7.0}), a_shock(to_fact("heads", 0.67)))
    assert after.answers == {"people": 5.0}
    for people, times, kept in ((1.0, 0.0, 1.0), (900.0, 2.0, 1000.0)):
        after, _ = shocked(KNOWLEDGE, a_client({"people": people}), a_shock(to_fact("heads", times)))
        assert after.answers == {"people": kept}


@pytest.mark.parametrize("client", [a_client(), a_client({"people": "dont_know"}), a_client(facts={"heads": 33.0})])
def test_a_fact_from_elsewhere_is_multiplied(client):
    before = firm(KNOWLEDGE, client).fact("heads").typical
    assert facts_after(client, a_shock(to_fact("heads", 2.0)))["heads"] == 2 * before


def test_a_shock_about_nothing_leaves_the_firm_as_it_is():
    client = a_client({"people": 40.0})
    assert shocked(KNOWLEDGE, client, a_shock()) == (client, {})


@pytest.mark.parametrize(
    "client",
    [
        a_client(),
        a_client({"people": 40.0}),
        a_client(facts={"heads": 33.0}),
        a_client(facts={"turnover": 9000.0}),
        a_client({"people": 40.0}, facts={"turnover": 9000.0}),
    ],
)
@pytest.mark.parametrize("changes", [TWICE.changes, TWICE.changes[::-1]])
def test_twice_the_people_and_the_revenue_is_twice_and_not_four_times(client, changes):
    """Revenue that is estimated from people has doubled with them already."""
    before = {fact.id: firm(KNOWLEDGE, client).fact(fact.id).typical for fact in KNOWLEDGE.facts}
    after = facts_after(client, a_shock(*changes))
    assert after == pytest.approx({fact: 2 * amount for fact, amount in before.items()})


def test_what_was_nothing_stays_nothing():
    assert facts_after(a_client(facts={"turnover": 0.0}), TWICE)["turnover"] == 0


def of(scenario_facts, shock_id, client):
    shock = next(shock for shock in REAL.shocks if shock.id == shock_id)
    after, times = shocked(REAL, client, shock)
    facts = firm(REAL, after, **times)
    return after.answers, {fact: facts.fact(fact).typical for fact in scenario_facts}


CLIENT = a_client({"headcount": 40.0, "industry": "logistics"})


def test_the_real_shocks_change_what_they_say():
    start = firm(REAL, CLIENT).fact("revenue").typical
    answers, facts = of(["revenue", "headcount"], "largest_customer_leaves", CLIENT)
    assert answers["growth"] == "shrinking"
    assert facts == pytest.approx({"revenue": 0.67 * start, "headcount": 40})
    answers, facts = of(["revenue", "headcount"], "double_in_size", CLIENT)
    assert answers["growth"] == "more_than_50"
    assert facts == pytest.approx({"revenue": 2 * start, "headcount": 80})
    assert of([], "key_person_leaves", CLIENT)[0]["key_dependency"] == "we_would_stop"
    assert of([], "be_acquired", CLIENT)[0]["ownership_change"] == "planned"
    assert of([], "ransomware_strikes", CLIENT)[0] == CLIENT.answers


def test_a_client_is_not_changed_by_looking_at_a_shock():
    for shock in REAL.shocks:
        shocked(REAL, CLIENT, shock)
    assert CLIENT.answers == {"headcount": 40.0, "industry": "logistics"}


# ---- one event


FIRE = a_scenario("fire", Term(figures=("fires",)), Term(figures=("fire_cost",)))
FIRES = risk_knowledge(figures=(a_figure("fires", 0.5), a_figure("fire_cost", 1000.0)), scenarios=(FIRE,))


def test_one_event_costs_what_its_severity_says():
    event = one_event(result_of(FIRES, a_client()).now, "fire")
    severity = Lognormal(1000.0, 1.0)
    assert (event.scenario, event.mean) == ("fire", pytest.approx(1000))
    assert event.middle == pytest.approx(quantile_of(severity, 0.5), rel=0.01)
    assert event.one_in_twenty == pytest.approx(quantile_of(severity, 0.95), rel=0.01)


def test_an_event_rarer_than_the_worst_year_shown_has_its_whole_range():
    """Once in 5,000 years: the curve of a year ends below the event's middle."""
    now = result_of(FIRES, a_client(risk={"own": {"fire": {"frequency": 0.0002, "mean": 5000.0}}})).now
    event, severity = one_event(now, "fire"), Lognormal(5000.0, 1.0)
    assert now.loss.grid.top < quantile_of(severity, 0.95)
    assert event.middle == pytest.approx(quantile_of(severity, 0.5), rel=0.01)
    assert event.one_in_twenty == pytest.approx(quantile_of(severity, 0.95), rel=0.01)


def test_what_cannot_happen_has_no_event():
    now = result_of(FIRES, a_client(risk={"own": {"fire": {"frequency": 0.0}}})).now
    assert one_event(now, "fire") is None


# ---- fees and regret


def an_engagement(**more):
    whole = {field.name: None for field in dataclasses.fields(Engagement)}
    return Engagement(**{**whole, **more})


MONTHS, ONCE, FEE = Span(3.0, 6.0, 9.0), Span(0.0, 5000.0, 9000.0), Span(1000.0, 2000.0, 4000.0)


@pytest.mark.parametrize(
    ("engagement", "fee"),
    [
        (None, 0),
        (an_engagement(fee_per_month=FEE, open_ended=True, duration_months=MONTHS), 24_000),
        (an_engagement(fee_per_month=FEE, open_ended=False, duration_months=MONTHS), 12_000),
        (an_engagement(fee_per_month=FEE, open_ended=False, duration_months=Span(12.0, 24.0, 36.0)), 24_000),
        (an_engagement(fee_once=ONCE, duration_months=MONTHS), 5000),
        (an_engagement(fee_once=ONCE, fee_per_month=FEE, open_ended=True, duration_months=MONTHS), 29_000),
    ],
)
def test_the_fee_of_a_first_year(engagement, fee):
    assert yearly_fee(engagement) == fee


@pytest.fixture(scope="module")
def found():
    return futures(MODEL, CLIENT)


@pytest.fixture(scope="module")
def rows(found):
    return regrets(MODEL, found)


def test_there_is_today_and_one_future_for_each_shock(found):
    assert [one.id for one in found] == [TODAY, *(shock.id for shock in REAL.shocks)]
    assert [one.shock for one in found] == [None, *REAL.shocks]


def test_today_is_the_firm_as_it_is(found):
    assert found[0].risk.now.loss.mean == pytest.approx(result_of(REAL, CLIENT, MODEL.tables).now.loss.mean)
    assert found[0].events == ()


def test_certain_events_are_those_of_the_shock(found):
    certain = {one.id: [event.scenario for event in one.events] for one in found}
    assert certain["key_person_leaves"] == ["key_person"]
    assert certain["ransomware_strikes"] == ["ransomware"]
    assert certain["be_acquired"] == []


def test_in_every_future_somebody_has_nothing_to_regret_and_nobody_gains(rows, found):
    for one in found:
        mine = [row for row in rows if row.future == one.id]
        assert {row.role for row in mine} == set(MODEL.tables.roles)
        assert min(row.regret for row in mine) == 0
        least = min(row.fee + row.loss for row in mine)
        assert all(row.regret == pytest.approx(row.fee + row.loss - least) for row in mine)


def test_engaging_nobody_costs_no_fee_and_leaves_the_whole_loss(rows, found):
    for one in found:
        nobody = next(row for row in rows if (row.role, row.future) == ("not_yet", one.id))
        certain = sum(event.mean for event in one.events)
        assert nobody.fee == 0
        assert nobody.loss == pytest.approx(one.risk.now.loss.mean + one.risk.now.leak + certain)


@given(st.sampled_from([5.0, 40.0, 180.0]), st.sampled_from(["software", "health", "non_profit"]))
@settings(max_examples=4)
def test_a_firm_that_doubles_never_has_less_ransomware(people, industry):
    client = a_client({"headcount": people, "industry": industry})
    shock = next(shock for shock in REAL.shocks if shock.id == "double_in_size")

    def loss(one, times):
        case = risk_case(REAL, one, area_results(REAL, one, MODEL.tables), MODEL.tables, times)
        row = case.inputs.event("ransomware")
        return row.frequency.typical * row.mean.typical

    after, times = shocked(REAL, client, shock)
    assert loss(after, times) >= loss(client, None)
