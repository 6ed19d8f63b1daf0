"""What clients write is shown as they wrote it: no links, pictures, formulas or symbols made of it."""

import pytest
from playwright.sync_api import expect

from tests.browser.server import PAGES, Server
from tests.browser.test_accessibility import unfold_everything
from tests.browser.visit import WAIT, visit

MADE = (
    'a[href*="a.example"], a[href*="b.example"], img[src*="a.example"], .katex, '
    '[data-testid="stMain"] :is(strong, code):text-matches("^[bc]$")'
)


@pytest.mark.parametrize("name", PAGES)
def test_hostile_words_of_a_client_make_no_markup_and_no_request(name, page, server, clients):
    asked = []
    page.context.on("request", lambda request: asked.append(request.url))
    visit(page, server, name, "hostile")
    unfold_everything(page)
    made = page.locator(MADE)
    assert not [made.nth(place).evaluate("part => part.outerHTML") for place in range(made.count())]
    assert not [url for url in asked if "example" in url.split("?")[0]]
    text = page.get_by_test_id("stMain").inner_text().replace("\u2060", "")
    if "answered " in text or name in ("start", "clients"):
        assert clients["hostile"]["client"]["name"] in text, text[:400]


def test_an_error_shows_one_sentence_and_no_details(page, tmp_path):
    with Server(tmp_path, database="postgresql://user:secret@localhost/clients") as server:
        visit(page, server)
        page.get_by_role("link", name="Clients").first.click()
        expect(page.get_by_text("FCIO_DATABASE")).to_be_visible(timeout=WAIT)
        text = page.locator("body").inner_text()
        assert not [word for word in ("Traceback", "secret", ".py", "line ") if word in text]
