"""Differences in words: what they do to the first place, and whose answer counts."""

import pytest

from fcio.knowledge.shapes import DONT_KNOW
from fcio.model.seats import CONSULTANT, OWNER, Difference
from fcio.report.seat_words import counts_words, effect_words, standing

NAMES = {OWNER: "Anna", CONSULTANT: "Ben"}


def difference(owner=9, consultant=40, joint=None, points=10, first=("cto", "vcio")):
    return Difference("headcount", owner, consultant, joint, points, points / 2, *first)


def test_another_first_place_names_both_roles_and_whose_answer_brings_which(real_knowledge):
    words = effect_words(real_knowledge, difference(), NAMES)
    cto, vcio = (real_knowledge.role(role).article_name for role in ("cto", "vcio"))
    assert f"With Anna\u2019s answer {cto} comes first, with Ben\u2019s {vcio}; the lead moves by 5.0" in words


@pytest.mark.parametrize(("owner", "consultant", "given"), [(9, None, "cto"), (DONT_KNOW, 40, "vcio")])
def test_where_one_left_it_open_it_is_with_or_without_the_answer(real_knowledge, owner, consultant, given):
    words = effect_words(real_knowledge, difference(owner, consultant), NAMES)
    assert f"With this answer {real_knowledge.role(given).article_name} comes first" in words


def test_the_same_first_place_and_no_effect_at_all_are_told_apart(real_knowledge):
    assert "stays with" in effect_words(real_knowledge, difference(first=("cto", "cto")), NAMES)
    assert "does not move" in effect_words(real_knowledge, difference(points=0, first=("cto", "cto")), NAMES)


@pytest.mark.parametrize(
    ("joint", "told"), [(None, ""), (9, "Anna\u2019s"), (40, "Ben\u2019s"), (DONT_KNOW, "do not know"), (20, "neither")]
)
def test_whose_answer_counts(real_knowledge, joint, told):
    words = counts_words(real_knowledge, difference(joint=joint), NAMES)
    assert words == "" if joint is None else told in words


def test_the_standing_counts_what_turns_and_what_is_left():
    assert "alike" in standing([])
    words = standing([difference(), difference(joint=9), difference(first=("cto", "cto"))])
    assert words.startswith("Three answers differ; two differences would") and "Two differences still" in words
    assert standing([difference(joint=9)]).endswith("All of it is settled.")
