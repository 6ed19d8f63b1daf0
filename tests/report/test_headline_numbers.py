"""The headline numbers are those of the models, told as the pages tell them."""

from datetime import date
from pathlib import Path

import pytest

from fcio.exchange.case_file import assessment, read_case
from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.report.headline_numbers import headline_numbers
from fcio.report.results import Results

DEMOS = Path(__file__).resolve().parents[2] / "data" / "demo"
DAY = date(2026, 11, 22)
POUNDS = {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"}


@pytest.fixture
def found(real_knowledge, real_model):
    def of(name, **parts):
        document = read_case(real_knowledge, (DEMOS / f"{name}.json").read_bytes())
        return Results(real_model, assessment({**document, **parts}, DAY))

    return of


def by_id(results):
    return {one.id: one for one in headline_numbers(results)}


def test_the_numbers_of_the_dental_group(found, real_model, real_knowledge):
    results = found("dental_group")
    told, fit = by_id(results), role_fit(real_model, results.assessment)
    areas = area_results(real_knowledge, results.assessment, real_model.tables)
    assert told["role"].text == "Fractional CIO"
    assert told["fit"].value == fit.leader.fit
    assert told["areas"].value == (areas.overall.low, areas.overall.high)
    assert told["fee"].text == "$3,600 to $8,400"
    assert told["bad_year"].value == results.risk.now.loss.var(results.risk.bad_year)
    assert told["chosen"].value - told["staying"].value == pytest.approx(
        float(results.budget.flows["fractional_cio"].tco - results.budget.flows["stay"].tco)
    )


def test_two_totals_that_differ_are_told_apart(found):
    told = by_id(found("food_maker"))
    assert told["staying"].text != told["chosen"].text
    assert "fee" not in told
    assert told["fee_once"].text.startswith("$")


def test_the_clients_own_currency_stands_beside_the_dollars(found):
    budget = {**found("dental_group").assessment.budget, "conversion": POUNDS}
    assert by_id(found("dental_group", budget=budget))["fee"].text == "$3,600 (£2,900) to $8,400 (£6,700)"


def test_who_engages_nobody_is_compared_with_nothing(found):
    assert not {"chosen", "cheaper", "fee", "hours"} & set(by_id(found("joinery")))


def test_nothing_is_told_while_a_core_question_is_open(found):
    assert headline_numbers(found("dental_group", answers={})) == ()


def test_a_part_handed_over_is_taken_and_an_unknown_one_refused(found, real_model):
    results = found("joinery")
    assert Results(real_model, results.assessment, fit=results.fit).fit is results.fit
    with pytest.raises(TypeError, match="fitt"):
        Results(real_model, results.assessment, fitt=1)
