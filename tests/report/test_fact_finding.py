"""The plan on site asks for what is unknown, sees proof of what was only said, and leaves the rest alone."""

from hypothesis import given
from hypothesis import strategies as st

from fcio.report.fact_finding import fact_finding, fact_finding_text, summary
from tests.report.area_clients import levels, result_of

ANSWERS = st.sampled_from([None, 1, 3, 5, "dont_know", "does_not_apply"])
MARKS = st.sampled_from([None, "guessed", "said", "seen", "tested"])


def asked(plan):
    return [text for half in plan.half_days for talk in half.talks for text in talk.find_out]


def proven(plan):
    return [text for half in plan.half_days for talk in half.talks for text in talk.prove]


@given(data=st.data())
def test_every_open_and_every_unproven_indicator_stands_in_the_plan_once(real_knowledge, data):
    knowledge = real_knowledge
    ids = list(levels(knowledge, 1))
    chosen = {i: a for i in ids if (a := data.draw(ANSWERS)) is not None}
    marks = {i: {"mark": m} for i in ids if (m := data.draw(MARKS)) is not None}
    plan = fact_finding(knowledge, result_of(knowledge, chosen), marks)
    by_id = {i.id: i for area in knowledge.areas for i in area.indicators}
    open_ = [by_id[i].text for i in ids if chosen.get(i, "dont_know") == "dont_know"]
    said = [
        by_id[i].label
        for i in ids
        if isinstance(chosen.get(i), int) and marks.get(i, {}).get("mark") not in ("seen", "tested")
    ]
    assert sorted(asked(plan)) == sorted(open_)
    assert sorted(proven(plan)) == sorted(said)
    rules = knowledge.fact_finding
    assert plan.minutes == rules.open_minutes * len(open_) + rules.proof_minutes * len(said)
    assert 1 <= plan.days <= rules.days.most


def test_the_more_is_seen_the_shorter_the_visit(real_knowledge):
    result = result_of(real_knowledge, levels(real_knowledge, 3))
    said = fact_finding(real_knowledge, result, {})
    seen = fact_finding(real_knowledge, result, {i: {"mark": "seen"} for i in levels(real_knowledge, 3, quick=True)})
    open_ = fact_finding(real_knowledge, result_of(real_knowledge, {}), {})
    assert seen.minutes < said.minutes < open_.minutes
    assert (seen.days, open_.days) == (1, 2)
    assert open_.fits
    assert [(half.day, half.half) for half in open_.half_days] == [
        (1, "morning"),
        (1, "afternoon"),
        (2, "morning"),
        (2, "afternoon"),
    ]
    assert [len(half.talks) for half in seen.half_days] == [2, 2]


def test_nothing_left_to_find_out(real_knowledge):
    areas = levels(real_knowledge, 3)
    plan = fact_finding(real_knowledge, result_of(real_knowledge, areas), {i: {"mark": "tested"} for i in areas})
    assert plan.half_days == () and "Nothing is left" in summary(plan)
    assert "Week" not in fact_finding_text(plan, "Mill", "2026-11-25")


def test_the_text_names_who_what_and_which_papers(real_knowledge):
    plan = fact_finding(real_knowledge, result_of(real_knowledge, {}), {})
    text = fact_finding_text(plan, "Mill", "2026-11-25")
    talk = plan.half_days[0].talks[0]
    assert text.startswith("# Finding the facts: Mill\n")
    assert f"Ask: {'; '.join(talk.ask)}." in text
    assert f"- [ ] {talk.find_out[0]}" in text and f"- [ ] {talk.documents[0]}" in text
    assert all(f"- Week {week}:" in text for week, _ in plan.weeks)
