"""The kit in words: titles, reasons with their source, and the weights in a table."""

import pytest

from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.model.hiring.because import ALWAYS, MODE, OWN, ROLE, Because
from fcio.model.hiring.kit import hiring_kit
from fcio.report.kit_words import informs, kit_sentence, kit_title, role_words, weight_table, why_text
from tests.strategies import a_client


@pytest.fixture
def kit(real_knowledge, real_model):
    def of(role, answers=None, **hiring):
        client = a_client(answers, hiring=hiring)
        fit, areas = role_fit(real_model, client), area_results(real_knowledge, client, real_model.tables)
        return hiring_kit(real_knowledge, client, fit, areas, role, real_model.tables)

    return of


def test_the_title_names_the_role_or_nobody(kit, real_knowledge):
    assert kit_title(real_knowledge, kit("cto")) == "How to find a CTO"
    assert kit_title(real_knowledge, kit("not_yet")) == "Nobody to hire for now"
    gap = {
        "vacancy": "vacant",
        "start_by": "in_weeks",
        "leadership_work": "full_time_months",
        "cover_needed": "decisions",
    }
    assert kit_title(real_knowledge, kit("full_time_cio", gap)) == "How to find an interim CIO"


def test_another_role_than_the_recommended_one_is_said(real_knowledge):
    assert role_words(real_knowledge, "cto", "cto") == ""
    assert role_words(real_knowledge, "cto", "vcio") == ("This is your choice; what fits best is a vCIO from your MSP.")


@pytest.mark.parametrize(
    ("because", "source", "text"),
    [
        (Because(ALWAYS), "judgement", "It belongs in every such talk. Source: our judgement."),
        (Because(ROLE, ("cto",)), "sawyer_2024", "It belongs to a CTO. Source: "),
        (Because(MODE, ("interim",)), "judgement", "It belongs to an interim CIO. Source: our judgement."),
        (Because(OWN), "client", "You added it."),
    ],
)
def test_why_a_line_is_there_and_where_it_comes_from(real_knowledge, because, source, text):
    found = why_text(real_knowledge, {}, None, because, source)
    assert found.startswith(text)
    assert (source in real_knowledge.sources) == (found != text)


def test_what_the_kit_holds_is_counted(kit):
    found = kit("cto", questions={"own": ({"text": "Dogs?"},)})
    assert "a first conversation of 50 minutes" in kit_sentence(found)
    assert f"{len(found.questions)} questions for the interview" in kit_sentence(found)


def test_a_question_names_the_line_on_which_to_note_the_answer(kit, real_knowledge):
    asked = kit("cto", questions={"own": ({"text": "Dogs?", "criterion": "trust"}, {"text": "Cats?"})}).questions
    assert informs(real_knowledge, asked[-2]) == "Note it under \u201cYou trust them\u201d."
    assert informs(real_knowledge, asked[-1]) == ""


def test_a_changed_weight_shows_what_it_was(kit, real_knowledge):
    weights = kit("cto", weights={"trust": 40}).weights
    usual = next(one.default for one in weights if one.criterion == "trust")
    reasons = dict.fromkeys([one.criterion for one in weights], "") | {"price": "You need: Predictable low cost"}
    frame = weight_table(real_knowledge, weights, reasons)
    assert frame.loc["You trust them"].tolist() == [f"40 (was {usual})", "counts with everybody"]
    assert frame.loc["Price", "Counts for more because"] == "You need: Predictable low cost"
