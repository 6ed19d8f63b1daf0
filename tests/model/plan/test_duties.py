"""Who does what: today from the answers, later with the role, and what nobody or several lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.fit import role_fit
from fcio.model.plan.duties import duty_state
from fcio.model.plan.plan import plan_of
from tests.model.plan.plans import DAY, compiled, demo_plan, duty, plan_with

PARTIES = st.sampled_from(["owner", "msp", "cio", "it_manager"])


@given(st.dictionaries(PARTIES, st.sampled_from(["leads", "helps", "told"])), st.booleans())
def test_one_leader_is_right_several_are_double_and_none_is_a_gap_or_open(parts, undecided):
    leading = list(parts.values()).count("leads")
    wanted = {0: "open" if undecided else "gap", 1: "one"}.get(leading, "double")
    assert duty_state(parts, undecided) == wanted


@pytest.mark.parametrize(
    ("answers", "leading"),
    [
        ({"decides_now": "owner"}, ("owner",)),
        ({"decides_now": "it_manager"}, ("it_manager",)),
        ({"decides_now": "sellers"}, ("msp",)),
        ({"decides_now": "technology_executive"}, ("cio",)),
        ({"decides_now": "nobody"}, ()),
    ],
)
def test_whoever_decides_now_leads_today(answers, leading):
    assert duty(plan_with(answers, "fractional_cio"), "strategy").today.leading == leading


def test_nobody_in_particular_is_a_gap_that_the_role_closes():
    plan = plan_with({"decides_now": "nobody"}, "fractional_cio")
    assert "strategy" in {one.id for one in plan.gaps}
    assert duty(plan, "strategy").would.leading == ("cio",)


def test_staff_and_provider_do_the_daily_work_twice():
    plan = plan_with({"operations": "staff_and_provider"}, "fractional_cio")
    assert {"backups", "updates"} <= {one.id for one in plan.double_work}
    assert duty(plan, "backups").would.state == "one"


def test_an_open_answer_leaves_it_open():
    assert duty(plan_with({}, "fractional_cio"), "backups").today.state == "open"


def test_no_plan_and_an_area_at_its_lowest_take_the_lead_away():
    without = plan_with({"decides_now": "owner", "written_plan": "no_plan"}, "vcio")
    assert duty(without, "strategy").today.state == "gap"
    knowledge, model = compiled()
    client = Assessment({"name": "Mill"}, DAY, answers={"decides_now": "owner"}, areas={"recap_meeting": 1})
    areas = area_results(knowledge, client, model.tables)
    plan = plan_of(knowledge, client, role_fit(model, client), areas, None, None, "vcio", model.tables)
    assert duty(plan, "recap").today.state == "gap"
    assert duty(plan, "budget").today.state == "one"


def test_a_vcio_does_not_judge_the_own_employer():
    plan = demo_plan("accountants")
    assert duty(plan, "judging_provider").would.leading == ("owner",)
    assert duty(demo_plan("accountants", "fractional_cio"), "judging_provider").would.leading == ("cio",)


def test_once_the_consultant_has_left_somebody_inside_leads_or_the_fractional_cio_who_takes_over():
    named = {"need_end": "project", "takeover": "named_insider"}
    assert duty(plan_with(named, "consultant"), "strategy").would.leading == ("insider",)
    for takeover in ("nobody", "not_settled"):
        plan = plan_with({"need_end": "project", "takeover": takeover}, "consultant")
        assert duty(plan, "strategy").would.leading == ("cio",)


IN_OFFICE = {"finance_or_office": "insider", "it_manager": "it_manager", "technology_executive": "cio"}


@pytest.mark.parametrize("decides", ["nobody", "owner", "sellers", *IN_OFFICE])
@pytest.mark.parametrize("name", ["strategy", "projects", "selection", "suppliers", "judging_provider"])
def test_where_nobody_is_engaged_whoever_holds_the_office_keeps_the_duties(decides, name):
    plan = plan_with({"decides_now": decides, "operations": "staff_and_provider"}, "not_yet")
    assert duty(plan, name).would.leading == (IN_OFFICE.get(decides, "owner"),)


def test_protection_stays_with_an_executive_or_an_it_manager_and_else_comes_to_the_owner():
    def leading(decides):
        return duty(plan_with({"decides_now": decides, "operations": "own_staff"}, "not_yet"), "security").would.leading

    assert [leading(one) for one in IN_OFFICE] == [("owner",), ("it_manager",), ("cio",)]


def test_an_office_inside_takes_nothing_from_a_leader_who_is_engaged():
    plan = plan_with({"decides_now": "technology_executive"}, "vcio")
    assert duty(plan, "suppliers").would.leading == ("vcio",)
    assert duty(plan, "contracts").would.leading == ("owner",)


def test_duties_of_a_product_are_left_out_where_none_is_sold():
    none = {"software_sold": "none_sold", "plans": ("nothing_special",)}
    assert "product_build" not in {one.id for one in plan_with(none, "cto").duties}
    assert duty(plan_with({"software_sold": "one_product"}, "cto"), "product_build").would.leading == ("cto",)


def test_what_is_set_by_hand_stands_before_the_answers():
    by_hand = {"responsibilities": {"today": {"strategy": {"owner": "none", "insider": "leads"}}}}
    found = duty(plan_with({"decides_now": "owner"}, "vcio", by_hand), "strategy")
    assert found.today.leading == ("insider",)
    assert found.today.changed
    assert not found.would.changed
