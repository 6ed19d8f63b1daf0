"""Two people answer alone on one screen or by case file; then only what they answer differently is shown."""

import json

import pytest

from fcio.exchange.case_file import checked_document
from fcio.screen.seats_view import empty_case
from tests.screen.window import PAGES, Window, read

OPEN_TO_A_SEAT = {"intake", "seats", "start", "method", "words"}
WORDS_OF_ONE = "A sentence that only one of them wrote."


@pytest.fixture
def two(keep):
    """A window on a client whose two seats answered, with these answers."""

    def two(owner, consultant, joint=None):
        seats = {"owner": {"name": "Anna", "answers": owner}, "consultant": {"name": "Ben", "answers": consultant}}
        return Window(keep(joint or {}, seats=seats)).page("seats")

    return two


@pytest.fixture
def two_options(real_knowledge):
    """The first and the last option of two core questions with a choice."""
    questions = [q for q in real_knowledge.questions if q.core and q.kind in ("one", "scale")][:2]
    return [(question, question.options[0].id, question.options[-1].id) for question in questions]


def take_turn(window, seat):
    window.page("seats")
    window.at.button(key=f"{window.client}:seats:{seat}:turn").click()
    return window.run().page("intake")


def settle(window, question, choice):
    window.at.button(key=f"{window.client}:differences:{question.id}:{choice}").click()
    return window.run()


def labels(window):
    return [read(button.label) for button in window.at.button]


def test_nobody_answered_yet(window):
    window.start("Mill").page("seats")
    assert "neither of you has begun" in window.words
    assert "Show the differences" not in labels(window)


def test_one_answered_and_the_other_is_waited_for(two, two_options):
    (question, first, _), _ = two_options
    window = two({question.id: first}, {})
    assert "Ben has not begun" in read(window.words)
    assert "Show the differences" not in labels(window)


def test_the_differences_wait_until_they_are_asked_for(two, two_options):
    (question, first, last), _ = two_options
    window = two({question.id: first}, {question.id: last})
    assert question.text not in read(window.words)
    assert question.text in read(window.press("Show the differences").words)


def test_both_with_no_difference(two, two_options, saved):
    answers = {question.id: first for question, first, _ in two_options}
    window = two(answers, answers).press("Show the differences")
    assert "answered alike" in window.words
    window.press("Take over the two answers you agree on")
    assert saved(window.client)["answers"] == answers
    assert not [label for label in labels(window) if label.startswith("Take over")]


def test_one_click_says_whose_answer_counts(two, two_options, saved):
    (one, one_first, one_last), (other, other_first, other_last) = two_options
    window = two({one.id: one_first, other.id: other_first}, {one.id: one_last, other.id: other_last})
    window.press("Show the differences")
    assert "Two differences still to settle" in window.words
    assert saved(window.client)["answers"] == {}
    settle(window, one, "consultant")
    assert saved(window.client)["answers"] == {one.id: one_last}
    assert "One difference still to settle" in window.words
    settle(window, other, "dont_know")
    assert saved(window.client)["answers"] == {one.id: one_last, other.id: "dont_know"}
    assert "All of it is settled" in window.words
    settle(window, one, "owner")
    assert saved(window.client)["answers"][one.id] == one_first


def test_settling_leaves_what_each_said(two, two_options, saved):
    (question, first, last), _ = two_options
    window = two({question.id: first}, {question.id: last}).press("Show the differences")
    before = saved(window.client)["seats"]
    settle(window, question, "owner")
    assert saved(window.client)["seats"] == before


def test_what_only_one_answered_stands_apart(two, two_options):
    (one, first, last), (other, other_first, _) = two_options
    window = two({one.id: first, other.id: other_first}, {one.id: last}).press("Show the differences")
    assert other.text not in read(window.words)
    window.unfold(f"{window.client}:differences:alone")
    assert other.text in read(window.words)


def test_each_is_told_what_they_would_get(two, examples):
    owner, consultant = (examples[stem]["answers"] for stem in sorted(examples)[:2])
    window = two(owner, consultant).press("Show the differences")
    assert "You would each get" in window.words
    assert not window.errors


def test_answers_given_in_turn_go_to_the_seat_and_not_into_the_joint_ones(window, saved):
    window.start("Mill")
    take_turn(window, "owner").ask("headcount").enter("headcount", 12)
    assert "answering as the owner" in read(window.words)
    take_turn(window.press("Done for now"), "consultant").ask("headcount")
    assert window.widget("headcount").value is None
    window.enter("headcount", 40).press("Done for now")
    document = saved(window.client)
    assert document["seats"]["owner"]["answers"] == {"headcount": 12}
    assert document["seats"]["consultant"]["answers"] == {"headcount": 40}
    assert not document.get("answers")
    assert window.page("intake").ask("headcount").widget("headcount").value is None


