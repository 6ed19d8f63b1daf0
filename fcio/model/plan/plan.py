"""What to do next: the plan of one client with the recommended role, or with another one on request."""

from __future__ import annotations

from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.fit_result import FitResult
from fcio.model.plan.case import PlanCase
from fcio.model.plan.changes import Changes
from fcio.model.plan.clauses import clause_lines
from fcio.model.plan.duties import duty_lines
from fcio.model.plan.interests import interests, safeguards
from fcio.model.plan.lines import plan_lines
from fcio.model.plan.months import month_loads
from fcio.model.plan.result import Plan
from fcio.model.plan.steps import later_lines, step_lines
from fcio.model.risk.result import RiskResult
from fcio.model.roadmap_result import Roadmap
from fcio.model.situation import situation
from fcio.model.tables import Tables, tables


def _case(
    knowledge: Knowledge,
    assessment: Assessment,
    fit: FitResult,
    areas: AreasResult | None,
    roadmap: Roadmap | None,
    risk: RiskResult | None,
    role: str | None,
    t: Tables | None,
) -> PlanCase:
    assert knowledge.plan is not None
    changes = Changes.of(assessment.plan)
    recommended = fit.leader.role
    chosen = role or changes.role or recommended
    if chosen not in fit.engagements:
        raise Refused("plan.role", f"give one of {', '.join(sorted(fit.engagements))}")
    s = situation(t or tables(knowledge), assessment.answers)
    alone = chosen == recommended
    return PlanCase(knowledge, knowledge.plan, assessment, chosen, alone, s, fit, areas, roadmap, risk, changes)


def plan_of(
    knowledge: Knowledge,
    assessment: Assessment,
    fit: FitResult,
    areas: AreasResult | None,
    roadmap: Roadmap | None,
    risk: RiskResult | None,
    role: str | None = None,
    t: Tables | None = None,
) -> Plan:
    """The plan of one client, every part with its reasons.

    ``role`` stands before the role chosen in the case, and that before the recommended one. Without ``areas``,
    ``roadmap`` or ``risk`` their findings are missing and the rest is the same. ``t``: the tables of this knowledge,
    where they are at hand. Raises :class:`Refused` for an unknown role.
    """
    case = _case(knowledge, assessment, fit, areas, roadmap, risk, role, t)
    lines = plan_lines(case, (*step_lines(case), *later_lines(case)))
    engagement = case.engagement
    return Plan(
        role=case.role,
        mode=engagement.mode,
        recommended=case.recommended,
        phases=case.layout.phases,
        lines=lines,
        months=month_loads(lines, case.lasts, case.engaged, case.layout.days_per_month),
        clauses=clause_lines(case) if case.engaged else (),
        duties=duty_lines(case),
        interests=interests(case),
        safeguards=safeguards(case),
        path=engagement.sequence,
        triggers=engagement.triggers,
        review_months=engagement.review_months,
        dropped=case.changes.dropped,
    )
