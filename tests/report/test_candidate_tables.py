"""People and offers in tables and a picture: worked out by hand on two criteria."""

import pytest

from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.model.hiring.candidates import candidates
from fcio.report.candidate_chart import ahead, candidate_chart, candidate_chart_text
from fcio.report.candidate_tables import (
    below_title,
    candidates_title,
    difference_table,
    points_table,
    price_table,
    score_table,
)
from tests.strategies import a_client


@pytest.fixture
def compared(real_knowledge, real_model):
    """People under the weights trust 10 and price 5, all other weights 0."""
    weights = {one.id: {"trust": 10, "price": 5}.get(one.id, 0) for one in real_knowledge.scorecard.criteria}

    def of(*rows, **more):
        client = a_client(candidates=rows, hiring={"weights": weights}, **more)
        fit, areas = role_fit(real_model, client), area_results(real_knowledge, client, real_model.tables)
        return candidates(real_knowledge, client, fit, areas, "fractional_cio", real_model.tables)

    return of


def person(name, scores=None, **more):
    return {"name": name, "kind": "person", "scores": scores or {}, **more}


ANN, BEN, CY = person("Ann", {"trust": 4, "price": 1}), person("Ben", {"trust": 2, "price": 4}), person("Cy")


def test_points_with_their_band_and_of_a_hundred(compared):
    frame = points_table(compared(CY, BEN, ANN))
    assert list(frame.columns) == ["Points of 60", "Of 100"]
    assert frame.to_numpy().tolist() == [["45", "75.0"], ["40", "66.7"], ["30 (0 to 60)", "50.0"]]
    assert list(frame.index) == ["Ann", "Ben", "Cy"]


def test_the_difference_is_weight_times_the_difference_of_scores(compared, real_knowledge):
    frame = difference_table(real_knowledge, compared(ANN, BEN), "Ann", "Ben")
    assert frame.to_dict("index") == {
        "You trust them": {"Scores": "4 and 2", "Points": "+20"},
        "Price": {"Scores": "1 and 4", "Points": "\u221215"},
        "Together": {"Scores": "", "Points": "+5"},
    }


def test_scores_of_one_with_the_points_they_bring(compared, real_knowledge):
    (row,) = compared(ANN).rows
    frame = score_table(real_knowledge, row)
    assert frame.loc["You trust them"].tolist() == ["4", "40"]
    assert frame.loc["Listens and asks"].tolist() == ["open", "0"]


def test_a_score_worked_out_says_from_what(compared, real_knowledge):
    (row,) = compared(person("North", price={"amount": 1.0, "per": "month"}, covers={"cloud": "covers"})).rows
    frame = score_table(real_knowledge, row)
    assert frame.loc["Price", "Score"] == "4 (by its price)"
    assert frame.loc["Covers your areas", "Score"] == "0 to 4 (by its areas)"


@pytest.mark.parametrize(
    ("rows", "title", "below"),
    [
        ((), "Whom to compare?", "No candidate or offer has been put in yet."),
        ((ANN,), "Ann, and who else?", "Ann reaches 75 of 100 points; one candidate is no choice."),
        ((ANN, BEN), "Ann stands first", "8 of 100 points before Ben; nothing that is open can change that."),
        ((ANN, CY), "Ann stands first", "25 of 100 points before Cy; what is still open could change that."),
        ((ANN, {**ANN, "name": "Di"}), "Ann and Di are level", "Choose by what no scorecard holds."),
        ((ANN, BEN, {**ANN, "name": "Di"}), "Ann and Di are level", "Choose by what no scorecard holds."),
        (
            tuple({**ANN, "name": name} for name in ("A", "B", "C")),
            "All are level",
            "A, B and C are level; choose by what no scorecard holds.",
        ),
    ],
)
def test_the_finding_in_few_words_and_what_stands_below(compared, rows, title, below):
    found = compared(*rows)
    assert (candidates_title(found), below_title(found)) == (title, below)


def test_prices_for_an_area_and_for_a_person(compared):
    priced = person("North", price={"amount": 4_600, "per": "month"}, covers={"cloud": "covers", "data": "partly"})
    frame = price_table(compared(priced, CY, answers={"headcount": 46}).rows)
    assert frame.loc["North"].tolist() == ["$4,600", "$3,067", "$100"]
    assert frame.loc["Cy"].tolist() == ["not said", "not said", "not said"]


def test_the_picture_has_the_best_on_top_in_the_colour_of_who_leads(compared):
    found = compared(CY, BEN, ANN)
    band, points = candidate_chart(found, "light").data
    assert list(points.x) == pytest.approx([50, 200 / 3, 75])
    assert list(band.base) == pytest.approx([0, 200 / 3, 75])
    assert band.x[0] == 100
    assert points.marker.color[2] != points.marker.color[1] == points.marker.color[0]
    assert candidate_chart_text(found) == (
        "Points of each person or offer on a scale to 100, best first: "
        "Ann 75, from 75 to 75; Ben 67, from 67 to 67; Cy 50, from 0 to 100."
    )


def test_all_that_are_level_lead_together(compared):
    assert ahead(compared(ANN, BEN, {**ANN, "name": "Di"})) == {"Ann", "Di"}
    assert ahead(compared()) == frozenset()


def test_names_are_no_markup_and_may_be_alike_when_cut(compared):
    rows = [person(f"<i>The very long name of person {number}") for number in (1, 2)]
    axis = candidate_chart(compared(*rows), "dark").layout.yaxis
    assert list(axis.ticktext) == ["&lt;i&gt;The very long\u2026"] * 2
    assert list(axis.tickvals) == [0, 1]
