"""The redacted copy on the hand-over page, and what becomes of its mark when somebody types into it."""

import json

import pytest

from fcio.exchange.case_file import write_case
from fcio.exchange.redacted import redacted
from fcio.report.redaction_words import redaction_words
from tests.screen.window import read


@pytest.fixture
def twin(real_knowledge, examples, settled):
    return redacted(real_knowledge, examples[settled])


def test_the_page_offers_the_copy_and_says_what_is_changed(window, settled):
    window.example(settled).page("handover")
    labels = [button.label for button in window.at.download_button]
    assert not [label for label in labels if "redacted" in label]
    window.unfold("redacted_copy")
    labels = [button.label for button in window.at.download_button]
    assert {
        f"Download the redacted {file}" for file in ("Excel summary", "report", "letter", "page", "case file")
    } <= set(labels)
    assert all(sentence in read(window.words) for sentence in redaction_words()[1:])
    assert not window.errors


def test_a_copy_can_be_opened_and_keeps_its_mark_until_somebody_writes_into_it(window, keep, saved, twin):
    document = json.loads(write_case(twin))
    document.pop("fcio")
    client = keep(document.pop("answers"), document.pop("client")["name"], **document)
    window.page("clients")
    window.at.button(key=f"open:{client}").click()
    window.run().ask("headcount").enter("headcount", 60)
    assert saved(client)["redacted"] is True
    window.ask("goal").enter("goal", "Grow in York.")
    assert "redacted" not in saved(client)
