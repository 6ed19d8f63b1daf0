"""The whole of the knowledge: everything in ``data/``, loaded once, frozen, and handed down."""

from __future__ import annotations

from fcio.knowledge.amounts import Fact, Factor
from fcio.knowledge.areas import Area, AreaRule, Contradiction, Initiative
from fcio.knowledge.budget import Benchmark, BudgetRules
from fcio.knowledge.conflicts import Conflict
from fcio.knowledge.fact_finding import FactFinding
from fcio.knowledge.figures import Archetype, EngagementRules, ModelSettings, Parameter
from fcio.knowledge.hiring import HiringRules, InterviewQuestion, LetterRules
from fcio.knowledge.plan import Activity, PlanLayout
from fcio.knowledge.plan_mandate import Clause
from fcio.knowledge.plan_responsibilities import Responsibilities
from fcio.knowledge.plan_words import Term
from fcio.knowledge.preferences import TradeOff
from fcio.knowledge.risk import AreaEffect, LevelRule, Reach, RiskScenario, RiskSettings, Shock
from fcio.knowledge.schema import Complement, Criterion, Disagreement, Gate, Question, Role, Section, Source
from fcio.knowledge.scorecard import ScorecardRules
from fcio.knowledge.shapes import Shape, Text


class Knowledge(Shape):
    """Everything in ``data/``, loaded once, frozen, and handed down."""

    version: Text
    sources: dict[str, Source]
    criteria: tuple[Criterion, ...]
    roles: tuple[Role, ...]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    gates: tuple[Gate, ...]
    complements: tuple[Complement, ...]
    parameters: dict[str, Parameter]
    engagement: EngagementRules
    settings: ModelSettings
    population: tuple[Archetype, ...]
    disagreements: tuple[Disagreement, ...] = ()
    tradeoffs: tuple[TradeOff, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    areas: tuple[Area, ...] = ()
    area_rules: tuple[AreaRule, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    fact_finding: FactFinding | None = None
    facts: tuple[Fact, ...] = ()
    factors: tuple[Factor, ...] = ()
    scenarios: tuple[RiskScenario, ...] = ()
    area_effects: tuple[AreaEffect, ...] = ()
    reach: tuple[Reach, ...] = ()
    level_rules: tuple[LevelRule, ...] = ()
    shocks: tuple[Shock, ...] = ()
    risk: RiskSettings | None = None
    budget: BudgetRules | None = None
    benchmarks: tuple[Benchmark, ...] = ()
    hiring: HiringRules | None = None
    hiring_questions: tuple[InterviewQuestion, ...] = ()
    scorecard: ScorecardRules | None = None
    letter: LetterRules | None = None
    derived: tuple[Question, ...] = ()
    plan: PlanLayout | None = None
    activities: tuple[Activity, ...] = ()
    mandate: tuple[Clause, ...] = ()
    responsibilities: Responsibilities | None = None
    glossary: tuple[Term, ...] = ()

    def question(self, question_id: str) -> Question:
        """The question with this id, also where its answer is derived; StopIteration if there is none."""
        return next(q for q in (*self.questions, *self.derived) if q.id == question_id)

    @property
    def with_derived(self) -> Knowledge:
        """The same in which derived questions stand behind the asked ones, for clients whose areas are known."""
        return self.model_copy(update={"questions": (*self.questions, *self.derived), "derived": ()})

    def area(self, area_id: str) -> Area:
        """The area with this id."""
        return next(a for a in self.areas if a.id == area_id)

    def scenario(self, scenario_id: str) -> RiskScenario:
        """The scenario with this id."""
        return next(s for s in self.scenarios if s.id == scenario_id)

    def fact(self, fact_id: str) -> Fact:
        """The fact with this id."""
        return next(f for f in self.facts if f.id == fact_id)

    def role(self, role_id: str) -> Role:
        """The role with this id."""
        return next(r for r in self.roles if r.id == role_id)
