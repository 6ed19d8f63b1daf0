"""How the workbook is built: hostile text, validated inputs, same bytes."""

import random
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from fcio.model.answers import Refused
from fcio.model.fit import role_fit
from tests.exchange.conftest import WRITTEN, a_case, export, some_answers

SHEETS = [
    "Summary",
    "Contents",
    "Role fit",
    "Answers",
    "Areas",
    "Indicators",
    "Roadmap",
    "Risk results",
    "Risk inputs",
    "Exceedance",
    "Scenarios",
    "Budget inputs",
    "Cash flow",
    "Benchmarks",
    "Candidates",
    "Plan",
    "Responsibilities",
    "Interview",
    "Preferences",
    "Weights",
    "Robustness",
    "Assumptions",
    "Sources",
    "Checks",
    "Points",
]
HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " lead and trail ",
    "<r>bold</r>",
    "<b>&amp;\"'",
    "\u202eright to left \u05e9\u05dc\u05d5\u05dd",
    "\U0001f600" * 50,
    "line\nline",
    "_x0041_ and https://example.com",
    "\uff1d1+1",
    "x" * 10_000,
]


@pytest.fixture(scope="module")
def full(real_model):
    """A client with everything: answers, marks, notes, seats, pins, weights."""
    knowledge = real_model.tables.knowledge
    first = knowledge.questions[0].id
    return a_case(
        knowledge,
        some_answers(knowledge, random.Random(11)),
        marks={first: "seen"},
        notes={first: "noted", "general": "in general"},
        seats={"consultant": {"name": "B. Adviser", "interest": "I sell such work"}},
        pins={"recommendation": {"role": knowledge.roles[0].id, "reason": "because"}},
        preferences={knowledge.criteria[0].id: 4},
    )


@pytest.fixture(scope="module")
def book(real_model, full):
    return openpyxl.load_workbook(BytesIO(export(real_model, full)))


def texts_of(book):
    return {c.value for ws in book for row in ws.iter_rows() for c in row if c.data_type == "s"}


def test_the_sheets_stand_in_order_and_none_is_hidden(book):
    assert book.sheetnames == SHEETS
    assert {ws.sheet_state for ws in book} == {"visible"}
    for ws in book:
        assert ws.freeze_panes and ws.protection.sheet and not ws.protection.password
        assert ws.sheet_properties.pageSetUpPr.fitToPage and ws.page_setup.fitToHeight == 0
        assert ws.oddFooter.left.text and ws.print_title_rows


def test_every_unlocked_cell_has_a_validation_and_a_tint(book):
    for ws in book:
        covered = {
            coordinate
            for rule in ws.data_validations.dataValidation
            for span in rule.sqref.ranges
            for row in ws[span.coord if ":" in span.coord else f"{span.coord}:{span.coord}"]
            for coordinate in [cell.coordinate for cell in row]
        }
        open_cells = [c for row in ws.iter_rows() for c in row if not c.protection.locked]
        assert {c.coordinate for c in open_cells} == covered
        assert len({c.fill.fgColor.rgb for c in open_cells}) <= 1
        for rule in ws.data_validations.dataValidation:
            assert rule.prompt and rule.error and rule.showErrorMessage


def test_who_speaks_and_what_they_sell_stands_on_the_summary(book, blank):
    said = texts_of(book)
    assert {"Declared interest:", "I sell such work", "because", "B. Adviser"} <= said
    assert {"Declared interest:", "None was declared."} <= texts_of(openpyxl.load_workbook(BytesIO(blank)))


def quoted(book):
    """Every text cell that may not become a formula."""
    return [c.value for ws in book for row in ws.iter_rows() for c in row if c.data_type == "s" and c.quotePrefix]


def test_client_text_comes_back_letter_for_letter(real_model):
    questions = [q.id for q in real_model.tables.knowledge.questions]
    notes = dict(zip(questions, HOSTILE, strict=False))
    book = openpyxl.load_workbook(BytesIO(export(real_model, a_case(real_model.tables.knowledge, notes=notes))))
    assert set(HOSTILE) <= set(quoted(book))


@pytest.mark.parametrize("text", ["=1+1", "<r>bold</r>"])
def test_text_is_kept_wherever_a_person_may_speak(real_model, text):
    knowledge = real_model.tables.knowledge
    question = next(q for q in knowledge.questions if q.kind == "text")
    client = a_case(
        knowledge,
        {question.id: text},
        notes={question.id: text, "general": text},
        seats={"consultant": {"name": text, "interest": text}},
        pins={"recommendation": {"role": knowledge.roles[0].id, "reason": text}},
        client={"name": text, "note": text},
        area_details={knowledge.areas[0].indicators[0].id: {"note": text}},
    )
    found = quoted(openpyxl.load_workbook(BytesIO(export(real_model, client))))
    assert found.count(text) == len(SHEETS) + 11


def test_control_characters_survive_in_the_file_format_s_own_way(real_model):
    text = "bell\x07 tab\t return\r null\x00"
    client = a_case(real_model.tables.knowledge, notes={"general": text}, client={"name": text})
    assert text in {unescape(value) for value in texts_of(openpyxl.load_workbook(BytesIO(export(real_model, client))))}


@pytest.mark.parametrize("text", ["x" * 32_768, "\U0001f600" * 16_384, "half \ud800 pair"])
def test_a_text_that_no_cell_holds_is_refused_by_field(real_model, text):
    client = replace(a_case(real_model.tables.knowledge), notes={"general": text})
    with pytest.raises(Refused, match=r"notes\.general"):
        export(real_model, client)


def test_the_same_input_gives_the_same_bytes_and_the_time_is_the_one_given(real_model, full):
    first, second = export(real_model, full), export(real_model, full)
    assert first == second
    assert openpyxl.load_workbook(BytesIO(first)).properties.created == WRITTEN
    aware = export(real_model, full, WRITTEN.replace(tzinfo=UTC))
    assert aware == first
    day = openpyxl.load_workbook(BytesIO(export(real_model, full, date(2026, 1, 2)))).properties.created
    assert day == datetime(2026, 1, 2)


def test_no_macro_no_outside_link_and_live_points_in_the_chart(real_model, full):
    with zipfile.ZipFile(BytesIO(export(real_model, full))) as parts:
        names = parts.namelist()
        chart = parts.read("xl/charts/chart1.xml").decode()
    assert not [name for name in names if "vba" in name or "externalLink" in name]
    leader = role_fit(real_model, full).leader
    assert real_model.tables.knowledge.role(leader.role).short in chart and f"{leader.fit:.6g}"[:6] in chart
    assert '<c:min val="0"/>' in chart
