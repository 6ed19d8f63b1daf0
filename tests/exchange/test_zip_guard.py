"""Hostile files stop at the guard, each with one plain sentence, before any reader of workbooks opens them."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from fcio.exchange import grid
from fcio.exchange.spend_file import read_spend
from fcio.exchange.xml_guard import MOST_COLUMNS, MOST_ROWS
from fcio.exchange.zip_guard import MOST_BYTES, MOST_PARTS, MOST_UNPACKED
from fcio.knowledge.load import load
from fcio.model.answers import Refused
from tests.exchange.spend_books import HONEST, changed, parts, with_sheet, zipped

KNOWLEDGE = load()
ROOT = Path(__file__).resolve().parents[2]
PEAK_MIB = 300
BILLION = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]>'
CELL = '<row r="{row}"><c r="{cell}"><v>1</v></c></row>'


def encrypted():
    """An honest workbook whose directory says that its first part is encrypted."""
    content = bytearray(HONEST)
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    return bytes(content)


def lying():
    """A bomb whose directory says that it is small."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts().items():
            archive.writestr(name, content)
        archive.writestr("xl/media/a.bin", b"\0" * 3 * 2**20)
    content = bytearray(stream.getvalue())
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    return bytes(content)


def link():
    info = zipfile.ZipInfo("xl/link.xml")
    info.external_attr = 0o120777 << 16
    stream = io.BytesIO(HONEST)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(info, "../outside")
    return stream.getvalue()


def twice():
    return zipped([*parts().items(), ("XL/workbook.xml", b"<a/>")])


def with_macro_type():
    types = parts()["[Content_Types].xml"].replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
    return changed({"[Content_Types].xml": types})


