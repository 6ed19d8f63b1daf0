"""Risk in tables: the same numbers as the pictures."""

from __future__ import annotations

import math

import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.amounts import Amount
from fcio.model.engagement import Span
from fcio.model.risk.initiatives import Worth
from fcio.model.risk.inputs import ScenarioInputs
from fcio.model.risk.result import Outlook, RiskResult
from fcio.report.numbers import money, percent, plain, rounded
from fcio.report.risk_words import chance_text, loss_text

OVERSPEND = "Overspend"


def by_expected(result: RiskResult) -> list[str]:
    """Scenarios that can happen, the dearest expected first."""
    return sorted(result.now.expected, key=lambda scenario: -result.now.expected[scenario])


def rate_text(rate: float) -> str:
    """A yearly rate in words of years, in two significant digits.

    >>> rate_text(0.02), rate_text(0.0075), rate_text(2.5), rate_text(0)
    ('once in 50 years', 'once in 130 years', '2.5 times a year', 'never')
    """
    if rate <= 0:
        return "never"
    return f"once in {rounded(1 / rate):,} years" if rate <= 0.67 else f"{rate:,.1f} times a year"


def scenario_table(
    knowledge: Knowledge, result: RiskResult, after: Outlook | None, most: int | None = None
) -> pd.DataFrame:
    """How often and how dear each scenario is on average, today and with a role; narrow enough for a phone."""
    rows = {}
    for scenario in by_expected(result)[:most]:
        row = result.inputs.event(scenario)
        cells = {
            "Happens": rate_text(row.frequency.typical * _factor(result.now, scenario)),
            "Average year": money(result.now.expected[scenario]),
        }
        if after is not None:
            cells[f"With {knowledge.role(after.id).short}"] = money(after.expected[scenario])
        rows[knowledge.scenario(scenario).label] = cells
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("What may happen")


def event_table(knowledge: Knowledge, result: RiskResult) -> pd.DataFrame:
    """What one event costs, and how much of the worst years each scenario is."""
    tail = {part.scenario: part.tail for part in result.parts}
    whole = sum(tail.values()) or 1.0
    rows = {
        knowledge.scenario(scenario).label: {
            "One event": money(_event_mean(result.now, scenario)),
            "Of all loss": percent(result.now.expected[scenario] / (sum(result.now.expected.values()) or 1.0)),
            "Of the worst years": percent(tail[scenario] / whole),
        }
        for scenario in by_expected(result)
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("What may happen")


def _factor(outlook: Outlook, scenario: str) -> float:
    found = outlook.multipliers.get(scenario)
    return found.frequency if found else 1.0


def _event_mean(outlook: Outlook, scenario: str) -> float:
    return next(s.event_mean for s in outlook.model.scenarios if s.id == scenario)


def curve_table(knowledge: Knowledge, result: RiskResult, after: Outlook | None) -> pd.DataFrame:
    """Average, bad year and worse, today and with a role."""
    assert knowledge.risk is not None
    columns = {"Today": result.now}
    if after is not None:
        columns[f"With {knowledge.role(after.id).short}"] = after
    rows: dict[str, dict[str, str]] = {"Average year": {}}
    for name, outlook in columns.items():
        top = outlook.loss.grid.top
        rows["Average year"][name] = money(outlook.loss.mean)
        for level in knowledge.risk.levels:
            years = round(1 / (1 - level))
            rows.setdefault(f"One year in {years} costs more than", {})[name] = loss_text(outlook.loss.var(level), top)
        for level in knowledge.risk.levels:
            years = round(1 / (1 - level))
            rows.setdefault(f"The worst year in {years} costs on average", {})[name] = money(outlook.loss.tvar(level))
        if outlook.hurts is not None and result.tolerance.hurts is not None:
            rows.setdefault(f"More than {money(result.tolerance.hurts)}, hurts", {})[name] = chance_text(outlook.hurts)
        if outlook.ends is not None and result.tolerance.ends is not None:
            rows.setdefault(f"More than {money(result.tolerance.ends)}, ends", {})[name] = chance_text(outlook.ends)
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("A year's loss")


def role_table(knowledge: Knowledge, result: RiskResult) -> pd.DataFrame:
    """Average and bad year under every role, the least average first."""
    rows = {"Today": _role_row(result.now, result)}
    for role, outlook in sorted(result.roles.items(), key=lambda pair: pair[1].loss.mean):
        rows[knowledge.role(role).short] = _role_row(outlook, result)
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("Who leads")


def _role_row(outlook: Outlook, result: RiskResult) -> dict[str, str]:
    return {
        "Average year": money(outlook.loss.mean),
        "Bad year": loss_text(outlook.loss.var(result.bad_year), outlook.loss.grid.top),
        OVERSPEND: money(outlook.leak),
    }


def amount_text(amount: Amount | None, unit: str) -> str:
    """An amount with its unit, and its range where it has one."""
    if amount is None:
        return "none"
    shown = money if unit == "usd" else _short
    typical = money(amount.typical) if unit == "usd" else plain(amount.typical, 3)
    return typical if amount.low == amount.high else f"{typical} ({shown(amount.low)} to {shown(amount.high)})"


def _short(number: float) -> str:
    return plain(number, 2)


def input_table(knowledge: Knowledge, rows: tuple[ScenarioInputs, ...]) -> pd.DataFrame:
    """The numbers of every scenario in force, before any area acts."""
    found = {}
    for row in rows:
        label = row.scenario.label
        found[f"{label} (yours)" if row.own else label] = {
            "Events a year": amount_text(row.frequency, "per_year"),
            "One event, mean": amount_text(row.mean, "usd"),
            "Spread (sigma)": "" if row.sigma is None else f"{row.sigma:.2g}",
            "At most": "" if row.cap is None else money(row.cap),
        }
    return pd.DataFrame.from_dict(found, orient="index").rename_axis("What may happen")


def worth_table(knowledge: Knowledge, rows: tuple[Worth, ...]) -> pd.DataFrame:
    """Steps by the loss they avoid for a dollar; narrow enough for a phone."""
    titles = {one.id: one.title for one in knowledge.initiatives}
    found = {
        titles[row.initiative]: {
            "Avoids a year": money(row.avoided.typical),
            "Takes once": money(row.cost.typical),
            "For a dollar": _ratio_text(row.per_dollar),
        }
        for row in rows
    }
    return pd.DataFrame.from_dict(found, orient="index").rename_axis("Step")


def _ratio_text(ratio: Span | None) -> str:
    if ratio is None:
        return "takes nothing"
    if math.isinf(ratio.high):
        return f"{plain(ratio.typical, 2)} ({plain(ratio.low, 1)} or more)"
    return f"{plain(ratio.typical, 2)} ({plain(ratio.low, 1)} to {plain(ratio.high, 2)})"
