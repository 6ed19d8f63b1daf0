"""The picture of the roadmap holds every step in its quarter, and its sums are those of the steps."""

from datetime import date

import pytest

from fcio.model.areas import area_results
from fcio.model.roadmap import roadmap
from fcio.report.roadmap_chart import MOST_DRAWN, drawn, in_order, roadmap_chart, roadmap_chart_text
from fcio.report.roadmap_words import initiative
from tests.report.area_clients import client, levels


@pytest.fixture(scope="module")
def plan(real_knowledge):
    first = real_knowledge.initiatives[0].id
    known = client(levels(real_knowledge, 1), roadmap={"pins": {first: 3}})
    return roadmap(real_knowledge, known, area_results(real_knowledge, known), date(2026, 11, 25))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_step_stands_in_the_column_of_its_quarter(real_knowledge, plan, theme):
    (bars,) = roadmap_chart(real_knowledge, plan, theme).data
    rows = drawn(plan)[::-1]
    middles = [base + width / 2 for base, width in zip(bars.base, bars.x, strict=True)]
    assert middles == pytest.approx([one.quarter for one in rows])
    assert len(rows) == min(MOST_DRAWN, len(plan.placed)) > 1
    pinned = {colour for one, colour in zip(rows, bars.marker.color, strict=True) if one.pinned}
    free = {colour for one, colour in zip(rows, bars.marker.color, strict=True) if not one.pinned}
    assert len(pinned) == 1 and not pinned & free


def test_titles_from_the_first_step_down_and_the_pinned_one_says_so(real_knowledge, plan):
    notes = sorted(roadmap_chart(real_knowledge, plan, "light").layout.annotations, key=lambda note: -note.y)
    titles = [initiative(real_knowledge, one.initiative).title for one in drawn(plan)]
    assert [note.text.removesuffix(" (pinned)") for note in notes] == titles
    assert [note.text for note in notes if note.text.endswith(" (pinned)")] == [
        f"{real_knowledge.initiatives[0].title} (pinned)"
    ]


def test_hours_under_a_quarter_are_the_sum_of_its_steps(real_knowledge, plan):
    axis = roadmap_chart(real_knowledge, plan, "light").layout.xaxis
    for number, text in zip(axis.tickvals, axis.ticktext, strict=True):
        hours = sum(one.hours for one in plan.placed if one.quarter == number)
        assert f"<br>{hours:,.0f} h<br>" in text


def test_the_words_name_every_step(real_knowledge, plan):
    text = roadmap_chart_text(real_knowledge, plan)
    assert all(initiative(real_knowledge, one.initiative).title in text for one in plan.placed)


def test_what_is_pinned_or_worth_most_is_drawn(plan):
    kept = drawn(plan)
    left = [one for one in plan.placed if one not in kept]
    assert kept == [one for one in in_order(plan) if one in kept]
    assert not [one for one in left if one.pinned]
    assert max((one.value for one in left), default=0) <= min(one.value for one in kept if not one.pinned)
