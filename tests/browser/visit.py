"""What a visitor does in the browser, waiting for what they would wait for."""

import re

from playwright.sync_api import expect

DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
WAIT = 30_000
SENTENCE = "Fewer systems."


def drawn(page):
    """Wait until the page has a title and the server has nothing more to say."""
    expect(page.locator("h1").first).to_be_visible(timeout=WAIT)
    page.locator(DONE).wait_for(timeout=WAIT)
    expect(page.locator('[data-testid="stSkeleton"], [data-stale="true"]')).to_have_count(0, timeout=WAIT)
    return page


def visit(page, server, name="", client=None):
    address = f"{server.url}/{'' if name == 'start' else name}"
    page.goto(f"{address}?client={client}" if client else address)
    return drawn(page)


def title(page):
    return page.locator("h1").first.inner_text()


def answered(page):
    """How many answers the grey line counts."""
    line = page.get_by_text(re.compile(r"answered \d+ of \d+")).first
    return int(re.search(r"answered (\d+) of", line.inner_text()).group(1))


def press(page, label):
    page.get_by_role("button", name=label, exact=True).click()


def press_and_move(page, label):
    """Wait until a button stands still, press it and wait for another title."""
    before = title(page)
    expect(page.get_by_role("button", name=label, exact=True)).to_be_enabled(timeout=WAIT)
    drawn(page)
    press(page, label)
    expect(page.locator("h1").first).not_to_have_text(before, timeout=WAIT)
    return drawn(page)


def unfold(page, label):
    """Open a folded part by what its label says, and wait until something stands in it."""
    part = page.locator('[data-testid="stExpander"] details').filter(has=page.locator("summary", has_text=label)).first
    part.locator("summary").scroll_into_view_if_needed()
    part.locator("summary").click()
    expect(part.locator('[data-testid="stElementContainer"]').first).to_be_visible(timeout=WAIT)
    drawn(page)


def choices(page):
    """The choices of the question on screen, which is their group's name."""
    group = page.get_by_test_id("stMain").get_by_role("radiogroup", name=title(page), exact=True)
    return group.locator("label:has(input)")


def answer_something(page):
    """The first choice, a number, or a sentence; then wait until it is counted, as all but sentences are."""
    before = answered(page)
    main = page.get_by_test_id("stMain")
    if choices(page).count():
        choices(page).first.click()
    elif main.locator('[data-testid="stNumberInput"] input').count():
        main.locator('[data-testid="stNumberInput"] input').first.fill("30")
        page.keyboard.press("Enter")
    elif main.locator('[data-testid="stCheckbox"] label').count() > 1:
        main.locator('[data-testid="stCheckbox"] label').first.click()
    else:
        main.locator("textarea").first.fill(SENTENCE)  # and on at once: leaving the field saves it
        return
    expect(page.get_by_text(f"answered {before + 1} of").first).to_be_visible(timeout=WAIT)
    drawn(page)
