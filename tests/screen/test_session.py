"""What is saved, by whom it is seen, and that nobody's answers are lost, mixed up or half saved."""

import json

import pytest

from fcio.screen import resources
from tests.screen.window import PAGES, Window

NAMES = ["Mill & Sons", "*Mill* [link](http://a.example)", "<b>Mill</b>", ":red[Mill] :smile:", "מאפייה", "=1+1", "🏭"]
HOSTILE = {
    "long": "x" * 10_000,
    "right to left": "שלום \u202eabc\u202c עולם",
    "emoji": "\U0001f469\u200d\U0001f527 \U0001f3f3\ufe0f\u200d\U0001f308",
    "formula": '=HYPERLINK("http://a.example","win")',
    "markdown": "# **b** [l](http://a.example) ![i](http://a.example/i.png) `c` $x$ :red[r] :smile: | a | b |",
    "html": "<img src=http://a.example/i.png onerror=alert(1)><script>alert(1)</script>&amp;",
    "odd": "null \\ \" ' {} %s \t\r\n\u2028\u0000\ufeff end",
}


@pytest.fixture
def clients():
    """Names of the clients in the store."""
    return lambda: [client.name for client in resources.store().clients()]


def test_an_answer_is_saved_at_once_and_another_session_sees_it(window):
    window.start("Mill").ask("headcount").enter("headcount", 42)
    other = Window(window.client).ask("headcount")
    assert other.widget("headcount").value == 42
    assert "answered 1 of" in other.words


def test_the_address_reopens_the_client_after_a_reload(window):
    window.start("Mill")
    (address,) = window.at.query_params.values()
    client = address if isinstance(address, str) else address[0]
    assert client == window.client
    reloaded = Window(client).page("intake")
    assert reloaded.client == window.client
    assert "Mill" in reloaded.words


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("address", ["nobody", "../x", "'; DROP TABLE assessments", "x" * 5_000, "\u202e🏭"])
def test_an_address_of_nobody_opens_nobody(page, address):
    window = Window(address).page(page)
    assert window.client is None
    assert not window.errors


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_a_client_without_a_proper_name_is_refused_in_one_sentence(window, clients, name):
    window.start(name)
    assert len(window.errors) == 1
    assert "name" in window.errors[0].lower()
    assert not clients()
    assert window.at.text_input(key="new_name")
    assert window.start("Mill").client


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"not JSON", "JSON"),
        (b"", "JSON"),
        (b"\xff\xfe\x00", "JSON"),
        (b"[]", "case file"),
        (b"{}", "fcio"),
        (b'{"fcio": 2, "client": {"name": "Mill"}}', "fcio"),
        (b'{"fcio": 1}', "client"),
        (b'{"fcio": 1, "client": {"name": " "}}', "client.name"),
        (b'{"fcio": 1, "client": {"name": "Mill"}, "answers": {"headcount": 5, "shoe_size": 44}}', "shoe_size"),
        (b'{"fcio": 1, "client": {"name": "Mill"}, "answers": {"headcount": "many"}}', "headcount"),
        (b'{"fcio": 1, "client": {"name": "Mill"}, "answers": {"headcount": NaN}}', "headcount"),
        (b'{"fcio": 1, "client": {"name": "Mill"}, "fees": {}}', "fees"),
        (b"[" * 100_000, "JSON"),
    ],
    ids=lambda part: str(part)[:40],
)
def test_a_case_file_that_is_none_is_refused_in_one_sentence_and_nothing_is_kept(window, clients, content, named):
    window.bring(content)
    assert len(window.errors) == 1
    assert named in window.errors[0]
    assert "Traceback" not in window.errors[0] and len(window.errors[0]) < 2_000
    assert not clients()
    assert window.client is None


def test_a_refused_case_file_leaves_the_open_client_open(window, clients):
    window.start("Mill")
    client = window.client
    window.bring(b"not JSON")
    assert window.client == client
    assert clients() == ["Mill"]


def test_a_case_file_is_opened_whole(window, examples, settled, saved, result_of, real_knowledge):
    document = json.loads(json.dumps(examples[settled]))
    window.bring(json.dumps(document).encode())
    assert not window.errors
    assert saved(window.client) == document


