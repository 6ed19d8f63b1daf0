"""What a line of spending would be without the amount the client typed: the estimate with its band."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fcio.knowledge.whole import Knowledge
from fcio.model.amounts import ESTIMATE, OWN
from fcio.model.assessment import Assessment
from fcio.model.engagement import Span
from fcio.model.money.case import current_spend
from fcio.model.parameters import Figures

CONTRACTS = "contracts"


@dataclass(frozen=True)
class UsualLine:
    """US dollars a year of one line, and its origin: an estimate, contracts, or something else the client said."""

    usd_per_year: Span
    origin: str


def usual_line(knowledge: Knowledge, assessment: Assessment, line: str) -> UsualLine:
    """The line as it would be if the client had not typed it; an estimate has the usual error of such as its band."""
    assert knowledge.budget is not None
    given = dict(assessment.budget)
    given["spend"] = {key: amount for key, amount in given.get("spend", {}).items() if key != line}
    without = replace(assessment, budget=given)
    found = current_spend(knowledge, without)
    amount = found.usd_per_year[line]
    if line not in found.estimated:
        named = any(one["category"] == line for one in given.get("contracts", ()))
        return UsualLine(Span(amount, amount, amount), CONTRACTS if named else OWN)
    error = Figures(knowledge, assessment.as_of, assessment.overrides)[knowledge.budget.plan.figures.spend_error]
    return UsualLine(Span(amount * error.low, amount, amount * error.high), ESTIMATE)