DOWN = MOST_ROWS + 1
HEAD = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Category</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Yearly</t></is></c></row>'
)
NAMES = [
    ("a.xls", b"x", "only .xlsx and .csv files can be read; save it as one of the two"),
    ("a.xlsm", HONEST, "this kind of workbook can hold macros; save it as a workbook without macros (.xlsx)"),
    ("a.csv", HONEST, "this is an Excel file, whatever its name says; give it a name that ends in .xlsx"),
    (
        "a.csv",
        b"Cloud,\x01\x02",
        "this is no list in plain text, or its letters cannot be read; save it again as CSV UTF-8",
    ),
    ("a.csv", b"Cloud,1\n" * 100_000, "this file has more than 5,000 rows; keep those with your spending"),
    ("a.csv", b"a," * 500 + b"\n", f"row 1 has 501 columns; keep to {MOST_COLUMNS}"),
]
HOSTILE = {
    "more bytes than allowed": (lambda: b"PK\x03\x04" + b"x" * MOST_BYTES, "this file has 5.0 MB; keep to 5 MB"),
    "nothing at all": (lambda: b"", "this file is empty"),
    "an old workbook or one with a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "this is an old Excel file (.xls) or one with a password",
    ),
    "text under a false name": (lambda: b"Category,Yearly\nCloud,5\n", "this is not an Excel workbook"),
    "a PDF under a false name": (lambda: b"%PDF-1.7 ...", "this is not an Excel workbook"),
    "half a file": (lambda: HONEST[: len(HONEST) // 2], "this file is damaged"),
    "another zip file": (lambda: zipped([("readme.txt", b"hello")]), "this is a zip file and no Excel workbook"),
    "a Word document": (lambda: zipped([("word/document.xml", b"<a/>")]), "this is a Word document"),
    "an OpenDocument file": (lambda: zipped([("content.xml", b"<a/>")]), "this is an OpenDocument file"),
    "a binary workbook": (lambda: zipped([("xl/workbook.bin", b"x")]), "this is a binary workbook (.xlsb)"),
    "macros by their part": (lambda: changed({"xl/vbaProject.bin": b"x"}), "this workbook holds macros"),
    "macros by their type": (with_macro_type, "this workbook holds macros"),
    "very many parts": (lambda: changed({f"x/{n}.xml": b"<a/>" for n in range(MOST_PARTS)}), "this file has 5"),
    "a bomb": (lambda: changed({"xl/a.bin": b"\0" * (MOST_UNPACKED // 2)}), "this file grows beyond 20 MB"),
    "a large one in small steps": (
        lambda: changed({f"xl/{n}.bin": bytes(range(256)) * 3900 for n in range(22)}),
        "this file grows beyond 20 MB",
    ),
    "a bomb that lies about its size": (lying, "this file"),
    "a path that leads up": (lambda: changed({"../evil.xml": b"<a/>"}), "paths that lead outside"),
    "a path from the root": (lambda: changed({"/etc/evil.xml": b"<a/>"}), "paths that lead outside"),
    "a path of Windows": (lambda: changed({"C:evil.xml": b"<a/>"}), "paths that lead outside"),
    "a symbolic link": (link, "paths that lead outside"),
    "a part twice": (twice, "this file holds a part twice"),
    "an encrypted part": (encrypted, "this file is encrypted"),
    "entities": (lambda: with_sheet("", BILLION), "this file holds a DOCTYPE"),
    "entities in another part": (lambda: changed({"xl/theme/theme1.xml": f"{BILLION}<a/>".encode()}), "a DOCTYPE"),
    "entities in another encoding": (
        lambda: changed({"xl/theme/theme1.xml": f"{BILLION}<a/>".encode("utf-16")}),
        "a DOCTYPE",
    ),
    "XML that is none": (lambda: with_sheet("<row"), "this file is damaged"),
    "XML nested very deeply": (lambda: with_sheet("<a>" * 500 + "</a>" * 500), "this file is nested too deeply"),
    "a cell in the last row of all": (
        lambda: with_sheet(CELL.format(row=1048576, cell="A1048576")),
        "a sheet has something in row 1,048,576; keep to 5,000 rows",
    ),
    "one row too many": (lambda: with_sheet(CELL.format(row=DOWN, cell=f"A{DOWN}")), f"something in row {DOWN:,}"),
    "a cell in the last column of all": (lambda: with_sheet(CELL.format(row=1, cell="XFD1")), "column 16,384"),
    "a row twice": (lambda: with_sheet(CELL.format(row=1, cell="A1") * 2), "this file holds a row twice"),
    "a cell twice": (
        lambda: with_sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
        "this file holds a cell twice",
    ),
    "a cell nowhere": (lambda: with_sheet('<row r="1"><c r="ZZZZ9"><v>1</v></c></row>'), "out of its place"),
    "a text that is not there": (
        lambda: with_sheet('<row r="1"><c r="A1" t="s"><v>999</v></c></row>'),
        "this workbook cannot be read",
    ),
    "a workbook without a sheet": (
        lambda: zipped((n, c) for n, c in parts().items() if "sheet1" not in n),
        "there is nothing in it",
    ),
    "a number that is none": (
        lambda: with_sheet('<row r="7"><c r="A7"><v>NaN</v></c></row>'),
        "a cell in row 7 says that it holds a number and does not",
    ),
    "far more than a table": (
        lambda: with_sheet("<row>" + "".join(f'<a b="{n}"/>' for n in range(700_000)) + "</row>"),
        "this file holds far more than a table of spending",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(name):
    make, sentence = HOSTILE[name]
    with pytest.raises(Refused) as refused:
        read_spend(KNOWLEDGE, "spending.xlsx", make())
    said = str(refused.value)
    assert said.startswith("spending.xlsx: ") and sentence in said
    assert "\n" not in said and said.endswith(".")


GUARDED = [name for name in HOSTILE if name not in ("a text that is not there", "a workbook without a sheet")]


@pytest.mark.parametrize("name", GUARDED)
def test_the_guard_stops_it_before_a_reader_sees_it(name, monkeypatch):
    def opened(*_):
        raise AssertionError("the reader was called")

    monkeypatch.setattr(grid, "_read", opened)
    with pytest.raises(Refused):
        read_spend(KNOWLEDGE, "spending.xlsx", HOSTILE[name][0]())


@pytest.mark.parametrize(("name", "content", "sentence"), NAMES, ids=range(len(NAMES)))
def test_a_file_under_a_false_name_or_too_long_is_refused(name, content, sentence):
    with pytest.raises(Refused) as refused:
        read_spend(KNOWLEDGE, name, content)
    assert str(refused.value) == f"{name}: {sentence}."


def test_empty_cells_with_a_colour_far_away_do_no_harm():
    rows = HEAD + '<row r="2"><c r="A2" t="inlineStr"><is><t>Cloud</t></is></c><c r="B2"><v>5</v></c></row>'
    rows += '<row r="3"><c r="XFD3" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row>'
    assert read_spend(KNOWLEDGE, "a.xlsx", with_sheet(rows)).spend == {"cloud": 5}


@pytest.mark.parametrize("value", ["1e999", "-1e999", "1e308"])
def test_a_number_that_is_far_too_large_is_told_by_its_cell(value):
    rows = HEAD + f'<row r="2"><c r="A2" t="inlineStr"><is><t>Cloud</t></is></c><c r="B2"><v>{value}</v></c></row>'
    (fault,) = read_spend(KNOWLEDGE, "a.xlsx", with_sheet(rows)).faults
    assert fault.startswith("Sheet Spending, row 2, column B: ")


MEASURE = """
import re, sys
from pathlib import Path
from fcio.exchange.spend_file import read_spend
from fcio.knowledge.load import load
from tests.exchange.test_zip_guard import HOSTILE
knowledge, make = load(), HOSTILE[sys.argv[1]][0]
content = make()
try:
    read_spend(knowledge, "a.xlsx", content)
except ValueError:
    pass
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
@pytest.mark.parametrize("name", ["a large one in small steps", "far more than a table"])
def test_the_largest_ones_stay_small_in_memory(name):
    done = subprocess.run([sys.executable, "-c", MEASURE, name], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) < PEAK_MIB
