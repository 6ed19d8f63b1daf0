"""A talk of ten minutes in a real browser, on a phone: it counts, stops, says what was left out, and recommends."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visit import WAIT, answer_something, drawn, press_and_move, title, visit

STOPS = ("You can stop here", "The time is up, by our estimate")


@pytest.fixture
def phone(chromium):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    yield context.new_page()
    context.close()


def test_a_talk_of_ten_minutes_ends_in_a_recommendation(server, phone):
    visit(phone, server)
    phone.get_by_label("Name of the firm").fill("Ten Minutes Ltd")
    press_and_move(phone, "Start the assessment")
    phone.get_by_text("10 minutes", exact=True).click()
    expect(phone.get_by_text("About 0 of 10 minutes used")).to_be_visible(timeout=WAIT)
    drawn(phone)
    questions = 0
    while not title(phone).startswith(STOPS):
        answer_something(phone)
        press_and_move(phone, "Next")
        questions += 1
        assert questions < 40
    assert questions >= 6
    expect(phone.get_by_text(re.compile(r"in \d+ of 100 ways"))).to_be_visible(timeout=WAIT)
    expect(phone.get_by_role("heading", name="What was left out")).to_be_visible(timeout=WAIT)
    press_and_move(phone, "Read the recommendation")
    assert "Too early" not in title(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
