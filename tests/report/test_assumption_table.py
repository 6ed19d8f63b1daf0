"""The list to take home of what is still to find out."""

from fcio.model.assumptions import assumptions
from fcio.report.assumption_table import COLUMNS, assumption_table, effect_sentence, short_table, summary_sentence
from tests.strategies import a_client

ANSWERS = {"mfa": "dont_know", "headcount": 40, "gap_nature": "direction", "growth": "dont_know"}
PROMISE = {"mfa": {"owner": "Ann", "due": "2026-12-01"}}


def jar(model, **parts):
    return a_client(ANSWERS, marks={"gap_nature": "guessed"}, assumptions=PROMISE, **parts)


def test_the_table_has_a_row_for_each_guess_with_who_and_until_when(real_model):
    table = assumption_table(real_model, jar(real_model))
    assert tuple(table.columns) == COLUMNS and len(table) == 3
    second_proof = table[table["Who"] == "Ann"].iloc[0]
    assert second_proof["Until"] == "2026-12-01" and second_proof["Can change the advice"] == "yes"
    assert any(answer.endswith("(a guess)") for answer in table["Answer"])
    assert (table["Moves the lead by"] >= 0).all()


def test_a_firm_without_guesses_has_an_empty_table_with_the_same_columns(real_model):
    table = assumption_table(real_model, a_client({"headcount": 40}))
    assert tuple(table.columns) == COLUMNS and table.empty


def test_the_words_say_how_far_and_whether_it_turns(real_knowledge, real_model):
    found = assumptions(real_model, jar(real_model))
    by_question = {a.question: a for a in found}
    assert "come before" in effect_sentence(real_knowledge, by_question["mfa"])
    assert "points of fit" in effect_sentence(real_knowledge, by_question["gap_nature"])
    short = short_table(real_knowledge, found)
    assert list(short["Who, until when"]) == ["Ann, 2026-12-01" if a.question == "mfa" else "" for a in found]
    assert list(short["Moves the lead by"].str.contains("can change")) == [a.can_change for a in found]
    assert summary_sentence(found).startswith("Two answers not known and one guess. ")
    assert summary_sentence(()).startswith("Nothing is guessed")
