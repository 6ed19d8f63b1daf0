"""The tables over the areas hold every area and every indicator, in words where there is no number."""

from fcio.report.area_tables import area_table, indicator_table, weight_table
from tests.report.area_clients import levels, result_of


def test_every_area_and_all_together(real_knowledge):
    areas = levels(real_knowledge, 2) | levels(real_knowledge, "does_not_apply", area="cloud")
    result = result_of(real_knowledge, areas)
    table = area_table(real_knowledge, result)
    assert list(table.index) == [
        *(real_knowledge.area(row.area).short for row in result.by_priority),
        "Cloud",
        "All",
    ]
    assert table.loc["Cloud", "Level"] == "does not apply" and table.loc["Cloud", "Needs"] == ""
    assert table.loc["All", "Level"] == "2.0"
    weights = weight_table(real_knowledge, result)
    assert list(weights.index) == list(table.index)
    assert weights.loc["Cloud"].tolist() == ["", ""] and weights.loc["All", "Known"] == "100\u00a0%"
    first = result.by_priority[0]
    assert table.iloc[0]["Short by"] == f"{first.gap:.1f}" and table.iloc[0]["Needs"] == str(first.target)


def test_an_open_area_shows_its_band(real_knowledge):
    table = area_table(real_knowledge, result_of(real_knowledge, {}))
    assert table.loc["Strategy", "Level"] == "1.0 to 5.0"
    assert table.loc["Strategy", "Short by"] == "0.0 to 2.0"


def test_indicators_show_their_level_in_words_and_how_they_are_known(real_knowledge):
    area = real_knowledge.area("strategy")
    first, second, third, *_ = (indicator.id for indicator in area.indicators)
    areas = {first: 2, second: "dont_know", third: "does_not_apply"}
    result = result_of(real_knowledge, areas).area("strategy")
    table = indicator_table(area, result, {first: {"mark": "seen"}, second: {"mark": "said"}})
    assert table.iloc[0].to_dict() == {"Level": f"2: {area.indicators[0].levels[1]}", "Known by": "seen"}
    assert table.iloc[1].to_dict() == {"Level": "open", "Known by": ""}
    assert table.iloc[2]["Level"] == "does not apply"
