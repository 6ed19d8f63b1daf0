"""How well technology is led, as risk needs it, and how far a role lifts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.risk import LevelRule
from fcio.model.areas import area_results
from fcio.model.parameters import Figures
from fcio.model.risk.levels import lifted, risk_levels
from fcio.model.situation import situation
from fcio.model.tables import tables
from tests.risk_firms import REFERENCE, a_reach, result_of, risk_knowledge
from tests.strategies import JUDGED, a_client, an_area, an_indicator, at_least, one_of, real_examples

AREAS = (
    an_area("security", an_indicator("proof", weight=3), an_indicator("patches", weight=1)),
    an_area("cloud", an_indicator("cloud_plan")),
)
SMALL = LevelRule(id="small", when=({"size": one_of("small")},), add=-0.5, **JUDGED)
MANY = LevelRule(id="many", when=({"people": at_least(50.0)},), add=0.25, **JUDGED)
KNOWLEDGE = risk_knowledge(*AREAS, level_rules=(SMALL, MANY))


def levels(answers=None, areas=None, knowledge=KNOWLEDGE, **more):
    client = a_client(answers, areas=areas or {}, **more)
    t = tables(knowledge)
    figures = Figures(knowledge, client.as_of, client.overrides)
    return risk_levels(knowledge, situation(t, client.answers), area_results(knowledge, client, t), figures)


# ---- levels


def test_where_nobody_looked_every_area_stands_at_the_reference_level():
    found = levels()
    assert found.by_area == {"security": REFERENCE, "cloud": REFERENCE}
    assert (found.default, found.looked_at, found.rules) == (REFERENCE, False, ())


def test_what_is_known_counts_as_it_is():
    """Three parts of level 5 and one of level 1."""
    found = levels(areas={"proof": 5, "patches": 1})
    assert found.by_area == {"security": 4.0, "cloud": REFERENCE}
    assert found.looked_at


def test_what_is_half_known_takes_the_rough_default_for_the_rest():
    """Three parts of level 5 and one of 2.5."""
    found = levels(areas={"proof": 5})
    assert found.by_area["security"] == pytest.approx((3 * 5 + REFERENCE) / 4)
    assert next(area for area in found.areas if area.area == "security").coverage == 0.75


def test_i_do_not_know_is_as_open_as_no_answer():
    assert levels(areas={"proof": "dont_know"}).by_area == levels().by_area


def test_an_area_that_does_not_apply_has_no_level():
    assert set(levels(areas={"cloud_plan": "does_not_apply"}).by_area) == {"security"}


def test_an_indicator_that_does_not_apply_leaves_its_area_to_the_others():
    assert levels(areas={"proof": 4, "patches": "does_not_apply"}).by_area["security"] == 4.0


@pytest.mark.parametrize(
    ("answers", "default", "rules"),
    [
        ({"size": "small"}, 2.0, ["small"]),
        ({"size": "large"}, 2.5, []),
        ({"people": 50.0}, 2.75, ["many"]),
        ({"size": "small", "people": 60.0}, 2.25, ["small", "many"]),
        ({"size": "dont_know"}, 2.5, []),
    ],
)
def test_rules_move_the_rough_default_and_say_so(answers, default, rules):
    found = levels(answers)
    assert found.default == pytest.approx(default)
    assert [rule.id for rule in found.rules] == rules
    assert set(found.by_area.values()) == {found.default}


def test_rules_do_not_touch_what_is_known():
    assert levels({"size": "small"}, {"proof": 3, "patches": 3}).by_area["security"] == 3.0


@pytest.mark.parametrize(("add", "default"), [(-2.0, 1.0), (2.0, 5.0)])
def test_the_rough_default_stays_on_the_scale(add, default):
    rules = tuple(LevelRule(id=f"r{n}", when=({"size": one_of("small")},), add=add, **JUDGED) for n in range(3))
    found = levels({"size": "small"}, knowledge=risk_knowledge(*AREAS, level_rules=rules))
    assert set(found.by_area.values()) == {default}


def test_the_reference_level_can_be_their_own():
    assert levels(overrides={"reference": 3}).default == 3


@given(st.dictionaries(st.sampled_from(["proof", "patches", "cloud_plan"]), st.integers(1, 4)))
def test_a_better_answer_never_lowers_a_level(areas):
    better = {indicator: level + 1 for indicator, level in areas.items()}
    before, after = levels(areas=areas).by_area, levels(areas=better).by_area
    assert all(after[area] >= before[area] for area in before)
    assert all(1 <= level <= 5 for level in after.values())


# ---- what a role does to them


@pytest.mark.parametrize(
    ("level", "reach", "after"),
    [
        (2.0, a_reach("a", 1.5, 4.0), 3.5),
        (3.0, a_reach("a", 1.5, 4.0), 4.0),  # not above what the role can hold
        (4.5, a_reach("a", 1.5, 4.0), 4.5),  # nor down to it
        (5.0, a_reach("a", 4.0, 5.0), 5.0),
        (2.0, a_reach("a", 0.0, 4.0), 2.0),
    ],
)
def test_a_role_lifts_an_area_by_its_reach(level, reach, after):
    assert lifted({"a": level}, {"a": reach}) == {"a": after}


@pytest.mark.parametrize(("month", "after"), [(0, 2.0), (3, 2.5), (4.5, 2.75), (9, 3.5), (12, 3.5), (None, 3.5)])
def test_a_role_climbs_straight_until_all_of_it_holds(month, after):
    assert lifted({"a": 2.0}, {"a": a_reach("a", 1.5, 4.0, months=9.0)}, month) == pytest.approx({"a": after})


def test_a_role_that_works_at_once_works_in_full_on_its_first_day():
    assert lifted({"a": 2.0}, {"a": a_reach("a", 1.0, 4.0, months=0.0)}, 0) == {"a": 3.0}


def test_a_role_leaves_alone_what_it_does_not_reach():
    assert lifted({"a": 2.0, "b": 3.0}, {"a": a_reach("a", 1.0, 4.0)}) == {"a": 3.0, "b": 3.0}
    assert lifted({"b": 3.0}, {"a": a_reach("a", 1.0, 4.0)}) == {"b": 3.0}


@given(st.floats(1, 5), st.floats(0, 4), st.floats(1, 5), st.floats(0, 60), st.floats(0, 80), st.floats(0, 80))
def test_a_level_never_falls_never_passes_the_ceiling_and_only_climbs(level, up, ceiling, months, one, another):
    reach = {"a": a_reach("a", up, ceiling, months)}
    early, late = (lifted({"a": level}, reach, month)["a"] for month in sorted((one, another)))
    whole = lifted({"a": level}, reach)["a"]
    assert level <= early <= late * (1 + 1e-12) <= whole * (1 + 1e-9)
    assert whole <= max(level, ceiling)
    assert whole <= level + up + 1e-12


@real_examples(5)
@given(st.sampled_from(["fractional_cio", "vcio", "cto", "consultant", "full_time_cio"]))
def test_the_real_roles_lift_what_they_reach_and_nothing_else(real_knowledge, role):
    result = result_of(real_knowledge, a_client())
    reach = {one.area: one for one in real_knowledge.reach if one.role == role}
    for area, level in result.now.levels.items():
        after = result.roles[role].levels[area]
        assert after == pytest.approx(
            min(level + reach[area].levels, max(level, reach[area].up_to)) if area in reach else level
        )
