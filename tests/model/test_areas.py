"""The twelve areas: levels, bands, targets, what presses most, and what cannot stand together."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from fcio.knowledge.areas import Contradiction, LevelTest, Prefill
from fcio.model.area_result import AT_LEAST, DOES_NOT_APPLY, FROM_INTAKE, OPEN
from fcio.model.areas import area_results, contradictions, first_steps, strengths
from tests.strategies import (
    JUDGED,
    a_client,
    an_area,
    an_area_rule,
    an_indicator,
    area_cases,
    area_knowledge,
    one_of,
    with_texts,
)

LARGE = ({"size": one_of("large")},)


def two_areas(**more):
    """Two areas of two indicators; the first of each counts double."""
    rows = [an_area(n, an_indicator(f"{n}_a", weight=2), an_indicator(f"{n}_b")) for n in ("left", "right")]
    return area_knowledge(*rows, **more)


def completed(client, indicator, level):
    """The client with one more level."""
    return replace(client, areas={**client.areas, indicator: level})


def open_rows(result):
    """Every indicator that applies and is not known, with the least level it can have."""
    rows = [row for area in result.areas for row in area.indicators]
    return {row.indicator: row.level or 1 for row in rows if row.origin in (OPEN, AT_LEAST)}


def rows_of(result):
    """Level of every indicator."""
    return {row.indicator: row for area in result.areas for row in area.indicators}


class TestAnArea:
    def test_is_the_weighted_mean_in_whole_hundredths(self):
        left = area_results(two_areas(), a_client(areas={"left_a": 4, "left_b": 3})).area("left")
        assert (left.level, left.low, left.high, left.coverage) == (3.67, 3.67, 3.67, 1.0)

    def test_counts_what_is_open_as_lowest_in_the_level_and_highest_in_the_band(self):
        left = area_results(two_areas(), a_client(areas={"left_a": 4, "left_b": "dont_know"})).area("left")
        assert (left.level, left.low, left.high) == (3.0, 3.0, 4.33)
        assert left.coverage == 2 / 3

    def test_has_no_level_while_nothing_is_known(self):
        left = area_results(two_areas(), a_client()).area("left")
        assert (left.level, left.low, left.high, left.coverage) == (None, 1.0, 5.0, 0.0)
        assert (left.gap, left.gap_certain) == (2.0, 0.0)

    def test_leaves_out_what_does_not_apply(self):
        left = area_results(two_areas(), a_client(areas={"left_a": "does_not_apply", "left_b": 5})).area("left")
        assert (left.level, left.high, left.coverage) == (5.0, 5.0, 1.0)

    def test_in_which_nothing_applies_leaves_the_total(self):
        gone = {"left_a": "does_not_apply", "left_b": "does_not_apply"}
        result = area_results(two_areas(), a_client(areas={**gone, "right_a": 4, "right_b": 4}))
        left = result.area("left")
        assert (left.applies, left.level, left.low, left.gap, left.priority) == (False, None, None, None, None)
        assert (result.overall.level, result.overall.high, result.overall.coverage) == (4.0, 4.0, 1.0)
        assert [row.area for row in result.by_priority] == ["right"]

    def test_priority_is_importance_times_gap(self):
        left = area_results(two_areas(), a_client(areas={"left_a": 1})).area("left")
        assert (left.gap, left.gap_certain, left.importance) == (2.0, 0.67, 2)
        assert (left.priority, left.priority_certain) == (4.0, 1.34)


class TestWhatTheIntakeTells:
    knowledge = area_knowledge(an_area("only", an_indicator("one", prefill=(Prefill(level=4, when=LARGE),))))

    def test_fills_a_level_in(self):
        row = area_results(self.knowledge, a_client({"size": "large"})).area("only").indicators[0]
        assert (row.level, row.origin) == (4, FROM_INTAKE)

    def test_as_at_least_widens_the_band_and_gives_way_to_an_answer(self):
        least = an_indicator("one", prefill=(Prefill(level=4, floor=True, when=LARGE),))
        knowledge = area_knowledge(an_area("only", least))
        only = area_results(knowledge, a_client({"size": "large"})).area("only")
        assert (only.indicators[0].level, only.indicators[0].origin) == (4, AT_LEAST)
        assert (only.level, only.low, only.high, only.coverage) == (None, 4.0, 5.0, 0.0)
        chosen = area_results(knowledge, a_client({"size": "large"}, areas={"one": 4})).area("only")
        assert (chosen.level, chosen.high, chosen.coverage) == (4.0, 4.0, 1.0)

    def test_fills_nothing_in_while_its_answer_is_open(self):
        row = area_results(self.knowledge, a_client()).area("only").indicators[0]
        assert (row.level, row.origin) == (None, OPEN)

    def test_gives_way_to_an_answer_and_to_dont_know(self):
        def level(given):
            return area_results(self.knowledge, a_client({"size": "large"}, areas={"one": given})).area("only").level

        assert (level(2), level("dont_know")) == (2.0, None)

    def test_says_nothing_of_what_does_not_apply(self):
        client = a_client({"size": "large"}, areas={"one": "does_not_apply"})
        assert area_results(self.knowledge, client).area("only").indicators[0].origin == DOES_NOT_APPLY


class TestRules:
    knowledge = two_areas(
        area_rules=(
            an_area_rule("higher", LARGE, areas=("left",), target=2, because="large firms need more"),
            an_area_rule("highest", LARGE, areas=("left",), target=2, importance=3, because="much depends on it"),
            an_area_rule("lighter", ({"size": one_of("small")},), importance=-3, because="little depends on it"),
        )
    )

    def test_raise_target_and_importance_up_to_the_top_and_say_why(self):
        left = area_results(self.knowledge, a_client({"size": "large"})).area("left")
        assert (left.target, left.importance) == (5, 4)
        assert left.target_reasons == ("large firms need more", "much depends on it")
        assert left.importance_reasons == ("much depends on it",)

    def test_without_areas_hold_for_all_and_never_go_below_the_least(self):
        result = area_results(self.knowledge, a_client({"size": "small"}))
        assert [row.importance for row in result.areas] == [1, 1]

    def test_wait_until_they_are_certain(self):
        left = area_results(self.knowledge, a_client()).area("left")
        assert (left.target, left.importance, left.target_reasons) == (3, 2, ())


def test_the_whole_weighs_areas_by_importance():
    rows = [an_area("a", an_indicator("a_a"), importance=3), an_area("b", an_indicator("b_a"), importance=1)]
    overall = area_results(area_knowledge(*rows), a_client(areas={"a_a": 4})).overall
    assert (overall.level, overall.low, overall.high, overall.coverage) == (3.25, 3.25, 4.25, 0.75)


def test_a_whole_of_which_nothing_is_known_has_no_level():
    overall = area_results(two_areas(), a_client()).overall
    assert (overall.level, overall.low, overall.high, overall.coverage) == (None, 1.0, 5.0, 0.0)


def test_a_contradiction_shows_only_when_all_its_levels_are_known():
    entry = with_texts(
        Contradiction, id="odd", when={"left_a": LevelTest(at_least=4), "right_a": LevelTest(below=2)}, **JUDGED
    )
    knowledge = two_areas(contradictions=(entry,))
    assert contradictions(knowledge, {"left_a": 4, "right_a": 1}) == (entry,)
    assert contradictions(knowledge, {"left_a": 4, "right_a": None}) == ()
    assert contradictions(knowledge, {"left_a": 3, "right_a": 1}) == ()
    assert area_results(knowledge, a_client(areas={"left_a": 5, "right_a": 1})).contradictions == (entry,)


def test_what_is_told_as_at_least_contradicts_only_from_above():
    entry = with_texts(
        Contradiction, id="odd", when={"left_a": LevelTest(at_least=4), "right_a": LevelTest(below=2)}, **JUDGED
    )
    knowledge = two_areas(contradictions=(entry,))
    assert contradictions(knowledge, {"left_a": 4, "right_a": 1}, frozenset({"left_a"})) == (entry,)
    assert contradictions(knowledge, {"left_a": 4, "right_a": 1}, frozenset({"right_a"})) == ()


def test_strengths_stand_at_their_target_or_above_best_first():
    knowledge = two_areas(area_rules=(an_area_rule("high", LARGE, areas=("right",), target=1),))
    client = a_client({"size": "large"}, areas={"left_a": 3, "left_b": 2, "right_a": 5, "right_b": 3})
    found = strengths(knowledge, area_results(knowledge, client))
    assert [(row.area, row.indicator, row.level) for row in found] == [("right", "right_a", 5), ("left", "left_a", 3)]


def test_first_steps_begin_with_what_is_certainly_short():
    knowledge = two_areas()
    result = area_results(knowledge, a_client(areas={"right_a": 1, "right_b": 1}))
    assert [row.area for row in first_steps(knowledge, result)] == ["right", "left"]
    assert first_steps(knowledge, result)[0].step == knowledge.area("right").first_step


@given(area_cases(), st.data())
def test_nothing_unanswered_flatters(case, data):
    knowledge, client = case
    assume(client.areas)
    indicator = data.draw(st.sampled_from(sorted(client.areas)))
    before, after = (area_results(knowledge, c) for c in (client, completed(client, indicator, "dont_know")))
    for old, new in zip([before.overall, *before.areas], [after.overall, *after.areas], strict=True):
        if old.level is not None and new.level is not None and client.areas[indicator] != "does_not_apply":
            assert new.level <= old.level
    area = next(row.area for row in before.areas if indicator in {r.indicator for r in row.indicators})
    old, new = before.area(area).level, after.area(area).level
    assert new is None or old is None or new <= old


@given(area_cases(), st.data())
def test_raising_a_level_lowers_nothing(case, data):
    knowledge, client = case
    numbers = {key: level for key, level in client.areas.items() if isinstance(level, int) and level < 5}
    assume(numbers)
    indicator = data.draw(st.sampled_from(sorted(numbers)))
    raised = data.draw(st.integers(numbers[indicator] + 1, 5))
    before, after = (area_results(knowledge, c) for c in (client, completed(client, indicator, raised)))
    for old, new in zip([before.overall, *before.areas], [after.overall, *after.areas], strict=True):
        if old.level is not None:
            assert new.level >= old.level and new.low >= old.low and new.high >= old.high


@given(area_cases(), st.data())
def test_the_band_holds_every_completion(case, data):
    knowledge, client = case
    before = area_results(knowledge, client)
    full = client
    for indicator, least in open_rows(before).items():
        full = completed(full, indicator, data.draw(st.integers(least, 5)))
    after = area_results(knowledge, full)
    for old, new in zip([before.overall, *before.areas], [after.overall, *after.areas], strict=True):
        if new.level is not None:
            assert old.low <= new.level <= old.high
            assert new.low == new.high == new.level


@given(area_cases())
def test_the_lowest_and_the_highest_completion_reach_the_ends_of_the_band(case):
    knowledge, client = case
    before = area_results(knowledge, client)
    rows = open_rows(before)
    lowest, highest = (
        area_results(knowledge, replace(client, areas={**client.areas, **ends}))
        for ends in (rows, dict.fromkeys(rows, 5))
    )
    for old, low, high in zip(before.areas, lowest.areas, highest.areas, strict=True):
        assert (old.low, old.high) == (low.low, high.high)
    assert (before.overall.low, before.overall.high) == (lowest.overall.low, highest.overall.high)


@given(area_cases())
def test_the_share_answered_and_the_gap_stay_within_their_limits(case):
    result = area_results(*case)
    assert 0 <= result.overall.coverage <= 1
    for row in result.areas:
        assert 0 <= row.coverage <= 1 and 1 <= row.target <= 5 and 1 <= row.importance <= 4
        if row.applies:
            assert 0 <= row.gap_certain <= row.gap <= 4
            assert row.priority == round(row.importance * row.gap, 2)


def test_the_real_areas_have_numbers_for_a_client_without_answers(real_knowledge, real_model):
    result = area_results(real_knowledge, a_client(), real_model.tables)
    assert [row.area for row in result.areas] == [area.id for area in real_knowledge.areas]
    assert len(rows_of(result)) == sum(len(area.indicators) for area in real_knowledge.areas)
    assert (result.overall.level, result.overall.low, result.overall.high) == (None, 1.0, 5.0)
