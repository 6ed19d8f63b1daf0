"""Every page in every state, without an exception and without an error."""

import ast
import json
import re
import subprocess
import sys

import pytest

from fcio.report.words import headline
from fcio.screen import resources
from fcio.store import Store, StoreUnreadable
from tests.screen.window import PAGES, ROOT, Window

ABOUT_ONE_CLIENT = [name for name in PAGES if "client_page" in (ROOT / f"pages/{name}.py").read_text()]
EXAMPLES = sorted(path.stem for path in (ROOT / "data/demo").glob("*.json"))


def folds(page):
    """The keys of the folded parts that a page's source names."""
    tree = ast.parse((ROOT / f"pages/{page}.py").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call.args[1].value for call in calls if getattr(call.func, "attr", "") == "fold"]


def test_there_are_pages_about_one_client_and_others():
    assert ABOUT_ONE_CLIENT and set(ABOUT_ONE_CLIENT) < set(PAGES)
    assert len(EXAMPLES) == 8


def apart(cell):
    """Whether the band in a cell like *40.6 (34.2, 47.9)* is open."""
    low, high = cell.split("(")[1].rstrip(")").split(", ")
    return low != high


@pytest.mark.parametrize("page", PAGES)
def test_no_client_is_open(window, page):
    window.page(page)
    assert not window.errors
    assert len(window.at.title) == 1


@pytest.mark.parametrize("page", ABOUT_ONE_CLIENT)
def test_without_a_client_the_page_leads_to_the_start(window, page):
    window.page(page).press("Go to the start")
    assert window.at.text_input(key="new_name")
    assert [button.key for button in window.at.button if str(button.key).startswith("demo:")]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_answered_yet(window, page):
    window.start("Mill").page(page).unfold(*folds(page))
    assert not window.errors and not window.warnings
    assert len(window.at.title) == 1


def test_a_new_client_sees_bands_no_coverage_and_the_first_question(window, real_knowledge):
    window.start("Mill")
    assert window.title == real_knowledge.questions[0].text
    assert re.search(r"answered 0 of \d+", window.words)
    window.page("fit").unfold("fit_numbers")
    table = window.at.table[0].value
    assert "Too early" in window.title
    assert table["Fit (from, to)"].map(apart).any()
    assert "Why" not in window.headers


@pytest.mark.parametrize("page", PAGES)
def test_half_answered(keep, half_answered, page):
    window = Window(keep(half_answered)).page(page).unfold(*folds(page))
    assert not window.errors and not window.warnings
    assert len(window.at.title) == 1


def test_half_answered_there_is_a_finding_with_bands_and_a_next_question(
    keep, half_answered, real_knowledge, result_of
):
    client = keep(half_answered)
    window = Window(client).page("fit").unfold("fit_numbers", "sure")
    result = result_of({"client": {"name": "Mill"}, "answers": half_answered})
    assert window.title == headline(real_knowledge, result)
    assert window.at.table[0].value["Fit (from, to)"].map(apart).any()
    window.page("intake")
    assert window.title in [question.text for question in real_knowledge.questions]


@pytest.mark.parametrize("page", PAGES)
def test_settled(window, settled, page):
    window.example(settled).page(page).unfold(*folds(page))
    assert not window.errors and not window.warnings
    assert len(window.at.title) == 1


def test_settled_the_interview_stops_and_leads_to_the_recommendation(window, settled):
    finding = window.example(settled).title
    assert window.page("intake").title == "You can stop here"
    assert window.press("Read the recommendation").title == finding


@pytest.mark.parametrize("stem", EXAMPLES)
def test_an_example_opens_in_one_click_and_shows_its_headline(window, stem, examples, result_of, real_knowledge):
    window.at.button(key=f"demo:{stem}").click()
    window.run()
    assert window.title == headline(real_knowledge, result_of(examples[stem]))
    assert "Too early" not in window.title
    assert not window.errors


def test_an_example_is_kept_once_however_often_it_is_opened(window, settled):
    window.example(settled)
    Window().example(settled)
    assert len(resources.store().clients()) == 1


def test_a_client_saved_with_other_questions_is_refused_in_one_sentence_and_closed(keep):
    window = Window(keep({"a_question_of_old": "yes"})).page("fit")
    assert window.title == "No client is open"
    window.page("start")
    assert not window.errors
    assert window.client is None


def test_a_date_before_every_figure_leaves_a_way_out(window, examples, settled):
    """Either the file is refused, or its pages can be drawn; never a client that nobody can close."""
    document = {**examples[settled], "as_of": "1990-01-01"}
    window.bring(json.dumps(document).encode())
    for page in PAGES:
        window.page(page)
        assert window.at.title


HOLD = """
import sys, duckdb
with duckdb.connect(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(store_file):
    """The store's file in the hands of another process."""
    command = [sys.executable, "-c", HOLD, str(store_file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "open\n"
        yield child
        child.stdin.close()


def test_a_store_held_by_another_process_is_one_clear_sentence(held, store_file):
    window = Window()
    for page in PAGES:
        window.page(page)
        assert len(window.errors) <= 1
        assert all("in use" in text and "FCIO_DATABASE" in text for text in window.errors)
    assert window.page("clients").errors
    assert not window.page("method").errors
    held.stdin.close()
    held.wait()
    window.start("Mill")
    assert not window.errors


def test_a_store_that_cannot_be_written_is_one_clear_sentence_and_the_answer_is_not_claimed(
    window, store_file, saved, monkeypatch
):
    window.start("Mill").ask("headcount")

    def save(*_, **__):
        raise StoreUnreadable(store_file, "could not be read or written")

    with monkeypatch.context() as broken:
        broken.setattr(Store, "save", save)
        window.enter("headcount", 12)
        assert len([text for text in window.errors + window.warnings if "could not be read" in text]) == 1
    assert "headcount" not in saved(window.client).get("answers", {})
    window.ask("headcount").enter("headcount", 12)
    assert saved(window.client)["answers"]["headcount"] == 12


@pytest.mark.parametrize("page", PAGES)
def test_one_broken_page_leaves_the_others_alone(window, settled, page, monkeypatch):
    """What breaks is the scoring of the open client; every page says so in one sentence or does without."""
    window.example(settled)

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("fcio.screen.session.fit_of", broken)
    window.at.switch_page(f"pages/{page}.py").run()
    assert not window.at.exception
    assert len(window.errors) <= 1
    monkeypatch.undo()
