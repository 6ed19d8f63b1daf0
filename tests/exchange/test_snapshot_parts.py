"""Locked assessments in a case file: every number within its range, or a refusal that names the field."""

import pytest

from fcio.exchange.case_file import checked_document
from fcio.model.answers import Refused


def with_snapshot(**parts):
    entry = {"id": "first", "locked_on": "2025-11-03", "by": "owner", **parts}
    return {"fcio": 1, "client": {"name": "Example Ltd"}, "snapshots": [entry]}


def found(area="strategy", **numbers):
    return with_snapshot(results={area: numbers})


GOOD = {"level": 2.0, "low": 2.0, "high": 3.5, "coverage": 0.5, "target": 3, "importance": 4, "gap": 1.0, "priority": 4}
NOTHING_KNOWN = {"level": None, "low": 1.0, "high": 5.0, "coverage": 0.0}

WRONG = [
    (with_snapshot(by="neighbour"), "by"),
    (with_snapshot(by=""), "by"),
    (with_snapshot(by=["owner"]), "by"),
    (with_snapshot(id=7), "id"),
    (with_snapshot(locked_on=20251103), "locked_on"),
    (with_snapshot(role="ceo"), "role"),
    (with_snapshot(role=["vcio"]), "role"),
    (with_snapshot(as_of="2025-11-03"), "as_of"),
    (with_snapshot(areas={"strategy_plan": 6}), "areas.strategy_plan"),
    (with_snapshot(area_details={"strategy_plan": 5}), "area_details.strategy_plan"),
    (with_snapshot(area_details={"strategy_1": {}}), "area_details.strategy_1"),
    (with_snapshot(area_details={"strategy_plan": {"mark": "dreamt"}}), "area_details.strategy_plan.mark"),
    (with_snapshot(area_details={"strategy_plan": {"origin": "thin air"}}), "area_details.strategy_plan.origin"),
    (with_snapshot(promises={"risk_list": 9}), "promises.risk_list"),
    (with_snapshot(promises={"buy_a_boat": 1}), "promises.buy_a_boat"),
    (found(level=0.5), "results.strategy.level"),
    (found(low=0), "results.strategy.low"),
    (found(high=5.01), "results.strategy.high"),
    (found(high=float("nan")), "results.strategy.high"),
    (found(low=3, high=2), "results.strategy.high"),
    (found(level=4, low=2, high=3), "results.strategy.level"),
    (found(level=1, low=2, high=3), "results.strategy.level"),
    (found(coverage=1.2), "results.strategy.coverage"),
    (found(target=6), "results.strategy.target"),
    (found(target=2.5), "results.strategy.target"),
    (found(importance=0), "results.strategy.importance"),
    (found(gap=-1), "results.strategy.gap"),
    (found(gap=4.5), "results.strategy.gap"),
    (found(priority=17), "results.strategy.priority"),
    (found(priority="much"), "results.strategy.priority"),
    (found("overall", target=3), "results.overall.target"),
]


@pytest.mark.parametrize(("document", "field"), WRONG, ids=[field for _, field in WRONG])
def test_what_is_wrong_in_a_locked_assessment_is_refused_by_field(real_knowledge, document, field):
    with pytest.raises(Refused) as refused:
        checked_document(real_knowledge, document)
    assert refused.value.field == f"snapshots.0.{field}"


@pytest.mark.parametrize(
    "document",
    [
        with_snapshot(),
        found(**GOOD),
        found(**NOTHING_KNOWN),
        found("overall", level=1.33, low=1.33, high=4.2, coverage=0.1),
        with_snapshot(areas={"strategy_plan": 2}, area_details={"strategy_plan": {"origin": "intake"}}, role="vcio"),
    ],
)
def test_what_the_app_locks_is_taken(real_knowledge, document):
    assert checked_document(real_knowledge, document) == document
