"""The areas as other programs and readers of plain text receive them."""

import json

from hypothesis import given

from fcio.exchange.areas_json import area_lines, areas_json
from fcio.model.areas import area_results
from fcio.model.roadmap_result import Placed, Roadmap
from tests.strategies import a_client, an_area, an_indicator, area_cases, area_knowledge

KNOWLEDGE = area_knowledge(
    an_area("a", an_indicator("a1"), an_indicator("a2")), an_area("b", an_indicator("b1")), an_area("c")
)


@given(area_cases())
def test_every_number_of_the_result_is_there(case):
    knowledge, client = case
    result = area_results(knowledge, client)
    found = json.loads(json.dumps(areas_json(knowledge, result), allow_nan=False))
    assert found["overall"] == vars(result.overall)
    for row, area in zip(found["areas"], result.areas, strict=True):
        assert row["id"] == area.area
        names = ("level", "low", "high", "coverage", "target", "importance", "gap", "gap_certain", "priority")
        assert {name: row[name] for name in names} == {name: getattr(area, name) for name in names}
        assert [i["level"] for i in row["indicators"]] == [i.level for i in area.indicators]


def test_areas_are_named_the_most_pressing_first():
    found = areas_json(KNOWLEDGE, area_results(KNOWLEDGE, a_client(areas={"a1": 4, "a2": 4, "b1": 1})))
    assert found["by_priority"] == ["b", "a"]
    assert found["strengths"][0] == {"area": "a", "indicator": "a1", "level": 4}
    assert found["first_steps"] == [{"area": "b", "text": "step", "minutes": 30}]


def test_a_roadmap_is_listed_as_it_was_placed():
    placed = Placed("one", 2, 12.0, 300.0, 1.0, False, {"a1": 3})
    plan = Roadmap((placed,), (), (), 60.0, 5000.0, 1.0, 1.0, True)
    result = area_results(KNOWLEDGE, a_client())
    rows = [{"initiative": "one", "quarter": 2, "hours": 12.0, "cost": 300.0}]
    assert areas_json(KNOWLEDGE, result, plan)["roadmap"] == rows
    assert areas_json(KNOWLEDGE, result)["roadmap"] == []


def test_a_reader_sees_bands_what_is_done_well_and_where_to_begin():
    lines = list(area_lines(KNOWLEDGE, area_results(KNOWLEDGE, a_client(areas={"a1": 4, "b1": 1}))))
    assert lines[0] == "The twelve areas together: 1.75 to 2.75 of 5; 75 % of what applies is answered."
    assert [" ".join(line.split()) for line in lines[1:4]] == [
        "name of a 2.50 to 4.50 target 3",
        "name of b 1.00 target 3",
        "name of c does not apply",
    ]
    assert lines[4:] == ["Done well: label of a1.", "First step: step"]


def test_a_reader_is_told_when_nothing_is_answered():
    lines = list(area_lines(KNOWLEDGE, area_results(KNOWLEDGE, a_client())))
    assert lines == ["The twelve areas: nothing is answered yet."]
