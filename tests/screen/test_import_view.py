"""A case file on the clients' page: shown first, then a new client or a new revision, never over what is saved."""

import json

import pytest

from fcio.exchange.case_file import checked_document, write_case
from fcio.exchange.redacted import redacted
from fcio.screen import resources
from tests.exchange.whole_case import whole_case
from tests.screen.window import read


def case(name="Mill", **parts):
    return json.dumps({"fcio": 1, "client": {"name": name}, **parts}).encode()


@pytest.fixture
def revisions():
    return lambda client: [one.revision for one in resources.store().revisions(client)]


@pytest.fixture
def clients():
    return lambda: sorted(client.name for client in resources.store().clients())


@pytest.fixture
def mill(window):
    """A client in its second revision."""
    return window.start("Mill").ask("headcount").enter("headcount", 12)


def choose(window, client):
    next(radio for radio in window.at.radio if radio.label == "What it becomes").set_value(client)
    return window.run()


def label_of(window, start):
    return next((read(button.label) for button in window.at.button if read(button.label).startswith(start)), None)


def press(window, start):
    next(button for button in window.at.button if read(button.label).startswith(start)).click()
    return window.run()


def choices(window):
    return next(radio for radio in window.at.radio if radio.label == "What it becomes").options


def test_a_file_is_shown_and_nothing_is_stored(window, clients):
    window.show(case("Bakery", as_of="2026-11-22", answers={"headcount": 40}, notes={"general": "n"}))
    words = read(window.words)
    assert "The file is about Bakery, as of 22 Nov 2026, answered 1 of" in words
    assert "It also holds notes." in words
    assert choices(window) == ["A new client"]
    assert not clients() and window.client is None
    window.press("Put the file away")
    assert "about Bakery" not in read(window.words) and not clients()


def test_as_a_new_client_it_stands_beside_the_open_one(mill, clients, revisions, saved):
    first = mill.client
    mill.show(case("Mill", answers={"headcount": 40}))
    assert len(choices(mill)) == 2 and "another one called Mill" in read(mill.words)
    press(mill, "Add as a new client")
    assert clients() == ["Mill", "Mill"] and mill.client != first
    assert revisions(first) == [1, 2]
    assert saved(mill.client)["answers"] == {"headcount": 40}


def test_as_a_revision_it_comes_after_the_last_one(mill, clients, revisions, saved):
    client, before = mill.client, saved(mill.client)
    choose(mill.show(case("Mill", answers={"headcount": 800}, facts={"revenue": 7_000_000})), client)
    words = read(mill.words)
    assert "It would change answers and the firm in numbers." in words and "called" not in words
    assert any("800" in table.value.to_string() and "12" in table.value.to_string() for table in mill.at.table)
    assert revisions(client) == [1, 2]
    press(mill, "Save as revision 3")
    assert mill.client == client and clients() == ["Mill"]
    assert revisions(client) == [1, 2, 3]
    assert saved(client)["answers"] == {"headcount": 800}
    assert resources.store().load(client, 2).document == before
    assert mill.ask("headcount").widget("headcount").value == 800


def test_the_open_client_can_take_a_file_with_another_name_and_is_told(mill, clients, saved):
    client = mill.client
    choose(mill.show(case("Bakery", answers={"headcount": 12})), client)
    assert "Mill would be called Bakery from then on." in read(mill.words)
    press(mill, "Save as revision")
    assert clients() == ["Bakery"] and saved(client)["client"] == {"name": "Bakery"}


def test_a_client_of_the_same_name_is_offered_though_another_one_is_open(mill, saved):
    first = mill.client
    mill.start("Bakery").show(case(" mill ", answers={"headcount": 13}))
    assert [read(choice).split(",")[0] for choice in choices(mill)] == [
        "A new client",
        "A new revision of Bakery",
        "A new revision of Mill",
    ]
    press(choose(mill, first), "Save as revision 3")
    assert mill.client == first and saved(first)["answers"] == {"headcount": 13}


def test_a_file_that_holds_what_is_saved_has_nothing_to_store(mill, saved, revisions):
    client = mill.client
    choose(mill.show(json.dumps(saved(client)).encode()), client)
    assert label_of(mill, "Save as revision") is None
    assert any("nothing would change" in info.value for info in mill.at.info)
    assert revisions(client) == [1, 2]


def test_a_change_made_meanwhile_is_not_overwritten(mill, revisions, saved):
    client = mill.client
    choose(mill.show(case("Mill", answers={"headcount": 800})), client)
    store, newer = resources.store(), {**saved(client), "answers": {"headcount": 14}}
    store.save(client, newer, expected_revision=2, actor="owner", knowledge_version="x", client_name="Mill")
    press(mill, "Save as revision 3")
    assert saved(client) == newer and revisions(client) == [1, 2, 3]
    assert any("meanwhile" in warning for warning in mill.warnings)
    press(mill, "Save as revision 4")
    assert saved(client)["answers"] == {"headcount": 800}


def test_a_locked_assessment_is_never_lost_to_a_file(window, keep, revisions, clients):
    locked = {"id": "2025-11-03", "locked_on": "2025-11-03"}
    client = keep({"headcount": 12}, snapshots=[locked])
    choose(window.show(case("Mill", answers={"headcount": 12})), client)
    assert len(window.errors) == 1 and "2025-11-03" in window.errors[0] and "new client" in window.errors[0]
    assert label_of(window, "Save as revision") is None
    press(choose(window, "new"), "Add as a new client")
    assert clients() == ["Mill", "Mill"] and revisions(client) == [1]


def test_every_part_comes_in_as_it_went_out(window, real_knowledge, saved):
    document = {key: part for key, part in whole_case(real_knowledge).items() if key != "redacted"}
    window.bring(write_case(checked_document(real_knowledge, document)).encode())
    assert not window.errors
    assert saved(window.client) == json.loads(json.dumps(document))


def test_a_redacted_copy_says_so_and_loses_its_mark_when_names_were_put_into_it(window, examples, real_knowledge):
    twin = redacted(real_knowledge, examples["joinery"])
    assert "A redacted copy. The file is about A firm" in read(window.show(write_case(twin).encode()).words)
    again = window.press("Put the file away").show(write_case({**twin, "notes": {"general": "Mill"}}).encode())
    assert "redacted" not in read(again.words)


@pytest.mark.parametrize("content", [b"no json", b"{}", case(answers={"headcount": -1}), case(" ")])
def test_a_bad_file_is_refused_in_one_sentence_and_leaves_the_open_client(mill, content, revisions):
    client = mill.client
    mill.show(content)
    assert len(mill.errors) == 1 and mill.errors[0].count(". ") == 0
    assert label_of(mill, "Add as") is None and label_of(mill, "Save as") is None
    assert mill.client == client and revisions(client) == [1, 2]
