"""Made-up facts, factors and scenarios for tests of risk, and clients of the real knowledge on a coarse grid."""

from typing import Any

from hypothesis import strategies as st

from fcio.knowledge.amounts import Band, Fact, Factor, Term
from fcio.knowledge.figures import Parameter, Spread
from fcio.knowledge.risk import AreaEffect, FrequencyRule, Reach, RiskScenario, RiskSettings, SeverityRule
from fcio.knowledge.whole import Knowledge
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.facts import FirmFacts
from fcio.model.parameters import Figures
from fcio.model.risk.result import RiskResult
from fcio.model.risk.risk import RiskCase, risk_case, risk_result
from fcio.model.tables import Tables, tables
from tests.strategies import JUDGED, TODAY, a_client, a_question, an_option, area_knowledge, with_texts

COARSE = 2048
REFERENCE = 2.5


def a_figure(figure_id: str, typical: float, low: float | None = None, high: float | None = None) -> Parameter:
    """A figure of one day; without a range where none is given."""
    least, most = typical if low is None else low, typical if high is None else high
    spread = Spread(low=least, typical=typical, high=most, grade="B", source="judgement", note="made up for a test")
    return Parameter(id=figure_id, label=f"label of {figure_id}", unit="usd", values={TODAY: spread})


def a_fact(fact_id: str, *terms: Term, **more: Any) -> Fact:
    """A fact with its texts filled in."""
    return with_texts(Fact, id=fact_id, topic="firm", unit="usd", maximum=1e9, estimate=terms, **more)


def by_answer(factor_id: str, question: str, times: dict[str, float], **more: Any) -> Factor:
    """A factor by the options of a question."""
    return with_texts(Factor, id=factor_id, question=question, times=times, **JUDGED, **more)


def by_bands(factor_id: str, fact: str, bands: dict[float, float], **more: Any) -> Factor:
    """A factor by a fact: multipliers by the amount from which they hold."""
    rows = tuple(Band(at_least=edge, times=times) for edge, times in bands.items())
    return with_texts(Factor, id=factor_id, fact=fact, bands=rows, **JUDGED, **more)


def a_scenario(scenario_id: str, rate: Term, mean: Term, **more: Any) -> RiskScenario:
    """A lognormal scenario with its texts filled in; ``cap`` is a term, ``sigma`` a figure."""
    cap = more.pop("cap", None)
    severity = SeverityRule(
        kind=more.pop("kind", "lognormal"),
        mean=(mean,),
        sigma=more.pop("sigma", "spread"),
        cap=(cap,) if cap else (),
    )
    frequency = FrequencyRule(terms=(rate,), dispersion=more.pop("dispersion", None))
    return with_texts(RiskScenario, id=scenario_id, frequency=frequency, severity=severity, **JUDGED, **more)


def an_effect(area: str, scenario: str, frequency: float = 1.0, severity: float = 1.0) -> AreaEffect:
    """What an area does to a scenario at level 5."""
    return AreaEffect(area=area, scenario=scenario, frequency=frequency, severity=severity, **JUDGED)


def a_reach(area: str, levels: float, up_to: float, months: float = 0.0, role: str = "cto") -> Reach:
    """How far a role lifts an area."""
    return Reach(role=role, area=area, levels=levels, up_to=up_to, months=months, **JUDGED)


SETTINGS = RiskSettings(
    reference_level="reference",
    shock_cv="shock",
    least_frequency="least_often",
    most_frequency="most_often",
    least_severity="least_dear",
    most_severity="most_dear",
    least_own_share="least_own",
    hour_cost="hour",
    levels=(0.9, 0.95, 0.99),
    bad_year=0.95,
    grid_points=COARSE,
    band_curves=5,
    horizon_months=12.0,
    note="made up",
)
FIGURES = (
    a_figure("reference", REFERENCE),
    a_figure("shock", 0.0),
    a_figure("least_often", 0.3),
    a_figure("most_often", 3.0),
    a_figure("least_dear", 0.4),
    a_figure("most_dear", 2.5),
    a_figure("least_own", 0.2),
    a_figure("hour", 50.0, 40.0, 60.0),
    a_figure("spread", 1.0),
)
QUESTIONS = (
    a_question("size", [an_option("small"), an_option("large", {"to_vcio": 1})]),
    a_question("duties", [an_option("cards"), an_option("health"), an_option("none", none=True)], kind="many"),
    a_question("people", [an_option("few", at_least=1.0), an_option("many", at_least=50.0)], kind="number"),
)


def risk_knowledge(*areas: Any, figures: tuple[Parameter, ...] = (), **more: Any) -> Knowledge:
    """Knowledge with three questions, these areas and figures, and all of risk that ``more`` names."""
    parameters = {figure.id: figure for figure in (*FIGURES, *figures)}
    return area_knowledge(*areas, questions=QUESTIONS, parameters=parameters, risk=SETTINGS, **more)


def firm(knowledge: Knowledge, client: Assessment, **times: float) -> FirmFacts:
    """Facts and factors of a client; ``times`` multiplies facts."""
    return FirmFacts(knowledge, client, Figures(knowledge, client.as_of, client.overrides), times)


def coarse(knowledge: Knowledge, **settings: Any) -> Knowledge:
    """The same knowledge on a coarse grid, which is eight times as fast."""
    assert knowledge.risk is not None
    changed = knowledge.risk.model_copy(update={"grid_points": COARSE, **settings})
    return knowledge.model_copy(update={"risk": changed})


def case_of(knowledge: Knowledge, client: Assessment, t: Tables | None = None) -> RiskCase:
    """The risk case of a client."""
    compiled = t or tables(knowledge)
    return risk_case(knowledge, client, area_results(knowledge, client, compiled), compiled)


def result_of(knowledge: Knowledge, client: Assessment, t: Tables | None = None) -> RiskResult:
    """The risk of a client."""
    compiled = t or tables(knowledge)
    return risk_result(knowledge, client, area_results(knowledge, client, compiled), compiled)


@st.composite
def real_firms(draw: st.DrawFn, knowledge: Knowledge) -> Assessment:
    """A client of the real knowledge: some answers and levels, some facts and own numbers, often none."""
    answers: dict[str, Any] = {}
    for asked in ("industry", "downtime_tolerance", "key_dependency", "operations"):
        options = [option.id for option in knowledge.question(asked).options]
        answer = draw(st.sampled_from([None, *options]))
        if answer is not None:
            answers[asked] = answer
    if draw(st.booleans()):
        answers["headcount"] = float(draw(st.integers(1, 500)))
    indicators = [indicator.id for area in knowledge.areas for indicator in area.indicators]
    levels = draw(st.dictionaries(st.sampled_from(indicators), st.integers(1, 5), max_size=25))
    facts = draw(st.sampled_from([{}, {"revenue": 900_000.0}, {"revenue": 4e7, "projects": 0.0}, {"records": 5e5}]))
    own = draw(st.sampled_from([{}, {"ransomware": {"frequency": 0.2}}, {"outage": {"mean": 900.0, "sigma": 0.5}}]))
    return a_client(answers, areas=levels, facts=facts, risk={"own": own} if own else {})
