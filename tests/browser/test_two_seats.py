"""A meeting of two: each answers alone, only the differences are talked about, and what is settled counts."""

import re

from playwright.sync_api import expect

from tests.browser.visit import WAIT, answered, choices, drawn, press, press_and_move, title, visit

ASKED = 6


def choose(page, place):
    """Tick one choice of the question on screen and wait until it is counted."""
    before = answered(page)
    choices(page).nth(place).click()
    expect(page.get_by_text(f"answered {before + 1} of").first).to_be_visible(timeout=WAIT)
    drawn(page)


def answer_alone(page, seat, places):
    """Take the turn and answer radio questions with these choices; what was asked, in order."""
    press_and_move(page, f"Answer as the {seat}")
    expect(page.get_by_text("answers alone. Nothing the other said is shown.")).to_be_visible(timeout=WAIT)
    assert answered(page) == 0
    asked = []
    while len(asked) < len(places):
        if choices(page).count():
            asked.append(title(page))
            choose(page, places[len(asked) - 1])
        press_and_move(page, "Next")
    press(page, "Done for now")
    expect(page.locator("h1").first).to_have_text("Two views", timeout=WAIT)
    drawn(page)
    return asked


def test_a_meeting_of_two(server, page):
    visit(page, server)
    page.get_by_label("Name of the firm").fill("Two Partners Ltd")
    press_and_move(page, "Start the assessment")
    client = re.search(r"client=(\w+)", page.url).group(1)
    visit(page, server, "seats", client)
    owner = answer_alone(page, "owner", [0] * ASKED)
    consultant = answer_alone(page, "consultant", [1, 1] + [0] * (ASKED - 2))
    assert owner[0] == consultant[0]
    visit(page, server, "intake", client)
    assert answered(page) == 0  # nobody's answers count yet

    visit(page, server, "seats", client)
    press(page, "Show the differences")
    expect(page.get_by_text("The strongest first.")).to_be_visible(timeout=WAIT)
    main = page.get_by_test_id("stMain")
    assert main.get_by_text(owner[0], exact=True).count() == 1
    cards = main.get_by_role("button", name="The owner’s answer counts")
    for place in range(cards.count()):
        cards.nth(place).click()
        drawn(page)
    agreed = main.get_by_role("button", name=re.compile("Take over the"))
    if agreed.count():
        agreed.click()
        drawn(page)
    assert answered(page) >= 1
    page.get_by_role("link", name="Role fit").first.click()
    drawn(page)
    settled = answered(page)
    page.reload()
    drawn(page)
    assert answered(page) == settled
