"""Every formula of every sheet, cell by cell: no typed-in numbers, nothing volatile, nothing deep, long or outside."""

import random
import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from fcio.exchange.case_file import assessment, read_case
from tests.exchange.calc import MAIN, read
from tests.exchange.conftest import TODAY, a_case, export, some_answers
from tests.exchange.formula_rules import CLASSIC, ERRORS_EXPECTED, VOLATILE, faults

DEMOS = sorted((Path(__file__).parents[2] / "data" / "demo").glob("*.json"))


def rules_of(content):
    """The formulas that colour cells and that check inputs, with their sheets."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        book = ElementTree.fromstring(parts.read("xl/workbook.xml"))
        for number, sheet in enumerate(book.iter(f"{MAIN}sheet"), 1):
            tree = ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml"))
            for rule in tree.iter(f"{MAIN}cfRule"):
                yield from ((sheet.get("name"), "colour", f"={one.text}") for one in rule.iter(f"{MAIN}formula"))
            for rule in tree.iter(f"{MAIN}dataValidation"):
                if rule.get("type") == "custom":
                    yield sheet.get("name"), "validation", f"={rule.findtext(f'{MAIN}formula1')}"


def all_faults(content):
    """Every fault of a workbook with the cell it stands in; and how many formulas were read."""
    formulas, _, names, _ = read(content)
    spans = frozenset(name for name, (_, address) in names.items() if ":" in address)
    places = [*((*key, formula) for key, formula in formulas.items()), *rules_of(content)]
    wrong = [(sheet, where, one, formula) for sheet, where, formula in places for one in faults(formula, sheet, spans)]
    return wrong, len(places)


@pytest.mark.parametrize("demo", DEMOS, ids=lambda path: path.stem)
def test_every_formula_of_an_example_firm_keeps_the_rules(real_model, demo):
    client = assessment(read_case(real_model.tables.knowledge, demo.read_bytes()), TODAY)
    wrong, count = all_faults(export(real_model, client))
    assert count > 5000
    assert wrong == []


def test_every_formula_of_an_empty_case_and_of_any_answers_keeps_the_rules(real_model, blank):
    assert all_faults(blank)[0] == []
    knowledge = real_model.tables.knowledge
    for seed in (3, 4):
        answers = some_answers(knowledge, random.Random(seed))
        assert all_faults(export(real_model, a_case(knowledge, answers)))[0] == []


def test_names_and_pictures_point_into_the_file(blank):
    with zipfile.ZipFile(BytesIO(blank)) as parts:
        book = ElementTree.fromstring(parts.read("xl/workbook.xml"))
        sheets = {sheet.get("name") for sheet in book.iter(f"{MAIN}sheet")}
        names = [one.text for one in book.iter(f"{MAIN}definedName")]
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    series = [text for chart in charts for text in re.findall(r"<c:f>([^<]+)</c:f>", chart)]
    assert names and series
    for reference in [*names, *series]:
        sheet, _, address = reference.partition("!")
        assert sheet.strip("'") in sheets and re.fullmatch(r"\$?[A-Z]*\$?\d*(:\$?[A-Z]*\$?\d*)?(,.*)?", address)


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("=A1*1.07", "1.07"),
        ("=IF(A1>0,MAX(B1,SUM(C1,MIN(D1,5))),0)", "5"),
        ("=A1*2", "the number 2"),
        ("=A1^2", "the number 2"),
        ("=A1+1E3", "1E3"),
        ('=COUNTIF(A1:A9,">5")', "5"),
        ('=A1*"3"', "3"),
        ("=SUM({1,0})", "{"),
        ("=OFFSET(A1,1,1)", "OFFSET"),
        ("=1+NOW()", "NOW"),
        ("=INDIRECT(A1)", "INDIRECT"),
        ("=RAND()", "RAND"),
        ("=XLOOKUP(A1,B1:B9,C1:C9)", "XLOOKUP"),
        ("=_xlfn.LET(A1,1,A1)", "LET"),
        ("=SUM(_xlfn._xlws.SORT(A1:A9))", "SORT"),
        ("=[other.xlsx]Sheet1!A1", "another file"),
        ("='[1]Sheet one'!A1", "another file"),
        ("=IF(A1,IF(B1,IF(C1,IF(D1,IF(E1,1,0),0),0),0),0)", "5 functions"),
        ("=" + "+".join(f"A{row}" for row in range(1, 101)), "characters"),
        ("=SUM(A1:A9*B1:B9)", "outside SUMPRODUCT"),
        ("=MAX(Weights_now-1)", "outside SUMPRODUCT"),
        ("=IFERROR(A1/B1,0)", "IFERROR"),
        ("=A1+#REF!", "#REF!"),
    ],
)
def test_a_formula_against_the_rules_is_found(formula, said):
    found = faults(formula, "Areas", {"Weights_now"})
    assert any(said in one for one in found), found


@pytest.mark.parametrize(
    "formula",
    [
        "=IF(A1=0,0,100*A1/12)",
        '="2 of 3: "&A1',
        "='Cash flow 2'!A5+A17+Lever_2026",
        '=COUNTIF(A1:A9,">0")',
        "=SUMPRODUCT((A1:A9>B1)*C1:C9)",
        "=SUMPRODUCT(--(Weights_now<>1))",
        "=-A1",
    ],
)
def test_a_formula_within_the_rules_passes(formula):
    assert faults(formula, "Areas", {"Weights_now"}) == []


def test_where_errors_are_expected_is_written_down():
    assert not CLASSIC & VOLATILE
    assert all(ERRORS_EXPECTED.values())
    assert faults('=IFERROR(INDEX(A1:A9,B1),"-")', "Summary") == []
