"""The assumption jar: every effect against trying each answer, and the promises kept with it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.answers import answer_of
from fcio.model.assumptions import assumptions
from fcio.model.fit import FitModel, role_fit
from fcio.model.situation import contributions, situation
from tests.strategies import a_client, a_gate, a_knowledge, cases, each_its_own, one_of


def totals(model, p, answers):
    return contributions(situation(model.tables, answers), p).sum(axis=0) + model.tables.base


def tried(model, p, answers, question, guessed):
    """The points after every other answer, worked out from the start."""
    t, place = model.tables, model.tables.index[question]
    states = [s for s in np.flatnonzero(t.valid[place]) if not guessed or s != situation(t, answers).state[place]]
    asked = t.questions[place]
    return [totals(model, p, {**answers, question: answer_of(asked, int(state))}) for state in states]


@given(cases(), st.data())
def test_every_effect_is_what_trying_each_answer_shows(case, data):
    knowledge, answers, preferences = case
    guessed = {q: "guessed" for q in answers if data.draw(st.booleans())}
    client = a_client(answers, marks=guessed, preferences=preferences)
    model = FitModel.of(knowledge)
    p = model.points(client)
    now = totals(model, p, answers)
    leader = int(now.argmax())
    lead = now[leader] - np.delete(now, leader).max()
    found = assumptions(model, client)
    for a in found:
        after = tried(model, p, answers, a.question, a.why == "guessed")
        leads = [t[leader] - np.delete(t, leader).max() for t in after]
        assert (a.lead, a.low, a.high) == (lead, min(leads), max(leads))
        assert a.moves == 100 * max(abs(x - lead) for x in leads) / p.most
        firsts = {model.tables.roles[int(t.argmax())] for t in after} - {model.tables.roles[leader]}
        assert set(a.becomes) == firsts
    order = [(not a.can_change, -a.moves) for a in found]
    assert order == sorted(order)


@given(cases(), st.data())
def test_the_jar_holds_what_is_shown_and_guessed_or_unknown_and_nothing_else(case, data):
    knowledge, answers, _ = case
    marks = {q: data.draw(st.sampled_from(["guessed", "said", "seen"])) for q in answers}
    model = FitModel.of(knowledge)
    s = situation(model.tables, answers)
    shown = {q.id for q, on in zip(model.tables.questions, s.shown, strict=True) if on}
    wanted = {
        q
        for q in shown & set(answers)
        if answers[q] == "dont_know" or (marks[q] == "guessed" and answers[q] != "rather_not_say")
    }
    assert {a.question for a in assumptions(model, a_client(answers, marks=marks))} == wanted


def test_a_gate_that_hangs_on_a_guess_is_named():
    questions = each_its_own(q={"yes": {"cto": 2}, "no": {}})
    knowledge = a_knowledge(**questions, gates=[a_gate("stop", ({"q": one_of("yes")},))])
    model = FitModel.of(knowledge)
    (a,) = assumptions(model, a_client({"q": "no"}, marks={"q": "guessed"}))
    assert a.gates == ("stop",) and a.can_change
    (a,) = assumptions(model, a_client({"q": "dont_know"}))
    assert a.gates == ("stop",)


def test_who_and_until_when_come_from_the_case():
    model = FitModel.of(a_knowledge(**each_its_own(q={"yes": {"cto": 2}, "no": {}})))
    promise = {"q": {"owner": "Ann", "due": "2026-12-01"}}
    (a,) = assumptions(model, a_client({"q": "dont_know"}, assumptions=promise))
    assert (a.owner, a.due) == ("Ann", "2026-12-01")


def test_what_follows_from_the_areas_counts_with_the_answers(real_knowledge, real_model):
    low = {i.id: 1 for area in real_knowledge.areas for i in area.indicators}
    client = a_client({"headcount": 40, "gap_nature": "dont_know"}, areas=low)
    result = role_fit(real_model, client)
    (a,) = assumptions(real_model, client)
    assert result.derived
    assert a.lead == result.leader.points - result.ranking[1].points
