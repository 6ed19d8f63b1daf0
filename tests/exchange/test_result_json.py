"""A result and the questions as plain JSON values."""

import json
from dataclasses import replace
from datetime import date

import pytest

from fcio.exchange.result_json import fit_json, questions_json
from fcio.model.answers import checked_answers
from fcio.model.assessment import Assessment
from fcio.model.fit import role_fit
from fcio.model.flips import Change, Flip

TODAY = date(2026, 11, 22)
PLAIN = (dict, list, str, int, float, bool, type(None))
CLIENTS = {
    "nothing answered": {},
    "a few answers": {"headcount": 12, "plans": ["cut_cost", "grow_sales"], "gap_nature": "direction"},
    "an incident": {"incident_now": "yes", "goal": "=1+1 🛠️"},
    "not said": {"headcount": "rather_not_say", "need_end": "project", "takeover": "dont_know"},
}


def values(part):
    """Every value in a JSON document, of whatever depth."""
    yield part
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for value in inner:
        yield from values(value)


@pytest.fixture(params=CLIENTS)
def result(request, real_knowledge, real_model):
    answers = checked_answers(real_knowledge, CLIENTS[request.param])
    return role_fit(real_model, Assessment({"name": "Example Ltd"}, TODAY, answers=answers))


def test_only_plain_values_and_no_number_that_json_lacks(real_knowledge, result):
    found = fit_json(real_knowledge, result)
    assert {type(value) for value in values(found)} <= set(PLAIN)
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_numbers_are_those_of_the_model(real_knowledge, result):
    found = fit_json(real_knowledge, result)
    assert [(row["role"], row["points"], row["fit"]) for row in found["ranking"]] == [
        (row.role, row.points, row.fit) for row in result.ranking
    ]
    assert found["settled"] is result.settled
    assert found["engagement"]["mode"] == result.engagement.mode
    assert [flip["becomes"] for flip in found["flips"]] == [flip.becomes for flip in result.flips]


def test_gates_that_are_on_and_that_could_be_are_kept_apart(real_knowledge, result):
    found = fit_json(real_knowledge, result)
    on = {gate["id"] for gate in found["gates"]}
    possible = {gate["id"] for gate in found["possible_gates"]}
    assert on == {verdict.gate.id for verdict in result.gates if verdict.on}
    assert not on & possible
    assert len(on) + len(possible) == len(result.gates)


def test_a_flip_names_its_changes_and_a_list_stays_a_list(real_knowledge, result):
    changes = (Change("plans", ("cut_cost", "grow_sales"), "choice", 1), Change("headcount", 25, "fact", 1))
    told = fit_json(real_knowledge, replace(result, flips=(Flip(changes, "vcio", 3),)))["flips"]
    assert told == [
        {
            "changes": {"plans": ["cut_cost", "grow_sales"], "headcount": 25},
            "natures": {"plans": "choice", "headcount": "fact"},
            "becomes": "vcio",
            "margin": 3,
        }
    ]


def test_every_question_is_listed_in_order_with_its_options(real_knowledge):
    rows = questions_json(real_knowledge)
    assert [row["id"] for row in rows] == [question.id for question in real_knowledge.questions]
    for row, question in zip(rows, real_knowledge.questions, strict=True):
        ids = None if row["options"] is None else [option["id"] for option in row["options"]]
        assert ids == (None if question.kind in ("number", "range", "text") else [o.id for o in question.options])
        assert (row["shown_when"] is None) == (not question.shown_when)


def test_a_follow_up_says_when_it_is_shown(real_knowledge):
    rows = {row["id"]: row for row in questions_json(real_knowledge)}
    assert rows["takeover"]["shown_when"] == {"need_end": {"any_of": ["opinion", "project"]}}
