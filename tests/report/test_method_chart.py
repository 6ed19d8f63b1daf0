"""The drawn scoring holds the points of the role fit, whatever is answered, and fits a phone."""

import pytest

from fcio.model.fit import role_fit
from fcio.model.flows import point_flows
from fcio.report.charts import palette
from fcio.report.flow_tables import by_criterion, by_section
from fcio.report.method_chart import CRITERIA_SHOWN, WIDTHS, method_chart, method_chart_text, rows
from tests.strategies import a_client


@pytest.fixture(params=["nobody", "first", "last"])
def client(request, real_knowledge):
    scoring = [question for question in real_knowledge.questions if question.kind in ("one", "scale")]
    place = {"first": 0, "last": -1}.get(request.param)
    return a_client({} if place is None else {q.id: q.options[place].id for q in scoring})


@pytest.fixture
def flows(real_model, client):
    return point_flows(real_model, client)


def test_what_is_drawn_sums_to_the_points_of_the_result(real_knowledge, real_model, client, flows):
    drawn, result = rows(real_knowledge, flows), role_fit(real_model, client)
    assert drawn.out.sum(axis=0).tolist() == [row.points for row in result.ranking]
    assert drawn.roles == tuple(real_knowledge.role(row.role).short for row in result.ranking)
    assert drawn.into.sum(axis=0).tolist() == drawn.out.sum(axis=1)[:-1].tolist()
    assert drawn.into_leader.sum() + result.base[result.leader.role] == result.leader.points
    assert len(drawn.criteria) == CRITERIA_SHOWN + 2


def test_the_tables_hold_the_same_numbers(real_knowledge, real_model, client, flows):
    result = role_fit(real_model, client)
    table = by_criterion(real_knowledge, flows)
    assert table.loc["Sum"].tolist() == [row.points for row in result.ranking]
    assert table.drop("Sum").sum().tolist() == table.loc["Sum"].tolist()
    leader = by_section(real_knowledge, flows)["Points"]
    assert leader.drop("Sum").sum() == leader["Sum"] == result.leader.points


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_band_is_as_wide_as_its_points_and_green_is_the_first_role(real_knowledge, flows, theme):
    figure, colours = method_chart(real_knowledge, flows, theme), palette(theme)
    boxes = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    drawn = rows(real_knowledge, flows)
    last = [box for box in boxes if box.x1 == pytest.approx(1)]
    heights = [box.y1 - box.y0 for box in last]
    totals = [total for total in drawn.out.sum(axis=0).tolist() if total]
    assert [height / heights[0] for height in heights] == pytest.approx([total / totals[0] for total in totals])
    assert [box.fillcolor for box in last] == [colours.leader] + [colours.others] * (len(last) - 1)
    assert all(-1e-9 < box.y0 < box.y1 < 1 for box in boxes)
    assert {shape.fillcolor for shape in figure.layout.shapes if shape.type == "path"} <= {
        colours.leader_band,
        colours.others_band,
    }


def test_no_line_of_a_name_is_too_long_for_a_phone(real_knowledge, flows):
    for note in method_chart(real_knowledge, flows, "light").layout.annotations:
        assert all(len(line) <= max(WIDTHS) for line in note.text.split("<br>"))


def test_the_height_is_the_same_for_every_client(real_knowledge, flows, real_model):
    other = point_flows(real_model, a_client())
    heights = {method_chart(real_knowledge, drawn, "light").layout.height for drawn in (flows, other)}
    assert len(heights) == 1


def test_the_words_name_every_role_and_the_points_of_the_first(real_knowledge, flows):
    text = method_chart_text(real_knowledge, flows)
    assert all(role.short in text for role in real_knowledge.roles)
    assert f"{flows.totals[flows.order[0]]:,} in all" in text
