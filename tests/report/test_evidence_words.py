"""The ranking on what was seen, in words and as a table."""

from dataclasses import replace

from fcio.model.evidence import seen_only
from fcio.model.fit import role_fit
from fcio.report.evidence_words import seen_sentence, seen_table
from tests.strategies import a_client

ANSWERS = {"gap_nature": "support_with_advice", "operations": "provider_works", "headcount": 20}


def read(knowledge, model, marks):
    client = a_client(ANSWERS, marks=marks)
    everything, only = role_fit(model, client), role_fit(model, seen_only(client))
    return seen_sentence(knowledge, len(seen_only(client).answers), everything, only), everything, only


def test_nothing_seen_is_said_plainly(real_knowledge, real_model):
    assert read(real_knowledge, real_model, {})[0].startswith("No answer is marked as seen")


def test_all_seen_leads_to_the_same_choice(real_knowledge, real_model):
    sentence, everything, only = read(real_knowledge, real_model, dict.fromkeys(ANSWERS, "seen"))
    assert "leads as well" in sentence and "a hint only" in sentence
    assert everything.ranking == only.ranking


def test_another_choice_on_what_was_seen_is_named_beside_the_first(real_knowledge, real_model):
    sentence, everything, only = read(real_knowledge, real_model, {"headcount": "tested"})
    if everything.leader.role == only.leader.role:
        only = replace(only, ranking=only.ranking[::-1])
        sentence = seen_sentence(real_knowledge, 1, everything, only)
    names = [real_knowledge.role(r.leader.role).article_name for r in (everything, only)]
    assert "would lead" in sentence and all(name in sentence for name in names)


def test_the_table_sets_the_band_beside_the_fit_of_all_answers(real_knowledge, real_model):
    _, everything, only = read(real_knowledge, real_model, {"headcount": "tested"})
    table = seen_table(real_knowledge, everything, only)
    assert list(table.index) == [real_knowledge.role(row.role).short for row in only.ranking]
    row = only.ranking[0]
    assert table.iloc[0, 0] == f"{row.fit:.1f} ({row.low:.1f}, {row.high:.1f})"
