"""The numbers of every scenario for one client: the default with its receipt, and the client's own in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fcio.knowledge.risk import Linked, RiskScenario
from fcio.knowledge.whole import Knowledge
from fcio.model.amounts import OWN, Amount, known
from fcio.model.assessment import Assessment
from fcio.model.facts import FirmFacts
from fcio.model.loss.bounded import Capped, Pert
from fcio.model.loss.scenario import Child, Scenario
from fcio.model.loss.severity import Gamma, Lognormal, Severity, mean_of
from fcio.model.parameters import Figures
from fcio.model.risk.multipliers import Multiplier

FREQUENCY, MEAN, SIGMA, CAP = "frequency", "mean", "sigma", "cap"
FIELDS = (FREQUENCY, MEAN, SIGMA, CAP)
PLAIN = Multiplier()


@dataclass(frozen=True)
class Linking:
    """A loss of another scenario that comes with this share of the events; ``inside`` the mean of the parent or not."""

    scenario: str
    share: float
    inside: bool


@dataclass(frozen=True)
class ScenarioInputs:
    """The numbers of one scenario, before any area acts; money in US dollars.

    ``frequency`` in events a year, ``mean`` the cost of one event with all it brings, ``sigma`` the log standard
    deviation of a lognormal, ``cap`` the most one event can cost (None without). ``defaults`` holds the same where the
    client gave none of their own; ``own`` the fields they gave.
    """

    scenario: RiskScenario
    frequency: Amount
    mean: Amount
    sigma: float | None
    cap: float | None
    dispersion: float
    linked: tuple[Linking, ...]
    defaults: Mapping[str, Amount | None]
    own: frozenset[str]

    @property
    def id(self) -> str:
        """The id of the scenario."""
        return self.scenario.id

    @property
    def costs(self) -> bool:
        """Whether an event costs anything."""
        return self.mean.typical > 0 and (self.cap is None or self.cap > 0)

    @property
    def can_happen(self) -> bool:
        """Whether it has a frequency and costs anything."""
        return self.frequency.typical > 0 and self.costs


@dataclass(frozen=True)
class RiskInputs:
    """The numbers of all scenarios; ``leaks`` are yearly and stay outside the loss curve."""

    events: tuple[ScenarioInputs, ...]
    leaks: tuple[ScenarioInputs, ...]
    least_own_share: float
    shock_cv: float

    def event(self, scenario: str) -> ScenarioInputs:
        """The numbers of one event scenario."""
        return next(row for row in self.events if row.id == scenario)


class _Reckoning:
    """Rates in the order in which they need each other, each worked out once."""

    def __init__(self, knowledge: Knowledge, assessment: Assessment, facts: FirmFacts) -> None:
        self.knowledge, self.facts = knowledge, facts
        self.own: Mapping[str, Mapping[str, Any]] = assessment.risk.get("own", {})
        self._rates: dict[str, Amount] = {}

    def rate(self, scenario: str) -> Amount:
        if scenario not in self._rates:
            typed = self.own.get(scenario, {}).get(FREQUENCY)
            self._rates[scenario] = self.usual_rate(scenario) if typed is None else _typed(typed)
        return self._rates[scenario]

    def usual_rate(self, scenario: str) -> Amount:
        return self.facts.amount(self.knowledge.scenario(scenario).frequency.terms, self.rate)

    def inputs(self, entry: RiskScenario) -> ScenarioInputs:
        own, figures = self.own.get(entry.id, {}), self.facts.figures
        severity = entry.severity
        sigma = figures[severity.sigma].typical if severity.sigma else None
        cap = self.facts.amount(severity.cap) if severity.cap else None
        mean = self.facts.amount(severity.mean)
        dispersion = entry.frequency.dispersion
        return ScenarioInputs(
            scenario=entry,
            frequency=self.rate(entry.id),
            mean=_typed(own[MEAN]) if MEAN in own else mean,
            sigma=own.get(SIGMA, sigma),
            cap=own.get(CAP, cap.typical if cap else None),
            dispersion=figures[dispersion].typical if dispersion else 0.0,
            linked=tuple(self._linking(link) for link in entry.linked),
            defaults={
                FREQUENCY: self.usual_rate(entry.id),
                MEAN: mean,
                SIGMA: None if sigma is None else known(sigma, "figure"),
                CAP: cap,
            },
            own=frozenset(own),
        )

    def _linking(self, link: Linked) -> Linking:
        return Linking(link.scenario, self.facts.figures[link.share].typical, link.inside)


def _typed(value: Any) -> Amount:
    if isinstance(value, Mapping):
        return Amount(float(value["low"]), float(value["typical"]), float(value["high"]), OWN)
    return known(float(value), OWN)


def risk_inputs(knowledge: Knowledge, assessment: Assessment, facts: FirmFacts) -> RiskInputs:
    """The numbers of every scenario for this client, before the areas act."""
    assert knowledge.risk is not None
    reckoning = _Reckoning(knowledge, assessment, facts)
    rows = [reckoning.inputs(entry) for entry in knowledge.scenarios]
    figures: Figures = facts.figures
    return RiskInputs(
        events=tuple(row for row in rows if not row.scenario.recurring),
        leaks=tuple(row for row in rows if row.scenario.recurring),
        least_own_share=figures[knowledge.risk.least_own_share].typical,
        shock_cv=figures[knowledge.risk.shock_cv].typical,
    )


def severity_of(row: ScenarioInputs, mean: float) -> Severity:
    """The severity of one scenario about this mean (US dollars)."""
    kind = row.scenario.severity.kind
    severity: Severity
    if kind == "pert":
        scale = mean / row.mean.typical
        severity = Pert(row.mean.low * scale, mean, row.mean.high * scale)
    elif kind == "gamma":
        severity = Gamma(mean, (row.sigma or 1.0) ** -2)
    else:
        severity = Lognormal(mean, row.sigma or 1.0)
    return severity if row.cap is None else Capped(severity, row.cap)


def own_mean(row: ScenarioInputs, inputs: RiskInputs) -> float:
    """The mean of one event without what it brings with it (US dollars).

    Where the mean counts linked losses, as claims do, they are taken out of it; a stated share stays in any case.
    """
    linked = 0.0
    for link in (one for one in row.linked if one.inside):
        child = inputs.event(link.scenario)
        if child.costs:
            linked += link.share * mean_of(severity_of(child, child.mean.typical))
    return max(inputs.least_own_share * row.mean.typical, row.mean.typical - linked)


def loss_scenario(row: ScenarioInputs, inputs: RiskInputs, by_scenario: Mapping[str, Multiplier]) -> Scenario:
    """One scenario as the loss model takes it, with the multipliers of the areas at work."""
    mine = by_scenario.get(row.id, PLAIN)
    children = []
    for link in row.linked:
        child = inputs.event(link.scenario)
        if child.costs:
            factor = by_scenario.get(link.scenario, PLAIN).severity
            children.append(Child(link.scenario, link.share, severity_of(child, child.mean.typical).scaled(factor)))
    return Scenario(
        id=row.id,
        rate=row.frequency.typical * mine.frequency,
        severity=severity_of(row, own_mean(row, inputs)).scaled(mine.severity),
        dispersion=row.dispersion,
        shared=row.scenario.shared,
        insured=row.scenario.insured,
        children=tuple(children),
    )
