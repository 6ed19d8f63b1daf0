"""The short pass on a phone, in order; locked; a year later two levels moved and compared."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import SIZES, WIDER
from tests.browser.visit import WAIT, drawn, press, press_and_move, title, unfold, visit

LEVELS = 5
FINGER = 44
"""Pixels from one choice to the next."""


@pytest.fixture
def phone(chromium):
    context = chromium.new_context(viewport=SIZES["phone"], has_touch=True)
    yield context.new_page()
    context.close()


def options(page):
    return page.get_by_test_id("stMain").locator('[data-testid="stRadio"] label:has(input)')


def choose(page, level):
    """Tap a level and wait until it is saved and shown."""
    option = options(page).nth(level - 1)
    option.click()
    expect(option.locator("input")).to_be_checked(timeout=WAIT)
    page.wait_for_timeout(300)
    drawn(page)


def jump(page, label):
    """Go to a question by the map."""
    if not page.get_by_role("combobox").count():
        unfold(page, "All questions and levels")
    before = title(page)
    box = page.get_by_role("combobox").first
    box.click()
    box.fill(label)
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).not_to_have_text(before, timeout=WAIT)
    drawn(page)


def test_short_pass_lock_next_year_compare(phone, server, real_knowledge):
    quick = [i for area in real_knowledge.areas for i in area.indicators if i.quick]
    visit(phone, server)
    visit(phone, server, "areas", "areas")
    press(phone, "Start the short pass")
    for place, indicator in enumerate(quick, start=1):
        expect(phone.locator("h1").first).to_have_text(indicator.text, timeout=WAIT)
        drawn(phone)
        assert phone.get_by_text(f"{place} of {len(quick)}").count()
        assert options(phone).count() == LEVELS + 2
        tops = [options(phone).nth(n).bounding_box()["y"] for n in range(LEVELS + 2)]
        assert min(below - above for above, below in pairwise(tops)) >= FINGER
        assert not phone.evaluate(WIDER)
        choose(phone, 2)
        press(phone, "Next")
    expect(phone.locator("h1").first).to_have_text("You have been through the short pass", timeout=WAIT)
    assert phone.get_by_text(f"{len(quick)} of {len(quick)} have an answer").count()
    press_and_move(phone, "Read the report")
    assert not phone.evaluate(WIDER)

    press_and_move(phone, "Lock and compare")
    assert title(phone) == "Nothing is locked yet"
    unfold(phone, "Lock this assessment")
    press_and_move(phone, "Lock it for good")
    assert title(phone) == "No level has moved"
    expect(phone.get_by_text("One assessment is locked")).to_be_visible(timeout=WAIT)

    unfold(phone, "locked by the owner")
    press_and_move(phone, "Start the next one from its answers")
    for indicator, level in ((quick[0], 4), (quick[-1], 1)):
        area = next(area for area in real_knowledge.areas if indicator in area.indicators)
        jump(phone, f"{area.short}: {indicator.label}")
        assert title(phone) == indicator.text
        choose(phone, level)
    visit(phone, server, "area_history", "areas")
    first, last = (real_knowledge.area(name).short for name in ("strategy", "recap"))
    assert title(phone) == f"{first} rose and {last} fell"
    assert phone.get_by_text(re.compile(f"{re.escape(quick[0].label)} from 2 to 4")).count()
    assert not phone.evaluate(WIDER)
