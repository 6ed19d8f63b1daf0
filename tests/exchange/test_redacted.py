"""A redacted copy: nobody's name or words in any file made from it, and close to the original in what it finds."""

import copy
import json
import re
import sys
import zipfile
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from fcio.exchange.case_file import PARTS, assessment, checked_document, read_case, write_case
from fcio.exchange.fields import checked_object
from fcio.exchange.redacted import ENDS, redacted, rightly_marked, still_redacted
from fcio.exchange.redaction_changes import FIRM, Rule
from fcio.exchange.redaction_rules import EACH, RULES
from fcio.exchange.taken_home import HTML, LETTER, PDF, TakenHome
from fcio.exchange.workbook import workbook
from fcio.knowledge.load import load
from fcio.model.answers import Refused
from fcio.model.fit import FitModel, role_fit
from fcio.report.redaction_words import redaction_words
from fcio.report.results import Results
from tests.exchange.test_case_file import documents
from tests.exchange.whole_case import WORD, whole_case
from tests.strategies import real_examples

ROOT = Path(__file__).parents[2]
DEMOS = sorted((ROOT / "data/demo").glob("*.json"))
TODAY = date(2026, 11, 27)
KNOWLEDGE = load()  # for the strategies and the lists of places, which no fixture reaches
WHOLE = whole_case(KNOWLEDGE)
SHORT = 4
"""Letters of a word of a name that is looked for; shorter ones stand in other words."""


@cache
def model():
    return FitModel.of(KNOWLEDGE)


@cache
def our_words():
    """Every word of the knowledge, lower case."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "data").rglob("*.yaml"))
    return frozenset(word.lower() for text in texts for word in re.findall(r"[^\W\d_]+", text))


def names(document):
    """What must not stand in a file: the client's name, and its words that are not ours too."""
    name = document["client"]["name"]
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) >= SHORT and word.lower() not in our_words()]
    assert words, f"{name} has no word of its own to look for"
    return [name, name.replace("&", "&amp;"), *words]


def files(document):
    """The bytes of every file that can be made from a document, zip parts unpacked, by name."""
    client = assessment(document, TODAY)
    book = workbook(KNOWLEDGE, model(), client, role_fit(model(), client), written=client.as_of)
    with zipfile.ZipFile(BytesIO(book)) as parts:
        unpacked = {name: parts.read(name) for name in parts.namelist()}
        unpacked["names of parts"] = "\n".join(unpacked).encode()
    home = TakenHome(Results(model(), client), client.as_of)
    papers = {f"raw {kind}": home.content(kind) for kind in (PDF, LETTER, HTML)}
    for kind in (PDF, LETTER):
        pages = PdfReader(BytesIO(papers[f"raw {kind}"])).pages
        papers[f"read {kind}"] = "\n".join(page.extract_text() for page in pages).encode()
    return {"case file": write_case(document).encode(), **unpacked, **papers}


