"""The pages Hiring and Letter to the owner: role, reasons, questions, weights, and texts of the client's own."""

import re

import pytest

from tests.screen.window import Window, read

KIT = (
    "hiring_description",
    "hiring_where",
    "hiring_agenda",
    "hiring_questions",
    "hiring_references",
    "hiring_sample",
    "hiring_weights",
    "hiring_text",
)
LETTER = ("letter_change", "letter_text")
LONG = "x" * 20_000


@pytest.fixture
def client(dental_group):
    return dental_group


@pytest.fixture
def page(client):
    return Window(client).page("hiring")


@pytest.fixture
def letter(client):
    return Window(client).page("letter")


def press(window, part):
    window.at.button(key=f"{window.client}:{part}").click()
    return window.run()


def said(window):
    return read(window.words)


@pytest.mark.parametrize("name", ["hiring", "candidates", "letter"])
def test_without_a_client_the_page_leads_to_the_start(window, name):
    assert window.page(name).title == "No client is open"


@pytest.mark.parametrize("fold", KIT)
def test_every_part_of_the_kit_opens(page, fold):
    page.unfold(fold)
    assert not page.errors and not page.warnings


def test_the_kit_is_for_the_recommended_role_until_another_is_chosen_for_plan_and_hiring(client, page, saved):
    assert read(page.title) == "How to find a fractional CIO"
    page.widget("hiring", "role").set_value("cto")
    page.run()
    assert page.title == "How to find a CTO"
    assert "what fits best is a fractional CIO" in said(page)
    assert saved(client)["hiring"] == saved(client)["plan"] == {"role": "cto"}
    page.widget("hiring", "role").set_value("")
    page.run()
    assert read(page.title) == "How to find a fractional CIO"
    assert not saved(client).get("hiring") and not saved(client).get("plan")


def test_the_role_chosen_for_the_plan_is_the_role_hired_for(keep, examples):
    answers = examples["dental_group"]["answers"]
    page = Window(keep(answers, plan={"role": "vcio"})).page("hiring")
    assert read(page.title) == "How to find a vCIO from your MSP"
    assert page.widget("hiring", "role").value == "vcio"


def test_with_nobody_to_hire_there_are_steps_instead(page):
    page.widget("hiring", "role").set_value("not_yet")
    page.run()
    assert page.title == "Nobody to hire for now"
    assert "What to do instead" in page.headers
    assert "Questions for the interview" not in [part.label for part in page.at.expander]


def test_every_line_says_why_it_is_there_when_asked(page):
    page.unfold("hiring_agenda", "hiring_questions")
    assert "Why:" not in said(page)
    page.widget("hiring", "why").set_value(True)
    page.run()
    read_out = [line for line in said(page).splitlines() if re.match(r"- \d+ minutes|\d+\. \*\*", line)]
    assert len(lines(page, "*Why:*")) == len(read_out) > 20
    assert "You work in health, where privacy rules are strict. Source: " in said(page)


def lines(window, part):
    return [line for line in said(window).splitlines() if part in line]


def test_a_question_is_reworded_put_back_dropped_and_brought_back(client, page, saved):
    page.unfold("hiring_questions")
    page.widget("hiring", "question").set_value("ask_loyalty")
    page.run()
    page.enter("hiring", "Who *pays* you?", "words:ask_loyalty")
    assert saved(client)["hiring"]["questions"] == {"changed": {"ask_loyalty": "Who *pays* you?"}}
    assert "1. **Who *pays* you?**" in said(page)
    press(page, "hiring:words:ask_loyalty:ours")
    assert not saved(client).get("hiring")
    assert page.widget("hiring", "words:ask_loyalty").value.startswith("For whom do you work?")
    press(page, "hiring:words:ask_loyalty:drop")
    assert saved(client)["hiring"]["questions"] == {"dropped": ["ask_loyalty"]}
    assert "For whom do you work?" not in lines(page, "1. **")[0]
    page.widget("hiring", "question").set_value("ask_loyalty")
    page.run()
    press(page, "hiring:question:back")
    assert not saved(client).get("hiring")


def own(window, chosen, **fields):
    for field, value in fields.items():
        window.at.get_by_key(f"{window.client}:hiring:own:{chosen}:{field}").set_value(value)
    return press(window, f"hiring:own:{chosen}:save")


def test_a_question_of_ones_own_is_added_changed_and_taken_away(client, page, saved):
    page.unfold("hiring_questions")
    own(page, "new", text="Do you like dogs?", good="Yes.", criterion="trust")
    assert saved(client)["hiring"]["questions"]["own"] == [
        {"text": "Do you like dogs?", "good": "Yes.", "criterion": "trust"}
    ]
    assert "Do you like dogs?" in said(page)
    assert page.widget("hiring:own:new", "text").value == ""
    page.widget("hiring", "question").set_value("own_1")
    page.run()
    own(page, "own_1", text="Cats?")
    assert saved(client)["hiring"]["questions"]["own"][0]["text"] == "Cats?"
    page.widget("hiring", "question").set_value("own_1")
    page.run()
    press(page, "hiring:own:own_1:delete")
    assert not saved(client).get("hiring")


