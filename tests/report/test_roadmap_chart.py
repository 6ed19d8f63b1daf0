"""The timeline: every step once, inside its quarter, and all of it in words."""

from datetime import date

import pytest

from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.roadmap import roadmap
from fcio.model.roadmap_change import RoadmapChange
from fcio.report.roadmap_chart import roadmap_chart, roadmap_chart_text
from fcio.report.roadmap_words import change_sentence


@pytest.fixture(scope="module")
def plan(real_knowledge):
    levels = {indicator.id: 1 for area in real_knowledge.areas for indicator in area.indicators}
    client = Assessment({"name": "x"}, date(2026, 11, 25), areas=levels, roadmap={"pins": {"crisis_card": 2}})
    return roadmap(real_knowledge, client, area_results(real_knowledge, client))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_step_is_one_bar_inside_its_quarter(real_knowledge, plan, theme):
    (bars,) = roadmap_chart(real_knowledge, plan, theme).data
    assert len(bars.x) == len(plan.placed)
    quarter = {one.title: 0 for one in real_knowledge.initiatives}
    titles = {one.id: one.title for one in real_knowledge.initiatives}
    quarter |= {titles[one.initiative]: one.quarter for one in plan.placed}
    for width, start, (title, _, _) in zip(bars.x, bars.base, bars.customdata, strict=True):
        assert quarter[title] - 0.5 - 1e-9 <= start and start + width <= quarter[title] + 0.5 + 0.02 + 1e-9
    assert len(set(bars.marker.color)) == 2  # the pinned one stands out


def test_money_stands_under_every_quarter(real_knowledge, plan):
    ticks = roadmap_chart(real_knowledge, plan, "light").layout.xaxis.ticktext
    assert len(ticks) == len(plan.quarters)
    assert all(("$" in tick) == bool(quarter.cost) for tick, quarter in zip(ticks, plan.quarters, strict=True))


def test_the_words_name_every_step(real_knowledge, plan):
    words = roadmap_chart_text(real_knowledge, plan)
    titles = {one.id: one.title for one in real_knowledge.initiatives}
    assert all(titles[one.initiative] in words for one in plan.placed)


def test_a_change_is_told_in_one_sentence(real_knowledge):
    first, second = (one.id for one in real_knowledge.initiatives[:2])
    nothing = RoadmapChange((), (), (), 0, 0, 0)
    assert change_sentence(real_knowledge, nothing) == "Saved. The plan stays as it was."
    words = change_sentence(real_knowledge, RoadmapChange((first,), (second,), (), 1.0, -4, 1200))
    assert words.startswith("Now planned") and "no longer planned" in words
    assert "−4 hours" in words and "$1,200 more" in words