def leaks(found, words):
    """Where a word stands in the bytes of files, in either encoding, whatever its case."""
    wanted = [(word, word.lower().encode(code)) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be")]
    lowered = {name: content.lower() for name, content in found.items()}
    return [(name, word) for name, content in lowered.items() for word, raw in wanted if raw in content]


# ---------------------------------------------------------------- nothing leaks


@pytest.mark.parametrize("demo", DEMOS, ids=lambda path: path.stem)
def test_no_file_of_the_copy_holds_the_clients_name(demo):
    document = read_case(KNOWLEDGE, demo.read_bytes())
    twin = redacted(KNOWLEDGE, document)
    assert leaks(files(twin), names(document)) == []
    texts = [document["client"].get("note"), document["client"].get("place")]
    texts += [one["note"] for one in document.get("area_details", {}).values() if "note" in one]
    texts += [document["answers"].get(q.id) for q in KNOWLEDGE.questions if q.kind == "text"]
    assert leaks(files(twin), [text for text in texts if text]) == []


def test_the_search_finds_the_name_in_the_original():
    document = read_case(KNOWLEDGE, DEMOS[0].read_bytes())
    assert {"case file", "xl/sharedStrings.xml"} <= {name for name, _ in leaks(files(document), names(document))}


def test_nothing_typed_anywhere_is_left_in_any_file():
    original = {key: part for key, part in WHOLE.items() if key != "redacted"}
    assert leaks(files(checked_document(KNOWLEDGE, original)), [WORD])
    found = files(redacted(KNOWLEDGE, original))
    assert leaks(found, [WORD, *names(original)]) == []
    assert any(b"docProps" in name.encode() for name in found)


def test_no_amount_of_money_is_left_as_it_was_typed():
    """Figures of five digits and more do not come about by chance."""
    typed = set(re.findall(r"\b\d{5,7}\b", json.dumps({key: WHOLE[key] for key in WHOLE if key != "answers"})))
    typed = {number for number in typed if number.rstrip("0")[2:]}
    assert len(typed) > 10
    assert not typed & set(re.findall(r"\b\d{5,7}\b", write_case(redacted(KNOWLEDGE, WHOLE))))


def test_every_file_says_that_it_is_a_copy():
    found = files(redacted(KNOWLEDGE, {"fcio": 1, "client": {"name": "Mill"}}))
    assert b'"redacted": true' in found["case file"]
    assert redaction_words()[0].encode() in found["xl/sharedStrings.xml"]
    plain = files({"fcio": 1, "client": {"name": "Mill"}})
    assert redaction_words()[0].encode() not in plain["xl/sharedStrings.xml"]


# ---------------------------------------------------------------- every place has its rule


def places(value, path=()):
    """Every value of a document that holds no others, by its path."""
    if isinstance(value, dict) and value:
        for key, part in value.items():
            yield from places(part, (*path, key))
    elif isinstance(value, list) and value:
        for place, part in enumerate(value):
            yield from places(part, (*path, place))
    else:
        yield path, value


def rule_of(path):
    """The rule of a path; None where it has none."""
    rule = RULES
    for part in path:
        if isinstance(rule, Rule):
            return rule if rule.kind == "answered" or part in ENDS else None
        rule = rule.get(part, rule.get(EACH))
        if rule is None:
            return None
    return rule


def rules(tree=RULES, path=()):
    """Every rule with its path."""
    if isinstance(tree, Rule):
        yield path, tree
    else:
        for key, part in tree.items():
            yield from rules(part, (*path, key))


def test_the_whole_case_reaches_every_rule():
    assert set(WHOLE) == {"fcio", "as_of", "client", *PARTS}
    paths = [path for path, _ in places(WHOLE)]

    def reaches(path, rule_path):
        return len(path) >= len(rule_path) and all(
            wanted in (EACH, part) for part, wanted in zip(path, rule_path, strict=False)
        )

    unreached = [rule_path for rule_path, _ in rules() if not any(reaches(path, rule_path) for path in paths)]
    assert unreached == []


@pytest.mark.parametrize("path", [path for path, _ in places(WHOLE)], ids=lambda path: ".".join(map(str, path)))
def test_every_place_of_the_whole_case_has_a_rule(path):
    assert isinstance(rule_of(path), Rule)


def test_every_key_that_a_case_file_may_have_has_a_rule(monkeypatch):
    """Each object of a case file names its keys when it is checked: a new one needs a rule before it is let in."""
    seen = []

    def noted(value, field, known=None):
        seen.append((field, known))
        return checked_object(value, field, known)

    for name, module in list(sys.modules.items()):
        if name.startswith("fcio.exchange") and getattr(module, "checked_object", None) is checked_object:
            monkeypatch.setattr(module, "checked_object", noted)
    checked_document(KNOWLEDGE, WHOLE)
    assert len({field for field, known in seen if known}) > 30
    unknown = []
    for field, known in seen:
        parts = () if field == "case file" else tuple(EACH if part.isdigit() else part for part in field.split("."))
        unknown += [(field, key) for key in known or () if rule_of((*parts, key)) is None]
    assert unknown == []


def put(path, value, key=None):
    """The whole case with another value at a path, or another key in its place."""
    document = copy.deepcopy(WHOLE)
    home = document
    for part in path[:-1]:
        home = home[part]
    if key is None:
        home[path[-1]] = value
    else:
        home[key] = home.pop(path[-1])
    return document


TEXTS = [path for path, value in places(WHOLE) if isinstance(value, str)]
KEYS = sorted({path[:end] for path, _ in places(WHOLE) for end in range(1, len(path) + 1)}, key=str)


def left(document):
    """What a copy leaves of a document, as text; nothing where the document is refused."""
    try:
        return write_case(redacted(KNOWLEDGE, document))
    except Refused:
        return ""


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: ".".join(map(str, path)))
def test_no_place_lets_a_typed_word_through(path):
    """Also where a text is kept: only words of the knowledge are taken there."""
    assert WORD not in left(put(path, WORD))


@pytest.mark.parametrize("path", KEYS, ids=lambda path: ".".join(map(str, path)))
def test_no_key_lets_a_typed_word_through(path):
    if isinstance(path[-1], str):
        assert WORD not in left(put(path, None, key=WORD))


def test_an_unknown_part_is_left_out(monkeypatch):
    monkeypatch.delitem(RULES, "notes")
    assert "notes" not in redacted(KNOWLEDGE, WHOLE)


