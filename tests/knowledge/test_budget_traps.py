"""Mistakes that the figures of an IT budget invite: one test for each, against the real data."""

import re
from datetime import date

import pytest

from fcio.model.parameters import Figures

AS_OF = date(2026, 11, 22)
SAVINGS = ["people", "provider", "software", "cloud", "hardware", "connection", "security", "projects"]


@pytest.fixture(scope="module")
def figures(real_knowledge):
    return Figures(real_knowledge, AS_OF, {})


def benchmarks(knowledge, **wanted):
    return [b for b in knowledge.benchmarks if all(getattr(b, key) == value for key, value in wanted.items())]


def all_notes(knowledge):
    return [spread.note or "" for parameter in knowledge.parameters.values() for spread in parameter.values.values()]


def test_the_load_is_one_on_annual_salary_and_not_one_on_hours_worked(real_knowledge, figures):
    """US employer costs, March 2026, management: 59.06 wages, 8.42 leave, 4.99 extra pay, 87.69 in all."""
    load, bonus_apart = figures["salary_load"], figures["salary_load_bonus_apart"]
    assert load.typical == round(87.69 / (59.06 + 8.42), 2) == 1.30
    assert bonus_apart.typical == round(87.69 / (59.06 + 8.42 + 4.99), 2)
    assert load.high < round(87.69 / 59.06, 2)  # 1.48: never on an annual salary
    loads = {mode.load for mode in real_knowledge.engagement.modes if mode.load}
    assert loads == {"salary_load"}  # salaries here are without a bonus, so the bonus is inside the load


def test_spending_per_person_with_and_without_it_staff_are_two_measures(real_knowledge):
    counted = benchmarks(real_knowledge, measure="it_per_person_with_staff")
    left_out = benchmarks(real_knowledge, measure="it_per_person_without_staff")
    sources = [{b.source for b in group} - {"judgement"} for group in (counted, left_out)]
    assert all(sources) and not set.intersection(*sources)
    most_without = max(b.high or b.typical for b in left_out)
    assert all(b.typical > 2 * most_without for b in counted if b.typical)
    texts = {measure.id: measure.text for measure in real_knowledge.budget.measures}
    assert "Pay of your own IT staff counts" in texts["it_per_person_with_staff"]
    assert "without the pay of your own IT staff" in texts["it_per_person_without_staff"]


def test_each_benchmark_says_whether_it_is_a_mean_or_a_median_and_surveys_keep_to_one(real_knowledge):
    means = {"deloitte_2022", "deloitte_2018", "flexera_2019", "alinean_2005", "gartner_midsize_2024"}
    medians = {"gartner_industry_2020", "vendorbenchmark"}
    by_source = {b.source: b.statistic for b in real_knowledge.benchmarks}
    assert {by_source[source] for source in means} == {"mean"}
    assert {by_source[source] for source in medians} == {"median"}
    overall = [
        b for b in benchmarks(real_knowledge, measure="it_share_of_revenue", mostly_large=True) if not b.industries
    ]
    typical = {statistic: [b.typical for b in overall if b.statistic == statistic] for statistic in ("mean", "median")}
    assert min(typical["mean"]) > 1.5 * max(typical["median"])  # why they must not share an axis
    assert all(b.mostly_large for b in real_knowledge.benchmarks if b.people and (b.people.at_least or 0) >= 2000)


def test_pay_of_it_managers_is_a_floor_for_a_cio_and_is_not_called_one(figures):
    managers, cio = figures["it_manager_salary"], figures["full_time_cio_salary"]
    assert "CIO" not in managers.label
    assert cio.typical > managers.typical and cio.high > managers.high
    assert cio.low > managers.low


def test_a_retainer_for_three_days_costs_more_by_the_hour_than_hours_do(real_knowledge, figures):
    retainer, hourly = figures["fractional_cio_monthly"], figures["fractional_cio_hourly"]
    implied = retainer.typical / (3 * real_knowledge.engagement.hours_per_day)
    assert implied > 300 > hourly.typical
    checked = real_knowledge.engagement.rate_check
    assert set(checked) == {mode.id for mode in real_knowledge.engagement.modes}
    assert {figures[figure].unit for figure in checked.values()} == {"usd_per_hour"}


