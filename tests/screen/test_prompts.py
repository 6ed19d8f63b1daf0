"""The consultant's private prompts: one key, apart from the red flag."""

from fcio.screen.prompts import KEY, parted

SHOW, HIDE = "Show the consultant\u2019s prompts", "Hide the consultant\u2019s prompts"


def test_every_prompt_parts_into_a_question_and_a_red_flag(real_knowledge):
    for question in real_knowledge.questions:
        ask, flag = parted(question.probe)
        assert ask and flag and "Red flag" not in ask + flag
        assert flag[0].isupper() or not flag[0].isalpha()


def test_a_prompt_without_a_red_flag_is_left_whole():
    assert parted("Ask who noticed.") == ("Ask who noticed.", "")


def test_the_red_flag_stands_apart_and_one_key_hides_both(window):
    window.start("Mill").ask("headcount")
    assert window.button(SHOW).proto.shortcut.lower() == KEY
    window.press(SHOW)
    assert any("For the consultant" in info.value for info in window.at.info)
    assert any("Red flag" in warning for warning in window.warnings)
    assert window.button(HIDE).proto.shortcut.lower() == KEY
    window.press(HIDE)
    assert not window.at.info and not window.warnings


def test_they_stay_as_they_are_on_the_way_over_other_pages(window):
    window.start("Mill").ask("headcount").press(SHOW)
    window.page("fit").page("intake")
    assert window.button(HIDE)