# ---------------------------------------------------------------- a valid case, close to the original


def ranking(document):
    result = role_fit(model(), assessment(document, TODAY))
    return [(row.role, row.points) for row in result.ranking], result.headline


@pytest.mark.parametrize("demo", DEMOS, ids=lambda path: path.stem)
def test_roles_rank_as_in_the_original(demo):
    document = read_case(KNOWLEDGE, demo.read_bytes())
    twin = redacted(KNOWLEDGE, document)
    assert ranking(twin) == ranking(document)
    assert twin["client"] == {"name": FIRM}


@real_examples(25)
@given(documents())
def test_any_case_has_a_copy_that_is_its_own_copy_and_ranks_the_same(document):
    document = checked_document(KNOWLEDGE, document)
    twin = redacted(KNOWLEDGE, document)
    assert read_case(KNOWLEDGE, write_case(twin)) == twin
    assert redacted(KNOWLEDGE, twin) == twin
    assert ranking(twin) == ranking(document)
    assert still_redacted(KNOWLEDGE, twin)


money = st.floats(0, 1e9).map(lambda amount: round(amount, 2))


@st.composite
def budgets(draw):
    """Contracts, lines that hold them, and a total that holds the lines."""
    lines = [category.id for category in KNOWLEDGE.budget.categories]
    line = st.sampled_from(lines)
    one = st.fixed_dictionaries({"name": st.text(min_size=1).filter(str.strip), "category": line, "yearly": money})
    contracts = draw(st.lists(one, max_size=5))
    given_lines = draw(st.lists(line, unique=True, max_size=len(lines)))
    spend = {
        name: draw(money) + sum(contract["yearly"] for contract in contracts if contract["category"] == name)
        for name in given_lines
    }
    others = {contract["category"] for contract in contracts} - set(spend)
    known = sum(spend.values()) + sum(one["yearly"] for one in contracts if one["category"] in others)
    total = (
        {"spend_total": known + draw(money)} if draw(st.booleans()) and len(spend) + len(others) < len(lines) else {}
    )
    return {"contracts": contracts, "spend": spend, **total}


@given(budgets())
def test_totals_hold_their_rounded_parts(budget):
    document = {"fcio": 1, "client": {"name": "Mill"}, "budget": budget}
    twin = redacted(KNOWLEDGE, document)
    assert redacted(KNOWLEDGE, twin) == twin
    copied = twin.get("budget", {})
    for line, amount in budget["spend"].items():
        assert copied["spend"][line] == pytest.approx(amount, rel=0.2, abs=1)
    if "spend_total" in budget:
        assert copied["spend_total"] == pytest.approx(budget["spend_total"], rel=0.2, abs=1)


def test_the_whole_case_keeps_its_shape():
    twin = redacted(KNOWLEDGE, WHOLE)
    assert redacted(KNOWLEDGE, twin) == twin
    gone = {".".join(map(str, path)) for path, _ in places(WHOLE)} - {
        ".".join(map(str, path)) for path, _ in places(json.loads(write_case(twin)))
    }
    assert {"client.contact", "client.place", "client.note", "answers.goal", "candidates.0.notes"} <= gone
    assert not {path for path in gone if path.startswith(("risk", "budget", "facts", "roadmap", "overrides"))}


def test_a_declared_interest_stays_declared_and_a_blank_one_is_none():
    people = redacted(KNOWLEDGE, WHOLE)["seats"]
    assert people["owner"]["interest"].strip()
    assert not people["consultant"].get("interest", "").strip()


def test_a_copy_to_which_somebody_wrote_is_none_any_more():
    twin = redacted(KNOWLEDGE, WHOLE)
    assert still_redacted(KNOWLEDGE, twin)
    assert not still_redacted(KNOWLEDGE, {**twin, "notes": {"general": "Met on site."}})
    assert not still_redacted(KNOWLEDGE, {**twin, "client": {"name": "Mill"}})
    assert not still_redacted(KNOWLEDGE, {key: part for key, part in twin.items() if key != "redacted"})
    assert rightly_marked(KNOWLEDGE, twin) == twin
    assert "redacted" not in rightly_marked(KNOWLEDGE, {**twin, "client": {"name": "Mill"}})
    assert rightly_marked(KNOWLEDGE, {**twin, "marks": {"headcount": "seen"}})["redacted"] is True


@pytest.mark.parametrize("value", [False, 1, "yes", None])
def test_the_mark_is_true_or_left_out(value):
    with pytest.raises(Refused, match="redacted"):
        checked_document(KNOWLEDGE, {"fcio": 1, "client": {"name": "Mill"}, "redacted": value})
