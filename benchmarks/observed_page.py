"""A page in a browser, with rerun times taken from inside by observed_page.js."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Locator, Page
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

STILL_MS = 200
WAIT_MS = 60_000

Times = tuple[float, float]
"""Milliseconds of the server and of the browser."""


def wait_until_still(page: Page) -> None:
    """Return when a script has run and the page has not changed for a while."""
    page.wait_for_function("ms => window.seen && seen.still(ms)", arg=STILL_MS, timeout=WAIT_MS)


def opened(browser: Browser, address: str) -> Page:
    """A page of its own on this address, observed."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    observer = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
    page.add_init_script(observer.replace("__FIELD__", str(ForwardMsg.SCRIPT_FINISHED_FIELD_NUMBER)))
    page.goto(address, wait_until="commit")
    wait_until_still(page)
    return page


def press(page: Page, target: Locator) -> Times:
    """Click, and return milliseconds of the server and of the browser."""
    page.bring_to_front()
    wait_until_still(page)
    target.scroll_into_view_if_needed()
    page.evaluate("seen.arm()")
    target.click()
    page.wait_for_function("ms => seen.settled(ms)", arg=STILL_MS, timeout=WAIT_MS)
    sent, finished, changed = page.evaluate("[seen.sent, seen.finished, seen.changed]")
    return finished - sent, max(changed - finished, 0.0)
