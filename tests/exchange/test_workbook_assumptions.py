"""What was guessed or is not known: the workbook lists what the page lists, and says when it was found out."""

import random
from io import BytesIO

import openpyxl

from fcio.exchange.workbook.rows import distinct_texts
from fcio.report.assumption_table import assumption_table, summary_sentence
from tests.exchange.calc import Sheet
from tests.exchange.conftest import a_case, export, some_answers

TOP = 6


def guessing(knowledge):
    """A client with answers not known and one guess, two of them promised to be found out."""
    answers = some_answers(knowledge, random.Random(8))
    question = next(q for q in knowledge.questions if q.kind in ("one", "scale") and q.core)
    answers[question.id] = "dont_know"
    return question, a_case(knowledge, answers, assumptions={question.id: {"owner": "=Ann", "due": "2026-12-31"}})


def test_every_guess_stands_as_on_the_page(real_model):
    _, client = guessing(real_model.tables.knowledge)
    sheet = openpyxl.load_workbook(BytesIO(export(real_model, client)), data_only=True)["Assumptions"]
    table = assumption_table(real_model, client)
    assert len(table) > 1
    for place, row in enumerate(table.itertuples(index=False)):
        answer, who, until, moves, change = (sheet.cell(TOP + place, c).value for c in (2, 4, 5, 6, 7))
        assert (answer, who or "", until or "", round(moves, 1), change) == tuple(row)[1:]


def test_a_guess_found_out_is_marked_as_changed(real_model, tmp_path):
    question, client = guessing(real_model.tables.knowledge)
    sheet = Sheet.open(export(real_model, client), tmp_path / "book.xlsx")
    labels = list(assumption_table(real_model, client)["Question"])
    row = TOP + labels.index(question.label)
    assert sheet.value("Assumptions", f"C{row}") == "same"
    sheet.put(f"Answer_{question.id}", distinct_texts(question)[0])
    sheet.calculate()
    assert sheet.value("Assumptions", f"C{row}") == "changed"


def test_without_a_guess_the_sheet_says_so(blank):
    sheet = openpyxl.load_workbook(BytesIO(blank))["Assumptions"]
    assert sheet["A4"].value == summary_sentence(())
