"""The coffee clock on screen: it counts, stops with its reason, names what was left out, and lets the talk go on."""

import re

import pytest


@pytest.fixture
def mill(window):
    return window.start("Mill")


def choose(window, minutes):
    window.at.get_by_key(f"{window.client}:clock").set_value(minutes)
    return window.run()


def answer_until_it_stops(window, knowledge, answers):
    """Answer what is asked as this client would, until the talk stops; gives back what was asked."""
    asked = []
    by_text = {question.text: question for question in knowledge.questions}
    while window.title in by_text:
        question = by_text[window.title]
        asked.append(question.id)
        assert len(asked) < 60
        if question.kind == "one" or question.kind == "scale":
            window.enter(question.id, answers.get(question.id, "dont_know"))
        window.press("Next")
    return asked


def test_nobody_watches_the_clock_until_a_length_is_chosen(mill):
    assert not re.search(r"minutes used", mill.words)
    assert "About 0 of 10 minutes used" in choose(mill, 10).words


def test_a_talk_of_ten_minutes_asks_the_core_and_stops_with_what_was_left_out(mill, real_knowledge, saved):
    choose(mill, 10)
    answers = saved_example(real_knowledge, "accountants")
    asked = answer_until_it_stops(mill, real_knowledge, answers)
    core = {question.id for question in real_knowledge.questions if question.core}
    assert core <= set(asked)
    assert sum(real_knowledge.question(q).minutes for q in asked) <= 11.5  # the last one may run over
    assert mill.title.startswith("You can stop here but for ") or mill.title == "The time is up, by our estimate"
    assert "this could still have to be done before it" in mill.words
    assert "What was left out" in mill.headers
    assert re.search(r"in \d+ of 100 cases", mill.words)


def test_the_talk_goes_on_when_asked_to(mill, real_knowledge):
    choose(mill, 10)
    answer_until_it_stops(mill, real_knowledge, saved_example(real_knowledge, "accountants"))
    mill.press("Go on all the same")
    assert mill.title in {question.text for question in real_knowledge.questions}
    assert "minutes used" not in mill.words


def test_what_could_still_come_first_is_asked_with_one_press(mill, real_knowledge):
    choose(mill, 10)
    asked = answer_until_it_stops(mill, real_knowledge, saved_example(real_knowledge, "accountants"))
    mill.press("Ask for the open checks")
    next_one = next(question for question in real_knowledge.questions if question.text == mill.title)
    assert next_one.id in {name for gate in real_knowledge.gates for one in gate.when for name in one}
    assert next_one.id not in asked


def test_the_clock_belongs_to_one_client(mill):
    choose(mill, 25)
    mill.start("Bakery")
    assert "minutes used" not in mill.words


def saved_example(knowledge, stem):
    from fcio.exchange.case_file import read_case
    from fcio.screen.resources import DEMOS

    return read_case(knowledge, (DEMOS / f"{stem}.json").read_bytes())["answers"]
