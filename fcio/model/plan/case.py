"""All that a plan is made from, read once: the role, the answers, the findings and the client's changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fcio.knowledge.plan import Activity, PlanLayout
from fcio.knowledge.plan_mandate import Clause
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import is_open
from fcio.model.area_result import AreaResult, AreasResult
from fcio.model.assessment import Assessment
from fcio.model.engagement import Engagement, Span
from fcio.model.fit_result import FitResult
from fcio.model.lowered import lowered
from fcio.model.plan.because import reasons, role_reason, rule_reason
from fcio.model.plan.changes import Changes
from fcio.model.plan.result import BY_HAND, FINDING, Because
from fcio.model.quote import quoted
from fcio.model.risk.result import RiskResult
from fcio.model.roadmap_result import Roadmap
from fcio.model.situation import Situation, holds

PROJECT, HOURLY = "project", "hourly"
LARGEST_RISK, WEAKEST_AREA, OPEN_ANSWERS = "largest_risk", "weakest_area", "open_answers"


@dataclass(frozen=True)
class PlanCase:
    """One client and one role; ``s`` are the answers, ``changes`` what was put in by hand."""

    knowledge: Knowledge
    layout: PlanLayout
    assessment: Assessment
    role: str
    recommended: bool
    s: Situation
    fit: FitResult
    areas: AreasResult | None
    roadmap: Roadmap | None
    risk: RiskResult | None
    changes: Changes

    @property
    def engagement(self) -> Engagement:
        """How the role would be engaged."""
        return self.fit.engagements[self.role]

    @property
    def leader(self) -> str:
        """What the leader is called in a sentence."""
        usual = self.layout.leader_names[self.role]
        return self.layout.mode_names.get(self.engagement.mode, usual) if self.engaged else usual

    @property
    def engaged(self) -> bool:
        """Whether anybody is engaged at all."""
        return not self.knowledge.role(self.role).is_line

    @property
    def band(self) -> str:
        """The band of the firm's size; the usual one where it is not known."""
        state = int(self.s.state[self.s.tables.index[self.layout.size_question]])
        question = self.knowledge.question(self.layout.size_question)
        return question.options[state].id if state >= 0 else self.layout.usual_size

    @property
    def rhythm(self) -> float:
        """What the leader's returning hours are multiplied by: less than 1 where few hours a month are paid for."""
        held = self.engagement.hours_per_month.typical
        few = (one.times for one in self.layout.hours_of_few if held <= one.up_to)
        return next(few, 1.0) if self.fee == HOURLY else 1.0

    @property
    def fee(self) -> str | None:
        """How the engagement is paid: hourly, monthly, salary or project; None where nobody is engaged."""
        fees = {mode.id: mode.fee for mode in self.knowledge.engagement.modes}
        return fees.get(self.engagement.mode) if self.engaged else None

    @property
    def lead_days(self) -> int:
        """How many days there are before the start."""
        lead = self.layout.lead
        usual = self.engagement.mode in lead.not_modes
        return lead.usual_days if usual else lead.days.get(self.s.answers.get(lead.question, ""), lead.usual_days)

    @property
    def handover_month(self) -> int | None:
        """The month in which the leader hands over and leaves; None where the plan has no such line."""
        ends = [one for one in self.knowledge.activities if one.id in self.layout.handovers and self.shown(one)]
        return min((one.months.first for one in ends if one.months is not None), default=None)

    @property
    def lasts(self) -> Engagement:
        """The engagement, ended by the handover where the plan has one."""
        month, months = self.handover_month, self.engagement.duration_months
        if month is None:
            return self.engagement
        held = Span(*(min(end, month) for end in (months.low, months.typical, months.high)))
        review = min(self.engagement.review_months, month)
        return replace(self.engagement, duration_months=held, open_ended=False, review_months=review)

    def carries(self, roles: tuple[str, ...], month: int = 1) -> bool:
        """Whether the leader carries a step of the roadmap that these roles can: not within a project, nor after it."""
        there = self.lasts.open_ended or month <= self.lasts.duration_months.high
        return self.engaged and self.role in roles and self.fee != PROJECT and there

    def shown(self, entry: Activity | Clause) -> bool:
        """Whether an entry is in the plan: role, mode and condition call for it, or the client kept it."""
        if entry.id in self.changes.dropped:
            return False
        return entry.id in self.changes.kept or self._called_for(entry)

    def _called_for(self, entry: Activity | Clause) -> bool:
        ruled_out = bool(entry.unless) and holds(self.s, entry.unless) is True
        musts = {verdict.gate.id for verdict in self.fit.gates if verdict.on}
        asked_already = isinstance(entry, Activity) and not musts.isdisjoint(entry.not_gates)
        fitting = self.role in entry.roles and entry.in_mode(self.engagement.mode)
        return fitting and holds(self.s, entry.when) is True and not ruled_out and not asked_already

    def why(self, entry: Activity | Clause) -> tuple[Because, ...]:
        """Why an entry is there: the rule in words, then answers, or the role where no answer was needed."""
        answers = reasons(self.s, entry.when, entry.unless)
        found = answers or (self._role_reason,)
        kept = (Because(BY_HAND, entry.id, "You kept this line"),) if entry.id in self.changes.kept else ()
        return (rule_reason(entry.id, entry.because), *found, *kept)

    @property
    def _role_reason(self) -> Because:
        """That the plan is for this role, or for the mode that comes before it."""
        first = self.knowledge.engagement.article_name(self.engagement.mode)
        usual = role_reason(self.knowledge, self.role, self.recommended, bool(self.fit.missing_core))
        return replace(usual, text=self.engagement.label) if first else usual

    @property
    def goal(self) -> str:
        """The client's goal in their words, or what to put there."""
        goal = self.assessment.answers.get("goal")
        return (
            self.layout.goal_open
            if is_open(goal) or not str(goal).strip()
            else quoted(str(goal), self.layout.goal_characters).rstrip(".!?")
        )


