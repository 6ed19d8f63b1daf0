"""The role chart: every role where the result puts it, in colours that say who leads, and in words."""

import pytest
from hypothesis import given, settings

from fcio.model.fit import FitModel, role_fit
from fcio.report.charts import DARK, LIGHT, palette, role_chart, role_chart_text
from tests.strategies import a_client, a_knowledge, cases, each_its_own


@settings(max_examples=20)
@given(cases(with_gates=False))
def test_bands_and_diamonds_stand_where_the_result_says(case):
    knowledge, answers, wanted = case
    result = role_fit(FitModel.of(knowledge), a_client(answers, preferences=wanted))
    figure = role_chart(knowledge, result, "light")
    bands, diamonds = figure.data
    engaged = [row for row in result.ranking if row.role != "not_yet"]
    assert list(diamonds.y) == list(bands.y) == [knowledge.role(row.role).short for row in engaged[::-1]]
    assert list(diamonds.x) == [row.fit for row in engaged[::-1]]
    assert list(bands.base) == [row.low for row in engaged[::-1]]
    for row, width in zip(engaged[::-1], bands.x, strict=True):
        assert width >= row.high - row.low - 1e-9
        assert row.high - row.low < 0.4 or width == pytest.approx(row.high - row.low)
    (line,) = figure.layout.shapes
    assert line.x0 == line.x1 == result.score("not_yet").fit
    low, high = figure.layout.xaxis.range
    assert low == 0 and high >= min(100, max(row.high for row in result.ranking))


@settings(max_examples=10)
@given(cases(with_gates=False))
def test_the_words_name_every_role_with_its_numbers_best_first(case):
    knowledge, answers, wanted = case
    result = role_fit(FitModel.of(knowledge), a_client(answers, preferences=wanted))
    text = role_chart_text(knowledge, result)
    places = [text.index(f"{knowledge.role(row.role).short} {row.fit:.0f}") for row in result.ranking]
    assert places == sorted(places)


@pytest.mark.parametrize("theme", ["light", "dark", None])
@pytest.mark.parametrize(("base", "leader"), [(0, "cto"), (9, "not_yet")])
def test_the_colour_of_the_leader_belongs_to_the_leader_alone(theme, base, leader):
    knowledge = a_knowledge(**each_its_own(q={"yes": {"cto": 3, "vcio": 1}, "no": {}}), base=base)
    result = role_fit(FitModel.of(knowledge), a_client({"q": "yes"}))
    assert result.leader.role == leader
    figure, colours = role_chart(knowledge, result, theme), palette(theme)
    diamonds = figure.data[1]
    coloured = [name for name, c in zip(diamonds.y, diamonds.marker.color, strict=True) if c == colours.leader]
    assert coloured == ([knowledge.role("cto").short] if leader == "cto" else [])
    assert (figure.layout.shapes[0].line.color == colours.leader) == (leader == "not_yet")


def test_each_theme_has_its_palette():
    assert palette("dark") is DARK
    assert palette("light") is palette(None) is LIGHT
