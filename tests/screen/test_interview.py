"""The course of the interview: next, back, skip, jump, follow-ups, and where it stops."""

import pytest

from tests.screen.window import Window


@pytest.fixture
def mill(window):
    return window.start("Mill")


@pytest.fixture
def texts(real_knowledge):
    return [question.text for question in real_knowledge.questions]


@pytest.fixture
def follow_up(real_knowledge):
    """A question that another one calls for: its parent, an answer that does, one that does not, itself."""
    child = next(q for q in real_knowledge.questions if q.shown_when)
    ((parent_id, test),) = child.shown_when.items()
    parent = real_knowledge.question(parent_id)
    other = next(option.id for option in parent.options if option.id not in test.any_of)
    return parent, test.any_of[0], other, child


def on_list(window):
    window.page("intake").unfold("all_answers")
    return "\n".join(window.at.selectbox(key="jump").options)


def test_next_goes_on_and_back_returns_with_the_answer(mill, texts):
    first = mill.title
    assert mill.button("Back").disabled
    mill.enter("goal", "One system.")
    assert mill.title == first
    second = mill.press("Next").title
    assert second != first and second in texts
    mill.press("Back")
    assert mill.title == first
    assert mill.widget("goal").value == "One system."
    assert mill.press("Next").title == second


def test_a_skipped_question_waits_for_the_others_and_only_the_core_comes_back(mill, texts, real_knowledge):
    seen = [mill.title]
    while mill.press("Next").title not in seen:
        assert mill.title in texts
        seen.append(mill.title)
    assert len(seen) > 10
    assert mill.title in [question.text for question in real_knowledge.questions if question.core]
    mill.ask("headcount")
    assert mill.title in seen


def test_a_skipped_question_comes_again_in_another_session(mill):
    first = mill.title
    mill.press("Next")
    assert Window(mill.client).page("intake").title == first


def test_any_question_can_be_chosen(mill, real_knowledge):
    for question in (real_knowledge.questions[-1], real_knowledge.questions[5], real_knowledge.questions[-1]):
        assert mill.ask(question.id).title == question.text


def test_the_same_question_can_be_chosen_twice_in_a_row(mill, real_knowledge):
    question = real_knowledge.questions[-1]
    mill.ask(question.id).press("Next")
    assert mill.title != question.text
    assert mill.ask(question.id).title == question.text


def test_after_a_chosen_question_the_interview_goes_on_where_it_was(mill):
    first = mill.title
    mill.ask("key_dependency").enter("key_dependency", "fine")
    assert mill.press("Next").title == first


def test_the_stop_page_lets_any_answer_be_changed(window, settled, saved):
    window.example(settled).page("intake")
    assert window.title == "You can stop here"
    window.ask("sites")
    now = saved(window.client)["answers"].get("sites")
    other = next(option for option in ("one_place", "several_places") if option != now)
    window.enter("sites", other)
    assert saved(window.client)["answers"]["sites"] == other


def test_a_follow_up_appears_disappears_and_comes_back_with_its_answer(mill, saved, follow_up):
    parent, calls, other, child = follow_up
    assert child.label not in on_list(mill)
    mill.ask(parent.id).enter(parent.id, calls)
    assert child.label in on_list(mill)
    mill.ask(child.id).enter(child.id, child.options[1].id)
    mill.ask(parent.id).enter(parent.id, other)
    assert child.label not in on_list(mill)
    assert saved(mill.client)["answers"][child.id] == child.options[1].id
    mill.ask(parent.id).enter(parent.id, calls)
    assert child.label in on_list(mill)
    assert mill.ask(child.id).widget(child.id).value == child.options[1].id


def test_a_hidden_answer_is_told_apart_in_the_list_of_answers(mill, follow_up):
    parent, calls, other, child = follow_up
    mill.ask(parent.id).enter(parent.id, calls).ask(child.id).enter(child.id, child.options[1].id)
    mill.ask(parent.id).enter(parent.id, other)
    mill.unfold("all_answers")
    cells = [str(row["Answer"]) for table in mill.at.table for _, row in table.value.iterrows() if "Answer" in row]
    assert [cell for cell in cells if child.options[1].text in cell and cell != child.options[1].text]


def test_a_follow_up_on_screen_gives_way_when_another_window_hides_it(mill, follow_up):
    parent, calls, other, child = follow_up
    mill.ask(parent.id).enter(parent.id, calls).ask(child.id)
    Window(mill.client).ask(parent.id).enter(parent.id, other)
    mill.run()
    assert mill.title != child.text
    assert not mill.errors


def test_what_came_before_belongs_to_one_client(mill):
    mill.press("Next").press("Next")
    mill.start("Bakery")
    assert mill.button("Back").disabled


def test_the_consultants_prompts_come_and_go(mill, real_knowledge):
    question = real_knowledge.question("headcount")
    mill.ask("headcount")
    probe = question.probe.split(".")[0]
    assert probe not in mill.words
    assert probe in mill.press("Show the consultant\u2019s prompts").words
    assert real_knowledge.question("sites").probe.split(".")[0] in mill.page("fit").ask("sites").words
    mill.press("Hide the consultant\u2019s prompts")
    assert real_knowledge.question("sites").probe.split(".")[0] not in mill.words
