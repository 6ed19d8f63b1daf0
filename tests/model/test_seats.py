"""Two people answer alone: properties of their differences, on made-up knowledge and on the real one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.shapes import DONT_KNOW
from fcio.model.answers import is_open
from fcio.model.fit import FitModel, role_fit
from fcio.model.seats import (
    CONSULTANT,
    OWNER,
    agreed,
    answers_of,
    differences,
    own_view,
    settled,
    to_take_over,
)
from tests.strategies import a_client, a_knowledge, answer_sets, each_its_own, knowledges

TWO = each_its_own(big={"yes": {"cto": 3}, "no": {"vcio": 3}}, small={"yes": {"cto": 1}, "no": {}})


def seated(owner, consultant, joint=None):
    return a_client(joint, seats={OWNER: {"answers": owner}, CONSULTANT: {"answers": consultant}})


@st.composite
def two_views(draw):
    """Made-up knowledge, and a client with joint answers and two seats."""
    knowledge = draw(knowledges())
    owner, consultant, joint = (draw(answer_sets(knowledge)) for _ in range(3))
    return FitModel.of(knowledge), seated(owner, consultant, joint)


def effects(found):
    return {difference.question: (difference.points, difference.effect) for difference in found}


@pytest.fixture(scope="module")
def two():
    return FitModel.of(a_knowledge(**TWO))


def test_the_stronger_difference_comes_first(two):
    found = differences(two, seated({"small": "yes", "big": "yes"}, {"small": "no", "big": "no"}))
    assert [difference.question for difference in found] == ["big", "small"]
    assert found[0].points > found[1].points > 0


def test_an_answer_that_turns_the_first_place_says_so(two):
    found = differences(two, seated({"big": "yes"}, {"big": "no"}))[0]
    assert (found.owner_first, found.consultant_first, found.changes_first) == ("cto", "vcio", True)


def test_what_only_one_answered_is_kept_apart(two):
    found = differences(two, seated({"big": "yes", "small": "yes"}, {"big": DONT_KNOW, "small": "no"}))
    assert {difference.question: difference.both for difference in found} == {"big": False, "small": True}


def test_nothing_answered_is_no_difference(two):
    assert differences(two, a_client()) == ()
    assert differences(two, seated({"big": DONT_KNOW}, {})) == ()


@pytest.mark.parametrize(
    ("joint", "counts"), [(None, None), ("yes", OWNER), ("no", CONSULTANT), (DONT_KNOW, DONT_KNOW)]
)
def test_whose_answer_counts_is_read_from_the_joint_one(two, joint, counts):
    answers = {} if joint is None else {"big": joint}
    assert differences(two, seated({"big": "yes"}, {"big": "no"}, answers))[0].counts == counts


@given(two_views())
def test_the_effect_stays_when_the_seats_change_places(case):
    model, client = case
    swapped = replace(client, seats={OWNER: client.seats[CONSULTANT], CONSULTANT: client.seats[OWNER]})
    one, other = differences(model, client), differences(model, swapped)
    assert [difference.question for difference in one] == [difference.question for difference in other]
    assert effects(one) == effects(other)
    assert [d.owner_first for d in one] == [d.consultant_first for d in other]


@given(two_views())
def test_there_is_no_difference_where_both_say_the_same(case):
    model, client = case
    listed = {difference.question for difference in differences(model, client)}
    assert not listed & set(agreed(client))
    same = replace(client, seats={seat: client.seats[OWNER] for seat in (OWNER, CONSULTANT)})
    assert differences(model, same) == ()


@given(two_views())
def test_the_effect_is_how_far_the_lead_moves_in_the_role_fit(case):
    model, client = case
    joint = {**client.answers, **agreed(client)}
    for difference in differences(model, client):
        fits = [
            role_fit(model, replace(client, answers={**joint, difference.question: answer}))
            for answer in (difference.owner, difference.consultant)
        ]
        assert [fit.leader.role for fit in fits] == [difference.owner_first, difference.consultant_first]

        def lead(fit, role):
            return fit.score(role).points - max(row.points for row in fit.ranking if row.role != role)

        moved = max(abs(lead(fits[0], r) - lead(fits[1], r)) for r in (fits[0].leader.role, fits[1].leader.role))
        assert difference.points == moved
        assert difference.effect == pytest.approx(fits[0].in_fit_units(moved))


@given(two_views(), st.randoms(use_true_random=False))
def test_after_every_choice_nothing_is_left_to_settle(case, chance):
    model, client = case
    unsettled = differences(model, client)
    for _ in range(2):  # a settled parent may bring up a difference in what follows it, one level deep
        choices = {d.question: chance.choice([OWNER, CONSULTANT, DONT_KNOW]) for d in unsettled}
        client = replace(client, answers=settled(client, choices))
        for question, choice in choices.items():
            given = DONT_KNOW if choice == DONT_KNOW else answers_of(client, choice).get(question)
            assert client.answers[question] == given or (is_open(given) and is_open(client.answers[question]))
        unsettled = [d for d in differences(model, client) if d.counts is None]
    assert not unsettled
    assert to_take_over(client) == {}


@given(two_views())
def test_a_seat_sees_its_own_answers_over_the_joint_ones(case):
    _, client = case
    own = own_view(client, OWNER).answers
    assert all(own[question] == answer for question, answer in answers_of(client, OWNER).items())
    assert all(own[q] == a for q, a in client.answers.items() if q not in answers_of(client, OWNER))


def test_the_real_questions_have_effects_of_both_kinds(real_model, real_knowledge):
    scoring = [question for question in real_knowledge.questions if question.kind in ("one", "scale")]
    owner = {question.id: question.options[0].id for question in scoring}
    consultant = {question.id: question.options[-1].id for question in scoring}
    found = differences(real_model, seated(owner, consultant))
    assert len(found) > 20
    for group in ([d for d in found if d.gates], [d for d in found if not d.gates]):
        assert [d.points for d in group] == sorted((d.points for d in group), reverse=True)
    assert any(d.changes_first for d in found) and not all(d.changes_first for d in found)


@pytest.mark.parametrize(
    ("question", "calm", "alarm", "gate"),
    [
        ("incident_now", "no", "yes", "live_incident"),
        ("backup_restored", "within_a_year", "never_or_unknown", "operations_first"),
        ("seat_and_budget", "yes", "no", "not_ready"),
    ],
)
def test_what_only_one_answer_puts_above_the_ranking_comes_first(real_model, question, calm, alarm, gate):
    """It moves no or few points and yet turns the advice."""
    owner, consultant = {question: calm, "gap_nature": "direction"}, {question: alarm, "gap_nature": "running_only"}
    found = differences(real_model, seated(owner, consultant, {"software_sold": "none_sold"}))
    assert [d.question for d in found] == [question, "gap_nature"]
    assert gate in found[0].gates and found[0].turns and found[1].gates == ()
    swapped = differences(real_model, seated(consultant, owner, {"software_sold": "none_sold"}))
    assert [(d.question, d.gates) for d in swapped] == [(d.question, d.gates) for d in found]
