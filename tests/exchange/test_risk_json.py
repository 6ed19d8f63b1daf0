"""Risk as other programs and readers of plain text receive it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

import fcio.__main__ as command_line
from fcio.exchange.case_file import write_case
from fcio.exchange.risk_json import risk_json, risk_lines
from fcio.knowledge.load import load
from fcio.model.areas import area_results
from fcio.model.fit import FitModel
from fcio.model.risk.risk import risk_result
from fcio.model.tables import tables
from fcio.report.numbers import money
from tests.risk_firms import coarse, real_firms, result_of
from tests.strategies import a_client, real_examples

NUMBER = (int, float)
OR_NULL = (int, float, type(None))
AMOUNT = {"low": NUMBER, "typical": NUMBER, "high": NUMBER, "origin": str}
LEVELS = ("0.9", "0.95", "0.99")
KNOWLEDGE = coarse(load())
TABLES = tables(KNOWLEDGE)
ROLES = [role.id for role in KNOWLEDGE.roles if not role.is_line]
OUTLOOK = {
    "mean": NUMBER,
    "sd": OR_NULL,
    "skewness": OR_NULL,
    "no_loss": NUMBER,
    "var": dict.fromkeys(LEVELS, OR_NULL),
    "tvar": dict.fromkeys(LEVELS, OR_NULL),
    "curve": list,
    "beyond": {"loss": NUMBER, "chance": NUMBER},
    "by_scenario": dict,
    "leaks": {"overspend": AMOUNT},
    "levels": dict,
    "multipliers": dict,
    "chance_hurts": OR_NULL,
    "chance_ends": OR_NULL,
}
SHAPE = {
    "unit": str,
    "before": OUTLOOK,
    "after": dict.fromkeys(ROLES, OUTLOOK),
    "error_bound": {level: {"low": NUMBER, "high": OR_NULL} for level in LEVELS},
    "tail_parts": dict,
    "inputs": list,
    "default_level": NUMBER,
    "looked_at": bool,
    "tolerance": {"hurts": OR_NULL, "ends": OR_NULL},
    "insurance": (dict, type(None)),
    "before_insurance": list,
}
CLIENT = a_client({"headcount": 40.0, "industry": "health"})


def mismatches(value, shape, at="risk"):
    """Where a JSON value has other keys than promised, or a value of another type."""
    if not isinstance(shape, dict):
        if not isinstance(value, shape) or (isinstance(value, bool) and shape is not bool):
            yield f"{at} is {value!r}"
        return
    if not isinstance(value, dict) or set(value) != set(shape):
        yield f"{at} has {sorted(value) if isinstance(value, dict) else value!r}"
        return
    for key, inner in shape.items():
        yield from mismatches(value[key], inner, f"{at}.{key}")


def as_json(client, knowledge=KNOWLEDGE):
    """What another program reads, and the result it came from."""
    result = result_of(knowledge, client, TABLES)
    return json.loads(json.dumps(risk_json(knowledge, result), allow_nan=False)), result


# ---- the shape


@given(real_firms(KNOWLEDGE))
@real_examples(10)
def test_every_promised_key_is_there_for_every_firm(client):
    found, _ = as_json(client)
    assert list(mismatches(found, SHAPE)) == []


def test_the_shape_is_one_that_can_be_missed():
    found, _ = as_json(CLIENT)
    del found["before"]["tvar"]["0.99"]
    found["looked_at"] = 1
    assert len(list(mismatches(found, SHAPE))) == 2


@pytest.mark.parametrize(
    "risk",
    [
        pytest.param({"own": {s.id: {"frequency": 0.0} for s in KNOWLEDGE.scenarios}}, id="nothing happens"),
        pytest.param({"own": {s.id: {"mean": 0.0} for s in KNOWLEDGE.scenarios}}, id="nothing costs"),
        pytest.param(
            {"own": {"outage": {"frequency": 1000.0, "mean": 1e12, "sigma": 4.0}}}, id="the most there can be"
        ),
        pytest.param(
            {"own": {"key_person": {"sigma": 4.0}}, "tolerance": {"hurts": 1e12, "ends": 1e12}}, id="a fat tail"
        ),
        pytest.param({"tolerance": {"hurts": 0.0}}, id="anything hurts"),
        pytest.param({"policy": {"deductible": 1e12, "annual_limit": 1.0}}, id="an insurance that never pays"),
        pytest.param({"policy": {"deductible": 0.0, "annual_limit": 1e12}}, id="an insurance that always pays"),
    ],
)
def test_the_extremes_have_the_same_shape_and_no_number_that_json_lacks(risk):
    found, _ = as_json(a_client({"headcount": 40.0}, risk=risk))
    assert list(mismatches(found, SHAPE)) == []


# ---- the numbers


def test_numbers_are_those_of_the_result():
    found, result = as_json(CLIENT)
    assert found["unit"] == "usd_per_year"
    for written, outlook in [(found["before"], result.now), *((found["after"][r], result.roles[r]) for r in ROLES)]:
        loss = outlook.loss
        assert (written["mean"], written["sd"], written["skewness"]) == (loss.mean, loss.sd, loss.skewness)
        assert written["var"] == {level: loss.var(float(level)) for level in LEVELS}
        assert written["tvar"] == {level: loss.tvar(float(level)) for level in LEVELS}
        assert written["by_scenario"] == outlook.expected
        assert sum(written["by_scenario"].values()) == pytest.approx(written["mean"])
        assert written["levels"] == outlook.levels
        assert written["leaks"]["overspend"]["typical"] == outlook.leak


def test_a_curve_has_two_hundred_points_that_fall_on_one_axis():
    found, _ = as_json(CLIENT)
    axis = [loss for loss, _ in found["before"]["curve"]]
    for written in (found["before"], *found["after"].values()):
        losses, chances = zip(*written["curve"], strict=True)
        assert len(losses) == 200
        assert list(losses) == axis == sorted(axis)
        assert list(chances) == sorted(chances, reverse=True)
        assert all(0 <= chance <= 1 for chance in chances)
        assert losses[-1] == pytest.approx(written["beyond"]["loss"])


def test_quantiles_lie_on_the_curve_and_within_their_bounds():
    found, result = as_json(CLIENT)
    for level, value in found["before"]["var"].items():
        chance = float(result.now.loss.exceedance([value])[0])
        assert chance == pytest.approx(1 - float(level), abs=1e-6)
        bound = found["error_bound"][level]
        assert bound["low"] - result.grid.step <= value <= bound["high"] + result.grid.step


def test_a_quantile_beyond_the_curve_is_null_and_its_chance_is_told():
    _, result = as_json(CLIENT)
    short = result.now.loss.mass.copy()
    short[100:] = 0.0
    cut = replace(result.now, loss=replace(result.now.loss, mass=short))
    found = risk_json(KNOWLEDGE, replace(result, now=cut))["before"]
    assert found["var"]["0.99"] is None
    assert found["beyond"]["chance"] == pytest.approx(1 - short.sum())


def test_parts_of_the_worst_years_add_up_to_them():
    found, _ = as_json(CLIENT)
    assert sum(found["tail_parts"].values()) == pytest.approx(found["before"]["tvar"]["0.95"], rel=1e-6)


def test_inputs_tell_ours_and_theirs():
    found, _ = as_json(a_client(risk={"own": {"outage": {"frequency": 2.0, "sigma": 0.5}}}))
    rows = {row["id"]: row for row in found["inputs"]}
    assert set(rows) == {scenario.id for scenario in KNOWLEDGE.scenarios}
    outage = rows["outage"]
    assert outage["own"] == ["frequency", "sigma"]
    assert outage["frequency"] == {"low": 2.0, "typical": 2.0, "high": 2.0, "origin": "client"}
    assert outage["sigma"] == 0.5
    assert outage["default"]["frequency"]["origin"] == "estimate"
    assert outage["default"]["sigma"]["typical"] == 1.2
    assert rows["ransomware"]["own"] == []
    assert set(rows["ransomware"]["linked"]) == {"outage", "data_loss"}


def test_what_hurts_and_ends_comes_with_its_chance():
    found, result = as_json(a_client(risk={"tolerance": {"hurts": 50_000.0, "ends": 1e12}}))
    assert found["tolerance"] == {"hurts": 50_000.0, "ends": 1e12}
    assert found["before"]["chance_hurts"] == result.now.hurts
    assert found["before"]["chance_ends"] == pytest.approx(0, abs=1e-6)
    assert as_json(CLIENT)[0]["before"]["chance_hurts"] is None


# ---- plain text and the command line


def test_a_reader_sees_bad_year_average_scenarios_and_roles():
    _, result = as_json(CLIENT)
    lines = list(risk_lines(KNOWLEDGE, result))
    assert lines[0].startswith("One year in twenty costs more than $")
    assert lines[1].startswith(
        f"Average year: {money(result.now.loss.mean)}, and {money(result.now.leak)} of overspend"
    )
    dearest = max(result.now.expected, key=result.now.expected.get)
    assert lines[2].split("$")[0].strip() == KNOWLEDGE.scenario(dearest).label
    assert len(lines) == 2 + 5 + len(ROLES)


def test_the_command_line_says_the_same(tmp_path, capsys, monkeypatch, real_knowledge, real_model):
    monkeypatch.setattr(command_line, "load", lambda: real_knowledge)
    monkeypatch.setattr(FitModel, "of", classmethod(lambda cls, knowledge: real_model))
    document = {
        "fcio": 1,
        "client": {"name": "Example Ltd"},
        "as_of": CLIENT.as_of.isoformat(),
        "answers": {"headcount": 40, "industry": "health"},
        "risk": {"tolerance": {"hurts": 50_000}},
    }
    case = tmp_path / "case.json"
    case.write_text(write_case(document), encoding="utf-8")
    assert command_line.main(["result", str(case), "--only", "risk", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    client = a_client(CLIENT.answers, risk={"tolerance": {"hurts": 50_000.0}})
    areas = area_results(real_knowledge, client, real_model.tables)
    result = risk_result(real_knowledge, client, areas, real_model.tables)
    assert printed == {"risk": json.loads(json.dumps(risk_json(real_knowledge, result)))}
    assert command_line.main(["result", str(case), "--only", "risk"]) == 0
    assert capsys.readouterr().out.splitlines() == list(risk_lines(real_knowledge, result))
