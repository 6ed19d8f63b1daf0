"""Two locked assessments side by side, and the way through all of them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.areas import Amounts, Initiative
from fcio.model.areas import area_results
from fcio.model.snapshot_comparison import (
    KEPT,
    NOT_DUE,
    NOT_KEPT,
    PARTLY,
    Band,
    IndicatorMove,
    comparison,
    trend,
)
from fcio.model.snapshots import locked
from tests.strategies import (
    JUDGED,
    a_client,
    an_area,
    an_area_rule,
    an_indicator,
    area_cases,
    area_knowledge,
    levels,
    one_of,
    with_texts,
)

THEN, NOW = date(2025, 11, 3), date(2026, 11, 9)
AMOUNTS = Amounts(low=1, typical=2, high=3)


def an_initiative(name, *indicators, to_level=3):
    """An initiative that lifts these indicators."""
    return with_texts(
        Initiative,
        id=name,
        area="a",
        indicators=indicators,
        from_level=1,
        to_level=to_level,
        hours=AMOUNTS,
        cost_usd=AMOUNTS,
        roles=("cto",),
        **JUDGED,
    )


KNOWLEDGE = area_knowledge(
    an_area("a", an_indicator("a1"), an_indicator("a2")),
    an_area("b", an_indicator("b1")),
    area_rules=(
        an_area_rule("big", ({"size": one_of("large")},), areas=("b",), target=1, importance=1, because="you grew"),
        an_area_rule("small", ({"size": one_of("small")},), importance=-1, because="you were small"),
    ),
    initiatives=(an_initiative("both", "a1", "a2"), an_initiative("one", "b1", to_level=4)),
)


def snapshot(areas, size="small", on=THEN, **more):
    """A locked assessment of made-up levels."""
    return {**locked(KNOWLEDGE, a_client({"size": size}, areas=areas), on, "owner"), **more}


def area(found, name):
    """One area of a comparison."""
    return next(row for row in found.areas if row.area == name)


class TestAnArea:
    found = comparison(
        KNOWLEDGE,
        snapshot({"a1": 1, "a2": 3, "b1": "does_not_apply"}),
        snapshot({"a1": 4, "a2": 2, "b1": 3}, "large", NOW),
    )

    def test_shows_both_bands_and_what_went_up_and_down(self):
        row = area(self.found, "a")
        assert (row.before, row.after) == (Band(2.0, 2.0, 2.0), Band(3.0, 3.0, 3.0))
        assert row.up == (IndicatorMove("a1", 1, 4),)
        assert row.down == (IndicatorMove("a2", 3, 2),)
        assert row.certain == 1

    def test_that_did_not_apply_has_no_band(self):
        row = area(self.found, "b")
        assert (row.before, row.after, row.up, row.certain) == (None, Band(3.0, 3.0, 3.0), (), 0)

    def test_says_why_target_and_importance_changed(self):
        row = area(self.found, "a")
        assert (row.target, row.importance) == ((3, 3), (1, 2))
        assert (row.because_new, row.because_gone) == ((), ("you were small",))
        assert area(self.found, "b").because_new == ("you grew",)

    def test_has_not_certainly_moved_while_open_answers_could_explain_it(self):
        found = comparison(KNOWLEDGE, snapshot({"a1": 1}), snapshot({"a1": 2}, on=NOW))
        assert area(found, "a").certain == 0
        assert area(comparison(KNOWLEDGE, snapshot({"b1": 3}), snapshot({"b1": 1}, on=NOW)), "b").certain == -1

    def test_lists_no_move_of_what_was_open(self):
        row = area(comparison(KNOWLEDGE, snapshot({"a1": "dont_know"}), snapshot({"a1": 5}, on=NOW)), "a")
        assert (row.up, row.down) == ((), ())


@pytest.mark.parametrize(
    ("after", "outcome", "reached"),
    [
        ({"a1": 3, "a2": 4}, KEPT, ("a1", "a2")),
        ({"a1": 3, "a2": 1}, PARTLY, ("a1",)),
        ({"a1": 2, "a2": 1}, PARTLY, ()),
        ({"a1": 1, "a2": 1}, NOT_KEPT, ()),
        ({"a1": 1}, NOT_KEPT, ()),
    ],
)
def test_a_promise_is_kept_partly_or_not(after, outcome, reached):
    before = snapshot({"a1": 1, "a2": 1}, promises={"both": 2})
    promise = comparison(KNOWLEDGE, before, snapshot(after, on=NOW)).promises[0]
    assert (promise.initiative, promise.outcome, promise.reached) == ("both", outcome, reached)


@pytest.mark.parametrize(("on", "outcome"), [(date(2026, 3, 31), NOT_DUE), (date(2026, 4, 1), NOT_KEPT)])
def test_a_promise_is_due_when_its_quarter_has_passed(on, outcome):
    before = snapshot({"b1": 1}, promises={"one": 1})  # November: quarter 1 is January to March
    assert comparison(KNOWLEDGE, before, snapshot({"b1": 1}, on=on)).promises[0].outcome == outcome


def test_what_stood_at_its_level_before_is_no_promise_kept_in_part():
    before = snapshot({"a1": 3, "a2": 1}, promises={"both": 1})
    assert comparison(KNOWLEDGE, before, snapshot({"a1": 3, "a2": 1}, on=NOW)).promises[0].outcome == NOT_KEPT


def test_a_promise_of_an_initiative_that_is_gone_is_left_out():
    assert comparison(KNOWLEDGE, snapshot({}, promises={"gone": 1}), snapshot({}, on=NOW)).promises == ()


def test_a_change_of_the_knowledge_is_said():
    assert comparison(KNOWLEDGE, snapshot({}), snapshot({}, on=NOW)).same_knowledge
    assert not comparison(KNOWLEDGE, snapshot({}, knowledge="older"), snapshot({}, on=NOW)).same_knowledge


@given(area_cases())
def test_nothing_moves_from_an_assessment_to_itself(case):
    knowledge, client = case
    entry = locked(knowledge, client, THEN, "owner")
    found = comparison(knowledge, entry, entry)
    assert found.overall[0] == found.overall[1]
    for row in found.areas:
        assert row.before == row.after
        assert (row.up, row.down, row.certain, row.because_new, row.because_gone) == ((), (), 0, (), ())


@given(area_cases(), st.data())
def test_going_back_turns_every_move_around(case, data):
    knowledge, client = case
    names = [i.id for a in knowledge.areas for i in a.indicators]
    other = replace(client, areas=data.draw(st.dictionaries(st.sampled_from(names), levels())))
    one, two = (locked(knowledge, c, THEN, "owner") for c in (client, other))
    there, back = comparison(knowledge, one, two), comparison(knowledge, two, one)
    for out, home in zip(there.areas, back.areas, strict=True):
        assert {(m.indicator, m.before, m.after) for m in out.up} == {
            (m.indicator, m.after, m.before) for m in home.down
        }
        assert (out.before, out.after, out.certain) == (home.after, home.before, -home.certain)


def test_the_trend_runs_through_all_days_to_today():
    current = area_results(KNOWLEDGE, a_client({"size": "small"}, areas={"a1": 4, "a2": 4}))
    found = trend(KNOWLEDGE, [snapshot({"a1": 1, "a2": 2, "b1": "does_not_apply"})], current, NOW)
    assert [(point.on, point.band.level) for point in found["a"]] == [(THEN, 1.5), (NOW, 4.0)]
    assert [point.on for point in found["b"]] == [NOW]
    assert [point.band.low for point in found["overall"]] == [1.5, current.overall.low]
