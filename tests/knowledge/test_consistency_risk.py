"""The real files of risk: whole, derived as they say, and each scenario from one family of sources."""

import math
from pathlib import Path
from statistics import NormalDist, geometric_mean, mean

import pytest
import yaml

from fcio.knowledge.consistency_risk import risk_cited, risk_conditions, risk_faults
from fcio.knowledge.load import load

KNOWLEDGE = load()
PATH = Path(__file__).resolve().parents[1] / "cases/risk_parameters.yaml"
PUBLISHED = yaml.safe_load(PATH.read_text(encoding="utf-8"))
CASES, TRADES = PUBLISHED["cases"], PUBLISHED["trades"]
UPPER_TWENTIETH = NormalDist().inv_cdf(0.95)


def lognormal(parts):
    """Median and sigma of a lognormal from what is given of it."""
    given = {key: worked_out(value) for key, value in parts.items()}
    if "sigma" not in given:
        return given["median"], math.sqrt(2 * math.log(given["mean"] / given["median"]))
    return given.get("median") or given["mean"] / math.exp(given["sigma"] ** 2 / 2), given["sigma"]


def worked_out(step):
    """The number that a step of the file of cases stands for."""
    if not isinstance(step, dict):
        return step
    ((name, parts),) = step.items()
    if name == "events_of_chance":
        return -math.log(1 - parts)
    if isinstance(parts, dict):
        median, sigma = lognormal(parts)
        return {
            "sigma_of": sigma,
            "median_of": median,
            "mean_of": median * math.exp(sigma**2 / 2),
            "one_in_twenty": median * math.exp(UPPER_TWENTIETH * sigma),
        }[name]
    values = [worked_out(part) for part in parts]
    steps = {
        "product": math.prod,
        "sum": sum,
        "geometric_mean": geometric_mean,
        "ratio": lambda pair: pair[0] / pair[1],
    }
    return steps[name](values)


def in_data(case):
    """The number in data/ that a case is about, or None."""
    if "factor" in case:
        factor = next(factor for factor in KNOWLEDGE.factors if factor.id == case["factor"])
        return factor.bands[case["band"]].times
    if "figure" in case:
        values = KNOWLEDGE.parameters[case["figure"]].values
        return getattr(values[max(values)], case.get("end", "typical"))
    return None


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_figure_follows_from_what_was_published(case):
    assert worked_out(case["from"]) == pytest.approx(case["expect"], rel=case.get("within", 0.01))
    assert in_data(case) in (None, case["expect"])


def test_every_derivation_says_why_and_stands_once():
    assert all(case["because"] for case in CASES)
    assert len({case["name"] for case in CASES}) == len(CASES)


def test_the_real_files_have_no_fault():
    assert list(risk_faults(KNOWLEDGE)) == []


def test_everything_about_risk_names_its_source_and_says_why():
    found = list(risk_cited(KNOWLEDGE))
    assert {file for file, _, _ in found} == {
        "factors.yaml",
        "scenarios.yaml",
        "area_effects.yaml",
        "reach.yaml",
        "level_rules.yaml",
        "shocks.yaml",
    }
    assert [entry for _, entry, cited in found if not cited.note] == []
    assert [entry for _, entry, _ in risk_conditions(KNOWLEDGE)] == [rule.id for rule in KNOWLEDGE.level_rules]


@pytest.mark.parametrize("scenario", KNOWLEDGE.scenarios, ids=lambda scenario: scenario.id)
def test_a_scenario_names_its_family_of_sources_and_what_is_weak(scenario):
    assert scenario.family[0].isupper()
    assert not scenario.family.endswith(".")
    assert scenario.weak.endswith(".")


@pytest.mark.parametrize("scenario", ["ransomware", "payment_fraud", "data_breach"])
def test_what_crime_costs_and_how_often_it_comes_are_both_from_claims(scenario):
    assert KNOWLEDGE.scenario(scenario).family.startswith("Insurance claims")


@pytest.mark.parametrize(
    ("scenario", "mixed"), [("ransomware", "survey"), ("compliance_penalty", "Two families"), ("data_loss", "pairs")]
)
def test_a_mix_of_families_is_told_to_the_reader(scenario, mixed):
    assert mixed in KNOWLEDGE.scenario(scenario).weak


def trade(factor):
    return next(one for one in KNOWLEDGE.factors if one.id == factor)


@pytest.mark.parametrize("option", TRADES["how_often"])
def test_how_often_by_trade_is_drawn_in_from_the_survey(option):
    low, high = sorted((1.0, mean(TRADES["how_often"][option])))
    assert low - 0.05 <= trade("trade_frequency").times[option] <= high + 0.05


@pytest.mark.parametrize("option", TRADES["how_dear"])
def test_how_dear_by_trade_lies_between_one_and_the_claims_of_its_sectors(option):
    ratio = mean(TRADES["how_dear"][option]) / TRADES["mean_of_all"]
    low, high = sorted((1.0, ratio))
    assert low - 0.01 <= trade("trade_severity").times[option] <= high + 0.01


def test_no_trade_rests_on_a_sector_with_few_claims():
    """Restaurants and telecommunications would lift theirs far above what the sectors with enough claims give."""
    times, few = trade("trade_severity").times, TRADES["too_few_claims"]
    assert times["retail_hospitality"] < 1 < few["restaurants"] / TRADES["mean_of_all"]
    assert times["software"] < (1 + few["telecommunications"] / TRADES["mean_of_all"]) / 2
    assert all(0.5 <= value <= 2.5 for value in times.values())
    assert "21 claims of restaurants prove nothing" in " ".join((trade("trade_severity").note or "").split())


@pytest.mark.parametrize("factor", ["trade_frequency", "trade_severity"])
def test_every_trade_of_the_intake_has_its_multiplier(factor):
    options = {option.id for option in KNOWLEDGE.question("industry").options}
    assert set(trade(factor).times) == options
    assert trade(factor).times["other_business"] == 1


def test_every_role_that_can_be_engaged_reaches_somewhere_and_no_area_is_out_of_reach():
    assert {one.role for one in KNOWLEDGE.reach} == {role.id for role in KNOWLEDGE.roles if not role.is_line}
    assert {one.area for one in KNOWLEDGE.reach} == {area.id for area in KNOWLEDGE.areas}


def test_every_area_does_something_and_every_scenario_is_acted_on():
    assert {effect.area for effect in KNOWLEDGE.area_effects} == {area.id for area in KNOWLEDGE.areas}
    assert {effect.scenario for effect in KNOWLEDGE.area_effects} == {scenario.id for scenario in KNOWLEDGE.scenarios}
