"""The client's spending from a spreadsheet: every sentence a reader gets, case by case, and round trips."""

import csv
import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fcio.exchange.spend_file import MOST_TOLD, read_spend
from fcio.exchange.spend_template import CONTRACTS, HEADER_ROW, SPENDING, spend_template
from fcio.knowledge.load import load
from fcio.model.answers import Refused
from tests.exchange.spend_books import book

CASES = yaml.safe_load((Path(__file__).resolve().parents[1] / "cases/spend_files.yaml").read_text(encoding="utf-8"))
KNOWLEDGE = load()
assert KNOWLEDGE.budget is not None
LINES = {category.id: category.label for category in KNOWLEDGE.budget.categories}
TEMPLATE = spend_template(KNOWLEDGE.budget)
names = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=30).filter(str.strip)
money = st.decimals(0, 10**9, places=2).map(float)


def read_text(text, encoding="utf-8"):
    return read_spend(KNOWLEDGE, "spending.csv", text.encode(encoding))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_file_is_read_as_the_case_says(case):
    if "csv" in case:
        name, content = "spending.csv", case["csv"].encode()
    else:
        name, content = "spending.xlsx", book(case["sheets"], case.get("merged"), case.get("hidden", ()))
    if "refused" in case:
        with pytest.raises(Refused) as refused:
            read_spend(KNOWLEDGE, name, content)
        assert str(refused.value) == case["refused"]
        return
    found = read_spend(KNOWLEDGE, name, content, case.get("currency", "USD"))
    assert list(found.faults) == case["faults"]
    assert dict(found.spend) == pytest.approx(case.get("spend", {}))
    if not case["faults"]:
        assert [dict(one) for one in found.contracts] == case.get("contracts", [])
    if "notes" in case:
        assert list(found.notes) == case["notes"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_text_file_is_read_in_every_usual_encoding_and_with_every_usual_delimiter(encoding, delimiter):
    stream = io.StringIO()
    rows = [["Name", "Category", "Yearly"], ["Café Müller, Söhne; Ltd", "cloud", "1.234,50"]]
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    found = read_text(stream.getvalue(), encoding)
    assert found.contracts == ({"name": "Café Müller, Söhne; Ltd", "category": "cloud", "yearly": 1234.5},)


def test_the_hint_of_excel_for_its_delimiter_is_followed_and_rows_keep_their_numbers():
    found = read_text("sep=;\nCategory;Yearly\nCloud;-5\n")
    assert found.faults[0].startswith("File spending.csv, row 3, column B:")


@pytest.mark.parametrize("line", LINES)
def test_a_category_is_known_by_id_label_and_every_synonym(line):
    category = KNOWLEDGE.budget.category(line)
    for name in (category.id, category.label, category.label.upper(), *category.synonyms):
        assert read_text(f'Category,Yearly\n"{name}",5\n').spend == {line: 5}


def test_no_name_stands_for_two_categories():
    all_names = [n for c in KNOWLEDGE.budget.categories for n in {c.id, c.label.casefold(), *c.synonyms}]
    assert len(all_names) == len(set(all_names))


def test_many_faults_are_counted_and_not_all_told():
    found = read_text("Category,Yearly\n" + "Cloud,x\n" * 300)
    assert len(found.faults) == MOST_TOLD + 1
    assert found.faults[-1] == "And 200 more of the same kind."


def filled(spend, contracts):
    """The template with these numbers typed into it."""
    made = openpyxl.load_workbook(io.BytesIO(TEMPLATE))
    sheet = made[SPENDING]
    rows = {sheet.cell(row, 1).value: row for row in range(HEADER_ROW + 2, sheet.max_row + 1)}
    for line, (column, amount) in spend.items():
        sheet.cell(rows[LINES[line]], column).value = amount
    sheet = made[CONTRACTS]
    for row, one in enumerate(contracts, HEADER_ROW + 2):
        cells = (one["name"], LINES[one["category"]], one["yearly"], one.get("renews_on"), one.get("uplift"))
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            cell.value = value
            if column == 1:
                cell.data_type = "s"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


contract = st.fixed_dictionaries(
    {"name": names.map(str.strip), "category": st.sampled_from(list(LINES)), "yearly": money},
    optional={
        "renews_on": st.dates(date(2000, 1, 1), date(2100, 12, 31)),
        "uplift": st.integers(0, 1000).map(lambda n: n / 1000),
    },
)


@given(
    st.dictionaries(st.sampled_from(list(LINES)), st.tuples(st.sampled_from([2, 3]), money)),
    st.lists(contract, max_size=5),
)
def test_what_is_typed_into_the_template_comes_back(spend, contracts):
    found = read_spend(KNOWLEDGE, "spending.xlsx", filled(spend, contracts))
    assert not found.faults
    assert found.spend == {
        line: pytest.approx(amount * 12 if column == 3 else amount) for line, (column, amount) in spend.items()
    }
    written = [{k: v.isoformat() if k == "renews_on" else v for k, v in one.items()} for one in contracts]
    assert [dict(one) for one in found.contracts] == written


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_one_line(text):
    try:
        found = read_text(f"Category,Yearly\n{text}")
    except Refused as refused:
        assert "\n" not in str(refused)
    else:
        assert all(amount >= 0 for amount in found.spend.values())


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a", "a.xlsm"]))
def test_any_bytes_are_read_or_refused(content, name):
    with pytest.raises(Refused):
        read_spend(KNOWLEDGE, name, content)


@given(money)
def test_an_amount_comes_back_from_every_way_to_write_it(amount):
    english = f"{amount:,.2f}"
    ways = (
        english,
        english.replace(",", " "),
        english.translate(str.maketrans(",.", ".,")),
        f"${english}",
        f"{amount:.2f}",
    )
    for way in ways:
        assert read_text(f'Category;Yearly\nCloud;"{way}"\n').spend == {"cloud": pytest.approx(amount)}
