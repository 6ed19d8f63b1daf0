"""The workbook that goes out: protected against slips, a list or a hint in every cell to fill, ready to print."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from fcio.exchange.questionnaire import questionnaire, shape
from fcio.exchange.questionnaire.areas_sheet import LEVEL
from fcio.model.answers import Refused
from tests.exchange.questionnaire.filling import WRITTEN, Filling, empty


@pytest.fixture(scope="module")
def filling(real_knowledge):
    return Filling(empty(real_knowledge))


def covered(sheet):
    return {
        cell.coordinate: rule
        for rule in sheet.data_validations.dataValidation
        for span in rule.sqref.ranges
        for row in sheet[span.coord if ":" in span.coord else f"{span.coord}:{span.coord}"]
        for cell in row
    }


def test_sheets_are_there_on_choice_and_the_lists_are_hidden(real_knowledge, filling):
    assert filling.book.sheetnames == [shape.READ_ME, shape.QUESTIONS, shape.AREAS, shape.LISTS]
    assert filling.book[shape.LISTS].sheet_state == "hidden"
    assert shape.AREAS not in Filling(empty(real_knowledge, areas=False)).book.sheetnames


def test_every_question_and_indicator_has_a_row(real_knowledge, filling):
    ids = [cell.value for name in (shape.QUESTIONS, shape.AREAS) for cell in filling.book[name]["A"]]
    assert set(shape.row_ids(real_knowledge, areas=True)) <= set(ids)
    assert len(real_knowledge.questions) < len(ids) == len([i for i in ids if i]) + ids.count(None)


@pytest.mark.parametrize("name", [shape.QUESTIONS, shape.AREAS])
def test_every_open_cell_has_a_rule_with_a_hint_and_a_sentence(filling, name):
    sheet = filling.book[name]
    assert sheet.protection.sheet and not sheet.protection.password
    rules = covered(sheet)
    unlocked = [cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert len(unlocked) > len(filling.book[name]["A"])
    for cell in unlocked:
        rule = rules[cell.coordinate]
        assert rule.prompt and rule.error and rule.promptTitle
    assert len(rules) == len(unlocked)


def test_every_list_is_a_named_range_with_the_words_that_it_shows(real_knowledge, filling):
    names = filling.book.defined_names
    for question in real_knowledge.questions:
        if question.kind not in ("one", "scale"):
            continue
        cell = filling.cell(question.id, shape.ANSWER)
        rule = covered(filling.book[shape.QUESTIONS])[cell.coordinate]
        assert rule.type == "list" and rule.formula1 == f"List_{question.id}"
        (sheet, span), *_ = names[rule.formula1].destinations
        shown = [row[0].value for row in filling.book[sheet][span]]
        assert shown == [*(option.text for option in question.options), "Don\u2019t know", "Rather not say"]


def test_it_prints_one_page_wide_with_its_headings_and_stays_in_view(filling):
    for name in (shape.QUESTIONS, shape.AREAS):
        sheet = filling.book[name]
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$1:$4" and sheet.freeze_panes == "D5"
        assert sheet.column_dimensions["A"].hidden


def test_levels_stand_beside_the_cell_that_takes_one(real_knowledge, filling):
    sheet = filling.book[shape.AREAS]
    indicator = shape.indicators(real_knowledge)[0]
    row = filling.cell(shape.area_row(indicator.id), shape.LEVEL).row
    assert tuple(sheet.cell(row, LEVEL - 4 + place).value for place in range(5)) == indicator.levels


def test_a_question_that_follows_another_says_when_to_skip_it(real_knowledge, filling):
    for question in real_knowledge.questions:
        for parent in question.shown_when:
            words = filling.cell(question.id, shape.ANSWER).offset(column=-3).value
            assert f"\u201c{real_knowledge.question(parent).label}\u201d" in words and "skip it otherwise" in words


def test_words_of_people_are_kept_as_text(real_knowledge):
    document = {"client": {"name": "=cmd()"}, "answers": {"goal": "=1+1"}, "notes": {"headcount": "+44"}}
    filling = Filling(empty(real_knowledge, document=document))
    for cell in (filling.cell("goal", shape.ANSWER), filling.cell("headcount", shape.COMMENT)):
        assert cell.data_type == "s" and cell.quotePrefix and cell.number_format == "@"
    with zipfile.ZipFile(io.BytesIO(empty(real_knowledge, document=document))) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name) and "sheet" in name]


def test_without_a_case_it_asks_for_the_name_of_the_firm(real_knowledge):
    filling = Filling(empty(real_knowledge, areas=False)).answer(shape.FIRM, "Mill & Sons")
    assert filling.read(real_knowledge).client == "Mill & Sons"
    named = Filling(empty(real_knowledge, areas=False, document={"client": {"name": "Mill"}}))
    assert shape.FIRM not in [cell.value for cell in named.book[shape.QUESTIONS]["A"]]


def test_the_same_case_gives_the_same_bytes(real_knowledge):
    assert empty(real_knowledge) == empty(real_knowledge)
    assert empty(real_knowledge) != questionnaire(real_knowledge, None, written=date(2026, 1, 2), areas=True)


def test_a_text_longer_than_a_cell_is_refused_with_its_field(real_knowledge):
    document = {"client": {"name": "Mill"}, "answers": {"goal": "\U0001f469" * 20_000}}
    with pytest.raises(Refused) as refused:
        empty(real_knowledge, document=document)
    assert refused.value.field == "answers.goal"


def test_the_file_says_what_it_is(real_knowledge):
    book = openpyxl.load_workbook(io.BytesIO(empty(real_knowledge)))
    assert book.properties.title.startswith("Questionnaire")
    assert book.properties.created.date() == WRITTEN
    assert shape.fingerprint(real_knowledge) in [row[2].value for row in book[shape.LISTS].iter_rows()]
