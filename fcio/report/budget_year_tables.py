"""Tables of years, months and steps of a budget, and of what matters most; each narrow enough for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from fcio.model.money.case import BudgetCase
from fcio.model.money.cash_flow import CashFlow
from fcio.model.money.levers import Lever
from fcio.model.money.lines import CHANGE, LEADERSHIP, OWN_TIME, RISK
from fcio.model.money.tornado import Bar
from fcio.model.tables import Floats
from fcio.report.budget_amounts import share_text, to_the_dollar
from fcio.report.numbers import money
from fcio.report.unit_words import spread

LINE, TODAY = "Line", "On day one"
PURPOSES = {
    "run": "Keeps things running",
    "grow": "Lets you grow",
    "transform": "Makes something new",
    "saving": "Saved",
}
"""Kinds of spending."""
YEARS_SHOWN = 2
"""Columns of years beside each other on a phone."""
LEADING = {
    LEADERSHIP: "Pay of who leads",
    CHANGE: "Coming and going",
    OWN_TIME: "Your own hours",
    RISK: "Expected loss",
}
"""Categories beside the lines of spending."""


@dataclass(frozen=True)
class Step:
    """One step of a bridge from today to a year: what is added, or where it stands (``whole``)."""

    label: str
    amount: float
    whole: bool = False


def bridge_steps(case: BudgetCase, flow: CashFlow, year: int) -> tuple[Step, ...]:
    """From today's spending to what leaves the firm in a year (from 1): prices, who leads, changing, savings."""
    kinds = {"spending": 0.0, "leadership": 0.0, "change": 0.0, "saving": 0.0}
    for line in flow.lines:
        if line.paid:
            kind = "saving" if line.kind == "saving" else line.category if line.category in LEADING else "spending"
            kinds[kind] += float(line.yearly[year])
    steps = (
        Step("Today's year", case.spend.total, True),
        Step("Prices and contracts", kinds["spending"] - case.spend.total),
        Step(LEADING["leadership"], kinds["leadership"]),
        Step(LEADING["change"], kinds["change"]),
        Step("Saved", kinds["saving"]),
        Step(f"Year {year}", float(flow.paid[year]), True),
    )
    return tuple(step for step in steps if step.whole or step.amount)


def year_names(count: int) -> list[str]:
    """Day one, when only what is paid at once falls due, and the years after it.

    >>> year_names(3)
    ['On day one', 'Year 1', 'Year 2']
    """
    return [TODAY, *(f"Year {year}" for year in range(1, count))]


def category_label(case: BudgetCase, category: str) -> str:
    """A category of cost in words."""
    lines = {one.id: one.label for one in case.rules.categories}
    return lines.get(category) or LEADING[category]


def part_label(part: str) -> str:
    """A part of the stacked years in words; the label of a line of spending stands for itself."""
    return PURPOSES.get(part) or LEADING.get(part) or part


def by_purpose(flow: CashFlow) -> dict[str, Floats]:
    """Yearly amounts of spending by what it is for, and of what comes with a leader; nothing that is always nothing."""
    found: dict[str, Floats] = {part: np.zeros(flow.cost.size) for part in (*PURPOSES, *LEADING)}
    for line in flow.lines:
        if line.category in LEADING:
            found[line.category] = found[line.category] + line.yearly
        else:
            for kind, share in line.parts.items():
                found[kind] = found[kind] + share * line.yearly
    return {part: amounts for part, amounts in found.items() if np.any(amounts)}


def by_line(case: BudgetCase, flow: CashFlow) -> dict[str, Floats]:
    """Yearly amounts of each line of spending, savings taken off, and of what comes with a leader."""
    named = {key if key in LEADING else category_label(case, key): one for key, one in flow.by_category().items()}
    return {part: amounts for part, amounts in named.items() if np.any(amounts)}


def year_tables(case: BudgetCase, flow: CashFlow) -> tuple[pd.DataFrame, ...]:
    """Amounts by category and year, so many years a table; the sum without expected loss, then that loss."""
    rows = {category_label(case, key): amounts for key, amounts in flow.by_category().items() if key != RISK}
    rows["Together"] = flow.cost
    if case.risk is not None:
        rows["Expected loss beside it"] = flow.loss
    return _by_columns(rows, year_names(flow.cost.size))


def month_tables(case: BudgetCase, months: CashFlow) -> tuple[pd.DataFrame, ...]:
    """The first year by quarter of months: money that leaves the firm, own hours, expected loss."""
    own = np.sum([line.yearly for line in months.lines if line.category == OWN_TIME], axis=0)
    rows = {"Money that leaves the firm": months.paid, "Your own hours": own}
    if case.risk is not None:
        rows["Expected loss"] = months.loss
    names = [TODAY, *(f"Month {month}" for month in range(1, months.cost.size))]
    return _by_columns(rows, names)


def _by_columns(rows: dict[str, Floats], names: list[str]) -> tuple[pd.DataFrame, ...]:
    whole = pd.DataFrame(
        {name: [to_the_dollar(float(series[place])) for series in rows.values()] for place, name in enumerate(names)},
        index=pd.Index(list(rows), name=LINE),
    )
    return tuple(whole.iloc[:, first : first + YEARS_SHOWN] for first in range(0, len(names), YEARS_SHOWN))


def step_table(steps: Sequence[Step]) -> pd.DataFrame:
    """The steps of a bridge."""
    return pd.DataFrame(
        {"Amount": [to_the_dollar(step.amount) for step in steps]},
        index=pd.Index([step.label for step in steps], name="Step"),
    )


def tornado_table(bars: Sequence[Bar]) -> pd.DataFrame:
    """Each lever with the difference it makes and its share of the spread."""
    return pd.DataFrame(
        {
            "Difference": [money(bar.swing) for bar in bars],
            "Of the spread": ["no chance" if bar.total is None else share_text(max(bar.total, 0.0)) for bar in bars],
        },
        index=pd.Index([bar.lever.label for bar in bars], name="Number"),
    )


def lever_text(lever: Lever) -> str:
    """A lever's value with its range."""
    return spread(lever.low, lever.typical, lever.high, lever.unit)
