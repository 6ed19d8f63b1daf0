"""The list of what is still to find out: reached from other pages, edited in place."""

from datetime import date

import pytest

from tests.screen.window import Window

TITLE = "Still to find out"


@pytest.fixture
def guessing(keep, half_answered):
    answers = {**half_answered, "mfa": "dont_know"}
    return Window(keep(answers, marks={"gap_nature": "guessed"})).page("assumptions")


def test_a_firm_without_guesses_is_told_how_they_get_here(window):
    window.start("Mill").page("assumptions")
    assert window.title == TITLE
    assert "Nothing is guessed" in window.words


def test_each_guess_is_listed_with_its_effect(guessing, real_knowledge):
    assert "One answer not known and one guess." in guessing.words
    for question in ("mfa", "gap_nature"):
        assert real_knowledge.question(question).text in guessing.words.replace("\\", "").replace("\u2060", "")
    guessing.unfold("assumption_table")
    assert len(guessing.at.table[0].value) == 2


def test_who_and_until_when_are_saved_at_once_and_taken_back(guessing, saved):
    guessing.widget("assumption", "mfa:owner").set_value("Ann *A*")
    guessing.run()
    guessing.widget("assumption", "mfa:due").set_value(date(2026, 12, 1))
    guessing.run()
    assert saved(guessing.client)["assumptions"] == {"mfa": {"owner": "Ann *A*", "due": "2026-12-01"}}
    again = Window(guessing.client).page("assumptions")
    assert again.widget("assumption", "mfa:due").value == date(2026, 12, 1)
    again.widget("assumption", "mfa:owner").set_value("")
    again.run()
    again.widget("assumption", "mfa:due").set_value(None)
    again.run()
    assert not saved(guessing.client).get("assumptions")


def test_a_guess_can_be_answered_from_the_list(guessing, real_knowledge):
    guessing.press("Answer it now")
    assert guessing.title == real_knowledge.question("mfa").text


def test_the_list_is_reached_from_the_role_fit_and_the_hand_over(guessing):
    guessing.page("fit").unfold("sure").press("See what is still to find out")
    assert guessing.title == TITLE
    guessing.page("handover").press("See what is still to find out")
    assert guessing.title == TITLE


def test_an_answer_marked_as_guessed_in_the_intake_is_collected(window, real_knowledge):
    window.start("Mill").ask("headcount").enter("headcount", 40)
    window.enter("headcount", "guessed", "mark")
    window.page("assumptions")
    assert "One guess." in window.words
    assert real_knowledge.question("headcount").text in window.words
