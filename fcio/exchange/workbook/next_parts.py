"""What to do next, worked out for the workbook where the app hands nothing over."""

from __future__ import annotations

from fcio.exchange.workbook.frame import Extras
from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.fit_result import FitResult
from fcio.model.hiring.candidates import Comparison, candidates
from fcio.model.hiring.kit import HiringKit, hiring_kit
from fcio.model.plan.plan import plan_of
from fcio.model.plan.result import Plan
from fcio.model.risk.result import RiskResult
from fcio.model.roadmap_result import Roadmap
from fcio.model.tables import Tables


def hiring_parts(
    knowledge: Knowledge, assessment: Assessment, fit: FitResult, areas: AreasResult, t: Tables, extras: Extras
) -> tuple[HiringKit, Comparison] | None:
    """Kit and comparison as the app worked them out, else worked out here; None where the knowledge holds neither."""
    if knowledge.hiring is None or knowledge.scorecard is None:
        return None
    kit = extras.kit or hiring_kit(knowledge, assessment, fit, areas, t=t)
    return kit, extras.comparison or candidates(knowledge, assessment, fit, areas, t=t)


def next_steps(
    knowledge: Knowledge,
    assessment: Assessment,
    fit: FitResult,
    areas: AreasResult,
    roadmap: Roadmap,
    risk: RiskResult | None,
    t: Tables,
    extras: Extras,
) -> Plan | None:
    """The plan of the engagement as the app worked it out, else worked out here; None where the knowledge has none."""
    if knowledge.plan is None:
        return None
    return extras.next_steps or plan_of(knowledge, assessment, fit, areas, roadmap, risk, t=t)
