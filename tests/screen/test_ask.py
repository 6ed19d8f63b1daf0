"""Every kind of widget saves what was chosen, at once, and shows it again."""

import pytest

from tests.screen.window import Window

DONT_KNOW, RATHER_NOT_SAY = OPEN_ANSWERS = ("dont_know", "rather_not_say")


@pytest.fixture
def first(real_knowledge):
    """The first question of a kind that is always on the list."""

    def first(kind):
        return next(q for q in real_knowledge.questions if q.kind == kind and not q.shown_when)

    return first


@pytest.fixture
def mill(window):
    return window.start("Mill")


@pytest.fixture
def answer(mill, saved):
    """The answer to a question as it is saved."""
    return lambda question: saved(mill.client).get("answers", {}).get(question.id)


def come_back(window, question):
    """Look at other pages and questions, then at the question again."""
    window.page("method").page("fit").page("intake")
    return window.ask("fear" if question.id != "fear" else "goal").ask(question.id)


def ticked(window, question):
    ids = [*(option.id for option in question.options), *OPEN_ANSWERS]
    return [option for option in ids if window.widget(question.id, option).value]


@pytest.mark.parametrize("kind", ["one", "scale"])
def test_one_of_several(mill, first, answer, kind):
    question = first(kind)
    mill.ask(question.id)
    assert mill.widget(question.id).value is None
    for option in question.options:
        mill.enter(question.id, option.id)
        assert answer(question) == option.id
    assert come_back(mill, question).widget(question.id).value == question.options[-1].id


@pytest.mark.parametrize("open_answer", OPEN_ANSWERS)
@pytest.mark.parametrize("kind", ["one", "scale"])
def test_one_of_several_left_open(mill, first, answer, kind, open_answer):
    question = first(kind)
    mill.ask(question.id).enter(question.id, open_answer)
    assert answer(question) == open_answer
    assert come_back(mill, question).widget(question.id).value == open_answer


def test_many(mill, first, answer):
    question = first("many")
    a, b = question.options[:2]
    mill.ask(question.id).enter(question.id, True, b.id).enter(question.id, True, a.id)
    assert answer(question) == [a.id, b.id]
    assert ticked(come_back(mill, question), question) == [a.id, b.id]
    mill.enter(question.id, False, a.id)
    assert answer(question) == [b.id]
    mill.enter(question.id, False, b.id)
    assert answer(question) is None
    assert not ticked(come_back(mill, question), question)


def test_many_none_of_them_and_open_answers_stand_alone(mill, first, answer):
    question = first("many")
    a = question.options[0]
    none = next(option for option in question.options if option.none)
    mill.ask(question.id)
    for alone, kept in [(none.id, [none.id]), (DONT_KNOW, DONT_KNOW), (RATHER_NOT_SAY, RATHER_NOT_SAY)]:
        mill.enter(question.id, True, a.id)
        assert answer(question) == [a.id] and ticked(mill, question) == [a.id]
        mill.enter(question.id, True, alone)
        assert answer(question) == kept and ticked(mill, question) == [alone]
        assert ticked(come_back(mill, question), question) == [alone]


def test_a_number(mill, first, answer):
    question = first("number")
    mill.ask(question.id)
    assert mill.widget(question.id).value is None
    for number in (int(question.minimum), int(question.maximum), 42):
        mill.enter(question.id, number)
        assert answer(question) == number
    assert come_back(mill, question).widget(question.id).value == 42
    mill.enter(question.id, None)
    assert answer(question) is None


@pytest.mark.parametrize("open_answer", OPEN_ANSWERS)
def test_a_number_left_open_and_typed_after_all(mill, first, answer, open_answer):
    question = first("number")
    mill.ask(question.id).enter(question.id, 42).enter(question.id, open_answer, "open")
    assert answer(question) == open_answer
    assert mill.widget(question.id).value is None
    come_back(mill, question)
    assert mill.widget(question.id, "open").value == open_answer
    assert mill.widget(question.id).value is None
    mill.enter(question.id, 7)
    assert answer(question) == 7
    assert mill.widget(question.id, "open").value == ""
    assert come_back(mill, question).widget(question.id).value == 7


def test_an_open_answer_to_a_number_can_be_taken_back(mill, first, answer):
    question = first("number")
    mill.ask(question.id).enter(question.id, DONT_KNOW, "open").enter(question.id, "", "open")
    assert answer(question) is None


def test_a_number_out_of_its_range_never_becomes_one_that_nobody_typed(mill, first, answer):
    question = first("number")
    mill.ask(question.id).enter(question.id, 42).enter(question.id, int(question.maximum) + 1)
    assert answer(question) in (42, None)


def test_a_number_between_two_whole_ones_from_a_case_file_can_be_looked_at(keep, saved, first):
    question = first("number")
    client = keep({question.id: 12.5})
    window = Window(client).ask(question.id)
    assert window.widget(question.id)
    assert saved(client)["answers"][question.id] == 12.5


def test_a_text(mill, first, answer):
    question = first("text")
    mill.ask(question.id).enter(question.id, "One system.\n\nNot five.")
    assert answer(question) == "One system.\n\nNot five."
    assert come_back(mill, question).widget(question.id).value == "One system.\n\nNot five."
    mill.enter(question.id, "")
    assert answer(question) is None


def test_a_text_longer_than_the_field_from_a_case_file_is_not_cut(keep, saved, first):
    question = first("text")
    client = keep({question.id: "x" * 15_000})
    Window(client).ask(question.id).page("fit").ask(question.id)
    assert saved(client)["answers"][question.id] == "x" * 15_000


def test_every_question_can_be_drawn_and_answered(keep, saved, real_knowledge):
    """The first choice, the middle of a number, a word: each is saved under its own question."""
    client = keep({})
    window = Window(client).page("intake").unfold("all_answers")
    on_list = list(window.at.selectbox(key="jump").options)
    asked = [q for q in real_knowledge.questions if not q.shown_when]
    assert len(on_list) == len(asked)
    for question in asked:
        window.ask(question.id)
        assert window.title == question.text
        if question.kind == "many":
            window.enter(question.id, True, question.options[0].id)
        elif question.kind == "number":
            window.enter(question.id, 42)
        elif question.kind == "text":
            window.enter(question.id, "a word")
        else:
            window.enter(question.id, question.options[0].id)
        assert question.id in saved(client)["answers"]
        assert not window.errors and not window.warnings


def test_evidence_and_a_note_are_kept_beside_the_answer(mill, saved):
    mill.ask("headcount").enter("headcount", 12).enter("headcount", "seen", "mark")
    mill.enter("headcount", "Counted the badges.", "note")
    document = saved(mill.client)
    assert document["marks"] == {"headcount": "seen"}
    assert document["notes"] == {"headcount": "Counted the badges."}
    mill.page("fit").ask("headcount")
    assert mill.widget("headcount", "mark").value == "seen"
    assert mill.widget("headcount", "note").value == "Counted the badges."
    mill.enter("headcount", None, "mark").enter("headcount", "", "note")
    document = saved(mill.client)
    assert not document["marks"] and not document["notes"]


def test_two_fields_left_in_one_go_are_both_saved(mill, saved):
    """A note still in the field when the next choice is clicked arrives together with it."""
    mill.ask("sites")
    mill.widget("sites", "note").set_value("Seen on the map.")
    mill.widget("sites").set_value("one_place")
    mill.run()
    document = saved(mill.client)
    assert not mill.warnings
    assert document["answers"]["sites"] == "one_place"
    assert document["notes"]["sites"] == "Seen on the map."