def test_a_vcio_is_not_priced_by_the_step_to_the_dearest_tier(real_knowledge, figures):
    vcio_modes = [mode for mode in real_knowledge.engagement.modes if "vcio" in mode.roles and mode.gate is None]
    assert vcio_modes
    for mode in vcio_modes:
        assert {figures[i].unit for i in (mode.rate, mode.fee_band)} == {"usd_per_hour", "usd_per_month"}
    step = 200 - 125  # per user and month, from the low end of standard to that of premium
    assert 40 * step > figures["vcio_monthly"].typical  # forty seats: the step also buys security and compliance
    assert "not the price of a vCIO" in figures["msp_price_per_user"].note


def test_very_large_projects_do_not_set_the_reserve_of_a_small_one(real_knowledge, figures):
    reserve = figures["project_reserve"]
    assert reserve.high < 0.45  # the mean overrun of projects over 15 million dollars
    assert "Panorama" in reserve.note and "small" in reserve.note
    assert "McKinsey" not in reserve.note


@pytest.mark.parametrize("line", SAVINGS)
def test_no_saving_is_taken_for_granted(figures, line):
    saving = figures[f"saving_{line}"]
    assert saving.low == saving.typical == 0
    assert saving.source == "judgement" and re.search(r"no study|no source|contradict", saving.note, re.IGNORECASE)


def test_every_line_has_its_saving(real_knowledge):
    assert [c.id for c in real_knowledge.budget.categories] == SAVINGS
    assert all(c.saving == f"saving_{c.id}" for c in real_knowledge.budget.categories)


def test_wasted_project_money_is_the_most_that_projects_can_save(figures):
    """9.9 % of project money is called wasted; what a leader wins back of it is not known."""
    assert figures["saving_projects"].high <= 0.099


def test_the_cloud_is_shown_as_saving_and_as_costing_more(figures):
    saving, dearer = figures["saving_cloud"], figures["cloud_move_extra"]
    assert saving.high > 0 and dearer.low > 0
    for figure in (saving, dearer):
        assert "RebelIT" in figure.note and "Sequentur" in figure.note


def test_the_growth_of_the_world_market_is_no_growth_of_a_budget(real_knowledge, figures):
    market = {0.098, 0.108, 0.135, 0.147, 0.087, 0.068}
    growing = {c.growth for c in real_knowledge.budget.categories} | {real_knowledge.budget.total_growth}
    for name in growing:
        figure = figures[name]
        assert not market & {figure.low, figure.typical, figure.high}
    assert figures[real_knowledge.budget.total_growth].high == 0.05


def test_weak_figures_are_flagged_or_hidden(real_knowledge):
    for source in ("itbudgetcalculator_2026", "vendorbenchmark"):
        assert all(b.weak for b in benchmarks(real_knowledge, source=source))
    for source in ("alinean_2005", "mercer_2003", "agj_2016"):
        assert all(b.hidden for b in benchmarks(real_knowledge, source=source))
    assert 0.077 not in {b.typical for b in real_knowledge.benchmarks}  # recycled figures of small-firm associations


def test_firms_too_small_for_any_survey_are_told_so(real_knowledge):
    """Whatever numbers stand there for a firm of ten people and two million dollars are either ours or weak."""
    meant = [
        b
        for b in real_knowledge.benchmarks
        if not (b.hidden or b.mostly_large or b.industries)
        and (b.revenue_usd is None or b.revenue_usd.holds(2e6))
        and (b.people is None or b.people.holds(10))
    ]
    assert {b.measure for b in meant} == {m.id for m in real_knowledge.budget.measures}
    assert all(b.no_survey and b.statistic == "judgement" and b.grade == "C" for b in meant)


def test_the_usual_split_into_run_and_change_is_within_what_is_known(real_knowledge):
    run = sum(c.share_of_total * c.run for c in real_knowledge.budget.categories)
    band = next(b for b in benchmarks(real_knowledge, measure="run_share_of_it") if not b.mostly_large)
    assert band.low <= run <= band.high


def test_security_is_usually_no_larger_a_share_than_known(real_knowledge):
    usual = real_knowledge.budget.category("security").share_of_total
    band = next(b for b in benchmarks(real_knowledge, measure="security_share_of_it") if not b.mostly_large)
    assert band.low <= usual <= band.high


def test_shares_and_rates_are_written_as_parts_of_one(real_knowledge):
    for parameter in real_knowledge.parameters.values():
        if parameter.unit in ("share", "share_per_year"):
            assert all(spread.low >= 0 and spread.high <= 1 for spread in parameter.values.values()), parameter.id
    shares = {m.id for m in real_knowledge.budget.measures if m.unit == "share"}
    for b in real_knowledge.benchmarks:
        assert all(value <= 1 for value in (b.low, b.typical, b.high) if b.measure in shares and value is not None)
