"""Controls of the risk, and everything that has to follow them: picture, sentence, table, and the command line."""

import json
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from fcio.report.numbers import money
from tests.browser.server import ROOT
from tests.browser.visit import WAIT, drawn, press, press_and_move, title, visit

LINES = """() => document.querySelector('.js-plotly-plot')._fullData
    .map(line => [line.name, Array.from(line.x), Array.from(line.y)])"""
WITH_ROLE = re.compile("the same bad year costs")
OFTEN = 0.5


def lines(page):
    """The lines of the first picture by name: losses and chances."""
    return {name: (x, y) for name, x, y in page.evaluate(LINES)}


def with_role(page):
    """The chances of the line that shows a role."""
    return next(y for name, (_, y) in lines(page).items() if name != "Today")


def sentence(page):
    return page.get_by_text(WITH_ROLE).first.inner_text()


def table(page):
    """The cells of the main table, row by row, headings first."""
    rows = page.get_by_test_id("stTable").first.locator("tr")
    return [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in rows.all()]


def shown(page):
    return title(page), sentence(page), table(page), lines(page)


def settle(page):
    page.wait_for_timeout(500)
    return drawn(page)


def choose(page, label, name):
    box = page.get_by_role("combobox", name=re.compile(label))
    box.click()
    box.fill(name)
    page.keyboard.press("Enter")


def as_command_line(page, server, tmp_path):
    """What the command line says about the case file that the page hands over."""
    visit(page, server, "handover", "risk")
    with page.expect_download(timeout=WAIT) as download:
        press(page, "Download the case file")
    file = tmp_path / "case.json"
    download.value.save_as(file)
    command = [sys.executable, "-m", "fcio", "result", str(file), "--only", "risk", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["risk"]


def test_picture_sentence_table_and_command_line_follow_every_control(page, server, real_knowledge, tmp_path):
    visit(page, server)
    visit(page, server, "risk", "risk")
    before = shown(page)

    role = real_knowledge.role("vcio")
    choose(page, "If this person led technology", role.name)
    expect(page.get_by_text(WITH_ROLE).first).to_contain_text(f"With {role.article_name}", timeout=WAIT)
    settle(page)
    chosen = shown(page)
    assert chosen[0] == before[0]
    assert chosen[1] != before[1]
    assert set(chosen[3]) == {"Today", f"With {role.short}"}
    assert f"With {role.short}" in chosen[2][0]
    assert chosen[3]["Today"] == before[3]["Today"]

    choose(page, "How long they have been there", "3 months")
    expect(page.get_by_text(WITH_ROLE).first).not_to_have_text(chosen[1], timeout=WAIT)
    settle(page)
    early = shown(page)
    assert early[2] != chosen[2] and early[2][0] == chosen[2][0]
    assert sum(with_role(page)) > sum(chosen[3][f"With {role.short}"][1])
    assert early[3]["Today"] == chosen[3]["Today"]

    press_and_move(page, "Put in your own numbers")
    page.locator("summary", has_text="One scenario at a time").click()
    field = page.get_by_label("Events a year")
    expect(field).to_be_visible(timeout=WAIT)
    field.fill(str(OFTEN))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="This scenario back to the defaults")).to_be_enabled(timeout=WAIT)
    settle(page)
    press_and_move(page, "Back to the risk")
    settle(page)
    own = shown(page)
    assert own[0] != before[0] and own[2] != before[2]
    assert own[3]["Today"] != before[3]["Today"]
    assert f"With {role.article_name}" in own[1]

    agrees(own, as_command_line(page, server, tmp_path), role, real_knowledge)


def agrees(own, risk, role, knowledge):
    headline, said, cells, drawn_lines = own
    today, after = risk["before"], risk["after"][role.id]
    assert headline == f"One year in twenty costs more than {money(today['var']['0.95'])}"
    assert f"{money(after['var']['0.95'])} instead of {money(today['var']['0.95'])}" in said
    assert f"{money(after['mean'])} instead of {money(today['mean'])}" in said
    for name, outlook in (("Today", today), (f"With {role.short}", after)):
        losses, chances = drawn_lines[name]
        assert [list(point) for point in zip(losses, chances, strict=True)] == [
            pytest.approx(point, rel=1e-9, abs=1e-15) for point in outlook["curve"]
        ]
    by_label = {scenario.label: scenario.id for scenario in knowledge.scenarios}
    dearest = sorted(today["by_scenario"], key=lambda one: -today["by_scenario"][one])[: len(cells) - 1]
    assert [by_label[row[0]] for row in cells[1:]] == dearest
    for label, _, average, later in cells[1:]:
        scenario = by_label[label]
        assert average == money(today["by_scenario"][scenario])
        assert later == money(after["by_scenario"][scenario])
    ransomware = next(row for row in risk["inputs"] if row["id"] == "ransomware")
    assert ransomware["own"] == ["frequency"] and ransomware["frequency"]["typical"] == OFTEN
