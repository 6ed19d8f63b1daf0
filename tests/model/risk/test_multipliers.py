"""What the levels of the areas do to frequency and loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.parameters import Figures
from fcio.model.risk.multipliers import Limits, Multiplier, effect_at, multipliers
from tests.risk_firms import SETTINGS, an_effect, risk_knowledge

LIMITS = Limits(2.5, (0.3, 3.0), (0.4, 2.5))
WIDE = Limits(2.5, (0.0, 1e9), (0.0, 1e9))
shares = st.floats(0.05, 1)
levels_ = st.floats(1, 5)


@given(shares, st.floats(1, 4.9))
def test_the_reference_level_changes_nothing(best, reference):
    assert effect_at(best, reference, reference) == 1


@given(shares, st.floats(1, 4.9))
def test_level_five_has_the_whole_effect_and_level_one_its_inverse(best, reference):
    assert effect_at(best, 5, reference) == pytest.approx(best)
    if reference > 1:
        assert effect_at(best, 1, reference) == pytest.approx(1 / best)


def test_half_way_up_has_the_square_root():
    assert effect_at(0.25, 3.75, 2.5) == pytest.approx(0.5)
    assert effect_at(0.25, 1.75, 2.5) == pytest.approx(2)


@given(shares, levels_, levels_, st.floats(1, 4.9))
def test_a_higher_level_never_raises_an_effect(best, one, another, reference):
    low, high = sorted((one, another))
    assert effect_at(best, high, reference) <= effect_at(best, low, reference) * (1 + 1e-12)


def test_effects_of_several_areas_multiply():
    effects = [an_effect("a", "fire", 0.5, 0.8), an_effect("b", "fire", 0.9), an_effect("b", "flood", 1.0, 0.7)]
    found = multipliers(effects, {"a": 5.0, "b": 5.0}, LIMITS)
    assert found["fire"] == Multiplier(pytest.approx(0.45), pytest.approx(0.8))
    assert found["flood"] == Multiplier(1.0, pytest.approx(0.7))


def test_an_area_without_a_level_does_nothing():
    effects = [an_effect("a", "fire", 0.5), an_effect("b", "fire", 0.5)]
    assert multipliers(effects, {"a": 5.0}, LIMITS)["fire"].frequency == pytest.approx(0.5)
    assert multipliers(effects, {}, LIMITS)["fire"] == Multiplier(1.0, 1.0)


def test_a_scenario_on_which_no_area_acts_has_no_multiplier():
    assert set(multipliers([an_effect("a", "fire", 0.5)], {"a": 5.0}, LIMITS)) == {"fire"}


@pytest.mark.parametrize(("level", "kept"), [(5.0, Multiplier(0.3, 0.4)), (1.0, Multiplier(3.0, 2.5))])
def test_a_product_is_kept_within_the_limits(level, kept):
    effects = [an_effect(area, "fire", 0.3, 0.3) for area in "abc"]
    assert multipliers(effects, dict.fromkeys("abc", level), LIMITS) == {"fire": kept}


tables_of_effects = st.lists(
    st.builds(an_effect, st.sampled_from("abc"), st.sampled_from(["fire", "flood"]), shares, shares), max_size=6
)
all_levels = st.fixed_dictionaries(dict.fromkeys("abc", levels_))


@given(tables_of_effects, all_levels, all_levels, st.sampled_from([LIMITS, WIDE]))
def test_higher_levels_never_raise_a_multiplier(effects, one, another, limits):
    low = {area: min(one[area], another[area]) for area in one}
    high = {area: max(one[area], another[area]) for area in one}
    before, after = multipliers(effects, low, limits), multipliers(effects, high, limits)
    for scenario in before:
        assert after[scenario].frequency <= before[scenario].frequency * (1 + 1e-9)
        assert after[scenario].severity <= before[scenario].severity * (1 + 1e-9)


@given(tables_of_effects, all_levels)
def test_multipliers_lie_within_the_limits(effects, levels):
    for found in multipliers(effects, levels, LIMITS).values():
        assert LIMITS.frequency[0] <= found.frequency <= LIMITS.frequency[1]
        assert LIMITS.severity[0] <= found.severity <= LIMITS.severity[1]


def test_limits_are_figures_or_their_own():
    knowledge = risk_knowledge()
    day = max(knowledge.parameters["reference"].values)
    assert Limits.of(SETTINGS, Figures(knowledge, day, {})) == LIMITS
    own = {"reference": 3, "least_often": 0.1, "most_dear": 4}
    assert Limits.of(SETTINGS, Figures(knowledge, day, own)) == Limits(3.0, (0.1, 3.0), (0.4, 4.0))


def test_the_reference_level_may_be_the_highest():
    """Nothing is then better than usual."""
    assert effect_at(0.5, 5.0, 5.0) == 1
    assert effect_at(0.5, 1.0, 5.0) == pytest.approx(2)
