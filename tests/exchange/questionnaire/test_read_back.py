"""What a client did to the file: filled in, shuffled, deleted, mistyped; nothing is guessed and nothing clipped."""

import random
from datetime import date, time

import pytest

from fcio.exchange.questionnaire import shape
from fcio.exchange.questionnaire.verdict import message
from fcio.model.answers import Refused
from tests.exchange.questionnaire.filling import Filling, empty


@pytest.fixture(scope="module")
def blank(real_knowledge):
    return empty(real_knowledge)


@pytest.fixture
def filling(blank):
    return Filling(blank)


ANSWERS = {
    "industry": ("Health and care", "health"),
    "growth": (" about THE same ", "flat"),
    "sites": ("Don't know", "dont_know"),
    "ownership_change": ("rather_not_say", "rather_not_say"),
    "decides_now": ("sellers", "sellers"),
    "headcount": (46, 46),
    "goal": ("Don\u2019t know", "Don\u2019t know"),
}


def test_a_choice_is_read_by_its_words_or_its_id(real_knowledge, filling):
    for question, (typed, _) in ANSWERS.items():
        filling.answer(question, typed)
    read = filling.read(real_knowledge)
    assert read.answers == {question: answer for question, (_, answer) in ANSWERS.items()}
    assert read.clean


def test_an_empty_file_says_nothing_and_nothing_is_zero(real_knowledge, filling):
    read = filling.read(real_knowledge)
    assert not (read.answers or read.areas or read.comments or read.unreadable or read.missing)
    assert len(read.blank) == len(real_knowledge.questions) + len(shape.indicators(real_knowledge))


@pytest.mark.parametrize(
    ("typed", "number"),
    [(46, 46), (46.5, 46.5), ("46", 46), (" 46 ", 46), ("46,5", 46.5), ("46.50", 46.5), ("0046", 46), ("+46", 46)],
)
def test_a_number_is_read_and_one_stored_as_text_is_told(real_knowledge, filling, typed, number):
    read = filling.answer("headcount", typed).read(real_knowledge)
    assert read.answers == {"headcount": number} and not read.unreadable
    assert len(read.remarks) == isinstance(typed, str)


@pytest.mark.parametrize(
    "typed",
    [
        *(0, -1, 100_001, "1,200", "1.200", "12 people", "about 40", "4 6", "1e3", "\u0664\u0666"),
        *(True, "=40+6", date(2026, 5, 3), time(4, 6), "#N/A"),
    ],
)
def test_what_is_no_number_is_listed_and_left_out(real_knowledge, filling, typed):
    read = filling.answer("headcount", typed).read(real_knowledge)
    (told,) = read.unreadable
    assert (told.field, told.sheet) == ("headcount", shape.QUESTIONS)
    assert told.cell == filling.cell("headcount", shape.ANSWER).coordinate
    assert not read.answers and "headcount" not in read.blank
    assert told.sentence.endswith(".") and "\n" not in told.sentence and "from 1 to 100,000" in told.sentence


@pytest.mark.parametrize("typed", [date(2026, 5, 3), True, 7, "Dentists", '="Health and care"'])
def test_what_is_no_choice_is_listed(real_knowledge, filling, typed):
    (told,) = filling.answer("industry", typed).read(real_knowledge).unreadable
    assert told.field == "industry" and "list" in told.cure


@pytest.mark.parametrize(("typed", "level"), [(3, 3), (3.0, 3), ("4", 4), ("Don\u2019t know", "dont_know")])
def test_a_level_is_read(real_knowledge, filling, typed, level):
    assert filling.answer("areas.strategy_plan", typed).read(real_knowledge).areas == {"strategy_plan": level}


@pytest.mark.parametrize("typed", [0, 6, 2.5, True, "Rather not say", date(2026, 5, 3), "=2+1", "high"])
def test_what_is_no_level_is_listed(real_knowledge, filling, typed):
    read = filling.answer("areas.strategy_plan", typed).read(real_knowledge)
    assert not read.areas and [told.field for told in read.unreadable] == ["areas.strategy_plan"]


def test_several_answers_are_ticked_in_their_rows(real_knowledge, filling):
    filling.answer("plans.cut_cost", "Yes").answer("plans.new_places", "x").answer("plans.grow_sales", "No")
    assert filling.read(real_knowledge).answers == {"plans": ("new_places", "cut_cost")}


def test_the_option_that_stands_alone_does_so(real_knowledge, filling):
    none = next(o.id for o in real_knowledge.question("plans").options if o.none)
    filling.answer(f"plans.{none}", "Yes").answer("plans.cut_cost", "Yes")
    (told,) = filling.read(real_knowledge).unreadable
    assert "stands alone" in told.cure


def test_every_row_saying_no_is_asked_about(real_knowledge, filling):
    for option in real_knowledge.question("plans").options:
        filling.answer(f"plans.{option.id}", "no")
    (told,) = filling.read(real_knowledge).unreadable
    assert told.field == "plans" and "every row says no" in told.cure


@pytest.mark.parametrize("question", ["headcount", "goal", "plans"])
def test_an_answer_left_open_on_purpose(real_knowledge, blank, question):
    filling = Filling(blank).put(question, shape.OPEN, "Rather not say")
    assert filling.read(real_knowledge).answers == {question: "rather_not_say"}
    filling.answer(f"{question}.cut_cost" if question == "plans" else question, "Yes" if question == "plans" else 7)
    (told,) = filling.read(real_knowledge).unreadable
    assert told.field == question and "empty one of the two" in told.cure


