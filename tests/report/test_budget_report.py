"""The budget in words, tables and pictures: parts add up to the whole, and every doubt has its sentence."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from fcio.exchange.case_file import assessment, read_case
from fcio.knowledge.budget import Benchmark
from fcio.model.areas import area_results
from fcio.model.budget_benchmark import Comparison
from fcio.model.fit import role_fit
from fcio.model.money.result import budget_result
from fcio.model.money.scenario import STAY
from fcio.model.money.what_if import how_sure, moved, prepared, side_by_side
from fcio.model.risk.risk import risk_result
from fcio.report import budget_tables as tables
from fcio.report import budget_words as words
from fcio.report.budget_amounts import signed_money, to_the_cent
from fcio.report.budget_chart import bridge_chart, years_chart
from fcio.report.budget_method import how_it_works, weaknesses
from fcio.report.budget_place_words import benchmark_sentence, place_sentence
from fcio.report.budget_receipt import formula_lines, line_receipts
from fcio.report.budget_spread_chart import chances_chart, place_chart, swing_chart
from fcio.report.budget_year_tables import bridge_steps, by_line, by_purpose, month_tables, year_tables

DEMOS = Path(__file__).resolve().parents[2] / "data" / "demo"
TODAY = date(2026, 11, 26)
CENT = 0.005


def result_of(model, name, **parts):
    knowledge = model.tables.knowledge
    client = assessment({**read_case(knowledge, (DEMOS / f"{name}.json").read_bytes()), **parts}, TODAY)
    risk = risk_result(knowledge, client, area_results(knowledge, client, model.tables), model.tables)
    return budget_result(knowledge, client, role_fit(model, client), risk)


@pytest.fixture(scope="module")
def result(real_model):
    savings = {"levers": {"saving_software": 0.2, "saving_provider": 0.3}}
    return result_of(real_model, "dental_group", budget={**savings, "horizon_years": 5})


@pytest.fixture(scope="module")
def found(result):
    return side_by_side(result.case, list(result.flows)[:4])


def test_the_headline_is_the_difference_of_the_totals(real_knowledge, real_model):
    result = result_of(real_model, "dental_group")
    more = words.difference(result.flows, result.subject)
    assert words.headline(real_knowledge, result.flows, result.subject, 3) == (
        f"A fractional CIO costs {words.money(more)} more than staying, over three years"
    )
    assert words.headline(real_knowledge, result.flows, STAY, 3).startswith("Staying as you are costs $")


def test_a_must_that_comes_first_is_named_in_place_of_the_role(real_knowledge, real_model):
    result = result_of(real_model, "logistics")
    assert words.headline(real_knowledge, result.flows, result.subject, 3).startswith(
        "A full-time CIO after the interim CIO costs"
    )
    scenario = result.case.scenario(result.subject)
    assert words.short_label(real_knowledge, scenario) == "Full-time CIO (first: Interim CIO)"


def test_savings_put_in_are_said_to_count(result, real_model):
    assert "Savings are counted as you put them in" in words.counted_sentence(result.case)
    assert "No saving is counted" in words.counted_sentence(result_of(real_model, "dental_group").case)


def test_parts_of_the_years_add_up_to_cost_and_loss(result):
    for flow in result.flows.values():
        for parts in (by_purpose(flow), by_line(result.case, flow)):
            assert np.allclose(sum(parts.values()), flow.cost + flow.loss, atol=CENT)


def test_the_bridge_ends_where_the_year_does(result):
    for flow in result.flows.values():
        for year in (1, 5):
            steps = bridge_steps(result.case, flow, year)
            assert sum(step.amount for step in steps[:-1]) == pytest.approx(steps[-1].amount)
            assert steps[-1].amount == pytest.approx(float(flow.paid[year]))


def amount(cell):
    return float(cell.replace("\u2212\u2060", "-").replace("$", "").replace(",", ""))


def test_receipts_add_up_to_the_total(real_knowledge, result):
    for flow in result.flows.values():
        total = 0.0
        for receipt in line_receipts(real_knowledge, result.case, flow):
            assert receipt.how.endswith(".") and receipt.levers
            if ", beside the costs" not in receipt.title:
                total += sum(map(amount, receipt.years["Amount"]))
        assert total == pytest.approx(float(flow.tco), abs=0.2)
        assert to_the_cent(float(flow.tco)) in formula_lines(result.case, flow)[0]


def test_every_pair_has_its_chance_once(real_knowledge, result, found):
    sure = how_sure(found, prepared(result.case))
    frame = tables.chance_table(real_knowledge, found, sure, list(found.flows))
    assert len(frame) == len(found.flows) * (len(found.flows) - 1) / 2
    assert frame["Chance"].str.fullmatch(r"\d+ of 100 cases").all()


def test_a_move_that_changes_nothing_says_so(real_knowledge, result):
    frame = tables.moved_table(real_knowledge, result.case, moved(result.case, {}), list(result.flows))
    assert set(frame["Change"]) == {"$0"}


def test_tables_are_narrow_enough_for_a_phone(real_knowledge, result, found):
    flow = result.flows[result.subject]
    for frame in (*year_tables(result.case, flow), *month_tables(result.case, result.first_year[result.subject])):
        assert len(frame.columns) <= 2
    sure = how_sure(found, prepared(result.case))
    for frame in (
        tables.cost_table(real_knowledge, found, sure, list(found.flows)),
        tables.even_table(real_knowledge, found, list(found.flows)),
        tables.loss_table(real_knowledge, found, list(found.flows)),
    ):
        assert len(frame.columns) <= 3


@pytest.mark.parametrize("theme", ["light", "dark", None])
def test_pictures_are_drawn_in_every_theme(result, theme):
    flow = result.flows[result.subject]
    assert len(years_chart(by_purpose(flow), theme).data) == len(by_purpose(flow))
    assert bridge_chart(bridge_steps(result.case, flow, 1), theme).data[0].type == "waterfall"
    assert len(swing_chart(result.tornado[:5], theme).data) == 2
    values = {"Same": np.full(8, -5.0), "Other": np.arange(8.0)}
    assert [line.name for line in chances_chart(values, "Other", "Present value", theme).data] == list(values)


def benchmark(**parts):
    usual = {"id": "b", "measure": "it_share_of_revenue", "who": "Firms", "statistic": "median", "grade": "B"}
    return Benchmark(**{**usual, "source": "judgement", "note": "ours", "year": 2024, **parts})


SENTENCES = [
    (Comparison("it_share_of_revenue", 0.05, benchmark(low=0.02, high=0.06), "within", "placed"), "inside the band"),
    (Comparison("it_share_of_revenue", 0.01, benchmark(low=0.02, high=0.06), "below", "our_bracket"), "below the band"),
    (Comparison("it_share_of_revenue", 0.05, benchmark(typical=0.03), None, "one_number"), "one number and no range"),
    (Comparison("it_share_of_revenue", None, benchmark(no_survey="None there."), None, "no_survey"), "None there."),
    (Comparison("it_share_of_revenue", None, None, None, "no_benchmark"), "no figures of firms like yours"),
    (Comparison("it_share_of_revenue", None, None, None, "need", "revenue_usd"), "tell your revenue"),
    (
        Comparison("it_share_of_revenue", None, benchmark(typical=0.03), None, "nothing_to_divide"),
        "Nothing to divide by",
    ),
]


@pytest.mark.parametrize(("one", "said"), SENTENCES)
def test_every_verdict_has_its_sentence(real_knowledge, one, said):
    assert said in place_sentence(real_knowledge, one)


def test_a_benchmark_says_who_what_when_and_how_good(real_knowledge):
    said = benchmark_sentence(real_knowledge, benchmark(low=0.02, typical=0.03, high=0.06, weak="Old."))
    assert said.replace("\u00a0", " ") == (
        "Firms: 2 % / 3 % / 6 %. The middle value is a median. Our judgement, 2024, grade B. Old."
    )


def test_a_band_is_drawn_with_the_firm_and_the_middle_on_it():
    one = Comparison("it_share_of_revenue", 0.05, benchmark(low=0.02, typical=0.03, high=0.06), "within", "placed")
    figure = place_chart(one, True, "light")
    assert [trace.x[0] for trace in figure.data[1:]] == [0.03, 0.05]


def test_the_method_counts_its_judgements(real_knowledge):
    assert any("are judgement" in line for line in weaknesses(real_knowledge))
    assert any("8,192" in line for line in how_it_works(real_knowledge))


def test_the_parts_of_waiting_add_up_and_pay_stands_beside(result):
    for waiting in result.waiting.values():
        parts = (waiting.own_hours, waiting.savings, waiting.loss)
        assert sum(part.typical for part in parts) == pytest.approx(waiting.total.typical)
        frame = tables.waiting_table(waiting)
        assert frame.loc["Together", "Usual"] == signed_money(waiting.total.typical)
