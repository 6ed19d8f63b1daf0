"""The report and the letter as sections, before anything prints them."""

import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from fcio.exchange.case_file import assessment, read_case
from fcio.report.charts import Band
from fcio.report.headline_numbers import headline_numbers
from fcio.report.owner_letter import DECISIONS
from fcio.report.paper_sections import letter_paper, report_paper
from fcio.report.results import Results
from fcio.report.svg import bands_svg, bars_svg, curves_svg
from tests.strategies import a_client

DEMOS = sorted((Path(__file__).resolve().parents[2] / "data" / "demo").glob("*.json"))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=DEMOS, ids=lambda path: path.stem)
def results(request, real_knowledge, real_model):
    return Results(real_model, assessment(read_case(real_knowledge, request.param.read_bytes()), date(2026, 11, 22)))


def test_the_report_tells_every_headline_number_and_every_drawing_is_whole(results):
    paper = report_paper(results)
    told = list(paper.texts)
    assert all(number.label in told and number.text in told for number in headline_numbers(results))
    assert all(text.strip() for section in paper.sections for text in (section.title, *section.sentences))
    drawn = [section.picture for section in paper.sections if section.picture is not None]
    assert len(drawn) >= 3
    for picture in drawn:
        root = ET.fromstring(picture.svg)
        assert root.findtext(f"{SVG}title") == picture.says
        assert "nan" not in picture.svg


def test_every_row_of_a_table_has_a_cell_for_each_head(results):
    for section in report_paper(results).sections:
        for table in section.tables:
            assert {len(row) for row in table.rows} == {len(table.heads)}


def test_the_letter_is_the_letter_of_the_page(results):
    paper, letter = letter_paper(results), results.letter
    assert [section.sentences[0] for section in paper.sections] == [one.text for one in letter.paragraphs]
    decisions = letter.paragraph(DECISIONS)
    assert decisions is None or decisions.items in [section.items for section in report_paper(results).sections]


def test_the_names_of_the_choices_are_explained_once_each(results):
    (names,) = [section for section in report_paper(results).sections if section.title == "What the names mean"]
    assert {row[0] for row in names.tables[0].rows} == {"CIO", "CTO", "Consultant", "Fractional CIO", "vCIO"}


def test_an_unanswered_case_has_a_report_that_says_what_is_missing(real_model):
    paper = report_paper(Results(real_model, a_client()))
    assert paper.sections[0].title == "What we found"
    assert "Which role fits" not in [section.title for section in paper.sections]


def test_a_redacted_copy_says_so_first(real_model):
    assert report_paper(Results(real_model, a_client(redacted=True))).sections[0].title == "A redacted copy"
    assert letter_paper(Results(real_model, a_client(redacted=True))).sections[0].title == "A redacted copy"


def test_drawings_escape_names_and_scale_their_bars():
    bars = ET.fromstring(bars_svg([("<A & B>", 50.0, "$50", True), ("C", 100.0, "$100", False)], "says"))
    assert [text.text for text in bars.iter(f"{SVG}text")] == ["<A & B>", "$50", "C", "$100"]
    first, second = (float(bar.get("width")) for bar in bars.iter(f"{SVG}rect"))
    assert second == pytest.approx(2 * first, abs=0.1)


def test_a_band_without_a_value_has_no_diamond():
    bands = [Band("a", "A", 1.0, float("nan"), 5.0, False), Band("b", "B", 2.0, 3.0, 4.0, True)]
    root = ET.fromstring(bands_svg(bands, 5, "says", 1, 1))
    assert len(list(root.iter(f"{SVG}polygon"))) == 1


def test_a_curve_falls_from_left_to_right():
    root = ET.fromstring(curves_svg([("Today", [1e4, 1e5, 1e6], [0.5, 0.2, 0.01], True)], "says"))
    points = [tuple(map(float, one.split(","))) for one in root.find(f"{SVG}polyline").get("points").split()]
    assert points == sorted(points)
    assert [y for _, y in points] == sorted(y for _, y in points)
