"""Cash flows of scenarios: totals worked by hand (tests/cases/budget.yaml), and what must hold for every firm."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.money.case import OWNER_HOURS
from fcio.model.money.cash_flow import against_stay, cash_flows, first_year
from fcio.model.money.levers import at_typical
from fcio.model.money.lines import RISK
from fcio.model.money.scenario import STAY
from tests.model.money.budgets import FILE, case_of, fit_of, merged

LINES = list(FILE["usual"]["spend"])
FULL_TIME = {"leadership_work": "full_time_years", "spend_monthly": "executive_salary"}


@pytest.mark.parametrize("case", FILE["scenarios"], ids=lambda case: case["id"])
def test_the_totals_are_those_worked_by_hand(case):
    budget = case_of(merged(case.get("budget", {})), case.get("fit"))
    flow = cash_flows(budget)[case["scenario"]]
    assert flow.cost == pytest.approx(case["cost"], abs=0.01)
    assert float(flow.npv) == pytest.approx(case["npv"], abs=0.01)
    assert float(flow.tco) == pytest.approx(sum(case["cost"]), abs=0.01)


@st.composite
def budgets(draw):
    """Any budget that a case file may hold, with every number open to move."""
    amounts = st.integers(0, 10**6).map(float)
    own = st.fixed_dictionaries(
        {"name": st.just("Own")},
        optional={
            "role": st.sampled_from(["fractional_cio", "consultant", "full_time_cio", "not_yet"]),
            "hours": st.floats(0, 200),
            "months": st.floats(0, 80),
            "start": st.floats(0, 80),
            "one_off": amounts,
        },
    )
    return {
        "horizon_years": draw(st.integers(1, 5)),
        "discount_rate": draw(st.sampled_from([0, 0.08, 0.4])),
        "spend": draw(st.dictionaries(st.sampled_from(LINES), amounts)),
        "owner_hours": draw(st.integers(0, 200)),
        "levers": {"saving_provider": draw(st.sampled_from([0, 0.1])), "full_time_duration": draw(st.floats(1, 60))},
        "scenarios": draw(st.lists(own, max_size=2)),
    }


@given(budgets(), st.sampled_from([None, FULL_TIME]))
def test_years_add_up_to_categories_and_to_kinds_and_nothing_is_infinite(budget, answers):
    case = case_of(budget, answers, risk=True)
    for one in cash_flows(case).values():
        assert one.cost.shape == (case.horizon_years + 1,)
        whole = pytest.approx(one.cost + one.loss, rel=1e-12, abs=1e-6)
        assert sum(one.by_category().values()) == whole
        assert sum(one.by_kind().values()) == whole
        assert one.loss == pytest.approx(one.by_category()[RISK])
        assert np.isfinite([one.tco, one.npv, one.npv_with_loss]).all()
        assert all(sum(line.parts.values()) == pytest.approx(1) for line in one.lines)
        assert {lever for line in one.lines for lever in line.uses} <= set(case.levers)
        if budget["discount_rate"] == 0:
            assert float(one.npv) == pytest.approx(-float(one.tco), rel=1e-12, abs=1e-6)


@given(budgets(), st.sampled_from(["provider_price_growth", "software_renewal_uplift", "pay_growth"]))
def test_more_growth_never_makes_a_plan_cheaper(budget, figure):
    low, high = ({**budget, "levers": {**budget["levers"], figure: rate}} for rate in (0.02, 0.05))
    before, after = cash_flows(case_of(low)), cash_flows(case_of(high))
    assert all(float(after[key].tco) >= float(before[key].tco) - 1e-6 for key in before)


@given(budgets(), st.sampled_from([None, FULL_TIME]))
def test_the_months_add_up_to_the_first_year_line_by_line(budget, answers):
    case = case_of(budget, answers, risk=True)
    for key, years in cash_flows(case).items():
        months = first_year(case, key)
        for monthly, yearly in zip(months.lines, years.lines, strict=True):
            assert monthly.yearly[0] == yearly.yearly[0]
            assert monthly.yearly[1:].sum() == pytest.approx(yearly.yearly[1], rel=1e-9, abs=1e-6)


@given(budgets())
def test_break_even_hours_and_saving_make_a_scenario_cost_as_much_as_staying(budget):
    case = case_of(budget)
    v, names = at_typical(case.levers), case.rules.plan.figures
    flows = cash_flows(case)
    savings, spent = [c.saving for c in case.rules.categories], float(v[OWNER_HOURS])

    def gain(key, **levers):
        again = cash_flows(case, {**v, **{lever: np.asarray(value) for lever, value in levers.items()}})
        return float(again[key].npv) - float(again[STAY].npv)

    def holds(key, needed, most, at):
        """At the number needed the two cost the same, unless none is needed, or not even the most would do."""
        if needed is None:
            assert at(most) < 0
        elif needed == 0:
            assert at(0.0) >= -0.01
        else:
            assert needed <= most
            assert at(needed) == pytest.approx(0, abs=max(0.01, 1e-9 * abs(float(flows[key].npv))))

    for key, found in against_stay(case, flows).items():
        holds(
            key,
            found.break_even_hours,
            spent,
            lambda hours, key=key: gain(key, **{names.owner_relief: 1.0, OWNER_HOURS: hours}),
        )
        holds(
            key,
            found.break_even_saving,
            1.0,
            lambda share, key=key: gain(key, **dict.fromkeys(savings, share)),
        )


def test_a_fractional_cio_pays_back_when_savings_outgrow_the_fee():
    """Of 500,000 for the provider a tenth is saved from month 6 on, about 26,000 in year 1; the fee is 6,000."""
    budget = merged({"spend": {"provider": 500_000}, "levers": {"saving_provider": 0.1, "effect_kept": 1.0}})
    budget["scenarios"] = [{"name": "Half a year", "role": "fractional_cio", "fee": 1000, "months": 6}]
    case = case_of(budget)
    found = against_stay(case, cash_flows(case))["own_1"]
    assert found.npv > 0 and 0 < found.payback < 1
    fee_only = case_of({**budget, "levers": {**budget["levers"], "saving_provider": 0, "owner_relief_share": 0}})
    assert against_stay(fee_only, cash_flows(fee_only))["own_1"].payback is None


def test_staying_and_engaging_nobody_cost_the_same_to_the_cent():
    case = case_of({}, risk=True)
    found = against_stay(case, cash_flows(case))["not_yet"]
    assert (found.npv, found.npv_with_loss, found.payback, found.payback_with_loss) == (0, 0, 0, 0)


def test_savings_are_nothing_unless_somebody_puts_them_in():
    for flow in cash_flows(case_of({})).values():
        assert all(not np.any(line.yearly) for line in flow.lines if line.kind == "saving")


def test_expected_loss_is_a_line_of_its_own_and_falls_only_while_somebody_leads():
    flows = cash_flows(case_of({"levers": {"effect_kept": 0}}, risk=True))
    stay, led = flows[STAY], flows["fractional_cio"]
    assert led.loss[1] < stay.loss[1]
    assert led.loss[3] == pytest.approx(stay.loss[3])
    assert stay.cost == pytest.approx(cash_flows(case_of({"levers": {"effect_kept": 0}}))[STAY].cost)


@pytest.mark.parametrize("answers", [None, FULL_TIME, {"leadership_work": "day_a_month"}])
def test_pay_of_every_role_is_that_of_the_role_fit(answers):
    case, fit = case_of({}, answers), fit_of(tuple(sorted((answers or {}).items())))
    v = at_typical(case.levers)
    for role, engagement in fit.engagements.items():
        for leader in case.scenario(role).leaders:
            if engagement.fee_per_month is not None:
                assert float(leader.monthly_pay(v)) == pytest.approx(engagement.fee_per_month.typical)
            else:
                total = float(leader.monthly_pay(v) * leader.length(v))
                assert total == pytest.approx(engagement.fee_once.typical)
            assert float(leader.length(v)) == engagement.duration_months.typical
