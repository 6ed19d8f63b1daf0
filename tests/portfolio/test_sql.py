"""The SQL stays plain: it should read the same on any engine."""

import re
from pathlib import Path

import pytest

import fcio.portfolio
from fcio.portfolio.ranking import SQL

FILES = sorted(SQL.glob("*.sql"))
FORBIDDEN = {
    "arrays, lists and structs": r"\[|\{|\bARRAY\b|\bLIST\w*\s*\(|\bUNNEST\b|\bSTRUCT\w*",
    "GROUP BY ALL": r"GROUP\s+BY\s+ALL",
    "ORDER BY ALL": r"ORDER\s+BY\s+ALL",
    "QUALIFY": r"\bQUALIFY\b",
    "columns by place": r"(GROUP|ORDER)\s+BY\s+\d",
    "casts of one engine": r"::",
    "DISTINCT ON": r"DISTINCT\s+ON",
    "all columns": r"(\bSELECT\b|,|\.)\s*\*|\bEXCLUDE\b|\bCOLUMNS\s*\(",
    "PIVOT": r"\bPIVOT\b|\bUNPIVOT\b",
    "functions of one engine": r"\bARG_M(AX|IN)\b|\bMEDIAN\b|\bIF\s*\(|\bIFNULL\b|\bUSING\b",
    "text in double quotes": r'"',
}


def statement(path: Path) -> str:
    """The text without its comments."""
    return re.sub(r"--.*", "", path.read_text(encoding="utf-8"))


def order_keys(text: str) -> list[str]:
    """Every key of every ORDER BY."""
    clauses = re.findall(r"ORDER BY(.*?)(?:\)|\Z)", text, flags=re.DOTALL)
    return [key.strip() for clause in clauses for key in clause.split(",")]


def test_there_are_files():
    assert {path.stem for path in FILES} >= {"ranking", "first_places", "margins"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_text_has_no(what, path):
    assert not re.search(FORBIDDEN[what], statement(path), flags=re.IGNORECASE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_order_says_where_nulls_go_and_the_direction(path):
    for key in order_keys(statement(path)):
        assert re.fullmatch(r"[\w.]+ (ASC|DESC) NULLS LAST", key)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_opens_with_what_it_answers(path):
    assert path.read_text(encoding="utf-8").startswith("-- ")


def test_the_order_of_ties_is_written_out():
    assert order_keys(statement(SQL / "ranking.sql")) == ["points DESC NULLS LAST", "role ASC NULLS LAST"]


def test_every_file_is_run():
    code = "".join(path.read_text() for path in Path(fcio.portfolio.__file__).parent.glob("*.py"))
    assert all(f'"{path.stem}"' in code for path in FILES)
