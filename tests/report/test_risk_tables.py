"""Tables about risk hold the numbers of the result, and read well at both ends."""

import re

import pytest

from fcio.model.amounts import Amount, known
from fcio.model.engagement import Span
from fcio.model.risk.initiatives import Worth
from fcio.report import risk_tables as tables
from fcio.report.numbers import money, percent
from fcio.report.risk_words import chance_text
from tests.report.risk_results import BOTH, ENDLESS, KNOWLEDGE, NOTHING, cut_short, of

IN_POWERS = re.compile(r"\de[+-]\d")
ROLE = "fractional_cio"
WITH = f"With {KNOWLEDGE.role(ROLE).short}"


@pytest.fixture(scope="module")
def result():
    return of({"tolerance": BOTH})


@pytest.fixture(scope="module")
def after(result):
    return result.roles[ROLE]


@pytest.fixture(scope="module")
def nothing():
    return of(NOTHING)


def label(scenario):
    return KNOWLEDGE.scenario(scenario).label


def cells(frame):
    return [*map(str, frame.to_numpy().ravel())]


# ---- scenarios


def test_scenarios_stand_with_the_dearest_first(result, after):
    frame = tables.scenario_table(KNOWLEDGE, result, after)
    ordered = sorted(result.now.expected, key=result.now.expected.get, reverse=True)
    assert tables.by_expected(result) == ordered
    assert list(frame.index) == [label(scenario) for scenario in ordered]
    assert list(frame["Average year"]) == [money(result.now.expected[scenario]) for scenario in ordered]
    assert list(frame[WITH]) == [money(after.expected[scenario]) for scenario in ordered]


def test_how_often_is_what_the_areas_make_of_it():
    plain = of(areas={})
    row = plain.inputs.event("ransomware")
    factor = plain.now.multipliers["ransomware"].frequency
    said = tables.scenario_table(KNOWLEDGE, plain, None).loc[label("ransomware"), "Happens"]
    assert said == tables.rate_text(row.frequency.typical * factor)
    assert factor != 1


def test_only_so_many_scenarios_are_shown_and_no_role_where_none_is_chosen(result):
    frame = tables.scenario_table(KNOWLEDGE, result, None, 3)
    assert len(frame) == 3
    assert list(frame.columns) == ["Happens", "Average year"]


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (0, "never"),
        (0.0001, "once in 10,000 years"),
        (0.5, "once in 2 years"),
        (1, "1.0 times a year"),
        (1000, "1,000.0 times a year"),
    ],
)
def test_a_rate_is_told_in_years_or_times(rate, said):
    assert tables.rate_text(rate) == said


def test_what_an_event_costs_and_its_share_of_all_and_of_the_worst_years(result):
    frame = tables.event_table(KNOWLEDGE, result)
    whole, worst = sum(result.now.expected.values()), sum(part.tail for part in result.parts)
    by_id = {part.scenario: part for part in result.parts}
    for scenario in result.now.model.scenarios:
        row = frame.loc[label(scenario.id)]
        assert row["One event"] == money(scenario.event_mean)
        assert row["Of all loss"] == percent(by_id[scenario.id].mean / whole)
        assert row["Of the worst years"] == percent(by_id[scenario.id].tail / worst)


# ---- the curve and the roles


def test_the_curve_in_numbers_today_and_with_a_role(result, after):
    frame = tables.curve_table(KNOWLEDGE, result, after)
    assert list(frame.columns) == ["Today", WITH]
    assert list(frame.index) == [
        "Average year",
        "One year in 10 costs more than",
        "One year in 20 costs more than",
        "One year in 100 costs more than",
        "The worst year in 10 costs on average",
        "The worst year in 20 costs on average",
        "The worst year in 100 costs on average",
        "More than $40,000, hurts",
        "More than $900,000, ends",
    ]
    for column, outlook in zip(frame.columns, (result.now, after), strict=True):
        loss = outlook.loss
        assert list(frame[column]) == [
            money(loss.mean),
            *(money(loss.var(level)) for level in (0.9, 0.95, 0.99)),
            *(money(loss.tvar(level)) for level in (0.9, 0.95, 0.99)),
            chance_text(outlook.hurts),
            chance_text(outlook.ends),
        ]


@pytest.mark.parametrize(("said", "row"), [("hurts", "More than $40,000, hurts"), ("ends", "More than $900,000, ends")])
def test_half_a_tolerance_is_one_row(said, row):
    frame = tables.curve_table(KNOWLEDGE, of({"tolerance": {said: BOTH[said]}}), None)
    assert [one for one in frame.index if one.startswith("More than")] == [row]


