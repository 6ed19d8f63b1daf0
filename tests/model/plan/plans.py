"""Plans of made-up and example clients, worked out once."""

from datetime import date
from functools import cache
from pathlib import Path

from fcio.exchange.case_file import assessment, read_case
from fcio.knowledge.load import load
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, role_fit
from fcio.model.plan.plan import plan_of
from fcio.model.risk.planned import planned
from fcio.model.risk.risk import risk_result

DEMOS = Path(__file__).resolve().parents[3] / "data/demo"
DAY = date(2026, 11, 22)


@cache
def compiled():
    knowledge = load()
    return knowledge, FitModel.of(knowledge)


@cache
def _demo(name):
    knowledge, model = compiled()
    client = assessment(read_case(knowledge, (DEMOS / f"{name}.json").read_bytes()), DAY)
    areas = area_results(knowledge, client, model.tables)
    risk = risk_result(knowledge, client, areas, model.tables)
    return client, role_fit(model, client), areas, planned(knowledge, client, areas, model.tables), risk


def demo_parts(name):
    """Client, fit, areas, roadmap and risk of an example client."""
    return _demo(name)


def demo_plan(name, role=None):
    """The plan of an example client with everything known about it."""
    knowledge, model = compiled()
    return plan_of(knowledge, *_demo(name), role, model.tables)


def plan_with(answers, role=None, part=None):
    """The plan of a client of whom only these answers are known; ``part`` is what was changed by hand."""
    knowledge, model = compiled()
    client = Assessment({"name": "Mill"}, DAY, answers=answers, plan=part or {})
    return plan_of(knowledge, client, role_fit(model, client), None, None, None, role, model.tables)


def line(plan, line_id):
    """The one line with this id, or None."""
    return next((one for one in plan.lines if one.id == line_id), None)


def duty(plan, duty_id):
    """The one duty with this id."""
    return next(one for one in plan.duties if one.id == duty_id)
