"""Sentences: reasons add up to the margin, and each flip says what would be different."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.model.fit import FitModel, role_fit
from fcio.model.flips import Change, Flip
from fcio.report import words
from fcio.report.engagement_words import engagement_sentence
from tests.strategies import (
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
)


@settings(max_examples=30)
@given(cases(with_gates=False))
def test_reasons_add_up_to_the_margin_over_every_rival(case):
    knowledge, answers, wanted = case
    result = role_fit(FitModel.of(knowledge), a_client(answers, preferences=wanted))
    for rival in result.ranking[1:]:
        reasons = words.reasons(knowledge, result, answers, rival.role)
        assert sum(reason.points for reason in reasons) == result.leader.points - rival.points
        named = [reason for reason in reasons if reason.question is not None]
        assert len(named) <= words.REASONS_SHOWN
        assert [r.points for r in named] == sorted((r.points for r in named), reverse=True)
        assert round(sum(r.fit for r in reasons), 1) == words.margin_in_fit(result, rival.role)
        for reason in named:
            by_role = result.contributions[reason.question]
            assert reason.points == by_role[result.leader.role] - by_role[rival.role] != 0


@real_examples(10)
@given(st.data())
def test_with_the_real_knowledge_every_sentence_is_whole(real_knowledge, real_model, data):
    answers = data.draw(answer_sets(real_knowledge, completions=10**6))
    result = role_fit(real_model, a_client(answers))
    said = [
        words.headline(real_knowledge, result),
        words.lead_badge(result),
        words.settled_badge(result),
        words.verdict(result),
        words.coverage_line(result),
        *(engagement_sentence(e) for e in result.engagements.values()),
        *(reason.text for reason in words.reasons(real_knowledge, result, answers, result.ranking[1].role)),
        *(" ".join(clause) for flip in result.flips for clause in words.flip_clauses(real_knowledge, flip, answers)),
        *(words.change_text(real_knowledge, c, answers) for flip in result.flips for c in flip.changes),
        *(words.answer_text(q, answers.get(q.id)) for q in real_knowledge.questions if q.kind != "text"),
    ]
    for sentence in said:
        assert sentence.strip()
        assert not re.search(r"\bnan\b|\{|\}|\(\)", sentence), sentence


def test_a_reason_speaks_of_the_answer_and_the_line_of_its_effort():
    made = each_its_own(q={"yes": {"cto": 3}, "no": {}}, r={"yes": {}, "no": {"vcio": 1}})
    knowledge = a_knowledge(**made, base=1)
    answers = {"q": "yes", "r": "no"}
    result = role_fit(FitModel.of(knowledge), a_client(answers))
    over_vcio = words.reasons(knowledge, result, answers, "vcio")
    assert [(r.question, r.points) for r in over_vcio] == [("q", 3), ("r", -1), (None, 0)]
    assert over_vcio[0].text == "says yes"
    over_line = words.reasons(knowledge, result, answers, "not_yet")
    assert [(r.question, r.points) for r in over_line] == [("q", 3), (None, 0), (None, -1)]


@pytest.mark.parametrize(
    ("kind", "answer", "text"),
    [
        ("one", "a", "text a"),
        ("one", None, "Not answered"),
        ("many", ("a", "b"), "text a; text b"),
        ("many", ["nothing"], "text nothing"),
        ("number", 1200, "1,200 people"),
        ("text", "own words", "own words"),
    ],
)
def test_an_answer_reads_as_it_was_given(kind, answer, text):
    options = {
        "one": [an_option("a"), an_option("b")],
        "many": [an_option("a"), an_option("b"), an_option("nothing", none=True)],
        "number": [an_option("a", at_least=1.0), an_option("b", at_least=10.0)],
        "text": [],
    }
    assert words.answer_text(a_question("q", options[kind], kind, maximum=5000.0), answer) == text


def test_open_answers_are_told_apart_when_read_back_and_told_alike_as_reasons():
    question = a_question("q", [an_option("a"), an_option("b")])
    texts = {words.answer_text(question, answer) for answer in (None, "dont_know", "rather_not_say")}
    assert len(texts) == 3
    assert len({words.says(question, answer) for answer in (None, "dont_know", "rather_not_say")}) == 1


def test_a_number_says_what_its_band_says():
    bands = [an_option("few", at_least=1.0), an_option("more", at_least=10.0)]
    question = a_question("q", bands, "number")
    assert [words.says(question, n) for n in (9, 10)] == ["says few", "says more"]


@pytest.mark.parametrize("ticks", [("a",), ("nothing",), ("a", "b")])
def test_a_flip_of_a_many_question_speaks_of_the_one_tick_that_turns(ticks):
    many = a_question(
        "q", [an_option("a", {"alpha": 1}), an_option("b", {"beta": 1}), an_option("nothing", none=True)], "many"
    )
    strengths = {"cto": {"alpha": 2, "beta": 0}, "vcio": {"alpha": 0, "beta": 3}}
    knowledge = a_knowledge([many], strengths)
    result = role_fit(FitModel.of(knowledge), a_client({"q": ticks}))
    assert result.flips
    for flip in result.flips:
        (change,) = flip.changes
        text = words.change_text(knowledge, change, {"q": ticks}).lower()
        (turned,) = (set(change.answer) ^ set(ticks)) - {"nothing"}
        assert f"says {turned}" in text
        assert ("no longer" in text) == (turned in ticks)


def test_a_gate_and_too_early_speak_before_the_role():
    made = each_its_own(q={"yes": {"cto": 3}, "no": {}})
    made["questions"][0] = made["questions"][0].model_copy(update={"core": True})
    knowledge = a_knowledge(**made, gates=[a_gate("g", ({"q": one_of("no")},))])
    model = FitModel.of(knowledge)
    said = {
        answer: words.headline(knowledge, role_fit(model, a_client({"q": answer}))) for answer in (None, "yes", "no")
    }
    assert said["yes"] == knowledge.role("cto").headline
    assert said["no"] == knowledge.gates[0].headline
    assert said[None] not in (said["yes"], said["no"])


def test_natures_of_a_flip_are_named_once_each_with_what_the_owner_decides_first(real_knowledge):
    def titles(*natures):
        changes = [Change("decides_now", "owner", nature, 1) for nature in natures]
        return [title for title, _ in words.flip_clauses(real_knowledge, Flip(tuple(changes), "cto", 1), {})]

    choose, misread = words.NATURE_WORDS["choice"], words.NATURE_WORDS["fact"]
    assert titles("choice", "choice") == [f"{choose}:", "and"]
    assert titles("fact", "choice") == [f"{choose}:", f"and {misread[0].lower()}{misread[1:]}:"]