def test_no_file_chosen_is_no_failure(window, clients):
    window.page("clients")
    assert not [button for button in window.at.button if button.label.startswith("Add as")]
    assert not window.errors and not clients()


def test_a_client_never_shows_the_answers_of_another(window, examples, real_knowledge):
    """One browser session: a filled client is looked at question by question, then an empty one."""
    stem, document = next(iter(examples.items()))
    window.example(stem)
    some = [q for q in real_knowledge.questions if q.id in document["answers"] and not q.shown_when][::4]
    for question in some:
        window.ask(question.id)
    window.start("Empty")
    for question in some:
        window.ask(question.id)
        if question.kind == "many":
            assert not any(window.widget(question.id, option.id).value for option in question.options)
        else:
            assert not window.widget(question.id).value
    assert "answered 0 of" in window.words
    assert document["client"]["name"] not in window.words


def test_two_windows_the_second_save_is_told_and_nothing_is_overwritten(window, saved):
    window.start("Mill").ask("headcount")
    other = Window(window.client).ask("headcount")
    other.enter("headcount", 30)
    window.enter("headcount", 12)
    assert len(window.warnings) == 1 and "nother window" in window.warnings[0]
    assert saved(window.client)["answers"] == {"headcount": 30}
    assert window.widget("headcount").value == 30
    window.enter("headcount", 12)
    assert not window.warnings
    assert saved(window.client)["answers"] == {"headcount": 12}


def test_two_windows_on_two_questions_lose_neither_answer(window, saved):
    window.start("Mill").ask("headcount")
    other = Window(window.client).ask("sites").enter("sites", "one_place")
    window.enter("headcount", 12)
    if window.warnings:
        window.enter("headcount", 12)
    assert saved(window.client)["answers"] == {"sites": "one_place", "headcount": 12}
    assert not other.page("fit").errors


def test_two_windows_every_revision_is_kept(window):
    window.start("Mill").ask("headcount")
    other = Window(window.client).ask("headcount")
    for number in range(1, 6):
        other.enter("headcount", number)
        window.enter("headcount", 100 + number)
    kept = [resources.store().load(window.client, r.revision) for r in resources.store().revisions(window.client)]
    assert [revision.document.get("answers", {}).get("headcount") for revision in kept] == [None, 1, 2, 3, 4, 5]


def test_a_client_removed_in_another_window_is_no_error_page(window, clients):
    window.start("Mill").ask("headcount")
    resources.store().erase(window.client)
    window.enter("headcount", 12)
    assert len(window.errors + window.warnings) <= 1
    assert not clients()
    window.page("intake")
    assert window.title == "No client is open"


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_text_is_kept_letter_for_letter_and_never_drawn_as_markup(window, saved, kind):
    text = HOSTILE[kind]
    window.start("Mill").ask("goal").enter("goal", text).enter("goal", text, "note")
    assert saved(window.client)["answers"]["goal"] == text
    assert saved(window.client)["notes"]["goal"] == text
    for page in PAGES:
        window.page(page)
        if page == "intake":
            window.unfold("all_answers", "so_far")
        assert not window.errors
        if set(text) & set("*[]<>:=$_"):
            assert not [drawn for drawn in window.markup if text in drawn]
    assert window.ask("fear").ask("goal").widget("goal").value == text
    exported = Window(window.client).page("handover")
    assert not exported.errors


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_kept_letter_for_letter_and_never_drawn_as_markup(window, clients, name):
    window.start(name)
    assert clients() == [name]
    for page in PAGES:
        window.page(page)
        assert not window.errors
        if set(name) & set("*[]<>:="):
            assert not [drawn for drawn in window.markup if name in drawn], page


@pytest.mark.parametrize("name", ["a\n\n# Big", "a\n\n    code", "a\u202eb", "a\u0000b", "x" * 200])
def test_an_odd_name_from_a_case_file_breaks_no_page(window, name):
    window.bring(json.dumps({"fcio": 1, "client": {"name": name}}).encode())
    for page in PAGES:
        window.page(page)
        assert not window.errors


def test_half_a_character_is_refused_and_nothing_is_kept(window, clients):
    window.bring(b'{"fcio": 1, "client": {"name": "\\ud83c"}}')
    assert len(window.errors) == 1
    assert not clients()