@pytest.mark.parametrize("page", PAGES)
def test_no_page_shows_a_seat_what_the_other_said(keep, page, real_knowledge, examples):
    answers = {**examples[sorted(examples)[0]]["answers"], "goal": WORDS_OF_ONE}
    notes = {"goal": WORDS_OF_ONE}
    seats = {"owner": {"name": "Anna", "answers": answers}}
    window = take_turn(Window(keep(answers, seats=seats, notes=notes)), "consultant")
    window.page(page)
    assert WORDS_OF_ONE not in read(window.words)
    tables = "\n".join(table.value.to_string() for table in window.at.table)
    assert WORDS_OF_ONE not in read(tables)
    assert [label for label in labels(window) if label == "Done for now"] or page in {"start", "method", "words"}
    assert ("closed for a moment" in window.title) == (page not in OPEN_TO_A_SEAT)


def test_the_talk_of_a_seat_starts_from_nothing(keep, examples):
    answers = {**examples[sorted(examples)[0]]["answers"], "goal": WORDS_OF_ONE}
    window = take_turn(Window(keep(answers)), "consultant").unfold("so_far", "all_answers")
    assert "answered 0 of" in window.words
    assert "core questions to go" in window.words.lower()
    assert WORDS_OF_ONE not in "\n".join(table.value.to_string() for table in window.at.table)


def test_a_reload_keeps_the_turn(window, saved):
    window.start("Mill")
    take_turn(window, "owner")
    again = Window(window.client)
    again.at.query_params["seat"] = "owner"
    again.run().page("intake")
    assert "answering as the owner" in read(again.words)


def test_another_client_ends_the_turn(window):
    window.start("Mill")
    take_turn(window, "owner")
    window.start("Bakery")
    assert "answering as" not in window.words


def test_names_are_kept_and_shown_as_they_are(window, saved):
    window.start("Mill").page("seats")
    window.at.text_input(key=f"{window.client}:seats:owner:name").input("*Anna*")
    window.run()
    assert saved(window.client)["seats"]["owner"]["name"] == "*Anna*"
    assert "Answer as *Anna*" in labels(window)
    assert "*Anna*" not in window.words


def test_the_consultants_own_view_leaves_the_answers_of_the_seat(two, two_options, saved):
    (question, first, last), _ = two_options
    window = two({question.id: first}, {question.id: last}).page("handover")
    window.press("Save the consultant\u2019s view")
    assert saved(window.client)["seats"]["consultant"]["answers"] == {question.id: last}


def bring(window, content, other_name=False):
    window.page("seats").unfold("seat_files")
    window.at.file_uploader[0].upload("case.json", content, "application/json")
    if other_name:
        window.at.checkbox[-1].check()
    return window.press("Take these answers")


def case(name="Mill", **parts):
    return json.dumps({"fcio": 1, "client": {"name": name}, **parts}).encode()


def test_a_case_file_becomes_the_answers_of_the_other(window, saved):
    window.start("Mill")
    bring(window, case(answers={"headcount": 40}))
    assert saved(window.client)["seats"]["consultant"]["answers"] == {"headcount": 40}
    assert not saved(window.client).get("answers")
    assert "about Mill" in "\n".join(read(element.value) for element in window.at.success)


def test_a_file_about_another_firm_is_taken_only_when_it_is_meant(window, saved):
    window.start("Mill")
    bring(window, case("Bakery", answers={"headcount": 40}))
    assert "about Bakery, not Mill" in window.errors[0]
    assert not saved(window.client).get("seats")
    bring(window, case("Bakery", answers={"headcount": 40}), other_name=True)
    assert saved(window.client)["seats"]["consultant"]["answers"] == {"headcount": 40}


@pytest.mark.parametrize("content", [b"no json", case(), case(answers={"headcount": -1}), b"{}"])
def test_a_bad_file_is_refused_in_one_sentence(window, saved, content):
    window.start("Mill")
    bring(window, content)
    assert len(window.errors) == 1 and window.errors[0].count(". ") == 0
    assert not saved(window.client).get("seats")


def test_the_file_to_fill_in_holds_no_answer(two, two_options, real_knowledge):
    (question, first, last), _ = two_options
    window = two({question.id: first}, {question.id: last}, {question.id: first}).unfold("seat_files")
    assert window.at.download_button
    document = {"fcio": 1, "client": {"name": "Mill"}, "answers": {question.id: first}}
    assert checked_document(real_knowledge, empty_case(document)) == {"fcio": 1, "client": {"name": "Mill"}}