def test_a_quantile_beyond_the_curve_is_told_as_more(result):
    cut = cut_short(result)
    assert tables.curve_table(KNOWLEDGE, cut, None).loc["One year in 20 costs more than", "Today"] == (
        f"more than {money(cut.grid.top)}"
    )


def test_roles_stand_with_the_least_average_first_below_today(result):
    frame = tables.role_table(KNOWLEDGE, result)
    assert frame.index[0] == "Today"
    ordered = sorted(result.roles, key=lambda role: result.roles[role].loss.mean)
    assert list(frame.index[1:]) == [KNOWLEDGE.role(role).short for role in ordered]
    for name, outlook in zip(frame.index, (result.now, *(result.roles[role] for role in ordered)), strict=True):
        assert list(frame.loc[name]) == [money(outlook.loss.mean), money(outlook.loss.var(0.95)), money(outlook.leak)]


# ---- inputs


def test_inputs_say_whose_they_are():
    result = of({"own": {"outage": {"frequency": 2.0}}})
    frame = tables.input_table(KNOWLEDGE, (*result.inputs.events, *result.inputs.leaks))
    assert frame.loc[f"{label('outage')} (yours)", ["Events a year", "At most"]].tolist() == ["2", ""]
    ransomware = result.inputs.event("ransomware")
    row = frame.loc[label("ransomware")]
    assert row["One event, mean"].startswith(f"{money(ransomware.mean.typical)} (")
    assert row["At most"] == money(ransomware.cap)
    assert frame.loc[label("overspend"), "Spread (sigma)"] == ""


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        (None, "usd", "none"),
        (known(4785.0, "client"), "usd", "$4,800"),
        (Amount(1000.0, 2000.0, 4000.0, "estimate"), "usd", "$2,000 ($1,000 to $4,000)"),
        (known(1000.0, "client"), "per_year", "1,000"),
        (Amount(0.0023, 0.00655, 0.021, "estimate"), "per_year", "0.00655 (0.0023 to 0.021)"),
        (Amount(0.0, 0.00002, 150.0, "estimate"), "per_year", "0.00002 (0 to 150)"),
        (known(0.0, "client"), "per_year", "0"),
    ],
)
def test_an_amount_is_written_out(amount, unit, said):
    assert tables.amount_text(amount, unit) == said


# ---- steps


def a_worth(per_dollar, cost=(40.0, 80.0, 160.0)):
    step = KNOWLEDGE.initiatives[0].id
    return Worth(step, Span(5000.0, 10_000.0, 30_000.0), 500.0, Span(*cost), Span(*per_dollar))


def test_steps_show_what_they_avoid_take_and_give_for_a_dollar():
    frame = tables.worth_table(KNOWLEDGE, (a_worth((0.312, 2.47, 9.96)),))
    assert list(frame.index) == [KNOWLEDGE.initiatives[0].title]
    assert frame.iloc[0].tolist() == ["$10,000", "$80", "2.5 (0.3 to 10)"]


def test_a_great_ratio_is_written_out():
    frame = tables.worth_table(KNOWLEDGE, (a_worth((31.25, 125.0, 1250.0)),))
    assert frame.iloc[0]["For a dollar"] == "120 (30 to 1,200)"


# ---- the ends


def test_where_nothing_can_happen_every_table_is_still_one(nothing):
    role = nothing.roles[ROLE]
    assert len(tables.scenario_table(KNOWLEDGE, nothing, role)) == 0
    assert len(tables.event_table(KNOWLEDGE, nothing)) == 0
    frame = tables.curve_table(KNOWLEDGE, nothing, role)
    assert set(cells(frame)) == {"$0"}
    assert set(tables.role_table(KNOWLEDGE, nothing)["Average year"]) == {"$0"}


@pytest.mark.parametrize("risk", [NOTHING, ENDLESS, {"tolerance": BOTH}, {"tolerance": {"ends": 1e12}}])
def test_no_cell_shows_a_power_of_ten_or_a_number_that_is_none(risk):
    found = of(risk)
    role = found.roles[ROLE]
    frames = [
        tables.scenario_table(KNOWLEDGE, found, role),
        tables.event_table(KNOWLEDGE, found),
        tables.curve_table(KNOWLEDGE, found, role),
        tables.role_table(KNOWLEDGE, found),
        tables.input_table(KNOWLEDGE, (*found.inputs.events, *found.inputs.leaks)),
    ]
    said = [cell for frame in frames for cell in cells(frame)]
    assert not [cell for cell in said if IN_POWERS.search(cell) or re.search(r"\b(nan|inf|None)\b", cell)]
