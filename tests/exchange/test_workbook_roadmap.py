"""The roadmap in the workbook: sums by quarter follow what a reader moves, and limits are watched."""

import random
import zipfile
from io import BytesIO

import pytest

from fcio.exchange.workbook import Extras, workbook
from fcio.knowledge.areas import Amounts, Initiative
from fcio.model.areas import area_results
from fcio.model.fit import FitModel, role_fit
from fcio.model.roadmap import roadmap
from fcio.model.roadmap_result import LeftOut, Placed, Quarter, Roadmap
from fcio.report.results import Results
from tests.exchange.calc import Sheet
from tests.exchange.conftest import WRITTEN, a_case
from tests.exchange.test_workbook import disagreements

QUARTERS, HOURS, MONEY = 4, 60, 5_000


def some_initiatives(knowledge):
    """One initiative per area, each needing the one before it."""
    return tuple(
        Initiative(
            id=f"lift_{area.id}",
            title=f"Lift {area.name}",
            text="What is done.",
            area=area.id,
            indicators=(area.indicators[0].id,),
            from_level=1,
            to_level=3,
            hours=Amounts(low=5, typical=10 + place, high=30),
            cost_usd=Amounts(low=0, typical=500 * place, high=9_000),
            needs=(f"lift_{knowledge.areas[place - 1].id}",) if place else (),
            roles=(knowledge.roles[0].id,),
            risk="Fewer stops.",
            budget="A little more.",
            source="judgement",
            note="made up for a test",
        )
        for place, area in enumerate(knowledge.areas)
    )


