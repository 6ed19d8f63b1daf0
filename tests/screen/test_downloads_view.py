"""The hand-over page: the headline numbers that every file tells, and a button for each file."""

from datetime import date

from fcio.exchange.case_file import assessment
from fcio.report.headline_numbers import headline_numbers
from fcio.report.results import Results


def test_the_screen_shows_the_same_numbers(window, examples, real_model, settled):
    results = Results(real_model, assessment(examples[settled], date.today()))
    window.example(settled).page("handover")
    shown = window.at.table[0].value
    assert dict(zip(shown.index, shown["Today"], strict=True)) == {
        one.label: one.text for one in headline_numbers(results)
    }


def test_every_file_has_a_button_and_a_word_on_whom_it_suits(window, settled):
    window.example(settled).page("handover")
    labels = [button.label for button in window.at.download_button]
    assert labels == [f"Download the {file}" for file in ("Excel summary", "report", "letter", "page", "case file")]
    assert "For partners, board or bank." in window.words


def test_without_the_core_no_number_is_shown(window):
    window.start("Mill").page("handover")
    assert not window.at.table
    assert not window.errors
