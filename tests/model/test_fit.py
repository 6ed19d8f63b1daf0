"""Role fit as a whole: what adds up, what does not matter, and what is said when."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.knowledge.balance import attainable_needs
from fcio.knowledge.figures import ClockSettings
from fcio.model.answers import Refused, checked_answers
from fcio.model.fit import FitModel, role_fit
from fcio.model.fit_result import Headline
from tests.reference import Reference, is_open
from tests.strategies import (
    ROLES,
    a_client,
    a_gate,
    a_knowledge,
    a_question,
    an_option,
    answer_sets,
    cases,
    each_its_own,
    one_of,
    real_examples,
    some_settings,
)


def fitted(knowledge, answers, wanted=None):
    return role_fit(FitModel.of(knowledge), a_client(answers, preferences=wanted or {}))


@given(cases())
def test_ranking_and_contributions_follow_the_definition(case):
    knowledge, answers, wanted = case
    result, slow = fitted(knowledge, answers, wanted), Reference(knowledge, wanted)
    expected = slow.points(answers)
    assert [row.role for row in result.ranking] == sorted(slow.roles, key=lambda role: (-expected[role], role))
    assert set(result.contributions) == {q.id for q in slow.questions.values() if slow.certain(q, answers)}
    for row in result.ranking:
        gained = sum(by_role[row.role] for by_role in result.contributions.values())
        assert row.points == expected[row.role] == result.base[row.role] + gained
        assert row.fit == pytest.approx(100 * row.points / result.most_points)
        assert row.low - 1e-9 <= row.fit <= row.high + 1e-9
    leader, second = result.ranking[:2]
    reasons = sum(by_role[leader.role] - by_role[second.role] for by_role in result.contributions.values())
    assert leader.points - second.points == reasons + result.base[leader.role] - result.base[second.role]
    assert result.in_fit_units(leader.points) == pytest.approx(leader.fit)


@given(cases())
def test_settled_means_that_no_completion_changes_the_leader_or_a_gate(case):
    knowledge, answers, wanted = case
    result, slow = fitted(knowledge, answers, wanted), Reference(knowledge, wanted)
    done = list(slow.completions(answers))
    stays = {slow.leader(slow.points(complete)) for complete in done} == {result.leader.role}
    gates = [{slow.holds(gate.when, complete) for complete in done} for gate in knowledge.gates]
    if result.settled:
        assert stays and all(len(outcome) == 1 for outcome in gates)
    if stays and not gates:
        assert result.settled


@given(cases())
def test_coverage_counts_the_answered_of_the_shown(case):
    knowledge, answers, _ = case
    result, slow = fitted(knowledge, answers), Reference(knowledge)
    shown = [q.id for q in slow.questions.values() if slow.certain(q, answers)]
    answered = [q for q in shown if not is_open(answers.get(q))]
    assert (result.shown, result.answered) == (len(shown), len(answered))
    assert result.coverage == pytest.approx(len(answered) / len(shown))


@given(cases())
def test_need_index_is_the_weighted_need_of_what_could_be_needed(case):
    knowledge, answers, wanted = case
    result, slow = fitted(knowledge, answers, wanted), Reference(knowledge, wanted)
    engaged = [role for role in knowledge.roles if not role.is_line]
    attainable = attainable_needs(knowledge)
    counted = [c for c in slow.weight if any(role.strengths[c].value for role in engaged)]
    needed = sum(slow.weight[c] * float(slow.mean_need(c, answers)) for c in counted)
    assert result.need_index == pytest.approx(100 * needed / sum(slow.weight[c] * attainable[c] for c in counted))
    assert -1e-9 <= result.need_index <= 100 + 1e-9
    for row in result.ranking:
        assert (row.supply is None) == (row.role == "not_yet")
        if row.supply is not None:
            strength = next(r for r in engaged if r.id == row.role).strengths
            supplied = sum(slow.weight[c] * float(slow.mean_need(c, answers)) * strength[c].value for c in counted)
            highest = max(role.strengths[c].value for role in knowledge.roles for c in slow.weight)
            assert row.supply == pytest.approx(supplied / (needed * highest) if needed else 0)


# ---- what does not matter


@settings(max_examples=30)
@given(cases(), st.randoms(use_true_random=False))
def test_order_of_questions_and_of_answers_does_not_matter(case, random):
    knowledge, answers, wanted = case
    questions, turned = list(knowledge.questions), list(answers.items())
    random.shuffle(questions)
    random.shuffle(turned)
    before = fitted(knowledge, answers, wanted)
    after = fitted(knowledge.model_copy(update={"questions": tuple(questions)}), dict(turned), wanted)
    same = (
        "contributions",
        "base",
        "most_points",
        "settled",
        "headline",
        "gates",
        "coverage",
        "engagements",
        "complements",
    )
    for name in same:
        assert getattr(before, name) == getattr(after, name), name
    for one, two in zip(before.ranking, after.ranking, strict=True):
        assert (one.role, one.points, one.low, one.high) == (two.role, two.points, two.low, two.high)
        assert one.first_by_weights == pytest.approx(two.first_by_weights, abs=1 / 64)

    def flips(result):
        return {
            (frozenset((c.question, c.answer, c.steps) for c in f.changes), f.becomes, f.margin) for f in result.flips
        }

    assert flips(before) == flips(after)
    assert {w.criterion for w in before.weight_flips} == {w.criterion for w in after.weight_flips}
    ask_before, ask_after = ({n.question: n for n in r.next_questions} for r in (before, after))
    assert ask_before.keys() == ask_after.keys()
    for question, n in ask_before.items():
        assert n.value_points == pytest.approx(ask_after[question].value_points)
        assert n.chance_of_change == pytest.approx(ask_after[question].chance_of_change)


@settings(max_examples=20)
@given(cases())
def test_equal_input_gives_equal_output(case):
    knowledge, answers, wanted = case
    one, two = (fitted(knowledge, dict(answers), dict(wanted)) for _ in range(2))
    assert one == two
    assert repr(one) == repr(two)


@real_examples(5)
@given(st.data())
def test_equal_input_gives_equal_output_with_the_real_knowledge(real_knowledge, real_model, data):
    answers = data.draw(answer_sets(real_knowledge, completions=10**6))
    assert role_fit(FitModel.of(real_knowledge), a_client(answers)) == role_fit(real_model, a_client(answers))


@real_examples(25)
@given(st.data())
def test_the_real_knowledge_obeys_the_definition(real_knowledge, real_model, data):
    answers = data.draw(answer_sets(real_knowledge, completions=10**6))
    wanted = data.draw(
        st.dictionaries(st.sampled_from([c.id for c in real_knowledge.criteria]), st.integers(1, 4), max_size=3)
    )
    result = role_fit(real_model, a_client(answers, preferences=wanted))
    expected = Reference(real_knowledge, wanted).points(answers)
    assert {row.role: row.points for row in result.ranking} == expected
    for row in result.ranking:
        assert 0 <= row.low <= row.fit <= row.high <= 100


@given(cases(), st.sampled_from([None, "dont_know", "rather_not_say"]))
def test_the_three_open_answers_count_alike(case, given_answer):
    knowledge, answers, wanted = case
    other = {q: given_answer if is_open(a) else a for q, a in answers.items()}
    one, two = fitted(knowledge, answers, wanted), fitted(knowledge, checked_answers(knowledge, other), wanted)
    assert one.ranking == two.ranking
    by_id = [sorted(result.next_questions, key=lambda n: n.question) for result in (one, two)]
    assert by_id[0] == by_id[1]  # their order differs: what was asked and left open comes last


@given(cases(completions=0), st.data())
def test_a_hidden_question_keeps_its_answer_and_counts_for_nothing(case, data):
    knowledge, answers, wanted = case
    slow = Reference(knowledge, wanted)
    for question in slow.questions.values():
        if slow.certain(question, answers) is False:
            without = {q: a for q, a in answers.items() if q != question.id}
            one, two = fitted(knowledge, answers, wanted), fitted(knowledge, without, wanted)
            assert one.ranking == two.ranking
            assert question.id not in one.contributions
            assert not any(c.question == question.id for flip in one.flips for c in flip.changes)


# ---- what is said


def a_small_firm(**more):
    made = each_its_own(q={"yes": {"cto": 3}, "no": {"vcio": 2}}, r={"bad": {}, "fine": {}})
    made["questions"][0] = made["questions"][0].model_copy(update={"core": True})
    return a_knowledge(**made, **more)


@pytest.mark.parametrize(
    ("answers", "headline"),
    [
        ({}, Headline("too_early", "q")),
        ({"r": "fine"}, Headline("too_early", "q")),
        ({"q": "dont_know", "r": "fine"}, Headline("role", "cto")),
        ({"q": "no", "r": "fine"}, Headline("role", "vcio")),
        ({"q": "yes"}, Headline("role", "cto")),
        ({"q": "yes", "r": "bad"}, Headline("gate", "first")),
        ({"r": "bad"}, Headline("gate", "first")),
    ],
)
def test_a_gate_speaks_before_too_early_and_too_early_before_a_role(answers, headline):
    gates = [a_gate("first", ({"r": one_of("bad")},)), a_gate("second", ({"r": one_of("bad")},))]
    result = fitted(a_small_firm(gates=gates), answers)
    assert result.headline == headline
    assert result.missing_core == (() if answers.get("q") else ("q",))


def test_an_undecided_gate_keeps_a_certain_leader_from_being_settled():
    gates = [a_gate("g", ({"r": one_of("bad")},))]
    result = fitted(a_small_firm(gates=gates), {"q": "yes"})
    assert not result.settled
    assert [n.question for n in result.next_questions] == ["r"]
    assert fitted(a_small_firm(gates=gates), {"q": "yes", "r": "fine"}).settled
    assert fitted(a_small_firm(gates=gates), {"q": "yes", "r": "bad"}).settled


@pytest.mark.parametrize(("base", "leader"), [(0, "cto"), (3, "cto"), (4, "not_yet")])
def test_a_choice_must_rise_above_the_effort_of_engaging_anybody(base, leader):
    result = fitted(a_small_firm(base=base), {"q": "yes", "r": "fine"})
    assert result.leader.role == leader
    assert result.base == {role: base if role == "not_yet" else 0 for role in ROLES}


@pytest.mark.parametrize(("likely", "confident"), [(96, True), (95, True), (93, False)])
def test_confident_means_first_in_the_stated_share_of_the_ways_to_go_on(likely, confident):
    always_answered = ClockSettings(talks=(10,), draws=1000, answered=10**9, left_open=1, note="made up")
    options = [an_option("a", {"alpha": 1}, likelihood=likely), an_option("b", {"beta": 1}, likelihood=100 - likely)]
    knowledge = a_knowledge(
        [a_question("q", options)],
        {"cto": {"alpha": 2, "beta": 0}, "vcio": {"alpha": 0, "beta": 2}},
        settings=some_settings(draws=1000, clock=always_answered),
    )
    result = fitted(knowledge, {})
    assert result.leader.first_by_answers == result.stays == pytest.approx(likely / 100)
    assert (result.confident, result.settled) == (confident, False)


@pytest.mark.parametrize("preferences", [{"to_cto": 0}, {"to_cto": 5}, {"to_cto": 2.5}, {"nonsense": 2}])
def test_a_preference_outside_one_to_four_is_refused(preferences):
    with pytest.raises(Refused, match="preferences"):
        fitted(a_small_firm(), {}, preferences)


def test_a_preference_moves_the_points_it_weighs():
    result = fitted(a_small_firm(), {"q": "yes"}, {"to_cto": 4})
    assert result.score("cto").points == 12
    assert result.weights["to_cto"] == 4
    assert result.most_points == 12


def test_an_unknown_figure_is_refused_before_anything_is_worked_out():
    with pytest.raises(Refused, match=r"overrides\.nonsense"):
        role_fit(FitModel.of(a_small_firm()), a_client(overrides={"nonsense": 1}))
