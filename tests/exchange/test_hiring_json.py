"""Hiring as JSON and as text: promised keys, reasons for every line, and candidates in both."""

import json
from datetime import date
from pathlib import Path

import pytest

from fcio.exchange.case_file import assessment, read_case
from fcio.exchange.hiring_json import hiring_json, hiring_of
from fcio.exchange.hiring_text import hiring_lines
from fcio.report.results import Results
from tests.strategies import a_client

DEMOS = sorted((Path(__file__).resolve().parents[2] / "data/demo").glob("*.json"))
KEYS = {
    *("role", "nobody", "first", "missing_core", "agenda", "description", "terms", "where", "interview", "references"),
    *("work_sample", "steps", "scorecard", "most_points", "candidates", "level", "turns", "letter"),
}
PEOPLE = (
    {
        "name": "Ann",
        "kind": "offer",
        "scores": {"trust": 3, "price": 2},
        "price": {"amount": 3000, "per": "month"},
        "covers": {"cloud": "covers", "data": "not"},
        "includes": ("provider",),
        "sells": True,
    },
    {"name": "Ben", "kind": "person", "scores": {"trust": 4}},
)


@pytest.fixture
def made(real_knowledge, real_model):
    def of(client):
        return hiring_of(Results(real_model, client))

    return of


def lines(found):
    yield from (line for part in ("agenda", "where", "references", "interview", "steps") for line in found[part])
    yield from (line for section in found["description"] for line in section["lines"])


@pytest.mark.parametrize("path", DEMOS, ids=lambda path: path.stem)
def test_every_line_says_why_it_is_there(made, real_knowledge, path):
    found = hiring_json(real_knowledge, made(assessment(read_case(real_knowledge, path.read_bytes()), date.today())))
    assert set(found) == KEYS
    for line in lines(found):
        assert line["because"]["text"]
        assert line["text"].strip()
    json.dumps(found, allow_nan=False)


def test_candidates_stand_in_json_and_text(made, real_knowledge):
    client = a_client(
        {"headcount": 10},
        candidates=PEOPLE,
        budget={"spend": {"provider": 12_000.0}},
        hiring={"role": "fractional_cio"},
    )
    found = made(client)
    rows = hiring_json(real_knowledge, found)["candidates"]
    ann = next(row for row in rows if row["name"] == "Ann")
    assert (ann["price"]["per_head"], ann["price"]["per_area"], ann["paid_already"]) == (
        300,
        3000,
        {"provider": 12_000},
    )
    assert "sells" in ann["warnings"]
    text = "\n".join(hiring_lines(real_knowledge, found))
    assert "$3,000 a month, $300 for each person, $3,000 for each area covered." in text
    assert "Covers Cloud; Leaves open Data" in text
    assert "you pay $12,000 a year for already" in text
    assert "Mind: Sells products" in text
    assert "comes first if" in text


def test_where_nobody_is_hired_the_text_says_so(made, real_knowledge):
    text = "\n".join(hiring_lines(real_knowledge, made(a_client(hiring={"role": "not_yet"}))))
    assert "nobody to interview" in text
    assert "Interview questions" not in text
