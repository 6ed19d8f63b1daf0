"""A case file of any parts, with any texts in them, comes back as it went out."""

import json

from hypothesis import given
from hypothesis import strategies as st

from fcio.exchange.case_file import checked_document, read_case, write_case
from fcio.knowledge.load import load
from tests.exchange.test_case_file import ODD_TEXTS
from tests.exchange.whole_case import WORD, whole_case

KNOWLEDGE = load()  # for the strategies, which no fixture reaches
WHOLE = whole_case(KNOWLEDGE)
REQUIRED = {"fcio", "client"}
MADE_OF_PARTS = ("roadmap", "risk", "budget", "plan", "hiring")
KEPT_OF_A_SNAPSHOT = {"id", "locked_on"}
LONGEST = 150
said = st.one_of(st.sampled_from([text for text in ODD_TEXTS if len(text) < LONGEST]), st.text(max_size=LONGEST))


def with_texts(draw, value):
    """The value with another text wherever somebody may type; never blank, and no two alike."""
    if isinstance(value, dict):
        return {key: with_texts(draw, part) for key, part in value.items()}
    if isinstance(value, list):
        return [with_texts(draw, part) for part in value]
    if isinstance(value, str) and WORD.lower() in value.lower():
        return f"{draw(st.uuids())} {draw(said)}"
    return value


def some_of(draw, value, required=()):
    """The value with any of its keys, and those that are required."""
    keys = draw(st.lists(st.sampled_from(sorted(value)), unique=True, min_size=1))
    return {key: part for key, part in value.items() if key in keys or key in required}


@st.composite
def case_files(draw):
    document = some_of(draw, WHOLE, REQUIRED)
    for part in MADE_OF_PARTS:
        if part in document:
            document[part] = some_of(draw, document[part])
    if "snapshots" in document:
        document["snapshots"] = [some_of(draw, one, KEPT_OF_A_SNAPSHOT) for one in document["snapshots"]]
    return with_texts(draw, document)


@given(case_files())
def test_what_goes_out_comes_in(document):
    text = write_case(checked_document(KNOWLEDGE, document))
    again = read_case(KNOWLEDGE, text.encode("utf-8"))
    assert json.loads(text) == document
    assert write_case(again) == text
