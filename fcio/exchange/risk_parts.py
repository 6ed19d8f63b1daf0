"""The parts of a case file about risk: the firm in numbers, own numbers of scenarios, tolerance and insurance."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from fcio.exchange.fields import checked_amount, checked_object
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused, shown_value
from fcio.model.parameters import LIMITS
from fcio.model.risk.inputs import CAP, FIELDS, FREQUENCY, MEAN, SIGMA

RISK_KEYS = ("own", "effects", "reach", "tolerance", "policy")
MOST_EVENTS, MOST_MONEY = 1000.0, 1e12
MOST_INSURED = 4.0
"""Guards against slips of the keyboard, not knowledge. Insured events are followed one by one, so they must be few."""
LEAST_SIGMA, MOST_SIGMA = LIMITS["log_sd"]
LEAST_EFFECT = 0.05
LEAST_LIMIT, MOST_LIMIT = 0.01, 100.0
LOWEST_REFERENCE, HIGHEST_REFERENCE = 1.0, 4.5
ENDS = ("low", "typical", "high")


def checked_span(value: Any, field: str, least: float, most: float) -> float:
    """A finite number from ``least`` to ``most``."""
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or not (isinstance(value, int) or math.isfinite(value)) or not least <= value <= most:
        raise Refused(field, f"give a number from {least:g} to {most:,.10g}, got {shown_value(value)}")
    return float(value)


def firm_facts(knowledge: Knowledge, value: Any) -> dict[str, float]:
    """Facts of the firm by id, each within its limits."""
    known = {fact.id: fact for fact in knowledge.facts}
    given = checked_object(value, "facts", tuple(known))
    return {
        key: checked_span(amount, f"facts.{key}", known[key].minimum, known[key].maximum)
        for key, amount in given.items()
    }


def _frequency(value: Any, field: str) -> Any:
    if not isinstance(value, Mapping):
        return checked_span(value, field, 0, MOST_EVENTS)
    parts = checked_object(value, field, ENDS)
    if set(parts) != set(ENDS):
        raise Refused(field, "give a number of events a year, or low, typical and high")
    numbers = {end: checked_span(parts[end], f"{field}.{end}", 0, MOST_EVENTS) for end in ENDS}
    if not numbers["low"] <= numbers["typical"] <= numbers["high"]:
        raise Refused(field, "low, typical and high must not fall")
    return numbers


def _own_scenario(value: Any, field: str) -> dict[str, Any]:
    given = checked_object(value, field, FIELDS)
    readers: dict[str, Callable[[Any, str], Any]] = {
        FREQUENCY: _frequency,
        MEAN: lambda number, at: checked_span(number, at, 0, MOST_MONEY),
        SIGMA: lambda number, at: checked_span(number, at, LEAST_SIGMA, MOST_SIGMA),
        CAP: lambda number, at: checked_span(number, at, 1, MOST_MONEY),
    }
    return {key: readers[key](number, f"{field}.{key}") for key, number in given.items()}


def _own(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    known = tuple(scenario.id for scenario in knowledge.scenarios)
    given = checked_object(value, "risk.own", known)
    found = {key: _own_scenario(part, f"risk.own.{key}") for key, part in given.items()}
    for key, part in found.items():
        if FREQUENCY in part and knowledge.scenario(key).recurring:
            raise Refused(f"risk.own.{key}.frequency", "this goes on every year and has no frequency; remove it")
        if SIGMA in part and knowledge.scenario(key).severity.sigma is None:
            raise Refused(f"risk.own.{key}.sigma", "this scenario has no sigma; remove it")
        if CAP in part and not knowledge.scenario(key).severity.cap:
            raise Refused(f"risk.own.{key}.cap", "this scenario has no cap; remove it")
    return {key: part for key, part in found.items() if part}


def _table(
    value: Any, field: str, rows: Mapping[str, tuple[str, ...]], limits: Mapping[str, tuple[float, float]]
) -> dict[str, Any]:
    """Numbers by row, column and field, each within its limits; ``rows`` names the columns that each row has."""
    found: dict[str, Any] = {}
    for row, columns in checked_object(value, field, tuple(rows)).items():
        found[row] = {}
        for column, numbers in checked_object(columns, f"{field}.{row}", rows[row]).items():
            at = f"{field}.{row}.{column}"
            given = checked_object(numbers, at, tuple(limits))
            found[row][column] = {key: checked_span(n, f"{at}.{key}", *limits[key]) for key, n in given.items()}
    return found


def _effects(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    rows: dict[str, tuple[str, ...]] = {}
    for effect in knowledge.area_effects:
        rows[effect.area] = (*rows.get(effect.area, ()), effect.scenario)
    limits = {"frequency": (LEAST_EFFECT, 1.0), "severity": (LEAST_EFFECT, 1.0)}
    return _table(value, "risk.effects", rows, limits)


def _reach(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    rows: dict[str, tuple[str, ...]] = {}
    for one in knowledge.reach:
        rows[one.role] = (*rows.get(one.role, ()), one.area)
    return _table(value, "risk.reach", rows, {"levels": (0.0, 4.0), "up_to": (1.0, 5.0), "months": (0.0, 60.0)})


def _tolerance(value: Any) -> dict[str, float]:
    given = checked_object(value, "risk.tolerance", ("hurts", "ends"))
    found = {key: checked_span(part, f"risk.tolerance.{key}", 0, MOST_MONEY) for key, part in given.items()}
    if "hurts" in found and "ends" in found and found["ends"] < found["hurts"]:
        raise Refused(
            "risk.tolerance.ends", "a loss that would end the firm cannot be smaller than one that would hurt"
        )
    return found


def _policy(value: Any) -> dict[str, float]:
    given = checked_object(value, "risk.policy", ("deductible", "annual_limit"))
    if set(given) != {"deductible", "annual_limit"}:
        raise Refused("risk.policy", "give the deductible of an event and the limit of a year, or leave both out")
    return {
        "deductible": checked_amount(given["deductible"], "risk.policy.deductible", MOST_MONEY),
        "annual_limit": checked_span(given["annual_limit"], "risk.policy.annual_limit", 1, MOST_MONEY),
    }


def _refuse_many_insured(knowledge: Knowledge, own: Mapping[str, Mapping[str, Any]]) -> None:
    for scenario, numbers in own.items():
        typed = numbers.get(FREQUENCY, 0.0)
        often = typed["high"] if isinstance(typed, Mapping) else typed
        if knowledge.scenario(scenario).insured and often > MOST_INSURED:
            cure = f"with an insurance give at most {MOST_INSURED:g} events a year, or leave the insurance out"
            raise Refused(f"risk.own.{scenario}.frequency", cure)


def risk_part(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    """The part ``risk`` in canonical form; a part that is empty is left out."""
    given = checked_object(value, "risk", RISK_KEYS)
    readers: dict[str, Callable[[Any], Any]] = {
        "own": lambda part: _own(knowledge, part),
        "effects": lambda part: _effects(knowledge, part),
        "reach": lambda part: _reach(knowledge, part),
        "tolerance": _tolerance,
        "policy": _policy,
    }
    found = {key: readers[key](given[key]) for key in RISK_KEYS if key in given}
    if "policy" in found:
        _refuse_many_insured(knowledge, found.get("own", {}))
    return {key: part for key, part in found.items() if part}


def figure_limits(knowledge: Knowledge) -> dict[str, tuple[float, float]]:
    """Least and most of every figure outside of which no loss can be worked out, by its id."""
    if knowledge.risk is None:
        return {}
    settings = knowledge.risk
    limits: dict[str, tuple[float, float]] = {
        settings.least_own_share: (0.0, 1.0),
        settings.reference_level: (LOWEST_REFERENCE, HIGHEST_REFERENCE),
        settings.least_frequency: (LEAST_LIMIT, 1.0),
        settings.least_severity: (LEAST_LIMIT, 1.0),
        settings.most_frequency: (1.0, MOST_LIMIT),
        settings.most_severity: (1.0, MOST_LIMIT),
    }
    for scenario in knowledge.scenarios:
        limits |= {link.share: (0.0, 1.0) for link in scenario.linked}
        if scenario.severity.sigma:
            limits[scenario.severity.sigma] = (LEAST_SIGMA, MOST_SIGMA)
    return limits


def check_figures(knowledge: Knowledge, overrides: Mapping[str, Any]) -> None:
    """Refuses the client's own figures outside these limits, by name."""
    for key, limits in figure_limits(knowledge).items():
        value = overrides.get(key, {})
        numbers = value.values() if isinstance(value, Mapping) else (value,)
        for number in (one for one in numbers if isinstance(one, (int, float))):
            checked_span(number, f"overrides.{key}", *limits)
