"""What every sheet needs to be written: the file, the client, the layout and the values; and its head and foot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fcio.exchange.workbook.book import Book
from fcio.exchange.workbook.layout import Layout
from fcio.exchange.workbook.live import Live
from fcio.exchange.workbook.page import Page, printable
from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.assumptions import Assumption
from fcio.model.fit_result import FitResult
from fcio.model.hiring.candidates import Comparison
from fcio.model.hiring.kit import HiringKit
from fcio.model.money.result import BudgetResult
from fcio.model.plan.result import Plan
from fcio.model.risk.result import RiskResult
from fcio.model.risk.risk import Actors
from fcio.model.roadmap_result import Roadmap
from fcio.model.tables import Floats
from fcio.report.results import Results

ALL_PASS, LOOK = "All checks pass", "Look at Checks"
SUMMARY, CONTENTS, FIT, ANSWERS = "Summary", "Contents", "Role fit", "Answers"
AREAS, INDICATORS, ROADMAP = "Areas", "Indicators", "Roadmap"
PREFERENCES, WEIGHTS, ROBUSTNESS = "Preferences", "Weights", "Robustness"
ASSUMPTIONS = "Assumptions"
RISK_RESULTS, RISK_INPUTS, EXCEEDANCE = "Risk results", "Risk inputs", "Exceedance"
BUDGET_INPUTS, SCENARIOS = "Budget inputs", "Scenarios"
CASH_FLOW, BENCHMARKS = "Cash flow", "Benchmarks"
CANDIDATES, PLAN, RESPONSIBILITIES, INTERVIEW = "Candidates", "Plan", "Responsibilities", "Interview"
SOURCES, CHECKS, POINTS = "Sources", "Checks", "Points"
SHEETS = (
    SUMMARY,
    CONTENTS,
    FIT,
    ANSWERS,
    AREAS,
    INDICATORS,
    ROADMAP,
    RISK_RESULTS,
    RISK_INPUTS,
    EXCEEDANCE,
    SCENARIOS,
    BUDGET_INPUTS,
    CASH_FLOW,
    BENCHMARKS,
    CANDIDATES,
    PLAN,
    RESPONSIBILITIES,
    INTERVIEW,
    PREFERENCES,
    WEIGHTS,
    ROBUSTNESS,
    ASSUMPTIONS,
    SOURCES,
    CHECKS,
    POINTS,
)


@dataclass(frozen=True)
class Extras:
    """What the app worked out already: ``views`` [N, C], even draws of all weights; and its results."""

    views: Floats | None = None
    results: Results | None = None


@dataclass(frozen=True)
class Frame:
    """One export: handed to every sheet."""

    book: Book
    knowledge: Knowledge
    assessment: Assessment
    result: FitResult
    layout: Layout
    live: Live
    pages: dict[str, Page]
    extras: Extras
    found: Results
    areas: AreasResult
    plan: Roadmap
    risk_parts: tuple[RiskResult, Actors] | None
    budget_part: BudgetResult | None
    hiring_parts: tuple[HiringKit, Comparison] | None
    next_steps: Plan | None
    guesses: tuple[Assumption, ...]
    written: date

    @property
    def has_risk(self) -> bool:
        """Whether the knowledge holds any risk."""
        return self.risk_parts is not None

    @property
    def risk(self) -> RiskResult:
        """The risk in money; ValueError where the knowledge holds none."""
        if self.risk_parts is None:
            raise ValueError("this knowledge holds no risk")
        return self.risk_parts[0]

    @property
    def actors(self) -> Actors:
        """What acts on the risk; ValueError where the knowledge holds none."""
        if self.risk_parts is None:
            raise ValueError("this knowledge holds no risk")
        return self.risk_parts[1]

    @property
    def has_budget(self) -> bool:
        """Whether the knowledge holds any budget."""
        return self.budget_part is not None

    @property
    def budget(self) -> BudgetResult:
        """The budget over years; ValueError where the knowledge holds none."""
        if self.budget_part is None:
            raise ValueError("this knowledge holds no budget")
        return self.budget_part

    @property
    def kit(self) -> HiringKit:
        """What is needed to hire; ValueError where the knowledge holds no hiring kit."""
        if self.hiring_parts is None:
            raise ValueError("this knowledge holds no hiring kit")
        return self.hiring_parts[0]

    @property
    def comparison(self) -> Comparison:
        """The candidates compared; ValueError where the knowledge holds no scorecard."""
        if self.hiring_parts is None:
            raise ValueError("this knowledge holds no scorecard")
        return self.hiring_parts[1]

    @property
    def roles(self) -> tuple[str, ...]:
        """Role ids in the order of the columns."""
        return self.live.s.tables.roles

    def short(self, role: str) -> str:
        """The short name of a role."""
        return self.knowledge.role(role).short

    @property
    def footer(self) -> str:
        """Client and date, for the foot of a printed page."""
        return f"{printable(self.assessment.name)}, {self.assessment.as_of.isoformat()}"

    def head(self, name: str, title: str, purpose: str, last_column: int) -> Page:
        """The first three rows of a sheet: title, client with the master check, and what the sheet is for."""
        page = self.pages[name]
        for row in (0, 1):
            for column in range(last_column + 1):
                page.blank(row, column, "title" if row == 0 else "under")
        page.text(0, 0, title, "title")
        page.height(0, 28)
        page.own(1, 0, self.assessment.name, "client.name", "under_own")
        corner = min(6, last_column)
        page.formula(0, corner, "All_checks", ALL_PASS, "master")
        if corner and name != CONTENTS:
            page.link(1, corner, CONTENTS, "under_link")
        page.band(2, 0, last_column, "note")
        page.text(2, 0, purpose, "note")
        return page


def source_name(knowledge: Knowledge, source: str) -> str:
    """A source as a reader meets it beside a number."""
    if source == "judgement":
        return "Judgement"
    if source == "client":
        return "The client's own figure"
    return knowledge.sources[source].title
