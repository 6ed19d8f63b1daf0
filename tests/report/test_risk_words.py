"""Sentences about risk: ordinary firms, no loss at all, and what lies beyond the curve."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.engagement import Span
from fcio.model.loss.annual import Bracket
from fcio.model.loss.band import Band
from fcio.model.risk.shocks import Event
from fcio.model.risk.waiting import Waiting
from fcio.report import risk_words as words
from fcio.report.numbers import money
from tests.report.risk_results import BOTH, ENDLESS, KNOWLEDGE, NOTHING, RARE, cut_short, of


@pytest.fixture(scope="module")
def ordinary():
    return of({"tolerance": BOTH})


@pytest.fixture(scope="module")
def nothing():
    return of(NOTHING)


@pytest.fixture(scope="module")
def rare():
    return of(RARE)


# ---- the bad year and the usual one


def test_the_bad_year_is_the_headline(ordinary):
    bad = ordinary.now.loss.var(0.95)
    sentence = words.bad_year_sentence(ordinary.now, 0.95)
    assert sentence == f"One year in twenty costs more than {money(bad)}."
    assert words.headline(ordinary) == sentence[:-1]


@pytest.mark.parametrize(
    ("level", "years"),
    [(0.9, "One year in ten"), (0.99, "One year in a hundred"), (0.98, "One year in 50"), (0.5, "One year in 2")],
)
def test_years_are_counted_in_words_where_they_are_round(ordinary, level, years):
    amount = ordinary.now.loss.var(level)
    said = words.bad_year_sentence(ordinary.now, level)
    assert said.removeprefix("Fewer than ").lower().startswith(years.lower())
    assert (money(amount) in said) == (amount > 0)


def test_a_loss_too_rare_for_a_bad_year_says_so(rare):
    assert rare.now.loss.mean > 0
    said = words.bad_year_sentence(rare.now, 0.95)
    assert said == "Fewer than one year in twenty brings a loss; most years bring none."


def test_no_loss_at_all_promises_no_loss_by_these_numbers_only(nothing):
    assert words.headline(nothing) == "By these numbers no year brings a loss"
    assert words.usual_sentence(nothing) == "Nothing that is looked at here can happen, or it costs nothing."


def test_a_bad_year_beyond_the_curve_costs_more_than_its_end(ordinary):
    cut = cut_short(ordinary)
    assert words.bad_year_sentence(cut.now, 0.95) == f"One year in twenty costs more than {money(cut.grid.top)}."


def test_the_usual_year_stands_beside_the_bad_one(ordinary, rare):
    mean = money(rare.now.loss.mean)
    assert (
        words.usual_sentence(rare)
        == f"Most years bring no loss; over many years they come to {mean} a year on average."
    )
    often = of(ENDLESS)
    assert often.now.loss.no_loss < 0.01
    assert words.usual_sentence(often).startswith(
        "Under 1\u00a0% of years bring no loss; over many years they come to $"
    )
    assert "no loss; over many years" in words.usual_sentence(ordinary)


# ---- roles


def test_a_role_is_told_by_what_it_changes(ordinary):
    after = ordinary.roles["fractional_cio"]
    said = words.role_sentence(KNOWLEDGE, ordinary, after)
    assert said == (
        f"With a fractional CIO, the same bad year costs {money(after.loss.var(0.95))} instead of "
        f"{money(ordinary.now.loss.var(0.95))}, and the average year {money(after.loss.mean)} instead of "
        f"{money(ordinary.now.loss.mean)}."
    )


def test_a_role_that_changes_nothing_to_two_digits_is_about_the_same(nothing):
    said = words.role_sentence(KNOWLEDGE, nothing, nothing.roles["cto"])
    assert "the same bad year costs about the same, $0, and the average year about the same, $0." in said


def test_a_bad_year_that_comes_back_onto_the_curve_is_told_as_less(ordinary):
    after = ordinary.roles["full_time_cio"]
    said = words.role_sentence(KNOWLEDGE, cut_short(ordinary), after)
    assert f"costs {money(after.loss.var(0.95))} instead of more than {money(ordinary.grid.top)}," in said


def test_two_bad_years_beyond_the_curve_are_not_compared(ordinary):
    cut = cut_short(ordinary)
    said = words.role_sentence(KNOWLEDGE, cut, replace(cut.now, id="vcio"))
    assert f"about the same, more than {money(ordinary.grid.top)}," in said


# ---- what the owner can bear


def test_both_amounts_come_with_how_often(ordinary):
    said = words.tolerance_sentence(ordinary)
    hurts, ends = (words.chance_text(chance) for chance in (ordinary.now.hurts, ordinary.now.ends))
    assert said == (
        f"A loss of more than $40,000, which would hurt, comes {hurts} and one of more than $900,000, "
        f"which would end the firm, {ends}."
    )


@pytest.mark.parametrize(
    ("tolerance", "begins", "lacks"),
    [
        ({"hurts": 40_000.0}, "A loss of more than $40,000, which would hurt, comes one year in ", "end the firm"),
        ({"ends": 900_000.0}, "One of more than $900,000, which would end the firm, one year in ", "would hurt"),
    ],
)
def test_one_amount_alone_is_a_whole_sentence(tolerance, begins, lacks):
    said = words.tolerance_sentence(of({"tolerance": tolerance}))
    assert said.startswith(begins)
    assert lacks not in said


def test_no_amount_asks_for_both():
    assert words.tolerance_sentence(of()).startswith("Say what loss would hurt and what loss would end the firm")


def test_an_amount_that_no_year_reaches_is_told_without_promising():
    said = words.tolerance_sentence(of({"tolerance": {"ends": 1e12}}))
    assert said.endswith("practically never.")


@given(st.floats(0, 1))
def test_a_chance_is_never_told_as_more_than_every_year(chance):
    said = words.chance_text(chance)
    if said.endswith("in ten"):
        assert said.split()[0] in ("six", "seven", "eight", "nine", "ten")
    else:
        assert (
            said in ("practically never", "nearly every year") or 2 <= int(said.split()[-1].replace(",", "")) <= 10_000
        )


# ---- what it rests on


def test_a_rough_default_is_called_one():
    said = words.level_sentence(of().levels)
    assert said.startswith("Rough default: nobody has looked at the twelve areas yet, so each stands at level 2.7,")


def test_what_was_answered_is_told_as_a_share():
    levels = of(areas={i.id: 4 for area in KNOWLEDGE.areas[:6] for i in area.indicators}).levels
    said = words.level_sentence(levels)
    assert said.startswith("50\u00a0% of what the twelve areas ask is answered")
    assert "level 2.7, a rough guess" in said


# ---- waiting


def waiting(loss, leak):
    return Waiting("vcio", Span(loss / 2, loss, loss * 3), Span(leak / 2, leak, leak * 2))


def test_waiting_costs_a_range_and_the_overspend_that_goes_on():
    said = words.waiting_sentence(KNOWLEDGE, waiting(1000.0, 200.0))
    assert said == (
        "Waiting a quarter with a vCIO from your MSP costs $1,000 in expected loss before any insurance "
        "($500 to $3,000), "
        "and $200 of overspend goes on."
    )


def test_waiting_without_a_leak_says_nothing_of_it():
    assert "overspend" not in words.waiting_sentence(KNOWLEDGE, waiting(1000.0, 0.0))


def test_waiting_for_nothing_changes_nothing():
    assert words.waiting_sentence(KNOWLEDGE, waiting(0.0, 0.0)) == (
        "Waiting a quarter with a vCIO from your MSP changes nothing in expected loss."
    )


# ---- how sure it is


def test_bounds_are_told_to_the_dollar_and_apart_from_how_sure_the_inputs_are():
    said = words.error_sentence((Bracket(0.9, 1.0, 2.0), Bracket(0.95, 88_123.4, 88_201.9)), 0.95)
    assert "for certain between $88,123 and $88,202, given these inputs." in said
    assert said.endswith("How sure the inputs are is another matter, and far wider.")


def test_an_upper_bound_beyond_the_curve_is_told_in_words():
    assert "lies above $5, and the grid cannot say much closer" in words.error_sentence(
        (Bracket(0.95, 5.0, float("inf")),), 0.95
    )


def test_what_lies_beyond_the_end_of_the_curve(ordinary):
    top = money(ordinary.grid.top)
    assert words.beyond_sentence(cut_short(ordinary)) == f"The curve ends at {top}; one year in 10 is worse than that."
    assert words.beyond_sentence(of(NOTHING)).endswith("; practically no year is worse than that.")


def a_band(var, mean=(1000.0, 2000.0, 4000.0)):
    return Band(None, None, None, None, mean, var)


def test_the_band_is_told_by_its_ends(ordinary):
    said = words.band_sentence(a_band((5000.0, 9000.0, 20_000.0)), ordinary)
    assert "the bad year costs more than $5,000 to $20,000," in said
    assert "between $1,000 and $4,000." in said


def test_a_band_that_leaves_the_curve_says_so(ordinary):
    said = words.band_sentence(a_band((5000.0, 9000.0, float("inf"))), ordinary)
    assert f"$5,000 to more than {money(ordinary.grid.top)}," in said


def test_one_event_is_told_by_its_middle_and_its_worst_twentieth():
    said = words.event_sentence(KNOWLEDGE, Event("ransomware", 200_000.0, 40_000.0, 765_000.0))
    assert (
        said == "Ransomware: half of such events cost more than $40,000, one in twenty more than $770,000, "
        "before any insurance."
    )
