"""Two assessments in words: a level that moved is named, more answers alone are no progress, promises are counted."""

from datetime import date

import pytest

from fcio.model.snapshot_comparison import (
    KEPT,
    NOT_DUE,
    NOT_KEPT,
    PARTLY,
    Band,
    Comparison,
    Promise,
    TrendPoint,
    comparison,
)
from fcio.model.snapshots import locked
from fcio.report import history_words as words
from tests.report.area_clients import DAY, client, levels


@pytest.fixture(scope="module")
def compared(real_knowledge, real_model):
    """Two sets of levels compared."""

    def compared(before, after, **parts):
        first, second = (
            locked(real_knowledge, client(areas, **parts), DAY, "owner", real_model) for areas in (before, after)
        )
        return comparison(real_knowledge, first, second, real_model.tables)

    return compared


def promised(*outcomes):
    rows = tuple(Promise(f"step_{n}", n, outcome, (), ()) for n, outcome in enumerate(outcomes, start=1))
    return Comparison((None, None), (), rows, (None, None), True)


def test_up_and_down_are_named(real_knowledge, compared):
    before = levels(real_knowledge, 2)
    found = compared(before, before | {"strategy_plan": 4, "vendors_register": 1})
    assert words.headline(real_knowledge, found) == "Strategy rose and Suppliers fell"
    assert [row.area for row in found.areas if words.moved(row)] == ["strategy", "vendors"]
    row = next(row for row in found.areas if row.area == "strategy")
    text = words.move_sentence(real_knowledge, row)
    assert text == "Strategy, 2.0 before and 2.7 after. Up: Written plan from 2 to 4."
    assert [row.area for row in words.by_movement(found)] == ["strategy", "vendors"]


def test_many_areas_are_counted_and_not_named(real_knowledge, compared):
    found = compared(levels(real_knowledge, 2), levels(real_knowledge, 3) | levels(real_knowledge, 1, area="data"))
    assert words.headline(real_knowledge, found) == "11 areas rose and one area fell"


def test_up_and_down_in_one_area_is_neither(real_knowledge, compared):
    before = levels(real_knowledge, 2)
    found = compared(before, before | {"strategy_plan": 3, "strategy_voice": 1})
    assert words.headline(real_knowledge, found) == "Strategy moved both ways"


def test_more_answers_alone_are_no_progress(real_knowledge, compared):
    found = compared(levels(real_knowledge, 2, quick=True), levels(real_knowledge, 2))
    assert words.headline(real_knowledge, found) == "No level has moved"
    assert words.better_known(real_knowledge, found).startswith("More or less is known about Strategy, ")
    same = compared(levels(real_knowledge, 2), levels(real_knowledge, 2))
    assert words.better_known(real_knowledge, same) == ""


def test_promises_that_are_due_are_counted(real_knowledge):
    assert words.promise_count(promised()) == "Nothing was promised in the first of the two."
    assert words.promise_count(promised(KEPT, PARTLY, NOT_KEPT)) == "1 of three promises that were due was kept."
    assert words.promise_count(promised(KEPT, KEPT, NOT_DUE)).endswith("were kept. 1 more is not due yet.")
    assert set(words.OUTCOMES) == {KEPT, PARTLY, NOT_KEPT, NOT_DUE}


def test_a_changed_yardstick_and_role_are_told(real_knowledge):
    roles = Comparison((None, None), (), (), ("cto", "vcio"), False)
    assert words.yardstick(roles) and not words.yardstick(promised())
    assert words.role_sentence(real_knowledge, promised()) == ""
    first, second = (real_knowledge.role(role).article_name for role in roles.role)
    assert words.role_sentence(real_knowledge, roles).lower() == f"{first} came first; now it is {second}.".lower()


def test_two_locked_on_one_day_are_told_apart():
    one = {"id": "2026-11-25", "locked_on": "2026-11-25", "by": "owner"}
    two = {"id": "2026-11-25-2", "locked_on": "2026-11-25", "by": "A. Smith"}
    assert words.snapshot_label(one, [one]) == "25 Nov 2026"
    assert words.snapshot_label(two, [one, two]) == "25 Nov 2026 (2)"
    assert words.locked_by(one) == "locked by the owner"
    assert words.locked_by(two) == "locked by A. Smith"
    assert words.day_text(date(2026, 3, 5)) == "5 Mar 2026"


def test_the_trend_shows_the_last_days(real_knowledge):
    points = {"overall": tuple(TrendPoint(date(year, 1, 1), Band(1, 1, year - 2020)) for year in range(2021, 2027))}
    table = words.trend_table(real_knowledge, points)
    assert list(table.columns) == ["1 Jan 2023", "1 Jan 2024", "1 Jan 2025", "1 Jan 2026"]
    assert table.loc["All", "1 Jan 2024"] == "1.0 to 4.0"
    assert len(table) == len(real_knowledge.areas) + 1


def test_the_numbers_of_both_stand_in_one_table(real_knowledge, compared):
    before = levels(real_knowledge, 2) | levels(real_knowledge, "does_not_apply", area="cloud")
    found = compared(before, before | {"strategy_plan": 4})
    table = words.slope_table(real_knowledge, found)
    assert table.loc["Strategy"].to_dict() == {"Before": "2.0", "After": "2.7", "Moved": "1 up, 0 down"}
    assert table.loc["Cloud", "After"] == "does not apply"
