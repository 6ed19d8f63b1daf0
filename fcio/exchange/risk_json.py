"""Risk in money as plain JSON values, in the shape promised to other programs; money in US dollars."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from fcio.knowledge.whole import Knowledge
from fcio.model.amounts import Amount
from fcio.model.loss.annual import AnnualLoss
from fcio.model.risk.inputs import ScenarioInputs
from fcio.model.risk.result import Outlook, RiskResult
from fcio.report.numbers import money
from fcio.report.risk_words import bad_year_sentence, loss_text

Json = dict[str, Any]


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _amount(amount: Amount | None) -> Json | None:
    if amount is None:
        return None
    return {"low": amount.low, "typical": amount.typical, "high": amount.high, "origin": amount.origin}


def _loss(loss: AnnualLoss, levels: tuple[float, ...]) -> Json:
    amounts, chances = loss.curve()
    return {
        "mean": loss.mean,
        "sd": loss.sd,
        "skewness": loss.skewness,
        "no_loss": loss.no_loss,
        "var": {f"{level:g}": _finite(loss.var(level)) for level in levels},
        "tvar": {f"{level:g}": _finite(loss.tvar(level)) for level in levels},
        "curve": [[float(x), float(p)] for x, p in zip(amounts, chances, strict=True)],
        "beyond": {"loss": loss.grid.top, "chance": loss.beyond},
    }


def _outlook(outlook: Outlook, levels: tuple[float, ...]) -> Json:
    return {
        **_loss(outlook.loss, levels),
        "by_scenario": dict(outlook.expected),
        "leaks": {key: _amount(leak) for key, leak in outlook.leaks.items()},
        "levels": dict(outlook.levels),
        "multipliers": {key: vars(one) for key, one in outlook.multipliers.items()},
        "chance_hurts": _finite(outlook.hurts),
        "chance_ends": _finite(outlook.ends),
    }


def _input(row: ScenarioInputs) -> Json:
    return {
        "id": row.id,
        "frequency": _amount(row.frequency),
        "mean": _amount(row.mean),
        "sigma": row.sigma,
        "cap": row.cap,
        "dispersion": row.dispersion,
        "linked": {link.scenario: link.share for link in row.linked},
        "own": sorted(row.own),
        "default": {key: _amount(value) for key, value in row.defaults.items()},
    }


def risk_json(knowledge: Knowledge, result: RiskResult) -> Json:
    """The risk of a client today and under every role; quantiles beyond the grid are null, and ``beyond`` says so."""
    assert knowledge.risk is not None
    levels = knowledge.risk.levels
    return {
        "unit": "usd_per_year",
        "before": _outlook(result.now, levels),
        "after": {role: _outlook(outlook, levels) for role, outlook in result.roles.items()},
        "error_bound": {f"{b.level:g}": {"low": b.low, "high": _finite(b.high)} for b in result.brackets},
        "tail_parts": {part.scenario: part.tail for part in result.parts},
        "inputs": [_input(row) for row in (*result.inputs.events, *result.inputs.leaks)],
        "default_level": result.levels.default,
        "looked_at": result.levels.looked_at,
        "tolerance": vars(result.tolerance),
        "insurance": None if result.now.model.policy is None else vars(result.now.model.policy),
        "before_insurance": ["by_scenario", "tail_parts", "inputs"],
    }


def risk_lines(knowledge: Knowledge, result: RiskResult) -> Iterator[str]:
    """Risk for a reader of plain text: the bad year, the expected loss, the scenarios that matter most, the roles."""
    yield bad_year_sentence(result.now, result.bad_year)
    yield f"Average year: {money(result.now.loss.mean)}, and {money(result.now.leak)} of overspend beside it."
    for scenario, amount in sorted(result.now.expected.items(), key=lambda pair: -pair[1])[:5]:
        yield f"  {knowledge.scenario(scenario).label:40} {money(amount):>12}"
    for role, outlook in result.roles.items():
        name, bad = knowledge.role(role).short, outlook.loss.var(result.bad_year)
        yield f"  With {name:22} average {money(outlook.loss.mean):>11}, bad year {loss_text(bad, result.grid.top):>11}"
