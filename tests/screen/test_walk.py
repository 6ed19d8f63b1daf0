"""A walk over whatever can be clicked, typed or chosen: no page may break, whatever the order."""

import random

import pytest

from fcio.model.tradeoffs import SIDES
from fcio.screen.risk_view import MONTHS
from tests.screen.test_pages import folds
from tests.screen.window import PAGES, Window

STEPS = 75
TEXTS = ["", "Mill", "  ", "**b** <i>", "=1+1", "שלום", "\u202e", "x" * 3_000, "a\nb", "dont_know", "🏭"]
OPEN = ["dont_know", "rather_not_say"]
MARKS = ["guessed", "said", "seen", "tested"]
UNDER_A_CANDIDATE = ["candidate_scores", "candidate_offer", "candidate_about", "candidate_points"]
FOLDS = ["all_answers", "so_far", *UNDER_A_CANDIDATE, *(fold for page in PAGES for fold in folds(page))]


def values(choice, knowledge):
    """The values behind the texts of a choice; AppTest knows the texts only."""
    part = str(choice.key).split(":")[-1]
    indicators = [indicator.id for area in knowledge.areas for indicator in area.indicators]
    if part == "area_jump":
        return indicators
    if part in indicators:
        return [1, 2, 3, 4, 5, "dont_know", "does_not_apply"]
    if part in ("effect_area", "reach_area"):
        return [area.id for area in knowledge.areas if area.name in choice.options]
    if part == "month":
        return MONTHS
    if part == "scenario":
        return [scenario.id for scenario in knowledge.scenarios]
    if part == "figure":
        return [one.id for one in knowledge.parameters.values() if one.label in choice.options]
    if part == "step":
        return [one.id for one in knowledge.initiatives]
    if ":score:" in str(choice.key):
        return range(-1, 5)
    if part == "kind":
        return ["person", "offer"]
    if part == "per":
        return ["month", "hour", "project"]
    if str(choice.key).endswith(":candidates:which"):
        return range(len(choice.options))
    if part == "pin":
        return range(len(choice.options))
    if part in ("from", "to"):
        return ["today"]
    question = next((q for q in knowledge.questions if q.id == part), None)
    if question:
        return [*(option.id for option in question.options), *OPEN]
    if part == "jump":
        return [question.id for question in knowledge.questions if not question.shown_when]
    if ":tradeoff:" in str(choice.key):
        return SIDES
    if part in ("before", "after"):
        return range(1, len(choice.options) + 1)
    return [role.id for role in knowledge.roles if role.name in choice.options]


def moves(at, chance, knowledge):
    """Everything that a visitor could do now, each as a function without arguments."""
    yield lambda: at.switch_page(f"pages/{chance.choice(PAGES)}.py")
    yield lambda: at.session_state.__setitem__(chance.choice(FOLDS), chance.random() < 0.7)
    for button in at.button:
        if not button.disabled:
            yield button.click
    for box in [*at.checkbox, *at.toggle]:
        yield lambda box=box: box.set_value(not box.value)
    for choice in [*at.radio, *at.selectbox]:
        if values(choice, knowledge):
            yield lambda choice=choice: choice.set_value(chance.choice(values(choice, knowledge)))
    for group in at.segmented_control:
        part = str(group.key).split(":")[-1]
        offered = {"open": [None, *OPEN], "by": ["owner", "consultant"]}.get(part, [None, *MARKS])
        yield lambda group=group, offered=offered: group.set_value(chance.choice(offered))
    for number in at.number_input:
        yield lambda number=number: number.set_value(chance.choice([None, 1, 7, 60, 2_000]))
    for text in [*at.text_area, *at.text_input]:
        yield lambda text=text: text.set_value(chance.choice(TEXTS))


@pytest.mark.parametrize("seed", [1, 2])
def test_no_walk_breaks_a_page(seed, real_knowledge):
    chance = random.Random(seed)
    window = Window()
    for _ in range(STEPS):
        chance.choice(list(moves(window.at, chance, real_knowledge)))()
        window.run()
        assert window.at.title or window.errors
