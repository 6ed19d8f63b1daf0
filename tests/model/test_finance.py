"""Cash flows: textbook identities, and answers that stay defined where the textbook is silent."""

import numpy as np
import numpy_financial
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fcio.model.finance import (
    annuity_payment,
    break_even,
    discounted,
    discounted_payback,
    growth,
    irr,
    npv,
    payback,
    payback_years,
)

AMOUNTS = st.integers(-1_000_000, 1_000_000).map(float)
SERIES = st.lists(AMOUNTS, min_size=1, max_size=11)
RATES = st.floats(0, 0.40)
OUTLAY_THEN_INCOME = st.tuples(
    st.integers(1, 10**6), st.lists(st.integers(0, 10**6), min_size=1, max_size=10).filter(any)
).map(lambda parts: [-float(parts[0]), *map(float, parts[1])])


@given(SERIES, RATES)
def test_the_present_value_is_the_polynomial_of_the_series(flows, rate):
    horner = 0.0
    for amount in reversed(flows):
        horner = horner / (1 + rate) + amount
    assert float(npv(rate, flows)) == pytest.approx(horner, abs=1e-6)


@given(SERIES, RATES, st.floats(-10, 10))
def test_the_present_value_is_linear(flows, rate, times):
    together = npv(rate, np.array(flows) * (1 + times))
    assert float(together) == pytest.approx(float(npv(rate, flows) + times * npv(rate, flows)), abs=1e-3)


def test_leading_axes_are_worked_in_one_step_with_one_rate_each():
    rng = np.random.default_rng(3)
    flows, rates = rng.normal(0, 1000, (4, 5, 6)), rng.uniform(0, 0.4, (4, 5))
    values, years = npv(rates, flows), payback_years(flows)
    assert values.shape == years.shape == (4, 5)
    for place in np.ndindex(4, 5):
        assert values[place] == pytest.approx(float(npv(rates[place], flows[place])))
        alone = payback(flows[place])
        assert np.isnan(years[place]) if alone is None else years[place] == pytest.approx(alone)


@given(OUTLAY_THEN_INCOME)
def test_one_outlay_and_income_have_exactly_one_internal_rate(flows):
    found = irr(flows)
    assert found.reason == "found" and found.rate is not None and found.rate > -1
    scale = max(abs(amount) for amount in discounted(found.rate, flows))
    assert float(npv(found.rate, flows)) == pytest.approx(0, abs=1e-6 * scale)


@given(SERIES)
def test_a_rate_is_given_only_where_the_value_really_is_zero(flows):
    found = irr(flows)
    assert (found.rate is None) == (found.reason != "found")
    if found.rate is not None:
        values = discounted(found.rate, flows)
        assert float(values.sum()) == pytest.approx(0, abs=1e-5 * np.abs(values).max())


@given(st.integers(1, 9), st.integers(11, 30))
def test_two_rates_are_called_two(first, second):
    """Built so that the value is zero at both: -(1 - a x)(1 - b x) with a and b one plus the rates."""
    a, b = 1 + first / 100, 1 + second / 100
    assert irr([-100, 100 * (a + b), -100 * a * b]).reason == "several_rates"


@pytest.mark.parametrize("flows", [[0.0], [0.0, 0.0], [-5.0], [0.0, 3.0, 4.0]])
def test_money_that_flows_one_way_has_no_rate(flows):
    assert irr(flows).reason == "no_sign_change"


def test_empty_years_at_the_ends_do_not_disturb_the_rate():
    assert irr([0, 0, -100, 110, 0]).rate == pytest.approx(0.10)


@given(OUTLAY_THEN_INCOME)
def test_at_payback_what_came_in_is_what_was_laid_out(flows):
    years, income = payback(flows), np.array(flows[1:])
    if years is None:
        assert income.sum() < -flows[0]
    else:
        whole = int(years)
        rest = income[whole] * (years - whole) if whole < len(income) else 0.0
        assert income[:whole].sum() + rest == pytest.approx(-flows[0])


@given(SERIES)
def test_payback_is_within_the_years_or_there_is_none(flows):
    years, total = payback(flows), np.cumsum(flows)
    assert (years is None) == bool(total[-1] < 0)
    if years is not None:
        assert 0 <= years <= len(flows) - 1
        assert (total[int(np.ceil(years)) :] >= 0).all()


@given(OUTLAY_THEN_INCOME, RATES)
def test_discounting_never_shortens_the_payback(flows, rate):
    plain, later = payback(flows), discounted_payback(rate, flows)
    assume(later is not None)
    assert plain is not None and later >= plain - 1e-9


@given(st.integers(1, 10**6), RATES, st.integers(1, 40))
def test_an_annuity_is_worth_what_it_pays_off(principal, rate, years):
    payment = float(annuity_payment(principal, rate, years))
    assert float(npv(rate, [0, *[payment] * years])) == pytest.approx(principal, rel=1e-9)


@pytest.mark.parametrize("rate", [1e-16, 1e-12, 1e-9])
def test_an_annuity_at_hardly_any_interest_is_that_at_none(rate):
    assert float(annuity_payment(1200, rate, 12)) == pytest.approx(100, rel=1e-8)


@given(st.integers(1, 10**6), RATES, st.integers(0, 20))
def test_growth_at_the_discount_rate_keeps_its_value(amount, rate, years):
    flows = growth(amount, rate, np.arange(years + 1))
    assert discounted(rate, flows) == pytest.approx(np.full(years + 1, amount))


@given(st.integers(-(10**6), 10**6), st.integers(-1000, 1000))
def test_break_even_is_where_the_sum_is_zero(fixed, per_unit):
    units = break_even(fixed, per_unit)
    if units is None:
        assert fixed and fixed * per_unit >= 0
    else:
        assert units >= 0 and fixed + units * per_unit == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("rate", [0.0, 0.40])
@pytest.mark.parametrize("flows", [[-1e12], [-1e12, 1e12], [0.0, 0.0], [1.0, -1e-9]])
def test_at_the_ends_of_horizon_and_rate_everything_is_finite_or_none(flows, rate):
    assert np.isfinite(npv(rate, flows))
    found = (irr(flows).rate, payback(flows), discounted_payback(rate, flows))
    assert all(value is None or np.isfinite(value) for value in found)


@pytest.mark.parametrize("rate", [-1.0, -2.0, float("nan")])
def test_a_rate_of_minus_one_hundred_percent_is_no_rate(rate):
    with pytest.raises(ValueError, match="above -1"):
        npv(rate, [-100, 110])


@pytest.mark.parametrize("flows", [[], 5.0])
def test_a_cash_flow_has_at_least_today(flows):
    with pytest.raises(ValueError, match="today"):
        npv(0.1, flows)


def test_an_annuity_needs_years():
    with pytest.raises(ValueError, match="more than 0 years"):
        annuity_payment(1000, 0.05, 0)


LEAST_RATE = 1e-6


@given(OUTLAY_THEN_INCOME, RATES)
def test_numpy_financial_says_the_same(flows, rate):
    """Its npv also leaves today undiscounted; its payment is none at rates too small to tell from 0."""
    assume(rate == 0 or abs(rate) > LEAST_RATE)
    assert float(npv(rate, flows)) == pytest.approx(numpy_financial.npv(rate, flows), abs=1e-6)
    assert irr(flows).rate == pytest.approx(numpy_financial.irr(flows), abs=1e-6)
    assert float(annuity_payment(1000, rate, 5)) == pytest.approx(-numpy_financial.pmt(rate, 5, 1000))
