"""Decisions come from the roadmap where there is one, else from the first steps; never more than asked for."""

from fcio.model.roadmap_result import Roadmap
from fcio.report.area_decisions import to_postpone, to_take
from tests.report.area_clients import levels, result_of

EMPTY = Roadmap((), (), (), 60, 5000, 0, 0, True)


def test_without_a_roadmap_the_first_steps_of_what_presses_most(real_knowledge):
    result = result_of(real_knowledge, levels(real_knowledge, 1))
    taken = to_take(real_knowledge, result, EMPTY)
    first = [real_knowledge.area(row.area) for row in result.by_priority[:3]]
    assert taken == [f"{a.name}, {a.first_step.minutes} minutes: {a.first_step.text}" for a in first]
    later = to_postpone(real_knowledge, result, EMPTY)
    last = [real_knowledge.area(row.area).name for row in result.by_priority[:-3:-1]]
    assert [text.split(":")[0] for text in later] == last


def test_nothing_short_asks_for_no_decision(real_knowledge):
    result = result_of(real_knowledge, levels(real_knowledge, 5))
    assert to_take(real_knowledge, result, EMPTY) == to_postpone(real_knowledge, result, EMPTY) == []
