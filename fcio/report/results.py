"""Everything that is found out about one client, each part worked out once and by nobody else."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.currency import Conversion
from fcio.model.fit import FitModel, role_fit
from fcio.model.fit_result import FitResult
from fcio.model.hiring.candidates import Comparison, candidates
from fcio.model.hiring.kit import HiringKit, hiring_kit, role_hired
from fcio.model.money.result import BudgetResult, budget_result
from fcio.model.plan.plan import plan_of
from fcio.model.plan.result import Plan
from fcio.model.risk.planned import planned
from fcio.model.risk.result import RiskResult
from fcio.model.risk.risk import risk_result
from fcio.model.roadmap_result import Roadmap
from fcio.report.letter_sentences import money_sentences, risk_sentences
from fcio.report.owner_letter import OwnerLetter, owner_letter


class Results:
    """The one object that screen, workbook, PDF, page and command line take their numbers from.

    Parts are worked out when they are first asked for. What is worked out already may be handed over by name:
    ``Results(model, assessment, fit=...)``.
    """

    def __init__(self, model: FitModel, assessment: Assessment, **known: Any) -> None:
        self.model, self.assessment = model, assessment
        for part, value in known.items():
            if not isinstance(getattr(type(self), part, None), cached_property):
                raise TypeError(f"there is no part {part!r}")
            self.__dict__[part] = value

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that all of it follows from."""
        return self.model.tables.knowledge

    @property
    def conversion(self) -> Conversion | None:
        """How amounts become the client's own currency; None where US dollars are meant."""
        found: Conversion | None = self.assessment.budget.get("conversion")
        return found

    @cached_property
    def fit(self) -> FitResult:
        """Which role fits."""
        return role_fit(self.model, self.assessment)

    @cached_property
    def areas(self) -> AreasResult:
        """The twelve areas."""
        return area_results(self.knowledge, self.assessment, self.model.tables)

    @cached_property
    def roadmap(self) -> Roadmap:
        """What closes the gaps in which quarter."""
        return planned(self.knowledge, self.assessment, self.areas, self.model.tables)

    @cached_property
    def risk(self) -> RiskResult | None:
        """The risk in money; None where the knowledge has none."""
        if self.knowledge.risk is None:
            return None
        return risk_result(self.knowledge, self.assessment, self.areas, self.model.tables)

    @cached_property
    def budget(self) -> BudgetResult | None:
        """The budget over years; None where the knowledge has none."""
        return (
            None
            if self.knowledge.budget is None
            else budget_result(self.knowledge, self.assessment, self.fit, self.risk)
        )

    @cached_property
    def plan(self) -> Plan | None:
        """The engagement of the role that fits best; None where the knowledge has no plans."""
        if self.knowledge.plan is None:
            return None
        return plan_of(
            self.knowledge, self.assessment, self.fit, self.areas, self.roadmap, self.risk, t=self.model.tables
        )

    @cached_property
    def kit(self) -> HiringKit | None:
        """What hiring needs; None where the knowledge has none."""
        if self.knowledge.hiring is None:
            return None
        return hiring_kit(self.knowledge, self.assessment, self.fit, self.areas, t=self.model.tables)

    @cached_property
    def comparison(self) -> Comparison | None:
        """The candidates side by side; None where the knowledge has no scorecard."""
        if self.knowledge.scorecard is None:
            return None
        return candidates(self.knowledge, self.assessment, self.fit, self.areas, t=self.model.tables)

    @cached_property
    def letter(self) -> OwnerLetter | None:
        """The letter to the owner with its sums; None where the knowledge has none."""
        if self.knowledge.letter is None:
            return None
        role = None if self.fit.missing_core else role_hired(self.assessment, self.fit)
        return owner_letter(
            self.knowledge,
            self.assessment,
            self.fit,
            self.areas,
            money=() if self.budget is None else money_sentences(self.knowledge, self.budget, role),
            risk=() if self.risk is None else risk_sentences(self.risk),
            t=self.model.tables,
        )
