"""Results of risk for tests of words, tables and pictures: an ordinary firm, and the ends of what there can be."""

from dataclasses import replace

from fcio.knowledge.load import load
from fcio.model.risk.result import RiskResult
from fcio.model.tables import tables
from tests.risk_firms import coarse, result_of
from tests.strategies import a_client

KNOWLEDGE = coarse(load())
TABLES = tables(KNOWLEDGE)
NOTHING = {"own": {scenario.id: {"frequency": 0.0} for scenario in KNOWLEDGE.scenarios}}
RARE = {"own": {**NOTHING["own"], "outage": {"frequency": 0.001, "mean": 5000.0}}}
ENDLESS = {"own": {"outage": {"frequency": 40.0}}}
BOTH = {"hurts": 40_000.0, "ends": 900_000.0}


def of(risk=None, areas=None, **more) -> RiskResult:
    """The risk of a dental group of forty people with these own numbers."""
    answers = {"headcount": 40.0, "industry": "health"}
    return result_of(KNOWLEDGE, a_client(answers, risk=risk or {}, areas=areas or {}, **more), TABLES)


def cut_short(result: RiskResult, share: float = 0.9) -> RiskResult:
    """The same with all but this share of years lost beyond the end of the curve of today."""
    loss = result.now.loss
    mass = loss.mass.copy()
    mass[1:] = 0.0
    mass[0] = share
    return replace(result, now=replace(result.now, loss=replace(loss, mass=mass)))
