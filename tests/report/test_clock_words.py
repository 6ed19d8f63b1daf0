"""Sentences of the coffee clock: no recommendation before the core, every stop with its reason."""

import pytest

from fcio.model.clock import CONFIDENT, NOTHING_LEFT, SETTLED, TIME_UP, TalkPlan
from fcio.model.fit import role_fit
from fcio.model.gates import open_gates
from fcio.model.next_question import NextQuestion
from fcio.model.situation import situation
from fcio.report.clock_words import check_lines, left_out_lines, plan_line, stop_title, stop_words
from tests.strategies import a_client


@pytest.fixture(scope="module")
def empty(real_model):
    return role_fit(real_model, a_client({}))


def test_the_plan_says_minutes_used_and_what_the_rest_is_for():
    assert plan_line(10, 6.4, TalkPlan(("a", "b"), 1, ())).startswith(
        "About 4 of 10 minutes used, by our estimate. Time for two more q"
    )
    assert "one more question," in plan_line(10, 10.2, TalkPlan(("a",), 1, ()))


@pytest.mark.parametrize(
    ("reason", "skipped", "title"),
    [
        (SETTLED, 0, "You can stop here"),
        (CONFIDENT, 3, "You can stop here"),
        (TIME_UP, 0, "The time is up, by our estimate"),
        (NOTHING_LEFT, 0, "You can stop here"),
        (NOTHING_LEFT, 2, "You left two questions open that could still matter"),
    ],
)
def test_every_stop_has_its_title(reason, skipped, title):
    assert stop_title(reason, skipped) == title


def test_a_stop_names_the_checks_that_could_still_come_first(real_knowledge, real_model):
    core = {q.id: "dont_know" for q in real_knowledge.questions if q.core}
    gates = open_gates(situation(real_model.tables, core))
    lines = check_lines(real_knowledge, gates)
    assert "Make room for a leader first (still to ask: A seat and a budget)" in lines
    assert not [line for line in lines if "{fits}" in line]
    assert stop_title(CONFIDENT, 0, len(gates)).startswith("You can stop here but for ")
    assert stop_title(CONFIDENT, 0, 1) == "You can stop here but for one open check"
    assert stop_title(TIME_UP, 0, 2) == "The time is up, by our estimate"


def test_before_the_core_no_role_is_named_even_when_the_time_is_up(real_knowledge, empty):
    words = stop_words(real_knowledge, empty, TIME_UP)
    assert "no recommendation" in words
    assert not [role for role in real_knowledge.roles if role.fits in words]


def test_what_is_left_out_is_closed_by_the_others(real_knowledge):
    ids = [question.id for question in real_knowledge.questions[3:7]]
    rest = tuple(NextQuestion(q, 1.0, chance, 0.5) for q, chance in zip(ids, (0.4, 0.3, 0.2, 0.1), strict=True))
    lines = left_out_lines(real_knowledge, rest, 2)
    assert len(lines) == 3 and lines[0].startswith(real_knowledge.question(ids[0]).label)
    assert "40 of 100" in lines[0]
    assert lines[2].startswith("two other questions") and "20" in lines[2]
    assert len(left_out_lines(real_knowledge, rest, 4)) == 4
