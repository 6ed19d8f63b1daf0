"""Every part of a case file has a word, and a change of any part is named."""

import copy

import pytest

from fcio.exchange.case_file import PARTS, assessment, checked_document
from fcio.model.fit import role_fit
from fcio.report.case_words import PART_WORDS, case_sentence, change_sentence, changed_parts
from tests.exchange.whole_case import whole_case
from tests.strategies import TODAY


@pytest.fixture(scope="module")
def whole(real_knowledge):
    return checked_document(real_knowledge, whole_case(real_knowledge))


def test_every_part_has_a_word():
    assert set(PART_WORDS) == {"as_of", "client", *PARTS}


def test_a_whole_case_names_its_parts(whole, real_model):
    sentence = case_sentence(whole, role_fit(real_model, assessment(whole, TODAY)))
    assert sentence.startswith("A redacted copy. The file is about Zyxomma & Quillwort, as of 22 Nov 2026, answered ")
    apart = {"as_of", "client", "currency", "answers", "redacted"}
    assert [word for part, word in PART_WORDS.items() if part not in apart and word not in sentence] == []


def test_a_bare_case_says_how_little_it_holds(real_model):
    bare = {"fcio": 1, "client": {"name": "Mill"}}
    sentence = case_sentence(bare, role_fit(real_model, assessment(bare, TODAY)))
    assert sentence.startswith("The file is about Mill, without a day of its own, answered 0 of ")
    assert "also" not in sentence


@pytest.mark.parametrize("part", PART_WORDS)
def test_a_part_that_is_missing_is_named_as_changed(whole, part):
    other = copy.deepcopy(whole)
    other[part] = {"name": "Mill"} if part == "client" else None
    assert changed_parts(whole, other) == (PART_WORDS[part],) == changed_parts(other, whole)
    assert changed_parts(whole, whole) == ()


def test_another_name_is_told(whole):
    assert change_sentence(whole, {**whole, "client": {"name": "Mill"}}).endswith(
        "Zyxomma & Quillwort would be called Mill from then on."
    )
