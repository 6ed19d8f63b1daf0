"""What a step of the roadmap does to risk, and for each dollar."""

import numpy as np
import pytest
from hypothesis import given

from fcio.knowledge.amounts import Term
from fcio.knowledge.areas import Initiative
from fcio.knowledge.load import load
from fcio.model.areas import area_results
from fcio.model.engagement import Span
from fcio.model.risk.initiatives import Worth, by_ratio, lifted_level, worths
from fcio.model.tables import tables
from tests.risk_firms import (
    REFERENCE,
    a_figure,
    a_scenario,
    an_effect,
    case_of,
    coarse,
    real_firms,
    result_of,
    risk_knowledge,
)
from tests.strategies import JUDGED, a_client, an_area, an_indicator, real_examples, with_texts

REAL = coarse(load())
TABLES = tables(REAL)


def a_step(step_id, indicators, to_level=5, hours=(10.0, 20.0, 40.0), cost=(0.0, 500.0, 1000.0), **more):
    spans = [dict(zip(("low", "typical", "high"), one, strict=True)) for one in (hours, cost)]
    return with_texts(
        Initiative,
        id=step_id,
        indicators=indicators,
        from_level=1,
        to_level=to_level,
        hours=spans[0],
        cost_usd=spans[1],
        roles=("cto",),
        **{"area": "guard", "needs": (), **JUDGED, **more},
    )


WHOLE = a_step("whole", ("g1", "g2"))
PART = a_step("part", ("g1",))
KNOWLEDGE = risk_knowledge(
    an_area("guard", an_indicator("g1", weight=3), an_indicator("g2", weight=1)),
    an_area("spare", an_indicator("s1")),
    figures=(a_figure("fires", 0.5, 0.25, 1.5), a_figure("fire_cost", 100_000.0), a_figure("leak_cost", 80.0)),
    scenarios=(
        a_scenario("fire", Term(figures=("fires",)), Term(figures=("fire_cost",))),
        a_scenario("leak", Term(), Term(figures=("leak_cost",)), kind="pert", sigma=None, recurring=True),
    ),
    area_effects=(an_effect("guard", "fire", 0.5), an_effect("guard", "leak", severity=0.5)),
    initiatives=(WHOLE, PART),
)


def level_after(step, areas, knowledge=KNOWLEDGE):
    client = a_client(areas=areas)
    return lifted_level(knowledge, area_results(knowledge, client), case_of(knowledge, client), step)


def worth(knowledge=KNOWLEDGE, client=None, t=None):
    client = client or a_client()
    areas, result = area_results(knowledge, client, t or tables(knowledge)), result_of(knowledge, client, t)
    return {row.initiative: row for row in worths(knowledge, client, areas, result, np.random.default_rng(7), 200, t)}


# ---- the level once it is done


def test_a_step_lifts_what_it_is_about_by_its_weight():
    """Three parts of four from 1 to 5."""
    assert level_after(PART, {"g1": 1, "g2": 1}) == 4
    assert level_after(WHOLE, {"g1": 1, "g2": 1}) == 5


def test_what_is_open_stands_at_the_rough_default_before_a_step():
    assert level_after(PART, {}) == pytest.approx(REFERENCE + 3 / 4 * (5 - REFERENCE))


def test_a_step_never_lowers_what_is_there():
    assert level_after(a_step("low", ("g1", "g2"), to_level=2), {"g1": 4, "g2": 3}) == pytest.approx(3.75)


def test_what_does_not_apply_is_left_out():
    assert level_after(PART, {"g1": "does_not_apply", "g2": 2}) == 2
    assert level_after(WHOLE, {"g1": "does_not_apply", "g2": "does_not_apply"}) is None


# ---- what it is worth


def test_a_step_avoids_what_the_lifted_area_avoids():
    """From 2.5 to 5: fires half as often, the leak half as dear."""
    row = worth()["whole"]
    assert row.avoided.typical == pytest.approx(25_000)
    assert row.leak == pytest.approx(40)
    assert 12_000 < row.avoided.low < row.avoided.typical < row.avoided.high < 80_000


def test_a_step_takes_its_money_and_its_hours_at_their_price():
    """20 hours at $50, and $500; 10 at 40 and 40 at 60 with $1,000 at the ends."""
    row = worth()["whole"]
    assert (row.cost.low, row.cost.typical, row.cost.high) == (400, 1500, 3400)


def test_the_ratio_sets_the_least_avoided_against_the_most_it_may_take():
    row = worth()["whole"]
    assert row.per_dollar.typical == pytest.approx(25_000 / 1500)
    assert row.per_dollar.low == pytest.approx(row.avoided.low / 3400)
    assert row.per_dollar.high == pytest.approx(row.avoided.high / 400)


def test_their_own_hours_and_money_take_the_place_of_ours():
    client = a_client(roadmap={"own": {"whole": {"hours": 2.0, "cost": 0.0}}})
    cost = worth(client=client)["whole"].cost
    assert (cost.low, cost.typical, cost.high) == (80, 100, 120)


def test_a_step_that_takes_nothing_has_no_ratio():
    client = a_client(roadmap={"own": {"whole": {"hours": 0.0, "cost": 0.0}}})
    assert worth(client=client)["whole"].per_dollar is None


def test_a_step_of_an_area_that_does_not_apply_is_left_out():
    assert worth(client=a_client(areas={"g1": "does_not_apply", "g2": "does_not_apply"})) == {}


def test_the_most_avoided_for_a_dollar_comes_first_then_the_most_avoided():
    def row(name, ratio, avoided):
        span = Span(avoided, avoided, avoided)
        return Worth(name, span, 0.0, Span(1.0, 1.0, 1.0), Span(ratio, ratio, ratio))

    rows = [row("a", 1.0, 5.0), row("b", 2.0, 1.0), row("c", 1.0, 9.0)]
    assert [one.initiative for one in by_ratio(rows)] == ["b", "c", "a"]


@given(real_firms(REAL))
@real_examples(6)
def test_no_step_makes_things_worse(client):
    for row in worth(REAL, client, TABLES).values():
        assert row.avoided.low >= -1e-6
        assert row.leak >= -1e-6
        assert row.avoided.low <= row.avoided.typical <= row.avoided.high
        assert row.cost.low <= row.cost.typical <= row.cost.high
        assert row.per_dollar.low <= row.per_dollar.typical <= row.per_dollar.high
