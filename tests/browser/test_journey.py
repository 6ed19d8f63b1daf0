"""From a name to a workbook, through a restart, and not one request to anybody else."""

from urllib.parse import urlsplit

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.server import Server
from tests.browser.visit import SENTENCE, WAIT, answer_something, drawn, press, press_and_move, title, visit

NAME = "Quill & Nib *Stationers*"
STOPS = ("You can stop here", "No question is left that matters")


@pytest.fixture
def own_server(tmp_path):
    with Server(tmp_path) as server:
        yield server


def interview(page):
    """Answer until a recommendation is possible or the app says stop; how many answers it took."""
    for count in range(80):
        if title(page).startswith(STOPS) or not page.get_by_text("before a recommendation").count():
            return count
        answer_something(page)
        if page.get_by_text("before a recommendation").count():
            press_and_move(page, "Next")
    raise AssertionError("the interview does not end")


def test_from_a_name_to_a_workbook_and_on_after_a_restart(own_server, chromium, tmp_path):
    asked = []
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("websocket", lambda socket: asked.append(socket.url))

    visit(page, own_server)
    page.get_by_label("Name of the firm").fill(NAME)
    press_and_move(page, "Start the assessment")
    assert "client=" in page.url
    assert interview(page) >= 6  # the core

    page.get_by_role("link", name="Role fit").first.click()
    expect(page.get_by_text("How well each choice covers")).to_be_visible(timeout=WAIT)
    drawn(page)
    finding = title(page)
    assert "Too early" not in finding
    assert page.locator(".js-plotly-plot").count()

    page.get_by_role("link", name="Hand-over").first.click()
    expect(page.get_by_role("button", name="Download the Excel summary")).to_be_visible(timeout=WAIT)
    with page.expect_download(timeout=WAIT) as download:
        press(page, "Download the Excel summary")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.suffix == ".xlsx"
    book = openpyxl.load_workbook(file, data_only=True)
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert len(book.sheetnames) > 1
    assert any(NAME in cell for cell in cells)
    assert any(finding in cell for cell in cells)

    with page.expect_download(timeout=WAIT) as download:
        press(page, "Download the case file")
    case = download.value.path().read_text(encoding="utf-8")
    assert NAME in case and SENTENCE in case
    context.close()

    own_server.stop()
    own_server.start()
    context = chromium.new_context()
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("websocket", lambda socket: asked.append(socket.url))
    visit(page, own_server)
    page.get_by_role("link", name="Clients").first.click()
    opener = page.locator('[class*="st-key-open"] button')
    expect(opener).to_have_count(1, timeout=WAIT)
    opener.click()
    expect(page.locator("h1").first).to_have_text(finding, timeout=WAIT)
    drawn(page)
    page.reload()
    assert title(drawn(page)) == finding
    context.close()

    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {f"127.0.0.1:{own_server.port}"}
    assert any(urlsplit(url).scheme == "ws" for url in asked)
    assert "Traceback" not in own_server.said
