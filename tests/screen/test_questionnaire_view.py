"""The questionnaire on the Hand-over page: down, back, a preview, and all of it stored at once or nothing."""

import pytest

from fcio.exchange.questionnaire import shape
from tests.exchange.questionnaire.filling import Filling, empty
from tests.screen.window import Window, read

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def client(keep):
    return keep({"headcount": 40}, notes={"general": "met on site"})


@pytest.fixture
def window(client):
    return Window(client).page("handover").unfold("questionnaire_fold")


@pytest.fixture
def filling(real_knowledge):
    document = {"client": {"name": "Mill"}, "answers": {"headcount": 40}, "notes": {"general": "met on site"}}
    return Filling(empty(real_knowledge, document=document))


def bring(window, filling, name="questions.xlsx"):
    content = filling if isinstance(filling, bytes) else filling.saved()
    window.at.file_uploader[0].upload(name, content, XLSX)
    return window.run()


def labels(window):
    return [button.label for button in window.at.button]


def table(window):
    return window.at.table[-1].value.map(read)


def test_it_can_be_downloaded_with_or_without_areas_and_answers(window):
    for key in ("questionnaire_areas", "questionnaire_known"):
        window.at.checkbox(key=key).check()
        window.run()
    assert "Download the questionnaire" in [button.label for button in window.at.download_button]
    assert not window.errors


def test_what_came_back_is_shown_and_then_stored_at_once(window, filling, client, saved):
    filling.answer("headcount", 48).answer("industry", "Health and care").comment("industry", "=teeth*")
    before = saved(client)
    bring(window, filling.answer("areas.strategy_plan", 3))
    assert saved(client) == before
    shown = table(window)
    assert [read(label) for label in shown.index] == ["People", "Kind of business", "Kind of business", "Written plan"]
    assert tuple(shown[["Now", "From the file"]].iloc[0]) == ("40 people", "48 people")
    window.press("Take these answers over")
    then = saved(client)
    assert then["answers"] == {"headcount": 48, "industry": "health"}
    assert then["notes"] == {"general": "met on site", "industry": "=teeth*"}
    assert then["areas"] == {"strategy_plan": 3}
    assert any("3 new, 1 changed" in read(one.value) for one in window.at.success)


def test_unreadable_and_missing_are_told_and_left_as_they_are(window, filling, client, saved):
    filling.answer("headcount", "many").answer("industry", "Health and care")
    filling.reorder(shape.QUESTIONS, lambda rows: [row for row in rows if row[0][0] != "growth"])
    bring(window, filling)
    assert "'many' stands there" in read(window.words) and "Missing in the file" in read(window.words)
    window.press("Take these answers over")
    assert saved(client)["answers"] == {"headcount": 40, "industry": "health"}


def test_empty_cells_take_nothing_back_unless_asked(window, filling, client, saved):
    bring(window, filling.put("headcount", shape.ANSWER, None))
    assert "Take these answers over" not in labels(window)
    window.at.checkbox(key="questionnaire_erase").check()
    window.run().press("Take these answers over")
    assert saved(client)["answers"] == {}


def test_a_file_that_says_nothing_new_offers_nothing_to_store(window, filling):
    bring(window, filling)
    assert "Take these answers over" not in labels(window)
    assert any("nothing would change" in read(one.value) for one in window.at.info)


@pytest.mark.parametrize("content", [b"PK\x03\x04 nonsense", b"hello"])
def test_a_hostile_file_is_refused_in_one_sentence(window, content, client, saved):
    before = saved(client)
    bring(window, content)
    assert len(window.errors) == 1 and "questions.xlsx" in window.errors[0]
    window.press("Discard the file")
    assert saved(client) == before and not window.errors


def test_a_file_of_another_client_is_told(window, real_knowledge):
    bring(window, Filling(empty(real_knowledge, document={"client": {"name": "Harbour"}})).answer("headcount", 3))
    assert any("made for Harbour" in warning for warning in window.warnings)
