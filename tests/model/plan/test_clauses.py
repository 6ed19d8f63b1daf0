"""The mandate: what the leader may decide follows size and answers, and can be changed."""

from fcio.model.engagement import Span
from fcio.model.plan.clauses import counted
from tests.model.plan.plans import plan_with

MAY = {"authority": "within_budget"}


def clauses(*given):
    return {clause.id: clause for clause in plan_with(*given).clauses}


def test_the_amount_follows_the_size_and_an_own_one_stands_before_it():
    small, large = (clauses({"headcount": n, **MAY}, "fractional_cio")["decides_alone"] for n in (12, 300))
    own = clauses({"headcount": 12, **MAY}, "fractional_cio", {"amounts": {"decides_alone": 1500.0}})["decides_alone"]
    assert small.amount < large.amount
    assert (own.amount, own.usual_amount, own.changed) == (1500.0, small.amount, ("amount",))
    assert "$1,500" in own.text


def test_whoever_may_only_advise_gets_no_amount():
    advising = clauses({"authority": "advise"}, "fractional_cio")
    assert "advises_only" in advising
    assert not {"decides_alone", "authority_to_settle"} & set(advising)


def test_as_long_as_nobody_has_said_what_the_leader_may_decide_no_amount_is_given():
    unsaid, said = clauses({}, "cto"), clauses({"authority": "own_results"}, "cto")
    assert "authority_to_settle" in unsaid and "decides_alone" not in unsaid
    assert "decides_alone" in said and "authority_to_settle" not in said
    assert not {"decides_alone", "authority_to_settle"} & set(clauses({}, "vcio"))


def test_the_goal_is_quoted_in_the_words_of_the_client_braces_and_all():
    assert "Fewer {odd} words" in clauses({"goal": "Fewer {odd} words."}, "vcio")["purpose"].text
    long = clauses({"goal": "One plan for all. " * 1_000}, "vcio")["purpose"].text
    assert len(long) < 600 and "\u2026. We both look" in long
    assert "say it in one sentence" in clauses({}, "vcio")["purpose"].text


def test_every_mandate_says_that_it_is_no_legal_advice_and_whose_the_passwords_are():
    for role in ("fractional_cio", "vcio", "cto", "consultant", "full_time_cio"):
        disclosure = "disclosure_of_a_project" if role == "consultant" else "disclosure"
        assert {"not_legal_advice", disclosure, "passwords", "everything_is_yours"} <= set(clauses({}, role))


def test_an_own_clause_stands_in_its_part():
    own = clauses({}, "cto", {"own": ({"place": "term", "text": "We meet on Mondays."},)})["own_1"]
    assert (own.part, own.text) == ("term", "We meet on Mondays.")


def test_a_changed_text_keeps_ours_beside_it():
    own = clauses({}, "cto", {"texts": {"notice": "Two months."}})["notice"]
    assert own.text == "Two months."
    assert "1 month of notice" in own.usual_text


def test_a_span_of_one_length_is_told_as_one():
    assert counted(Span(2, 2, 2), "month") == "2 months"
    assert counted(Span(1, 2, 3), "hour") == "1 to 3 hours"


def test_few_hours_a_month_promise_no_dates():
    few, many = (clauses({"leadership_work": work}, "fractional_cio") for work in ("day_a_month", "days_a_month"))
    assert "report_at_its_pace" in few and "report_and_roadmap" not in few
    assert "report_and_roadmap" in many and "report_at_its_pace" not in many
