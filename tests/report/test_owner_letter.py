"""The letter to the owner: their words, a page at most, and texts of their own."""

from dataclasses import replace
from pathlib import Path

import pytest

from fcio.exchange.case_file import read_case
from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.model.hiring.letter import letter_parts
from fcio.report.owner_letter import _engaging, owner_letter
from tests.strategies import a_client

DEMOS = Path(__file__).resolve().parents[2] / "data" / "demo"


@pytest.fixture
def letter(real_knowledge, real_model):
    def of(answers=None, role=None, money=(), risk=(), settled=False, **more):
        client = a_client(answers, **more)
        fit, areas = role_fit(real_model, client), area_results(real_knowledge, client, real_model.tables)
        fit = replace(fit, missing_core=()) if settled else fit
        return owner_letter(real_knowledge, client, fit, areas, role, money=money, risk=risk, t=real_model.tables)

    return of


def test_goal_and_fear_stand_in_the_owners_words(letter):
    found = letter({"goal": "Sleep at night.", "fear": "A dead server."})
    assert "\u201cSleep at night.\u201d" in found.paragraph("goal").text
    assert "\u201cA dead server.\u201d" in found.paragraph("fear").text


def test_a_note_stands_in_where_nothing_was_answered(letter):
    assert "Wants peace" in letter(notes={"goal": "Wants peace."}).paragraph("goal").text
    assert letter().paragraph("goal") is None


def test_a_long_goal_is_cut_so_that_the_letter_stays_a_page(letter):
    found = letter({"goal": "word " * 4000})
    assert found.paragraph("goal").text.endswith("\u2026\u201d")
    assert found.words < 500


def test_sentences_on_money_and_risk_are_taken_as_they_are(letter):
    found = letter(money=("It costs a lot.", "It saves more."), risk=("One year is bad.",))
    assert found.paragraph("money").text == "It costs a lot. It saves more."
    assert found.paragraph("risk").text == "One year is bad."
    assert letter().paragraph("money") is None


def test_three_decisions_now_and_two_later(letter, real_knowledge):
    for role in real_knowledge.roles:
        found = letter(role=role.id)
        assert [len(found.paragraph(name).items) for name in ("decisions", "postpone")] == [3, 2]


@pytest.mark.parametrize(
    ("demo", "must"),
    [
        ("machine_shop", "Decide who becomes your security officer"),
        ("joinery", "Decide who puts the basics in place"),
        ("logistics", "Decide to bring in an interim CIO within weeks"),
    ],
)
def test_a_must_above_the_ranking_is_the_first_decision(letter, real_knowledge, demo, must):
    answers = read_case(real_knowledge, (DEMOS / f"{demo}.json").read_bytes())["answers"]
    items = letter(answers).paragraph("decisions").items
    assert items[0].startswith(must)
    assert "{fits}" not in items[0]
    assert len(items) == 3


def test_where_none_of_the_six_is_meant_the_letter_points_to_nothing_below(letter, real_knowledge):
    answers = read_case(real_knowledge, (DEMOS / "school_trust.json").read_bytes())["answers"]
    found = letter(answers)
    assert "below" not in found.paragraph("finding").text
    assert "Among the six, engaging nobody yet leads in" in found.paragraph("doubt").text
    assert not [item for item in found.paragraph("decisions").items if "one person" in item]


def test_as_long_as_the_core_is_open_nothing_is_decided_about_a_role(letter, real_knowledge):
    early = letter()
    assert early.paragraph("finding").text.startswith("Too early to say")
    rules = real_knowledge.letter
    assert early.paragraph("decisions").items == tuple(f"{line.text}." for line in rules.too_early_decisions)
    assert early.paragraph("postpone").items == tuple(f"{line.text}." for line in rules.too_early_postpone)
    assert "a CTO" in " ".join(letter(role="cto").paragraph("decisions").items)


def test_money_that_does_not_suffice_is_a_decision(letter):
    assert any(
        "is less than" in item for item in letter({"spend_monthly": "under_2000"}, "cto").paragraph("decisions").items
    )


def test_a_changed_text_replaces_its_paragraph_and_an_empty_one_leaves_it_out(letter):
    found = letter(hiring={"letter": {"decisions": "Nothing to decide.", "closing": ""}})
    assert (found.paragraph("decisions").text, found.paragraph("decisions").items) == ("Nothing to decide.", ())
    assert found.paragraph("decisions").changed
    assert found.paragraph("closing") is None


def test_reading_time_counts_every_word(letter, real_knowledge):
    found = letter()
    words = sum(len(" ".join((one.text, *one.items)).split()) for one in found.paragraphs)
    assert found.words == words
    pace = real_knowledge.letter.words_per_minute
    assert words / pace <= found.minutes < words / pace + 0.5


@pytest.mark.parametrize("role", ["fractional_cio", "cto", "full_time_cio"])
@pytest.mark.parametrize(
    ("answers", "asked"),
    [({}, True), ({"authority": "within_budget"}, True), ({"authority": "advise"}, False)],
)
def test_the_amount_is_asked_for_unless_the_leader_only_advises(letter, role, answers, asked):
    found = [item for item in letter(answers, role, settled=True).paragraph("decisions").items if "what amount" in item]
    assert len(found) == asked


@pytest.mark.parametrize(("vacancy", "waits"), [("never_existed", True), ("vacant", False), ("filled", False)])
def test_a_full_time_post_that_exists_does_not_wait(letter, vacancy, waits):
    items = letter({"vacancy": vacancy}, "fractional_cio", settled=True).paragraph("postpone").items
    assert bool([item for item in items if item.startswith("A full-time post")]) == waits


@pytest.mark.parametrize(
    "answers", [{}, {"leadership_work": "day_a_month"}, {"need_end": "project"}, {"gap_nature": "direction"}]
)
def test_the_letter_says_that_it_is_close_where_it_is_and_only_there(real_knowledge, real_model, answers):
    level = real_knowledge.letter.level
    client = a_client(answers)
    fit, areas = role_fit(real_model, client), area_results(real_knowledge, client, real_model.tables)
    fit = replace(fit, missing_core=())
    parts = letter_parts(real_knowledge, client, fit, t=real_model.tables)
    rival = fit.score(parts.rival)
    for behind, said in ((0.1, True), (level.points, True), (level.points + 1, False)):
        moved = tuple(replace(one, fit=fit.leader.fit - behind) if one is rival else one for one in fit.ranking)
        letter = owner_letter(real_knowledge, client, replace(fit, ranking=moved), areas, t=real_model.tables)
        assert (level.text in letter.paragraph("doubt").text) == said


@pytest.mark.parametrize("role", ["not_yet", "vcio"])
def test_nobody_as_the_second_is_not_read_as_no_second(real_knowledge, role):
    text = _engaging(real_knowledge, role)
    assert text.startswith("engaging nobody") == (role == "not_yet")
