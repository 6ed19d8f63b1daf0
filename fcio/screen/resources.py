"""What one server process holds once: knowledge, compiled model, store."""

from __future__ import annotations

import atexit
import gc
import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from fcio.exchange.case_file import Document, assessment, write_case
from fcio.knowledge.load import load
from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, role_fit
from fcio.model.fit_result import FitResult
from fcio.model.money.result import BudgetResult, budget_result
from fcio.model.money.what_if import Prepared, prepared
from fcio.model.population import WinRates, win_rates
from fcio.model.risk.planned import planned
from fcio.model.risk.result import RiskResult
from fcio.model.risk.risk import RiskCase, risk_case, risk_result
from fcio.model.risk.shocks import Future, futures
from fcio.model.roadmap_result import Roadmap
from fcio.model.tables import Floats
from fcio.model.views import uniform_weights
from fcio.report.results import Results
from fcio.store import Store, default_path

if TYPE_CHECKING:
    from fcio.calibrate import Standing

DEMOS = Path(__file__).resolve().parents[2] / "data" / "demo"
RESULTS_KEPT = 256
BUDGETS_KEPT = 16
"""Each holds the draws of all its levers and scenarios, some megabytes."""
WITHOUT_MONEY = ("plan", "hiring", "candidates")
"""Parts of a document that no sum of the budget follows from."""
RISKS_KEPT = 32
"""Each holds seven distributions of a year, about a megabyte."""


@st.cache_resource(show_spinner="Reading the knowledge")
def knowledge() -> Knowledge:
    """All domain knowledge, loaded and checked once."""
    return load()


@st.cache_resource(show_spinner=False)
def model() -> FitModel:
    """The knowledge compiled for scoring."""
    return FitModel.of(knowledge())


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store of this process; the file belongs to it alone."""
    opened = Store.open(default_path(os.environ))
    atexit.register(opened.close)
    return opened


@st.cache_resource(show_spinner=False)
def freeze_imports() -> bool:
    """Take everything imported so far out of the garbage collector's rounds, once per process."""

    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)
    return True


@st.cache_resource(max_entries=RESULTS_KEPT, show_spinner=False)
def _fit(version: str, case: str, today: date) -> FitResult:
    document = json.loads(case)
    return role_fit(model(), assessment(document, today))


def fit_of(document: Document) -> FitResult:
    """The role fit of a document; remembered by its content, the knowledge version and the day."""
    return _fit(knowledge().version, write_case(document), date.today())


def areas_of(client: Assessment) -> AreasResult:
    """The twelve areas of a client; worked out anew each time, since that takes about a millisecond."""
    return area_results(knowledge(), client, model().tables)


@st.cache_resource(max_entries=RESULTS_KEPT, show_spinner="Planning the quarters")
def _roadmap(version: str, key: str, _client: Assessment) -> Roadmap:
    return planned(knowledge(), _client, areas_of(_client), model().tables)


def roadmap_of(client: Assessment) -> Roadmap:
    """The roadmap of a client, within the hours and money of a quarter; remembered by all that it depends on."""
    parts = [client.as_of.isoformat(), client.answers, client.areas, client.roadmap]
    parts += [client.overrides, client.facts, client.risk]
    return _roadmap(knowledge().version, json.dumps(parts, default=list, sort_keys=True), client)


@dataclass(frozen=True)
class Risk:
    """Risk of a client: the case it follows from, and the result."""

    case: RiskCase
    result: RiskResult


@st.cache_resource(max_entries=RISKS_KEPT, show_spinner=False)
def _risk(version: str, key: str, _client: Assessment) -> Risk:
    areas = areas_of(_client)
    case = risk_case(knowledge(), _client, areas, model().tables)
    return Risk(case, risk_result(knowledge(), _client, areas, model().tables))


def _risk_key(client: Assessment) -> str:
    parts = [client.as_of.isoformat(), client.answers, client.areas, client.overrides, client.facts, client.risk]
    parts.append(client.budget.get("spend", {}))
    return json.dumps(parts, default=list, sort_keys=True)


def risk_of(client: Assessment) -> Risk:
    """The risk of a client in money; remembered by all that it depends on."""
    return _risk(knowledge().version, _risk_key(client), client)


@st.cache_resource(max_entries=RISKS_KEPT, show_spinner="Working through what may happen")
def _futures(version: str, key: str, _client: Assessment) -> tuple[Future, ...]:
    return futures(model(), _client)


def futures_of(client: Assessment) -> tuple[Future, ...]:
    """The firm as it is and after each shock; remembered by all that it depends on."""
    return _futures(knowledge().version, _risk_key(client) + json.dumps(client.preferences, sort_keys=True), client)


@dataclass(frozen=True)
class Budget:
    """The budget of a client, and the draws from which one moved lever is worked out quickly."""

    result: BudgetResult
    prepared: Prepared


@st.cache_resource(max_entries=BUDGETS_KEPT, show_spinner="Working out the years")
def _budget(version: str, key: str, _document: Document, _client: Assessment) -> Budget:
    result = budget_result(knowledge(), _client, fit_of(_document), risk_of(_client).result)
    return Budget(result, prepared(result.case))


def budget_of(document: Document, client: Assessment) -> Budget:
    """The budget of a client over years; remembered by the day and all of the document that it can depend on."""
    counted = {part: value for part, value in document.items() if part not in WITHOUT_MONEY}
    return _budget(knowledge().version, f"{date.today()} {write_case(counted)}", document, client)


def forget_results() -> None:
    """Drop every remembered result, so that an erased client leaves none behind."""
    _fit.clear()
    _roadmap.clear()
    _risk.clear()
    _futures.clear()
    _budget.clear()


@st.cache_resource(show_spinner="Counting over 2,000 plausible firms")
def population_rates() -> WinRates:
    """How often each role wins over the plausible population, with the fixed seed."""
    settings = knowledge().settings
    rng = np.random.default_rng(settings.seed)
    return win_rates(model().tables, model().default_points, rng, settings.population_size)


def results_of(document: Document, client: Assessment) -> Results:
    """Everything about a client, with what is remembered already."""
    return Results(
        model(),
        client,
        fit=fit_of(document),
        roadmap=roadmap_of(client),
        risk=risk_of(client).result,
        budget=budget_of(document, client).result,
    )


def taken_home(document: Document, kind: str) -> bytes:
    """A file of a document, written when it is asked for; see :mod:`fcio.exchange.taken_home`."""
    from fcio.exchange.taken_home import TakenHome

    today = date.today()
    results = results_of(document, assessment(document, today))
    return TakenHome(results, today, even_views()).content(kind)


@st.cache_resource(show_spinner="Scoring the published cases")
def published_agreement() -> Standing:
    """Agreement with the published cases as the command ``calibrate`` counts it, worked out once."""
    from fcio.calibrate import standing

    return standing(knowledge())


@st.cache_resource(show_spinner=False)
def even_views() -> Floats:
    """Views drawn evenly from all that are possible, the same for every client."""
    settings = knowledge().settings
    rng = np.random.default_rng(settings.seed)
    return uniform_weights(rng, settings.draws, len(knowledge().criteria))
