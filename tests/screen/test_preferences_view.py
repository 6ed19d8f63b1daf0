"""Preferences as pairs: saved at once, their effect beside them, and the way back."""

from tests.screen.window import Window, read

TITLE = "What matters more to you"


def choose(window, pair, side):
    window.widget("tradeoff", pair).set_value(side)
    return window.run()


def told(window):
    return read(window.words)


def test_a_choice_is_saved_at_once_and_chosen_again_after_a_reload(window, settled, saved):
    window.example(settled).page("preferences")
    assert window.title == TITLE
    choose(window, "cost_or_days", "second")
    assert saved(window.client)["tradeoffs"] == {"cost_or_days": "second"}
    again = Window(window.client).page("preferences")
    assert again.widget("tradeoff", "cost_or_days").value == "second"


def test_every_pair_of_the_knowledge_is_asked(window, settled, real_knowledge):
    window.example(settled).page("preferences")
    assert len(window.at.radio) == len(real_knowledge.tradeoffs)
    assert all(len(radio.options) == 3 for radio in window.at.radio)


def test_the_effect_is_said_and_the_weights_say_what_moved_them(window):
    window.example("dental_group").page("preferences").unfold("moved_weights")
    assert "No weight has moved" in window.words
    choose(window, "independent_or_familiar", "second")
    assert "No weight has moved" not in window.words
    assert "ith your" in window.words or "with yours" in window.words
    weights = window.at.table[1].value
    assert list(weights["Moved by"]).count("") == len(weights) - 2


def test_choices_that_pull_apart_are_said_kindly(window):
    window.example("dental_group").page("preferences")
    choose(window, "cost_or_days", "first")
    assert "Both count" not in told(window)
    choose(window, "near_or_far", "first")
    assert "Both count, so the weight of predictable low cost stays as it is" in told(window)


def test_a_choice_against_an_answer_names_the_answer(window, keep, half_answered):
    client = keep({**half_answered, "advice_source": "independent"})
    window = Window(client).page("preferences")
    choose(window, "independent_or_familiar", "second")
    assert "in the intake you said" in told(window)


def test_the_usual_weights_come_back(window, settled, saved):
    window.example(settled).page("preferences")
    choose(window, "cost_or_days", "second")
    window.press("Back to the usual weights")
    document = saved(window.client)
    assert not document.get("tradeoffs") and not document.get("preferences")
    assert window.widget("tradeoff", "cost_or_days").value is None
    assert window.button("Back to the usual weights").disabled


def test_choices_are_kept_before_the_core_is_answered(window, saved):
    window.start("Mill").page("preferences")
    choose(window, "near_or_far", "first")
    assert saved(window.client)["tradeoffs"] == {"near_or_far": "first"}
    assert "once the core questions are answered" in window.words


def test_the_page_is_reached_from_the_weights(window, settled):
    window.example(settled).unfold("weights").press("Say what matters more to you")
    assert window.title == TITLE
