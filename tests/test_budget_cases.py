"""Money arithmetic worked by hand: see tests/cases/budget.yaml."""

from pathlib import Path

import pytest
import yaml

from fcio.model import finance

ROOT = Path(__file__).resolve().parents[1]
CASES = yaml.safe_load((ROOT / "tests/cases/budget.yaml").read_text(encoding="utf-8"))["cases"]
MEASURES = {
    "npv",
    "irr",
    "payback",
    "discounted_payback",
    "annuity_payment",
    "growth",
    "loaded_cost",
    "break_even",
}


def told(case):
    """The result in the words of the case file: a number, None, or the reason why there is no rate."""
    result = getattr(finance, case["measure"])(**case["inputs"])
    if isinstance(result, finance.InternalRate):
        return result.reason if result.rate is None else result.rate
    return result


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_result_is_the_one_worked_by_hand(case):
    result = told(case)
    if isinstance(case["expect"], (str, type(None))):
        assert result == case["expect"]
    else:
        assert float(result) == pytest.approx(case["expect"], rel=0, abs=case["within"])


def test_every_case_says_how_it_was_worked_and_every_measure_has_one():
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert all(case["by_hand"] for case in CASES)
    assert {case["measure"] for case in CASES} == MEASURES
