"""Side by side: one lever moves all scenarios at once, defaults stay visible, and nothing else changes."""

import pytest

from fcio.model.answers import Refused
from fcio.model.engagement import Span
from fcio.model.money.cash_flow import cash_flows
from fcio.model.money.scenario import STAY
from fcio.model.money.uncertainty import uncertainty
from fcio.model.money.what_if import how_sure, moved, prepared, side_by_side
from tests.model.money.budgets import case_of, merged

FOUR = ["fractional_cio", "vcio", "consultant", "full_time_cio"]


def test_one_lever_moves_every_scenario_at_once():
    """An hour of the owner is worth 50 dollars more: 10 hours for 24 months are 12,000 dollars more of staying."""
    case = case_of(merged({"discount_rate": 0}))
    before, after = side_by_side(case, FOUR), side_by_side(case, FOUR, {"owner_hour_value": 150})
    dearer = {key: float(after.flows[key].tco - before.flows[key].tco) for key in (STAY, *FOUR)}
    assert dearer[STAY] == pytest.approx(12_000)
    assert all(amount > 0 for amount in dearer.values()) and dearer["full_time_cio"] < dearer[STAY]
    stood, stands = ({move.lever.id: move.lever.typical for move in found.moved} for found in (before, after))
    assert dict(stands.items() - stood.items()) == {"owner_hour_value": 150}


def test_figures_changed_for_the_budget_stand_beside_their_defaults():
    case = case_of({"levers": {"pay_growth": 0.1}, "discount_rate": 0.05})
    moved = {move.lever.id: (move.default.typical, move.default.source) for move in side_by_side(case, ["vcio"]).moved}
    assert moved["pay_growth"] == (0.034, "bls_eci_2026")
    assert moved["discount_rate"] == (0.1, "judgement")
    assert set(moved) == {"pay_growth", "discount_rate"}


def test_nothing_moved_is_what_the_budget_says():
    case = case_of({})
    found, whole = side_by_side(case, FOUR), cash_flows(case)
    assert all((found.flows[key].cost == whole[key].cost).all() for key in found.flows)


def test_what_was_drawn_before_is_what_would_be_drawn_now():
    case = case_of({}, risk=True)
    before = prepared(case)
    changes = {"steering_hours": 3, "owner_hour_value": Span(80, 120, 300), "saving_cloud": Span(0, 0.05, 0.1)}
    found = side_by_side(case, FOUR, changes)
    quick = how_sure(found, before)
    slow = uncertainty(found.case, before.draws, found.flows)
    assert set(quick.npv) == {STAY, *FOUR}
    for key in quick.npv:
        assert (quick.npv[key].values == slow.npv[key].values).all()
        assert quick.npv[key].mean != how_sure(side_by_side(case, FOUR), before).npv[key].mean


def test_a_number_kept_before_and_moved_back_to_its_default_is_drawn_by_its_default():
    kept, plain = case_of({"levers": {"pay_growth": 0.2}}), case_of({})
    default = kept.defaults["pay_growth"]
    found = side_by_side(kept, FOUR, {"pay_growth": Span(default.low, default.typical, default.high)})
    sure, usual = how_sure(found, prepared(kept)), how_sure(side_by_side(plain, FOUR), prepared(plain))
    assert sure.npv["vcio"].mean == pytest.approx(usual.npv["vcio"].mean)
    assert sure.npv["vcio"].mean != pytest.approx(how_sure(side_by_side(kept, FOUR), prepared(kept)).npv["vcio"].mean)


def test_a_moved_line_is_an_estimate_no_more_and_the_total_follows():
    case = moved(case_of({"spend": {"cloud": 1000}}), {"spend_software": 5000.0})
    assert "software" not in case.spend.estimated
    assert "hardware" in case.spend.estimated
    assert case.spend.usd_per_year["software"] == 5000
    assert case.spend.total == pytest.approx(sum(case.spend.usd_per_year.values()))
    assert all("spend_error" not in line.uses for line in cash_flows(case)[STAY].lines if line.id == "spend_software")


def test_a_line_below_its_contracts_is_refused():
    contract = {"name": "Ledger", "category": "software", "yearly": 4000}
    case = case_of({"spend": {"software": 9000}, "contracts": [contract]})
    with pytest.raises(Refused, match="contracts alone come to"):
        moved(case, {"spend_software": 3999.0})
    assert moved(case, {"spend_software": 4000.0}).spend.usd_per_year["software"] == 4000


@pytest.mark.parametrize(
    ("scenarios", "changes", "field"),
    [
        ([], {}, "scenarios"),
        ([*FOUR, "cto"], {}, "scenarios"),
        (["ciso"], {}, "scenarios"),
        (["vcio"], {"rent": 1}, "levers.rent"),
        (["vcio"], {"pay_growth": -0.1}, "levers.pay_growth"),
        (["vcio"], {"pay_growth": 1.1}, "levers.pay_growth"),
        (["vcio"], {"pay_growth": float("nan")}, "levers.pay_growth"),
        (["vcio"], {"pay_growth": Span(0.2, 0.1, 0.3)}, "levers.pay_growth"),
        (["vcio"], {"spend_cloud": "much"}, "levers.spend_cloud"),
    ],
)
def test_what_cannot_be_is_refused_by_name(scenarios, changes, field):
    with pytest.raises(Refused) as refused:
        side_by_side(case_of({}), scenarios, changes)
    assert refused.value.field == field