@dataclass(frozen=True)
class Finding:
    """A finding that a line is about: the blanks it fills, and the finding as a reason."""

    blanks: Mapping[str, str]
    because: Because


def _largest_risk(case: PlanCase) -> Finding | None:
    expected = case.risk.now.expected if case.risk else {}
    scenario = max(expected, key=lambda key: expected[key], default=None)
    if scenario is None or expected[scenario] <= 0:
        return None
    label = case.knowledge.scenario(scenario).label
    text = f"{label} costs about ${expected[scenario]:,.0f} in an average year, more than anything else"
    return Finding({"risk": label}, Because(FINDING, scenario, text))


def area_reason(case: PlanCase, row: AreaResult) -> Because:
    """How far an area is from its target, as a reason."""
    name = case.knowledge.area(row.area).name
    if row.level is None:
        return Because(FINDING, row.area, f"Nothing is known yet about {lowered(name)}")
    return Because(FINDING, row.area, f"{name} is at {row.level:.1f} of 5, and its target is {row.target}")


def _weakest_area(case: PlanCase) -> Finding | None:
    rows = case.areas.by_priority if case.areas else ()
    short = [row for row in rows if row.level is not None and (row.gap or 0) >= case.layout.short_gap]
    if not short:
        return None
    furthest = max(short, key=lambda row: row.gap or 0)
    area = case.knowledge.area(furthest.area)
    blanks = {"area": lowered(area.name), "first_step": area.first_step.text}
    return Finding(blanks, area_reason(case, furthest))


def _open_answers(case: PlanCase) -> Finding | None:
    left = case.fit.shown - case.fit.answered
    if not left:
        return None
    text = f"{left} of {case.fit.shown} questions have no answer yet"
    return Finding({"open_answers": str(left)}, Because(FINDING, OPEN_ANSWERS, text))


def finding(case: PlanCase, about: str) -> Finding | None:
    """The finding of this name, or None where the case has none."""
    return {LARGEST_RISK: _largest_risk, WEAKEST_AREA: _weakest_area, OPEN_ANSWERS: _open_answers}[about](case)
