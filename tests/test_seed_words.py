"""No sentence of the five seeds stands in ``data/`` or in what the app says itself: no eight words in a row are theirs.

``cases/seed_runs.txt`` holds the first twelve hexadecimal digits of the SHA-256 of every run of eight words in them, so
that their texts need not be kept here.
"""

import ast
import re
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RUN, DIGITS = 8, 12
RUNS = frozenset((ROOT / "tests/cases/seed_runs.txt").read_text(encoding="utf-8").split())
FILES = sorted([*(ROOT / "data").rglob("*.yaml"), *(ROOT / "data").rglob("*.json")])
MODULES = sorted([ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "fcio").rglob("*.py")])
TITLE = re.compile(r"^ *(?:- )?title: .*$", re.MULTILINE)
# Two runs of the seeds, to show that the search finds what it looks for.
KNOWN = ["Isn’t that just a consultant? So is this just", "the main difference between a CIO and a vCIO is"]


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))


def seed_runs(text):
    """The runs of eight words in a text that stand in a seed as well."""
    found = words(text)
    runs = [" ".join(found[place : place + RUN]) for place in range(len(found) - RUN + 1)]
    return [run for run in runs if sha256(run.encode()).hexdigest()[:DIGITS] in RUNS]


def literals(code):
    """Every text in Python code; one with values put in is whole, each value a mark that is no word."""
    tree = ast.parse(code)
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    parts = {id(part) for whole in joined for part in whole.values}
    for whole in joined:
        yield "".join(part.value if isinstance(part, ast.Constant) else " \u2026 " for part in whole.values)
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in parts)
    yield from (node.value for node in texts if isinstance(node.value, str))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_sentence_of_a_seed_stands_in_the_data(path):
    text = path.read_text(encoding="utf-8")
    assert not seed_runs(TITLE.sub("", text) if path.name == "sources.yaml" else text)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_sentence_of_a_seed_stands_in_a_module(path):
    assert not [run for text in literals(path.read_text(encoding="utf-8")) for run in seed_runs(text)]


@pytest.mark.parametrize("code", ['x = """{}"""', 'x = f"""{} {{x}}"""', 'x = ("" """{}""")', 'f(["""{}"""])'])
@pytest.mark.parametrize("text", KNOWN)
def test_the_search_finds_it_in_a_module(code, text):
    assert any(seed_runs(found) for found in literals(code.format(text)))


@pytest.mark.parametrize("text", KNOWN)
def test_the_search_finds_what_it_looks_for(text):
    assert seed_runs(f"They say: {text}, in other words, something else.")
