"""A link straight to a page, as the first visit to a server that nobody has used yet."""

import pytest
from playwright.sync_api import expect

from tests.browser.server import PAGES, Server
from tests.browser.visit import WAIT, drawn


@pytest.mark.parametrize("name", PAGES)
def test_a_deep_link_on_a_fresh_server_goes_through_the_frame(name, page, tmp_path):
    with Server(tmp_path) as server:
        page.goto(f"{server.url}/{name}")
        drawn(page)
        for link in ("Start", "Intake", "Role fit", "Clients", "Method"):
            expect(page.get_by_role("link", name=link).first).to_be_visible(timeout=WAIT)
        assert "Which technology leader fits" in page.title() or name in page.url
        text = page.locator("body").inner_text()
        assert "Traceback" not in text and "Error" not in text
        assert not page.get_by_test_id("stException").count()
        assert "Traceback" not in server.said
