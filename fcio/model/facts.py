"""The firm in numbers: what its owner typed, what the intake tells, and estimates for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fcio.knowledge.amounts import Factor, Term
from fcio.knowledge.whole import Knowledge
from fcio.model.amounts import INTAKE, OWN, SPENT, Amount, Part, Product, known, summed
from fcio.model.answers import is_open
from fcio.model.assessment import Assessment
from fcio.model.parameters import Figures

Rate = Callable[[str], Amount]
"""The yearly rate of a scenario by its id, for terms that follow from other scenarios."""


class FirmFacts:
    """Facts and factors of one client; each is worked out once.

    ``times`` multiplies facts by id, whatever they come from: a firm after a change.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        assessment: Assessment,
        figures: Figures,
        times: Mapping[str, float] | None = None,
    ) -> None:
        self.figures = figures
        self._facts = {fact.id: fact for fact in knowledge.facts}
        self._factors = {factor.id: factor for factor in knowledge.factors}
        self._labels = {scenario.id: scenario.label for scenario in knowledge.scenarios}
        self._typed = assessment.facts
        self._answers = assessment.answers
        self._times = times or {}
        self._spent = _spent(knowledge, assessment)
        self._known: dict[str, Amount] = {}

    def fact(self, fact_id: str) -> Amount:
        """One fact: typed before told by the intake or the budget before estimated."""
        if fact_id not in self._known:
            self._known[fact_id] = self._worked_out(fact_id).times(self._times.get(fact_id, 1.0))
        return self._known[fact_id]

    def estimated(self, fact_id: str) -> Amount:
        """What a fact would be if its owner had not typed it."""
        fact = self._facts[fact_id]
        answer = self._answers.get(fact.question) if fact.question else None
        if not is_open(answer) and isinstance(answer, (int, float)):
            return known(float(answer), INTAKE)
        if fact_id in self._spent:
            return known(self._spent[fact_id], SPENT)
        return self.amount(fact.estimate)

    def _worked_out(self, fact_id: str) -> Amount:
        typed = self._typed.get(fact_id)
        return self.estimated(fact_id) if typed is None else known(float(typed), OWN)

    def factor(self, factor_id: str) -> Part:
        """The multiplier that an answer or a fact stands for, and why."""
        factor = self._factors[factor_id]
        value = self._by_bands(factor) if factor.fact else _by_answer(factor, self._answers)
        return Part("factor", factor.id, factor.label, "times", value, value, value, factor.source, factor.note)

    def _by_bands(self, factor: Factor) -> float:
        size = self.fact(factor.fact or "").typical
        return next((band.times for band in reversed(factor.bands) if size >= band.at_least), factor.usual)

    def amount(self, terms: Iterable[Term], rate: Rate | None = None) -> Amount:
        """The sum of terms; ``rate`` gives the yearly rates that terms about other scenarios ask for."""
        return summed(self._product(term, rate) for term in terms)

    def _product(self, term: Term, rate: Rate | None) -> Product:
        parts = [self._figure(figure) for figure in term.figures]
        parts += [self._fact_part(fact) for fact in term.facts]
        parts += [self.factor(factor) for factor in term.factors]
        if term.scenarios and rate is not None:
            parts.append(self._rates(term.scenarios, rate))
        return Product(tuple(parts))

    def _figure(self, figure_id: str) -> Part:
        f = self.figures[figure_id]
        return Part("figure", f.id, f.label, f.unit, f.low, f.typical, f.high, f.source, f.note)

    def _fact_part(self, fact_id: str) -> Part:
        fact, amount = self._facts[fact_id], self.fact(fact_id)
        ends = (amount.low, amount.typical, amount.high)
        return Part("fact", fact.id, fact.label, fact.unit, *ends, amount.origin)

    def _rates(self, scenarios: Iterable[str], rate: Rate) -> Part:
        ids = tuple(scenarios)
        rates = [rate(scenario) for scenario in ids]
        ends = (sum(r.low for r in rates), sum(r.typical for r in rates), sum(r.high for r in rates))
        label = " + ".join(self._labels[scenario] for scenario in ids)
        return Part("scenario", "_".join(ids), label, "per_year", *ends, "model")


def _by_answer(factor: Factor, answers: Mapping[str, Any]) -> float:
    """The multiplier of the answer; of several ticked options the largest, and the usual one where it is open."""
    answer = answers.get(factor.question or "")
    if is_open(answer):
        return factor.usual
    given = answer if isinstance(answer, (tuple, list)) else (answer,)
    return max((factor.times[option] for option in given if option in factor.times), default=1.0)


def _spent(knowledge: Knowledge, assessment: Assessment) -> dict[str, float]:
    """What the client's own spending tells, once every line that belongs to the fact is typed."""
    lines = assessment.budget.get("spend", {})
    if knowledge.budget is None or not set(knowledge.budget.plan.spend_lines) <= set(lines):
        return {}
    return {knowledge.budget.plan.spend_fact: float(sum(lines[one] for one in knowledge.budget.plan.spend_lines))}
