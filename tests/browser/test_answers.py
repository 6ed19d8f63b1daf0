"""What only a real browser shows about answering: where one stays, and what an emptied or long field becomes."""

import re

from playwright.sync_api import expect

from tests.browser.visit import WAIT, choices, drawn, press, press_and_move, title, visit


def choose(page, label):
    """Go to a question by the list of all."""
    page.get_by_test_id("stExpander").locator("summary", has_text="All questions and answers").click()
    box = page.get_by_role("combobox").first
    expect(box).to_be_visible(timeout=WAIT)
    before = title(page)
    box.click()
    box.fill(label)
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).not_to_have_text(before, timeout=WAIT)
    drawn(page)


def type_number(page, text):
    field = page.get_by_test_id("stNumberInput").locator("input").first
    field.fill(text)
    page.keyboard.press("Enter")


def test_a_chosen_question_stays_while_its_answer_is_changed_and_taken_back(page, server):
    visit(page, server)
    visit(page, server, "intake", "number")
    choose(page, "People")
    asked = title(page)
    for number in ("30", "31"):
        type_number(page, number)
        expect(page.get_by_text(f"{number} people").first).to_be_visible(timeout=WAIT)
        drawn(page)
        assert title(page) == asked
    type_number(page, "")
    expect(page.get_by_text(re.compile("answered 0 of")).first).to_be_visible(timeout=WAIT)
    assert title(drawn(page)) == asked
    assert page.get_by_test_id("stNumberInput").locator("input").first.input_value() == ""


def test_looking_at_a_long_text_from_a_case_file_does_not_cut_it(page, server, clients):
    visit(page, server)
    visit(page, server, "intake", "long")
    kept = clients["long"]["answers"]["goal"]
    for _ in range(2):
        if page.get_by_role("combobox").count() == 0:
            choose(page, "What must change")
        assert page.locator("textarea").first.input_value() == kept
        press(page, "Next")
        page.reload()
        drawn(page)


def test_the_consultants_view_can_be_changed_twice_in_a_row(page, server):
    visit(page, server)
    visit(page, server, "handover", "view")
    for name in ("Ann", "Ben"):  # the second is the one that a form may forget
        page.get_by_label("Consultant\u2019s name").fill(name)
        press(page, "Save the consultant\u2019s view")
        expect(page.get_by_text("view is saved")).to_be_visible(timeout=WAIT)
        page.wait_for_timeout(500)
        drawn(page)
    page.reload()
    assert drawn(page).get_by_label("Consultant\u2019s name").input_value() == "Ben"


def test_two_quick_clicks_on_two_choices_are_no_other_window(page, server):
    visit(page, server)
    visit(page, server, "intake", "quick")
    while not choices(page).count():
        press_and_move(page, "Next")
    asked = title(page)
    options = choices(page)
    for _ in range(3):
        for place in (0, 1, 2):
            options.nth(place).click()
    page.wait_for_timeout(1000)
    drawn(page)
    assert title(page) == asked
    assert not page.get_by_text("Another window").count()
    assert options.nth(2).locator("input").is_checked()
