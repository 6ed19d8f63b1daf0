"""The Excel summary: every formula written with the value the model computed, live in any spreadsheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from fcio.exchange.workbook.answers_sheet import write_answers
from fcio.exchange.workbook.areas_sheet import write_areas
from fcio.exchange.workbook.assumptions_sheet import write_assumptions
from fcio.exchange.workbook.benchmarks_sheet import write_benchmarks
from fcio.exchange.workbook.book import Book
from fcio.exchange.workbook.budget_inputs_sheet import write_budget_inputs
from fcio.exchange.workbook.candidates_sheet import write_candidates
from fcio.exchange.workbook.cash_flow_sheet import write_cash_flow
from fcio.exchange.workbook.checks_sheet import write_checks
from fcio.exchange.workbook.contents_sheet import write_contents
from fcio.exchange.workbook.duties_sheet import write_responsibilities
from fcio.exchange.workbook.exceedance_sheet import write_exceedance
from fcio.exchange.workbook.fit_sheet import write_fit
from fcio.exchange.workbook.frame import (
    ANSWERS,
    AREAS,
    BUDGET_INPUTS,
    CANDIDATES,
    CONTENTS,
    FIT,
    INDICATORS,
    INTERVIEW,
    PLAN,
    PREFERENCES,
    RESPONSIBILITIES,
    RISK_INPUTS,
    RISK_RESULTS,
    ROADMAP,
    SCENARIOS,
    SHEETS,
    SUMMARY,
    WEIGHTS,
    Extras,
    Frame,
)
from fcio.exchange.workbook.in_force import in_force
from fcio.exchange.workbook.indicators_sheet import write_indicators
from fcio.exchange.workbook.interview_sheet import write_interview
from fcio.exchange.workbook.layout import Layout
from fcio.exchange.workbook.live import Live
from fcio.exchange.workbook.plan_sheet import write_plan
from fcio.exchange.workbook.points_sheet import write_points
from fcio.exchange.workbook.preferences_sheet import write_preferences
from fcio.exchange.workbook.risk_inputs_sheet import write_risk_inputs
from fcio.exchange.workbook.risk_results_sheet import write_risk_results
from fcio.exchange.workbook.roadmap_sheet import write_roadmap
from fcio.exchange.workbook.robustness_sheet import write_robustness
from fcio.exchange.workbook.scenarios_sheet import write_scenarios
from fcio.exchange.workbook.sources_sheet import write_sources
from fcio.exchange.workbook.styles import GREEN, INPUT, QUIET
from fcio.exchange.workbook.summary_sheet import write_summary
from fcio.exchange.workbook.weights_sheet import write_weights
from fcio.knowledge.whole import Knowledge
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.assumptions import assumptions
from fcio.model.fit import FitModel
from fcio.model.fit_result import FitResult
from fcio.model.hiring.candidates import Comparison
from fcio.model.hiring.kit import HiringKit
from fcio.model.risk.result import RiskResult
from fcio.model.risk.risk import Actors, risk_case
from fcio.model.tables import Floats
from fcio.model.views import uniform_weights
from fcio.report.results import Results

__all__ = ["Extras", "workbook"]

_TABS = {
    SUMMARY: GREEN,
    CONTENTS: GREEN,
    FIT: GREEN,
    ANSWERS: INPUT,
    AREAS: INPUT,
    INDICATORS: INPUT,
    ROADMAP: INPUT,
    RISK_RESULTS: GREEN,
    RISK_INPUTS: INPUT,
    SCENARIOS: GREEN,
    BUDGET_INPUTS: INPUT,
    CANDIDATES: INPUT,
    PLAN: INPUT,
    RESPONSIBILITIES: INPUT,
    INTERVIEW: INPUT,
    PREFERENCES: INPUT,
    WEIGHTS: INPUT,
}


def _views(knowledge: Knowledge) -> Floats:
    """Even views from the written seed, the same as on screen."""
    settings = knowledge.settings
    return uniform_weights(np.random.default_rng(settings.seed), settings.draws, len(knowledge.criteria))


def _risk(found: Results) -> tuple[RiskResult, Actors] | None:
    if found.risk is None:
        return None
    return found.risk, risk_case(found.knowledge, found.assessment, found.areas, found.model.tables).actors


def _hiring(found: Results) -> tuple[HiringKit, Comparison] | None:
    return None if found.kit is None or found.comparison is None else (found.kit, found.comparison)


def _frame(
    book: Book, model: FitModel, assessment: Assessment, result: FitResult, extras: Extras, written: date
) -> Frame:
    """Everything worked out before the first cell is written."""
    knowledge = model.tables.knowledge.with_derived
    s = in_force(knowledge, assessment, result)
    layout, areas = Layout.of(s), area_results(knowledge, assessment, s.tables)
    found = extras.results or Results(model, assessment, fit=result)
    return Frame(
        book=book,
        knowledge=knowledge,
        assessment=assessment,
        result=result,
        layout=layout,
        live=Live.of(s, layout, result),
        pages={name: book.page(name, _TABS.get(name, QUIET)) for name in SHEETS},
        extras=extras if extras.views is not None else replace(extras, views=_views(knowledge)),
        found=found,
        areas=areas,
        plan=found.roadmap,
        risk_parts=_risk(found),
        budget_part=found.budget,
        hiring_parts=_hiring(found),
        next_steps=found.plan,
        guesses=assumptions(model, assessment),
        written=written,
    )


def workbook(
    knowledge: Knowledge,
    model: FitModel,
    assessment: Assessment,
    result: FitResult,
    *,
    written: date,
    extras: Extras | None = None,
) -> bytes:
    """The Excel summary of one client; the same input gives the same bytes.

    ``result`` is ``role_fit(model, assessment)``; ``written`` (a date or a time) becomes the time of creation.
    Raises :class:`fcio.model.answers.Refused` for a text longer than a cell can hold.
    """
    book = Book(written, f"Knowledge {knowledge.version}")
    frame = _frame(book, model, assessment, result, extras or Extras(), written)
    for write in (
        write_summary,
        write_answers,
        write_fit,
        write_areas,
        write_indicators,
        write_roadmap,
        write_risk_inputs,
        write_risk_results,
        write_exceedance,
        write_budget_inputs,
        write_benchmarks,
        write_candidates,
        write_plan,
        write_responsibilities,
        write_interview,
        write_preferences,
        write_weights,
        write_robustness,
        write_assumptions,
        write_sources,
        write_points,
    ):
        write(frame)
    cash = write_cash_flow(frame)
    write_scenarios(frame, cash)
    write_checks(frame, cash)
    write_contents(frame)
    return book.bytes()
