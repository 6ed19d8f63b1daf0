"""Conflicts of interest: three-valued, and never changed by what they do not look at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.conflicts import Conflict
from fcio.model.answers import answer_of
from fcio.model.fit import role_fit
from fcio.model.independence import all_conflicts, conflicts
from fcio.model.situation import situation
from fcio.model.tables import state_count, tables
from tests.strategies import JUDGED, ROLES, a_client, cases, passing_tests, with_texts


def a_conflict(name, **more):
    texts = {"remedies": ("end it",), "safeguards": ("guard it",), "ask": ("who pays?",), "serious": "low"}
    return with_texts(Conflict, id=name, **{"roles": ROLES[:2], **texts, **JUDGED, **more})


@given(cases(completions=30, with_gates=False), st.data())
def test_what_is_on_stays_on_and_what_is_ruled_out_stays_out_whatever_is_answered(case, data):
    knowledge, answers, _ = case
    scoring = [q for q in knowledge.questions if q.kind != "text"]
    asked = data.draw(st.sampled_from(scoring))
    rule = a_conflict("c", when=({asked.id: data.draw(passing_tests(asked))},))
    t = tables(knowledge.model_copy(update={"conflicts": (rule,)}))
    before = {v.on for v in conflicts(situation(t, answers), ROLES[0])}
    open_questions = [q for q in scoring if answers.get(q.id) in (None, "dont_know", "rather_not_say")]
    filled = answers | {q.id: _some_answer(data, q) for q in open_questions}
    after = {v.on for v in conflicts(situation(t, filled), ROLES[0])}
    assert False not in after
    if before != {False}:
        assert after == before


def _some_answer(data, question):
    return answer_of(question, data.draw(st.integers(0, state_count(question) - 1)))


@pytest.mark.parametrize(
    ("seat", "told"),
    [
        ({}, []),
        ({"sells": "vcio"}, [True]),
        ({"sells": "cto"}, []),
        ({"interest": "I sell advice"}, [False]),
        ({"interest": "I sell advice", "sells": "cto"}, []),
        ({"interest": "  "}, []),
    ],
)
def test_what_the_consultant_sells_is_a_conflict_of_this_advice(real_model, seat, told):
    found = conflicts(situation(real_model.tables, {}), "vcio", seat)
    assert [v.on for v in found if v.conflict.declared] == told


def test_margins_follow_the_answer_on_who_earns(real_model):
    def margins(**answers):
        found = conflicts(situation(real_model.tables, answers), "vcio")
        return [v.on for v in found if v.conflict.id == "margins_undisclosed"]

    assert margins(adviser_earns="undisclosed") == [True]
    assert margins(adviser_earns="disclosed") == []
    assert margins(adviser_earns="dont_know") == margins() == [False]


def test_nobody_yet_has_no_conflict_and_every_role_that_can_be_engaged_is_looked_at(real_model):
    found = all_conflicts(situation(real_model.tables, {}), {})
    assert set(found) == set(ROLES) - {"not_yet"}
    assert all(found.values())


def test_a_conflict_never_moves_the_ranking(real_model):
    answers = {"headcount": 40, "adviser_earns": "undisclosed"}
    without = role_fit(real_model, a_client(answers))
    sold = role_fit(real_model, a_client(answers, seats={"consultant": {"sells": without.leader.role}}))
    assert sold.ranking == without.ranking
    assert sold.conflicts != without.conflicts


def test_every_real_conflict_can_hold_and_has_a_way_out(real_knowledge, real_model):
    for conflict in real_knowledge.conflicts:
        seat = {"sells": conflict.roles[0]} if conflict.declared else {}
        answers = {q: test.any_of[0] for q, test in (conflict.when[0] if conflict.when else {}).items()}
        found = conflicts(situation(real_model.tables, answers), conflict.roles[0], seat)
        assert [v.on for v in found if v.conflict.id == conflict.id] == [True]
        assert conflict.remedies and conflict.safeguards
