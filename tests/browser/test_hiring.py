"""Three candidates entered and scored in the browser, their order seen, and the same points in the workbook."""

import re

import openpyxl
from playwright.sync_api import expect

from fcio.screen.shell import JOINER
from tests.browser.visit import WAIT, drawn, press, press_and_move, title, unfold, visit

SCORES = {"Ann Berg": 3, "Ben Cole": 1, "Cy Dahl": 4}
SCORED = ("Listens and asks", "Has done it before", "You trust them")


def put_in(page, name):
    if not page.get_by_label("Name of the person or the offer").count():
        unfold(page, "Put in another one")
    page.get_by_label("Name of the person or the offer").fill(name)
    press(page, "Put in")
    expect(page.get_by_text(f"{name} is put in").first).to_be_visible(timeout=WAIT)
    drawn(page)


def score(page, criterion, score):
    group = page.get_by_role("radiogroup", name=re.compile(f"^{criterion}"))
    group.locator("label:has(input)").nth(score + 1).click()
    page.wait_for_timeout(300)
    drawn(page)


def shown_points(page):
    """Name and cells of the first table."""
    rows = page.get_by_test_id("stTable").first.locator("tr").all()
    cells = [[cell.replace(JOINER, "").strip() for cell in row.locator("th, td").all_inner_texts()] for row in rows]
    return {row[0]: (int(row[1].split()[0]), float(row[2])) for row in cells[1:]}


def cells_named(book, name):
    """The values of a named row of cells."""
    ((sheet, address),) = book.defined_names[name].destinations
    return [cell.value for cell in book[sheet][address.replace("$", "")][0]]


def test_three_are_scored_and_stand_in_the_workbook_with_the_same_points(page, server, tmp_path):
    visit(page, server, "fit", "hiring")
    press_and_move(page, "Everything for hiring")
    assert title(page).startswith("How to find")
    press_and_move(page, "Compare people and offers")
    assert title(page) == "Whom to compare?"
    for name, given in SCORES.items():
        put_in(page, name)
        for criterion in SCORED:
            score(page, criterion, given)
    expect(page.locator("h1").first).to_have_text("Cy Dahl stands first", timeout=WAIT)
    drawn(page)
    expect(page.get_by_test_id("stPlotlyChart")).to_be_visible(timeout=WAIT)
    shown = shown_points(page)
    assert list(shown) == ["Cy Dahl", "Ann Berg", "Ben Cole"]

    press_and_move(page, "Take it home")
    with page.expect_download(timeout=WAIT) as download:
        press(page, "Download the Excel summary")
    file = tmp_path / "book.xlsx"
    download.value.save_as(file)
    book = openpyxl.load_workbook(file, data_only=True)
    names = [cell.value for row in book["Candidates"].iter_rows() for cell in row if cell.value in SCORES]
    points, shares = (cells_named(book, f"Candidate_{name}") for name in ("points", "share"))
    assert names[:3] == list(shown)
    assert points[:3] == [whole for whole, _ in shown.values()]
    assert [round(share, 1) for share in shares[:3]] == [share for _, share in shown.values()]

    visit(page, server, "candidates", "hiring")
    assert shown_points(page) == shown