@pytest.mark.parametrize(("text", "sentence"), [(" ", "Write the question first"), (LONG, "keep the text under 2,000")])
def test_a_question_that_cannot_be_is_refused_and_stays_in_its_field(client, page, saved, text, sentence):
    page.unfold("hiring_questions")
    own(page, "new", text=text, good="Yes.")
    (warning,) = page.warnings
    assert sentence in warning
    assert page.widget("hiring:own:new", "text").value == text
    assert page.widget("hiring:own:new", "good").value == "Yes."
    assert not saved(client).get("hiring")


def test_weights_are_set_and_put_back(client, page, saved):
    page.unfold("hiring_weights")
    page.enter("hiring", 40, "weight:trust")
    assert saved(client)["hiring"] == {"weights": {"trust": 40}}
    (table,) = page.at.table
    assert table.value.loc["You trust them", "Weight"].startswith("40 \\(was ")
    press(page, "hiring:usual")
    assert not saved(client).get("hiring")
    assert page.widget("hiring", "weight:trust").value is None


def test_weights_that_contradict_are_refused_in_one_sentence(client, page, saved, real_knowledge):
    page.unfold("hiring_weights")
    page.enter("hiring", -5, "weight:trust")
    (warning,) = page.warnings
    assert warning == "Not saved. Give \u201cYou trust them\u201d a weight from 0 to 100, got -5."
    assert page.widget("hiring", "weight:trust").value == -5
    for one in real_knowledge.scorecard.criteria:
        page.enter("hiring", 0, f"weight:{one.id}")
    (warning,) = page.warnings
    assert "every weight is 0" in warning
    assert len(saved(client)["hiring"]["weights"]) == len(real_knowledge.scorecard.criteria) - 1


def test_the_whole_kit_is_there_to_copy(page):
    page.unfold("hiring_text")
    (text,) = page.at.code
    assert text.value.startswith("Hiring a fractional CIO")
    assert "Interview questions:" in text.value
    assert "Letter to the owner" not in text.value


@pytest.mark.parametrize("fold", LETTER)
def test_every_part_of_the_letter_opens(letter, fold):
    letter.unfold(fold)
    assert not letter.errors and not letter.warnings


def test_the_letter_is_a_page_in_the_owners_words_with_its_reading_time(letter, examples):
    words = said(letter)
    assert examples["dental_group"]["answers"]["goal"].rstrip(".") in words
    assert "minutes to read" in words
    assert "Three decisions to take now" in words and "Two things that may wait" in words
    assert "one year in twenty costs more than" in words
    assert "Technology costs you about" in words


def test_a_paragraph_is_changed_marked_and_put_back(client, letter, saved):
    letter.unfold("letter_change")
    letter.enter("letter", "Call me *any* time.", "closing")
    assert saved(client)["hiring"] == {"letter": {"closing": "Call me *any* time."}}
    assert "Call me *any* time." in said(letter)
    assert "changed by you" in said(letter)
    assert "One paragraph in your own words" in said(letter)
    letter.unfold("letter_text")
    assert letter.at.code[0].value.endswith("Call me *any* time.")
    press(letter, "letter_back:closing")
    assert not saved(client).get("hiring")
    assert letter.widget("letter", "closing").value.startswith("If one of these facts")


def test_an_emptied_paragraph_is_left_out_and_comes_back(client, letter, saved):
    letter.unfold("letter_change")
    letter.enter("letter", "", "decisions")
    assert "Three decisions to take now" not in said(letter)
    assert "left out by you" in letter.widget("letter", "decisions").label
    press(letter, "letter_back")
    assert "Three decisions to take now" in said(letter)
    assert not saved(client).get("hiring")


def test_our_own_words_typed_again_are_no_change(client, letter, saved):
    letter.unfold("letter_change")
    ours = letter.widget("letter", "closing").value
    letter.enter("letter", "Other.", "closing")
    letter.enter("letter", ours, "closing")
    assert not saved(client).get("hiring")


def test_a_paragraph_that_is_too_long_is_refused_and_stays_in_its_field(client, letter, saved):
    letter.unfold("letter_change")
    letter.enter("letter", LONG, "closing")
    (warning,) = letter.warnings
    assert "Closing: keep the text under 2,000 characters, got 20,000" in warning
    assert letter.widget("letter", "closing").value == LONG
    assert not saved(client).get("hiring")


def test_the_letter_follows_the_role_and_so_do_its_fields(client, letter, saved):
    letter.unfold("letter_change")
    letter.widget("letter", "role").set_value("cto")
    letter.run()
    assert "Decide whether you want a CTO" in said(letter)
    assert "a CTO" in letter.widget("letter", "decisions").value
    assert saved(client)["plan"] == {"role": "cto"}


@pytest.mark.parametrize("name", ["joinery", "machine_shop", "logistics", "school_trust", "veterinary_software"])
def test_every_example_has_a_kit_and_a_letter(window, name):
    window.example(name).page("hiring").unfold(*KIT)
    assert not window.errors and not window.warnings
    window.page("letter").unfold(*LETTER)
    assert not window.errors and not window.warnings
    assert "decisions to take now" in said(window)


def test_the_pages_are_linked_from_role_fit_and_hand_over(client):
    for name in ("fit", "handover"):
        for key, title in (("to_hiring", "How to find"), ("to_letter", "Letter to the owner")):
            window = Window(client).page(name)
            window.at.button(key=key).click()
            window.run()
            assert window.title.startswith(title)