def test_rows_may_be_sorted_shuffled_and_deleted(real_knowledge, filling):
    filling.answer("headcount", 46).answer("industry", "Health and care").answer("plans.cut_cost", "Yes")
    filling.comment("headcount", "two more in spring").answer("areas.strategy_plan", 2)
    gone = ("growth", "plans.new_places", "areas.strategy_rules")
    rng = random.Random(3)

    def order(rows):
        kept = [row for row in rows if row[0][0] not in gone]
        return rng.sample(kept, len(kept))

    read = filling.reorder(shape.QUESTIONS, order).reorder(shape.AREAS, order).read(real_knowledge)
    assert read.answers == {"headcount": 46, "industry": "health", "plans": ("cut_cost",)}
    assert (read.comments, read.areas) == ({"headcount": "two more in spring"}, {"strategy_plan": 2})
    assert read.missing == gone and not read.unreadable
    assert read.missing_options == {"plans": ("new_places",)}
    assert message(read).endswith("3 rows are missing.")


def test_renamed_sheets_and_a_column_in_between_change_nothing(real_knowledge, filling):
    filling.answer("headcount", 46)
    filling.book[shape.QUESTIONS].title = "Fragen"
    filling.book["Fragen"].insert_cols(5)
    assert filling.read(real_knowledge).answers == {"headcount": 46}


def test_a_copied_row_may_repeat_but_not_contradict(real_knowledge, blank):
    filling = Filling(blank).answer("headcount", 46)
    row = filling.cell("headcount", shape.ANSWER).row
    sheet = filling.book[shape.QUESTIONS]
    sheet.cell(400, 1).value = "headcount"
    assert filling.read(real_knowledge).answers == {"headcount": 46}
    sheet.cell(400, filling.cell("headcount", shape.ANSWER).column).value = 47
    (told,) = filling.read(real_knowledge).unreadable
    assert told.field == "headcount" and f"F{row}" in told.cure and told.stands == "47"


def test_a_filled_row_of_no_question_and_an_unknown_one_are_told(real_knowledge, filling):
    sheet = filling.book[shape.QUESTIONS]
    sheet.cell(401, 6).value = "Where does this go?"
    sheet.cell(402, 1).value = "shoe_size"
    read = filling.read(real_knowledge)
    assert [told.cell for told in read.unreadable] == ["F401"] and read.unknown == ("shoe_size",)


@pytest.mark.parametrize(("typed", "kept"), [("007", "007"), (7, "7"), (0.5, "0.5")])
def test_a_comment_that_became_a_number_is_told(real_knowledge, filling, typed, kept):
    read = filling.put("headcount", shape.COMMENT, typed).read(real_knowledge)
    assert read.comments == {"headcount": kept} and len(read.remarks) == (not isinstance(typed, str))


@pytest.mark.parametrize("typed", [date(2026, 5, 3), True, "=A1"])
def test_a_comment_that_became_something_else_is_listed(real_knowledge, filling, typed):
    read = filling.put("headcount", shape.COMMENT, typed).read(real_knowledge)
    assert not read.comments and [told.field for told in read.unreadable] == ["headcount"]


def test_a_very_long_comment_is_not_clipped_but_listed(real_knowledge, filling):
    read = filling.comment("headcount", "x" * 20_001).read(real_knowledge)
    assert not read.comments and "20,000 characters" in read.unreadable[0].cure


def test_one_unreadable_cell_does_not_touch_its_neighbours(real_knowledge, filling):
    filling.answer("headcount", "many").comment("headcount", "we do not count").answer("industry", "Health and care")
    read = filling.read(real_knowledge)
    assert (read.answers, read.comments) == ({"industry": "health"}, {"headcount": "we do not count"})


def other_questions(knowledge):
    """The knowledge of another day: one option has other words, one question is new."""
    questions = []
    for question in knowledge.questions:
        if question.id == "industry":
            words = [o.model_copy(update={"text": f"{o.text}, really"}) for o in question.options]
            question = question.model_copy(update={"options": tuple(words)})
        if question.id != "growth":
            questions.append(question)
    return knowledge.model_copy(update={"questions": tuple(questions)})


def test_a_file_of_another_version_is_read_by_its_own_lists(real_knowledge):
    filling = Filling(empty(other_questions(real_knowledge))).answer("industry", "Health and care, really")
    read = filling.answer("headcount", 46).read(real_knowledge)
    assert read.answers == {"industry": "health", "headcount": 46}
    assert read.other_version and read.missing == ("growth",) and not read.unreadable


def test_a_file_without_its_lists_is_read_and_told(real_knowledge, filling):
    filling.answer("industry", "Health and care")
    del filling.book[shape.LISTS]
    read = filling.read(real_knowledge)
    assert read.answers == {"industry": "health"} and len(read.remarks) == 1 and not read.other_version


def test_a_file_of_another_form_is_refused(real_knowledge, filling):
    sheet = filling.book[shape.LISTS]
    next(row[2] for row in sheet.iter_rows() if row[1].value == shape.ABOUT_FORMAT).value = "99"
    with pytest.raises(Refused, match="fill in a fresh one"):
        filling.read(real_knowledge)


@pytest.mark.parametrize("heading", [shape.ID, shape.ANSWER])
def test_a_file_that_lost_a_heading_is_refused(real_knowledge, filling, heading):
    filling.book[shape.QUESTIONS].delete_rows(5, 500)
    del filling.book[shape.AREAS]
    for cell in filling.book[shape.QUESTIONS][4]:
        if cell.value == heading:
            cell.value = "?"
    with pytest.raises(Refused):
        filling.read(real_knowledge)
