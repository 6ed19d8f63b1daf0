"""The list of clients, two revisions side by side, and removing a client for good."""

import pytest

from fcio.screen import resources
from tests.screen.window import Window


@pytest.fixture
def clients():
    return lambda: [client.name for client in resources.store().clients()]


def open_buttons(window):
    return [button for button in window.at.button if str(button.key).startswith("open:")]


def test_every_client_is_listed_and_opens_in_one_click(window):
    for name in ("Mill", "Bakery", "Garage"):
        window.start(name)
    garage = window.client
    window.page("clients")
    assert len(open_buttons(window)) == 3
    window.at.button(key=f"open:{garage}").click()
    window.run()
    assert window.client == garage
    assert "Garage" in window.words and "Bakery" not in window.words


def test_an_empty_list_says_what_to_do(window):
    assert not open_buttons(window.page("clients"))
    assert "start page" in window.words


def test_one_revision_has_nothing_to_compare_with(window):
    window.start("Mill").page("clients")
    assert not window.errors and not window.at.table
    assert "only one revision" in window.words


def test_two_revisions_side_by_side(window):
    window.start("Mill").ask("headcount").enter("headcount", 12).enter("headcount", 800)
    window.page("clients")
    client = window.client
    assert window.at.selectbox(key=f"{client}:before").value == 1
    assert window.at.selectbox(key=f"{client}:after").value == 3
    changes = window.at.table[-1].value
    assert "People" in changes.to_string() and "800" in changes.to_string()
    window.at.selectbox(key=f"{client}:before").set_value(2)
    window.run()
    assert "12" in window.at.table[-1].value.to_string()
    window.at.selectbox(key=f"{client}:after").set_value(2)
    window.run()
    assert "No answer differs" in window.words
    assert not window.errors


def test_removing_asks_twice_and_leaves_no_byte(window, store_file, clients):
    window.start("Quarterstaff Milling").ask("goal").enter("goal", "A sentence nobody else would write.")
    window.start("Bakery").ask("headcount").enter("headcount", 9)
    bakery = window.client
    mill = next(c.assessment_id for c in resources.store().clients() if c.assessment_id != bakery)
    window = Window(mill).page("clients")
    assert window.button("Remove for good").disabled
    window.at.checkbox(key=f"{mill}:sure").check()
    window.run().press("Remove for good")
    assert clients() == ["Bakery"]
    assert window.client is None
    assert not window.errors
    kept = b"".join(file.read_bytes() for file in store_file.parent.iterdir() if file.is_file())
    assert b"Quarterstaff" not in kept and b"nobody else would write" not in kept
    assert Window(mill).page("fit").title == "No client is open"
    assert Window(bakery).ask("headcount").widget("headcount").value == 9


def test_the_tick_to_remove_is_not_carried_over_to_another_client(window):
    window.start("Mill").page("clients")
    window.at.checkbox(key=f"{window.client}:sure").check()
    window.run()
    window.start("Bakery").page("clients")
    assert window.button("Remove for good").disabled


def test_closing_a_client_keeps_it(window, clients):
    window.start("Mill").page("start").press("Close this client")
    assert window.client is None
    assert clients() == ["Mill"]
    assert window.page("intake").title == "No client is open"
