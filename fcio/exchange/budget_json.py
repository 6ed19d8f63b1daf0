"""The budget as plain JSON values, in the shape promised to other programs; money in US dollars."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from fcio.model.budget_benchmark import Comparison
from fcio.model.currency import Conversion, from_usd
from fcio.model.engagement import Span
from fcio.model.money.cash_flow import CashFlow
from fcio.model.money.levers import Lever
from fcio.model.money.lines import CostLine
from fcio.model.money.result import BudgetResult
from fcio.model.money.scenario import STAY
from fcio.model.money.uncertainty import Outcome
from fcio.model.tables import Floats
from fcio.report.budget_amounts import share_text
from fcio.report.budget_words import waiting_sentence
from fcio.report.currency import beside, in_currency, rate_line
from fcio.report.numbers import in_hundred, money

Json = dict[str, Any]
SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)


def _span(span: Span) -> Json:
    return {"low": span.low, "typical": span.typical, "high": span.high}


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _list(series: Floats) -> list[float]:
    return [float(amount) for amount in series]


def _outcome(outcome: Outcome) -> Json:
    quantiles = dict(zip((f"{share:g}" for share in SHARES), outcome.quantiles(SHARES), strict=True))
    return {
        **_span(outcome.range),
        "mean": outcome.mean,
        "standard_error": outcome.standard_error,
        "quantiles": quantiles,
    }


def _line(line: CostLine, months: CostLine) -> Json:
    return {
        "id": line.id,
        "label": line.label,
        "category": line.category,
        "kind": line.kind,
        "parts": dict(line.parts),
        "paid": line.paid,
        "yearly": _list(line.yearly),
        "first_year": _list(months.yearly),
        "how": line.how,
        "uses": list(line.uses),
    }


def _against(result: BudgetResult, key: str) -> Json:
    found = result.against.get(key)
    if found is None:
        return {"payback_years": None, "against_stay": None}
    return {
        "payback_years": found.payback,
        "against_stay": {
            "npv": found.npv,
            "npv_with_loss": found.npv_with_loss,
            "payback_years_with_loss": found.payback_with_loss,
            "break_even_hours_per_month": _finite(found.break_even_hours),
            "break_even_saving_share": _finite(found.break_even_saving),
        },
    }


def _waiting(result: BudgetResult, key: str) -> Json | None:
    found = result.waiting.get(key)
    if found is None:
        return None
    spans = {name: _span(getattr(found, name)) for name in ("total", "own_hours", "savings", "loss", "pay")}
    return {**spans, "leak": found.leak}


def _converted(result: BudgetResult, flow: CashFlow, conversion: Conversion | None) -> Json:
    if conversion is None:
        return {"tco_in_currency": None, "npv_in_currency": None}
    npv = _span(result.uncertainty.npv[flow.scenario.id].range)
    return {
        "tco_in_currency": from_usd(float(flow.tco), conversion),
        "npv_in_currency": {end: from_usd(amount, conversion) for end, amount in npv.items()},
    }


def _scenario(result: BudgetResult, flow: CashFlow, conversion: Conversion | None) -> Json:
    key, sure = flow.scenario.id, result.uncertainty
    lines = zip(flow.lines, result.first_year[key].lines, strict=True)
    return {
        "id": key,
        "kind": flow.scenario.kind,
        "role": flow.scenario.role,
        "label": flow.scenario.label,
        "cash_flow": _list(flow.flow),
        "paid": _list(flow.paid),
        "expected_loss": _list(flow.loss),
        "tco": float(flow.tco),
        **_converted(result, flow, conversion),
        "npv": _outcome(sure.npv[key]),
        "npv_with_loss": _outcome(sure.npv_with_loss[key]),
        **_against(result, key),
        "cheaper_than": {other: sure.cheaper(key, other) for other in result.flows if other != key},
        "cheaper_than_with_loss": {other: sure.cheaper(key, other, True) for other in result.flows if other != key},
        "waiting_a_quarter": _waiting(result, key),
        "lines": [_line(line, months) for line, months in lines],
    }


def _lever(lever: Lever, default: Lever) -> Json:
    return {
        "id": lever.id,
        "label": lever.label,
        "unit": lever.unit,
        **_span(Span(lever.low, lever.typical, lever.high)),
        "source": lever.source,
        "grade": lever.grade,
        "drawn": lever.drawn,
        "default": _span(Span(default.low, default.typical, default.high)),
    }


def _comparison(one: Comparison) -> Json:
    b = one.benchmark
    found = None
    if b is not None:
        figures = {"low": b.low, "typical": b.typical, "high": b.high}
        found = {"id": b.id, "statistic": b.statistic, **figures, "year": b.year, "grade": b.grade, "source": b.source}
    return {
        "measure": one.measure,
        "value": one.value,
        "place": one.place,
        "verdict": one.verdict,
        "needs": one.needs,
        "benchmark": found,
    }


def budget_json(result: BudgetResult, conversion: Conversion | None = None) -> Json:
    """The budget of a client: scenarios with their lines, the levers they share, and what matters most.

    Amounts are US dollars; with ``conversion`` total cost and present value stand in that currency as well.
    """
    case = result.case
    bars = [
        {"lever": bar.lever.id, "at_low": bar.at_low, "at_high": bar.at_high, "total_effect": bar.total}
        for bar in result.tornado
    ]
    return {
        "currency": "USD",
        "conversion": None if conversion is None else dict(conversion),
        "horizon_years": case.horizon_years,
        "discount_rate": case.levers[case.rules.discount_rate].typical,
        "spend": {"usd_per_year": dict(case.spend.usd_per_year), "estimated": sorted(case.spend.estimated)},
        "scenarios": [_scenario(result, flow, conversion) for flow in result.flows.values()],
        "tornado": {"scenario": result.subject, "bars": bars},
        "levers": [_lever(lever, case.defaults.get(key, lever)) for key, lever in case.levers.items()],
        "benchmarks": [_comparison(one) for one in result.comparisons],
    }


def budget_lines(result: BudgetResult, conversion: Conversion | None = None) -> Iterator[str]:
    """The budget for a reader of plain text: what each scenario adds to staying, and what matters most.

    With ``conversion`` the headline amounts stand in that currency as well.
    """
    years, spending = result.case.horizon_years, result.case.spend
    span = "one year" if years == 1 else f"{years} years"
    stay = f"{money(_tco(result, STAY))}{beside(_tco(result, STAY), conversion)}"
    today = f"{money(spending.total)}{beside(spending.total, conversion)}"
    yield f"IT budget: {today} a year today; staying as you are costs {stay} in {span}."
    if conversion is not None:
        yield f"  {rate_line(conversion)}."
    if spending.estimated:
        yield f"  {len(spending.estimated)} of {len(spending.usd_per_year)} lines are our estimate; put in your own."
    for key, flow in result.flows.items():
        if flow.scenario.leaders or flow.scenario.one_off:
            more = _tco(result, key) - _tco(result, STAY)
            less = result.uncertainty.cheaper(key, STAY)
            amount = f"{money(abs(more))}{beside(abs(more), conversion)}"
            words = f"{amount} {'more' if more >= 0 else 'less'} than staying"
            yield f"  {flow.scenario.label:40} {words:>30}; costs less in {in_hundred(less)} cases"
    yield "  Your own hours count, expected losses do not, and savings only where you put them in."
    saving = result.against[result.subject].break_even_saving if result.subject in result.against else None
    if saving:
        label = result.flows[result.subject].scenario.label
        yield f"{label} costs no more than staying once {share_text(saving)} of all spending is saved."
    for bar in result.tornado[:3]:
        yield f"  Matters most: {bar.lever.label}, a difference of {money(bar.swing)}{beside(bar.swing, conversion)}."
    wait = result.waiting.get(result.subject)
    if wait is not None:
        yield waiting_sentence(result.flows[result.subject].scenario.label, wait)
        if conversion is not None:
            low, high = (in_currency(end, conversion) for end in (wait.total.low, wait.total.high))
            yield f"  Waiting in your currency: {low} to {high}."


def _tco(result: BudgetResult, key: str) -> float:
    return float(result.flows[key].tco)
