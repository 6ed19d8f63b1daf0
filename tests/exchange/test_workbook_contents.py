"""The sheet Contents leads everywhere and says only what is so, and every sheet shows the master check."""

import re
import time
import zipfile
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from fcio.exchange.case_file import assessment, read_case
from fcio.exchange.workbook import Extras, workbook
from fcio.exchange.workbook.evidence import evidence
from fcio.report.results import Results
from tests.exchange.calc import read
from tests.exchange.conftest import TODAY, a_case, export

DEMOS = sorted((Path(__file__).parents[2] / "data" / "demo").glob("*.json"))
KINDS = {"Input", "Calculation", "Result", "Check", "Reference", "Input and result"}


@pytest.fixture(scope="module")
def files(real_model, blank):
    """The workbook of every example firm, and of a case without any answer."""
    knowledge = real_model.tables.knowledge
    cases = {path.stem: assessment(read_case(knowledge, path.read_bytes()), TODAY) for path in DEMOS}
    return {"": blank, **{name: export(real_model, client) for name, client in cases.items()}}


@pytest.fixture(scope="module")
def book(files):
    return openpyxl.load_workbook(BytesIO(files["dental_group"]))


def counted(content):
    """Formula cells by sheet."""
    found = {}
    for sheet, _ in read(content)[0]:
        found[sheet] = found.get(sheet, 0) + 1
    return found


def listed(book):
    return [row for row in book["Contents"].iter_rows(max_col=4) if row[1].value in KINDS]


def target(cell):
    return cell.hyperlink.location.split("!")[0].strip("'")


def test_every_sheet_is_listed_in_order_with_a_link_its_kind_and_its_formulas(files):
    for content in (files["dental_group"], files[""]):
        book, formulas = openpyxl.load_workbook(BytesIO(content)), counted(content)
        rows = listed(book)
        assert [row[0].value for row in rows] == book.sheetnames
        assert [target(row[0]) for row in rows] == book.sheetnames
        assert all(row[2].value for row in rows)
        assert {row[0].value: row[3].value for row in rows} == {name: formulas.get(name, 0) for name in book.sheetnames}


def test_a_sheet_that_takes_input_says_so_and_no_other(book):
    takes = {ws.title for ws in book for row in ws.iter_rows() for cell in row if not cell.protection.locked}
    assert takes == {row[0].value for row in listed(book) if row[1].value.startswith("Input")}


def test_every_sheet_leads_back_to_the_contents(book):
    for ws in book:
        back = [cell for cell in ws[2] if cell.hyperlink]
        assert [target(cell) for cell in back] == ([] if ws.title == "Contents" else ["Contents"])


def test_every_sheet_shows_the_master_check(files):
    for content in files.values():
        formulas, _, _, order = read(content)
        shown = {sheet for (sheet, at), formula in formulas.items() if formula == "=All_checks" and at[1:] == "1"}
        assert shown == set(order)


def test_the_reader_is_told_client_day_and_version(book, real_model):
    said = {row[0].value: row[1].value for row in book["Contents"].iter_rows(max_col=2)}
    assert said["Client"] == "Harbour Dental Group" and said["As of"] == TODAY.isoformat()
    assert real_model.tables.knowledge.version in said["Knowledge"]


def test_what_is_said_of_the_recalculation_is_so(files, book):
    told = evidence()
    assert [engine.name for engine in told.engines] == ["IronCalc", "LibreOffice Calc"]
    assert set(told.engines[0].firms) == {path.stem for path in DEMOS}
    assert told.engines[0].version == version("ironcalc")
    for engine in told.engines:
        cells = sum(sum(counted(files[name]).values()) for name in ("", *engine.firms))
        assert engine.cells <= cells < 1.2 * engine.cells, "say in tested.json how many cells were compared"
    said = [str(cell.value) for row in book["Contents"].iter_rows(max_col=2) for cell in row]
    for engine in told.engines:
        assert any(f"{engine.cells:,} cells" in text and engine.version in text for text in said)


def test_every_sheet_prints_one_page_wide_with_its_foot_and_head(book):
    for ws in book:
        foot = ws.oddFooter
        assert foot.left.text == f"Harbour Dental Group, {TODAY.isoformat()}"
        assert foot.center.text == "Confidential" and foot.right.text == "Page &P of &N"
        assert ws.page_setup.fitToWidth in (None, 1) and ws.page_setup.fitToHeight == 0
        assert ws.print_title_rows and ws.freeze_panes and ws.print_area
        assert ws.page_setup.orientation in ("portrait", "landscape")


def test_every_picture_has_words_axis_titles_and_bars_from_zero(files):
    with zipfile.ZipFile(BytesIO(files["dental_group"])) as parts:
        drawings = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/drawings/drawing")]
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    described = [text for drawing in drawings for text in re.findall(r"<xdr:cNvPr [^>]*?descr=\"([^\"]+)\"", drawing)]
    assert len(described) == len(charts) == 8
    for chart in charts:
        axes = re.findall(r"<c:valAx>.*?</c:valAx>", chart, re.DOTALL)
        assert axes and all("<c:title>" in axis for axis in axes) and "3DChart" not in chart
        stacked = '<c:grouping val="stacked"/>' in chart
        assert stacked or "<c:barChart>" not in chart or '<c:min val="0"/>' in chart


def test_a_file_is_small_and_quickly_written(files, real_model):
    """Under a megabyte, and under a second of work for the firm with the largest file, its results at hand."""
    assert max(map(len, files.values())) < 1_000_000
    knowledge, largest = real_model.tables.knowledge, max(files, key=lambda name: len(files[name]))
    path = next(path for path in DEMOS if path.stem == largest)
    found = Results(real_model, assessment(read_case(knowledge, path.read_bytes()), TODAY))
    spent = []
    for _ in range(4):
        begun = time.process_time()
        workbook(knowledge, real_model, found.assessment, found.fit, written=TODAY, extras=Extras(results=found))
        spent.append(time.process_time() - begun)
    assert min(spent) < 1


def test_a_case_with_a_name_of_a_consultant_names_them(real_model):
    client = a_case(real_model.tables.knowledge, seats={"consultant": {"name": "=B. Adviser"}})
    cells = openpyxl.load_workbook(BytesIO(export(real_model, client)))["Contents"]
    named = next(row[1] for row in cells.iter_rows(max_col=2) if row[0].value == "Consultant")
    assert (named.value, named.data_type, named.quotePrefix) == ("=B. Adviser", "s", True)