def a_plan(initiatives):
    """Three initiatives a quarter until the last, which is left out."""
    placed = [
        Placed(x.id, 1 + i // 3, x.hours.typical, x.cost_usd.typical, 1.0, i == 0, dict.fromkeys(x.indicators, 3))
        for i, x in enumerate(initiatives[:-1])
    ]
    quarters = tuple(
        Quarter(
            n,
            f"Q{n} 2027",
            sum(p.hours for p in placed if p.quarter == n),
            sum(p.cost for p in placed if p.quarter == n),
        )
        for n in range(1, QUARTERS + 1)
    )
    left = (LeftOut(initiatives[-1].id, "no_room"),)
    return Roadmap(tuple(placed), left, quarters, HOURS, MONEY * 4, 1.0, 1.0, True)


@pytest.fixture(scope="module")
def planned(real_model):
    """The real knowledge with made-up initiatives."""
    knowledge = real_model.tables.knowledge
    return FitModel.of(knowledge.model_copy(update={"initiatives": some_initiatives(knowledge)}))


def written(model, plan):
    client = a_case(model.tables.knowledge)
    result = role_fit(model, client)
    extras = Extras(results=Results(model, client, fit=result, **({"roadmap": plan} if plan else {})))
    return workbook(model.tables.knowledge, model, client, result, written=WRITTEN, extras=extras)


@pytest.fixture
def sheet(planned, tmp_path):
    plan = a_plan(planned.tables.knowledge.initiatives)
    return Sheet.open(written(planned, plan), tmp_path / "book.xlsx")


def check_row(sheet, text):
    """Value and result of the row of Checks with these words."""
    row = next(n for n in range(1, 200) if sheet.value("Checks", f"A{n}") == text)
    return sheet.value("Checks", f"B{row}"), sheet.value("Checks", f"E{row}")


def sums(initiatives, quarter_of, amount_of):
    """By quarter the sum of an amount over what is planned in it."""
    return [sum(amount_of[x.id] for x in initiatives if quarter_of.get(x.id) == n) for n in range(1, QUARTERS + 1)]


def test_the_plan_at_export_stands_with_its_sums(sheet, planned):
    plan = a_plan(planned.tables.knowledge.initiatives)
    assert disagreements(sheet) == []
    assert sheet.row("Quarter_hours") == [quarter.hours for quarter in plan.quarters]
    assert sheet.row("Quarter_money") == [quarter.cost for quarter in plan.quarters]
    assert sheet.named("Plan_changes") == 0
    assert sheet.named("All_checks") == "All checks pass"


def test_the_plan_of_the_model_stands_there_unless_another_is_given(real_model, tmp_path):
    knowledge, client = real_model.tables.knowledge, a_case(real_model.tables.knowledge)
    plan = roadmap(knowledge, client, area_results(knowledge, client))
    sheet = Sheet.open(written(real_model, None), tmp_path / "book.xlsx")
    assert disagreements(sheet) == []
    assert sheet.row("Quarter_hours") == [quarter.hours for quarter in plan.quarters]
    assert sheet.row("Quarter_money") == [quarter.cost for quarter in plan.quarters]


def test_where_nothing_is_planned_every_initiative_stands_there_to_be_placed(planned, tmp_path):
    quarters = tuple(Quarter(n, f"Q{n}", 0, 0) for n in range(1, QUARTERS + 1))
    sheet = Sheet.open(written(planned, Roadmap((), (), quarters, HOURS, MONEY, 0, 0, True)), tmp_path / "book.xlsx")
    assert disagreements(sheet) == []
    first = planned.tables.knowledge.initiatives[0]
    sheet.put(f"Quarter_of_{first.id}", 1)
    sheet.calculate()
    assert sheet.row("Quarter_hours")[0] == first.hours.typical


def test_moving_and_re_costing_moves_the_sums(sheet, planned):
    initiatives, rng = planned.tables.knowledge.initiatives, random.Random(2)
    quarter = {x.id: rng.choice([None, *range(1, QUARTERS + 1)]) for x in initiatives}
    hours, cost = ({x.id: rng.randint(0, 9) for x in initiatives} for _ in range(2))
    for x in initiatives:
        sheet.put(f"Quarter_of_{x.id}", quarter[x.id])
        sheet.put(f"Hours_of_{x.id}", hours[x.id])
        sheet.put(f"Cost_of_{x.id}", cost[x.id])
    sheet.calculate()
    assert sheet.row("Quarter_hours") == sums(initiatives, quarter, hours)
    assert sheet.row("Quarter_money") == sums(initiatives, quarter, cost)
    assert sheet.named("Plan_changes") > 0
    assert sheet.row("Quarter_fits") == ["fits"] * QUARTERS


def test_a_quarter_over_the_limit_is_marked_and_a_higher_limit_cures_it(sheet, planned):
    first = planned.tables.knowledge.initiatives[0].id
    sheet.put(f"Hours_of_{first}", HOURS + 1)
    sheet.calculate()
    assert sheet.row("Quarter_fits") == ["over", "fits", "fits", "fits"]
    assert sheet.named("All_checks") == "Look at Checks"
    sheet.put("Hours_per_quarter", 10 * HOURS)
    sheet.calculate()
    assert sheet.named("All_checks") == "All checks pass"


def test_an_initiative_before_what_it_needs_is_found(sheet, planned):
    needed = planned.tables.knowledge.initiatives[0].id
    sheet.put(f"Quarter_of_{needed}", QUARTERS)
    sheet.calculate()
    assert sheet.named("All_checks") == "Look at Checks"


def test_a_quarter_that_does_not_exist_is_found(sheet, planned):
    last = planned.tables.knowledge.initiatives[-1].id
    sheet.put(f"Quarter_of_{last}", QUARTERS + 5)
    sheet.calculate()
    assert sheet.named("All_checks") == "Look at Checks"


@pytest.mark.parametrize("wrong", [-1, "much", ""])
@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("Hours_of_lift_strategy", "Hours of an initiative that are no number from 0"),
        ("Cost_of_lift_strategy", "Money of an initiative that are no number from 0"),
        ("Hours_per_quarter", "Limits of a quarter that are no number from 0"),
        ("Money_per_quarter", "Limits of a quarter that are no number from 0"),
    ],
)
def test_an_amount_that_is_none_is_found_by_name(sheet, name, check, wrong):
    sheet.put(name, wrong)
    sheet.calculate()
    assert check_row(sheet, check) == (1, "CHECK")
    assert sheet.named("All_checks") == "Look at Checks"


@pytest.mark.parametrize("wrong", [0, 1.5, "2", "soon", 9])
def test_a_quarter_that_is_none_is_found_by_name(sheet, wrong):
    sheet.put("Quarter_of_lift_strategy", wrong)
    sheet.calculate()
    assert check_row(sheet, "Quarters that are none of the plan") == (1, "CHECK")


def test_the_money_by_quarter_has_a_native_picture(planned):
    plan = a_plan(planned.tables.knowledge.initiatives)
    with zipfile.ZipFile(BytesIO(written(planned, plan))) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    chart = next(text for text in charts if "Roadmap" in text)
    assert "<c:barChart>" in chart and "<c:lineChart>" in chart and "Q1 2027" in chart
